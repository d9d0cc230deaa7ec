/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklists: what the guides ask, and what the company answers. */
#include "config.h"

#include "app/pages/kumoji-checklists-page.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-catalog-editor.h"
#include "app/pages/kumoji-catalog-row.h"
#include "app/pages/kumoji-checklist-view.h"
#include "app/pages/kumoji-service-bar.h"

/* Milliseconds: as long as nobody waits for. */
#define FOLLOW_AFTER 200

struct _KumojiChecklistsPage
{
  KumojiPane parent_instance;

  KumojiChecklist *checklist; /* NULL while there is no service to assess */
  KumojiLibrary *library;     /* whose catalogs are listed */
  guint follow_id;            /* a timeout while an own checklist is being written */
  KumojiSubject subject;
  gboolean wants_focus;  /* once we are in sight */
  guint scrolling;       /* the callback that brings the chosen row in sight */
  guint64 deleted_point; /* the history's state that the toast takes back */
  AdwToast *toast;
  GtkEventController *root_keys; /* while we are in sight */

  AdwToastOverlay *toast_overlay;
  GtkToggleButton *company_button;
  GtkToggleButton *service_button;
  KumojiServiceBar *service_bar;
  GtkListBox *catalogs;
  GtkStack *stack;
  KumojiChecklistView *view;
  GtkWidget *edit_button;
};

G_DEFINE_FINAL_TYPE (KumojiChecklistsPage, kumoji_checklists_page, KUMOJI_TYPE_PANE)

/* Which service is assessed, "" for the company; NULL where there is none yet. */
static const char *
get_subject (KumojiChecklistsPage *self)
{
  KumojiRecord *service;

  if (self->subject == KUMOJI_SUBJECT_COMPANY)
    return "";
  service = kumoji_service_bar_get_selected (self->service_bar);
  return service != NULL ? kumoji_record_get_id (service) : NULL;
}

static void
refresh_rows (KumojiChecklistsPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->catalogs, i)) != NULL; i++)
    kumoji_catalog_row_refresh (KUMOJI_CATALOG_ROW (row));
}

static void
changed_cb (KumojiChecklistsPage *self)
{
  refresh_rows (self);
  kumoji_pane_subtitle_changed (KUMOJI_PANE (self));
}

/* An own checklist may have no item yet. */
static gboolean
is_asking (KumojiChecklistsPage *self)
{
  return self->checklist != NULL
         && kumoji_catalog_get_items (kumoji_checklist_get_catalog (self->checklist))->len > 0;
}

static void
show_checklist (KumojiChecklistsPage *self, KumojiChecklist *checklist)
{
  g_set_object (&self->checklist, checklist);
  kumoji_checklist_view_show (self->view, is_asking (self) ? checklist : NULL);
  if (checklist != NULL)
    kumoji_catalog_editor_offer (self->edit_button, checklist);
  gtk_stack_set_visible_child_name (self->stack, is_asking (self)    ? "checklist"
                                                 : checklist != NULL ? "no-item"
                                                                     : "no-service");
  kumoji_pane_subtitle_changed (KUMOJI_PANE (self));
}

/* The list is longer than the window is high: what is chosen is in sight, once it has its place. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KumojiChecklistsPage *self = KUMOJI_CHECKLISTS_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->catalogs);
  const int height = row != NULL ? gtk_widget_get_height (GTK_WIDGET (row)) : 0;
  double y;

  if (row != NULL && height == 0)
    return G_SOURCE_CONTINUE;
  if (row != NULL
      && gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self->catalogs), 0, 0,
                                           NULL, &y))
    gtk_adjustment_clamp_page (gtk_list_box_get_adjustment (self->catalogs), y - height,
                               y + 2 * height);
  self->scrolling = 0;
  return G_SOURCE_REMOVE;
}

static void
catalog_selected_cb (KumojiChecklistsPage *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  show_checklist (self, kumoji_catalog_row_get_checklist (KUMOJI_CATALOG_ROW (row)));
  if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static KumojiGroup
get_group (GtkListBoxRow *row)
{
  KumojiChecklist *checklist = kumoji_catalog_row_get_checklist (KUMOJI_CATALOG_ROW (row));

  return kumoji_library_get_group (kumoji_project_get_library (
                                     kumoji_checklist_get_project (checklist)),
                                   kumoji_checklist_get_catalog (checklist));
}

/* The group's title stands above its first row. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const KumojiGroup group = get_group (row);
  GtkWidget *label;

  if (before != NULL && get_group (before) == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (kumoji_group_get_title (group, kumoji_language_get_default ()));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "kumoji-group");
  gtk_list_box_row_set_header (row, label);
}

static void
clear_catalogs (KumojiChecklistsPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->catalogs, 0)) != NULL)
    gtk_list_box_remove (self->catalogs, GTK_WIDGET (row));
}

static KumojiCatalogRow *
find_row (KumojiChecklistsPage *self, const char *catalog)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->catalogs, i)) != NULL; i++)
    {
      KumojiChecklist *checklist = kumoji_catalog_row_get_checklist (KUMOJI_CATALOG_ROW (row));
      if (g_strcmp0 (kumoji_catalog_get_id (kumoji_checklist_get_catalog (checklist)), catalog)
          == 0)
        return KUMOJI_CATALOG_ROW (row);
    }
  return NULL;
}

/* Wanted of every company, or begun, and not passed yet. */
static gboolean
is_to_work_on (KumojiChecklist *checklist)
{
  KumojiScore score;

  if (!kumoji_score_is_awaited (kumoji_checklist_get_project (checklist),
                                kumoji_checklist_get_catalog (checklist),
                                kumoji_checklist_get_subject (checklist)))
    return FALSE;
  kumoji_checklist_work_out (checklist, &score);
  return !score.passed;
}

