/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview and printing: the pages follow what is said, and the printer gets the same ones. */
#include "app-harness.h"

#include <glib/gstdio.h>

#include "app/kumoji-printing.h"
#include "app/pages/kumoji-reports-page.h"
#include "app/widgets/kumoji-find-bar.h"
#include "app/widgets/kumoji-outline.h"
#include "app/widgets/kumoji-page-view.h"
#include "app/widgets/kumoji-preview.h"
#include "files/kumoji-sample.h"
#include "project/kumoji-edit.h"
#include "report-picture.h"

static GtkWidget *
page_of (Harness *self)
{
  return GTK_WIDGET (kumoji_window_get_pane (self->window, "reports"));
}

static KumojiPreview *
preview_of (Harness *self)
{
  return harness_find (page_of (self), KUMOJI_TYPE_PREVIEW, 0);
}

static KumojiPageRoll *
roll_of (Harness *self)
{
  return kumoji_preview_get_roll (preview_of (self));
}

static guint
count (KumojiDocument *document, const char *words)
{
  g_autoptr (GArray) matches = document != NULL ? kumoji_search_find (document, words, NULL) : NULL;

  return matches != NULL ? matches->len : 0;
}

/* Whether the pages in sight say it. */
static gboolean
says (Harness *self, const char *words)
{
  return count (kumoji_preview_get_document (preview_of (self)), words) > 0;
}

static void
show (Harness *self)
{
  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  WAIT_UNTIL (kumoji_preview_get_document (preview_of (self)) != NULL
              && !kumoji_preview_is_busy (preview_of (self)));
  harness_settle ();
}

static KumojiPageView *
first_view (Harness *self)
{
  return harness_find (GTK_WIDGET (roll_of (self)), KUMOJI_TYPE_PAGE_VIEW, 0);
}

static void
test_follows (Harness *self, gconstpointer data)
{
  gint64 start;

  show (self);
  g_assert_false (says (self, "Meanwhile Trading"));
  WAIT_UNTIL (kumoji_page_view_is_drawn (first_view (self)));
  kumoji_page_roll_scroll_to (roll_of (self), 4, 200);
  harness_settle ();
  g_assert_cmpuint (kumoji_page_roll_get_page (roll_of (self)), ==, 4);

  start = g_get_monotonic_time ();
  harness_set_company (self, "Meanwhile Trading");
  WAIT_UNTIL (says (self, "Meanwhile Trading"));
  WAIT_UNTIL (kumoji_page_view_is_drawn (first_view (self)));
  g_test_message ("sample: new pages after %.0f ms", (g_get_monotonic_time () - start) / 1000.0);
  /* The place that was read is still in sight. */
  g_assert_cmpuint (kumoji_page_roll_get_page (roll_of (self)), ==, 4);

  harness_activate (self, "win.undo");
  WAIT_UNTIL (!says (self, "Meanwhile Trading"));
  harness_activate (self, "win.redo");
  WAIT_UNTIL (says (self, "Meanwhile Trading"));
}

static void
set_part (Harness *self, guint part, gboolean active)
{
  gtk_check_button_set_active (harness_find (page_of (self), GTK_TYPE_CHECK_BUTTON, part), active);
}

static void
test_nothing (Harness *self, gconstpointer data)
{
  AdwStatusPage *status;
  guint n;

  show (self);
  kumoji_report_get_parts (&n);
  for (guint i = 0; i < n; i++)
    set_part (self, i, FALSE);
  WAIT_UNTIL (kumoji_preview_get_document (preview_of (self)) == NULL);
  status = harness_find (GTK_WIDGET (preview_of (self)), ADW_TYPE_STATUS_PAGE, 0);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (status)));
  g_assert_cmpstr (adw_status_page_get_description (status), ==, "Choose at least one part.");
  set_part (self, 0, TRUE);
  WAIT_UNTIL (kumoji_preview_get_document (preview_of (self)) != NULL);
  g_assert_cmpuint (kumoji_page_roll_get_n_pages (roll_of (self)), <, 5);
}

