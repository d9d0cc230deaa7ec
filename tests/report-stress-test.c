/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of reports: the PDF that other programs read, and what wears a report out. */
#include <glib/gstdio.h>
#include <string.h>

#include "project/kumoji-edit.h"
#include "report-fixture.h"
#include "report/kumoji-table.h"
#include "rules/kumoji-fingerprint.h"

#define N_ASSETS 200
#define MEMO_LENGTH 5000

static GBytes *
render (KumojiProject *project, const KumojiReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = kumoji_report_render (project, options, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

/* 5,000 characters that begin and end with words of their own. */
static char *
dup_memo (void)
{
  GString *memo = g_string_new ("メモのはじめ。");

  for (glong length = g_utf8_strlen (memo->str, -1); length < MEMO_LENGTH - 6; length++)
    g_string_append (memo, length % 40 == 0 ? "。" : length % 7 == 0 ? "a" : "字");
  g_string_append (memo, "メモの終わり");

  return g_string_free (memo, FALSE);
}

/* A company with names that no font for print has whole, a long memo and a large register. */
static KumojiProject *
new_extreme (void)
{
  static const char *const groups[] = { "personal", "core-business", "", "other" };
  g_autofree char *memo = dup_memo ();
  KumojiProject *project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (project));
  KumojiAssessment *round = kumoji_project_get_last_round (project, "jssa-stage3-scope", "");

  g_assert_true (kumoji_history_set_text (history, profile, "company", "株式会社𠮷野家😀本店"));
  g_assert_true (kumoji_edit_answer (project, round, "2.1", "memo", memo, FIXTURE_TODAY, NULL));
  g_assert_true (kumoji_edit_answer (project, round, "2.2", "evidence",
                                     "https://minato.example/"
                                     "averyveryverylongpathwithoutanyplacetobreakthelineofthecell",
                                     FIXTURE_TODAY, NULL));
  for (guint i = 0; i < N_ASSETS; i++)
    {
      KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
      g_autofree char *number = g_strdup_printf ("Z-%03u", i);
      g_autofree char *name = g_strdup_printf ("𠮷野家の台帳 %u 🍣 한글 葛󠄀城", i);

      kumoji_history_set_text (history, asset, "number", number);
      kumoji_history_set_text (history, asset, "name", name);
      kumoji_history_set_text (history, asset, "group", groups[i % G_N_ELEMENTS (groups)]);
      kumoji_history_set_integer (history, asset, "count", 1000 + i);
      kumoji_history_set_integer (history, asset, "unit-value", 1000000000);
      if (i == 7)
        kumoji_history_set_text (history, asset, "note", memo);
    }

  return project;
}

static void
test_extreme (gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (KumojiProject) project = new_extreme ();
  KumojiReportOptions options;

  kumoji_report_options_init (&options, language, FIXTURE_TODAY);
  for (int paper = KUMOJI_PAPER_A4; paper <= KUMOJI_PAPER_LETTER; paper++)
    {
      options.paper = paper;
      g_autoptr (KumojiDocument) document = fixture_lay_out (project, &options);
      g_autofree char *text = fixture_dup_text (document);

      assert_has (text, "株式会社𠮷野家😀本店");
      assert_has (text, "メモのはじめ");
      assert_has (text, "メモの終わり");
      for (guint i = 0; i < N_ASSETS; i++)
        {
          g_autofree char *number = g_strdup_printf ("Z-%03u", i);

          assert_has (text, number);
        }
      /* 200 × 1,000,000,000 × (1,000 + 99.5) and the sample's 100,000,000 */
      assert_has (text, "¥219,900,100,000,000");
    }
}

/* A value beyond 64 bits: the sentence stands in place of figures. */
static void
test_overflow (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_EN);
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
  KumojiReportOptions options;

  kumoji_history_set_text (history, asset, "name", "Crown jewels");
  kumoji_history_set_integer (history, asset, "count", G_MAXINT64);
  kumoji_history_set_integer (history, asset, "unit-value", 2);
  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_EN, FIXTURE_TODAY);
  g_autoptr (KumojiDocument) document = fixture_lay_out (project, &options);
  g_autofree char *text = fixture_dup_text (document);

  assert_has (text, "The value of “Crown jewels” is too large to be added up");
  assert_has_not (text, "¥9,223");
  assert_has_not (text, "−¥");
  assert_has_not (text, "100.0 %");
}

