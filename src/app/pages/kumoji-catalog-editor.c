/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog editor: a window in which an own checklist is written.
 *
 * Every change is a step of the project's history at once; there is nothing to be applied. */
#include "config.h"

#include "app/pages/kumoji-catalog-editor.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-chooser.h"
#include "app/pages/kumoji-own-form.h"
#include "app/pages/kumoji-own-lines.h"
#include "app/widgets/kumoji-field-row.h"
#include "files/kumoji-safe-save.h"

struct _KumojiCatalogEditor
{
  AdwWindow parent_instance;

  KumojiProject *project;
  KumojiHistory *history;
  KumojiRecord *catalog;
  KumojiRecord *doomed; /* what is asked about */
  GtkSingleSelection *selection;
  guint idle_id;
  gboolean wants_title;

  AdwWindowTitle *title;
  GtkListView *lines;
  KumojiOwnForm *form;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
};

G_DEFINE_FINAL_TYPE (KumojiCatalogEditor, kumoji_catalog_editor, ADW_TYPE_WINDOW)

static const KumojiReply delete_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "delete", N_("_Delete"), ADW_RESPONSE_DESTRUCTIVE },
  { NULL },
};

static const char *
title_of (KumojiRecord *record)
{
  const char *title =
    kumoji_wording_get (kumoji_record_get_record (record, "title"), kumoji_language_get_default ());

  return *title != '\0' ? title : kumoji_record_get_id (record);
}

/* --- What is shown ---------------------------------------------------------------------------- */

/* Not at once: what is shown may be what is being written in. */
static gboolean
show_cb (gpointer data)
{
  KumojiCatalogEditor *self = data;
  KumojiRecord *record = kumoji_catalog_editor_get_selected (self);

  self->idle_id = 0;
  kumoji_own_form_show (self->form, self->project, self->history, record);
  if (self->wants_title)
    kumoji_own_form_focus_title (self->form);
  self->wants_title = FALSE;
  return G_SOURCE_REMOVE;
}

static void
set_enabled (KumojiCatalogEditor *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

static void
update_actions (KumojiCatalogEditor *self)
{
  KumojiRecord *record = kumoji_catalog_editor_get_selected (self);
  const char *undo = kumoji_history_get_undo_name (self->history);
  const char *redo = kumoji_history_get_redo_name (self->history);

  set_enabled (self, "editor.undo", undo != NULL);
  set_enabled (self, "editor.redo", redo != NULL);
  gtk_widget_set_tooltip_text (self->undo_button, undo != NULL ? undo : _("Undo"));
  gtk_widget_set_tooltip_text (self->redo_button, redo != NULL ? redo : _("Redo"));
  set_enabled (self, "editor.delete", record != NULL && record != self->catalog);
  set_enabled (self, "editor.move-up", record != NULL && kumoji_own_edit_can_move (record, TRUE));
  set_enabled (self, "editor.move-down",
               record != NULL && kumoji_own_edit_can_move (record, FALSE));
}

static void
selected_cb (KumojiCatalogEditor *self)
{
  kumoji_history_seal (self->history);
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (show_cb, self);
  update_actions (self);
}

static void
changed_cb (KumojiCatalogEditor *self)
{
  guint n = kumoji_own_catalog_count_items (self->catalog);
  g_autofree char *count = g_strdup_printf (ngettext ("%u item", "%u items", n), n);

  /* Undone, or taken over by another version: there is nothing to be edited any more. */
  if (kumoji_record_get_parent (self->catalog) == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  adw_window_title_set_title (self->title, title_of (self->catalog));
  adw_window_title_set_subtitle (self->title, count);
  update_actions (self);
}

/* --- What is done ----------------------------------------------------------------------------- */

static KumojiRecord *
ensure_section (KumojiCatalogEditor *self)
{
  KumojiRecord *record = kumoji_catalog_editor_get_selected (self);
  KumojiList *sections = kumoji_own_catalog_get_sections (self->catalog);
  guint n = kumoji_list_get_length (sections);

  if (record != NULL && KUMOJI_IS_OWN_ITEM (record))
    return kumoji_record_get_parent (record);
  if (record != NULL && KUMOJI_IS_OWN_SECTION (record))
    return record;
  if (n > 0)
    return kumoji_list_get (sections, n - 1);
  return kumoji_own_edit_add_section (self->history, self->catalog, 0,
                                      kumoji_language_get_default (), _("General"));
}

/* Behind the item that is chosen, else at the end of the section. */
static void
add_item_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiCatalogEditor *self = KUMOJI_CATALOG_EDITOR (widget);
  KumojiRecord *record = kumoji_catalog_editor_get_selected (self);

  kumoji_field_commit (GTK_ROOT (self));
  kumoji_history_begin (self->history, _("Add item"));
  KumojiRecord *section = ensure_section (self);
  KumojiList *items = kumoji_record_get_list (section, "items");
  guint position = kumoji_list_get_length (items);
  if (record != NULL && kumoji_list_get_position (items, record, &position))
    position++;
  KumojiRecord *item = kumoji_own_edit_add_item (self->history, section, position, NULL,
                                                 kumoji_language_get_default (), "");
  kumoji_history_end (self->history);
  self->wants_title = TRUE;
  kumoji_catalog_editor_select (self, item);
}

static void
add_section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiCatalogEditor *self = KUMOJI_CATALOG_EDITOR (widget);
  KumojiRecord *record = kumoji_catalog_editor_get_selected (self);
  KumojiList *sections = kumoji_own_catalog_get_sections (self->catalog);
  guint position = kumoji_list_get_length (sections);

  kumoji_field_commit (GTK_ROOT (self));
  if (record != NULL && KUMOJI_IS_OWN_ITEM (record))
    record = kumoji_record_get_parent (record);
  if (record != NULL && kumoji_list_get_position (sections, record, &position))
    position++;
  KumojiRecord *section = kumoji_own_edit_add_section (self->history, self->catalog, position,
                                                       kumoji_language_get_default (), "");
  self->wants_title = TRUE;
  kumoji_catalog_editor_select (self, section);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiCatalogEditor *self = KUMOJI_CATALOG_EDITOR (widget);
  g_autoptr (KumojiRecord) record = kumoji_catalog_editor_get_selected (self);

  kumoji_field_commit (GTK_ROOT (self));
  g_object_ref (record);
  kumoji_own_edit_move (self->history, record, g_str_equal (name, "editor.move-up"));
  kumoji_catalog_editor_select (self, record);
}

