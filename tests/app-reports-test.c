/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Reports page: what is chosen comes out, and a report that fails leaves nothing behind. */
#include "app-harness.h"

#include <glib/gstdio.h>

#include "app/kumoji-export.h"
#include "app/pages/kumoji-catalog-choice.h"
#include "app/pages/kumoji-logo-row.h"
#include "app/pages/kumoji-part-row.h"
#include "app/pages/kumoji-report-choices.h"
#include "app/pages/kumoji-reports-page.h"
#include "app/widgets/kumoji-field-row.h"
#include "report/kumoji-logo.h"
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

static KumojiReportChoices *
choices_of (Harness *self)
{
  return harness_find (GTK_WIDGET (page_of (self)), KUMOJI_TYPE_REPORT_CHOICES, 0);
}

static KumojiPartRow *
row_of (Harness *self, const char *id)
{
  for (guint i = 0;; i++)
    {
      KumojiPartRow *row = harness_find (GTK_WIDGET (choices_of (self)), KUMOJI_TYPE_PART_ROW, i);

      if (g_str_equal (kumoji_part_row_get_part (row)->id, id))
        return row;
    }
}

static void
set_part (Harness *self, const char *id, gboolean active)
{
  gtk_check_button_set_active (harness_find (GTK_WIDGET (row_of (self, id)), GTK_TYPE_CHECK_BUTTON,
                                             0),
                               active);
  harness_settle ();
}

static KumojiReportSetup *
setup_of (Harness *self)
{
  return kumoji_project_get_report_setup (
    kumoji_session_get_project (kumoji_window_get_session (self->window)));
}

static const char *
get_choice (Harness *self, const char *field)
{
  return kumoji_record_get_text (KUMOJI_RECORD (setup_of (self)), field);
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
  g_auto (KumojiReportOptions) options = { 0 };

  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  kumoji_report_choices_get_options (choices_of (self), &options);
  g_assert_cmpint (options.parts, ==, KUMOJI_REPORT_ALL & ~KUMOJI_REPORT_SOURCES);
  g_assert_cmpint (options.language, ==, kumoji_language_get_default ());
  g_assert_false (options.blank);

  set_part (self, "summary", FALSE);
  kumoji_report_choices_get_options (choices_of (self), &options);
  g_assert_cmpint (options.parts, ==,
                   KUMOJI_REPORT_ALL & ~KUMOJI_REPORT_SUMMARY & ~KUMOJI_REPORT_SOURCES);
  g_assert_cmpstr (get_choice (self, "parts-left-out"), ==, "summary");
  set_part (self, "sources", TRUE);
  kumoji_report_choices_get_options (choices_of (self), &options);
  g_assert_cmpint (options.parts, ==, KUMOJI_REPORT_ALL & ~KUMOJI_REPORT_SUMMARY);
  g_assert_cmpstr (get_choice (self, "parts-added"), ==, "sources");
  harness_activate (self, "win.undo");
  g_assert_cmpstr (get_choice (self, "parts-added"), ==, "");

  /* The choice is kept in the project, so it can be taken back, and it is no change of what the
   * company says. */
  harness_activate (self, "win.undo");
  g_assert_cmpstr (get_choice (self, "parts-left-out"), ==, "");
  g_assert_true (gtk_check_button_get_active (
    harness_find (GTK_WIDGET (row_of (self, "summary")), GTK_TYPE_CHECK_BUTTON, 0)));
  harness_activate (self, "win.redo");
  g_assert_cmpstr (get_choice (self, "parts-left-out"), ==, "summary");
}

static GtkSwitch *
blank_of (Harness *self)
{
  return GTK_SWITCH (gtk_widget_get_template_child (GTK_WIDGET (choices_of (self)),
                                                    KUMOJI_TYPE_REPORT_CHOICES, "blank"));
}