static GtkListBoxRow *
find_first_row (KumojiChecklistsPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->catalogs, i)) != NULL; i++)
    if (is_to_work_on (kumoji_catalog_row_get_checklist (KUMOJI_CATALOG_ROW (row))))
      return row;
  return gtk_list_box_get_row_at_index (self->catalogs, 0);
}

/* Lists the checklists of the company, or of the service that is chosen. */
static void
fill_catalogs (KumojiChecklistsPage *self)
{
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));
  KumojiLibrary *library = project != NULL ? kumoji_project_get_library (project) : NULL;
  GPtrArray *catalogs = library != NULL ? kumoji_library_get_catalogs (library) : NULL;
  const char *subject = project != NULL ? get_subject (self) : NULL;
  g_autofree char *last =
    self->checklist != NULL
      ? g_strdup (kumoji_catalog_get_id (kumoji_checklist_get_catalog (self->checklist)))
      : NULL;

  g_set_object (&self->library, library);
  clear_catalogs (self);
  for (guint i = 0; subject != NULL && i < catalogs->len; i++)
    {
      g_autoptr (KumojiChecklist) checklist = NULL;
      if (kumoji_catalog_get_subject (catalogs->pdata[i]) != self->subject)
        continue;
      checklist = kumoji_checklist_new (project, catalogs->pdata[i], subject);
      gtk_list_box_append (self->catalogs, kumoji_catalog_row_new (checklist));
    }
  KumojiCatalogRow *row = find_row (self, last);
  GtkListBoxRow *chosen = row != NULL ? GTK_LIST_BOX_ROW (row) : find_first_row (self);
  gtk_widget_set_visible (GTK_WIDGET (self->catalogs), chosen != NULL);
  if (chosen != NULL)
    gtk_list_box_select_row (self->catalogs, chosen);
  else
    show_checklist (self, NULL);
}

/* An own checklist was added, changed or removed. */
static void
follow_library (KumojiChecklistsPage *self)
{
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));

  g_clear_handle_id (&self->follow_id, g_source_remove);
  if (project != NULL && self->library != kumoji_project_get_library (project))
    fill_catalogs (self);
}

static gboolean
follow_cb (gpointer data)
{
  KumojiChecklistsPage *self = data;

  self->follow_id = 0;
  follow_library (self);
  return G_SOURCE_REMOVE;
}

/* Whoever writes a question in the editor changes the library with each letter. */
static void
queue_follow (KumojiChecklistsPage *self)
{
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));

  g_clear_handle_id (&self->follow_id, g_source_remove);
  if (project != NULL && self->library != kumoji_project_get_library (project))
    self->follow_id = g_timeout_add (FOLLOW_AFTER, follow_cb, self);
}

static void
set_subject (KumojiChecklistsPage *self, KumojiSubject subject)
{
  GtkToggleButton *button =
    subject == KUMOJI_SUBJECT_SERVICE ? self->service_button : self->company_button;

  if (self->subject == subject)
    return;
  self->subject = subject;
  gtk_toggle_button_set_active (button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->service_bar), subject == KUMOJI_SUBJECT_SERVICE);
  fill_catalogs (self);
}

static void
subject_toggled_cb (KumojiChecklistsPage *self)
{
  set_subject (self, gtk_toggle_button_get_active (self->service_button) ? KUMOJI_SUBJECT_SERVICE
                                                                         : KUMOJI_SUBJECT_COMPANY);
}

static void
service_selected_cb (KumojiChecklistsPage *self)
{
  const char *shown =
    self->checklist != NULL ? kumoji_checklist_get_subject (self->checklist) : NULL;

  if (self->subject == KUMOJI_SUBJECT_SERVICE && g_strcmp0 (shown, get_subject (self)) != 0)
    fill_catalogs (self);
}

