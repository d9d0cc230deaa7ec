/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person row: a person in charge, to be opened and edited. */
#include "config.h"

#include "app/pages/kumoji-person-row.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-field-row.h"

struct _KumojiPersonRow
{
  AdwExpanderRow parent_instance;

  KumojiRecord *person;

  GtkWidget *remove_button;
  KumojiFieldRow *name_row;
};

G_DEFINE_FINAL_TYPE (KumojiPersonRow, kumoji_person_row, ADW_TYPE_EXPANDER_ROW)

/* "General affairs · accounting and IT", of what is given. */
static char *
dup_summary (KumojiRecord *person)
{
  const char *department = kumoji_record_get_text (person, "department");
  const char *duty = kumoji_record_get_text (person, "duty");

  return g_strjoin (*department != '\0' && *duty != '\0' ? " · " : "", department, duty, NULL);
}

static void
show_person (KumojiPersonRow *self)
{
  const char *name = kumoji_record_get_text (self->person, "name");
  g_autofree char *summary = dup_summary (self->person);
  g_autofree char *remove = NULL;

  name = *name != '\0' ? name : _("Person without a name");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Translators: %s is a person's name. */
  remove = g_strdup_printf (_("Delete %s"), name);
  gtk_widget_set_tooltip_text (self->remove_button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

static void
remove_cb (KumojiPersonRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "company.remove-person", "s",
                              kumoji_record_get_id (self->person));
}

static gboolean
kumoji_person_row_grab_focus (GtkWidget *widget)
{
  KumojiPersonRow *self = KUMOJI_PERSON_ROW (widget);

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  return GTK_WIDGET_CLASS (kumoji_person_row_parent_class)->grab_focus (widget);
}

static void
kumoji_person_row_dispose (GObject *object)
{
  KumojiPersonRow *self = KUMOJI_PERSON_ROW (object);

  if (self->person != NULL)
    g_signal_handlers_disconnect_by_data (self->person, self);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (kumoji_person_row_parent_class)->dispose (object);
}

static void
kumoji_person_row_class_init (KumojiPersonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_person_row_dispose;
  widget_class->grab_focus = kumoji_person_row_grab_focus;

  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-person-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiPersonRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiPersonRow, name_row);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
kumoji_person_row_init (KumojiPersonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_person_row_new:
 * @person: a person in charge
 * @history: through which the person is changed
 *
 * Returns: (transfer floating): a row; a person without a name is open for editing
 */
GtkWidget *
kumoji_person_row_new (KumojiRecord *person, KumojiHistory *history)
{
  KumojiPersonRow *self = g_object_new (KUMOJI_TYPE_PERSON_ROW, NULL);

  self->person = g_object_ref (person);
  kumoji_field_rows_bind (GTK_WIDGET (self), person, history);
  g_signal_connect_swapped (person, "notify", G_CALLBACK (show_person), self);
  show_person (self);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), kumoji_record_is_initial (person));
  return GTK_WIDGET (self);
}

/**
 * kumoji_person_row_get_person:
 * @self: a row
 *
 * Returns: (transfer none): whom it shows
 */
KumojiRecord *
kumoji_person_row_get_person (KumojiPersonRow *self)
{
  return self->person;
}
