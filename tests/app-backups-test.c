/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs, shown and searched; backups listed, compared, restored and opened beside. */
#include "app-harness.h"

#include <glib/gstdio.h>

#include "app/kumoji-backup-row.h"
#include "app/kumoji-backups-dialog.h"
#include "app/kumoji-compare-dialog.h"
#include "app/widgets/kumoji-pill.h"
#include "project/kumoji-edit.h"

static const KumojiReply replies[] = {
  { "later", "_Decide later", ADW_RESPONSE_DEFAULT },
  { "theirs", "_Take theirs", ADW_RESPONSE_DESTRUCTIVE },
  { "mine", "_Keep mine", ADW_RESPONSE_SUGGESTED },
  { NULL },
};

static void
replied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (KUMOJI_IS_WINDOW (source));
  *(const char **) data = kumoji_compare_dialog_finish (result);
}

static KumojiSnapshot *
snapshot_of (Harness *self)
{
  return kumoji_record_snapshot (KUMOJI_RECORD (harness_get_project (self)));
}

static KumojiCompareDialog *
present (Harness *self, KumojiSnapshot *before, const char **reply)
{
  KumojiCompareDialog *dialog =
    kumoji_compare_dialog_present (GTK_WINDOW (self->window), "What differs", "Then", before, "Now",
                                   snapshot_of (self), reply != NULL ? replies : NULL,
                                   reply != NULL ? replied_cb : NULL, reply);

  WAIT_UNTIL (kumoji_compare_dialog_get_model (dialog) != NULL);
  harness_settle ();
  return dialog;
}

static guint
count_lines (KumojiCompareDialog *dialog)
{
  return g_list_model_get_n_items (G_LIST_MODEL (kumoji_compare_dialog_get_model (dialog)));
}

static void
search (KumojiCompareDialog *dialog, const char *words)
{
  GtkEditable *entry = harness_find (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (entry, words);
  g_signal_emit_by_name (entry, "search-changed");
  harness_settle ();
}

static void
test_compare (Harness *self, gconstpointer data)
{
  const char *reply = NULL;
  g_autoptr (KumojiSnapshot) before = NULL;

  harness_activate (self, "win.open-sample");
  before = snapshot_of (self);
  harness_set_company (self, "<b>Ａ社</b>");
  kumoji_edit_add_asset (harness_get_project (self));
  KumojiCompareDialog *dialog = present (self, g_steal_pointer (&before), &reply);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);

  /* Two areas, each with its head. */
  g_assert_cmpuint (count_lines (dialog), ==, 4);
  search (dialog, "a社");
  g_assert_cmpuint (count_lines (dialog), ==, 2);
  search (dialog, "no such words");
  g_assert_cmpuint (count_lines (dialog), ==, 0);
  search (dialog, "");
  GtkToggleButton *added = harness_find (GTK_WIDGET (dialog), GTK_TYPE_TOGGLE_BUTTON, 1);
  gtk_toggle_button_set_active (added, TRUE);
  g_assert_cmpuint (count_lines (dialog), ==, 2);

  gtk_widget_activate_action (GTK_WIDGET (dialog), "compare.reply", "s", "theirs");
  harness_settle ();
  g_assert_null (dialog);
  g_assert_cmpstr (reply, ==, "theirs");
}

