/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: the sidebar, the pages, and one project. */
#include "config.h"

#include "app/kumoji-window-private.h"

#include <glib/gi18n.h>

#include "app/kumoji-tally.h"
#include "app/pages/kumoji-assets-page.h"
#include "app/pages/kumoji-checklists-page.h"
#include "app/pages/kumoji-company-page.h"
#include "app/pages/kumoji-overview-page.h"
#include "app/pages/kumoji-reports-page.h"
#include "app/pages/kumoji-roadmap-page.h"
#include "app/widgets/kumoji-sidebar-row.h"

/* What takes less is not worth a moving spinner, milliseconds. */
#define BUSY_DELAY 400

typedef struct
{
  const char *id;
  const char *icon;
  const char *title;
  GType (*get_type) (void);
} Page;

/* In the order of the sidebar. */
static const Page pages[] = {
  { "overview", "kumoji-overview-symbolic", N_("Overview"), kumoji_overview_page_get_type },
  { "company", "kumoji-company-symbolic", N_("Company"), kumoji_company_page_get_type },
  { "checklists", "kumoji-checklists-symbolic", N_("Checklists"),
    kumoji_checklists_page_get_type },
  { "assets", "kumoji-assets-symbolic", N_("Information assets"), kumoji_assets_page_get_type },
  { "roadmap", "kumoji-roadmap-symbolic", N_("Roadmap"), kumoji_roadmap_page_get_type },
  { "reports", "kumoji-reports-symbolic", N_("Reports"), kumoji_reports_page_get_type },
};

G_DEFINE_FINAL_TYPE (KumojiWindow, kumoji_window, ADW_TYPE_APPLICATION_WINDOW)

static KumojiHistory *
history_of (KumojiWindow *self)
{
  return kumoji_project_get_history (kumoji_session_get_project (self->session));
}

/* The company where it is known, else the file, else that it is new. */
static char *
dup_name (KumojiWindow *self)
{
  const char *company = kumoji_project_get_company (kumoji_session_get_project (self->session));

  if (*company != '\0')
    return g_strdup (company);
  return kumoji_session_dup_file_name (self->session);
}

static void
update_titles (KumojiWindow *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *file = kumoji_session_dup_file_name (self->session);
  const char *state = kumoji_session_get_state_label (self->session);
  const char *id = kumoji_window_get_page (self);
  const char *dot = kumoji_session_is_modified (self->session) ? "• " : "";
  g_autofree char *window_title = g_strdup_printf ("%s%s – %s", dot, name, _("Kumoji"));
  g_autofree char *subtitle = NULL;

  gtk_window_set_title (GTK_WINDOW (self), window_title);
  if (g_strcmp0 (id, "overview") == 0)
    {
      subtitle = kumoji_session_get_state (self->session) == KUMOJI_SESSION_BLANK
                   ? g_strdup ("")
                   : g_strdup_printf ("%s%s · %s", dot, file, state);
      adw_window_title_set_title (self->title, name);
    }
  else
    {
      subtitle = id != NULL ? kumoji_pane_dup_subtitle (kumoji_window_get_pane (self, id)) : NULL;
      for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
        if (g_strcmp0 (pages[i].id, id) == 0)
          adw_window_title_set_title (self->title, _(pages[i].title));
    }
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
}

static void
append_step (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_append_item (menu, item);
}

static void
update_steps (KumojiWindow *self)
{
  KumojiHistory *history = history_of (self);
  gboolean may_edit = !kumoji_session_is_read_only (self->session);
  const char *undo = kumoji_history_get_undo_name (history);
  const char *redo = kumoji_history_get_redo_name (history);
  /* Translators: %s is a step, e.g. Change “Count” */
  g_autofree char *undo_label = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : NULL;
  /* Translators: %s is a step, e.g. Change “Count” */
  g_autofree char *redo_label = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", may_edit && undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", may_edit && redo != NULL);
  gtk_widget_set_tooltip_text (self->undo_button, undo != NULL ? undo_label : _("Undo"));
  gtk_widget_set_tooltip_text (self->redo_button, redo != NULL ? redo_label : _("Redo"));
  g_menu_remove_all (self->undo_section);
  append_step (self->undo_section, undo != NULL ? undo_label : _("Undo"), "win.undo");
  append_step (self->undo_section, redo != NULL ? redo_label : _("Redo"), "win.redo");
}

