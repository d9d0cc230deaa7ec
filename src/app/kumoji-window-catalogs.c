/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's own checklists: the dialog that adds one, and the window in which one is written. */
#include "config.h"

#include "app/kumoji-window-private.h"
#include "app/pages/kumoji-add-catalog-dialog.h"
#include "app/pages/kumoji-catalog-editor.h"

static void
edit (KumojiWindow *self, KumojiRecord *catalog)
{
  gtk_window_present (
    GTK_WINDOW (kumoji_catalog_editor_new (GTK_WINDOW (self),
                                           kumoji_session_get_project (self->session), catalog)));
}

static void
added_cb (KumojiWindow *self, KumojiRecord *catalog, gboolean is_new)
{
  kumoji_window_go_to (self, "checklists", kumoji_record_get_id (catalog));
  if (is_new)
    edit (self, catalog);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);
  KumojiAddCatalogDialog *dialog;

  kumoji_window_commit_typing (self);
  dialog =
    kumoji_add_catalog_dialog_new (GTK_WINDOW (self), kumoji_session_get_project (self->session));
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);
  KumojiProject *project = kumoji_session_get_project (self->session);
  KumojiRecord *catalog = kumoji_list_find (kumoji_project_get_catalogs (project),
                                            g_variant_get_string (parameter, NULL));

  kumoji_window_commit_typing (self);
  if (catalog != NULL)
    edit (self, catalog);
}

/**
 * kumoji_window_catalogs_class_init:
 * @widget_class: the class of windows
 *
 * Installs the actions: "win.add-checklist", and "win.edit-checklist" with an own catalog's id.
 */
void
kumoji_window_catalogs_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-checklist", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.edit-checklist", "s", edit_action);
}

/**
 * kumoji_window_catalogs_update:
 * @self: a window
 * @may_edit: whether its project may be changed
 */
void
kumoji_window_catalogs_update (KumojiWindow *self, gboolean may_edit)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-checklist", may_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.edit-checklist", may_edit);
}