static void
test_compare_closed (Harness *self, gconstpointer data)
{
  const char *reply = NULL;
  KumojiCompareDialog *dialog = present (self, snapshot_of (self), &reply);

  g_assert_cmpuint (count_lines (dialog), ==, 0);
  g_object_ref (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  harness_settle ();
  g_assert_finalize_object (dialog);
  g_assert_cmpstr (reply, ==, "later");

  /* Closed before the thread is done. */
  dialog =
    kumoji_compare_dialog_present (GTK_WINDOW (self->window), "What differs", "Then",
                                   snapshot_of (self), "Now", snapshot_of (self), NULL, NULL, NULL);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  WAIT_UNTIL (dialog == NULL);
}

/* Ten thousand differences: only the lines in sight are made. */
static void
test_compare_many (Harness *self, gconstpointer data)
{
  g_autoptr (KumojiSnapshot) before = snapshot_of (self);
  KumojiHistory *history = harness_get_history (self);

  kumoji_history_begin (history, "Many");
  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (KumojiRecord) asset = g_object_new (KUMOJI_TYPE_ASSET, NULL);
      kumoji_history_insert (history, kumoji_project_get_assets (harness_get_project (self)), i,
                             asset);
    }
  kumoji_history_end (history);
  KumojiCompareDialog *dialog = present (self, g_steal_pointer (&before), NULL);
  g_assert_cmpuint (count_lines (dialog), ==, 10001);
  g_object_ref (dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  harness_settle ();
  g_assert_finalize_object (dialog);
  harness_activate (self, "win.undo");
  harness_activate (self, "win.redo");
}

/* --- Backups ---------------------------------------------------------------------------------- */

static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_OBJECT_TYPE (window) == type && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (kumoji_session_save_finish (KUMOJI_SESSION (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
save (Harness *self, const char *company)
{
  g_autofree char *path = g_build_filename (self->folder, "a.kumoji.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean saved = FALSE;

  harness_set_company (self, company);
  kumoji_session_save_async (kumoji_window_get_session (self->window), file,
                             KUMOJI_SAVING_CAREFULLY, saved_cb, &saved);
  WAIT_UNTIL (saved);
  harness_settle ();
}

static KumojiBackupsDialog *
open_backups (Harness *self)
{
  harness_activate (self, "win.backups");
  KumojiBackupsDialog *dialog = find_window (KUMOJI_TYPE_BACKUPS_DIALOG);
  g_assert_nonnull (dialog);
  WAIT_UNTIL (!kumoji_backups_dialog_is_busy (dialog));
  harness_settle ();
  return dialog;
}

static const char *
label_of (KumojiBackupsDialog *dialog, guint row)
{
  KumojiPill *pill = harness_find (GTK_WIDGET (dialog), KUMOJI_TYPE_PILL, row);

  return pill != NULL ? kumoji_pill_get_label (pill) : NULL;
}

static void
choose (KumojiBackupsDialog *dialog, guint row, const char *action)
{
  GtkListBoxRow *chosen = harness_find (GTK_WIDGET (dialog), KUMOJI_TYPE_BACKUP_ROW, row);

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (chosen))), chosen);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), action, NULL));
}

static void
close_dialog (gpointer dialog)
{
  g_object_ref (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  harness_settle ();
  g_assert_finalize_object (dialog);
}

static void
test_empty (Harness *self, gconstpointer data)
{
  KumojiBackupsDialog *dialog = open_backups (self);

  g_assert_null (label_of (dialog, 0));
  g_assert_nonnull (harness_find (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, 0));
  close_dialog (dialog);
  /* Closed while it lists. */
  harness_activate (self, "win.open-sample");
  save (self, "A");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.backups", NULL);
  dialog = find_window (KUMOJI_TYPE_BACKUPS_DIALOG);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (dialog == NULL);
}

static void
test_list (Harness *self, gconstpointer data)
{
  harness_activate (self, "win.open-sample");
  save (self, "A");
  save (self, "B");
  save (self, "C");
  harness_set_company (self, "D");
  KumojiBackupsDialog *dialog = open_backups (self);
  g_assert_cmpstr (label_of (dialog, 0), ==, "1 difference");
  g_assert_cmpstr (label_of (dialog, 2), ==, "1 difference");
  g_assert_null (label_of (dialog, 3));
  close_dialog (dialog);

  harness_activate (self, "win.undo");
  dialog = open_backups (self);
  g_assert_cmpstr (label_of (dialog, 0), ==, "The same as now");
  close_dialog (dialog);
}

static GBytes *
bytes_of (Harness *self)
{
  return kumoji_project_to_bytes (harness_get_project (self));
}

static void
test_restore (Harness *self, gconstpointer data)
{
  harness_activate (self, "win.open-sample");
  save (self, "A");
  g_autoptr (GBytes) first = bytes_of (self);
  kumoji_edit_add_asset (harness_get_project (self));
  save (self, "B");
  g_autoptr (GBytes) second = bytes_of (self);

  KumojiBackupsDialog *dialog = open_backups (self);
  choose (dialog, 1, "backups.compare");
  WAIT_UNTIL (find_window (KUMOJI_TYPE_COMPARE_DIALOG) != NULL);
  KumojiCompareDialog *compare = find_window (KUMOJI_TYPE_COMPARE_DIALOG);
  WAIT_UNTIL (kumoji_compare_dialog_get_model (compare) != NULL);
  g_assert_cmpuint (count_lines (compare), ==, 4);
  gtk_widget_activate_action (GTK_WIDGET (compare), "compare.reply", "s", "restore");
  WAIT_UNTIL (find_window (KUMOJI_TYPE_BACKUPS_DIALOG) == NULL);
  harness_settle ();

  g_autoptr (GBytes) restored = bytes_of (self);
  g_assert_true (g_bytes_equal (restored, first));
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);
  g_assert_cmpstr (kumoji_history_get_undo_name (harness_get_history (self)), ==, "Restore backup");
  harness_activate (self, "win.undo");
  g_autoptr (GBytes) undone = bytes_of (self);
  g_assert_true (g_bytes_equal (undone, second));
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_SAVED);
  harness_activate (self, "win.redo");
  g_autoptr (GBytes) redone = bytes_of (self);
  g_assert_true (g_bytes_equal (redone, first));

  /* Every page goes on with what is there now. */
  for (guint i = 0; i < 2; i++)
    {
      harness_go (self, "assets", "");
      harness_go (self, "checklists", "");
      harness_go (self, "roadmap", "");
      harness_go (self, "company", "");
      harness_activate (self, i == 0 ? "win.undo" : "win.redo");
    }
}

