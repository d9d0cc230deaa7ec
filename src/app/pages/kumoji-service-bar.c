/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service bar: chooses, adds, describes and deletes the cloud services that are assessed. */
#include "config.h"

#include "app/pages/kumoji-service-bar.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-field-row.h"
#include "project/kumoji-edit.h"

struct _KumojiServiceBar
{
  AdwBin parent_instance;

  KumojiProject *project;

  GtkDropDown *services;
  GtkMenuButton *edit_button;
  GtkWidget *fields;
  GtkWidget *delete_button;
};

enum
{
  SELECTED,
  DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiServiceBar, kumoji_service_bar, ADW_TYPE_BIN)

static void
selected_cb (KumojiServiceBar *self)
{
  KumojiRecord *service = kumoji_service_bar_get_selected (self);

  if (self->project == NULL)
    return;
  kumoji_service_bar_refresh (self);
  kumoji_field_rows_bind (self->fields, service, kumoji_project_get_history (self->project));
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
delete_cb (KumojiServiceBar *self)
{
  KumojiRecord *service = kumoji_service_bar_get_selected (self);
  g_autofree char *name = NULL;

  if (service == NULL)
    return;
  gtk_menu_button_popdown (self->edit_button);
  name = g_strdup (kumoji_record_get_text (service, "name"));
  kumoji_edit_delete_service (self->project, KUMOJI_SERVICE (service));
  g_signal_emit (self, signals[DELETED], 0, name);
}

static void
kumoji_service_bar_dispose (GObject *object)
{
  KumojiServiceBar *self = KUMOJI_SERVICE_BAR (object);

  g_clear_object (&self->project);

  G_OBJECT_CLASS (kumoji_service_bar_parent_class)->dispose (object);
}

static void
kumoji_service_bar_class_init (KumojiServiceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_service_bar_dispose;

  /**
   * KumojiServiceBar::selected:
   * @self: the bar
   *
   * Another service, or none, is chosen.
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KumojiServiceBar::deleted:
   * @self: the bar
   * @name: what the service was called
   *
   * A service was deleted; the history's last step is that.
   */
  signals[DELETED] = g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (KUMOJI_TYPE_SERVICE);
  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-service-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiServiceBar, services);
  gtk_widget_class_bind_template_child (widget_class, KumojiServiceBar, edit_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiServiceBar, fields);
  gtk_widget_class_bind_template_child (widget_class, KumojiServiceBar, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, kumoji_service_bar_add);
}

static void
kumoji_service_bar_init (KumojiServiceBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_service_bar_set_project:
 * @self: a bar
 * @project: (nullable): whose services it shows
 */
void
kumoji_service_bar_set_project (KumojiServiceBar *self, KumojiProject *project)
{
  KumojiList *services = project != NULL ? kumoji_project_get_services (project) : NULL;

  g_set_object (&self->project, project);
  gtk_drop_down_set_model (self->services, services != NULL ? G_LIST_MODEL (services) : NULL);
}

/**
 * kumoji_service_bar_select:
 * @self: a bar
 * @service: a service's id
 */
void
kumoji_service_bar_select (KumojiServiceBar *self, const char *service)
{
  KumojiList *services = kumoji_project_get_services (self->project);
  KumojiRecord *record = kumoji_list_find (services, service);
  guint position;

  if (record != NULL && kumoji_list_get_position (services, record, &position))
    gtk_drop_down_set_selected (self->services, position);
}

/**
 * kumoji_service_bar_get_selected:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): the service that is chosen
 */
KumojiRecord *
kumoji_service_bar_get_selected (KumojiServiceBar *self)
{
  return self->project != NULL ? gtk_drop_down_get_selected_item (self->services) : NULL;
}

/**
 * kumoji_service_bar_add:
 * @self: a bar
 *
 * Adds a cloud service, chooses it, and asks for its name.
 */
void
kumoji_service_bar_add (KumojiServiceBar *self)
{
  KumojiService *service = kumoji_edit_add_service (self->project, _("New service"));

  kumoji_service_bar_select (self, kumoji_record_get_id (KUMOJI_RECORD (service)));
  gtk_menu_button_popup (self->edit_button);
  gtk_widget_grab_focus (GTK_WIDGET (kumoji_field_rows_find (self->fields, "name")));
}

/**
 * kumoji_service_bar_refresh:
 * @self: a bar
 *
 * Hides what chooses and describes a service while there is none.
 */
void
kumoji_service_bar_refresh (KumojiServiceBar *self)
{
  gboolean has_service = kumoji_service_bar_get_selected (self) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->services), has_service);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), has_service);
}
