/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the report engine: type, line breaking, the flow of tables, what stays in its place. */
#include <ft2build.h>
#include FT_FREETYPE_H

#include <glib/gstdio.h>
#include <math.h>

#include "report-page.h"
#include "report/kumoji-letters.h"
#include "report/kumoji-plain-text.h"
#include "report/kumoji-table.h"
#include "report/kumoji-timeline.h"

static KumojiTypeface *typeface;

static const char sample[] =
  "情報セキュリティの担当者は、年に一度「利用するサービス（クラウド・データセンター）」を見直し、"
  "結果を『台帳』へ書きます。ところが、ちょっとしたチェックでは見つからないこともあるので、"
  "ＩＰアドレスやＵＲＬ・パスワードの扱いを、もういちど…確かめましょう！ "
  "はたして、そうでしょうか？ "
  "売上は¥100,000,000（前年比 103.5％）で、Kumoji Business Standard を 12 か月使います。"
  "々や〻、ヴァイオリンやキャッシュのような字、それに「〜」や「ー」も行の頭には来ません。";

static void
test_widths (void)
{
  g_autoptr (KumojiFaceLibrary) library = kumoji_face_library_new ();
  FT_Library freetype;
  FT_Face face;
  KumojiGlyph glyph;
  guint64 width = 0;

  kumoji_typeface_find (typeface, 'A', 0, FALSE, &glyph);
  g_assert_cmpint (FT_Init_FreeType (&freetype), ==, 0);
  g_assert_cmpint (FT_New_Face (freetype, kumoji_face_get_file (glyph.face), 0, &face), ==, 0);
  for (const char *p = "Aiあー。（亜¥1 "; *p != '\0'; p = g_utf8_next_char (p))
    {
      KumojiGlyph found;

      g_assert_cmpint (FT_Load_Char (face, g_utf8_get_char (p), FT_LOAD_NO_SCALE), ==, 0);
      kumoji_typeface_find (typeface, g_utf8_get_char (p), 0, FALSE, &found);
      g_assert_true (found.encoded);
      g_assert_cmpuint (found.width, ==,
                        face->glyph->metrics.horiAdvance * 1000 / face->units_per_EM);
      width += found.width;
    }
  g_assert_cmpfloat_with_epsilon (kumoji_typeface_measure (typeface, "Aiあー。（亜¥1 ", 20, FALSE),
                                  width * 0.02, 1e-9);
  FT_Done_Face (face);
  FT_Done_FreeType (freetype);
}

static void
test_chain (void)
{
  KumojiGlyph regular, bold, beyond, missing;

  kumoji_typeface_find (typeface, 0x8a9e, 0, FALSE, &regular);
  kumoji_typeface_find (typeface, 0x8a9e, 0, TRUE, &bold);
  g_assert_true (regular.face != bold.face);
  g_assert_true (regular.encoded && bold.encoded && !bold.embolden);

  kumoji_typeface_find (typeface, 0x20bb7, 0, FALSE, &beyond);
  g_assert_false (beyond.encoded);
  g_assert_false (beyond.missing);

  kumoji_typeface_find (typeface, 0x10fffd, 0, FALSE, &missing);
  g_assert_true (missing.missing);
  g_assert_true (missing.encoded);
}

static void
test_no_font (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("kumoji-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (directory, "fonts.conf", NULL);
  g_autofree char *before = g_strdup (g_getenv ("FONTCONFIG_FILE"));
  KumojiTypeface *none;

  g_assert_true (g_file_set_contents (file,
                                      "<?xml version=\"1.0\"?>"
                                      "<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>",
                                      -1, NULL));
  g_setenv ("FONTCONFIG_FILE", file, TRUE);
  none = kumoji_typeface_new (&error);
  if (before != NULL)
    g_setenv ("FONTCONFIG_FILE", before, TRUE);
  else
    g_unsetenv ("FONTCONFIG_FILE");
  g_unlink (file);
  g_rmdir (directory);

  g_assert_null (none);
  g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_NO_FONT);
  g_assert_nonnull (strstr (error->message, "fonts-morisawa-bizud-gothic"));
}

