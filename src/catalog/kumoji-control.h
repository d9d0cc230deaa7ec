/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A control: what several items of a catalog serve together, and why. */
#pragma once

#include "catalog/kumoji-place.h"

G_BEGIN_DECLS

/**
 * KumojiControl:
 * @id: its number in the guide, e.g. "6.1.1"
 * @purpose: what it is good for
 */
typedef struct
{
  char *id;
  KumojiText title;
  KumojiText purpose;
} KumojiControl;

GPtrArray *kumoji_controls_new_from_place (const KumojiPlace *place);
const KumojiControl *kumoji_controls_find (GPtrArray *controls, const char *id);

G_END_DECLS
