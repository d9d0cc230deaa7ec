/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A share row: what one group of assets is worth, and which part of the total that is. */
#pragma once

#include <gtk/gtk.h>

#include "rules/kumoji-valuation.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_SHARE_ROW (kumoji_share_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiShareRow, kumoji_share_row, KUMOJI, SHARE_ROW, GtkListBoxRow)

GtkWidget *kumoji_share_row_new (void);
void kumoji_share_row_set (KumojiShareRow *self, const KumojiShare *share, gint64 total);
const char *kumoji_share_row_get_id (KumojiShareRow *self);

char *kumoji_share_format (gint64 part, gint64 total);

G_END_DECLS