static void
update_counts (KumojiWindow *self)
{
  KumojiProject *project = kumoji_session_get_project (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *description = NULL;
      g_autofree char *count = kumoji_tally_new (project, pages[i].id, &description);

      kumoji_sidebar_row_set_count (KUMOJI_SIDEBAR_ROW (
                                      gtk_list_box_get_row_at_index (self->sidebar, (int) i)),
                                    count, description);
    }
}

static gboolean
update_cb (gpointer data)
{
  KumojiWindow *self = KUMOJI_WINDOW (data);

  self->idle_id = 0;
  update_titles (self);
  update_steps (self);
  update_counts (self);
  kumoji_window_files_update (self);
  kumoji_window_others_update (self);
  return G_SOURCE_REMOVE;
}

/**
 * kumoji_window_queue_update: (skip)
 * @self: a window
 *
 * However fast somebody types, what surrounds the page follows once a frame at most.
 */
void
kumoji_window_queue_update (KumojiWindow *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 16, update_cb, self, NULL);
}

static gboolean
busy_cb (gpointer data)
{
  KumojiWindow *self = KUMOJI_WINDOW (data);

  self->busy_id = 0;
  gtk_widget_set_visible (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (KumojiWindow *self)
{
  gboolean busy = kumoji_session_is_busy (self->session);

  if (busy && self->busy_id == 0)
    self->busy_id = g_timeout_add (BUSY_DELAY, busy_cb, self);
  if (!busy)
    {
      g_clear_handle_id (&self->busy_id, g_source_remove);
      gtk_widget_set_visible (self->spinner, FALSE);
    }
  kumoji_window_queue_update (self);
}

/* Only the page in sight is given the project at once; the others get it when they are shown, see
 * kumoji_window_get_pane(). */
static void
project_cb (KumojiWindow *self)
{
  if (kumoji_window_get_page (self) != NULL)
    kumoji_window_get_pane (self, kumoji_window_get_page (self));
  kumoji_window_queue_update (self);
}

static void
row_selected_cb (GtkListBox *sidebar, GtkListBoxRow *row, KumojiWindow *self)
{
  const Page *page;

  if (row == NULL)
    return;
  page = &pages[gtk_list_box_row_get_index (row)];
  kumoji_history_seal (history_of (self));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (kumoji_window_get_pane (self, page->id)));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "page", page->id);
  kumoji_window_queue_update (self);
}

static void
show_page (KumojiWindow *self, guint index)
{
  gtk_list_box_select_row (self->sidebar,
                           gtk_list_box_get_row_at_index (self->sidebar, (int) index));
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *page;
  const char *target;

  g_variant_get (parameter, "(&s&s)", &page, &target);
  kumoji_window_go_to (KUMOJI_WINDOW (widget), page, target);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_window_commit_typing (KUMOJI_WINDOW (widget));
  kumoji_history_undo (history_of (KUMOJI_WINDOW (widget)));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_window_commit_typing (KUMOJI_WINDOW (widget));
  kumoji_history_redo (history_of (KUMOJI_WINDOW (widget)));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);

  kumoji_window_go_to (self, "reports", "");
  gtk_widget_activate_action (GTK_WIDGET (kumoji_window_get_pane (self, "reports")),
                              "reports.export", NULL);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiWindow *self = KUMOJI_WINDOW (widget);

  kumoji_window_go_to (self, "reports", "");
  gtk_widget_activate_action (GTK_WIDGET (kumoji_window_get_pane (self, "reports")),
                              "reports.print", NULL);
}

static gboolean
kumoji_window_close_request (GtkWindow *window)
{
  if (!kumoji_window_confirm_close (KUMOJI_WINDOW (window)))
    return TRUE;
  return GTK_WINDOW_CLASS (kumoji_window_parent_class)->close_request (window);
}