static void
test_plain_text (void)
{
  static const struct
  {
    const char *typed, *plain;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "か\xe3\x82\x99", "が" },
    { "e\xcc\x81", "é" },
    { "a\tb\r\nc\rd\n\n", "a b\nc\nd" },
    { "a\x01\x7f\xe2\x80\x8b\xef\xbb\xbf"
      "b",
      "ab" },
    { "a\xff"
      "b",
      "a\xef\xbf\xbd"
      "b" },
    /* 神 as families write it must not become 神. */
    { "\xef\xa8\x99田", "\xef\xa8\x99田" },
    { "葛\xf3\xa0\x84\x80城", "葛\xf3\xa0\x84\x80城" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = kumoji_plain_text (cases[i].typed);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static KumojiParagraph *
new_paragraph (const char *text, double width)
{
  const KumojiTextStyle style = { 10, FALSE, 0 };

  return kumoji_paragraph_new (typeface, KUMOJI_LANGUAGE_JA, text, &style, width);
}

/* The lines together are the text again, but for the spaces between them. */
static void
assert_whole (KumojiParagraph *paragraph, const char *text)
{
  g_autoptr (GString) joined = g_string_new (NULL), wanted = g_string_new (NULL);

  for (guint i = 0; i < kumoji_paragraph_get_n_lines (paragraph); i++)
    {
      g_autofree char *line = kumoji_paragraph_dup_line (paragraph, i);

      g_string_append (joined, line);
    }
  g_string_append (wanted, text);
  g_string_replace (joined, " ", "", 0);
  g_string_replace (wanted, " ", "", 0);
  g_assert_cmpstr (joined->str, ==, wanted->str);
}

static void
test_kinsoku (void)
{
  static const char never_first[] =
    "、。，．・：；？！）」』】〕ぁぃぅぇぉっゃゅょゎァィゥェォッャュョー々〻…〜％,";
  static const char never_last[] = "（「『【〔¥";

  for (double width = 40; width < 400; width += 3)
    {
      g_autoptr (KumojiParagraph) paragraph = new_paragraph (sample, width);

      for (guint i = 0; i < kumoji_paragraph_get_n_lines (paragraph); i++)
        {
          g_autofree char *line = kumoji_paragraph_dup_line (paragraph, i);
          const char *last = g_utf8_find_prev_char (line, line + strlen (line));

          g_assert_cmpfloat (kumoji_paragraph_get_line_width (paragraph, i), <=, width + 0.01);
          g_assert_null (g_utf8_strchr (never_first, -1, g_utf8_get_char (line)));
          g_assert_null (g_utf8_strchr (never_last, -1, g_utf8_get_char (last)));
        }
      assert_whole (paragraph, sample);
    }
}

static void
test_phrases (void)
{
  g_autoptr (KumojiParagraph) paragraph =
    new_paragraph ("提供する会社は、長く任せられる相手ですか？", 190);
  g_autofree char *last = NULL;

  g_assert_cmpuint (kumoji_paragraph_get_n_lines (paragraph), ==, 2);
  last = kumoji_paragraph_dup_line (paragraph, 1);
  g_assert_cmpstr (last, ==, "相手ですか？");
}

static void
test_long_words (void)
{
  g_autofree char *word = g_strnfill (300, 'W');
  g_autofree char *text = g_strconcat ("The responsible ", word, " officer", NULL);
  g_autoptr (KumojiParagraph) words = new_paragraph ("The responsible information officer", 100);
  g_autoptr (KumojiParagraph) empty = new_paragraph ("", 100);
  g_autoptr (KumojiParagraph) lines = new_paragraph ("一\n\n三", 100);
  g_autofree char *first = kumoji_paragraph_dup_line (words, 0);

  for (double width = 2; width < 120; width += 7)
    {
      g_autoptr (KumojiParagraph) paragraph = new_paragraph (text, width);

      g_assert_cmpfloat (kumoji_paragraph_get_widest (paragraph), <=, width + 0.01);
      assert_whole (paragraph, text);
    }
  g_assert_cmpstr (first, ==, "The responsible");
  g_assert_cmpuint (kumoji_paragraph_get_n_lines (empty), ==, 1);
  g_assert_cmpuint (kumoji_paragraph_get_n_lines (lines), ==, 3);
}

static void
test_limit (void)
{
  g_autoptr (KumojiParagraph) paragraph = new_paragraph (sample, 150);
  g_autofree char *last = NULL;

  kumoji_paragraph_limit (paragraph, 2);
  g_assert_cmpuint (kumoji_paragraph_get_n_lines (paragraph), ==, 2);
  last = kumoji_paragraph_dup_line (paragraph, 1);
  g_assert_true (g_str_has_suffix (last, "…"));
  g_assert_cmpfloat (kumoji_paragraph_get_widest (paragraph), <=, 150.01);
}

static char *
repeat (const char *text, guint length)
{
  GString *out = g_string_new (NULL);

  while (g_utf8_strlen (out->str, -1) < length)
    g_string_append (out, text);

  return g_string_free (out, FALSE);
}

#define N_ROWS 200
#define LONG_ROW 120

static KumojiTable *
new_stress_table (void)
{
  static const char *const choices[] = { "はい", "いいえ", "該当なし", "回答を待っています", NULL };
  KumojiTable *table = kumoji_table_new (typeface, KUMOJI_LANGUAGE_JA);
  g_autofree char *memo = repeat (sample, 5000);
  g_autofree char *word = g_strnfill (200, 'x');

  kumoji_table_add_column (table, "番号", 0, 0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, "とても長い題の列（きっと折り返します）", 1, 0,
                           KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, "答え", 0, 0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, "メモ", 2, 60, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, "額", 0, 0, KUMOJI_ALIGN_RIGHT);
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *id = g_strdup_printf ("R-%03u", i), *end = g_strdup_printf ("E-%03u", i);

      if (i % 50 == 0)
        {
          kumoji_table_add_row (table, KUMOJI_ROW_GROUP, NULL);
          kumoji_table_add_text (table, sample)->span = 5;
        }
      kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, id);
      kumoji_table_add_text (table, id);
      kumoji_table_add_text (table, i % 7 == 0    ? NULL
                                    : i % 11 == 0 ? word
                                                  : "得意先台帳 𠮷野家\n二行め");
      if (i % 2 == 0)
        kumoji_table_add_choices (table, choices, i % 5 - 1);
      else
        kumoji_table_add_mark (table, i % 7, "進めません");
      kumoji_table_add_text (table, i == LONG_ROW ? memo : i % 13 == 0 ? sample : "");
      kumoji_table_add_text (table, end);
    }
  kumoji_table_add_row (table, KUMOJI_ROW_TOTAL, NULL);
  kumoji_table_add_text (table, "合計")->span = 4;
  kumoji_table_add_text (table, "9,223,372,036,854,775,807");

  return table;
}

