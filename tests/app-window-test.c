/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: actions by name, from a new project to the same one opened again. */
#include "app-harness.h"

#include "app/kumoji-problems.h"

#define NEWER                                                                                      \
  "{\n  \"format\": \"kumoji-project\",\n  \"version\": 99,\n"                                     \
  "  \"profile\": { \"company\": \"Tomorrow Ltd\" }\n}\n"

#define ODD                                                                                        \
  "{\n  \"format\": \"kumoji-project\",\n  \"version\": 1,\n"                                      \
  "  \"profile\": { \"company\": \"Odd Ltd\", \"employees\": \"many\" }\n}\n"

static void
assert_company (Harness *self, const char *company)
{
  g_assert_cmpstr (kumoji_project_get_company (harness_get_project (self)), ==, company);
}

/* Saves the project to a file and keeps it there. */
static GFile *
save_as (Harness *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  GFile *file = g_file_new_for_path (path);

  kumoji_session_save_async (kumoji_window_get_session (self->window), file,
                             KUMOJI_SAVING_OVERWRITE, NULL, NULL);
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_SAVING);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  harness_settle ();
  return file;
}

static void
reply (Harness *self, const char *response)
{
  AdwMessageDialog *dialog;

  WAIT_UNTIL (harness_find_dialog (self) != NULL);
  /* A click on the button says the reply and closes the dialog. */
  dialog = g_object_ref (harness_find_dialog (self));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  harness_settle ();
}

static void
test_blank (Harness *self, gconstpointer data)
{
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_BLANK);
  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "overview");
  g_assert_false (harness_is_enabled (self, "win.save"));
  g_assert_false (harness_is_enabled (self, "win.save-as"));
  g_assert_false (harness_is_enabled (self, "win.undo"));
  g_assert_false (harness_is_enabled (self, "win.redo"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "New project – Kumoji");
}

static void
test_pages (Harness *self, gconstpointer data)
{
  static const char *pages[] = {
    "company", "checklists", "assets", "roadmap", "reports", "overview"
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      KumojiPane *pane = kumoji_window_get_pane (self->window, pages[i]);

      g_assert_nonnull (pane);
      harness_go (self, pages[i], "");
      g_assert_cmpstr (kumoji_window_get_page (self->window), ==, pages[i]);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (pane)));
      g_assert_true (kumoji_pane_get_project (pane) == harness_get_project (self));
    }
  harness_go (self, "nowhere", "");
  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "overview");
}

static void
test_undo (Harness *self, gconstpointer data)
{
  harness_set_company (self, "Minato");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_UNSAVED);
  g_assert_true (harness_is_enabled (self, "win.save"));
  g_assert_true (harness_is_enabled (self, "win.undo"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "• Minato – Kumoji");

  harness_activate (self, "win.undo");
  assert_company (self, "");
  g_assert_false (harness_is_enabled (self, "win.undo"));
  g_assert_true (harness_is_enabled (self, "win.redo"));
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_BLANK);

  harness_activate (self, "win.redo");
  assert_company (self, "Minato");
  g_assert_true (harness_is_enabled (self, "win.undo"));
  g_assert_false (harness_is_enabled (self, "win.redo"));
}

static void
test_save_and_open (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  harness_set_company (self, "First");
  file = save_as (self, "first.kumoji.json");
  g_assert_false (harness_is_enabled (self, "win.save"));
  harness_set_company (self, "Second");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);
  harness_activate (self, "win.save");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);

  /* What is undone after saving is unsaved again, and the way back is saved. */
  harness_activate (self, "win.undo");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);
  harness_activate (self, "win.redo");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_SAVED);

  harness_activate (self, "win.new");
  assert_company (self, "");
  g_assert_null (kumoji_session_get_file (kumoji_window_get_session (self->window)));
  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "company");
  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  assert_company (self, "Second");
  g_assert_true (kumoji_pane_get_project (kumoji_window_get_pane (self->window, "company"))
                 == harness_get_project (self));
}

static void
test_edit_while_saving (Harness *self, gconstpointer data)
{
  KumojiProfile *profile = kumoji_project_get_profile (harness_get_project (self));
  g_autofree char *path = g_build_filename (self->folder, "busy.kumoji.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  harness_set_company (self, "Before");
  kumoji_session_save_async (kumoji_window_get_session (self->window), file,
                             KUMOJI_SAVING_OVERWRITE, NULL, NULL);
  kumoji_history_set_text (harness_get_history (self), KUMOJI_RECORD (profile), "company",
                           "Meanwhile");
  WAIT_UNTIL (harness_get_state (self) != KUMOJI_SESSION_SAVING);
  /* The file says what was said when saving began. */
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);
  harness_settle ();
  harness_activate (self, "win.new");
  reply (self, "discard");
  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  assert_company (self, "Before");
}

static void
test_sample (Harness *self, gconstpointer data)
{
  harness_activate (self, "win.open-sample");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_UNSAVED);
  g_assert_false (kumoji_session_is_modified (kumoji_window_get_session (self->window)));
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_assets (harness_get_project (self))),
                    >=, 15);
  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "overview");
}

static void
test_broken (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "broken.kumoji.json", "{ \"format\": ");
  KumojiProject *before;

  harness_set_company (self, "Mine");
  g_object_unref (save_as (self, "mine.kumoji.json"));
  before = harness_get_project (self);
  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_find_dialog (self) != NULL);
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (harness_find_dialog (self)), "broken.kumoji.json"));
  reply (self, "close");
  g_assert_true (harness_get_project (self) == before);
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_SAVED);
}

