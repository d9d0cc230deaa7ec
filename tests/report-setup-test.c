/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a company wants its reports: the cover, the order, the paper, the years, kept in its file. */
#include <string.h>

#include "files/kumoji-project-file.h"
#include "report-fixture.h"
#include "report/kumoji-flow.h"
#include "report/kumoji-logo.h"
#include "report/kumoji-report-date.h"
#include "rules/kumoji-asset-order.h"
#include "rules/kumoji-fingerprint.h"

#define CONSULTANT "佐々木 由美子"

static KumojiRecord *
get_setup (KumojiProject *project)
{
  return KUMOJI_RECORD (kumoji_project_get_report_setup (project));
}

static void
set (KumojiProject *project, const char *field, const char *text)
{
  g_assert_true (kumoji_history_set_text (kumoji_project_get_history (project), get_setup (project),
                                          field, text));
}

static void
set_flag (KumojiProject *project, const char *field)
{
  g_assert_true (kumoji_history_set_flag (kumoji_project_get_history (project), get_setup (project),
                                          field, TRUE));
}

static char *
dup_logo (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "images", "logo.png", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  g_autoptr (GBytes) bytes = NULL;
  char *logo;

  g_assert_no_error (error);
  bytes = g_mapped_file_get_bytes (file);
  logo = kumoji_logo_encode (bytes, &error);
  g_assert_no_error (error);
  return logo;
}

static KumojiProject *
make_project (KumojiLanguage language)
{
  KumojiProject *project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, language);
  g_autofree char *logo = dup_logo ();

  set_flag (project, "cover");
  set_flag (project, "era");
  set (project, "mark", "confidential");
  set (project, "consultant", CONSULTANT);
  set (project, "logo", logo);
  set (project, "order", "roadmap,summary");
  set (project, "parts-left-out", "assets");
  return project;
}

static KumojiDocument *
lay_out (KumojiProject *project, KumojiLanguage language, gboolean blank)
{
  g_auto (KumojiReportOptions) options = { 0 };

  kumoji_report_options_init_for_project (&options, project, language, FIXTURE_TODAY);
  options.blank = blank;
  return fixture_lay_out (project, &options);
}

static gboolean
has_picture (KumojiPage *page)
{
  for (guint i = 0; i < kumoji_page_get_n_drawings (page); i++)
    if (kumoji_page_get_drawing (page, i)->kind == KUMOJI_DRAWING_IMAGE)
      return TRUE;
  return FALSE;
}

static void
test_cover (gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  const gboolean ja = language == KUMOJI_LANGUAGE_JA;
  g_autoptr (KumojiProject) project = make_project (language);
  g_autoptr (KumojiDocument) document = lay_out (project, language, FALSE);
  g_autofree char *cover = fixture_dup_page_text (document, 0);
  g_autofree char *second = fixture_dup_page_text (document, 1);
  g_autofree char *fingerprint = kumoji_fingerprint_new (project);
  g_autofree char *paper = kumoji_fingerprint_to_paper (fingerprint);
  GArray *headings = kumoji_document_get_headings (document);

  assert_has (cover, kumoji_project_get_company (project));
  assert_has (cover, CONSULTANT);
  assert_has (cover, ja ? "令和8年11月20日" : "20 November 2026");
  assert_has (cover, ja ? "秘" : "Confidential");
  assert_has (cover, paper);
  g_assert_true (has_picture (kumoji_document_get_page (document, 0)));
  g_assert_false (has_picture (kumoji_document_get_page (document, 1)));
  /* The mark and the era go on behind the cover. */
  assert_has (second, ja ? "秘" : "Confidential");
  assert_has (second, ja ? "令和8年" : "2026");

  /* What is in the report stands on the cover, and leads to its page. */
  for (guint i = 0; i < headings->len; i++)
    {
      const KumojiHeading *heading = &g_array_index (headings, KumojiHeading, i);
      g_autofree char *anchor = g_strdup_printf (KUMOJI_FLOW_REPORT_ANCHOR, heading->page);
      guint page;
      double y;

      if (heading->level != 1)
        continue;
      assert_has (cover, heading->title);
      g_assert_true (kumoji_document_find_anchor (document, anchor, &page, &y));
      g_assert_cmpuint (page, ==, heading->page);
    }
}