static void
bind_settings (KumojiWindow *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, KUMOJI_APPLICATION_ID, TRUE) : NULL;

  /* Started from a build folder there may be none: then nothing is kept, and nothing fails. */
  if (schema == NULL)
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_bind (self->settings, "width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
show_kept_page (KumojiWindow *self)
{
  g_autofree char *kept =
    self->settings != NULL ? g_settings_get_string (self->settings, "page") : NULL;
  guint index = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].id, kept) == 0)
      index = i;
  show_page (self, index);
}

static void
kumoji_window_dispose (GObject *object)
{
  KumojiWindow *self = KUMOJI_WINDOW (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      kumoji_keeper_set_typing (kumoji_session_get_keeper (self->session), NULL, NULL);
      g_signal_handlers_disconnect_by_data (kumoji_session_get_keeper (self->session), self);
    }
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->next_file);

  G_OBJECT_CLASS (kumoji_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, read_only_bar);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, disk_bar);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, disk_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, mine_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, theirs_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, problems_bar);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, problems_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, KumojiWindow, undo_section);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
kumoji_window_class_init (KumojiWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kumoji_window_close_request;

  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "win.go", "(ss)", go_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.export-report", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.print-report", NULL, print_action);
  kumoji_window_files_class_init (widget_class);
  kumoji_window_others_class_init (widget_class);
  kumoji_window_links_class_init (widget_class);
  kumoji_window_backups_class_init (widget_class);
  kumoji_window_paper_class_init (widget_class);
  kumoji_window_search_class_init (widget_class);
}

static void
kumoji_window_init (KumojiWindow *self)
{
  self->session = kumoji_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  bind_settings (self);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *pane = g_object_new (pages[i].get_type (), NULL);
      g_signal_connect_swapped (pane, "subtitle-changed", G_CALLBACK (update_titles), self);
      gtk_stack_add_named (self->stack, pane, pages[i].id);
      gtk_list_box_append (self->sidebar,
                           kumoji_sidebar_row_new (pages[i].icon, _(pages[i].title)));
    }
  g_signal_connect_swapped (self->session, "notify::project", G_CALLBACK (project_cb), self);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (session_changed_cb), self);
  kumoji_window_files_init (self);
  kumoji_window_others_init (self);
  kumoji_window_backups_init (self);
  project_cb (self);
  show_kept_page (self);
}

/**
 * kumoji_window_new:
 * @application: to which it belongs
 *
 * Returns: (transfer none): a window that shows a new project
 */
KumojiWindow *
kumoji_window_new (KumojiApplication *application)
{
  return g_object_new (KUMOJI_TYPE_WINDOW, "application", application, NULL);
}

/**
 * kumoji_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): its project and where that is kept
 */
KumojiSession *
kumoji_window_get_session (KumojiWindow *self)
{
  return self->session;
}

/**
 * kumoji_window_get_pane:
 * @self: a window
 * @id: a page's id
 *
 * Returns: (transfer none) (nullable): the page, which shows the session's project
 */
KumojiPane *
kumoji_window_get_pane (KumojiWindow *self, const char *id)
{
  GtkWidget *pane = gtk_stack_get_child_by_name (self->stack, id);

  if (pane == NULL)
    return NULL;
  kumoji_pane_set_project (KUMOJI_PANE (pane), kumoji_session_get_project (self->session));
  return KUMOJI_PANE (pane);
}

/**
 * kumoji_window_get_page:
 * @self: a window
 *
 * Returns: (nullable): the id of the page in sight
 */
const char *
kumoji_window_get_page (KumojiWindow *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}

/**
 * kumoji_window_go_to:
 * @self: a window
 * @page: a page's id
 * @target: a place in it, in the page's own words; "" for the page itself
 */
void
kumoji_window_go_to (KumojiWindow *self, const char *page, const char *target)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].id, page))
      {
        show_page (self, i);
        if (*target != '\0')
          kumoji_pane_go_to (kumoji_window_get_pane (self, page), target);
        return;
      }
}

/**
 * kumoji_window_add_toast:
 * @self: a window
 * @toast: (transfer full): what to say for a moment
 */
void
kumoji_window_add_toast (KumojiWindow *self, AdwToast *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}