/* Sales without assets, assets without sales, and one of all the ways to stand to each other. */
static void
test_standing (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_EN);
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (project));
  static const struct
  {
    gint64 sales;
    const char *said, *figure;
  } cases[] = {
    { 0, "Annual sales are not entered", "Total to sales–" },
    { 50000000, "¥50,000,000 above annual sales", "200.0 %" },
    { 400000000, "¥300,000,000 below annual sales", "25.0 %" },
    { 99000000, "in balance with annual sales", "101.0 %" },
  };
  KumojiReportOptions options;

  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_EN, FIXTURE_TODAY);
  options.parts = KUMOJI_REPORT_ASSETS;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      kumoji_history_set_integer (history, profile, "annual-sales", cases[i].sales);
      g_autoptr (KumojiDocument) document = fixture_lay_out (project, &options);
      g_autofree char *text = fixture_dup_text (document);

      assert_has (text, cases[i].said);
      assert_has (text, cases[i].figure);
    }
}

/* What no font has is named with the record that it stands in. */
static void
test_warnings (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_EN);
  KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
  g_auto (GStrv) warnings = NULL;
  KumojiReportOptions options;

  kumoji_history_set_text (kumoji_project_get_history (project), asset, "name",
                           "Odd \xf4\x8f\xbf\xbd name");
  kumoji_history_set_text (kumoji_project_get_history (project), asset, "number", "B-1");
  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_EN, FIXTURE_TODAY);
  g_autoptr (GBytes) bytes =
    kumoji_report_render (project, &options, NULL, NULL, &warnings, NULL, NULL);

  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_strv_length (warnings), >, 0);
  g_assert_nonnull (strstr (warnings[0], "U+10FFFD"));
  g_assert_nonnull (strstr (warnings[0], "B-1"));
}

static char *
run (const char *directory, const char *format, ...)
{
  g_autofree char *command = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  va_list arguments;
  int status;

  va_start (arguments, format);
  command = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  words = g_strsplit (command, " ", -1);
  g_spawn_sync (directory, words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&output);
}

static void
assert_fonts_embedded (const char *listing)
{
  g_auto (GStrv) lines = g_strsplit (listing, "\n", -1);
  guint n = 0;

  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    if (strstr (lines[i], " yes yes ") == NULL)
      g_error ("not embedded: %s", lines[i]);
  g_assert_cmpuint (n, >, 0);
}

/* As other programs read it: valid, every font embedded, the text can be found. */
static void
test_pdf (gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, language);
  g_autofree char *directory = g_dir_make_tmp ("kumoji-report-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (directory, "report.pdf", NULL);
  g_autofree char *fingerprint = kumoji_fingerprint_new (project);
  KumojiReportOptions options;

  kumoji_report_options_init (&options, language, FIXTURE_TODAY);
  g_autoptr (GBytes) bytes = render (project, &options);
  g_assert_true (g_file_set_contents (file, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 600 * 1024);

  g_autofree char *checked = run (directory, "qpdf --check report.pdf");
  g_autofree char *fonts = run (directory, "pdffonts report.pdf");
  g_autofree char *info = run (directory, "pdfinfo report.pdf");
  g_autofree char *raw = run (directory, "pdftotext -raw report.pdf -");
  g_autofree char *text = fixture_dup_dense (raw);

  assert_fonts_embedded (fonts);
  g_assert_nonnull (strstr (info, fingerprint));
  g_assert_nonnull (strstr (info, kumoji_project_get_company (project)));
  assert_has (text, kumoji_project_get_company (project));
  assert_has (text, "¥100,000,000");
  g_unlink (file);
  g_rmdir (directory);
}

static gpointer
render_in_thread (gpointer data)
{
  KumojiReportOptions options;
  g_autoptr (KumojiProject) project = NULL;

  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, FIXTURE_TODAY);
  project = kumoji_project_new_from_snapshot (data);

  return render (project, &options);
}

/* Equal input gives equal bytes, also from two threads at once. */
static void
test_same_bytes (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  GThread *one = g_thread_new ("one", render_in_thread, snapshot);
  GThread *two = g_thread_new ("two", render_in_thread, snapshot);
  KumojiReportOptions options;

  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, FIXTURE_TODAY);
  g_autoptr (GBytes) here = render (project, &options);
  g_autoptr (GBytes) first = g_thread_join (one);
  g_autoptr (GBytes) second = g_thread_join (two);
  g_assert_true (g_bytes_equal (here, first));
  g_assert_true (g_bytes_equal (here, second));
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);

  return (gpointer) g_get_monotonic_time ();
}