static void
add_service_cb (KumojiChecklistsPage *self)
{
  kumoji_service_bar_add (self->service_bar);
}

/* Takes the deletion back, unless something else was done since then. */
static void
undo_delete_cb (KumojiChecklistsPage *self)
{
  KumojiHistory *history = kumoji_pane_get_history (KUMOJI_PANE (self));

  if (kumoji_history_get_point (history) == self->deleted_point)
    kumoji_history_undo (history);
}

static void
drop_toast (KumojiChecklistsPage *self)
{
  if (self->toast == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->toast, self);
  adw_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
}

static void
service_deleted_cb (KumojiChecklistsPage *self, const char *name)
{
  /* Translators: %s is a cloud service's name. */
  g_autofree char *title = g_strdup_printf (_("“%s” deleted"), name);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  drop_toast (self);
  self->deleted_point = kumoji_history_get_point (kumoji_pane_get_history (KUMOJI_PANE (self)));
  self->toast = g_object_ref_sink (adw_toast_new (escaped));
  adw_toast_set_button_label (self->toast, _("Undo"));
  g_signal_connect_swapped (self->toast, "button-clicked", G_CALLBACK (undo_delete_cb), self);
  adw_toast_overlay_add_toast (self->toast_overlay, g_object_ref (self->toast));
}

/* Whether keys belong to a text that is being typed, or to something that has popped up. */
static gboolean
has_keys_elsewhere (KumojiChecklistsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return !is_asking (self)
         || (focus != NULL
             && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)
                 || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL));
}

/* In the bubble phase: a list, an entry or an input method takes its keys before us. */
static gboolean
key_pressed_cb (KumojiChecklistsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  const guint32 letter = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || has_keys_elsewhere (self))
    return GDK_EVENT_PROPAGATE;
  if (letter < 128 && g_ascii_isalnum ((char) letter)
      && kumoji_checklist_view_press (self->view, (char) letter))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Up)
    kumoji_checklist_view_step (self->view, -1, FALSE);
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_Down)
    kumoji_checklist_view_step (self->view, 1, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* In the capture phase: a scrolled window would scroll on these. */
static gboolean
catalog_key_cb (KumojiChecklistsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->catalogs);

  if ((state & GDK_CONTROL_MASK) == 0 || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down)
      || row == NULL || has_keys_elsewhere (self))
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->catalogs, gtk_list_box_row_get_index (row)
                                                         + (keyval == GDK_KEY_Up ? -1 : 1));
  if (row != NULL)
    gtk_list_box_select_row (self->catalogs, row);
  return GDK_EVENT_STOP;
}

/* Whoever has just chosen this page in the sidebar answers without looking for the focus first. */
static gboolean
root_key_cb (KumojiChecklistsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  return key_pressed_cb (self, keyval, keycode, state)
         || catalog_key_cb (self, keyval, keycode, state);
}

