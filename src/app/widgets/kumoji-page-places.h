/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of pages: where each stands when they lie one below the other, in pixels. */
#pragma once

#include <gdk/gdk.h>

#include "report/kumoji-document.h"

G_BEGIN_DECLS

/* Pixels of a point at 100 %. */
#define KUMOJI_PAGE_NATURAL (96.0 / 72)

/* Pixels around a page, and below a small one for its number. */
#define KUMOJI_PAGE_MARGIN 14
#define KUMOJI_PAGE_NUMBER 16

/**
 * KumojiPagePlaces:
 * @document: (nullable): whose pages
 * @zoom: 1 is 100 %; 0 makes each page as wide as the view
 * @below: more room below each page
 * @tops: (element-type int): where each page begins, and where the next would; shorter where the
 *   pages must be laid anew
 * @view_width: of what shows them
 * @width: of all of them
 * @anchor: the page at the top of the view, and how much of it is above: that stays
 */
typedef struct
{
  KumojiDocument *document;
  double zoom;
  int below;
  GArray *tops;
  int view_width;
  int width;
  guint anchor;
  double anchor_part;
} KumojiPagePlaces;

guint kumoji_page_places_get_n (const KumojiPagePlaces *self);
gboolean kumoji_page_places_are_known (const KumojiPagePlaces *self);
double kumoji_page_places_get_scale (const KumojiPagePlaces *self, guint position);
void kumoji_page_places_lay (KumojiPagePlaces *self, int view_width);
int kumoji_page_places_get_top (const KumojiPagePlaces *self, guint position);
guint kumoji_page_places_find (const KumojiPagePlaces *self, double y);
GdkRectangle kumoji_page_places_get (const KumojiPagePlaces *self, guint position);
void kumoji_page_places_set_anchor (KumojiPagePlaces *self, double y);
double kumoji_page_places_get_anchor (const KumojiPagePlaces *self);

G_END_DECLS
