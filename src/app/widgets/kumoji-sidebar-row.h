/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the sidebar: a page's icon and title, and a small count. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KUMOJI_TYPE_SIDEBAR_ROW (kumoji_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiSidebarRow, kumoji_sidebar_row, KUMOJI, SIDEBAR_ROW, GtkListBoxRow)

GtkWidget *kumoji_sidebar_row_new (const char *icon, const char *title);
void
kumoji_sidebar_row_set_count (KumojiSidebarRow *self, const char *count, const char *description);

G_END_DECLS
