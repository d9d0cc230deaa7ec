/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two painters agree: every page of every report is the same on paper and on the screen. */
#include <glib/gstdio.h>
#include <string.h>

#include "report-kinds.h"
#include "report/kumoji-logo.h"
#include "report-picture.h"

/* Assets of the stress project: with characters that only one of the painters might know. */
#define N_ASSETS 60

static char *directory;

static void
compare_page (const char *file, KumojiDocument *document, guint position)
{
  g_auto (Picture) pdf = { 0 }, cairo = { 0 };
  double worst;

  raster_pdf (file, position, &pdf);
  raster_cairo (kumoji_document_get_page (document, position), pdf.width, pdf.height, &cairo);
  worst = find_worst (&pdf, &cairo);
  g_test_message ("page %u: %.1f", position + 1, worst);
  g_assert_cmpfloat (worst, <, TOLERANCE);
}

static void
compare (KumojiProject *project, const KumojiReportOptions *options)
{
  g_autoptr (KumojiDocument) document = fixture_lay_out (project, options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = kumoji_pdf_paint (document, NULL, NULL, NULL, &error);
  g_autofree char *file = g_build_filename (directory, "report.pdf", NULL);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (pdf, &size);
  g_assert_true (g_file_set_contents (file, data, (gssize) size, NULL));
  for (guint i = 0; i < kumoji_document_get_n_pages (document); i++)
    compare_page (file, document, i);
  g_unlink (file);
}

static void
test_sample (gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, language);
  KumojiReportOptions options;

  kumoji_report_options_init (&options, language, FIXTURE_TODAY);
  compare (project, &options);
}

/* One checklist of each look; there are a hundred pages of them all. */
static void
test_blank (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  char *catalogs[] = { (char *) "ipa-guide",
                       (char *) "management-actions",
                       (char *) "evaluation-policies",
                       (char *) "provider-criteria",
                       (char *) "threats",
                       (char *) "operations",
                       NULL };
  KumojiReportOptions options;

  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, FIXTURE_TODAY);
  options.blank = TRUE;
  options.catalogs = catalogs;
  compare (project, &options);
}

/* The tables of every kind, and what is said of the pages behind them. */
static void
test_kinds (gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, language);
  char *catalogs[] = { (char *) "isms-documents",
                       (char *) "provider-criteria",
                       (char *) "iso27017-customer",
                       (char *) "threats",
                       (char *) "operations",
                       (char *) "schemes",
                       NULL };
  KumojiReportOptions options;

  kinds_answer (project);
  kumoji_report_options_init (&options, language, FIXTURE_TODAY);
  options.parts = KUMOJI_REPORT_CHECKLISTS | KUMOJI_REPORT_SOURCES | KUMOJI_REPORT_GLOSSARY;
  options.catalogs = catalogs;
  compare (project, &options);
}

/* The picture and the lines of the cover. */
static void
test_cover (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  KumojiRecord *setup = KUMOJI_RECORD (kumoji_project_get_report_setup (project));
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "images", "logo.png", NULL);
  g_autoptr (GMappedFile) picture = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (picture);
  g_autofree char *logo = kumoji_logo_encode (bytes, NULL);
  KumojiReportOptions options;

  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, FIXTURE_TODAY);
  options.parts = KUMOJI_REPORT_SUMMARY;
  options.cover = TRUE;
  options.era = TRUE;
  kumoji_history_set_text (history, setup, "logo", logo);
  kumoji_history_set_text (history, setup, "mark", "secret");
  kumoji_history_set_text (history, setup, "consultant", "𠮷野 花子");
  compare (project, &options);
}

static void
test_stress (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (GString) memo = g_string_new (NULL);
  KumojiReportOptions options;

  for (guint i = 0; i < 500; i++)
    g_string_append (memo, i % 9 == 0 ? "。" : "長いメモab");
  g_assert_true (kumoji_history_set_text (history,
                                          KUMOJI_RECORD (kumoji_project_get_profile (project)),
                                          "company", "株式会社𠮷野家😀本店"));
  for (guint i = 0; i < N_ASSETS; i++)
    {
      KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
      g_autofree char *name =
        g_strdup_printf ("𠮷野家の台帳 %u 🍣 한글 葛󠄀城 Ж", i);

      kumoji_history_set_text (history, asset, "name", name);
      kumoji_history_set_integer (history, asset, "count", 1000 + i);
      kumoji_history_set_integer (history, asset, "unit-value", 1000000);
      if (i == 7)
        kumoji_history_set_text (history, asset, "note", memo->str);
    }
  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, FIXTURE_TODAY);
  options.parts = KUMOJI_REPORT_SUMMARY | KUMOJI_REPORT_ASSETS;
  options.paper = KUMOJI_PAPER_LETTER;
  compare (project, &options);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  directory = g_dir_make_tmp ("kumoji-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_data_func ("/both-painters/sample-ja", GINT_TO_POINTER (KUMOJI_LANGUAGE_JA),
                        test_sample);
  g_test_add_data_func ("/both-painters/sample-en", GINT_TO_POINTER (KUMOJI_LANGUAGE_EN),
                        test_sample);
  g_test_add_func ("/both-painters/blank", test_blank);
  g_test_add_data_func ("/both-painters/kinds-ja", GINT_TO_POINTER (KUMOJI_LANGUAGE_JA),
                        test_kinds);
  g_test_add_data_func ("/both-painters/kinds-en", GINT_TO_POINTER (KUMOJI_LANGUAGE_EN),
                        test_kinds);
  g_test_add_func ("/both-painters/cover", test_cover);
  g_test_add_func ("/both-painters/stress", test_stress);
  status = g_test_run ();
  g_rmdir (directory);
  g_free (directory);

  return status;
}