static KumojiDocument *
new_stress_document (KumojiPaper paper, KumojiOrientation orientation)
{
  g_autoptr (KumojiFlow) flow = kumoji_flow_new (typeface, KUMOJI_LANGUAGE_JA, paper, "題");
  g_autoptr (KumojiTable) table = new_stress_table ();
  g_autofree char *name = repeat ("株式会社とても長い名前の", 120);
  const char *const notes[] = { sample, name, NULL };

  kumoji_flow_set_running (flow, name, "2026年11月20日", "7KQ2M-XW4DT-9PLHA-C3VRE");
  kumoji_flow_start_report (flow, "資産台帳", orientation);
  kumoji_flow_add_title (flow, sample, name, notes, KUMOJI_SIGNATURE_SEALS);
  kumoji_flow_add_heading (flow, 2, name);
  kumoji_flow_add_table (flow, table);

  return kumoji_flow_finish (flow);
}

static void
check_rows (KumojiDocument *document)
{
  guint n_rows = 0;

  for (guint p = 0; p < kumoji_document_get_n_pages (document); p++)
    {
      KumojiPage *page = kumoji_document_get_page (document, p);
      gboolean any = FALSE;

      assert_no_overlap (page);
      for (guint i = 0; i < N_ROWS; i++)
        {
          g_autofree char *id = g_strdup_printf ("R-%03u", i), *end = g_strdup_printf ("E-%03u", i);

          if (!page_has (page, id))
            continue;
          /* The whole row is where it begins; one that no page can take has its figure there. */
          g_assert_true (page_has (page, end));
          any = TRUE;
          n_rows++;
        }
      if (any)
        g_assert_true (page_has (page, "番号"));
    }
  g_assert_cmpuint (n_rows, ==, N_ROWS);
}

