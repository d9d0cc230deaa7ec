/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page: a size and a list of drawings in points, origin at the top left. Painters draw it. */
#include "report/kumoji-page.h"

#include <math.h>

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-page-pack.h"

/* PDF 1.x knows no page beyond 200 inches; what lies further out is a mistake of the caller. */
#define FAR_AWAY 14400.0

struct _KumojiPage
{
  gatomicrefcount references;
  double width, height;
  KumojiPagePack *pack; /* NULL unless it was packed */
  guint readers;        /* since it was packed */
  GArray *drawings;     /* KumojiDrawing; NULL while nobody reads a packed page, as are the steps */
  GArray *steps;        /* KumojiPathStep of all paths */
  GStringChunk *texts;  /* of the drawings that are not in the pack; NULL for none */
  GPtrArray *faces;     /* those that the drawings use, kept alive */
  GPtrArray *images;    /* likewise */
  char *place;
  GPtrArray *warnings;
  GError *fault;
};

G_DEFINE_BOXED_TYPE (KumojiPage, kumoji_page, kumoji_page_ref, kumoji_page_unref)

static gboolean
is_sane (double value)
{
  return isfinite (value) && fabs (value) <= FAR_AWAY;
}

/**
 * kumoji_page_new:
 * @width: points
 * @height: points
 *
 * A sheet of paper, or a canvas of any size for a single chart.
 *
 * Returns: (transfer full): an empty page
 */
KumojiPage *
kumoji_page_new (double width, double height)
{
  KumojiPage *page = g_new0 (KumojiPage, 1);

  g_atomic_ref_count_init (&page->references);
  page->width = width;
  page->height = height;
  page->drawings = g_array_new (FALSE, FALSE, sizeof (KumojiDrawing));
  page->steps = g_array_new (FALSE, FALSE, sizeof (KumojiPathStep));
  page->faces = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_face_unref);
  page->images = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_image_unref);
  page->warnings = g_ptr_array_new_with_free_func (g_free);
  if (!is_sane (width) || !is_sane (height) || width <= 0 || height <= 0)
    page->fault = g_error_new (KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY,
                               _("A page of %g × %g points cannot be made"), width, height);

  return page;
}

KumojiPage *
kumoji_page_ref (KumojiPage *page)
{
  g_atomic_ref_count_inc (&page->references);

  return page;
}

void
kumoji_page_unref (KumojiPage *page)
{
  if (page == NULL || !g_atomic_ref_count_dec (&page->references))
    return;

  g_clear_pointer (&page->drawings, g_array_unref);
  g_clear_pointer (&page->steps, g_array_unref);
  g_clear_pointer (&page->texts, g_string_chunk_free);
  kumoji_page_pack_free (page->pack);
  g_ptr_array_unref (page->faces);
  g_ptr_array_unref (page->images);
  g_ptr_array_unref (page->warnings);
  g_free (page->place);
  g_clear_error (&page->fault);
  g_free (page);
}

double
kumoji_page_get_width (KumojiPage *page)
{
  return page->width;
}

double
kumoji_page_get_height (KumojiPage *page)
{
  return page->height;
}

/* Several threads may read the same page, each for a moment. */
static GMutex reading;

/**
 * kumoji_page_pack:
 *
 * For pages that are done: they take less room until somebody reads them. Not while somebody does.
 */
void
kumoji_page_pack (KumojiPage *page)
{
  KumojiPagePack *pack;

  if (page->drawings == NULL)
    return;
  pack = kumoji_page_pack_new (page->drawings, page->steps);
  if (pack == NULL)
    return;

  kumoji_page_pack_free (page->pack);
  page->pack = pack;
  page->readers = 0;
  g_clear_pointer (&page->drawings, g_array_unref);
  g_clear_pointer (&page->steps, g_array_unref);
  g_clear_pointer (&page->texts, g_string_chunk_free);
}

/**
 * kumoji_page_open:
 *
 * Makes the drawings of a packed page ready, for as long as it takes to read them: end it with
 * kumoji_page_close(). A page that is read without it stays open for good.
 */
void
kumoji_page_open (KumojiPage *page)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&reading);

  page->readers++;
  if (page->drawings == NULL)
    kumoji_page_pack_read (page->pack, &page->drawings, &page->steps);
}

/**
 * kumoji_page_close:
 *
 * Ends what kumoji_page_open() began. The drawings are gone then; their texts stay.
 */
void
kumoji_page_close (KumojiPage *page)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&reading);

  if (--page->readers > 0 || page->pack == NULL)
    return;

  g_clear_pointer (&page->drawings, g_array_unref);
  g_clear_pointer (&page->steps, g_array_unref);
}

/**
 * kumoji_page_clear:
 *
 * Takes all drawings away, and leaves an empty page of the same size.
 */
void
kumoji_page_clear (KumojiPage *page)
{
  g_clear_pointer (&page->drawings, g_array_unref);
  g_clear_pointer (&page->steps, g_array_unref);
  g_clear_pointer (&page->texts, g_string_chunk_free);
  g_clear_pointer (&page->pack, kumoji_page_pack_free);
  page->drawings = g_array_new (FALSE, FALSE, sizeof (KumojiDrawing));
  page->steps = g_array_new (FALSE, FALSE, sizeof (KumojiPathStep));
}

