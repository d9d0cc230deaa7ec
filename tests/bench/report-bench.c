/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report costs beside a bare libharu program that draws the same runs of text: same words,
 * fonts, sizes and places, and nothing else. */
#include "bench.h"

#include <hpdf.h>
#include <stdlib.h>

#include "files/kumoji-sample.h"
#include "project/kumoji-edit.h"
#include "report/kumoji-report.h"

#define ASSETS 6500
#define CANCELS 12

typedef struct
{
  const KumojiFace *face; /* NULL where a page ends */
  guint font;
  const char *text;
  double x, y, size;
} Run;

/* All that the bare program knows: runs in plain arrays. */
typedef struct
{
  GArray *runs;     /* Run */
  GPtrArray *files; /* of the fonts */
  GPtrArray *faces;
  double width, height;
} Bare;

static KumojiProject *
fill (void)
{
  static const char *const groups[] = { "personal", "core-business", "customer-property", "other" };
  KumojiProject *project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  KumojiHistory *history = kumoji_project_get_history (project);

  kumoji_history_begin (history, "fill");
  for (guint i = 0; i < ASSETS; i++)
    {
      KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
      g_autofree char *number = g_strdup_printf ("Z-%05u", i);
      g_autofree char *name = g_strdup_printf ("得意先台帳とその控え %u", i);

      kumoji_history_set_text (history, asset, "number", number);
      kumoji_history_set_text (history, asset, "name", name);
      kumoji_history_set_text (history, asset, "group", groups[i % G_N_ELEMENTS (groups)]);
      kumoji_history_set_integer (history, asset, "count", i);
      kumoji_history_set_integer (history, asset, "unit-value", 1500);
      kumoji_history_set_text (history, asset, "owner", "営業部長");
      kumoji_history_set_text (history, asset, "location", "本社 2 階の金庫");
      kumoji_history_set_text (history, asset, "measures",
                               "施錠した書庫に保管し、台帳に記録する。");
    }
  kumoji_history_end (history);
  return project;
}

static guint
find_font (Bare *bare, KumojiFace *face)
{
  guint at;

  if (!g_ptr_array_find (bare->faces, face, &at))
    {
      at = bare->faces->len;
      g_ptr_array_add (bare->faces, face);
      g_ptr_array_add (bare->files, (gpointer) kumoji_face_get_file (face));
    }
  return at;
}

static void
collect (Bare *bare, KumojiDocument *document)
{
  for (guint i = 0; i < kumoji_document_get_n_pages (document); i++)
    {
      KumojiPage *page = kumoji_document_get_page (document, i);
      const Run end = { NULL };

      bare->width = kumoji_page_get_width (page);
      bare->height = kumoji_page_get_height (page);
      for (guint j = 0; j < kumoji_page_get_n_drawings (page); j++)
        {
          const KumojiDrawing *drawing = kumoji_page_get_drawing (page, j);

          if (drawing->kind != KUMOJI_DRAWING_TEXT)
            continue;
          Run run = { drawing->face, find_font (bare, drawing->face), drawing->text,
                      drawing->x,    bare->height - drawing->y,       drawing->size };
          g_array_append_val (bare->runs, run);
        }
      g_array_append_val (bare->runs, end);
    }
}

