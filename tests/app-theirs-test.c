/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others save while a project is open here: taken as a step, overwritten only when told to. */
#include "app-harness.h"

#include <glib/gstdio.h>
#include <string.h>

#include "files/kumoji-project-file.h"

#define PROJECT(company)                                                                           \
  "{\n  \"format\": \"kumoji-project\",\n  \"version\": 1,\n  \"id\": \"p\",\n  \"profile\": { "   \
  "\"company\": \"" company "\" }\n}\n"
#define ISSUED                                                                                     \
  "{ \"format\": \"kumoji-project\", \"version\": 1, \"id\": \"p\", \"later\": 1, \"profile\": "   \
  "{ \"company\": \"Theirs\" }, \"issued\": [ { \"id\": \"i\", \"date\": \"2026-11-20\" } ] }"
#define NEWER "{ \"format\": \"kumoji-project\", \"version\": 99, \"id\": \"p\" }"

#define LOCK ".~lock.plan.kumoji.json#"
#define FOREIGN                                                                                    \
  "{\"format\": \"kumoji-lock\", \"version\": 1, \"token\": \"t\", \"since\": "                    \
  "\"2026-11-20T01:25:00Z\", \"owner\": {\"user\": \"tanaka\", \"name\": \"田中\", \"host\": "   \
  "\"elsewhere\", \"pid\": 7}}"

static KumojiSession *
session_of (Harness *self)
{
  return kumoji_window_get_session (self->window);
}

static void
assert_company (Harness *self, const char *company)
{
  g_assert_cmpstr (kumoji_project_get_company (harness_get_project (self)), ==, company);
}

static guint
count_issued (Harness *self)
{
  return kumoji_list_get_length (kumoji_project_get_issued (harness_get_project (self)));
}

static void
open_plan (Harness *self)
{
  g_autoptr (GFile) file = harness_write (self, "plan.kumoji.json", PROJECT ("First"));

  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  harness_settle ();
}

static void
write_theirs (Harness *self, const char *text)
{
  g_object_unref (harness_write (self, "plan.kumoji.json", text));
  WAIT_UNTIL (kumoji_session_get_disk (session_of (self)) == KUMOJI_DISK_CHANGED);
  harness_settle ();
}

static char *
read_plan (Harness *self)
{
  g_autofree char *path = g_build_filename (self->folder, "plan.kumoji.json", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static AdwMessageDialog *
wait_for_dialog (Harness *self, const char *heading)
{
  WAIT_UNTIL (harness_find_dialog (self) != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (harness_find_dialog (self)), ==, heading);
  return harness_find_dialog (self);
}

static void
reply (AdwMessageDialog *dialog, const char *response)
{
  g_assert_true (adw_message_dialog_has_response (dialog, response));
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  harness_settle ();
}

/* --- Taking what they say --------------------------------------------------------------------- */

static void
test_take (Harness *self, gconstpointer data)
{
  g_autoptr (KumojiProject) project = NULL;
  g_autofree char *text = NULL;

  open_plan (self);
  project = g_object_ref (harness_get_project (self));
  harness_set_company (self, "Mine");
  write_theirs (self, ISSUED);
  harness_activate (self, "win.take-theirs");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  harness_settle ();
  g_assert_null (harness_find_dialog (self));
  assert_company (self, "Theirs");
  g_assert_cmpuint (count_issued (self), ==, 1);
  g_assert_true (harness_get_project (self) == project);
  g_assert_cmpint (kumoji_session_get_disk (session_of (self)), ==, KUMOJI_DISK_SAME);
  g_assert_cmpstr (kumoji_history_get_undo_name (harness_get_history (self)), ==,
                   "Take what the file says");

  harness_activate (self, "win.undo");
  assert_company (self, "Mine");
  g_assert_cmpuint (count_issued (self), ==, 0);
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);
  harness_activate (self, "win.redo");
  assert_company (self, "Theirs");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_SAVED);

  /* Further back is what the file said before, which it does not say any more. */
  harness_activate (self, "win.undo");
  harness_activate (self, "win.undo");
  assert_company (self, "First");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);
  harness_activate (self, "win.save");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  text = read_plan (self);
  g_assert_nonnull (strstr (text, "First"));
  g_assert_null (harness_find_dialog (self));
}