static void
stay_open (KumojiPage *page)
{
  if (page->drawings == NULL)
    kumoji_page_open (page);
}

static void
append_drawing (KumojiPage *page, const KumojiDrawing *drawing)
{
  /* Closing the page would lose it. */
  if (page->pack != NULL)
    kumoji_page_open (page);
  g_array_append_vals (page->drawings, drawing, 1);
}

static const char *
keep_text (KumojiPage *page, const char *text)
{
  if (page->texts == NULL)
    page->texts = g_string_chunk_new (1024);

  return g_string_chunk_insert (page->texts, text);
}

/* A position that is no number would reach the paper as rubbish: the drawing is left out, and the
 * painters refuse the page with the first such fault. */
static void
set_fault (KumojiPage *page, const char *text)
{
  if (page->fault != NULL)
    return;

  if (text != NULL)
    page->fault = g_error_new (KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY,
                               _("“%.60s” was placed at no place of the page"), text);
  else
    page->fault = g_error_new (KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY,
                               _("A shape was placed at no place of the page"));
}

static gboolean
is_sane_box (const KumojiBox *box)
{
  return is_sane (box->x) && is_sane (box->y) && is_sane (box->width) && is_sane (box->height)
         && box->width >= 0 && box->height >= 0;
}

static void
keep_face (KumojiPage *page, KumojiFace *face)
{
  if (!g_ptr_array_find (page->faces, face, NULL))
    g_ptr_array_add (page->faces, kumoji_face_ref (face));
}

/**
 * kumoji_page_add_text:
 * @text: UTF-8, NFC; @face has and encodes each character of it
 * @x: where the run starts, points
 * @baseline: points from the top
 * @size: points
 * @width: what the run takes, points
 * @box: where the run must stay
 */
void
kumoji_page_add_text (KumojiPage *page,
                      KumojiFace *face,
                      const char *text,
                      double x,
                      double baseline,
                      double size,
                      double width,
                      const KumojiInk *ink,
                      const KumojiBox *box)
{
  KumojiDrawing drawing = { KUMOJI_DRAWING_TEXT, *ink };

  if (!is_sane (x) || !is_sane (baseline) || !is_sane (size) || !is_sane (width) || size <= 0
      || !is_sane_box (box))
    {
      set_fault (page, text);
      return;
    }

  keep_face (page, face);
  drawing.text = keep_text (page, text);
  drawing.face = face;
  drawing.x = x;
  drawing.y = baseline;
  drawing.size = size;
  drawing.width = width;
  drawing.box = *box;
  append_drawing (page, &drawing);
}

static gboolean
add_steps (KumojiPage *page, KumojiPath *path, KumojiDrawing *drawing)
{
  guint n_steps;
  const KumojiPathStep *steps = kumoji_path_get_steps (path, &n_steps);

  for (guint i = 0; i < n_steps; i++)
    for (guint j = 0; j < G_N_ELEMENTS (steps[i].x); j++)
      if (!is_sane (steps[i].x[j]) || !is_sane (steps[i].y[j]))
        return FALSE;

  stay_open (page);
  drawing->first_step = page->steps->len;
  drawing->n_steps = n_steps;
  g_array_append_vals (page->steps, steps, n_steps);

  return TRUE;
}

/**
 * kumoji_page_add_path:
 *
 * Inside is what the path winds around, as with glyphs.
 */
void
kumoji_page_add_path (KumojiPage *page, KumojiPath *path, const KumojiInk *ink)
{
  KumojiDrawing drawing = { KUMOJI_DRAWING_PATH, *ink };

  if (is_sane (ink->line_width) && ink->dash <= FAR_AWAY && add_steps (page, path, &drawing))
    append_drawing (page, &drawing);
  else
    set_fault (page, NULL);
}

/**
 * kumoji_page_add_glyph:
 * @path: the outline, in place
 * @text: the character that it stands for
 * @x: left of the character's room
 * @baseline: points from the top
 * @size: points
 * @width: the character's room, points
 * @box: where it must stay
 *
 * A character that no embedded font can carry.
 */
void
kumoji_page_add_glyph (KumojiPage *page,
                       KumojiPath *path,
                       const char *text,
                       double x,
                       double baseline,
                       double size,
                       double width,
                       const KumojiInk *ink,
                       const KumojiBox *box)
{
  KumojiDrawing drawing = { KUMOJI_DRAWING_PATH, *ink };

  if (!is_sane (x) || !is_sane (baseline) || !is_sane (size) || !is_sane (width)
      || !is_sane_box (box) || !add_steps (page, path, &drawing))
    {
      set_fault (page, text);
      return;
    }

  drawing.text = keep_text (page, text);
  drawing.x = x;
  drawing.y = baseline;
  drawing.size = size;
  drawing.width = width;
  drawing.box = *box;
  append_drawing (page, &drawing);
}

