/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item line: an item of a checklist as the list of items shows it. */
#pragma once

#include "app/widgets/kumoji-pill.h"
#include "rules/kumoji-score.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ITEM_LINE (kumoji_item_line_get_type ())
G_DECLARE_FINAL_TYPE (KumojiItemLine, kumoji_item_line, KUMOJI, ITEM_LINE, GObject)

KumojiItemLine *kumoji_item_line_new (KumojiItem *item, const char *heading);

KumojiItem *kumoji_item_line_get_item (KumojiItemLine *self);
const char *kumoji_item_line_get_heading (KumojiItemLine *self);
void kumoji_item_line_set_state (KumojiItemLine *self, KumojiItemState state);
KumojiItemState kumoji_item_line_get_state (KumojiItemLine *self);

KumojiPillKind kumoji_item_state_get_pill (KumojiItemState state);
KumojiPillKind kumoji_score_get_pill (const KumojiScore *score);

G_END_DECLS