/* A blank form is for anybody: no cover, no mark. */
static void
test_blank (void)
{
  g_autoptr (KumojiProject) project = make_project (KUMOJI_LANGUAGE_EN);
  g_autoptr (KumojiDocument) document = NULL;
  g_autofree char *text = NULL;

  set (project, "mark", "secret");
  document = lay_out (project, KUMOJI_LANGUAGE_EN, TRUE);
  text = fixture_dup_text (document);

  assert_has_not (text, CONSULTANT);
  g_assert_false (has_picture (kumoji_document_get_page (document, 0)));
  assert_has_not (text, "Strictly confidential");
}

static void
test_order (void)
{
  g_autoptr (KumojiProject) project = make_project (KUMOJI_LANGUAGE_EN);
  g_autoptr (KumojiDocument) document = lay_out (project, KUMOJI_LANGUAGE_EN, FALSE);
  static const char *const wanted[] = { "Roadmap", "Report to management", "Checklists",
                                        "Words explained" };
  GArray *headings = kumoji_document_get_headings (document);
  guint n = 0;

  for (guint i = 0; i < headings->len; i++)
    if (g_array_index (headings, KumojiHeading, i).level == 1)
      {
        g_assert_cmpuint (n, <, G_N_ELEMENTS (wanted));
        g_assert_cmpstr (g_array_index (headings, KumojiHeading, i).title, ==, wanted[n]);
        n++;
      }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (wanted));
}

/* The register as the screen has it: sorted, each row with its group, no subtotals, one total. */
static void
test_register (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_EN);
  g_auto (KumojiReportOptions) options = { 0 };
  g_autoptr (GPtrArray) sorted = NULL;
  const char *last = NULL;

  set (project, "register", "screen");
  kumoji_report_options_init_for_project (&options, project, KUMOJI_LANGUAGE_EN, FIXTURE_TODAY);
  g_assert_false (options.grouped);
  options.parts = KUMOJI_REPORT_ASSETS;
  g_strlcpy (options.sort, "-total", sizeof options.sort);
  sorted = kumoji_asset_order_sort (kumoji_project_get_assets (project), options.sort);
  g_autoptr (KumojiDocument) document = fixture_lay_out (project, &options);
  g_autofree char *text = fixture_dup_text (document);

  assert_has (text, "All assets");
  assert_has_not (text, "All assets by group");
  last = strstr (text, "Allassets");
  for (guint i = 0; i < sorted->len && last != NULL; i++)
    {
      g_autofree char *number =
        fixture_dup_dense (kumoji_record_get_text (sorted->pdata[i], "number"));

      last = strstr (last, number);
    }
  g_assert_nonnull (last);
}

/* Kept in the file, given back from it, and no part of what is signed. */
static void
test_kept (void)
{
  g_autoptr (KumojiProject) plain = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  g_autoptr (KumojiProject) project = make_project (KUMOJI_LANGUAGE_JA);
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autofree char *before = kumoji_fingerprint_new (plain);
  g_autofree char *after = kumoji_fingerprint_new (project);
  g_autoptr (GBytes) bytes = NULL, undone = NULL, redone = NULL;
  g_autoptr (KumojiProject) opened = NULL;
  g_auto (KumojiReportOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (before, ==, after);
  set (project, "paper", "letter");
  set (project, "language", "en");
  set (project, "signature", "none");
  set (project, "checklists-left-out", "jssa-stage2");
  bytes = kumoji_project_to_bytes (project);
  opened = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, &error);
  g_assert_no_error (error);
  kumoji_report_options_init_for_project (&options, opened, KUMOJI_LANGUAGE_JA, FIXTURE_TODAY);
  g_assert_cmpint (options.paper, ==, KUMOJI_PAPER_LETTER);
  g_assert_cmpint (options.language, ==, KUMOJI_LANGUAGE_EN);
  g_assert_cmpint (options.signature, ==, KUMOJI_SIGNATURE_NONE);
  g_assert_true (options.cover && options.era);
  g_assert_cmpint (options.parts, ==,
                   KUMOJI_REPORT_ALL & ~KUMOJI_REPORT_ASSETS & ~KUMOJI_REPORT_SOURCES);
  g_assert_false (g_strv_contains ((const char *const *) options.catalogs, "jssa-stage2"));
  g_assert_true (g_strv_contains ((const char *const *) options.catalogs, "jssa-stage4"));

  while (kumoji_history_can_undo (history))
    kumoji_history_undo (history);
  undone = kumoji_project_to_bytes (project);
  g_assert_null (g_strstr_len (g_bytes_get_data (undone, NULL), (gssize) g_bytes_get_size (undone),
                               "\"reports\""));
  while (kumoji_history_can_redo (history))
    kumoji_history_redo (history);
  redone = kumoji_project_to_bytes (project);
  g_assert_true (g_bytes_equal (bytes, redone));
}

