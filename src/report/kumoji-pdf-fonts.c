/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fonts of a PDF: the letters that are set in each, and what libharu calls it. */
#include "report/kumoji-pdf-fonts.h"

#include "report/kumoji-font-subset.h"
#include "report/kumoji-pdf-text-map.h"

struct _KumojiPdfFonts
{
  GHashTable *subsets; /* "file#index" → KumojiFontSubset */
  GHashTable *fonts;   /* "file#index" → HPDF_Font */
};

/**
 * kumoji_pdf_fonts_new:
 *
 * Returns: (transfer full): no fonts
 */
KumojiPdfFonts *
kumoji_pdf_fonts_new (void)
{
  KumojiPdfFonts *self = g_new0 (KumojiPdfFonts, 1);

  self->fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->subsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) kumoji_font_subset_free);

  return self;
}

/**
 * kumoji_pdf_fonts_free:
 * @self: (transfer full): fonts of a PDF that is freed already: libharu reads their files until
 * then
 */
void
kumoji_pdf_fonts_free (KumojiPdfFonts *self)
{
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->subsets);
  g_free (self);
}

static char *
dup_key (KumojiFace *face)
{
  return g_strdup_printf ("%s#%u", kumoji_face_get_file (face), kumoji_face_get_index (face));
}

static KumojiFontSubset *
get_subset (KumojiPdfFonts *self, KumojiFace *face)
{
  g_autofree char *key = dup_key (face);
  KumojiFontSubset *subset = g_hash_table_lookup (self->subsets, key);

  if (subset == NULL)
    {
      subset = kumoji_font_subset_new (face);
      g_hash_table_insert (self->subsets, g_steal_pointer (&key), subset);
    }

  return subset;
}

static void
collect_page (KumojiPdfFonts *self, KumojiPage *page)
{
  const guint n_drawings = kumoji_page_get_n_drawings (page);
  KumojiFace *face = NULL;
  KumojiFontSubset *subset = NULL;

  kumoji_page_open (page);
  for (guint i = 0; i < n_drawings; i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);

      if (drawing->kind != KUMOJI_DRAWING_TEXT)
        continue;
      if (drawing->face != face)
        subset = get_subset (self, drawing->face);
      face = drawing->face;
      kumoji_font_subset_add (subset, drawing->text);
    }
  kumoji_page_close (page);
}

/**
 * kumoji_pdf_fonts_collect:
 * @cancellable: (nullable): to give up
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Notes what is set in each font. Before the first is loaded, for libharu reads a font file as a
 * whole.
 *
 * Returns: whether it went on to the end
 */
gboolean
kumoji_pdf_fonts_collect (KumojiPdfFonts *self,
                          KumojiDocument *document,
                          GCancellable *cancellable,
                          GError **error)
{
  for (guint i = 0; i < kumoji_document_get_n_pages (document); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      collect_page (self, kumoji_document_get_page (document, i));
    }

  return TRUE;
}

/**
 * kumoji_pdf_fonts_load:
 * @face: a face of the document that was collected
 * @error: return location; not set where libharu itself refused the font
 *
 * Returns: (transfer none) (nullable): the font, loaded when it is asked for first
 */
HPDF_Font
kumoji_pdf_fonts_load (KumojiPdfFonts *self, HPDF_Doc pdf, KumojiFace *face, GError **error)
{
  g_autofree char *key = dup_key (face);
  HPDF_Font font = g_hash_table_lookup (self->fonts, key);
  const char *file, *name;

  if (font != NULL)
    return font;

  file = kumoji_font_subset_write (g_hash_table_lookup (self->subsets, key), error);
  if (file == NULL)
    return NULL;
  name = HPDF_LoadTTFontFromFile (pdf, file, HPDF_TRUE);
  if (name != NULL)
    font = HPDF_GetFont (pdf, name, "UTF-8");
  if (font != NULL)
    {
      kumoji_pdf_set_text_map (font);
      g_hash_table_insert (self->fonts, g_steal_pointer (&key), font);
    }

  return font;
}
