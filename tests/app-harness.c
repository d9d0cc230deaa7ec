/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the application share: a home of its own, windows, bounded waits. */
#include "app-harness.h"

#include <glib/gstdio.h>

static char *home;
static KumojiApplication *application; /* a process can export only one */

/* Nothing of the user's own is read or written, not even the list of recent files. */
void
harness_init (int *argc, char ***argv)
{
  home = g_dir_make_tmp ("kumoji-home-XXXXXX", NULL);
  g_assert_nonnull (home);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_test_init (argc, argv, NULL);
  gtk_disable_setlocale ();
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  adw_init ();
  /* GTK 4.8 warns about a cursor that blinks while text is selected by a program. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  application = kumoji_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

int
harness_run (void)
{
  int status = g_test_run ();

  g_clear_object (&application);
  remove_folder (home);
  g_free (home);
  return status;
}

void
harness_set_up (Harness *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("kumoji-app-XXXXXX", &error);
  g_assert_no_error (error);
  self->application = application;
  self->window = g_object_ref (kumoji_window_new (self->application));
  gtk_window_present (GTK_WINDOW (self->window));
  harness_settle ();
}

void
harness_tear_down (Harness *self, gconstpointer data)
{
  harness_settle ();
  gtk_window_destroy (GTK_WINDOW (self->window));
  harness_settle ();
  g_assert_finalize_object (self->window);
  remove_folder (self->folder);
  g_free (self->folder);
}

/* A page or another widget in a window of its own, for whoever needs no more of the application. */
GtkWindow *
harness_show (gpointer child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, GTK_WIDGET (child));
  gtk_window_set_default_size (window, width, height);
  gtk_window_present (window);
  harness_settle ();
  return window;
}

/* Nothing is left of such a window, and nothing of what was in it. */
void
harness_close (GtkWindow *window)
{
  GtkWidget *child = g_object_ref (gtk_window_get_child (window));

  g_object_ref (window);
  gtk_window_destroy (window);
  harness_settle ();
  g_assert_finalize_object (window);
  g_assert_finalize_object (child);
}

void
harness_turn (void)
{
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (2000);
}

static gboolean
idle_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until all that waits for the main loop to be idle is done, and a frame or two are drawn. */
void
harness_settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 20;
  gboolean idle = FALSE;

  while (g_get_monotonic_time () < end)
    harness_turn ();
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, idle_cb, &idle, NULL);
  while (!idle)
    harness_turn ();
}

KumojiProject *
harness_get_project (Harness *self)
{
  return kumoji_session_get_project (kumoji_window_get_session (self->window));
}

KumojiHistory *
harness_get_history (Harness *self)
{
  return kumoji_project_get_history (harness_get_project (self));
}

void
harness_set_company (Harness *self, const char *company)
{
  kumoji_history_set_text (harness_get_history (self),
                           KUMOJI_RECORD (kumoji_project_get_profile (harness_get_project (self))),
                           "company", company);
  kumoji_history_seal (harness_get_history (self));
  harness_settle ();
}

/* What an action may do follows what happened, a frame later at times; one that is off is passed
 * over without a word. */
void
harness_activate (Harness *self, const char *action)
{
  WAIT_UNTIL (harness_is_enabled (self, action));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  harness_settle ();
}

void
harness_go (Harness *self, const char *page, const char *target)
{
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.go", "(ss)", page, target));
  harness_settle ();
}

/* As a button sees it. */
gboolean
harness_is_enabled (Harness *self, const char *action)
{
  GtkWidget *button = g_object_ref_sink (gtk_button_new ());
  gboolean enabled;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, GTK_WIDGET (self->window));
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  g_object_unref (button);
  return enabled;
}

GFile *
harness_write (Harness *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

KumojiSessionState
harness_get_state (Harness *self)
{
  return kumoji_session_get_state (kumoji_window_get_session (self->window));
}

AdwMessageDialog *
harness_find_dialog (Harness *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window))
          && gtk_window_get_transient_for (window) == GTK_WINDOW (self->window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static gpointer
find (GtkWidget *parent, GType type, guint *position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type) && (*position)-- == 0)
        return child;
      found = find (child, type, position);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The widget of a type, counted from the top of the window. */
gpointer
harness_find (GtkWidget *parent, GType type, guint position)
{
  return find (parent, type, &position);
}

/* The widget or object that a widget's template names. */
gpointer
harness_get_child (gpointer widget, GType type, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (widget), type, name);

  g_assert_nonnull (child);
  return child;
}

/* As the widget's own key handlers get it. Returns whether one of them took the key. */
gboolean
harness_press (gpointer widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (widget));
  gboolean is_taken = FALSE;

  for (guint i = 0; !is_taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &is_taken);
    }
  return is_taken;
}
