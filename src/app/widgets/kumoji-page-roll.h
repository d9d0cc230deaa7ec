/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page roll: the pages of a document one below the other; only those in sight are drawn. */
#pragma once

#include <gtk/gtk.h>

#include "report/kumoji-search.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_PAGE_ROLL (kumoji_page_roll_get_type ())
G_DECLARE_FINAL_TYPE (KumojiPageRoll, kumoji_page_roll, KUMOJI, PAGE_ROLL, GtkWidget)

void kumoji_page_roll_set_document (KumojiPageRoll *self, KumojiDocument *document);
void kumoji_page_roll_set_zoom (KumojiPageRoll *self, double zoom);
double kumoji_page_roll_get_scale (KumojiPageRoll *self);
guint kumoji_page_roll_get_n_pages (KumojiPageRoll *self);
guint kumoji_page_roll_get_page (KumojiPageRoll *self);
void kumoji_page_roll_scroll_to (KumojiPageRoll *self, guint page, double y);
void kumoji_page_roll_scroll_by (KumojiPageRoll *self, GtkOrientation orientation, double pixels);
void kumoji_page_roll_show_box (KumojiPageRoll *self, guint page, const KumojiBox *box);
void kumoji_page_roll_set_marked (KumojiPageRoll *self, guint page);
void kumoji_page_roll_set_matches (KumojiPageRoll *self, GArray *matches, guint current);

G_END_DECLS
