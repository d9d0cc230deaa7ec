/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signed papers: what a report's PDF says of itself comes back, and nothing else passes for one. */
#include <cairo-pdf.h>
#include <string.h>

#include "files/kumoji-sample.h"
#include "project/kumoji-edit.h"
#include "report/kumoji-report.h"
#include "report/kumoji-signed-paper.h"
#include "rules/kumoji-fingerprint.h"

#define TODAY "2026-11-20"

static GBytes *
print (KumojiProject *project, KumojiLanguage language, KumojiReportParts parts, gboolean blank)
{
  KumojiReportOptions options;
  g_autoptr (GError) error = NULL;

  kumoji_report_options_init (&options, language, TODAY);
  options.parts = parts;
  options.blank = blank;
  GBytes *pdf = kumoji_report_render (project, &options, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

static KumojiComparison
compare (const KumojiSignedPaper *paper, KumojiProject *project)
{
  g_autoptr (KumojiFingerprints) now = kumoji_fingerprints_new_of_project (project);
  KumojiComparison comparison;

  kumoji_comparison_work_out (&comparison, paper->fingerprints, now);
  return comparison;
}

static void
test_read (gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, language);
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf =
    print (project, language, KUMOJI_REPORT_SUMMARY | KUMOJI_REPORT_ASSETS, FALSE);
  g_autoptr (KumojiSignedPaper) paper = kumoji_signed_paper_read (pdf, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (paper->title, kumoji_project_get_company (project)));
  g_assert_cmpstr (paper->date, ==, TODAY);
  g_assert_cmpstr (paper->parts, ==, "summary,assets");
  g_assert_cmpstr (paper->language, ==, kumoji_language_get_code (language));
  g_assert_true (compare (paper, project).equal);

  kumoji_edit_add_asset (project);
  g_assert_false (compare (paper, project).equal);
  g_assert_cmpstr (compare (paper, project).changed[0], ==, "assets");
  g_assert_null (compare (paper, project).changed[1]);
  kumoji_history_undo (history);
  g_assert_true (compare (paper, project).equal);
  kumoji_history_redo (history);
  g_assert_false (compare (paper, project).equal);
}

static void
assert_refused (GBytes *pdf, KumojiSignedPaperError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (kumoji_signed_paper_read (pdf, &error));
  g_assert_error (error, KUMOJI_SIGNED_PAPER_ERROR, (int) code);
  g_assert_null (strchr (error->message, '\n'));
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A PDF that another program wrote, whatever it says of itself. */
static GBytes *
draw_foreign (const char *creator, const char *keywords)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 200, 200);
  cairo_t *cr = cairo_create (surface);

  if (creator != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, creator);
  if (keywords != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  cairo_rectangle (cr, 20, 20, 100, 100);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_foreign (void)
{
  static const char digits[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  g_autofree char *newer = g_strconcat ("kumoji-fingerprint=k2:", digits, NULL);
  g_autofree char *good = g_strconcat ("kumoji-fingerprint=k1:", digits,
                                       "; kumoji-date=yesterday; kumoji-parts=treasure;"
                                       " kumoji-assets=k1:short; kumoji-note=x",
                                       NULL);
  static const char *const foreign[] = {
    NULL,
    "",
    "cloud, report",
    "kumoji-fingerprint=",
    "kumoji-fingerprint=k1:0123",
    "kumoji-fingerprint=k1:zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
  };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autoptr (GBytes) pdf = draw_foreign ("A word processor", foreign[i]);
      assert_refused (pdf, KUMOJI_SIGNED_PAPER_ERROR_FOREIGN);
    }
  g_autoptr (GBytes) later = draw_foreign ("Kumoji", newer);
  assert_refused (later, KUMOJI_SIGNED_PAPER_ERROR_NEWER);

  /* What a keyword may not hold is as good as not there. */
  g_autoptr (GBytes) odd = draw_foreign ("Kumoji", good);
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiSignedPaper) paper = kumoji_signed_paper_read (odd, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (paper->date, ==, "");
  g_assert_cmpstr (paper->parts, ==, "");
  g_assert_cmpstr (paper->fingerprints->parts[0], ==, "");
}

static void
test_refused (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_EN);
  g_autoptr (GBytes) pdf = print (project, KUMOJI_LANGUAGE_EN, KUMOJI_REPORT_SUMMARY, FALSE);
  g_autoptr (GBytes) blank = print (project, KUMOJI_LANGUAGE_EN, KUMOJI_REPORT_CHECKLISTS, TRUE);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("a letter", 8);
  g_autoptr (GBytes) hollow = g_bytes_new_static ("%PDF-1.4\n%%EOF\n", 15);
  g_autoptr (GBytes) huge = g_bytes_new_take (g_malloc0 (KUMOJI_SIGNED_PAPER_MAX_BYTES + 1),
                                              KUMOJI_SIGNED_PAPER_MAX_BYTES + 1);

  assert_refused (blank, KUMOJI_SIGNED_PAPER_ERROR_BLANK);
  assert_refused (empty, KUMOJI_SIGNED_PAPER_ERROR_NO_PDF);
  assert_refused (text, KUMOJI_SIGNED_PAPER_ERROR_NO_PDF);
  assert_refused (hollow, KUMOJI_SIGNED_PAPER_ERROR_DAMAGED);
  assert_refused (huge, KUMOJI_SIGNED_PAPER_ERROR_SIZE);

  /* Cut off anywhere; the last bytes are the line break behind the end mark. */
  for (gsize size = 1024; size + 8 < g_bytes_get_size (pdf); size += g_bytes_get_size (pdf) / 50)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, size);
      assert_refused (cut, KUMOJI_SIGNED_PAPER_ERROR_DAMAGED);
    }
}

/* Bytes changed at random: an answer or a refusal, never a crash. */
static void
test_damaged (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_EN);
  g_autoptr (GBytes) pdf = print (project, KUMOJI_LANGUAGE_EN, KUMOJI_REPORT_SUMMARY, FALSE);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  for (guint round = 0; round < 100; round++)
    {
      g_autofree char *copy = g_memdup2 (data, size);
      for (guint i = 0; i < 200; i++)
        copy[g_test_rand_int_range (0, (int) size)] = (char) g_test_rand_int ();
      g_autoptr (GBytes) damaged = g_bytes_new (copy, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (KumojiSignedPaper) paper = kumoji_signed_paper_read (damaged, &error);
      g_assert_true ((paper == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  g_test_add_data_func ("/signed-paper/read/ja", GINT_TO_POINTER (KUMOJI_LANGUAGE_JA), test_read);
  g_test_add_data_func ("/signed-paper/read/en", GINT_TO_POINTER (KUMOJI_LANGUAGE_EN), test_read);
  g_test_add_func ("/signed-paper/foreign", test_foreign);
  g_test_add_func ("/signed-paper/refused", test_refused);
  g_test_add_func ("/signed-paper/damaged", test_damaged);
  return g_test_run ();
}