/* Blank forms are printed of the parts that have one, and of no other. */
static void
test_blank (Harness *self, gconstpointer data)
{
  g_auto (KumojiReportOptions) options = { 0 };

  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  gtk_switch_set_active (blank_of (self), TRUE);
  harness_settle ();
  kumoji_report_choices_get_options (choices_of (self), &options);
  g_assert_true (options.blank);
  g_assert_cmpint (kumoji_report_options_get_printed (&options), ==,
                   KUMOJI_REPORT_CHECKLISTS | KUMOJI_REPORT_ASSETS | KUMOJI_REPORT_GLOSSARY);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (row_of (self, "summary"))));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (row_of (self, "assets"))));
}

static void
test_nothing_chosen (Harness *self, gconstpointer data)
{
  g_auto (KumojiReportOptions) options = { 0 };
  guint n;
  const KumojiReportPart *parts = kumoji_report_get_parts (&n);

  harness_go (self, "reports", "");
  for (guint i = 0; i < n; i++)
    set_part (self, parts[i].id, FALSE);
  kumoji_report_choices_get_options (choices_of (self), &options);
  g_assert_cmpint (kumoji_report_options_get_printed (&options), ==, 0);
}

/* The first row comes down by its button, and where it ends is where its part is printed. */
static void
test_order (Harness *self, gconstpointer data)
{
  g_auto (KumojiReportOptions) options = { 0 };
  GtkWidget *row;

  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  row = GTK_WIDGET (row_of (self, "summary"));
  g_assert_true (gtk_widget_activate_action (row, "part.move", "i", -1));
  g_assert_cmpstr (get_choice (self, "order"), ==, ""); /* it is the first already */
  g_assert_true (gtk_widget_activate_action (row, "part.move", "i", 1));
  harness_settle ();
  g_assert_cmpstr (get_choice (self, "order"), ==,
                   "checklists,summary,assets,roadmap,sources,glossary");
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 1);
  kumoji_report_choices_get_options (choices_of (self), &options);
  g_assert_cmpstr (options.order.places[0]->id, ==, "checklists");
  g_assert_cmpstr (options.order.places[1]->id, ==, "summary");

  harness_activate (self, "win.undo");
  harness_settle ();
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 0);
  harness_activate (self, "win.redo");
  harness_settle ();
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 1);
}

static GdkPaintable *
get_logo (KumojiLogoRow *row)
{
  return gtk_picture_get_paintable (harness_find (GTK_WIDGET (row), GTK_TYPE_PICTURE, 0));
}

/* A project from elsewhere may hold anything in the place of its logo. */
static void
test_broken_logo (Harness *self, gconstpointer data)
{
  KumojiLogoRow *row;

  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  row = harness_find (GTK_WIDGET (choices_of (self)), KUMOJI_TYPE_LOGO_ROW, 0);
  kumoji_history_set_text (kumoji_project_get_history (
                             kumoji_session_get_project (kumoji_window_get_session (self->window))),
                           KUMOJI_RECORD (setup_of (self)), "logo", "bm8gcGljdHVyZQ==");
  WAIT_UNTIL (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "cannot be shown")
              != NULL);
  g_assert_null (get_logo (row));
  harness_settle ();
  harness_activate (self, "win.undo");
  g_assert_cmpstr (get_choice (self, "logo"), ==, "");
  WAIT_UNTIL (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "PNG") != NULL);
}

static void
test_logo (Harness *self, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "images", "logo.png", NULL);
  g_autoptr (GFile) picture = g_file_new_for_path (path);
  g_autoptr (GFile) text = harness_write (self, "logo.txt.png", "no picture at all");
  g_autoptr (KumojiImage) image = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  AdwMessageDialog *dialog;
  KumojiLogoRow *row;

  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  row = harness_find (GTK_WIDGET (choices_of (self)), KUMOJI_TYPE_LOGO_ROW, 0);
  kumoji_logo_row_take (row, picture);
  WAIT_UNTIL (!kumoji_logo_row_is_busy (row));
  kept = g_strdup (get_choice (self, "logo"));
  image = kumoji_logo_decode (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kumoji_image_get_width (image), >, 0);
  WAIT_UNTIL (get_logo (row) != NULL);

  /* What is no picture leaves the old one, and says so. */
  kumoji_logo_row_take (row, text);
  WAIT_UNTIL (!kumoji_logo_row_is_busy (row));
  dialog = harness_find_dialog (self);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "logo.txt.png"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpstr (get_choice (self, "logo"), ==, kept);

  gtk_widget_activate_action (GTK_WIDGET (row), "logo.remove", NULL);
  g_assert_cmpstr (get_choice (self, "logo"), ==, "");
  harness_activate (self, "win.undo");
  g_assert_cmpstr (get_choice (self, "logo"), ==, kept);
  harness_activate (self, "win.redo");
  harness_settle ();
  g_assert_cmpstr (get_choice (self, "logo"), ==, "");
  g_assert_null (get_logo (row));
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
  g_auto (KumojiReportOptions) options = { 0 };
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

