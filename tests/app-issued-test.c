/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Issued reports: entered from their PDF, compared as the project changes, checked from the menu.
 */
#include "app-harness.h"

#include "app/kumoji-fingerprinter.h"
#include "app/pages/kumoji-issue-dialog.h"
#include "app/pages/kumoji-issue-row.h"
#include "app/pages/kumoji-issued-line.h"
#include "app/pages/kumoji-issued-list.h"
#include "app/pages/kumoji-reports-page.h"
#include "app/widgets/kumoji-pill.h"
#include "project/kumoji-edit.h"

static KumojiReportsPage *
page_of (Harness *self)
{
  return KUMOJI_REPORTS_PAGE (kumoji_window_get_pane (self->window, "reports"));
}

static KumojiIssuedList *
list_of (Harness *self)
{
  return harness_find (GTK_WIDGET (page_of (self)), KUMOJI_TYPE_ISSUED_LIST, 0);
}

static KumojiList *
issued_of (Harness *self)
{
  return kumoji_project_get_issued (harness_get_project (self));
}

static KumojiIssueDialog *
find_issue_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (KUMOJI_IS_ISSUE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return KUMOJI_ISSUE_DIALOG (window);
    }
  return NULL;
}

/* Writes the sample's report, as the user does. */
static GFile *export(Harness *self)
{
  g_autofree char *path = g_build_filename (self->folder, "signed.pdf", NULL);
  GFile *file = g_file_new_for_path (path);

  harness_activate (self, "win.open-sample");
  harness_go (self, "reports", "");
  kumoji_reports_page_export_to (page_of (self), file);
  WAIT_UNTIL (!kumoji_reports_page_is_busy (page_of (self)));
  return file;
}

/* Enters the report that was just written, by the button that offers it. */
static void
enter (Harness *self, const char *signatories)
{
  KumojiIssueDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (list_of (self)), "issued.enter-offered", NULL);
  WAIT_UNTIL (find_issue_dialog () != NULL);
  dialog = find_issue_dialog ();
  kumoji_history_set_text (kumoji_issue_dialog_get_draft_history (dialog),
                           kumoji_issue_dialog_get_draft (dialog), "signatories", signatories);
  harness_settle ();
  gtk_widget_activate_action (GTK_WIDGET (dialog), "issue.enter", NULL);
  WAIT_UNTIL (find_issue_dialog () == NULL);
  harness_settle ();
}

static gboolean
is_known (Harness *self)
{
  return kumoji_fingerprinter_ask (kumoji_fingerprinter_get (harness_get_project (self))) != NULL;
}

static KumojiPillKind
kind_of (Harness *self, gpointer widget)
{
  WAIT_UNTIL (is_known (self));
  harness_settle ();
  return kumoji_pill_get_kind (harness_find (widget, KUMOJI_TYPE_PILL, 0));
}

static void
assert_row (Harness *self, KumojiPillKind kind)
{
  gpointer row = harness_find (GTK_WIDGET (list_of (self)), KUMOJI_TYPE_ISSUE_ROW, 0);

  g_assert_nonnull (row);
  g_assert_cmpint (kind_of (self, row), ==, kind);
}

static void
test_enter (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  GtkWidget *offer;

  harness_go (self, "reports", "");
  offer = harness_find (GTK_WIDGET (list_of (self)), GTK_TYPE_BUTTON, 1);
  g_assert_false (gtk_widget_get_visible (offer));
  file = export(self);
  g_assert_true (gtk_widget_get_visible (offer));

  enter (self, "社長 佐藤");
  g_assert_cmpuint (kumoji_list_get_length (issued_of (self)), ==, 1);
  KumojiRecord *issue = kumoji_list_get (issued_of (self), 0);
  g_assert_cmpstr (kumoji_record_get_text (issue, "signatories"), ==, "社長 佐藤");
  g_assert_cmpstr (kumoji_record_get_text (issue, "parts"), ==,
                   "summary,checklists,assets,roadmap,glossary");
  g_assert_true (g_str_has_suffix (kumoji_record_get_text (issue, "place"), "signed.pdf"));
  g_assert_true (g_str_has_prefix (kumoji_record_get_text (issue, "fingerprint"), "k1:"));
  g_assert_true (kumoji_date_is_valid (kumoji_record_get_text (issue, "date")));
  assert_row (self, KUMOJI_PILL_PASSED);
  /* What stands in the list is not offered again. */
  g_assert_false (gtk_widget_get_visible (offer));

  harness_activate (self, "win.undo");
  harness_settle ();
  g_assert_cmpuint (kumoji_list_get_length (issued_of (self)), ==, 0);
  g_assert_true (gtk_widget_get_visible (offer));
  harness_activate (self, "win.redo");
  g_assert_cmpuint (kumoji_list_get_length (issued_of (self)), ==, 1);
  assert_row (self, KUMOJI_PILL_PASSED);
}

