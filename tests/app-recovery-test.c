/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recovery copies, locks and changes on the disk, as the window and its user see them. */
#include "app-harness.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/kumoji-compare-dialog.h"
#include "app/kumoji-recovery-row.h"
#include "app/kumoji-recovery-window.h"
#include "app/widgets/kumoji-field-entry.h"
#include "files/kumoji-project-file.h"

#define INTERVAL 20
#define PROJECT(company)                                                                           \
  "{\n  \"format\": \"kumoji-project\",\n  \"version\": 1,\n  \"id\": \"p\",\n  \"profile\": { "   \
  "\"company\": \"" company "\" }\n}\n"

static KumojiSession *
session_of (Harness *self)
{
  return kumoji_window_get_session (self->window);
}

static void
set_up (Harness *self, gconstpointer data)
{
  harness_set_up (self, data);
  kumoji_keeper_set_interval (kumoji_session_get_keeper (session_of (self)), INTERVAL);
}

static void
assert_company (Harness *self, const char *company)
{
  g_assert_cmpstr (kumoji_project_get_company (harness_get_project (self)), ==, company);
}

/* --- The folder of copies, as another program would see it ------------------------------------ */

static char *
find_copy (void)
{
  g_autofree char *path = kumoji_recovery_dup_folder ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, ".kumoji-recovery"))
      return g_strndup (name, strlen (name) - strlen (".kumoji-recovery"));
  return NULL;
}

static gboolean
has_copy (void)
{
  g_autofree char *id = find_copy ();

  return id != NULL;
}

static KumojiProject *
read_copy (KumojiRecovery **copy)
{
  g_autofree char *id = find_copy ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KumojiRecovery) read = id != NULL ? kumoji_recovery_read (id, &bytes, NULL) : NULL;

  if (read == NULL)
    return NULL;
  if (copy != NULL)
    *copy = g_steal_pointer (&read);
  return kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, NULL);
}

static gboolean
copy_says (const char *company)
{
  g_autoptr (KumojiProject) project = read_copy (NULL);

  return project != NULL && g_str_equal (kumoji_project_get_company (project), company);
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

/* --- Dialogs ------------------------------------------------------------------------------ */

static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type)
          && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
reply (const char *response)
{
  AdwMessageDialog *dialog;

  WAIT_UNTIL (find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  dialog = g_object_ref (find_window (ADW_TYPE_MESSAGE_DIALOG));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  harness_settle ();
}

static GtkInfoBar *
bar_of (Harness *self, guint position)
{
  return harness_find (GTK_WIDGET (self->window), GTK_TYPE_INFO_BAR, position);
}

#define READ_ONLY_BAR 0
#define DISK_BAR 2

static void
open_file (Harness *self, GFile *file)
{
  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  harness_settle ();
}

static void
save (Harness *self)
{
  harness_activate (self, "win.save");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
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
  /* Still kept, now by us: the next list leaves it out. */
  WAIT_UNTIL (copy_says ("Typed"));
  save (self);
  g_assert_false (has_copy ());
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

/* --- Locks -------------------------------------------------------------------------------- */

static void
lock_elsewhere (Harness *self)
{
  g_object_unref (
    harness_write (self, ".~lock.shared.kumoji.json#",
                   "{\"format\": \"kumoji-lock\", \"token\": \"t\", \"since\": "
                   "\"2026-11-20T01:25:00Z\", \"owner\": {\"user\": \"tanaka\", \"name\": "
                   "\"Tanaka Hanako\", \"host\": \"elsewhere\", \"pid\": 7}}"));
}

static void
test_held (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "shared.kumoji.json", PROJECT ("Shared"));
  const char *body;

  lock_elsewhere (self);
  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_find_dialog (self) != NULL);
  body = adw_message_dialog_get_body (harness_find_dialog (self));
  g_assert_nonnull (strstr (body, "Tanaka Hanako (tanaka) has it open on the computer “elsewhere” "
                                  "since 2026-11-20 10:25"));
  reply ("cancel");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_BLANK);

  kumoji_window_open (self->window, file);
  reply ("read-only");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_READ_ONLY);
  harness_settle ();
  g_assert_true (gtk_info_bar_get_revealed (bar_of (self, READ_ONLY_BAR)));
  harness_set_company (self, "Edited");
  assert_company (self, "Shared");

  /* What the other one saves can be read again, without a question. */
  g_object_unref (harness_write (self, "shared.kumoji.json", PROJECT ("Saved by Tanaka")));
  WAIT_UNTIL (kumoji_session_get_disk (session_of (self)) == KUMOJI_DISK_CHANGED);
  harness_activate (self, "win.take-theirs");
  WAIT_UNTIL (
    g_str_equal (kumoji_project_get_company (harness_get_project (self)), "Saved by Tanaka"));
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_READ_ONLY);

  harness_activate (self, "win.open-copy");
  g_assert_false (gtk_info_bar_get_revealed (bar_of (self, READ_ONLY_BAR)));
  g_assert_null (kumoji_session_get_file (session_of (self)));
  harness_set_company (self, "Edited");
  assert_company (self, "Edited");
  harness_activate (self, "win.new");
  reply ("discard");

  kumoji_window_open (self->window, file);
  reply ("anyway");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  harness_set_company (self, "Ours now");
  save (self);
}

