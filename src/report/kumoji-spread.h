/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spread: labels in a column, moved apart so that none lies over another. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KumojiSpread:
 * @centre: where the label would stand, and after kumoji_spread() where it stands; points
 * @height: points
 * @id: whose label it is, as the caller counts
 */
typedef struct
{
  double centre, height;
  guint id;
} KumojiSpread;

guint kumoji_spread (KumojiSpread *labels, guint n_labels, double top, double bottom);

G_END_DECLS