static void
test_newer (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "newer.kumoji.json", NEWER);
  GtkInfoBar *bar = harness_find (GTK_WIDGET (self->window), GTK_TYPE_INFO_BAR, 0);

  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_READ_ONLY);
  harness_settle ();
  assert_company (self, "Tomorrow Ltd");
  g_assert_true (gtk_info_bar_get_revealed (bar));
  g_assert_false (harness_is_enabled (self, "win.save-as"));

  harness_set_company (self, "Overwritten");
  assert_company (self, "Tomorrow Ltd");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_READ_ONLY);
  g_assert_false (harness_is_enabled (self, "win.save"));
  g_assert_false (harness_is_enabled (self, "win.redo"));
}

static void
test_set_aside (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "odd.kumoji.json", ODD);
  GtkInfoBar *bar = harness_find (GTK_WIDGET (self->window), GTK_TYPE_INFO_BAR, 1);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *title = NULL;

  g_assert_false (gtk_info_bar_get_revealed (bar));
  kumoji_window_open (self->window, file);
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
  harness_settle ();
  g_assert_true (gtk_info_bar_get_revealed (bar));
  problems = kumoji_session_dup_problems (kumoji_window_get_session (self->window));
  title = kumoji_problem_dup_title (problems->pdata[0], harness_get_project (self));
  g_assert_cmpstr (title, ==, "company · Employees");
  harness_activate (self, "win.show-problems");
  reply (self, "close");

  /* A right value in its place ends the notice, and undo brings it back. */
  kumoji_history_set_integer (harness_get_history (self),
                              KUMOJI_RECORD (
                                kumoji_project_get_profile (harness_get_project (self))),
                              "employees", 28);
  harness_settle ();
  g_assert_false (gtk_info_bar_get_revealed (bar));
  harness_activate (self, "win.undo");
  g_assert_true (gtk_info_bar_get_revealed (bar));
  harness_activate (self, "win.redo");
  g_assert_false (gtk_info_bar_get_revealed (bar));
}

static void
test_somebody_else (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  harness_set_company (self, "Ours");
  file = save_as (self, "shared.kumoji.json");
  g_object_unref (harness_write (self, "shared.kumoji.json", ODD));
  harness_set_company (self, "Ours too");

  harness_activate (self, "win.save");
  reply (self, "cancel");
  g_assert_cmpint (harness_get_state (self), ==, KUMOJI_SESSION_MODIFIED);
  harness_activate (self, "win.save");
  reply (self, "overwrite");
  WAIT_UNTIL (harness_get_state (self) == KUMOJI_SESSION_SAVED);
}

static void
test_close (Harness *self, gconstpointer data)
{
  harness_set_company (self, "Unsaved");
  gtk_window_close (GTK_WINDOW (self->window));
  reply (self, "cancel");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window)));

  g_object_unref (save_as (self, "close.kumoji.json"));
  harness_set_company (self, "Unsaved again");
  gtk_window_close (GTK_WINDOW (self->window));
  reply (self, "save");
  WAIT_UNTIL (gtk_application_get_windows (GTK_APPLICATION (self->application)) == NULL);
  g_assert_false (kumoji_session_is_modified (kumoji_window_get_session (self->window)));
}

static void
test_quit (Harness *self, gconstpointer data)
{
  harness_set_company (self, "Unsaved");
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "quit", NULL);
  reply (self, "discard");
  WAIT_UNTIL (gtk_application_get_windows (GTK_APPLICATION (self->application)) == NULL);
}

static void
test_open_twice (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) other = harness_write (self, "odd.kumoji.json", ODD);
  GList *windows;

  harness_set_company (self, "Once");
  file = save_as (self, "once.kumoji.json");
  g_application_open (G_APPLICATION (self->application), &file, 1, "");
  harness_settle ();
  windows = gtk_application_get_windows (GTK_APPLICATION (self->application));
  g_assert_cmpuint (g_list_length (windows), ==, 1);

  /* Another file gets a window of its own. */
  g_application_open (G_APPLICATION (self->application), &other, 1, "");
  harness_settle ();
  windows = gtk_application_get_windows (GTK_APPLICATION (self->application));
  g_assert_cmpuint (g_list_length (windows), ==, 2);
  assert_company (self, "Once");
  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != self->window)
      {
        KumojiSession *session = kumoji_window_get_session (l->data);

        WAIT_UNTIL (kumoji_session_get_file (session) != NULL);
        g_assert_cmpstr (kumoji_project_get_company (kumoji_session_get_project (session)), ==,
                         "Odd Ltd");
        gtk_window_destroy (l->data);
        break;
      }
}

/* While somebody types, Ctrl+Z is the project's step and not the entry's own. */
static void
test_accels (Harness *self, gconstpointer data)
{
  static const char *const actions[] = {
    "win.save", "win.undo",    "win.redo", "win.open",
    "win.new",  "win.save-as", "app.quit", "win.export-report"
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_auto (GStrv) accels =
        gtk_application_get_accels_for_action (GTK_APPLICATION (self->application), actions[i]);

      g_assert_cmpuint (g_strv_length (accels), >=, 1);
    }
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/window/" name, Harness, NULL, harness_set_up, func, harness_tear_down)
  ADD ("blank", test_blank);
  ADD ("pages", test_pages);
  ADD ("undo", test_undo);
  ADD ("save-and-open", test_save_and_open);
  ADD ("edit-while-saving", test_edit_while_saving);
  ADD ("sample", test_sample);
  ADD ("broken", test_broken);
  ADD ("newer", test_newer);
  ADD ("set-aside", test_set_aside);
  ADD ("somebody-else", test_somebody_else);
  ADD ("close", test_close);
  ADD ("quit", test_quit);
  ADD ("open-twice", test_open_twice);
  ADD ("accels", test_accels);
#undef ADD
  return harness_run ();
}
