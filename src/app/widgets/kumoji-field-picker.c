/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field picker: takes one of a field's choices, or none. */
#include "config.h"

#include "app/widgets/kumoji-field-picker.h"

#include "catalog/kumoji-phrases.h"

struct _KumojiFieldPicker
{
  KumojiFieldEditor parent_instance;

  const KumojiField *field; /* whose choices the model lists */
  gboolean showing;         /* we select ourselves */

  GtkDropDown *drop_down;
  GtkStringList *labels;
};

G_DEFINE_FINAL_TYPE (KumojiFieldPicker, kumoji_field_picker, KUMOJI_TYPE_FIELD_EDITOR)

/* The first entry takes the choice back; the choices follow as the table lists them. */
static void
list_choices (KumojiFieldPicker *self, const KumojiField *field)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  const char *none =
    field->none != NULL ? kumoji_phrase (kumoji_language_get_default (), field->none) : "—";

  self->field = field;
  g_ptr_array_add (labels, (gpointer) none);
  for (const KumojiChoice *choice = field->choices; choice->id != NULL; choice++)
    g_ptr_array_add (labels,
                     (gpointer) kumoji_field_get_choice_label (field, choice->id,
                                                               kumoji_language_get_default ()));
  g_ptr_array_add (labels, NULL);
  gtk_string_list_splice (self->labels, 0, g_list_model_get_n_items (G_LIST_MODEL (self->labels)),
                          (const char *const *) labels->pdata);
}

/* The button in the drop-down has the focus, and says nothing by itself. */
static void
name_for_readers (KumojiFieldPicker *self)
{
  const char *label = kumoji_field_get_label (self->field, kumoji_language_get_default ());
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->drop_down);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->drop_down));
  g_autofree char *spoken =
    g_strdup_printf ("%s: %s", label, chosen != NULL ? gtk_string_object_get_string (chosen) : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  if (GTK_IS_BUTTON (button))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
}

static void
kumoji_field_picker_show (KumojiFieldEditor *editor)
{
  KumojiFieldPicker *self = KUMOJI_FIELD_PICKER (editor);
  const KumojiField *field =
    kumoji_field_link_get_description (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));

  if (field == NULL || field->choices == NULL)
    return;
  self->showing = TRUE;
  if (self->field != field)
    list_choices (self, field);
  const KumojiChoice *choice =
    kumoji_field_find_choice (field, kumoji_field_link_get_text (
                                       kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self))));
  gtk_drop_down_set_selected (self->drop_down,
                              choice != NULL ? (guint) (choice - field->choices) + 1 : 0);
  self->showing = FALSE;
  name_for_readers (self);
}

static void
selected_cb (KumojiFieldPicker *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->showing || self->field == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  kumoji_field_link_write (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)),
                           selected > 0 ? self->field->choices[selected - 1].id : "");
  kumoji_field_link_seal (kumoji_field_editor_get_link (KUMOJI_FIELD_EDITOR (self)));
}

static GtkWidget *
kumoji_field_picker_get_input (KumojiFieldEditor *editor)
{
  return GTK_WIDGET (KUMOJI_FIELD_PICKER (editor)->drop_down);
}

/* The model empties itself while the widget goes: that is no choice. */
static void
kumoji_field_picker_dispose (GObject *object)
{
  KUMOJI_FIELD_PICKER (object)->showing = TRUE;

  G_OBJECT_CLASS (kumoji_field_picker_parent_class)->dispose (object);
}

static void
kumoji_field_picker_class_init (KumojiFieldPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KumojiFieldEditorClass *editor_class = KUMOJI_FIELD_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_field_picker_dispose;
  editor_class->show = kumoji_field_picker_show;
  editor_class->get_input = kumoji_field_picker_get_input;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-field-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldPicker, drop_down);
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldPicker, labels);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
kumoji_field_picker_init (KumojiFieldPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_field_picker_new:
 * @link: what it edits: a choice
 *
 * Returns: (transfer floating): a drop-down
 */
GtkWidget *
kumoji_field_picker_new (KumojiFieldLink *link)
{
  return g_object_new (KUMOJI_TYPE_FIELD_PICKER, "link", link, NULL);
}

/**
 * kumoji_field_picker_get_drop_down:
 * @self: a picker
 *
 * Returns: (transfer none): where the choice is made; its first entry stands for none
 */
GtkDropDown *
kumoji_field_picker_get_drop_down (KumojiFieldPicker *self)
{
  return self->drop_down;
}
