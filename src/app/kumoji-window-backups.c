/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's backups: the dialog that lists them, and a word where one could not be kept. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/kumoji-backups-dialog.h"
#include "app/kumoji-window-private.h"

/* Seconds: it is worth reading. */
#define TOAST_TIME 12

static void
backups_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);

  kumoji_window_commit_typing (self);
  gtk_window_present (GTK_WINDOW (kumoji_backups_dialog_new (self)));
}

static void
backup_failed_cb (KumojiWindow *self, const char *message)
{
  /* Translators: %s says why, and what to do */
  g_autofree char *text = g_strdup_printf (_("Saved, but no backup was kept: %s"), message);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_timeout (toast, TOAST_TIME);
  kumoji_window_add_toast (self, toast);
}

/**
 * kumoji_window_backups_class_init:
 * @widget_class: the class of windows
 *
 * Installs the action that shows the backups.
 */
void
kumoji_window_backups_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, backups_action);
}

/**
 * kumoji_window_backups_init:
 * @self: a window
 */
void
kumoji_window_backups_init (KumojiWindow *self)
{
  g_signal_connect_object (self->session, "backup-failed", G_CALLBACK (backup_failed_cb), self,
                           G_CONNECT_SWAPPED);
}