static void
delete_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiCatalogEditor *self = KUMOJI_CATALOG_EDITOR (source);
  g_autoptr (KumojiRecord) doomed = g_steal_pointer (&self->doomed);

  /* It may have gone meanwhile, by an undo. */
  if (g_str_equal (kumoji_ask_finish (result), "delete") && doomed != NULL
      && kumoji_record_get_parent (doomed) != NULL)
    kumoji_own_edit_delete (self->project, doomed);
}

static void
ask_to_delete (KumojiCatalogEditor *self, KumojiRecord *record)
{
  guint n = kumoji_own_count_answers (self->project, record);
  /* Translators: %s is the title of a checklist, a section or an item */
  g_autofree char *heading = g_strdup_printf (_("Delete “%s”?"), title_of (record));
  g_autofree char *body = g_strdup_printf (
    ngettext ("There is %u answer to it, which goes with it. One undo brings all back.",
              "There are %u answers to it, which go with it. One undo brings all back.", n),
    n);

  if (n == 0)
    {
      kumoji_own_edit_delete (self->project, record);
      return;
    }
  g_set_object (&self->doomed, record);
  kumoji_ask (GTK_WIDGET (self), heading, body, delete_replies, "cancel", delete_cb, NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiCatalogEditor *self = KUMOJI_CATALOG_EDITOR (widget);

  kumoji_field_commit (GTK_ROOT (self));
  ask_to_delete (self, g_str_equal (name, "editor.remove")
                         ? self->catalog
                         : kumoji_catalog_editor_get_selected (self));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiCatalogEditor *self = KUMOJI_CATALOG_EDITOR (widget);

  kumoji_field_commit (GTK_ROOT (self));
  if (g_str_equal (name, "editor.undo"))
    kumoji_history_undo (self->history);
  else
    kumoji_history_redo (self->history);
}

/* --- Into a file ------------------------------------------------------------------------------ */

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GFile *file = g_object_get_data (G_OBJECT (task), "file");
  GError *error = NULL;

  if (kumoji_safe_save (file, task_data, NULL, cancellable, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiCatalogEditor *self = KUMOJI_CATALOG_EDITOR (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)
      && gtk_widget_get_visible (GTK_WIDGET (self)))
    kumoji_tell (GTK_WIDGET (self), _("The checklist was not exported"), error->message);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = kumoji_chooser_finish (result);

  if (file != NULL)
    kumoji_catalog_editor_export_to (KUMOJI_CATALOG_EDITOR (source), file);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiCatalogEditor *self = KUMOJI_CATALOG_EDITOR (widget);

  kumoji_field_commit (GTK_ROOT (self));
  kumoji_chooser_save (widget, _("Export checklist"), &kumoji_file_kind_checklist,
                       kumoji_record_get_id (self->catalog), NULL, chosen_cb, NULL);
}

/* --- The window ------------------------------------------------------------------------------- */

static void
renumbered_cb (KumojiCatalogEditor *self, KumojiRecord *item)
{
  kumoji_catalog_editor_select (self, item);
}

static gboolean
key_pressed_cb (KumojiCatalogEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Delete || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "editor.delete", NULL);
  return GDK_EVENT_STOP;
}