static void
test_beside (Harness *self, gconstpointer data)
{
  harness_activate (self, "win.open-sample");
  save (self, "A");
  save (self, "B");
  KumojiBackupsDialog *dialog = open_backups (self);
  gsize n = g_list_length (gtk_application_get_windows (GTK_APPLICATION (self->application)));
  choose (dialog, 1, "backups.open");
  WAIT_UNTIL (find_window (KUMOJI_TYPE_BACKUPS_DIALOG) == NULL);
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self->application));
  g_assert_cmpuint (g_list_length (windows), ==, n + 1);

  KumojiWindow *beside = NULL;
  for (GList *l = windows; l != NULL; l = l->next)
    if (KUMOJI_IS_WINDOW (l->data) && l->data != (gpointer) self->window)
      beside = l->data;
  KumojiSession *session = kumoji_window_get_session (beside);
  g_assert_null (kumoji_session_get_file (session));
  g_assert_cmpstr (kumoji_project_get_company (kumoji_session_get_project (session)), ==, "A");
  g_assert_cmpstr (kumoji_project_get_company (harness_get_project (self)), ==, "B");
  g_object_ref (beside);
  gtk_window_destroy (GTK_WINDOW (beside));
  harness_settle ();
  g_assert_finalize_object (beside);
}

static void
test_damaged (Harness *self, gconstpointer data)
{
  harness_activate (self, "win.open-sample");
  save (self, "A");
  g_autoptr (GPtrArray) backups =
    kumoji_backups_list (kumoji_record_get_id (KUMOJI_RECORD (harness_get_project (self))));
  const KumojiBackup *backup = backups->pdata[0];
  g_assert_true (g_file_set_contents (backup->path, "{}", -1, NULL));
  KumojiBackupsDialog *dialog = open_backups (self);
  g_assert_cmpstr (label_of (dialog, 0), ==, "Cannot be read");
  choose (dialog, 0, "backups.restore");
  WAIT_UNTIL (find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  gtk_window_destroy (GTK_WINDOW (find_window (ADW_TYPE_MESSAGE_DIALOG)));
  harness_settle ();
  close_dialog (dialog);
}

static void
failed_cb (KumojiSession *session, const char *message, char **said)
{
  *said = g_strdup (message);
}

/* The save goes on, and the window says what is missing. */
static void
test_not_kept (Harness *self, gconstpointer data)
{
  g_autofree char *said = NULL;
  g_autofree char *folder =
    kumoji_backups_dup_folder (kumoji_record_get_id (KUMOJI_RECORD (harness_get_project (self))));
  g_autofree char *parent = g_path_get_dirname (folder);
  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  g_signal_connect (kumoji_window_get_session (self->window), "backup-failed",
                    G_CALLBACK (failed_cb), &said);
  save (self, "<A & B>");
  g_assert_nonnull (said);
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_SAVED);
  g_unlink (folder);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/backups/" name, Harness, NULL, harness_set_up, func, harness_tear_down)
  ADD ("compare", test_compare);
  ADD ("compare-closed", test_compare_closed);
  ADD ("compare-many", test_compare_many);
  ADD ("empty", test_empty);
  ADD ("list", test_list);
  ADD ("restore", test_restore);
  ADD ("beside", test_beside);
  ADD ("damaged", test_damaged);
  ADD ("not-kept", test_not_kept);
#undef ADD
  return harness_run ();
}
