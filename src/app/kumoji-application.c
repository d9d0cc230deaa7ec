/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its windows, and what is asked of it from outside. */
#include "config.h"

#include "app/kumoji-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "app/kumoji-recovery-window.h"
#include "app/kumoji-ui.h"
#include "app/kumoji-window.h"

struct _KumojiApplication
{
  AdwApplication parent_instance;

  gboolean offered; /* what a program before us left behind */
};

typedef struct
{
  const char *action;
  const char *accels[4];
} Shortcut;

static const Shortcut shortcuts[] = {
  { "win.new", { "<Primary>n" } },
  { "win.open", { "<Primary>o" } },
  { "win.save", { "<Primary>s" } },
  { "win.save-as", { "<Primary><Shift>s" } },
  { "win.export-report", { "<Primary>e" } },
  { "win.print-report", { "<Primary>p" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.show-help-overlay", { "F1", "<Primary>question" } },
  { "win.go(('overview',''))", { "<Primary>1" } },
  { "win.go(('company',''))", { "<Primary>2" } },
  { "win.go(('checklists',''))", { "<Primary>3" } },
  { "win.go(('assets',''))", { "<Primary>4" } },
  { "win.go(('roadmap',''))", { "<Primary>5" } },
  { "win.go(('reports',''))", { "<Primary>6" } },
  { "window.close", { "<Primary>w" } },
  { "app.quit", { "<Primary>q" } },
};

G_DEFINE_FINAL_TYPE (KumojiApplication, kumoji_application, ADW_TYPE_APPLICATION)

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *developers[] = { "Kumoji contributors", NULL };

  adw_show_about_window (
    gtk_application_get_active_window (GTK_APPLICATION (data)), "application-name", "Kumoji",
    "application-icon", KUMOJI_APPLICATION_ID, "version", KUMOJI_VERSION, "developer-name",
    _("Kumoji contributors"), "developers", developers, "license-type", GTK_LICENSE_GPL_3_0,
    "comments",
    _("Takes a small company safely into the cloud: checklists, the value of its information, "
       "stages of adoption, and reports to sign."),
    /* Translators: your names, one a line */
    "translator-credits", _("translator-credits"), NULL);
}

/* Each window asks about its unsaved changes; the application ends with the last of them. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (KUMOJI_IS_WINDOW (l->data))
      gtk_window_close (GTK_WINDOW (l->data));
}

/* The desktop ends, or somebody kills the program politely: nobody can be asked, so what is not
 * saved is kept, and offered at the next start. */
static gboolean
terminated_cb (gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (KUMOJI_IS_WINDOW (l->data))
      kumoji_session_leave (kumoji_window_get_session (l->data));
  for (GList *l = windows; l != NULL; l = l->next)
    if (KUMOJI_IS_WINDOW (l->data))
      gtk_window_destroy (GTK_WINDOW (l->data));
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_REMOVE;
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static void
kumoji_application_startup (GApplication *application)
{
  /* Styles, icons and the shortcuts window are looked for while the parent starts up. */
  kumoji_ui_init ();
  G_APPLICATION_CLASS (kumoji_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accels);
  gtk_window_set_default_icon_name (KUMOJI_APPLICATION_ID);
  g_unix_signal_add (SIGTERM, terminated_cb, application);
  g_unix_signal_add (SIGHUP, terminated_cb, application);
}

static KumojiWindow *
find_window (GtkApplication *application, GFile *file)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      KumojiSession *session =
        KUMOJI_IS_WINDOW (l->data) ? kumoji_window_get_session (l->data) : NULL;
      GFile *shown = session != NULL ? kumoji_session_get_file (session) : NULL;

      if (session != NULL && file == NULL
          && kumoji_session_get_state (session) == KUMOJI_SESSION_BLANK)
        return l->data;
      if (shown != NULL && file != NULL && g_file_equal (shown, file))
        return l->data;
    }
  return NULL;
}

static KumojiWindow *
new_window (KumojiApplication *self)
{
  KumojiWindow *window = kumoji_window_new (self);

  if (!self->offered)
    kumoji_recovery_window_offer (window);
  self->offered = TRUE;
  return window;
}

static void
kumoji_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (new_window (KUMOJI_APPLICATION (application)));
  gtk_window_present (window);
}

/* A file that is open already is only brought to the front; a window that is still blank takes
 * one; every other file gets a window of its own. */
static void
kumoji_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GtkApplication *self = GTK_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      KumojiWindow *window = find_window (self, files[i]);

      if (window == NULL)
        {
          window = find_window (self, NULL);
          if (window == NULL)
            window = new_window (KUMOJI_APPLICATION (application));
          kumoji_window_open (window, files[i]);
        }
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
kumoji_application_class_init (KumojiApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = kumoji_application_startup;
  application_class->activate = kumoji_application_activate;
  application_class->open = kumoji_application_open;
}

static void
kumoji_application_init (KumojiApplication *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Takes a small company safely into the cloud."));
}

/**
 * kumoji_application_new:
 *
 * Returns: (transfer full): the application
 */
KumojiApplication *
kumoji_application_new (void)
{
  return g_object_new (KUMOJI_TYPE_APPLICATION, "application-id", KUMOJI_APPLICATION_ID,
                       "resource-base-path", "/io/github/kumoji/Kumoji", "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
