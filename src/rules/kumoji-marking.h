/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marking: what the marks of a list of criteria come to. */
#pragma once

#include "rules/kumoji-item-state.h"

G_BEGIN_DECLS

#define KUMOJI_HIGHEST_MARK 3

/**
 * KumojiMarking:
 * @marked: criteria that have a mark
 * @sum: of their marks
 */
typedef struct
{
  guint marked;
  guint sum;
} KumojiMarking;

void kumoji_marking_add_up (KumojiMarking *self, GPtrArray *items, KumojiAssessment *assessment);
char *kumoji_marking_dup_mean (const KumojiMarking *self);

G_END_DECLS
