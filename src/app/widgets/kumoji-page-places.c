/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of pages: where each stands when they lie one below the other, in pixels. */
#include "config.h"

#include "app/widgets/kumoji-page-places.h"

#include <math.h>

/* How far pages are blown up to fill a wide window. */
#define FIT_LIMIT 1.65

guint
kumoji_page_places_get_n (const KumojiPagePlaces *self)
{
  return self->document != NULL ? kumoji_document_get_n_pages (self->document) : 0;
}

gboolean
kumoji_page_places_are_known (const KumojiPagePlaces *self)
{
  return self->tops->len == kumoji_page_places_get_n (self) + 1;
}

/**
 * kumoji_page_places_get_scale:
 * @self: places
 * @position: a page, counted from 0
 *
 * Returns: pixels of a point
 */
double
kumoji_page_places_get_scale (const KumojiPagePlaces *self, guint position)
{
  double width = kumoji_page_get_width (kumoji_document_get_page (self->document, position));

  if (self->zoom > 0)
    return self->zoom * KUMOJI_PAGE_NATURAL;
  return CLAMP ((self->view_width - 2 * KUMOJI_PAGE_MARGIN) / width, 0.05, FIT_LIMIT);
}

/**
 * kumoji_page_places_lay:
 * @self: places
 * @view_width: of what shows the pages
 */
void
kumoji_page_places_lay (KumojiPagePlaces *self, int view_width)
{
  int top = KUMOJI_PAGE_MARGIN;
  int widest = 0;

  self->view_width = view_width;
  g_array_set_size (self->tops, 0);
  for (guint i = 0; i < kumoji_page_places_get_n (self); i++)
    {
      KumojiPage *page = kumoji_document_get_page (self->document, i);
      double scale = kumoji_page_places_get_scale (self, i);

      g_array_append_val (self->tops, top);
      top += (int) round (kumoji_page_get_height (page) * scale) + KUMOJI_PAGE_MARGIN + self->below;
      widest = MAX (widest, (int) round (kumoji_page_get_width (page) * scale));
    }
  g_array_append_val (self->tops, top);
  self->width = MAX (view_width, widest + 2 * KUMOJI_PAGE_MARGIN);
}

/**
 * kumoji_page_places_get_top:
 * @self: known places
 * @position: a page; one more than there are is the end
 */
int
kumoji_page_places_get_top (const KumojiPagePlaces *self, guint position)
{
  return g_array_index (self->tops, int, position);
}

/**
 * kumoji_page_places_find:
 * @self: known places
 * @y: pixels from the top of all
 *
 * Returns: the page that holds @y, or the last above it
 */
guint
kumoji_page_places_find (const KumojiPagePlaces *self, double y)
{
  guint low = 0, high = kumoji_page_places_get_n (self);

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (kumoji_page_places_get_top (self, middle) <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * kumoji_page_places_get:
 * @self: known places
 * @position: a page
 *
 * Returns: where it is, from the top left of all
 */
GdkRectangle
kumoji_page_places_get (const KumojiPagePlaces *self, guint position)
{
  KumojiPage *page = kumoji_document_get_page (self->document, position);
  double scale = kumoji_page_places_get_scale (self, position);
  GdkRectangle place = { 0, kumoji_page_places_get_top (self, position),
                         (int) round (kumoji_page_get_width (page) * scale),
                         (int) round (kumoji_page_get_height (page) * scale) };

  place.x = (self->width - place.width) / 2;
  return place;
}

/**
 * kumoji_page_places_set_anchor:
 * @self: places
 * @y: what is at the top of the view; unknown places keep the anchor that they have
 */
void
kumoji_page_places_set_anchor (KumojiPagePlaces *self, double y)
{
  int top;

  if (!kumoji_page_places_are_known (self) || kumoji_page_places_get_n (self) == 0)
    return;
  y += KUMOJI_PAGE_MARGIN;
  self->anchor = kumoji_page_places_find (self, y);
  top = kumoji_page_places_get_top (self, self->anchor);
  self->anchor_part =
    (y - top) / MAX (1, kumoji_page_places_get_top (self, self->anchor + 1) - top);
}

/**
 * kumoji_page_places_get_anchor:
 * @self: known places
 *
 * Returns: what must be at the top of the view, so that the anchor is where it was
 */
double
kumoji_page_places_get_anchor (const KumojiPagePlaces *self)
{
  guint n = kumoji_page_places_get_n (self);
  guint page = MIN (self->anchor, MAX (1, n) - 1);
  int top;

  if (n == 0)
    return 0;
  top = kumoji_page_places_get_top (self, page);
  return top - KUMOJI_PAGE_MARGIN
         + self->anchor_part * (kumoji_page_places_get_top (self, page + 1) - top);
}
