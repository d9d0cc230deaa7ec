/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: its windows, and what is asked of it from outside. */
#include "config.h"

#include "app/kumoji-application.h"

#include <glib/gi18n.h>

#include "app/kumoji-ui.h"
#include "app/kumoji-window.h"

struct _KumojiApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (KumojiApplication, kumoji_application, ADW_TYPE_APPLICATION)

static void
kumoji_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (kumoji_application_parent_class)->startup (application);
  kumoji_ui_init ();
}

static KumojiWindow *
ensure_window (KumojiApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (kumoji_window_new (self));
  gtk_window_present (window);
  return KUMOJI_WINDOW (window);
}

static void
kumoji_application_activate (GApplication *application)
{
  ensure_window (KUMOJI_APPLICATION (application));
}

static void
kumoji_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  kumoji_window_open (ensure_window (KUMOJI_APPLICATION (application)), files[0]);
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
}

/**
 * kumoji_application_new:
 *
 * Returns: (transfer full): the application
 */
KumojiApplication *
kumoji_application_new (void)
{
  return g_object_new (KUMOJI_TYPE_APPLICATION, "application-id", KUMOJI_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