static void
test_overflow (Harness *self, gconstpointer data)
{
  KumojiRecord *asset;

  show (self);
  asset = KUMOJI_RECORD (kumoji_edit_add_asset (harness_get_project (self)));
  kumoji_history_set_text (harness_get_history (self), asset, "name", "Crown jewels");
  kumoji_history_set_integer (harness_get_history (self), asset, "count", G_MAXINT64);
  kumoji_history_set_integer (harness_get_history (self), asset, "unit-value", 2);
  WAIT_UNTIL (says (self, "“Crown jewels” is too large"));
}

static guint
count_found (KumojiFindBar *find)
{
  GArray *matches = kumoji_find_bar_get_matches (find);

  return matches != NULL ? matches->len : G_MAXUINT;
}

static void
test_find (Harness *self, gconstpointer data)
{
  KumojiFindBar *find;
  GtkEditable *entry;
  GArray *matches;
  guint n;

  show (self);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (preview_of (self)), "preview.find", NULL));
  find = harness_find (GTK_WIDGET (preview_of (self)), KUMOJI_TYPE_FIND_BAR, 0);
  entry = harness_find (GTK_WIDGET (find), GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (entry, "roadmap");
  WAIT_UNTIL (kumoji_find_bar_get_current (find) != NULL);
  matches = kumoji_find_bar_get_matches (find);
  n = g_array_index (matches, KumojiMatch, matches->len - 1).number + 1;
  g_assert_cmpuint (n, >, 2);
  g_assert_cmpuint (kumoji_find_bar_get_current (find)->number, ==, 0);
  kumoji_find_bar_step (find, -1);
  g_assert_cmpuint (kumoji_find_bar_get_current (find)->number, ==, n - 1);
  harness_settle ();
  g_assert_cmpuint (kumoji_page_roll_get_page (roll_of (self)), >=,
                    kumoji_find_bar_get_current (find)->page - 1);
  kumoji_find_bar_step (find, 1);
  g_assert_cmpuint (kumoji_find_bar_get_current (find)->number, ==, 0);

  /* New pages are searched again. */
  gtk_editable_set_text (entry, "Meanwhile");
  WAIT_UNTIL (count_found (find) == 0);
  harness_set_company (self, "Meanwhile Trading");
  WAIT_UNTIL (count_found (find) > 0 && count_found (find) != G_MAXUINT);
}

static void
test_outline (Harness *self, gconstpointer data)
{
  KumojiOutline *outline;
  g_autoptr (KumojiDocument) document = NULL;
  GArray *headings;
  const KumojiHeading *last;

  show (self);
  document = g_object_ref (kumoji_preview_get_document (preview_of (self)));
  outline = harness_find (GTK_WIDGET (preview_of (self)), KUMOJI_TYPE_OUTLINE, 0);
  headings = kumoji_document_get_headings (document);
  g_assert_cmpuint (headings->len, >, 4);
  last = &g_array_index (headings, KumojiHeading, headings->len - 1);
  gtk_menu_button_popup (harness_find (GTK_WIDGET (outline), GTK_TYPE_MENU_BUTTON, 0));
  harness_settle ();
  g_signal_emit_by_name (harness_find (GTK_WIDGET (outline), GTK_TYPE_LIST_VIEW, 0), "activate",
                         headings->len - 1);
  harness_settle ();
  g_assert_cmpuint (last->page, >, 0);
  g_assert_cmpuint (kumoji_page_roll_get_page (roll_of (self)), ==, last->page);
}

static void
zoom (Harness *self, int direction)
{
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (preview_of (self)), "preview.zoom", "i", direction));
  harness_settle ();
}

