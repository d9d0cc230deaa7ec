/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the two painters: the PDF as other programs read it, and the same page by both. */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "report-picture.h"
#include "report/kumoji-pdf-painter.h"
#include "report/kumoji-table.h"
#include "report/kumoji-timeline.h"

static KumojiTypeface *typeface;
static char *directory;

static void
add_charts (KumojiFlow *flow)
{
  const KumojiAmount amounts[] = { { "顧客所有物", "45 %", 45 },
                                   { "基幹業務", "25 %", 25 },
                                   { "個人", "30 %", 30 } };
  const KumojiStageMark stages[] = { { "0", "検討", KUMOJI_STEP_FINISHED },
                                     { "1", "体験", KUMOJI_STEP_CURRENT, "閉じています",
                                       KUMOJI_MARK_BLOCKED },
                                     { "2", "試作", KUMOJI_STEP_AHEAD } };
  const KumojiSpan spans[] = { { "0", "検討", KUMOJI_STEP_FINISHED, 739000, 739100, 739000,
                                 739200 },
                               { "1", "体験", KUMOJI_STEP_CURRENT, 739200, 739600, 739200, 0 } };
  KumojiCanvas canvas = { NULL, typeface, &kumoji_palette_paper, KUMOJI_LANGUAGE_JA, 8 };
  KumojiBox box;

  canvas.page = kumoji_flow_reserve (
    flow, kumoji_chart_measure_stack (&canvas, kumoji_flow_get_width (flow), amounts, 3), &box);
  kumoji_chart_draw_stack (&canvas, &box, amounts, 3);
  canvas.page = kumoji_flow_reserve (flow, 90, &box);
  kumoji_chart_draw_columns (&canvas, &box, amounts, 3);
  canvas.page = kumoji_flow_reserve (flow, kumoji_stage_chart_get_height (&canvas), &box);
  kumoji_stage_chart_draw (&canvas, &box, stages, 3);
  canvas.page = kumoji_flow_reserve (flow, kumoji_timeline_get_height (&canvas, 2), &box);
  kumoji_timeline_draw (&canvas, &box, spans, 2, 739400);
}

static KumojiDocument *
new_document (void)
{
  static const char *const choices[] = { "はい", "いいえ", "該当なし", NULL };
  g_autoptr (KumojiFlow) flow =
    kumoji_flow_new (typeface, KUMOJI_LANGUAGE_JA, KUMOJI_PAPER_A4, "𠮷野家の報告");
  g_autoptr (KumojiTable) table = kumoji_table_new (typeface, KUMOJI_LANGUAGE_JA);
  KumojiDocument *document = kumoji_flow_get_document (flow);

  kumoji_document_set_author (document, "株式会社 𠮷野家");
  kumoji_document_add_keyword (document, "fingerprint", "k1:0123456789");
  kumoji_flow_set_running (flow, "株式会社 𠮷野家", "2026年11月20日", "7KQ2M-XW4DT-9PLHA-C3VRE");
  kumoji_flow_start_report (flow, "経営者向け報告", KUMOJI_PORTRAIT);
  kumoji_flow_add_title (flow, "クラウド導入の状況", "いまは段階 2（試作）", NULL,
                         KUMOJI_SIGNATURE_SEALS);
  kumoji_flow_add_heading (flow, 2, "図");
  add_charts (flow);
  kumoji_flow_start_report (flow, "チェックシート", KUMOJI_LANDSCAPE);
  kumoji_flow_add_heading (flow, 2, "𠮷の見出し");
  kumoji_table_add_column (table, "番号", 0, 0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, "名前", 1, 0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, "答え", 0, 0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, "額", 0, 0, KUMOJI_ALIGN_RIGHT);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("A-%03u", i);

      kumoji_table_add_row (table, i == 39 ? KUMOJI_ROW_TOTAL : KUMOJI_ROW_NORMAL, id);
      kumoji_table_add_text (table, id);
      kumoji_table_add_text (table, i == 0
                                      ? "𠮷野家"
                                      : "得意先台帳 한글 Ж 葛󠄀城 \xf4\x8f\xbf\xbd");
      kumoji_table_add_choices (table, choices, i % 4 - 1);
      kumoji_table_add_text (table, "¥45,000,000");
    }
  kumoji_flow_add_table (flow, table);

  return kumoji_flow_finish (flow);
}