/* Whoever comes by a link finds the window that has the file. */
static void
test_other_window (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "one.kumoji.json", PROJECT ("One"));
  g_autofree char *path = g_build_filename (self->folder, "link.kumoji.json", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  KumojiWindow *other = kumoji_window_new (self->application);

  open_file (self, file);
  g_assert_cmpint (symlink ("one.kumoji.json", path), ==, 0);
  gtk_window_present (GTK_WINDOW (other));
  harness_settle ();
  kumoji_window_open (other, link);
  WAIT_UNTIL (kumoji_session_get_holder (kumoji_window_get_session (other)) != NULL
              && !kumoji_session_is_busy (kumoji_window_get_session (other)));
  harness_settle ();
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpint (kumoji_session_get_state (kumoji_window_get_session (other)), ==,
                   KUMOJI_SESSION_BLANK);
  gtk_window_destroy (GTK_WINDOW (other));
}

static void
test_released (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "one.kumoji.json", PROJECT ("One"));
  g_autofree char *lock = g_build_filename (self->folder, ".~lock.one.kumoji.json#", NULL);

  open_file (self, file);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  harness_activate (self, "win.new");
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  open_file (self, file);
  gtk_window_close (GTK_WINDOW (self->window));
  WAIT_UNTIL (gtk_application_get_windows (GTK_APPLICATION (self->application)) == NULL);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

/* --- On the disk -------------------------------------------------------------------------- */

static void
test_reload (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "disk.kumoji.json", PROJECT ("First"));

  open_file (self, file);
  g_object_unref (harness_write (self, "disk.kumoji.json", PROJECT ("Theirs")));
  WAIT_UNTIL (kumoji_session_get_disk (session_of (self)) == KUMOJI_DISK_CHANGED);
  harness_settle ();
  g_assert_true (gtk_info_bar_get_revealed (bar_of (self, DISK_BAR)));
  assert_company (self, "First");
  harness_activate (self, "win.take-theirs");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  assert_company (self, "Theirs");
  harness_settle ();
  g_assert_false (gtk_info_bar_get_revealed (bar_of (self, DISK_BAR)));

  /* Our own saving is nobody else's, and what is only touched did not change. */
  harness_set_company (self, "Ours");
  save (self);
  kumoji_session_check_disk (session_of (self));
  harness_settle ();
  g_assert_cmpint (kumoji_session_get_disk (session_of (self)), ==, KUMOJI_DISK_SAME);
}

static void
test_keep_mine (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "disk.kumoji.json", PROJECT ("First"));

  open_file (self, file);
  harness_set_company (self, "Mine");
  g_object_unref (harness_write (self, "disk.kumoji.json", PROJECT ("Theirs")));
  WAIT_UNTIL (kumoji_session_get_disk (session_of (self)) == KUMOJI_DISK_CHANGED);
  harness_activate (self, "win.compare-disk");
  WAIT_UNTIL (find_window (KUMOJI_TYPE_COMPARE_DIALOG) != NULL);
  gtk_widget_activate_action (find_window (KUMOJI_TYPE_COMPARE_DIALOG), "compare.reply", "s",
                              "mine");
  WAIT_UNTIL (kumoji_session_get_disk (session_of (self)) == KUMOJI_DISK_SAME);

  /* Even with every step undone the file says something else than this window. */
  harness_activate (self, "win.undo");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);
  harness_activate (self, "win.redo");
  save (self);

  g_object_unref (harness_write (self, "disk.kumoji.json", PROJECT ("Theirs again")));
  WAIT_UNTIL (kumoji_session_get_disk (session_of (self)) == KUMOJI_DISK_CHANGED);
  harness_activate (self, "win.take-theirs");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  assert_company (self, "Theirs again");
}

static void
test_gone (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "gone.kumoji.json", PROJECT ("Gone"));

  open_file (self, file);
  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  WAIT_UNTIL (kumoji_session_get_disk (session_of (self)) == KUMOJI_DISK_GONE);
  harness_settle ();
  g_assert_true (gtk_info_bar_get_revealed (bar_of (self, DISK_BAR)));
  WAIT_UNTIL (copy_says ("Gone"));
  save (self);
  g_assert_true (g_file_query_exists (file, NULL));
  harness_settle ();
  g_assert_false (gtk_info_bar_get_revealed (bar_of (self, DISK_BAR)));
  g_assert_false (has_copy ());
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

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/recovery/" name, Harness, NULL, set_up, func, harness_tear_down)
  ADD ("keep", test_keep);
  ADD ("untitled", test_untitled);
  ADD ("typing", test_typing);
  ADD ("recover", test_recover);
  ADD ("recover-changed", test_recover_changed);
  ADD ("several", test_several);
  ADD ("held", test_held);
  ADD ("other-window", test_other_window);
  ADD ("released", test_released);
  ADD ("reload", test_reload);
  ADD ("keep-mine", test_keep_mine);
  ADD ("gone", test_gone);
  ADD ("failed-save", test_failed_save);
  ADD ("terminated", test_terminated);
#undef ADD
  return harness_run ();
}