/* A file from elsewhere may hold anything in the place of a logo. */
static void
test_broken_logo (void)
{
  static const char *const broken[] = { "?", "bm8gcGljdHVyZQ==", "iVBORw0KGgo=" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (KumojiProject) project = make_project (KUMOJI_LANGUAGE_EN);
      g_auto (KumojiReportOptions) options = { 0 };
      g_autoptr (GError) error = NULL;

      set (project, "logo", broken[i]);
      kumoji_report_options_init_for_project (&options, project, KUMOJI_LANGUAGE_EN, FIXTURE_TODAY);
      g_assert_null (kumoji_report_lay_out (project, &options, NULL, &error));
      g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_IMAGE);
      g_assert_nonnull (strstr (error->message, "logo"));
      /* Without the cover nobody misses it. */
      options.cover = FALSE;
      g_autoptr (KumojiDocument) document = fixture_lay_out (project, &options);
    }
}

/* Long names do not meet each other, and what does not fit is cut within its place. */
static void
test_long_names (void)
{
  g_autoptr (KumojiProject) project = make_project (KUMOJI_LANGUAGE_JA);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < 45; i++)
    g_string_append (name, "株式会社長い名前の𠮷野家ホールディングス");
  g_assert_true (kumoji_history_set_text (kumoji_project_get_history (project),
                                          KUMOJI_RECORD (kumoji_project_get_profile (project)),
                                          "company", name->str));
  set (project, "consultant", name->str);
  g_autoptr (KumojiDocument) document = lay_out (project, KUMOJI_LANGUAGE_JA, FALSE);
}

static void
test_eras (void)
{
  static const struct
  {
    const char *date, *western, *era;
  } cases[] = {
    { "2026-11-20", "2026年11月20日", "令和8年11月20日" },
    { "2019-05-01", "2019年5月1日", "令和元年5月1日" },
    { "2019-04-30", "2019年4月30日", "平成31年4月30日" },
    { "1989-01-08", "1989年1月8日", "平成元年1月8日" },
    { "1989-01-07", "1989年1月7日", "昭和64年1月7日" },
    { "1926-12-25", "1926年12月25日", "昭和元年12月25日" },
    { "1912-07-29", "1912年7月29日", "明治45年7月29日" },
    { "1873-01-01", "1873年1月1日", "明治6年1月1日" },
    { "1872-12-31", "1872年12月31日", "1872年12月31日" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *western =
        kumoji_report_dup_date (cases[i].date, KUMOJI_LANGUAGE_JA, KUMOJI_CALENDAR_WESTERN);
      g_autofree char *era =
        kumoji_report_dup_date (cases[i].date, KUMOJI_LANGUAGE_JA, KUMOJI_CALENDAR_ERA);

      g_assert_cmpstr (western, ==, cases[i].western);
      g_assert_cmpstr (era, ==, cases[i].era);
    }
  g_autofree char *english =
    kumoji_report_dup_date ("2026-11-20", KUMOJI_LANGUAGE_EN, KUMOJI_CALENDAR_ERA);
  g_autofree char *year = kumoji_report_dup_year (2026, KUMOJI_LANGUAGE_JA, KUMOJI_CALENDAR_ERA);
  g_autofree char *period =
    kumoji_report_dup_period ("2019-04-01", "2019-05-31", KUMOJI_LANGUAGE_JA, KUMOJI_CALENDAR_ERA);
  g_assert_cmpstr (english, ==, "20 November 2026");
  g_assert_cmpstr (year, ==, "令和8年");
  g_assert_cmpstr (period, ==, "平成31年4月1日 ～ 令和元年5月31日");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/report-setup/cover/ja", GINT_TO_POINTER (KUMOJI_LANGUAGE_JA), test_cover);
  g_test_add_data_func ("/report-setup/cover/en", GINT_TO_POINTER (KUMOJI_LANGUAGE_EN), test_cover);
  g_test_add_func ("/report-setup/blank", test_blank);
  g_test_add_func ("/report-setup/order", test_order);
  g_test_add_func ("/report-setup/register", test_register);
  g_test_add_func ("/report-setup/kept", test_kept);
  g_test_add_func ("/report-setup/broken-logo", test_broken_logo);
  g_test_add_func ("/report-setup/long-names", test_long_names);
  g_test_add_func ("/report-setup/eras", test_eras);
  return g_test_run ();
}