static void
kumoji_checklists_page_map (GtkWidget *widget)
{
  KumojiChecklistsPage *self = KUMOJI_CHECKLISTS_PAGE (widget);

  GTK_WIDGET_CLASS (kumoji_checklists_page_parent_class)->map (widget);
  self->root_keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_name (self->root_keys, "kumoji-checklists-keys");
  g_signal_connect_swapped (self->root_keys, "key-pressed", G_CALLBACK (root_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->root_keys);
}

static void
kumoji_checklists_page_unmap (GtkWidget *widget)
{
  KumojiChecklistsPage *self = KUMOJI_CHECKLISTS_PAGE (widget);

  if (self->root_keys != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->root_keys);
  self->root_keys = NULL;
  GTK_WIDGET_CLASS (kumoji_checklists_page_parent_class)->unmap (widget);
}

static gboolean
kumoji_checklists_page_grab_focus (GtkWidget *widget)
{
  KumojiChecklistsPage *self = KUMOJI_CHECKLISTS_PAGE (widget);

  return gtk_widget_grab_focus (is_asking (self) ? GTK_WIDGET (self->view)
                                                 : GTK_WIDGET (self->service_button));
}

static void
kumoji_checklists_page_refresh (KumojiPane *pane)
{
  KumojiChecklistsPage *self = KUMOJI_CHECKLISTS_PAGE (pane);

  if (kumoji_history_get_point (kumoji_pane_get_history (pane)) != self->deleted_point)
    drop_toast (self);
  queue_follow (self);
  refresh_rows (self);
  kumoji_service_bar_refresh (self->service_bar);
  kumoji_checklist_view_refresh (self->view);
  if (self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->wants_focus = FALSE;
}

static void
kumoji_checklists_page_set_project (KumojiPane *pane, KumojiProject *project)
{
  KumojiChecklistsPage *self = KUMOJI_CHECKLISTS_PAGE (pane);

  clear_catalogs (self);
  g_clear_object (&self->checklist);
  kumoji_checklist_view_forget (self->view);
  drop_toast (self);
  KUMOJI_PANE_CLASS (kumoji_checklists_page_parent_class)->set_project (pane, project);
  kumoji_service_bar_set_project (self->service_bar, project);
  fill_catalogs (self);
}

/* "CATALOG/SUBJECT/ITEM" */
static void
kumoji_checklists_page_go_to (KumojiPane *pane, const char *target)
{
  KumojiChecklistsPage *self = KUMOJI_CHECKLISTS_PAGE (pane);
  g_auto (GStrv) parts = g_strsplit (target, "/", 3);
  KumojiProject *project = kumoji_pane_get_project (pane);
  KumojiCatalog *catalog =
    parts[0] != NULL && project != NULL
      ? kumoji_library_get_catalog (kumoji_project_get_library (project), parts[0])
      : NULL;

  if (catalog == NULL)
    return;
  follow_library (self);
  if (parts[1] != NULL && *parts[1] != '\0')
    kumoji_service_bar_select (self->service_bar, parts[1]);
  set_subject (self, kumoji_catalog_get_subject (catalog));
  KumojiCatalogRow *row = find_row (self, parts[0]);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->catalogs, GTK_LIST_BOX_ROW (row));
  if (parts[1] != NULL && parts[2] != NULL)
    kumoji_checklist_view_show_item (self->view, parts[2]);
  self->wants_focus = TRUE;
  kumoji_pane_queue_refresh (pane);
}

/* "Choice of provider · Round 2", with the service where it is about one */
static char *
kumoji_checklists_page_dup_subtitle (KumojiPane *pane)
{
  KumojiChecklistsPage *self = KUMOJI_CHECKLISTS_PAGE (pane);
  KumojiRecord *service = self->subject == KUMOJI_SUBJECT_SERVICE
                            ? kumoji_service_bar_get_selected (self->service_bar)
                            : NULL;
  KumojiCatalog *catalog;
  g_autofree char *round = NULL;

  if (self->checklist == NULL)
    return NULL;
  catalog = kumoji_checklist_get_catalog (self->checklist);
  /* What is only looked up has no rounds, and says the same of every service. */
  if (kumoji_catalog_get_kind (catalog) == KUMOJI_KIND_REFERENCE)
    return g_strdup (kumoji_catalog_get_short_title (catalog, kumoji_language_get_default ()));
  round = g_strdup_printf (_("Round %d"), (int) kumoji_checklist_get_round (self->checklist));
  return g_strjoin (" · ", kumoji_catalog_get_short_title (catalog, kumoji_language_get_default ()),
                    service != NULL ? kumoji_record_get_text (service, "name") : round,
                    service != NULL ? round : NULL, NULL);
}

static void
kumoji_checklists_page_dispose (GObject *object)
{
  KumojiChecklistsPage *self = KUMOJI_CHECKLISTS_PAGE (object);

  if (self->toast != NULL)
    g_signal_handlers_disconnect_by_data (self->toast, self);
  g_clear_object (&self->toast);
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_object (&self->checklist);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kumoji_checklists_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/kumoji/Kumoji/kumoji-checklists-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, KumojiChecklistsPage, name)
  BIND (toast_overlay);
  BIND (company_button);
  BIND (service_button);
  BIND (service_bar);
  BIND (catalogs);
  BIND (stack);
  BIND (view);
  BIND (edit_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, catalog_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, service_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, service_deleted_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_service_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, catalog_key_cb);
}

static void
kumoji_checklists_page_class_init (KumojiChecklistsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KumojiPaneClass *pane_class = KUMOJI_PANE_CLASS (klass);

  object_class->dispose = kumoji_checklists_page_dispose;
  widget_class->map = kumoji_checklists_page_map;
  widget_class->unmap = kumoji_checklists_page_unmap;
  widget_class->grab_focus = kumoji_checklists_page_grab_focus;
  pane_class->set_project = kumoji_checklists_page_set_project;
  pane_class->refresh = kumoji_checklists_page_refresh;
  pane_class->go_to = kumoji_checklists_page_go_to;
  pane_class->dup_subtitle = kumoji_checklists_page_dup_subtitle;

  g_type_ensure (KUMOJI_TYPE_CHECKLIST_VIEW);
  g_type_ensure (KUMOJI_TYPE_SERVICE_BAR);
  bind_template (widget_class);
}

static void
kumoji_checklists_page_init (KumojiChecklistsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->catalogs, header_cb, NULL, NULL);
}

/**
 * kumoji_checklists_page_get_service:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the cloud service that is chosen, whether or not the page
 *   shows its checklists now
 */
KumojiRecord *
kumoji_checklists_page_get_service (KumojiChecklistsPage *self)
{
  return kumoji_service_bar_get_selected (self->service_bar);
}
