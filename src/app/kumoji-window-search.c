/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the window looks for words: in the page in sight where that can, else in everything. */
#include "config.h"

#include "app/kumoji-search-dialog.h"
#include "app/kumoji-window-private.h"

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);

  kumoji_window_commit_typing (self);
  gtk_window_present (GTK_WINDOW (kumoji_search_dialog_new (self)));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);

  if (!kumoji_pane_find (kumoji_window_get_pane (self, kumoji_window_get_page (self))))
    search_action (widget, name, parameter);
}

/**
 * kumoji_window_search_class_init:
 * @widget_class: the class of windows
 *
 * Installs the actions that look for words, and their keys.
 */
void
kumoji_window_search_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  /* Not an accelerator of the application: those come before the widget that has the keyboard. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.search", NULL);
}