/* What is only looked up cannot be chosen. */
static GPtrArray *
list_asked (void)
{
  GPtrArray *all = kumoji_library_get_catalogs (kumoji_library_get_default ());
  GPtrArray *asked = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (kumoji_catalog_get_kind (all->pdata[i]) != KUMOJI_KIND_REFERENCE)
      g_ptr_array_add (asked, all->pdata[i]);
  return asked;
}

static GtkCheckButton *
check_of (KumojiCatalogChoice *choice, const char *id)
{
  g_autoptr (GPtrArray) catalogs = list_asked ();

  for (guint i = 0; i < catalogs->len; i++)
    if (g_str_equal (kumoji_catalog_get_id (catalogs->pdata[i]), id))
      return harness_find (GTK_WIDGET (choice), GTK_TYPE_CHECK_BUTTON, i);
  return NULL;
}

static void
test_catalogs (Harness *self, gconstpointer data)
{
  KumojiCatalogChoice *choice;
  g_autoptr (GPtrArray) catalogs = list_asked ();
  g_auto (KumojiReportOptions) options = { 0 };
  g_auto (KumojiReportOptions) less = { 0 };
  g_auto (KumojiReportOptions) none = { 0 };

  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  choice = harness_find (GTK_WIDGET (choices_of (self)), KUMOJI_TYPE_CATALOG_CHOICE, 0);
  kumoji_report_choices_get_options (choices_of (self), &options);
  g_assert_null (options.catalogs);

  gtk_check_button_set_active (check_of (choice, "jssa-stage2"), FALSE);
  harness_settle ();
  kumoji_report_choices_get_options (choices_of (self), &less);
  g_assert_cmpuint (g_strv_length (less.catalogs), ==, catalogs->len - 1);
  g_assert_false (g_strv_contains ((const char *const *) less.catalogs, "jssa-stage2"));
  g_assert_true (g_strv_contains ((const char *const *) less.catalogs, "jssa-stage3-scope"));
  harness_activate (self, "win.undo");
  harness_settle ();
  g_assert_true (gtk_check_button_get_active (check_of (choice, "jssa-stage2")));

  /* No checklist at all is the same as leaving that part out. */
  for (guint i = 0; i < catalogs->len; i++)
    gtk_check_button_set_active (check_of (choice, kumoji_catalog_get_id (catalogs->pdata[i])),
                                 FALSE);
  kumoji_report_choices_get_options (choices_of (self), &none);
  g_assert_cmpint (kumoji_report_options_get_printed (&none), ==,
                   KUMOJI_REPORT_ALL & ~KUMOJI_REPORT_CHECKLISTS & ~KUMOJI_REPORT_SOURCES);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/reports/" name, Harness, NULL, harness_set_up, func, harness_tear_down)
  ADD ("options", test_options);
  ADD ("blank", test_blank);
  ADD ("order", test_order);
  ADD ("logo", test_logo);
  ADD ("broken-logo", test_broken_logo);
  ADD ("nothing-chosen", test_nothing_chosen);
  ADD ("catalogs", test_catalogs);
  ADD ("export", test_export);
  ADD ("refused", test_refused);
  ADD ("cancel", test_cancel);
  ADD ("close", test_close);
#undef ADD
  return harness_run ();
}
