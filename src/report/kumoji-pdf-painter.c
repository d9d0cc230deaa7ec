/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF painter: writes a document through libharu. */
#include "report/kumoji-pdf-painter.h"

#include <hpdf.h>
#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-pdf-fonts.h"
#include "report/kumoji-pdf-guide.h"
#include "report/kumoji-pdf-stream.h"

/* libharu takes 65,535 bytes; a character becomes four in what it writes. */
#define LONGEST_TEXT 8000

typedef struct
{
  KumojiDocument *document;
  HPDF_Doc pdf;
  gboolean last; /* nobody needs the pages any more once they are painted */
  KumojiPdfFonts *fonts;
  GHashTable *images; /* KumojiImage → HPDF_Image: in the file once, however often drawn */
  GPtrArray *pages;   /* HPDF_Page */
  GArray *links;      /* KumojiPdfLink */
  gsize packed;       /* what libharu keeps of the pages, bytes */
  const char *operation;
  guint page_number;
  gulong status, detail; /* of the first thing that went wrong */
  const char *failed;
  GError *font_error;

  /* What the page was last told; telling it again would only make the file longer. */
  HPDF_Page page;
  double height;
  KumojiFace *face;
  HPDF_Font font;
  double size;
  KumojiColour fill, stroke;
  double line_width;
  guint dash;
  int round;
  gboolean in_text, stroked_text;
} Painter;

/* libharu calls this within the call that fails, and returns an error from every later one. */
static void
failed_cb (HPDF_STATUS status, HPDF_STATUS detail, void *user_data)
{
  Painter *painter = user_data;

  if (painter->status != 0)
    return;

  painter->status = status;
  painter->detail = detail;
  painter->failed = painter->operation;
}

static gboolean
is_fine (Painter *painter, GError **error)
{
  if (painter->font_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&painter->font_error));
      return FALSE;
    }
  if (painter->status == 0)
    return TRUE;

  g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_PDF,
               _("The PDF could not be made: libharu refused “%s” on page %u (0x%04lX, %lu)"),
               painter->failed, painter->page_number, painter->status, painter->detail);

  return FALSE;
}

#define RED(colour) ((((colour) >> 16) & 0xff) / 255.0f)
#define GREEN(colour) ((((colour) >> 8) & 0xff) / 255.0f)
#define BLUE(colour) (((colour) &0xff) / 255.0f)

static void
set_ink (Painter *painter, const KumojiInk *ink)
{
  HPDF_Page page = painter->page;

  if (ink->fill != KUMOJI_COLOUR_NONE && ink->fill != painter->fill)
    {
      HPDF_Page_SetRGBFill (page, RED (ink->fill), GREEN (ink->fill), BLUE (ink->fill));
      painter->fill = ink->fill;
    }
  if (ink->stroke == KUMOJI_COLOUR_NONE)
    return;

  if (ink->stroke != painter->stroke)
    {
      HPDF_Page_SetRGBStroke (page, RED (ink->stroke), GREEN (ink->stroke), BLUE (ink->stroke));
      painter->stroke = ink->stroke;
    }
  if (ink->line_width != painter->line_width)
    {
      HPDF_Page_SetLineWidth (page, ink->line_width);
      painter->line_width = ink->line_width;
    }
  if (ink->round != painter->round)
    {
      HPDF_Page_SetLineCap (page, ink->round ? HPDF_ROUND_END : HPDF_BUTT_END);
      HPDF_Page_SetLineJoin (page, ink->round ? HPDF_ROUND_JOIN : HPDF_MITER_JOIN);
      painter->round = ink->round;
    }
}

static void
set_dash (Painter *painter, guint dash)
{
#if HPDF_VERSION_ID >= 20400
  const HPDF_REAL lengths[] = { dash, dash };
#else
  const HPDF_UINT16 lengths[] = { dash, dash };
#endif

  if (dash == painter->dash)
    return;

  HPDF_Page_SetDash (painter->page, dash > 0 ? lengths : NULL,
                     dash > 0 ? G_N_ELEMENTS (lengths) : 0, 0);
  painter->dash = dash;
}

static void
end_text (Painter *painter)
{
  if (painter->in_text)
    HPDF_Page_EndText (painter->page);
  painter->in_text = FALSE;
}

/* A text that is longer than libharu takes goes in pieces, each where its width puts it. */
static void
show_text (Painter *painter, const KumojiDrawing *drawing)
{
  double x = drawing->x;

  if (strlen (drawing->text) < LONGEST_TEXT)
    {
      HPDF_Page_TextOut (painter->page, x, painter->height - drawing->y, drawing->text);
      return;
    }

  for (const char *p = drawing->text; *p != '\0';)
    {
      const char *end = p;
      guint64 width = 0;
      guint glyph, advance;
      g_autofree char *piece = NULL;

      while (*end != '\0' && end - p < LONGEST_TEXT)
        {
          if (kumoji_face_find (drawing->face, g_utf8_get_char (end), &glyph, &advance))
            width += advance;
          end = g_utf8_next_char (end);
        }
      piece = g_strndup (p, end - p);
      HPDF_Page_TextOut (painter->page, x, painter->height - drawing->y, piece);
      x += width * drawing->size / 1000;
      p = end;
    }
}