static void
test_follows (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = export(self);

  enter (self, "");
  assert_row (self, KUMOJI_PILL_PASSED);
  kumoji_edit_add_asset (harness_get_project (self));
  assert_row (self, KUMOJI_PILL_LATE);
  harness_activate (self, "win.undo");
  assert_row (self, KUMOJI_PILL_PASSED);
  harness_activate (self, "win.redo");
  assert_row (self, KUMOJI_PILL_LATE);
}

/* What was exported is entered, not what the project says by the time it is entered. */
static void
ready_cb (KumojiFingerprinter *fingerprinter, guint *n)
{
  ++*n;
}

/* However fast somebody types: one thread at a time, and what comes out in the end is right. */
static void
test_fingerprinter (Harness *self, gconstpointer data)
{
  KumojiProject *project = kumoji_project_new ();
  KumojiFingerprinter *fingerprinter = kumoji_fingerprinter_get (project);
  guint n = 0;

  g_assert_true (kumoji_fingerprinter_get (project) == fingerprinter);
  g_signal_connect (fingerprinter, "ready", G_CALLBACK (ready_cb), &n);
  for (guint i = 0; i < 50; i++)
    {
      g_assert_null (kumoji_fingerprinter_ask (fingerprinter));
      kumoji_edit_add_asset (project);
    }
  WAIT_UNTIL (n == 1);
  g_assert_null (kumoji_fingerprinter_ask (fingerprinter));
  WAIT_UNTIL (n == 2);
  g_autoptr (KumojiFingerprints) right = kumoji_fingerprints_new_of_project (project);
  const KumojiFingerprints *now = kumoji_fingerprinter_ask (fingerprinter);
  g_assert_nonnull (now);
  g_assert_cmpstr (now->whole, ==, right->whole);
  g_assert_cmpstr (now->parts[2], ==, right->parts[2]);

  kumoji_history_undo (kumoji_project_get_history (project));
  g_assert_null (kumoji_fingerprinter_ask (fingerprinter));
  WAIT_UNTIL (n == 3);
  g_assert_cmpstr (kumoji_fingerprinter_ask (fingerprinter)->whole, !=, right->whole);
  kumoji_history_redo (kumoji_project_get_history (project));
  g_assert_null (kumoji_fingerprinter_ask (fingerprinter));

  /* The project may go while the thread is at work. */
  g_object_ref (fingerprinter);
  g_assert_finalize_object (project);
  WAIT_UNTIL (n == 4);
  g_assert_null (kumoji_fingerprinter_ask (fingerprinter));
  g_object_unref (fingerprinter);
}

static void
test_meanwhile (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = export(self);

  harness_set_company (self, "Meanwhile");
  enter (self, "");
  assert_row (self, KUMOJI_PILL_LATE);
  harness_activate (self, "win.undo");
  harness_activate (self, "win.undo");
  g_assert_cmpuint (kumoji_list_get_length (issued_of (self)), ==, 0);
}

