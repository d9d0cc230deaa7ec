/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item lines: all items of a checklist below their headings, with their states, and which of
 * them the filters leave. */
#pragma once

#include "app/pages/kumoji-checklist.h"
#include "app/pages/kumoji-item-line.h"

G_BEGIN_DECLS

typedef enum
{
  KUMOJI_ITEM_FILTER_ALL,
  KUMOJI_ITEM_FILTER_OPEN,
  KUMOJI_ITEM_FILTER_NO,
} KumojiItemFilter;

#define KUMOJI_N_ITEM_FILTERS (KUMOJI_ITEM_FILTER_NO + 1)

/**
 * KumojiItemConcerns:
 * @item: an item
 * @data: what was given with the function
 *
 * Returns: whether it concerns the reader
 */
typedef gboolean (*KumojiItemConcerns) (KumojiItem *item, gpointer data);

#define KUMOJI_TYPE_ITEM_LINES (kumoji_item_lines_get_type ())
G_DECLARE_FINAL_TYPE (KumojiItemLines, kumoji_item_lines, KUMOJI, ITEM_LINES, GObject)

KumojiItemLines *kumoji_item_lines_new (void);
void
kumoji_item_lines_set_concerns (KumojiItemLines *self, KumojiItemConcerns concerns, gpointer data);

void kumoji_item_lines_fill (KumojiItemLines *self, KumojiChecklist *checklist, KumojiItem *open);
GListModel *kumoji_item_lines_get_model (KumojiItemLines *self);
gboolean kumoji_item_lines_read (KumojiItemLines *self);

void kumoji_item_lines_set_filter (KumojiItemLines *self, KumojiItemFilter filter);
KumojiItemFilter kumoji_item_lines_get_filter (KumojiItemLines *self);
gboolean kumoji_item_lines_passes (KumojiItemLines *self, KumojiItemLine *line);
gboolean kumoji_item_lines_is_shown (KumojiItemLines *self, KumojiItemLine *line);
guint kumoji_item_lines_recount (KumojiItemLines *self, guint counts[KUMOJI_N_ITEM_FILTERS]);

KumojiItemLine *kumoji_item_lines_find (KumojiItemLines *self, KumojiItem *item);
KumojiItem *kumoji_item_lines_find_next (KumojiItemLines *self,
                                         KumojiItem *current,
                                         int step,
                                         gboolean skip_excluded);
KumojiItem *kumoji_item_lines_find_first (KumojiItemLines *self, guint heading);
GMenuModel *kumoji_item_lines_make_menu (KumojiItemLines *self, const char *action);
void kumoji_item_lines_unfold (KumojiItemLines *self);

G_END_DECLS