static gsize
draw_bare (const Bare *bare)
{
  HPDF_Doc pdf = HPDF_New (NULL, NULL);
  g_autofree HPDF_Font *fonts = g_new0 (HPDF_Font, bare->files->len);
  g_autofree guint8 *bytes = NULL;
  HPDF_Page page = NULL;
  HPDF_UINT32 size;
  const Run *last = NULL;

  HPDF_UseUTFEncodings (pdf);
  HPDF_SetCompressionMode (pdf, HPDF_COMP_ALL);
  for (guint i = 0; i < bare->files->len; i++)
    fonts[i] =
      HPDF_GetFont (pdf, HPDF_LoadTTFontFromFile (pdf, bare->files->pdata[i], HPDF_TRUE), "UTF-8");
  for (guint i = 0; i < bare->runs->len; i++)
    {
      const Run *run = &g_array_index (bare->runs, Run, i);

      if (page == NULL)
        {
          page = HPDF_AddPage (pdf);
          HPDF_Page_SetWidth (page, bare->width);
          HPDF_Page_SetHeight (page, bare->height);
          HPDF_Page_BeginText (page);
          last = NULL;
        }
      if (run->face == NULL)
        {
          HPDF_Page_EndText (page);
          page = NULL;
          continue;
        }
      if (last == NULL || last->face != run->face || last->size != run->size)
        HPDF_Page_SetFontAndSize (page, fonts[run->font], run->size);
      HPDF_Page_TextOut (page, run->x, run->y, run->text);
      last = run;
    }
  HPDF_SaveToStream (pdf);
  size = HPDF_GetStreamSize (pdf);
  bytes = g_malloc (size);
  HPDF_ReadFromStream (pdf, bytes, &size);
  HPDF_Free (pdf);
  return size;
}

typedef struct
{
  GCancellable *cancellable;
  gint64 wait, at;
} Cancel;

static gpointer
cancel_thread (gpointer data)
{
  Cancel *cancel = data;

  g_usleep (cancel->wait);
  cancel->at = g_get_monotonic_time ();
  g_cancellable_cancel (cancel->cancellable);
  return NULL;
}

/* The longest that somebody waits who cancels, at so many moments all over the work. */
static gint64
measure_cancel (KumojiProject *project, const KumojiReportOptions *options)
{
  gint64 start = g_get_monotonic_time (), whole, longest = 0;

  g_bytes_unref (kumoji_report_render (project, options, NULL, NULL, NULL, NULL, NULL));
  whole = g_get_monotonic_time () - start;
  for (int i = 0; i < CANCELS; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Cancel cancel = { cancellable, whole * (2 * i + 1) / (2 * CANCELS) };
      GThread *thread = g_thread_new ("cancel", cancel_thread, &cancel);
      GBytes *bytes = kumoji_report_render (project, options, NULL, NULL, NULL, cancellable, NULL);
      const gint64 end = g_get_monotonic_time ();

      g_thread_join (thread);
      if (bytes == NULL)
        longest = MAX (longest, end - cancel.at);
      g_clear_pointer (&bytes, g_bytes_unref);
    }
  return longest;
}

int
main (void)
{
  g_autoptr (KumojiProject) project = fill ();
  g_autoptr (KumojiDocument) document = NULL;
  KumojiReportOptions options;
  Bare bare = { g_array_new (FALSE, FALSE, sizeof (Run)), g_ptr_array_new (), g_ptr_array_new () };
  gint64 plain, us;

  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, "2026-11-20");
  document = kumoji_report_lay_out (project, &options, NULL, NULL);
  if (document == NULL)
    return EXIT_FAILURE;
  /* Painted before it is read: what is read stays unpacked, and would cost the painter nothing. */
  BEST (us, g_bytes_unref (kumoji_pdf_paint (document, NULL, NULL, NULL, NULL)));
  collect (&bare, document);
  printf ("%u pages, %u runs of text, %u fonts\n", kumoji_document_get_n_pages (document),
          bare.runs->len - kumoji_document_get_n_pages (document), bare.files->len);
  BEST (plain, draw_bare (&bare));
  tell ("bare libharu draws the runs (reference)", plain, plain);
  tell ("the painter: runs, rules, marks, subsets", us, plain);
  BEST (us, g_object_unref (kumoji_report_lay_out (project, &options, NULL, NULL)));
  tell ("laying the pages out", us, plain);
  BEST (us, g_bytes_unref (kumoji_report_render (project, &options, NULL, NULL, NULL, NULL, NULL)));
  tell ("the whole report", us, plain);
  printf ("longest answer to a cancel %.3f s\n",
          (double) measure_cancel (project, &options) / G_USEC_PER_SEC);

  g_array_unref (bare.runs);
  g_ptr_array_unref (bare.files);
  g_ptr_array_unref (bare.faces);
  return EXIT_SUCCESS;
}
