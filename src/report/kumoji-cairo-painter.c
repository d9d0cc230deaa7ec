/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cairo painter: draws a page on the screen, on a printer or into a picture. */
#include "report/kumoji-cairo-painter.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <string.h>

/* "file#index" → cairo_font_face_t: cairo keeps the glyphs with it. Two or three in all. */
static GHashTable *font_faces;
static GMutex font_faces_lock;

static cairo_font_face_t *
make_font_face (KumojiFace *face)
{
  const FcChar8 *file = (const FcChar8 *) kumoji_face_get_file (face);
  FcPattern *pattern = FcPatternBuild (NULL, FC_FILE, FcTypeString, file, FC_INDEX, FcTypeInteger,
                                       (int) kumoji_face_get_index (face), NULL);
  cairo_font_face_t *font_face = cairo_ft_font_face_create_for_pattern (pattern);

  FcPatternDestroy (pattern);

  return font_face;
}

static cairo_font_face_t *
get_font_face (KumojiFace *face)
{
  g_autofree char *key =
    g_strdup_printf ("%s#%u", kumoji_face_get_file (face), kumoji_face_get_index (face));
  cairo_font_face_t *font_face;

  g_mutex_lock (&font_faces_lock);
  if (font_faces == NULL)
    font_faces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) cairo_font_face_destroy);
  font_face = g_hash_table_lookup (font_faces, key);
  if (font_face == NULL)
    {
      font_face = make_font_face (face);
      g_hash_table_insert (font_faces, g_steal_pointer (&key), font_face);
    }
  g_mutex_unlock (&font_faces_lock);

  return font_face;
}

