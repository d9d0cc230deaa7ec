/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The label of a small page: its number, and a frame around the one that is read. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kumoji_page_label_snapshot (GtkWidget *widget,
                                 GtkSnapshot *snapshot,
                                 guint position,
                                 const GdkRectangle *at,
                                 gboolean marked);

G_END_DECLS