static void
paint_text (Painter *painter, const KumojiDrawing *drawing)
{
  const gboolean stroked = drawing->ink.stroke != KUMOJI_COLOUR_NONE;

  if (drawing->face != painter->face && painter->font_error == NULL)
    {
      painter->operation = "load a font";
      painter->font =
        kumoji_pdf_fonts_load (painter->fonts, painter->pdf, drawing->face, &painter->font_error);
    }
  painter->operation = "write text";
  if (!painter->in_text)
    HPDF_Page_BeginText (painter->page);
  painter->in_text = TRUE;
  set_ink (painter, &drawing->ink);
  if (stroked != painter->stroked_text)
    HPDF_Page_SetTextRenderingMode (painter->page, stroked ? HPDF_FILL_THEN_STROKE : HPDF_FILL);
  painter->stroked_text = stroked;
  if (painter->font != NULL && (drawing->face != painter->face || drawing->size != painter->size))
    {
      HPDF_Page_SetFontAndSize (painter->page, painter->font, drawing->size);
      painter->face = drawing->face;
      painter->size = drawing->size;
    }

  show_text (painter, drawing);
}

static void
paint_path (Painter *painter, KumojiPage *page, const KumojiDrawing *drawing)
{
  const KumojiPathStep *steps = kumoji_page_get_steps (page, drawing);
  const gboolean filled = drawing->ink.fill != KUMOJI_COLOUR_NONE;
  const gboolean stroked = drawing->ink.stroke != KUMOJI_COLOUR_NONE;
  const double h = painter->height;

  if (drawing->n_steps == 0 || (!filled && !stroked))
    return;

  painter->operation = "draw a shape";
  end_text (painter);
  set_ink (painter, &drawing->ink);
  if (stroked)
    set_dash (painter, drawing->ink.dash);

  for (guint i = 0; i < drawing->n_steps; i++)
    {
      const float *x = steps[i].x, *y = steps[i].y;

      if (steps[i].verb == KUMOJI_PATH_MOVE)
        HPDF_Page_MoveTo (painter->page, x[0], h - y[0]);
      else if (steps[i].verb == KUMOJI_PATH_LINE)
        HPDF_Page_LineTo (painter->page, x[0], h - y[0]);
      else if (steps[i].verb == KUMOJI_PATH_CURVE)
        HPDF_Page_CurveTo (painter->page, x[0], h - y[0], x[1], h - y[1], x[2], h - y[2]);
      else
        HPDF_Page_ClosePath (painter->page);
    }

  if (filled && stroked)
    HPDF_Page_FillStroke (painter->page);
  else if (filled)
    HPDF_Page_Fill (painter->page);
  else
    HPDF_Page_Stroke (painter->page);
}

static HPDF_Image
get_image (Painter *painter, KumojiImage *image)
{
  HPDF_Image loaded = g_hash_table_lookup (painter->images, image);

  if (loaded != NULL)
    return loaded;

  painter->operation = "load a picture";
  loaded = HPDF_LoadRawImageFromMem (painter->pdf, kumoji_image_get_rows (image),
                                     kumoji_image_get_width (image),
                                     kumoji_image_get_height (image), HPDF_CS_DEVICE_RGB, 8);
  if (loaded != NULL)
    g_hash_table_insert (painter->images, image, loaded);

  return loaded;
}

static void
paint_image (Painter *painter, const KumojiDrawing *drawing)
{
  const KumojiBox *box = &drawing->box;
  HPDF_Image image = get_image (painter, drawing->image);

  end_text (painter);
  if (image == NULL)
    return;

  painter->operation = "draw a picture";
  HPDF_Page_DrawImage (painter->page, image, box->x, painter->height - box->y - box->height,
                       box->width, box->height);
}

static void
start_page (Painter *painter, KumojiPage *page)
{
  painter->operation = "add a page";
  painter->page = HPDF_AddPage (painter->pdf);
  painter->height = kumoji_page_get_height (page);
  HPDF_Page_SetWidth (painter->page, kumoji_page_get_width (page));
  HPDF_Page_SetHeight (painter->page, painter->height);
  g_ptr_array_add (painter->pages, painter->page);

  painter->face = NULL;
  painter->fill = painter->stroke = KUMOJI_COLOUR_NONE;
  painter->line_width = -1;
  painter->dash = 0;
  painter->round = -1;
  painter->in_text = painter->stroked_text = FALSE;
}

static void
clear_link (gpointer link)
{
  g_free (((KumojiPdfLink *) link)->anchor);
}

static void
note_link (Painter *painter, const KumojiDrawing *drawing)
{
  const KumojiPdfLink link = { painter->page_number - 1, drawing->box, g_strdup (drawing->text) };

  g_array_append_val (painter->links, link);
}