static void
set_colour (cairo_t *cr, KumojiColour colour)
{
  cairo_set_source_rgb (cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
set_line (cairo_t *cr, const KumojiInk *ink)
{
  const double dash = ink->dash;

  set_colour (cr, ink->stroke);
  cairo_set_line_width (cr, ink->line_width);
  cairo_set_line_cap (cr, ink->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, ink->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_dash (cr, &dash, ink->dash > 0 ? 1 : 0, 0);
}

static void
fill_and_stroke (cairo_t *cr, const KumojiInk *ink)
{
  if (ink->fill != KUMOJI_COLOUR_NONE)
    {
      set_colour (cr, ink->fill);
      cairo_fill_preserve (cr);
    }
  if (ink->stroke != KUMOJI_COLOUR_NONE)
    {
      set_line (cr, ink);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

/* The glyphs stand where the widths of the font file put them, as in the PDF; cairo's own advances
 * would be rounded for the screen. */
static int
place_glyphs (const KumojiDrawing *drawing, cairo_glyph_t *glyphs)
{
  guint64 used = 0;
  int n_glyphs = 0;

  for (const char *p = drawing->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint glyph, width;

      if (!kumoji_face_find (drawing->face, g_utf8_get_char (p), &glyph, &width))
        continue;
      glyphs[n_glyphs].index = glyph;
      glyphs[n_glyphs].x = drawing->x + used * drawing->size / 1000;
      glyphs[n_glyphs].y = drawing->y;
      n_glyphs++;
      used += width;
    }

  return n_glyphs;
}

/* Written text can be searched and copied; that is worth it where the target keeps text. Elsewhere
 * the outlines are filled: cairo 1.16 puts written glyphs on whole pixels, which looks uneven. */
static gboolean
keeps_text (cairo_t *cr)
{
  switch (cairo_surface_get_type (cairo_get_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
show_glyphs (cairo_t *cr, const KumojiDrawing *drawing, const cairo_glyph_t *glyphs, int n_glyphs)
{
  const char *text = drawing->text;
  g_autofree cairo_text_cluster_t *clusters = g_new (cairo_text_cluster_t, n_glyphs);
  int n_clusters = 0;

  for (const char *p = text; *p != '\0' && n_clusters < n_glyphs; p = g_utf8_next_char (p))
    {
      clusters[n_clusters].num_bytes = g_utf8_next_char (p) - p;
      clusters[n_clusters++].num_glyphs = 1;
    }
  set_colour (cr, drawing->ink.fill);
  if (g_utf8_strlen (text, -1) == n_glyphs)
    cairo_show_text_glyphs (cr, text, -1, glyphs, n_glyphs, clusters, n_clusters, 0);
  else
    cairo_show_glyphs (cr, glyphs, n_glyphs);
}

static void
paint_text (cairo_t *cr, const KumojiDrawing *drawing)
{
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, g_utf8_strlen (drawing->text, -1) + 1);
  const int n_glyphs = place_glyphs (drawing, glyphs);

  cairo_set_font_face (cr, get_font_face (drawing->face));
  cairo_set_font_size (cr, drawing->size);
  if (keeps_text (cr))
    {
      show_glyphs (cr, drawing, glyphs, n_glyphs);
      if (drawing->ink.stroke == KUMOJI_COLOUR_NONE)
        return;
    }

  cairo_glyph_path (cr, glyphs, n_glyphs);
  fill_and_stroke (cr, &drawing->ink);
}

static void
paint_path (cairo_t *cr, KumojiPage *page, const KumojiDrawing *drawing)
{
  const KumojiPathStep *steps = kumoji_page_get_steps (page, drawing);

  for (guint i = 0; i < drawing->n_steps; i++)
    {
      const float *x = steps[i].x, *y = steps[i].y;

      if (steps[i].verb == KUMOJI_PATH_MOVE)
        cairo_move_to (cr, x[0], y[0]);
      else if (steps[i].verb == KUMOJI_PATH_LINE)
        cairo_line_to (cr, x[0], y[0]);
      else if (steps[i].verb == KUMOJI_PATH_CURVE)
        cairo_curve_to (cr, x[0], y[0], x[1], y[1], x[2], y[2]);
      else
        cairo_close_path (cr);
    }
  fill_and_stroke (cr, &drawing->ink);
}

/* A surface for this call alone, over the pixels that all threads share: cairo counts the users of
 * a surface's pixels without a lock. By the name, a printed report still holds the picture once. */
static cairo_surface_t *
make_surface (KumojiImage *image)
{
  static const cairo_user_data_key_t key;
  const int width = kumoji_image_get_width (image), height = kumoji_image_get_height (image);
  char *name = g_strdup_printf ("kumoji-%u", kumoji_image_get_number (image));
  cairo_surface_t *surface =
    cairo_image_surface_create_for_data ((guchar *) kumoji_image_get_words (image),
                                         CAIRO_FORMAT_RGB24, width, height, width * 4);

  cairo_surface_set_user_data (surface, &key, kumoji_image_ref (image),
                               (cairo_destroy_func_t) kumoji_image_unref);
  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_UNIQUE_ID, (guchar *) name, strlen (name),
                               g_free, name);

  return surface;
}

static void
paint_image (cairo_t *cr, const KumojiDrawing *drawing)
{
  const KumojiBox *box = &drawing->box;
  cairo_surface_t *surface = make_surface (drawing->image);

  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  cairo_scale (cr, box->width / cairo_image_surface_get_width (surface),
               box->height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  /* Else the edge fades into what is behind it. What keeps pictures as they are has no such edge,
   * and would keep a padded copy for each page. */
  if (!keeps_text (cr))
    cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, cairo_image_surface_get_width (surface),
                   cairo_image_surface_get_height (surface));
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

/**
 * kumoji_cairo_paint:
 * @cr: its unit is taken as a point; scale and move it to where the page goes
 *
 * Draws the page upon whatever is there: paper is the caller's. A page with a fault is drawn
 * without the drawings that have no place.
 */
void
kumoji_cairo_paint (KumojiPage *page, cairo_t *cr)
{
  const guint n_drawings = kumoji_page_get_n_drawings (page);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_save (cr);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_options (cr, options);
  cairo_new_path (cr);

  kumoji_page_open (page);
  for (guint i = 0; i < n_drawings; i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);

      if (drawing->kind == KUMOJI_DRAWING_TEXT)
        paint_text (cr, drawing);
      else if (drawing->kind == KUMOJI_DRAWING_PATH)
        paint_path (cr, page, drawing);
      else if (drawing->kind == KUMOJI_DRAWING_IMAGE)
        paint_image (cr, drawing);
    }
  kumoji_page_close (page);

  cairo_restore (cr);
  cairo_font_options_destroy (options);
}