static void
test_stress (void)
{
  for (KumojiPaper paper = KUMOJI_PAPER_A4; paper <= KUMOJI_PAPER_LETTER; paper++)
    for (KumojiOrientation orientation = KUMOJI_PORTRAIT; orientation <= KUMOJI_LANDSCAPE;
         orientation++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (KumojiDocument) document = new_stress_document (paper, orientation);

        kumoji_document_check (document, &error);
        g_assert_no_error (error);
        check_rows (document);
      }
}

/* Whatever stands before it, a heading is on the page of the text that follows. */
static void
test_headings_stay (void)
{
  for (guint n_lines = 30; n_lines < 60; n_lines++)
    {
      g_autoptr (KumojiFlow) flow =
        kumoji_flow_new (typeface, KUMOJI_LANGUAGE_JA, KUMOJI_PAPER_A4, "題");
      g_autoptr (KumojiDocument) document = NULL;
      g_autoptr (KumojiTable) table = kumoji_table_new (typeface, KUMOJI_LANGUAGE_JA);

      for (guint i = 0; i < n_lines; i++)
        kumoji_flow_add_text (flow, "行");
      kumoji_flow_add_heading (flow, 2, "見出し");
      kumoji_flow_add_heading (flow, 3, "小見出し");
      kumoji_table_add_column (table, "列", 1, 0, KUMOJI_ALIGN_LEFT);
      kumoji_table_add_row (table, KUMOJI_ROW_GROUP, NULL);
      kumoji_table_add_text (table, "組");
      kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
      kumoji_table_add_text (table, "中身");
      kumoji_table_add_row (table, KUMOJI_ROW_TOTAL, NULL);
      kumoji_table_add_text (table, "合計");
      kumoji_flow_add_table (flow, table);
      document = kumoji_flow_finish (flow);

      for (guint p = 0; p < kumoji_document_get_n_pages (document); p++)
        {
          KumojiPage *page = kumoji_document_get_page (document, p);
          const gboolean here = page_has (page, "見出し");

          g_assert_cmpint (page_has (page, "小見出し"), ==, here);
          g_assert_cmpint (page_has (page, "組"), ==, here);
          g_assert_cmpint (page_has (page, "中身"), ==, here);
          g_assert_cmpint (page_has (page, "合計"), ==, here);
        }
      g_assert_true (kumoji_document_check (document, NULL));
    }
}

static void
test_page_numbers (void)
{
  g_autoptr (KumojiDocument) document = new_stress_document (KUMOJI_PAPER_A4, KUMOJI_LANDSCAPE);
  const guint n_pages = kumoji_document_get_n_pages (document);
  GArray *headings = kumoji_document_get_headings (document);

  g_assert_cmpuint (n_pages, >, 5);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u / %u", i + 1, n_pages);

      g_assert_true (page_has (kumoji_document_get_page (document, i), number));
      g_assert_true (page_has (kumoji_document_get_page (document, i), "2026年11月20日"));
    }
  g_assert_cmpuint (headings->len, ==, 2);
  g_assert_cmpstr (g_array_index (headings, KumojiHeading, 0).title, ==, "資産台帳");
}

static void
test_faults (void)
{
  const KumojiTextStyle style = { 10, FALSE, 0 };
  const KumojiBox box = { 10, 10, 50, 20 }, off = { 480, 10, 50, 20 };
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiPage) page = kumoji_page_new (500, 500);
  g_autoptr (KumojiPage) outside = kumoji_page_new (500, 500);
  g_autoptr (KumojiPage) endless = kumoji_page_new (NAN, 500);

  kumoji_label_draw (page, typeface, "名", &style, &box);
  g_assert_true (kumoji_page_check (page, NULL));
  kumoji_page_add_line (page, 0, 0, INFINITY, 0, KUMOJI_INK_STROKE (0, 1));
  g_assert_error (kumoji_page_get_fault (page), KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY);
  g_assert_false (kumoji_page_check (page, &error));

  kumoji_label_draw (outside, typeface, "名", &style, &off);
  g_assert_null (kumoji_page_get_fault (outside));
  g_assert_false (kumoji_page_check (outside, NULL));
  g_assert_nonnull (kumoji_page_get_fault (endless));
}

