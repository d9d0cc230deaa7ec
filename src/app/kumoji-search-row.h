/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search row: something that was found, the heading of a group, or how many more there are. */
#pragma once

#include <adwaita.h>

#include "rules/kumoji-find.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_SEARCH_ROW (kumoji_search_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiSearchRow, kumoji_search_row, KUMOJI, SEARCH_ROW, GtkListBoxRow)

GtkWidget *kumoji_search_row_new (void);
void kumoji_search_row_set_heading (KumojiSearchRow *self, KumojiFindGroup group, guint n);
void kumoji_search_row_set_found (KumojiSearchRow *self,
                                  KumojiFindGroup group,
                                  const KumojiFound *found);
void kumoji_search_row_set_more (KumojiSearchRow *self, KumojiFindGroup group, guint n);

KumojiFindGroup kumoji_search_row_get_group (KumojiSearchRow *self);
const char *kumoji_search_row_get_target (KumojiSearchRow *self);

G_END_DECLS