/* A company with so many assets more than the sample's. */
static KumojiProject *
new_large (guint n_assets)
{
  KumojiProject *project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  KumojiHistory *history = kumoji_project_get_history (project);

  kumoji_history_begin (history, "fill");
  for (guint i = 0; i < n_assets; i++)
    kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_edit_add_asset (project)), "name",
                             "得意先台帳とその控え");
  kumoji_history_end (history);

  return project;
}

/* Cancelling answers at once, also in the middle of a large register. */
static void
test_cancel (void)
{
  g_autoptr (KumojiProject) project = new_large (5000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  KumojiReportOptions options;
  GThread *thread;
  gint64 cancelled;

  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, FIXTURE_TODAY);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_null (kumoji_report_render (project, &options, NULL, NULL, NULL, cancellable, &error));
  cancelled = (gint64) g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* Half a second: 0.2 s, and what sanitizers and a busy machine take. */
  g_assert_cmpint (g_get_monotonic_time () - cancelled, <, G_USEC_PER_SEC / 2);
}

static void
follow (double fraction, gpointer user_data)
{
  GArray *told = user_data;

  g_assert_cmpfloat (fraction, <=, 1);
  if (told->len > 0)
    g_assert_cmpfloat (fraction, >, g_array_index (told, double, told->len - 1));
  g_array_append_val (told, fraction);
}

/* Progress begins while the pages are laid out, never falls, and ends at 1. */
static void
test_progress (void)
{
  g_autoptr (KumojiProject) project = new_large (500);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (double));
  KumojiReportOptions options;

  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, FIXTURE_TODAY);
  g_autoptr (GBytes) bytes =
    kumoji_report_render (project, &options, follow, told, NULL, NULL, NULL);

  g_assert_nonnull (bytes);
  g_assert_cmpuint (told->len, >, 100);
  g_assert_cmpfloat (g_array_index (told, double, 0), <, 0.1);
  g_assert_cmpfloat (g_array_index (told, double, told->len - 1), ==, 1);
}

typedef struct
{
  GCancellable *cancellable;
  double at;
  guint after; /* how often progress was told once it was cancelled */
} Cancel;

static void
cancel_at (double fraction, gpointer user_data)
{
  Cancel *cancel = user_data;

  if (g_cancellable_is_cancelled (cancel->cancellable))
    cancel->after++;
  if (fraction >= cancel->at)
    g_cancellable_cancel (cancel->cancellable);
}

/* Nothing is left of a report that was cancelled while its rows were added, measured and set, its
 * pages numbered, its letters gathered, its pages painted, or the document written. */
static void
test_cancel_anywhere (void)
{
  static const double moments[] = { 0, 0.2, 0.4, 0.6, 0.64, 0.66, 0.67, 0.8, 0.999, 1 };
  g_autoptr (KumojiProject) project = new_large (500);
  KumojiReportOptions options;

  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, FIXTURE_TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL, none = NULL;
      g_autoptr (GDir) folder = NULL;
      Cancel cancel = { cancellable, moments[i] };

      g_assert_null (
        kumoji_report_render (project, &options, cancel_at, &cancel, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      /* The step that is under way ends; no other begins. */
      g_assert_cmpuint (cancel.after, <=, 1);
      /* The fonts of a PDF are files while it is painted. */
      folder = g_dir_open (g_get_tmp_dir (), 0, &none);
      g_assert_no_error (none);
      g_assert_null (g_dir_read_name (folder));
    }
}

static void
test_cancelled_before (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *part = NULL, *whole = NULL;

  g_cancellable_cancel (cancellable);
  whole = kumoji_fingerprint_new_cancellable (project, NULL, cancellable);
  part = kumoji_fingerprint_new_cancellable (project, "assets", cancellable);
  g_assert_null (whole);
  g_assert_null (part);
}

/* More pages than a PDF of libharu's may have: one sentence, whoever asks. */
static void
test_too_many_pages (void)
{
  g_autoptr (KumojiTypeface) typeface = kumoji_typeface_new (NULL);
  g_autoptr (KumojiFlow) flow =
    kumoji_flow_new (typeface, KUMOJI_LANGUAGE_EN, KUMOJI_PAPER_A4, "Endless");
  g_autoptr (KumojiDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < KUMOJI_MOST_PAGES; i++)
    kumoji_flow_start_report (flow, "", KUMOJI_PORTRAIT);
  g_assert_false (kumoji_flow_is_full (flow));
  kumoji_flow_start_report (flow, "", KUMOJI_PORTRAIT);
  g_assert_true (kumoji_flow_is_full (flow));

  /* A table gives up rather than go on for nothing. */
  g_autoptr (KumojiTable) table = kumoji_table_new (typeface, KUMOJI_LANGUAGE_EN);
  kumoji_table_add_column (table, "No.", 1, 0, KUMOJI_ALIGN_LEFT);
  for (guint i = 0; i < 1000; i++)
    {
      kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
      kumoji_table_add_text (table, "1");
    }
  kumoji_flow_add_table (flow, table);
  document = kumoji_flow_finish (flow);
  g_assert_cmpuint (kumoji_document_get_n_pages (document), ==, KUMOJI_MOST_PAGES + 1);
  g_assert_null (kumoji_pdf_paint (document, NULL, NULL, NULL, &error));
  g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_PAGES);
  g_assert_nonnull (strstr (error->message, "32767"));
}