static void
test_zoom (Harness *self, gconstpointer data)
{
  double fit;
  GtkWidget *small;

  show (self);
  fit = kumoji_page_roll_get_scale (roll_of (self));
  zoom (self, 1);
  g_assert_cmpfloat (kumoji_page_roll_get_scale (roll_of (self)), >, fit);
  for (guint i = 0; i < 20; i++)
    zoom (self, -1);
  g_assert_cmpfloat_with_epsilon (kumoji_page_roll_get_scale (roll_of (self)), 0.25, 0.001);
  zoom (self, 0);
  g_assert_cmpfloat_with_epsilon (kumoji_page_roll_get_scale (roll_of (self)), fit, 0.03);

  gtk_toggle_button_set_active (harness_find (GTK_WIDGET (preview_of (self)),
                                              GTK_TYPE_TOGGLE_BUTTON, 0),
                                TRUE);
  harness_settle ();
  small = harness_find (GTK_WIDGET (preview_of (self)), KUMOJI_TYPE_PAGE_ROLL, 0);
  g_assert_false (small == GTK_WIDGET (roll_of (self)));
  g_signal_emit_by_name (small, "page-activated", 2);
  harness_settle ();
  g_assert_cmpuint (kumoji_page_roll_get_page (roll_of (self)), ==, 2);
}

/* --- A long report: the main loop is never held up -------------------------------------------*/

#define N_ASSETS 1000
#define N_PAGES 1500

static gint64 longest;

/* As harness_turn(), with the time that one turn took. */
static void
measured_turn (void)
{
  gint64 start = g_get_monotonic_time ();

  g_main_context_iteration (NULL, FALSE);
  longest = MAX (longest, g_get_monotonic_time () - start);
  g_usleep (500);
}

static void
test_many_assets (Harness *self, gconstpointer data)
{
  gint64 start, end;

  show (self);
  for (guint i = 0; i < N_ASSETS; i++)
    {
      KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (harness_get_project (self)));

      kumoji_history_set_text (harness_get_history (self), asset, "name", "Customer list");
      kumoji_history_set_integer (harness_get_history (self), asset, "count", i);
    }
  WAIT_UNTIL (says (self, "Customer list"));
  WAIT_UNTIL (!kumoji_preview_is_busy (preview_of (self)));
  harness_settle ();

  longest = 0;
  start = g_get_monotonic_time ();
  kumoji_history_set_text (harness_get_history (self),
                           KUMOJI_RECORD (kumoji_project_get_profile (harness_get_project (self))),
                           "company", "Meanwhile Trading");
  end = start + 10 * G_USEC_PER_SEC;
  for (KumojiDocument *before = kumoji_preview_get_document (preview_of (self));
       before == kumoji_preview_get_document (preview_of (self)) && g_get_monotonic_time () < end;)
    measured_turn ();
  g_test_message ("1,000 assets: new pages after %.0f ms, longest turn %.1f ms, %u pages",
                  (g_get_monotonic_time () - start) / 1000.0, longest / 1000.0,
                  kumoji_page_roll_get_n_pages (roll_of (self)));
  g_assert_true (says (self, "Meanwhile Trading"));
}

/* The pages of the sample again and again. */
static KumojiDocument *
new_long (KumojiDocument *document)
{
  KumojiDocument *all = kumoji_document_new (KUMOJI_LANGUAGE_EN, "Long");

  for (guint i = 0; i < N_PAGES; i++)
    kumoji_document_add_page (
      all, kumoji_document_get_page (document, i % kumoji_document_get_n_pages (document)));
  return all;
}

static int
compare_times (gconstpointer one, gconstpointer two)
{
  gint64 difference = *(const gint64 *) one - *(const gint64 *) two;

  return difference < 0 ? -1 : difference > 0;
}

