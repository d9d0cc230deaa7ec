/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Reports page: what is chosen comes out, and a report that fails leaves nothing behind. */
#include "app-harness.h"

#include <glib/gstdio.h>

#include "app/kumoji-export.h"
#include "app/pages/kumoji-catalog-choice.h"
#include "app/pages/kumoji-reports-page.h"
#include "files/kumoji-sample.h"

static KumojiReportsPage *
page_of (Harness *self)
{
  return KUMOJI_REPORTS_PAGE (kumoji_window_get_pane (self->window, "reports"));
}

static GFile *
file_in (Harness *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
set_part (Harness *self, guint part, gboolean active)
{
  gtk_check_button_set_active (harness_find (GTK_WIDGET (page_of (self)), GTK_TYPE_CHECK_BUTTON,
                                             part),
                               active);
}

static void
assert_is_pdf (GFile *file)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data;

  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpint (strncmp (data, "%PDF-", 5), ==, 0);
  g_assert_nonnull (g_strstr_len (data + size - 32, 32, "%%EOF"));
}

static void
test_options (Harness *self, gconstpointer data)
{
  KumojiReportOptions options;
  GtkSwitch *blank;

  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  kumoji_reports_page_get_options (page_of (self), &options);
  g_assert_cmpint (options.parts, ==, KUMOJI_REPORT_ALL);
  g_assert_cmpint (options.language, ==, kumoji_language_get_default ());
  g_assert_false (options.blank);

  set_part (self, 0, FALSE);
  kumoji_reports_page_get_options (page_of (self), &options);
  g_assert_cmpint (options.parts, ==, KUMOJI_REPORT_ALL & ~KUMOJI_REPORT_SUMMARY);

  /* Blank forms are printed of the parts that have one, and of no other. */
  blank = harness_find (GTK_WIDGET (page_of (self)), GTK_TYPE_SWITCH, 1);
  gtk_switch_set_active (blank, TRUE);
  kumoji_reports_page_get_options (page_of (self), &options);
  g_assert_true (options.blank);
  g_assert_true ((options.parts & KUMOJI_REPORT_CHECKLISTS) != 0);
  g_assert_true ((options.parts & KUMOJI_REPORT_SUMMARY) == 0);
}

static void
test_nothing_chosen (Harness *self, gconstpointer data)
{
  KumojiReportOptions options;
  guint n;

  harness_go (self, "reports", "");
  kumoji_report_get_parts (&n);
  for (guint i = 0; i < n; i++)
    set_part (self, i, FALSE);
  kumoji_reports_page_get_options (page_of (self), &options);
  g_assert_cmpint (options.parts, ==, 0);
}

static void
test_export (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "report.pdf");

  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  kumoji_reports_page_export_to (page_of (self), file);
  g_assert_true (kumoji_reports_page_is_busy (page_of (self)));
  /* Editing goes on while the report is written. */
  harness_set_company (self, "Meanwhile");
  WAIT_UNTIL (!kumoji_reports_page_is_busy (page_of (self)));
  assert_is_pdf (file);
  g_assert_null (harness_find_dialog (self));
}

static void
test_refused (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "no-such-folder/report.pdf");
  AdwMessageDialog *dialog;

  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  kumoji_reports_page_export_to (page_of (self), file);
  WAIT_UNTIL (!kumoji_reports_page_is_busy (page_of (self)));
  dialog = harness_find_dialog (self);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "report.pdf"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_false (g_file_query_exists (file, NULL));
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (kumoji_export_run_finish (KUMOJI_EXPORT (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

static void
test_cancel (Harness *self, gconstpointer data)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  g_autoptr (GFile) file = harness_write (self, "kept.pdf", "what was there");
  KumojiReportOptions options;
  KumojiExport *export;
  gboolean done = FALSE;
  g_autofree char *kept = NULL;

  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, "2026-11-20");
  export = kumoji_export_new (project, &options);
  kumoji_export_run_async (export, file, cancelled_cb, &done);
  kumoji_export_cancel (export);
  WAIT_UNTIL (done);
  g_assert_true (g_file_load_contents (file, NULL, &kept, NULL, NULL, NULL));
  g_assert_cmpstr (kept, ==, "what was there");
  harness_settle ();
  g_assert_finalize_object (export);
}

/* The window may be closed while a report is being written. */
static void
test_close (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (self, "closed.pdf");

  harness_activate (self, "win.open-sample");
  kumoji_reports_page_export_to (page_of (self), file);
  gtk_window_close (GTK_WINDOW (self->window));
  WAIT_UNTIL (gtk_application_get_windows (GTK_APPLICATION (self->application)) == NULL);
  for (guint i = 0; i < 20; i++)
    harness_settle ();
}

static void
test_catalogs (Harness *self, gconstpointer data)
{
  KumojiReportOptions options;
  KumojiCatalogChoice *choice;
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_library_get_default ());

  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  choice = harness_find (GTK_WIDGET (page_of (self)), KUMOJI_TYPE_CATALOG_CHOICE, 0);
  kumoji_reports_page_get_options (page_of (self), &options);
  g_assert_null (options.catalogs);

  kumoji_catalog_choice_set_chosen (choice, "jssa-stage2", FALSE);
  kumoji_reports_page_get_options (page_of (self), &options);
  g_assert_cmpuint (g_strv_length ((char **) options.catalogs), ==, catalogs->len - 1);
  g_assert_false (g_strv_contains (options.catalogs, "jssa-stage2"));
  g_assert_true (g_strv_contains (options.catalogs, "jssa-stage3-scope"));

  /* No checklist at all is the same as leaving that part out. */
  for (guint i = 0; i < catalogs->len; i++)
    kumoji_catalog_choice_set_chosen (choice, kumoji_catalog_get_id (catalogs->pdata[i]), FALSE);
  kumoji_reports_page_get_options (page_of (self), &options);
  g_assert_cmpint (options.parts & KUMOJI_REPORT_CHECKLISTS, ==, 0);
  g_assert_cmpint (options.parts & KUMOJI_REPORT_SUMMARY, !=, 0);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/reports/" name, Harness, NULL, harness_set_up, func, harness_tear_down)
  ADD ("options", test_options);
  ADD ("nothing-chosen", test_nothing_chosen);
  ADD ("catalogs", test_catalogs);
  ADD ("export", test_export);
  ADD ("refused", test_refused);
  ADD ("cancel", test_cancel);
  ADD ("close", test_close);
#undef ADD
  return harness_run ();
}