/* Instruments of this kind take many times the memory. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define INSTRUMENTED TRUE
#else
#define INSTRUMENTED FALSE
#endif

/* A line of /proc/self/status, in KiB; 0 where the system has none. */
static guint64
read_status (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, name);

  return line != NULL ? g_ascii_strtoull (line + strlen (name), NULL, 10) : 0;
}

/* A report of 10,000 pages fits 300 MB together with its project of 150 MB, part of which is free
 * again by then. The benchmark report-table measures the whole of it. */
static void
test_memory (void)
{
  g_autoptr (KumojiProject) project = NULL;
  g_autoptr (KumojiDocument) document = NULL;
  KumojiReportOptions options;
  guint64 before, peak;
  guint n_pages;

  if (INSTRUMENTED || read_status ("VmHWM:") == 0)
    {
      g_test_skip ("memory cannot be measured here");
      return;
    }
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  project = new_large (5000);
  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, FIXTURE_TODAY);
  options.parts = KUMOJI_REPORT_SUMMARY;
  g_bytes_unref (render (project, &options)); /* the fonts */
  options.parts = KUMOJI_REPORT_ALL;
  before = read_status ("VmRSS:");
  g_autoptr (GBytes) bytes = render (project, &options);
  peak = read_status ("VmHWM:");
  document = fixture_lay_out (project, &options);
  n_pages = kumoji_document_get_n_pages (document);
  g_assert_cmpuint (n_pages, >, 500);
  g_test_message ("%u pages, %" G_GUINT64_FORMAT " KiB a page", n_pages, (peak - before) / n_pages);
  /* 10,000 pages would then take 200 MB at most. */
  g_assert_cmpuint ((peak - before) / n_pages, <, 20);
}

int
main (int argc, char **argv)
{
  /* A folder of their own for temporary files, to see that none is left. */
  char folder[] = "/tmp/kumoji-stress-XXXXXX";
  int status;

  g_assert_nonnull (g_mkdtemp (folder));
  g_setenv ("TMPDIR", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/report/pdf/ja", GINT_TO_POINTER (KUMOJI_LANGUAGE_JA), test_pdf);
  g_test_add_data_func ("/report/pdf/en", GINT_TO_POINTER (KUMOJI_LANGUAGE_EN), test_pdf);
  g_test_add_data_func ("/report/extreme/ja", GINT_TO_POINTER (KUMOJI_LANGUAGE_JA), test_extreme);
  g_test_add_data_func ("/report/extreme/en", GINT_TO_POINTER (KUMOJI_LANGUAGE_EN), test_extreme);
  g_test_add_func ("/report/overflow", test_overflow);
  g_test_add_func ("/report/standing", test_standing);
  g_test_add_func ("/report/warnings", test_warnings);
  g_test_add_func ("/report/same-bytes", test_same_bytes);
  g_test_add_func ("/report/cancel", test_cancel);
  g_test_add_func ("/report/cancel-anywhere", test_cancel_anywhere);
  g_test_add_func ("/report/cancelled-before", test_cancelled_before);
  g_test_add_func ("/report/progress", test_progress);
  g_test_add_func ("/report/too-many-pages", test_too_many_pages);
  g_test_add_func ("/report/memory", test_memory);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