static gboolean
kumoji_catalog_editor_close_request (GtkWindow *window)
{
  kumoji_field_commit (GTK_ROOT (window));
  return GTK_WINDOW_CLASS (kumoji_catalog_editor_parent_class)->close_request (window);
}

static void
kumoji_catalog_editor_dispose (GObject *object)
{
  KumojiCatalogEditor *self = KUMOJI_CATALOG_EDITOR (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->doomed);
  g_clear_object (&self->catalog);
  g_clear_object (&self->history);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (kumoji_catalog_editor_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "editor.add-item", NULL, add_item_action);
  gtk_widget_class_install_action (widget_class, "editor.add-section", NULL, add_section_action);
  gtk_widget_class_install_action (widget_class, "editor.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "editor.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "editor.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "editor.remove", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "editor.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "editor.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "editor.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "editor.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "editor.move-down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "editor.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "editor.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "editor.redo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kumoji_catalog_editor_class_init (KumojiCatalogEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_catalog_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kumoji_catalog_editor_close_request;

  g_type_ensure (KUMOJI_TYPE_OWN_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-catalog-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiCatalogEditor, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiCatalogEditor, lines);
  gtk_widget_class_bind_template_child (widget_class, KumojiCatalogEditor, form);
  gtk_widget_class_bind_template_child (widget_class, KumojiCatalogEditor, undo_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiCatalogEditor, redo_button);
  gtk_widget_class_bind_template_callback (widget_class, renumbered_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  install_actions (widget_class);
}

static void
kumoji_catalog_editor_init (KumojiCatalogEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_catalog_editor_new:
 * @parent: (nullable): the window over which it opens
 * @project: the project
 * @catalog: an own catalog in it
 *
 * Returns: (transfer none): a window, to be presented
 */
KumojiCatalogEditor *
kumoji_catalog_editor_new (GtkWindow *parent, KumojiProject *project, KumojiRecord *catalog)
{
  KumojiCatalogEditor *self =
    g_object_new (KUMOJI_TYPE_CATALOG_EDITOR, "transient-for", parent, NULL);
  g_autoptr (GtkListItemFactory) factory = NULL;

  self->project = g_object_ref (project);
  self->history = g_object_ref (kumoji_project_get_history (project));
  self->catalog = g_object_ref (catalog);
  self->selection = gtk_single_selection_new (kumoji_own_lines_new (catalog));
  factory = kumoji_own_lines_new_factory (self->history);
  gtk_list_view_set_factory (self->lines, factory);
  gtk_list_view_set_model (self->lines, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  g_signal_connect_swapped (self->history, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  selected_cb (self);
  return self;
}

/**
 * kumoji_catalog_editor_get_selected:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the catalog, the section or the item that is edited
 */
KumojiRecord *
kumoji_catalog_editor_get_selected (KumojiCatalogEditor *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * kumoji_catalog_editor_select:
 * @self: an editor
 * @record: the catalog, or a section or an item of it
 */
void
kumoji_catalog_editor_select (KumojiCatalogEditor *self, KumojiRecord *record)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KumojiRecord) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      if (other != record)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->lines), "list.scroll-to-item", "u", i);
      return;
    }
}

/**
 * kumoji_catalog_editor_export_to:
 * @self: an editor
 * @file: where to
 *
 * Writes the checklist there, in a thread and safely; tells where it could not.
 */
void
kumoji_catalog_editor_export_to (KumojiCatalogEditor *self, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, NULL);

  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (file), g_object_unref);
  g_task_set_task_data (task, kumoji_own_catalog_to_bytes (self->catalog),
                        (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, save_thread);
}

/**
 * kumoji_catalog_editor_offer:
 * @button: a button
 * @checklist: what is shown
 *
 * Lets the button open the editor of it; hides it where the checklist is not the company's own.
 */
void
kumoji_catalog_editor_offer (GtkWidget *button, KumojiChecklist *checklist)
{
  const char *id = kumoji_catalog_get_id (kumoji_checklist_get_catalog (checklist));
  KumojiList *own = kumoji_project_get_catalogs (kumoji_checklist_get_project (checklist));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-checklist");
  gtk_widget_set_visible (button, kumoji_list_find (own, id) != NULL);
}