static void
test_warnings (void)
{
  g_autoptr (KumojiFlow) flow =
    kumoji_flow_new (typeface, KUMOJI_LANGUAGE_JA, KUMOJI_PAPER_A4, "題");
  g_autoptr (KumojiTable) table = kumoji_table_new (typeface, KUMOJI_LANGUAGE_JA);
  g_autoptr (KumojiDocument) document = NULL;
  g_autoptr (GPtrArray) warnings = NULL;

  kumoji_table_add_column (table, "名前", 1, 0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, "A-001");
  kumoji_table_add_text (table, "台帳 \xf4\x8f\xbf\xbd");
  kumoji_flow_add_table (flow, table);
  document = kumoji_flow_finish (flow);
  warnings = kumoji_document_dup_warnings (document);

  g_assert_cmpuint (warnings->len, ==, 1);
  g_assert_nonnull (strstr (warnings->pdata[0], "A-001 / 名前"));
  g_assert_nonnull (strstr (warnings->pdata[0], "U+10FFFD"));
  g_assert_true (page_has (kumoji_document_get_page (document, 0), "台帳 〓"));
}

static void
test_charts (void)
{
  const KumojiAmount amounts[] = { { "資産の合計", "¥100,000,000", 1e8 },
                                   { sample, "¥9,223,372,036,854,775,807", 9.2e18 },
                                   { "ない", "", 0 },
                                   { "負", "−1", -1 },
                                   { "数でない", "?", NAN },
                                   { "小", "¥1", 1 } };
  const KumojiStageMark stages[] = { { "0", "検討", KUMOJI_STEP_FINISHED },
                                     { "1", sample, KUMOJI_STEP_CURRENT, sample,
                                       KUMOJI_MARK_BLOCKED },
                                     { "X", "機微", KUMOJI_STEP_SKIPPED } };
  const KumojiSpan spans[] = { { "0", "検討", KUMOJI_STEP_FINISHED, 739000, 739100, 739000,
                                 739200 },
                               { "1", sample, KUMOJI_STEP_CURRENT, 739300, 0, 739200, 0 },
                               { "2", "", KUMOJI_STEP_AHEAD, 741000, 740000 },
                               { "3", "空", KUMOJI_STEP_AHEAD } };

  for (double width = 60; width < 900; width += 70)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KumojiPage) page = kumoji_page_new (width, 1000);
      const KumojiCanvas canvas = { page, typeface, &kumoji_palette_dark, KUMOJI_LANGUAGE_EN, 8 };
      KumojiBox box = { 0, 0, width, 100 };

      kumoji_chart_draw_columns (&canvas, &box, amounts, G_N_ELEMENTS (amounts));
      kumoji_chart_draw_columns (&canvas, &box, amounts, 0);
      box.y += 110;
      box.height = kumoji_chart_measure_stack (&canvas, width, amounts, G_N_ELEMENTS (amounts));
      kumoji_chart_draw_stack (&canvas, &box, amounts, G_N_ELEMENTS (amounts));
      box.y += 200;
      kumoji_chart_draw_progress (&canvas, &box, 3, 9, 4);
      kumoji_chart_draw_progress (&canvas, &box, 0, 0, 0);
      kumoji_stage_chart_draw (&canvas, &box, stages, G_N_ELEMENTS (stages));
      box.y += 200;
      kumoji_timeline_draw (&canvas, &box, spans, G_N_ELEMENTS (spans), 739500);
      box.y += 200;
      kumoji_timeline_draw (&canvas, &box, NULL, 0, 739500);
      kumoji_page_check (page, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  typeface = kumoji_typeface_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/report/widths", test_widths);
  g_test_add_func ("/report/chain", test_chain);
  g_test_add_func ("/report/no-font", test_no_font);
  g_test_add_func ("/report/plain-text", test_plain_text);
  g_test_add_func ("/report/kinsoku", test_kinsoku);
  g_test_add_func ("/report/phrases", test_phrases);
  g_test_add_func ("/report/long-words", test_long_words);
  g_test_add_func ("/report/limit", test_limit);
  g_test_add_func ("/report/stress", test_stress);
  g_test_add_func ("/report/headings-stay", test_headings_stay);
  g_test_add_func ("/report/page-numbers", test_page_numbers);
  g_test_add_func ("/report/faults", test_faults);
  g_test_add_func ("/report/warnings", test_warnings);
  g_test_add_func ("/report/charts", test_charts);
  status = g_test_run ();

  g_assert_finalize_object (typeface);

  return status;
}
