/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recovery copies, as the window and its user see them. */
#include "app-files.h"

#include <glib/gstdio.h>
#include <signal.h>

#include "app/kumoji-compare-dialog.h"
#include "app/kumoji-recovery-row.h"
#include "app/kumoji-recovery-window.h"
#include "app/widgets/kumoji-field-entry.h"

/* Whether the copy is this program's, and belongs to @file as it was. */
static gboolean
is_ours (GFile *file, const char *base)
{
  g_autoptr (KumojiRecovery) copy = NULL;
  g_autoptr (KumojiProject) project = read_copy (&copy);

  return project != NULL && kumoji_owner_get_state (copy->owner) == KUMOJI_OWNER_SELF
         && copy->file != NULL && g_file_equal (copy->file, file)
         && g_strcmp0 (copy->base, base) == 0;
}

/* A copy of a program that ended: as ours, with a start that was never. */
static void
leave_copy (GFile *file, const char *company, const char *base)
{
  g_autoptr (KumojiRecovery) copy = kumoji_recovery_new (NULL);
  g_autofree char *text = g_strdup_printf (PROJECT ("%s"), company);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (KumojiOwner) owner = kumoji_owner_new_self ();
  g_autofree char *folder = kumoji_recovery_dup_folder ();
  g_autofree char *name = g_strconcat (copy->id, ".kumoji-recovery", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *start = g_strdup_printf ("\"start\":\"%s\"", owner->start);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_set_object (&copy->file, file);
  g_free (copy->company);
  copy->company = g_strdup (company);
  copy->base = g_strdup (base);
  copy->time = 1795137900;
  kumoji_recovery_write (copy, bytes, &error);
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_auto (GStrv) parts = g_strsplit (content, start, 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_autofree char *stale = g_strjoinv ("\"start\":\"1\"", parts);
  g_assert_true (g_file_set_contents (path, stale, -1, NULL));
}

static char *
digest_of (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* --- Copies ------------------------------------------------------------------------------- */

static void
test_keep (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "kept.kumoji.json", PROJECT ("Before"));
  g_autofree char *digest = digest_of (PROJECT ("Before"));
  g_autoptr (KumojiRecovery) copy = NULL;

  open_file (self, file);
  g_assert_false (has_copy ());
  harness_set_company (self, "After");
  WAIT_UNTIL (copy_says ("After"));
  g_object_unref (read_copy (&copy));
  g_assert_true (g_file_equal (copy->file, file));
  g_assert_cmpstr (copy->company, ==, "After");
  g_assert_cmpstr (copy->base, ==, digest);

  /* Whatever is undone down to the file needs no copy; redone, it does. */
  harness_activate (self, "win.undo");
  WAIT_UNTIL (!has_copy ());
  harness_activate (self, "win.redo");
  WAIT_UNTIL (copy_says ("After"));
  save (self);
  g_assert_false (has_copy ());
}

static void
test_untitled (Harness *self, gconstpointer data)
{
  g_autoptr (KumojiRecovery) copy = NULL;

  harness_set_company (self, "Untitled");
  WAIT_UNTIL (copy_says ("Untitled"));
  g_object_unref (read_copy (&copy));
  g_assert_null (copy->file);
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_true (has_copy ());
  reply ("discard");
  WAIT_UNTIL (gtk_application_get_windows (GTK_APPLICATION (self->application)) == NULL);
  g_assert_false (has_copy ());
}

/* A number is written when the focus leaves its entry; the copy has it before. */
static void
test_typing (Harness *self, gconstpointer data)
{
  KumojiRecord *profile;
  KumojiFieldEntry *entry = NULL;
  guint position = 0;

  harness_go (self, "company", "");
  profile = KUMOJI_RECORD (kumoji_project_get_profile (harness_get_project (self)));
  while ((entry = harness_find (GTK_WIDGET (self->window), KUMOJI_TYPE_FIELD_ENTRY, position++))
         != NULL)
    if (g_strcmp0 (kumoji_field_link_get_field (
                     kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (entry))),
                   "employees")
        == 0)
      break;
  g_assert_nonnull (entry);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (kumoji_field_entry_get_editable (entry))));
  gtk_editable_set_text (kumoji_field_entry_get_editable (entry), "28");
  g_assert_cmpint (kumoji_record_get_integer (profile, "employees"), ==, 0);
  WAIT_UNTIL (has_copy ());
  g_autoptr (KumojiProject) project = read_copy (NULL);
  g_assert_cmpint (kumoji_record_get_integer (KUMOJI_RECORD (kumoji_project_get_profile (project)),
                                              "employees"),
                   ==, 28);

  /* Nothing was touched where it is typed. */
  g_assert_cmpint (kumoji_record_get_integer (profile, "employees"), ==, 0);
  g_assert_false (kumoji_session_is_modified (session_of (self)));
  g_assert_cmpstr (gtk_editable_get_text (kumoji_field_entry_get_editable (entry)), ==, "28");
  kumoji_session_close (session_of (self));
}

