/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page view: one page of a document on the screen, as it is printed. */
#pragma once

#include <gtk/gtk.h>

#include "report/kumoji-search.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_PAGE_VIEW (kumoji_page_view_get_type ())
G_DECLARE_FINAL_TYPE (KumojiPageView, kumoji_page_view, KUMOJI, PAGE_VIEW, GtkWidget)

GtkWidget *kumoji_page_view_new (void);
void kumoji_page_view_set_page (KumojiPageView *self, KumojiDocument *document, guint position);
guint kumoji_page_view_get_position (KumojiPageView *self);
void kumoji_page_view_set_matches (KumojiPageView *self, GArray *matches, guint current);
gboolean kumoji_page_view_is_drawn (KumojiPageView *self);

void kumoji_page_view_keep_range (GPtrArray *views,
                                  GtkWidget *parent,
                                  KumojiDocument *document,
                                  guint first,
                                  guint last);

G_END_DECLS
