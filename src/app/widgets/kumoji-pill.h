/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pill: a state as icon, word and colour. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * KumojiPillKind:
 * @KUMOJI_PILL_OPEN: nothing is said yet: unanswered, waiting, not started (grey, empty circle)
 * @KUMOJI_PILL_PASSED: yes, finished, balanced (green, tick)
 * @KUMOJI_PILL_BLOCKED: no, shut, an error (red, cross)
 * @KUMOJI_PILL_NOT_APPLICABLE: out of the count (grey, dash)
 * @KUMOJI_PILL_LATE: overdue, a warning (amber, triangle)
 * @KUMOJI_PILL_CURRENT: under way (the accent, filled circle)
 */
typedef enum
{
  KUMOJI_PILL_OPEN,
  KUMOJI_PILL_PASSED,
  KUMOJI_PILL_BLOCKED,
  KUMOJI_PILL_NOT_APPLICABLE,
  KUMOJI_PILL_LATE,
  KUMOJI_PILL_CURRENT,
} KumojiPillKind;

#define KUMOJI_TYPE_PILL_KIND (kumoji_pill_kind_get_type ())
GType kumoji_pill_kind_get_type (void);

#define KUMOJI_TYPE_PILL (kumoji_pill_get_type ())
G_DECLARE_FINAL_TYPE (KumojiPill, kumoji_pill, KUMOJI, PILL, GtkWidget)

GtkWidget *kumoji_pill_new (KumojiPillKind kind, const char *label);
void kumoji_pill_set (KumojiPill *self, KumojiPillKind kind, const char *label);
KumojiPillKind kumoji_pill_get_kind (KumojiPill *self);
const char *kumoji_pill_get_label (KumojiPill *self);

G_END_DECLS
