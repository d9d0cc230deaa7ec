/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a page: whether all that stands on it has stayed in its place. */
#include "catalog/kumoji-phrases.h"
#include "report/kumoji-page.h"

/* Positions are floats, and a box is often the sum of a few of them. */
#define TOLERANCE 0.05

static gboolean
is_inside (const KumojiBox *inner, double width, double height, const KumojiBox *box)
{
  return inner->x >= box->x - TOLERANCE && inner->y >= box->y - TOLERANCE
         && inner->x + width <= box->x + box->width + TOLERANCE
         && inner->y + height <= box->y + box->height + TOLERANCE;
}

static gboolean
is_text_in_place (const KumojiDrawing *drawing, const KumojiBox *sheet, GError **error)
{
  const double ascent = drawing->size * KUMOJI_FACE_ASCENT;
  const KumojiBox run = { drawing->x, drawing->y - ascent, drawing->width, drawing->size };

  if (is_inside (&run, run.width, run.height, &drawing->box)
      && is_inside (&drawing->box, drawing->box.width, drawing->box.height, sheet))
    return TRUE;

  g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY,
               _("“%.60s” at %.1f, %.1f leaves its box (%.1f, %.1f, %.1f × %.1f)"), drawing->text,
               drawing->x, drawing->y, drawing->box.x, drawing->box.y, drawing->box.width,
               drawing->box.height);

  return FALSE;
}

static gboolean
is_image_in_place (const KumojiDrawing *drawing, const KumojiBox *sheet, GError **error)
{
  if (is_inside (&drawing->box, drawing->box.width, drawing->box.height, sheet))
    return TRUE;

  g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY,
               _("A picture leaves the page (%.1f, %.1f, %.1f × %.1f)"), drawing->box.x,
               drawing->box.y, drawing->box.width, drawing->box.height);

  return FALSE;
}

/**
 * kumoji_page_check:
 *
 * Walks every run of text and every picture: each must stay in its box, and each box on the page.
 *
 * Returns: %TRUE where nothing has left its place; else %KUMOJI_REPORT_ERROR_GEOMETRY
 */
gboolean
kumoji_page_check (KumojiPage *page, GError **error)
{
  const KumojiBox sheet = { 0, 0, kumoji_page_get_width (page), kumoji_page_get_height (page) };
  const GError *fault = kumoji_page_get_fault (page);
  gboolean in_place = TRUE;

  if (fault != NULL)
    {
      g_propagate_error (error, g_error_copy (fault));
      return FALSE;
    }

  kumoji_page_open (page);
  for (guint i = 0; i < kumoji_page_get_n_drawings (page) && in_place; i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);

      if (drawing->kind == KUMOJI_DRAWING_IMAGE)
        in_place = is_image_in_place (drawing, &sheet, error);
      else if (drawing->text != NULL && drawing->kind != KUMOJI_DRAWING_LINK)
        in_place = is_text_in_place (drawing, &sheet, error);
    }
  kumoji_page_close (page);

  return in_place;
}
