/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item list: all items of a checklist with their states, or those that a filter leaves. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-item-marks.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ITEM_LIST (kumoji_item_list_get_type ())
G_DECLARE_FINAL_TYPE (KumojiItemList, kumoji_item_list, KUMOJI, ITEM_LIST, AdwBin)

void kumoji_item_list_set_checklist (KumojiItemList *self,
                                     KumojiChecklist *checklist,
                                     KumojiItem *current);
void kumoji_item_list_refresh (KumojiItemList *self);
void kumoji_item_list_set_current (KumojiItemList *self, KumojiItem *item);
void kumoji_item_list_set_filter (KumojiItemList *self, KumojiItemFilter filter);
void kumoji_item_list_show_all (KumojiItemList *self);
guint kumoji_item_list_get_n_shown (KumojiItemList *self);
KumojiItemMarks *kumoji_item_list_get_marks (KumojiItemList *self);
KumojiItem *kumoji_item_list_find_next (KumojiItemList *self, int step, gboolean skip_excluded);

G_END_DECLS
