/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell's editor: what stands in a cell of the register while somebody edits it. */
#include "config.h"

#include "app/pages/kumoji-cell-editor.h"

#include <glib/gi18n.h>

struct _KumojiCellEditor
{
  GtkWidget parent_instance;

  const KumojiField *field;

  GtkEntry *entry;
  GtkDropDown *choices;
  GtkPopover *popover;
  GtkLabel *problem;
};

enum
{
  DONE,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiCellEditor, kumoji_cell_editor, GTK_TYPE_WIDGET)

/* Enter comes through the entry's own signal, so that an input method has it first. */
static void
entry_activate_cb (GtkEntry *entry, KumojiCellEditor *self)
{
  g_signal_emit (self, signals[DONE], 0, KUMOJI_CELL_BELOW);
}

static void
selected_cb (GtkDropDown *choices, GParamSpec *pspec, KumojiCellEditor *self)
{
  g_signal_emit (self, signals[DONE], 0, KUMOJI_CELL_STAY);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                KumojiCellEditor *self)
{
  GdkModifierType held = modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (held != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Escape:
      g_signal_emit (self, signals[CANCELLED], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      g_signal_emit (self, signals[DONE], 0,
                     modifiers & GDK_SHIFT_MASK ? KUMOJI_CELL_PREVIOUS : KUMOJI_CELL_NEXT);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      g_signal_emit (self, signals[DONE], 0, KUMOJI_CELL_PREVIOUS);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
kumoji_cell_editor_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kumoji_cell_editor_parent_class)->dispose (object);
}

static void
kumoji_cell_editor_class_init (KumojiCellEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_cell_editor_dispose;

  /**
   * KumojiCellEditor::done:
   * @self: the editor
   * @move: a #KumojiCellMove: where the user wants to go on
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * KumojiCellEditor::cancelled:
   * @self: the editor
   *
   * The user gives up what was typed.
   */
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-cell-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiCellEditor, entry);
  gtk_widget_class_bind_template_child (widget_class, KumojiCellEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, KumojiCellEditor, popover);
  gtk_widget_class_bind_template_child (widget_class, KumojiCellEditor, problem);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
kumoji_cell_editor_init (KumojiCellEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The first entry of the list takes the choice back. */
static void
show_choices (KumojiCellEditor *self, const char *id)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (labels, _("Not set"));
  for (guint i = 0; self->field->choices[i].id != NULL; i++)
    {
      const char *choice = self->field->choices[i].id;
      gtk_string_list_append (labels,
                              kumoji_field_get_choice_label (self->field, choice,
                                                             kumoji_language_get_default ()));
      if (g_str_equal (choice, id))
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->choices, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->choices, selected);
  g_signal_connect (self->choices, "notify::selected", G_CALLBACK (selected_cb), self);
}

/**
 * kumoji_cell_editor_new:
 * @field: what is edited
 * @text: what stands there now, or what was typed before; a choice's id
 * @accessible_name: what a screen reader calls it
 *
 * Returns: (transfer floating): an editor
 */
GtkWidget *
kumoji_cell_editor_new (const KumojiField *field, const char *text, const char *accessible_name)
{
  KumojiCellEditor *self = g_object_new (KUMOJI_TYPE_CELL_EDITOR, NULL);
  gboolean is_choice = field->type == KUMOJI_FIELD_CHOICE;

  self->field = field;
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !is_choice);
  gtk_widget_set_visible (GTK_WIDGET (self->choices), is_choice);
  if (is_choice)
    show_choices (self, text);
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      gtk_editable_set_alignment (GTK_EDITABLE (self->entry),
                                  field->type == KUMOJI_FIELD_INTEGER ? 1 : 0);
      if (field->type == KUMOJI_FIELD_INTEGER)
        gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_DIGITS);
    }
  gtk_accessible_update_property (is_choice ? GTK_ACCESSIBLE (self->choices)
                                            : GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_name, -1);
  return GTK_WIDGET (self);
}

/**
 * kumoji_cell_editor_get_text:
 * @self: an editor
 *
 * Returns: (transfer none): what was typed, or the id of what was chosen
 */
const char *
kumoji_cell_editor_get_text (KumojiCellEditor *self)
{
  guint selected;

  if (self->field->type != KUMOJI_FIELD_CHOICE)
    return gtk_editable_get_text (GTK_EDITABLE (self->entry));
  selected = gtk_drop_down_get_selected (self->choices);
  return selected > 0 && selected != GTK_INVALID_LIST_POSITION
           ? self->field->choices[selected - 1].id
           : "";
}

/**
 * kumoji_cell_editor_set_problem:
 * @self: an editor
 * @problem: (nullable): a sentence that says what is wrong with what was typed
 */
void
kumoji_cell_editor_set_problem (KumojiCellEditor *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  if (problem != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
      gtk_popover_popup (self->popover);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_popover_popdown (self->popover);
}

/**
 * kumoji_cell_editor_get_problem:
 * @self: an editor
 *
 * Returns: (transfer none): what is wrong, "" for nothing
 */
const char *
kumoji_cell_editor_get_problem (KumojiCellEditor *self)
{
  return gtk_label_get_label (self->problem);
}

/**
 * kumoji_cell_editor_take_focus:
 * @self: an editor in a window
 * @open: whether the list of choices opens at once
 */
void
kumoji_cell_editor_take_focus (KumojiCellEditor *self, gboolean open)
{
  if (self->field->type != KUMOJI_FIELD_CHOICE)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->choices));
  if (open && gtk_widget_get_mapped (GTK_WIDGET (self->choices)))
    g_signal_emit_by_name (self->choices, "activate");
}