static void
test_long (Harness *self, gconstpointer data)
{
  g_autoptr (KumojiDocument) all = NULL;
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 usual;

  show (self);
  all = new_long (kumoji_preview_get_document (preview_of (self)));
  kumoji_page_roll_set_document (roll_of (self), all);
  harness_settle ();
  g_assert_cmpuint (kumoji_page_roll_get_n_pages (roll_of (self)), ==, N_PAGES);
  for (guint i = 0; i < 300; i++)
    {
      kumoji_page_roll_scroll_by (roll_of (self), GTK_ORIENTATION_VERTICAL, i < 200 ? 60 : 9000);
      longest = 0;
      for (guint j = 0; j < 20; j++)
        measured_turn ();
      g_array_append_val (turns, longest);
    }
  g_array_sort (turns, compare_times);
  usual = g_array_index (turns, gint64, turns->len / 2);
  g_test_message ("%u pages: longest turn %.1f ms, half of the steps below %.1f ms", N_PAGES,
                  g_array_index (turns, gint64, turns->len - 1) / 1000.0, usual / 1000.0);
  /* A few views, however many pages; the bound bears a machine that draws in software meanwhile. */
  g_assert_null (harness_find (GTK_WIDGET (roll_of (self)), KUMOJI_TYPE_PAGE_VIEW, 12));
  g_assert_cmpint (usual, <, 100000);
  kumoji_page_roll_scroll_to (roll_of (self), N_PAGES - 1, 0);
  harness_settle ();
  g_assert_cmpuint (kumoji_page_roll_get_page (roll_of (self)), ==, N_PAGES - 1);
}

/* --- Print ----------------------------------------------------------------------------------*/

static char *
dup_info (const char *file)
{
  const char *const argv[] = { "pdfinfo", "-l", "-1", file, NULL };
  g_autoptr (GBytes) out = run (argv);

  return g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
}

/* What the printer gets is what the preview shows and what the PDF holds. */
static void
test_print (Harness *self, gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, language);
  g_autofree char *printed = g_build_filename (self->folder, "printed.pdf", NULL);
  g_autofree char *exported = g_build_filename (self->folder, "exported.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *printed_info = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  KumojiReportOptions options;
  GtkPrintOperationResult result;

  kumoji_report_options_init (&options, language, "2026-11-20");
  document = kumoji_report_lay_out (project, &options, NULL, &error);
  g_assert_no_error (error);
  pdf = kumoji_pdf_paint (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (exported, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  operation = kumoji_printing_new (document, NULL);
  gtk_print_operation_set_export_filename (operation, printed);
  gtk_print_operation_set_allow_async (operation, FALSE);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                    GTK_WINDOW (self->window), &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);

  printed_info = dup_info (printed);
  for (guint i = 0; i < kumoji_document_get_n_pages (document); i++)
    {
      g_auto (Picture) paper = { 0 }, file = { 0 };

      raster_pdf (printed, i, &paper);
      raster_pdf (exported, i, &file);
      g_assert_cmpint (ABS (paper.width - file.width), <=, 1);
      g_assert_cmpint (ABS (paper.height - file.height), <=, 1);
      g_test_message ("page %u: %.1f", i + 1, find_worst (&paper, &file));
      g_assert_cmpfloat (find_worst (&paper, &file), <, TOLERANCE);
    }
  {
    g_autofree char *pages =
      g_strdup_printf ("Pages:           %u\n", kumoji_document_get_n_pages (document));

    g_assert_nonnull (strstr (printed_info, pages));
  }
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, data, func)                                                                      \
  g_test_add ("/preview/" name, Harness, data, harness_set_up, func, harness_tear_down)
  ADD ("follows", NULL, test_follows);
  ADD ("nothing", NULL, test_nothing);
  ADD ("overflow", NULL, test_overflow);
  ADD ("find", NULL, test_find);
  ADD ("outline", NULL, test_outline);
  ADD ("zoom", NULL, test_zoom);
  ADD ("many-assets", NULL, test_many_assets);
  ADD ("long", NULL, test_long);
  ADD ("print-ja", GINT_TO_POINTER (KUMOJI_LANGUAGE_JA), test_print);
  ADD ("print-en", GINT_TO_POINTER (KUMOJI_LANGUAGE_EN), test_print);
#undef ADD
  return harness_run ();
}