static GBytes *
paint (KumojiDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = kumoji_pdf_paint (document, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static char *
save (GBytes *bytes)
{
  char *file = g_build_filename (directory, "report.pdf", NULL);

  g_assert_true (
    g_file_set_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));

  return file;
}

static char *
run_text (const char *const *argv)
{
  g_autoptr (GBytes) out = run (argv);

  return g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
}

static void
test_pdf (void)
{
  g_autoptr (KumojiDocument) document = new_document ();
  g_autoptr (KumojiDocument) again = new_document ();
  g_autoptr (GBytes) bytes = paint (document), same = paint (again);
  g_autofree char *file = save (bytes);
  const char *const check[] = { "qpdf", "--check", file, NULL };
  const char *const text[] = { "pdftotext", "-layout", file, "-", NULL };
  const char *const info[] = { "pdfinfo", file, NULL };
  const char *const json[] = { "qpdf", "--json", "--json-key=outlines", file, NULL };
  g_autofree char *checked = run_text (check), *shown = run_text (text);
  g_autofree char *described = run_text (info), *outlines = run_text (json);

  g_assert_true (g_bytes_equal (bytes, same));
  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors"));
  g_assert_nonnull (strstr (shown, "クラウド導入の状況"));
  g_assert_nonnull (strstr (shown, "得意先台帳"));
  g_assert_nonnull (strstr (shown, "7KQ2M-XW4DT-9PLHA-C3VRE"));
  /* pdftotext guesses spaces from the gaps, and leaves these out. */
  g_assert_nonnull (strstr (shown, "3/3"));
  g_assert_nonnull (strstr (described, "𠮷野家の報告"));
  g_assert_nonnull (strstr (described, "株式会社 𠮷野家"));
  g_assert_nonnull (strstr (described, "fingerprint=k1:0123456789"));
  g_assert_null (strstr (described, "CreationDate"));
  g_assert_nonnull (strstr (outlines, "𠮷の見出し"));
  g_unlink (file);
}

static void
test_fonts (void)
{
  g_autoptr (KumojiDocument) document = new_document ();
  g_autoptr (GBytes) bytes = paint (document);
  g_autofree char *file = save (bytes);
  const char *const fonts[] = { "pdffonts", file, NULL };
  g_autofree char *listed = run_text (fonts);
  g_auto (GStrv) lines = g_strsplit (listed, "\n", -1);
  guint n_fonts = 0;

  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++, n_fonts++)
    {
      /* Embedded, a subset, and with a map back to characters. */
      g_assert_nonnull (strstr (lines[i], "yes yes yes"));
      g_assert_nonnull (strstr (lines[i], "Gothic"));
    }
  g_assert_cmpuint (n_fonts, ==, 2);
  g_unlink (file);
}

static void
test_same_page (void)
{
  g_autoptr (KumojiDocument) document = new_document ();
  g_autoptr (GBytes) bytes = paint (document);
  g_autofree char *file = save (bytes);

  for (guint i = 0; i < kumoji_document_get_n_pages (document); i++)
    {
      g_auto (Picture) pdf = { 0 }, cairo = { 0 };

      raster_pdf (file, i, &pdf);
      raster_cairo (kumoji_document_get_page (document, i), pdf.width, pdf.height, &cairo);
      g_test_message ("page %u: %g", i + 1, find_worst (&pdf, &cairo));
      g_assert_cmpfloat (find_worst (&pdf, &cairo), <, TOLERANCE);
    }
  g_unlink (file);
}

/* The comparison above sees a single word that is missing. */
static void
test_comparison_sees (void)
{
  const KumojiTextStyle style = { 9, FALSE, 0 };
  const KumojiBox box = { 20, 20, 60, 14 };
  g_autoptr (KumojiPage) written = kumoji_page_new (100, 100), empty = kumoji_page_new (100, 100);
  g_auto (Picture) one = { 0 }, two = { 0 };

  kumoji_label_draw (written, typeface, "合計", &style, &box);
  raster_cairo (written, 200, 200, &one);
  raster_cairo (empty, 200, 200, &two);
  g_assert_cmpfloat (find_worst (&one, &two), >, TOLERANCE);
}