/* The desktop ends: nobody is asked, all is kept, and the lock goes. */
static void
test_terminated (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "end.kumoji.json", PROJECT ("Before"));
  g_autofree char *lock = g_build_filename (self->folder, ".~lock.end.kumoji.json#", NULL);

  open_file (self, file);
  kumoji_keeper_set_interval (kumoji_session_get_keeper (session_of (self)), 3600 * 1000);
  harness_set_company (self, "At the end");
  g_assert_false (has_copy ());
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  raise (SIGTERM);
  WAIT_UNTIL (gtk_application_get_windows (GTK_APPLICATION (self->application)) == NULL);
  g_assert_true (copy_says ("At the end"));
  harness_settle ();
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_autofree char *id = find_copy ();
  g_assert_true (kumoji_recovery_remove (id, NULL));
}

/* A save that fails keeps all there is, and offers another place. */
static void
test_failed_save (Harness *self, gconstpointer data)
{
  g_autofree char *sub = g_build_filename (self->folder, "sub", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (sub, "plan.kumoji.json", NULL);

  g_assert_cmpint (g_mkdir (sub, 0755), ==, 0);
  harness_set_company (self, "Kept");
  kumoji_session_save_async (session_of (self), file, KUMOJI_SAVING_OVERWRITE, NULL, NULL);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  harness_set_company (self, "Kept too");
  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  g_autofree char *lock = g_build_filename (sub, ".~lock.plan.kumoji.json#", NULL);
  g_assert_cmpint (g_unlink (lock), ==, 0);
  g_assert_cmpint (g_rmdir (sub), ==, 0);

  harness_activate (self, "win.save");
  WAIT_UNTIL (harness_find_dialog (self) != NULL);
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (harness_find_dialog (self)), "its folder does not exist"));
  g_assert_true (adw_message_dialog_has_response (harness_find_dialog (self), "save-as"));
  reply ("cancel");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);
  assert_company (self, "Kept too");
  WAIT_UNTIL (copy_says ("Kept too"));
  kumoji_session_close (session_of (self));
}

/* --- The next start ----------------------------------------------------------------------- */

static KumojiRecoveryWindow *
offer (Harness *self)
{
  kumoji_recovery_window_offer (self->window);
  WAIT_UNTIL (find_window (KUMOJI_TYPE_RECOVERY_WINDOW) != NULL);
  harness_settle ();
  return find_window (KUMOJI_TYPE_RECOVERY_WINDOW);
}

static GtkWidget *
row_at (KumojiRecoveryWindow *window, guint position)
{
  return harness_find (GTK_WIDGET (window), KUMOJI_TYPE_RECOVERY_ROW, position);
}

static void
choose (GtkWidget *row, const char *action)
{
  g_assert_true (gtk_widget_activate_action (row, action, NULL));
  harness_settle ();
}

