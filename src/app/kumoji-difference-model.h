/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A difference model: what differs, area by area, as a list that can be searched. A GListModel. */
#pragma once

#include "rules/kumoji-difference.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_DIFFERENCE_LINE (kumoji_difference_line_get_type ())
G_DECLARE_FINAL_TYPE (KumojiDifferenceLine,
                      kumoji_difference_line,
                      KUMOJI,
                      DIFFERENCE_LINE,
                      GObject)

const KumojiDifference *kumoji_difference_line_get_difference (KumojiDifferenceLine *self);
guint kumoji_difference_line_get_heads (KumojiDifferenceLine *self);

#define KUMOJI_TYPE_DIFFERENCE_MODEL (kumoji_difference_model_get_type ())
G_DECLARE_FINAL_TYPE (KumojiDifferenceModel,
                      kumoji_difference_model,
                      KUMOJI,
                      DIFFERENCE_MODEL,
                      GObject)

#define KUMOJI_DIFFERENCE_ANY_KIND (-1)

KumojiDifferenceModel *kumoji_difference_model_new (GPtrArray *differences);
guint kumoji_difference_model_get_count (KumojiDifferenceModel *self, int kind);
void kumoji_difference_model_set_filter (KumojiDifferenceModel *self, int kind, const char *words);

G_END_DECLS