static gboolean
has_ink (const Picture *picture, double left, double top, double width, double height)
{
  int darkest = 255, lightest = 0;

  for (int y = top * SCALE; y < (top + height) * SCALE; y++)
    for (int x = left * SCALE; x < (left + width) * SCALE; x++)
      {
        const int pixel = picture->pixels[y * picture->width + x];

        darkest = MIN (darkest, pixel);
        lightest = MAX (lightest, pixel);
      }

  return lightest - darkest > 60;
}

/* Every text on the page left ink on the paper, by both painters. */
static void
test_nothing_blank (void)
{
  g_autoptr (KumojiDocument) document = new_document ();
  g_autoptr (GBytes) bytes = paint (document);
  g_autofree char *file = save (bytes);

  for (guint i = 0; i < kumoji_document_get_n_pages (document); i++)
    {
      KumojiPage *page = kumoji_document_get_page (document, i);
      g_auto (Picture) pdf = { 0 }, cairo = { 0 };

      raster_pdf (file, i, &pdf);
      raster_cairo (page, pdf.width, pdf.height, &cairo);
      for (guint j = 0; j < kumoji_page_get_n_drawings (page); j++)
        {
          const KumojiDrawing *drawing = kumoji_page_get_drawing (page, j);
          const double top = drawing->y - 0.88 * drawing->size;

          if (drawing->text == NULL || drawing->width == 0
              || strspn (drawing->text, " ") == strlen (drawing->text))
            continue;
          if (!has_ink (&pdf, drawing->x, top, drawing->width, drawing->size)
              || !has_ink (&cairo, drawing->x, top, drawing->width, drawing->size))
            g_error ("“%s” left no ink on page %u", drawing->text, i + 1);
        }
    }
  g_unlink (file);
}

/* 𠮷 cannot be encoded: it is an outline, and stands before the 野家 that is written. */
static void
test_beyond_the_font (void)
{
  g_autoptr (KumojiDocument) document = new_document ();
  KumojiPage *page = kumoji_document_get_page (document, 1);
  const KumojiDrawing *glyph = NULL, *rest = NULL;

  for (guint i = 0; i + 1 < kumoji_page_get_n_drawings (page) && rest == NULL; i++)
    if (g_strcmp0 (kumoji_page_get_drawing (page, i + 1)->text, "野家") == 0)
      {
        glyph = kumoji_page_get_drawing (page, i);
        rest = kumoji_page_get_drawing (page, i + 1);
      }
  g_assert_nonnull (rest);
  g_assert_cmpstr (glyph->text, ==, "𠮷");
  g_assert_cmpint (glyph->kind, ==, KUMOJI_DRAWING_PATH);
  g_assert_cmpuint (glyph->n_steps, >, 10);
  g_assert_cmpint (rest->kind, ==, KUMOJI_DRAWING_TEXT);
  g_assert_cmpfloat_with_epsilon (glyph->x + glyph->width, rest->x, 0.01);
}

static void
test_colours_of_the_dark (void)
{
  g_autoptr (KumojiPage) page = kumoji_page_new (100, 20);
  const KumojiCanvas canvas = { page, typeface, &kumoji_palette_dark, KUMOJI_LANGUAGE_EN, 8 };
  const KumojiBox box = { 0, 0, 100, 20 };

  kumoji_canvas_write (&canvas, "Ab", 8, FALSE, canvas.palette->text, KUMOJI_ALIGN_LEFT, box);
  g_assert_cmphex (kumoji_page_get_drawing (page, 0)->ink.fill, ==, kumoji_palette_dark.text);
}