static void
paint_page (Painter *painter, KumojiPage *page)
{
  const guint n_drawings = kumoji_page_get_n_drawings (page);

  start_page (painter, page);
  kumoji_page_open (page);
  for (guint i = 0; i < n_drawings && painter->status == 0; i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);

      if (drawing->kind == KUMOJI_DRAWING_TEXT)
        paint_text (painter, drawing);
      else if (drawing->kind == KUMOJI_DRAWING_PATH)
        paint_path (painter, page, drawing);
      else if (drawing->kind == KUMOJI_DRAWING_LINK)
        note_link (painter, drawing);
      else if (drawing->kind == KUMOJI_DRAWING_IMAGE)
        paint_image (painter, drawing);
    }
  kumoji_page_close (page);
  end_text (painter);
  painter->operation = "compress a page";
  painter->packed += kumoji_pdf_pack_page (painter->page);
}

static gboolean
paint_pages (Painter *painter,
             KumojiPaintProgress progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  const guint n_pages = kumoji_document_get_n_pages (painter->document);

  for (guint i = 0; i < n_pages; i++)
    {
      KumojiPage *page = kumoji_document_get_page (painter->document, i);
      const GError *fault = kumoji_page_get_fault (page);

      painter->page_number = i + 1;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (fault != NULL)
        {
          g_propagate_prefixed_error (error, g_error_copy (fault), _("Page %u: "), i + 1);
          return FALSE;
        }
      paint_page (painter, page);
      if (!is_fine (painter, error))
        return FALSE;
      if (painter->last)
        kumoji_page_clear (page);
      if (progress != NULL)
        progress (i + 1, n_pages, user_data);
    }
  painter->operation = "add the links";
  kumoji_pdf_add_links (painter->document, painter->links, painter->pages);
  painter->operation = "add the outline";
  kumoji_pdf_add_outline (painter->pdf, painter->document, painter->pages);

  return is_fine (painter, error);
}

static GBytes *
take_bytes (Painter *painter, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  painter->operation = "write the document";
  bytes = kumoji_pdf_save (painter->pdf, painter->packed, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !is_fine (painter, error))
    return NULL;

  return g_steal_pointer (&bytes);
}

static gboolean
check_n_pages (KumojiDocument *document, GError **error)
{
  const guint n_pages = kumoji_document_get_n_pages (document);

  if (n_pages == 0)
    g_set_error_literal (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY,
                         _("The report has no page: choose at least one part that has content"));
  else if (n_pages > KUMOJI_MOST_PAGES)
    kumoji_document_set_too_long (error);

  return n_pages > 0 && n_pages <= KUMOJI_MOST_PAGES;
}

static GBytes *
paint_document (Painter *painter,
                KumojiPaintProgress progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  if (!kumoji_pdf_fonts_collect (painter->fonts, painter->document, cancellable, error))
    return NULL;
  HPDF_UseUTFEncodings (painter->pdf);
  HPDF_SetCurrentEncoder (painter->pdf, "UTF-8");
  HPDF_SetCompressionMode (painter->pdf, HPDF_COMP_ALL);

  painter->operation = "describe the document";
  kumoji_pdf_describe (painter->pdf, painter->document);
  if (!is_fine (painter, error) || !paint_pages (painter, progress, user_data, cancellable, error))
    return NULL;

  return take_bytes (painter, cancellable, error);
}

static GBytes *
paint (Painter *painter,
       KumojiPaintProgress progress,
       gpointer user_data,
       GCancellable *cancellable,
       GError **error)
{
  GBytes *bytes;

  if (!check_n_pages (painter->document, error))
    return NULL;

  painter->operation = "start";
  painter->pdf = HPDF_New (failed_cb, painter);
  if (painter->pdf == NULL)
    {
      is_fine (painter, error);
      return NULL;
    }
  painter->fonts = kumoji_pdf_fonts_new ();
  painter->images = g_hash_table_new (NULL, NULL);
  painter->pages = g_ptr_array_new ();
  painter->links = g_array_new (FALSE, FALSE, sizeof (KumojiPdfLink));
  g_array_set_clear_func (painter->links, clear_link);
  bytes = paint_document (painter, progress, user_data, cancellable, error);

  HPDF_Free (painter->pdf);
  kumoji_pdf_fonts_free (painter->fonts);
  g_hash_table_unref (painter->images);
  g_clear_error (&painter->font_error);
  g_ptr_array_unref (painter->pages);
  g_array_unref (painter->links);

  return bytes;
}

/**
 * kumoji_pdf_paint:
 * @progress: (nullable): called in the same thread after each page
 *
 * The same document gives the same bytes. Needs no main loop: meant for a worker thread.
 *
 * Returns: (transfer full) (nullable): the PDF; or %NULL with an error of %KUMOJI_REPORT_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
GBytes *
kumoji_pdf_paint (KumojiDocument *document,
                  KumojiPaintProgress progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  Painter painter = { document };

  return paint (&painter, progress, user_data, cancellable, error);
}

/**
 * kumoji_pdf_paint_last:
 *
 * As kumoji_pdf_paint(), for a document that nobody will look at again: its pages are empty
 * afterwards, and their memory serves the PDF.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
kumoji_pdf_paint_last (KumojiDocument *document,
                       KumojiPaintProgress progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  Painter painter = { document, .last = TRUE };

  return paint (&painter, progress, user_data, cancellable, error);
}
