/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item line: an item of a checklist, or the heading of a section, as the list of items shows it.
 */
#pragma once

#include "app/widgets/kumoji-pill.h"
#include "rules/kumoji-score.h"

G_BEGIN_DECLS

/**
 * KumojiItemMark:
 * @KUMOJI_ITEM_MARK_OFF: nothing is being marked, or not this
 * @KUMOJI_ITEM_MARK_NONE: it can be marked, and is not
 * @KUMOJI_ITEM_MARK_SOME: of a heading: some of its items are
 * @KUMOJI_ITEM_MARK_ALL: it is; of a heading: all of its items that are shown
 */
typedef enum
{
  KUMOJI_ITEM_MARK_OFF,
  KUMOJI_ITEM_MARK_NONE,
  KUMOJI_ITEM_MARK_SOME,
  KUMOJI_ITEM_MARK_ALL,
} KumojiItemMark;

#define KUMOJI_TYPE_ITEM_LINE (kumoji_item_line_get_type ())
G_DECLARE_FINAL_TYPE (KumojiItemLine, kumoji_item_line, KUMOJI, ITEM_LINE, GObject)

KumojiItemLine *kumoji_item_line_new (KumojiItem *item, KumojiItemLine *heading);
KumojiItemLine *kumoji_item_line_new_heading (const char *title, gboolean folded);

KumojiItem *kumoji_item_line_get_item (KumojiItemLine *self);
KumojiItemLine *kumoji_item_line_get_heading (KumojiItemLine *self);

const char *kumoji_item_line_get_title (KumojiItemLine *self);
void kumoji_item_line_set_progress (KumojiItemLine *self, const char *progress);
const char *kumoji_item_line_get_progress (KumojiItemLine *self);
void kumoji_item_line_set_n_shown (KumojiItemLine *self, guint n_shown);
guint kumoji_item_line_get_n_shown (KumojiItemLine *self);
void kumoji_item_line_set_folded (KumojiItemLine *self, gboolean folded);
gboolean kumoji_item_line_is_folded (KumojiItemLine *self);

void kumoji_item_line_set_state (KumojiItemLine *self,
                                 KumojiItemState state,
                                 KumojiPillKind pill,
                                 const char *words);
KumojiItemState kumoji_item_line_get_state (KumojiItemLine *self);
KumojiPillKind kumoji_item_line_get_pill (KumojiItemLine *self);
const char *kumoji_item_line_get_words (KumojiItemLine *self);

void kumoji_item_line_set_mark (KumojiItemLine *self, KumojiItemMark mark);
KumojiItemMark kumoji_item_line_get_mark (KumojiItemLine *self);

G_END_DECLS