static void
cancel_cb (guint done, guint total, gpointer user_data)
{
  g_assert_cmpuint (done, ==, 1);
  g_assert_cmpuint (total, ==, 3);
  g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (KumojiDocument) document = new_document ();

  g_assert_null (kumoji_pdf_paint (document, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_refused (void)
{
  g_autoptr (GError) none = NULL, error = NULL, large = NULL;
  g_autoptr (KumojiDocument) document = kumoji_document_new (KUMOJI_LANGUAGE_EN, "Empty");
  g_autoptr (KumojiDocument) poster = kumoji_document_new (KUMOJI_LANGUAGE_EN, "Poster");
  g_autoptr (KumojiPage) page = kumoji_page_new (100, 100), huge = kumoji_page_new (14400, 2);

  g_assert_null (kumoji_pdf_paint (document, NULL, NULL, NULL, &none));
  g_assert_error (none, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY);

  kumoji_page_add_line (page, 0, 0, NAN, 10, KUMOJI_INK_STROKE (0, 1));
  kumoji_document_add_page (document, page);
  g_assert_null (kumoji_pdf_paint (document, NULL, NULL, NULL, &error));
  g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY);

  /* libharu's own refusal names what it refused: no page is lower than 3 points. */
  kumoji_document_add_page (poster, huge);
  g_assert_null (kumoji_pdf_paint (poster, NULL, NULL, NULL, &large));
  g_assert_error (large, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_PDF);
  g_assert_nonnull (strstr (large->message, "add a page"));
}

/* A link leads to a page that comes later; one to nowhere is left out. */
static void
test_links (void)
{
  const KumojiBox box = { 10, 10, 50, 20 };
  g_autoptr (KumojiDocument) document = kumoji_document_new (KUMOJI_LANGUAGE_EN, "Links");
  g_autoptr (KumojiPage) first = kumoji_page_new (200, 300), second = kumoji_page_new (200, 300);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *file = NULL, *shown = NULL;
  g_auto (GStrv) links = NULL;

  kumoji_page_add_link (first, &box, "here");
  kumoji_page_add_link (first, &box, "nowhere");
  kumoji_document_add_page (document, first);
  kumoji_document_add_page (document, second);
  kumoji_document_add_anchor (document, "here", 1, 100);
  bytes = paint (document);
  file = save (bytes);
  shown = run_text (
    (const char *const[]){ "qpdf", "--qdf", "--object-streams=disable", file, "-", NULL });
  links = g_strsplit (shown, "/Subtype /Link", -1);
  g_assert_cmpuint (g_strv_length (links), ==, 2);
  g_assert_nonnull (strstr (shown, "/XYZ\n  0\n  200\n  0\n"));
  g_assert_nonnull (strstr (shown, "/Lang (en)"));
  g_unlink (file);
}

/* libharu takes 65,535 bytes of text at a time. */
#define N_LONG 30000

static void
test_long_text (void)
{
  const KumojiInk *ink = KUMOJI_INK_FILL (0);
  const KumojiBox box = { 0, 0, 14000, 100 };
  g_autoptr (KumojiDocument) document = kumoji_document_new (KUMOJI_LANGUAGE_EN, "Long");
  g_autoptr (KumojiPage) page = kumoji_page_new (14000, 100);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *file = NULL, *shown = NULL;
  g_autoptr (GBytes) bytes = NULL;
  KumojiGlyph glyph;
  guint n_shown = 0;

  for (guint i = 0; i < N_LONG; i++)
    g_string_append (text, "あ");
  kumoji_typeface_find (typeface, 0x3042, 0, FALSE, &glyph);
  kumoji_page_add_text (page, glyph.face, text->str, 0, 50, 0.4,
                        kumoji_typeface_measure (typeface, text->str, 0.4, FALSE), ink, &box);
  kumoji_document_add_page (document, page);
  bytes = paint (document);
  file = save (bytes);
  shown = run_text ((const char *const[]){ "pdftotext", "-raw", file, "-", NULL });
  for (const char *p = strstr (shown, "あ"); p != NULL; p = strstr (p + 3, "あ"))
    n_shown++;
  g_assert_cmpuint (n_shown, ==, N_LONG);
  g_unlink (file);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  directory = g_dir_make_tmp ("kumoji-XXXXXX", &error);
  g_assert_no_error (error);
  typeface = kumoji_typeface_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/painters/pdf", test_pdf);
  g_test_add_func ("/painters/fonts", test_fonts);
  g_test_add_func ("/painters/same-page", test_same_page);
  g_test_add_func ("/painters/comparison-sees", test_comparison_sees);
  g_test_add_func ("/painters/nothing-blank", test_nothing_blank);
  g_test_add_func ("/painters/beyond-the-font", test_beyond_the_font);
  g_test_add_func ("/painters/dark", test_colours_of_the_dark);
  g_test_add_func ("/painters/cancel", test_cancel);
  g_test_add_func ("/painters/refused", test_refused);
  g_test_add_func ("/painters/links", test_links);
  g_test_add_func ("/painters/long-text", test_long_text);
  status = g_test_run ();

  g_assert_finalize_object (typeface);
  g_rmdir (directory);
  g_free (directory);

  return status;
}
