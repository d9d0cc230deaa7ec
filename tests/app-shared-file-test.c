/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that others have open, or change on the disk, as the window and its user see it. */
#include "app-files.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "app/kumoji-compare-dialog.h"

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

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/shared-file/" name, Harness, NULL, set_up, func, harness_tear_down)
  ADD ("held", test_held);
  ADD ("other-window", test_other_window);
  ADD ("released", test_released);
  ADD ("reload", test_reload);
  ADD ("keep-mine", test_keep_mine);
  ADD ("gone", test_gone);
#undef ADD
  return harness_run ();
}