/* What the file says reads back as it is: fields that nobody knows, too. */
static void
test_take_is_faithful (Harness *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  open_plan (self);
  write_theirs (self, ISSUED);
  harness_activate (self, "win.take-theirs");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  harness_set_company (self, "After");
  harness_activate (self, "win.save");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  text = read_plan (self);
  g_assert_nonnull (strstr (text, "\"later\""));
  g_assert_nonnull (strstr (text, "\"issued\""));
  g_assert_nonnull (strstr (text, "After"));
}

static void
test_take_broken (Harness *self, gconstpointer data)
{
  open_plan (self);
  harness_set_company (self, "Mine");
  write_theirs (self, "{ \"format\": ");
  harness_activate (self, "win.take-theirs");
  reply (wait_for_dialog (self, "The file was not taken"), "close");
  assert_company (self, "Mine");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);
  g_assert_cmpint (kumoji_session_get_disk (session_of (self)), ==, KUMOJI_DISK_CHANGED);
}

/* That cannot be a step: nothing is lost without a word. */
static void
test_take_newer (Harness *self, gconstpointer data)
{
  open_plan (self);
  harness_set_company (self, "Mine");
  write_theirs (self, NEWER);
  harness_activate (self, "win.take-theirs");
  reply (wait_for_dialog (self, "Show what the file says?"), "cancel");
  assert_company (self, "Mine");
  harness_activate (self, "win.take-theirs");
  reply (wait_for_dialog (self, "Show what the file says?"), "theirs");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_READ_ONLY);
  assert_company (self, "");
}

/* --- A lock that was taken away -----------------------------------------------------------------
 */

static char *
read_lock (Harness *self)
{
  g_autofree char *path = g_build_filename (self->folder, LOCK, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
assert_lock_is_theirs (Harness *self)
{
  g_autofree char *lock = read_lock (self);

  g_assert_cmpstr (lock, ==, FOREIGN);
}

static void
test_lock_taken (Harness *self, gconstpointer data)
{
  AdwMessageDialog *dialog;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_plan (self);
  g_object_unref (harness_write (self, LOCK, FOREIGN));
  harness_set_company (self, "Mine");
  before = read_plan (self);
  harness_activate (self, "win.save");
  dialog = wait_for_dialog (self, "Somebody else opened the file meanwhile");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "田中"));
  g_assert_true (adw_message_dialog_has_response (dialog, "compare"));
  g_assert_true (adw_message_dialog_has_response (dialog, "save-as"));
  reply (dialog, "cancel");
  after = read_plan (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);

  harness_activate (self, "win.save");
  reply (wait_for_dialog (self, "Somebody else opened the file meanwhile"), "anyway");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  g_free (g_steal_pointer (&after));
  after = read_plan (self);
  g_assert_nonnull (strstr (after, "Mine"));
  assert_lock_is_theirs (self);

  /* They still have it: the next save asks again. */
  harness_set_company (self, "Mine again");
  harness_activate (self, "win.save");
  reply (wait_for_dialog (self, "Somebody else opened the file meanwhile"), "anyway");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  assert_lock_is_theirs (self);
}

/* They took the lock and saved: two questions, and neither is asked twice. */
static void
test_lock_taken_and_changed (Harness *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  open_plan (self);
  g_object_unref (harness_write (self, LOCK, FOREIGN));
  harness_set_company (self, "Mine");
  write_theirs (self, PROJECT ("Theirs"));
  harness_activate (self, "win.save");
  reply (wait_for_dialog (self, "Somebody else opened the file meanwhile"), "anyway");
  reply (wait_for_dialog (self, "Somebody else changed the file"), "overwrite");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  g_assert_null (harness_find_dialog (self));
  text = read_plan (self);
  g_assert_nonnull (strstr (text, "Mine"));
  assert_lock_is_theirs (self);
}

/* Somebody deleted it by hand: it is ours again with the next save. */
static void
test_lock_lost (Harness *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, LOCK, NULL);

  open_plan (self);
  g_assert_cmpint (g_unlink (path), ==, 0);
  harness_set_company (self, "Mine");
  harness_activate (self, "win.save");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  g_assert_null (harness_find_dialog (self));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
#define ADD(path, test)                                                                            \
  g_test_add ("/app/theirs/" path, Harness, NULL, harness_set_up, test, harness_tear_down)
  ADD ("take", test_take);
  ADD ("take-is-faithful", test_take_is_faithful);
  ADD ("take-broken", test_take_broken);
  ADD ("take-newer", test_take_newer);
  ADD ("lock-taken", test_lock_taken);
  ADD ("lock-taken-and-changed", test_lock_taken_and_changed);
  ADD ("lock-lost", test_lock_lost);
#undef ADD
  return harness_run ();
}