static void
test_delete (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = export(self);

  enter (self, "");
  gtk_widget_activate_action (GTK_WIDGET (list_of (self)), "issued.delete", "s",
                              kumoji_record_get_id (kumoji_list_get (issued_of (self), 0)));
  g_assert_cmpuint (kumoji_list_get_length (issued_of (self)), ==, 0);
  g_assert_null (harness_find (GTK_WIDGET (list_of (self)), KUMOJI_TYPE_ISSUE_ROW, 0));
  harness_activate (self, "win.undo");
  assert_row (self, KUMOJI_PILL_PASSED);
  harness_activate (self, "win.redo");
  g_assert_cmpuint (kumoji_list_get_length (issued_of (self)), ==, 0);
}

static void
test_overview (Harness *self, gconstpointer data)
{
  GtkWidget *line = harness_find (GTK_WIDGET (kumoji_window_get_pane (self->window, "overview")),
                                  KUMOJI_TYPE_ISSUED_LINE, 0);
  g_autoptr (KumojiProject) other = kumoji_project_new ();
  g_autoptr (GFile) file = NULL;

  g_assert_false (gtk_widget_get_visible (line));
  file = export(self);
  enter (self, "社長 佐藤\n監査役 鈴木");
  harness_go (self, "overview", "");
  WAIT_UNTIL (gtk_widget_get_visible (line));
  g_assert_cmpint (kind_of (self, line), ==, KUMOJI_PILL_PASSED);
  kumoji_edit_add_asset (harness_get_project (self));
  harness_settle ();
  g_assert_cmpint (kind_of (self, line), ==, KUMOJI_PILL_LATE);
  harness_activate (self, "win.undo");
  g_assert_cmpint (kind_of (self, line), ==, KUMOJI_PILL_PASSED);
  harness_activate (self, "win.redo");
  g_assert_cmpint (kind_of (self, line), ==, KUMOJI_PILL_LATE);

  gtk_widget_activate (harness_find (line, GTK_TYPE_LIST_BOX_ROW, 0));
  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "reports");

  /* Another project issued nothing. */
  harness_go (self, "overview", "");
  kumoji_session_begin (kumoji_window_get_session (self->window), other);
  harness_set_company (self, "Another");
  g_assert_false (gtk_widget_get_visible (line));
}

static void
assert_told (Harness *self, const char *part)
{
  AdwMessageDialog *dialog;

  WAIT_UNTIL (harness_find_dialog (self) != NULL);
  dialog = harness_find_dialog (self);
  if (strstr (adw_message_dialog_get_body (dialog), part) == NULL)
    g_test_message ("said: %s", adw_message_dialog_get_body (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), part));
  gtk_window_destroy (GTK_WINDOW (dialog));
  harness_settle ();
}

static void
test_check (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = export(self);
  g_autoptr (GFile) letter = harness_write (self, "letter.pdf", "Dear Sir");

  kumoji_window_check_report (self->window, file);
  assert_told (self, "says now");
  kumoji_edit_add_asset (harness_get_project (self));
  kumoji_window_check_report (self->window, file);
  assert_told (self, "Information assets");
  harness_activate (self, "win.undo");
  kumoji_window_check_report (self->window, file);
  assert_told (self, "says now");

  kumoji_window_check_report (self->window, letter);
  assert_told (self, "letter.pdf: this is no PDF");
  kumoji_issued_list_enter (list_of (self), letter);
  assert_told (self, "letter.pdf: this is no PDF");
  g_assert_null (find_issue_dialog ());
}

/* The window may be closed while a report is being read. */
static void
test_close (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = export(self);

  kumoji_window_check_report (self->window, file);
  kumoji_issued_list_enter (list_of (self), file);
  gtk_window_close (GTK_WINDOW (self->window));
  WAIT_UNTIL (gtk_application_get_windows (GTK_APPLICATION (self->application)) == NULL);
  for (guint i = 0; i < 20; i++)
    harness_settle ();
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/issued/" name, Harness, NULL, harness_set_up, func, harness_tear_down)
  ADD ("enter", test_enter);
  ADD ("follows", test_follows);
  ADD ("fingerprinter", test_fingerprinter);
  ADD ("meanwhile", test_meanwhile);
  ADD ("delete", test_delete);
  ADD ("overview", test_overview);
  ADD ("check", test_check);
  ADD ("close", test_close);
#undef ADD
  return harness_run ();
}