void
kumoji_page_add_line (KumojiPage *page,
                      double x1,
                      double y1,
                      double x2,
                      double y2,
                      const KumojiInk *ink)
{
  g_autoptr (KumojiPath) path = kumoji_path_new ();

  kumoji_path_move_to (path, x1, y1);
  kumoji_path_line_to (path, x2, y2);
  kumoji_page_add_path (page, path, ink);
}

/**
 * kumoji_page_add_box:
 * @radius: of the corners, points
 */
void
kumoji_page_add_box (KumojiPage *page, const KumojiBox *box, double radius, const KumojiInk *ink)
{
  g_autoptr (KumojiPath) path = kumoji_path_new ();

  if (!is_sane_box (box))
    {
      set_fault (page, NULL);
      return;
    }

  kumoji_path_add_box (path, box, radius);
  kumoji_page_add_path (page, path, ink);
}

void
kumoji_page_add_circle (KumojiPage *page, double x, double y, double radius, const KumojiInk *ink)
{
  g_autoptr (KumojiPath) path = kumoji_path_new ();

  kumoji_path_add_circle (path, x, y, radius);
  kumoji_page_add_path (page, path, ink);
}

/**
 * kumoji_page_add_link:
 * @box: the part of the page to click
 * @anchor: the name given to kumoji_document_add_anchor()
 */
void
kumoji_page_add_link (KumojiPage *page, const KumojiBox *box, const char *anchor)
{
  KumojiDrawing drawing = { KUMOJI_DRAWING_LINK, { KUMOJI_COLOUR_NONE, KUMOJI_COLOUR_NONE } };

  if (!is_sane_box (box))
    {
      set_fault (page, anchor);
      return;
    }

  drawing.text = keep_text (page, anchor);
  drawing.box = *box;
  append_drawing (page, &drawing);
}

/**
 * kumoji_page_add_image:
 * @box: what the picture fills, see kumoji_image_fit()
 */
void
kumoji_page_add_image (KumojiPage *page, KumojiImage *image, const KumojiBox *box)
{
  KumojiDrawing drawing = { KUMOJI_DRAWING_IMAGE, { KUMOJI_COLOUR_NONE, KUMOJI_COLOUR_NONE } };

  if (!is_sane_box (box) || box->width <= 0 || box->height <= 0)
    {
      set_fault (page, NULL);
      return;
    }

  if (!g_ptr_array_find (page->images, image, NULL))
    g_ptr_array_add (page->images, kumoji_image_ref (image));
  drawing.image = image;
  drawing.box = *box;
  append_drawing (page, &drawing);
}

guint
kumoji_page_get_n_drawings (KumojiPage *page)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&reading);

  return page->drawings != NULL ? page->drawings->len
                                : kumoji_page_pack_get_n_drawings (page->pack);
}

/**
 * kumoji_page_get_drawing:
 *
 * Returns: (transfer none): valid until the next drawing is added, or the page is closed
 */
const KumojiDrawing *
kumoji_page_get_drawing (KumojiPage *page, guint position)
{
  stay_open (page);
  g_return_val_if_fail (position < page->drawings->len, NULL);

  return &g_array_index (page->drawings, KumojiDrawing, position);
}

/**
 * kumoji_page_get_steps:
 *
 * Returns: (transfer none): the @n_steps steps of a path on this page
 */
const KumojiPathStep *
kumoji_page_get_steps (KumojiPage *page, const KumojiDrawing *drawing)
{
  return &g_array_index (page->steps, KumojiPathStep, drawing->first_step);
}

/**
 * kumoji_page_set_place:
 * @place: (nullable): the record and field that the next texts come from, for warnings
 */
void
kumoji_page_set_place (KumojiPage *page, const char *place)
{
  if (g_strcmp0 (page->place, place) == 0)
    return;

  g_free (page->place);
  page->place = g_strdup (place);
}

/**
 * kumoji_page_add_missing:
 * @character: what no installed font has, and is printed as 〓
 */
void
kumoji_page_add_missing (KumojiPage *page, gunichar character)
{
  g_autofree char *warning = NULL;

  if (page->place != NULL)
    warning =
      g_strdup_printf (_("%s: no installed font has the character U+%04X; it is printed as 〓"),
                       page->place, character);
  else
    warning =
      g_strdup_printf (_("No installed font has the character U+%04X; it is printed as 〓"),
                       character);

  if (!g_ptr_array_find_with_equal_func (page->warnings, warning, g_str_equal, NULL))
    g_ptr_array_add (page->warnings, g_steal_pointer (&warning));
}

/**
 * kumoji_page_get_warnings:
 *
 * Returns: (transfer none) (element-type utf8): one sentence each
 */
GPtrArray *
kumoji_page_get_warnings (KumojiPage *page)
{
  return page->warnings;
}

/**
 * kumoji_page_get_fault:
 *
 * Returns: (transfer none) (nullable): why this page must not be painted
 */
const GError *
kumoji_page_get_fault (KumojiPage *page)
{
  return page->fault;
}