static void
test_recover (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "plan.kumoji.json", PROJECT ("Saved"));
  g_autofree char *digest = digest_of (PROJECT ("Saved"));
  KumojiRecoveryWindow *window;
  KumojiRecovered *recovered;

  leave_copy (file, "Typed", digest);
  window = offer (self);
  recovered = kumoji_recovery_row_get_recovered (KUMOJI_RECOVERY_ROW (row_at (window, 0)));
  g_assert_cmpstr (recovered->copy->company, ==, "Typed");
  g_assert_cmpuint (recovered->n_differences, ==, 1);
  g_assert_null (row_at (window, 1));

  choose (row_at (window, 0), "copy.compare");
  WAIT_UNTIL (find_window (KUMOJI_TYPE_COMPARE_DIALOG) != NULL);
  gtk_window_close (find_window (KUMOJI_TYPE_COMPARE_DIALOG));
  harness_settle ();
  choose (row_at (window, 0), "copy.recover");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_MODIFIED);
  assert_company (self, "Typed");
  g_assert_null (find_window (KUMOJI_TYPE_RECOVERY_WINDOW));
  g_assert_true (g_file_equal (kumoji_session_get_file (session_of (self)), file));
  /* Still kept, now by us, and still of that file: the next list leaves it out. */
  WAIT_UNTIL (is_ours (file, digest));
  g_assert_true (copy_says ("Typed"));
  save (self);
  g_assert_false (has_copy ());
}

/* Whoever closes the window before the project is there has given nothing up. */
static void
test_recover_closed (Harness *self, gconstpointer data)
{
  KumojiWindow *window = kumoji_window_new (self->application);
  KumojiKeeper *keeper = kumoji_session_get_keeper (kumoji_window_get_session (window));
  g_autofree char *id = NULL;

  leave_copy (NULL, "Typed", NULL);
  id = find_copy ();
  gtk_window_present (GTK_WINDOW (window));
  harness_settle ();
  g_object_add_weak_pointer (G_OBJECT (keeper), (gpointer *) &keeper);
  kumoji_window_recover (window, id);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (keeper == NULL);
  g_assert_true (copy_says ("Typed"));
  g_assert_true (kumoji_recovery_remove (id, NULL));
}

/* Saving onto a file that changed since asks, as ever. */
static void
test_recover_changed (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "plan.kumoji.json", PROJECT ("Saved later"));
  g_autofree char *digest = digest_of (PROJECT ("Saved"));

  leave_copy (file, "Typed", digest);
  choose (row_at (offer (self), 0), "copy.recover");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_MODIFIED);
  WAIT_UNTIL (gtk_info_bar_get_revealed (bar_of (self, DISK_BAR)));
  harness_activate (self, "win.save");
  reply ("cancel");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);
  harness_activate (self, "win.keep-mine");
  save (self);
}

static void
test_several (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) gone = g_file_new_build_filename (self->folder, "gone.kumoji.json", NULL);
  g_autofree char *folder = kumoji_recovery_dup_folder ();
  g_autofree char *broken = g_build_filename (folder, "x.kumoji-recovery", NULL);
  KumojiRecoveryWindow *window;

  leave_copy (NULL, "One", NULL);
  leave_copy (gone, "Two", NULL);
  g_assert_true (g_file_set_contents (broken, "broken", -1, NULL));
  window = offer (self);
  g_assert_nonnull (row_at (window, 1));
  g_assert_null (row_at (window, 2));

  choose (row_at (window, 0), "copy.discard");
  reply ("cancel");
  g_assert_nonnull (row_at (window, 1));
  choose (row_at (window, 0), "copy.discard");
  reply ("discard");
  g_assert_null (row_at (window, 1));

  /* Later: it is offered again. */
  gtk_window_close (GTK_WINDOW (window));
  harness_settle ();
  g_assert_true (has_copy ());
  window = offer (self);
  choose (row_at (window, 0), "copy.discard");
  reply ("discard");
  g_assert_null (find_window (KUMOJI_TYPE_RECOVERY_WINDOW));
  g_assert_false (has_copy ());
  g_unlink (broken);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/recovery/" name, Harness, NULL, set_up, func, harness_tear_down)
  ADD ("keep", test_keep);
  ADD ("untitled", test_untitled);
  ADD ("typing", test_typing);
  ADD ("failed-save", test_failed_save);
  ADD ("recover", test_recover);
  ADD ("recover-closed", test_recover_closed);
  ADD ("recover-changed", test_recover_changed);
  ADD ("several", test_several);
  ADD ("terminated", test_terminated);
#undef ADD
  return harness_run ();
}
