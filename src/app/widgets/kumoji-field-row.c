/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field row: one field of a record in a boxed list, as the record's table describes it. */
#include "config.h"

#include "app/widgets/kumoji-field-row.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-field-picker.h"
#include "app/widgets/kumoji-field-columns.h"
#include "app/widgets/kumoji-field-entry.h"
#include "app/widgets/kumoji-field-flag.h"
#include "app/widgets/kumoji-field-area.h"

struct _KumojiFieldRow
{
  AdwPreferencesRow parent_instance;

  KumojiFieldLink *link;
  const KumojiField *field; /* for which the editor was made */
  GtkWidget *editor;
  char *problem;
  gboolean compact;

  GtkWidget *content;
  KumojiFieldColumns *columns;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  AdwBin *editor_bin;
  GtkWidget *message_box;
  GtkLabel *message_label;
};

enum
{
  PROP_FIELD = 1,
  PROP_RECORD_TYPE,
  PROP_RECORD,
  PROP_HISTORY,
  PROP_SUBTITLE,
  PROP_PROBLEM,
  PROP_COMPACT,
  N_PROPS
};

/* What an editor gets beside its label, in pixels; 0: it stands below, over the whole width. */
static const int editor_widths[] = {
  [KUMOJI_FIELD_TEXT] = 380, [KUMOJI_FIELD_MEMO] = 0,     [KUMOJI_FIELD_INTEGER] = 200,
  [KUMOJI_FIELD_FLAG] = 48,  [KUMOJI_FIELD_CHOICE] = 380, [KUMOJI_FIELD_DATE] = 200,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KumojiFieldRow, kumoji_field_row, ADW_TYPE_PREFERENCES_ROW)

static GtkWidget *
editor_new (const KumojiField *field, KumojiFieldLink *link)
{
  switch (field->type)
    {
    case KUMOJI_FIELD_MEMO:
      return kumoji_field_area_new (link);
    case KUMOJI_FIELD_FLAG:
      return kumoji_field_flag_new (link);
    case KUMOJI_FIELD_CHOICE:
      return kumoji_field_picker_new (link);
    default:
      return kumoji_field_entry_new (link);
    }
}

/* The table is known once there is a record or its type; then label and editor follow from it. */
static void
ensure_editor (KumojiFieldRow *self)
{
  const KumojiField *field = kumoji_field_link_get_description (self->link);

  if (field == NULL || field == self->field)
    return;
  g_return_if_fail (kumoji_field_is_scalar (field));

  self->field = field;
  if (*adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) == '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                   kumoji_field_get_label (field, kumoji_language_get_default ()));
  kumoji_field_columns_set_editor_width (self->columns,
                                         self->compact ? 0 : editor_widths[field->type]);
  self->editor = editor_new (field, self->link);
  adw_bin_set_child (self->editor_bin, self->editor);
}

/* Outside of a boxed list: the label is small and stands above the editor, without a margin. */
static void
set_compact (KumojiFieldRow *self, gboolean compact)
{
  int margin = compact ? 0 : 12;

  self->compact = compact;
  gtk_widget_set_margin_start (self->content, margin);
  gtk_widget_set_margin_end (self->content, margin);
  gtk_widget_set_margin_top (self->content, compact ? 0 : 9);
  gtk_widget_set_margin_bottom (self->content, compact ? 0 : 9);
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "caption-heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "caption-heading");
  if (self->field != NULL)
    kumoji_field_columns_set_editor_width (self->columns,
                                           compact ? 0 : editor_widths[self->field->type]);
}

/* What keeps the editor's text out of the record goes before what the page has to say. */
static void
show_message (KumojiFieldRow *self)
{
  const char *error = kumoji_field_link_get_error (self->link);
  g_autofree char *sentence = NULL;

  if (error != NULL)
    /* Translators: what is wrong with a field: its label, and e.g. "must not be negative". */
    sentence = g_strdup_printf (_("%s: %s"),
                                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), error);
  else
    sentence = g_strdup (self->problem != NULL ? self->problem : "");

  if (g_str_equal (gtk_label_get_label (self->message_label), sentence))
    return;
  gtk_label_set_label (self->message_label, sentence);
  gtk_widget_set_visible (self->message_box, *sentence != '\0');
  if (*sentence != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), "invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "invalid");
  if (self->editor != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
}

static gboolean
kumoji_field_row_grab_focus (GtkWidget *widget)
{
  KumojiFieldRow *self = KUMOJI_FIELD_ROW (widget);

  return self->editor != NULL && gtk_widget_grab_focus (self->editor);
}

static void
kumoji_field_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KumojiFieldRow *self = KUMOJI_FIELD_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, kumoji_field_link_get_field (self->link));
      break;
    case PROP_RECORD_TYPE:
      g_value_set_gtype (value, kumoji_field_link_get_record_type (self->link));
      break;
    case PROP_RECORD:
      g_value_set_object (value, kumoji_field_link_get_record (self->link));
      break;
    case PROP_HISTORY:
      g_value_set_object (value, kumoji_field_link_get_history (self->link));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, gtk_label_get_label (self->subtitle_label));
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_field_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  KumojiFieldRow *self = KUMOJI_FIELD_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      kumoji_field_link_set_field (self->link, g_value_get_string (value));
      break;
    case PROP_RECORD_TYPE:
      kumoji_field_link_set_record_type (self->link, g_value_get_gtype (value));
      break;
    case PROP_RECORD:
      kumoji_field_link_set_record (self->link, g_value_get_object (value));
      break;
    case PROP_HISTORY:
      kumoji_field_link_set_history (self->link, g_value_get_object (value));
      break;
    case PROP_SUBTITLE:
      kumoji_field_row_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_PROBLEM:
      kumoji_field_row_set_problem (self, g_value_get_string (value));
      break;
    case PROP_COMPACT:
      set_compact (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_field_row_dispose (GObject *object)
{
  KumojiFieldRow *self = KUMOJI_FIELD_ROW (object);

  if (self->link != NULL)
    g_signal_handlers_disconnect_by_data (self->link, self);

  G_OBJECT_CLASS (kumoji_field_row_parent_class)->dispose (object);
}

static void
kumoji_field_row_finalize (GObject *object)
{
  KumojiFieldRow *self = KUMOJI_FIELD_ROW (object);

  g_object_unref (self->link);
  g_free (self->problem);

  G_OBJECT_CLASS (kumoji_field_row_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_RECORD_TYPE] =
    g_param_spec_gtype ("record-type", NULL, NULL, KUMOJI_TYPE_RECORD, flags);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, KUMOJI_TYPE_RECORD, flags);
  properties[PROP_HISTORY] =
    g_param_spec_object ("history", NULL, NULL, KUMOJI_TYPE_HISTORY, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kumoji_field_row_class_init (KumojiFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kumoji_field_row_get_property;
  object_class->set_property = kumoji_field_row_set_property;
  object_class->dispose = kumoji_field_row_dispose;
  object_class->finalize = kumoji_field_row_finalize;
  widget_class->grab_focus = kumoji_field_row_grab_focus;
  install_properties (object_class);

  g_type_ensure (KUMOJI_TYPE_FIELD_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldRow, content);
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldRow, columns);
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldRow, editor_bin);
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldRow, message_box);
  gtk_widget_class_bind_template_child (widget_class, KumojiFieldRow, message_label);
}

static void
kumoji_field_row_init (KumojiFieldRow *self)
{
  self->link = kumoji_field_link_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->link, "changed", G_CALLBACK (ensure_editor), self);
  g_signal_connect_swapped (self->link, "error-changed", G_CALLBACK (show_message), self);
}

/**
 * kumoji_field_row_new:
 * @field: the name of a scalar field
 *
 * Label, editor, choices, limits and unit come from the table of the record that is bound.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kumoji_field_row_new (const char *field)
{
  return g_object_new (KUMOJI_TYPE_FIELD_ROW, "field", field, NULL);
}

/**
 * kumoji_field_row_bind:
 * @self: a row
 * @record: (nullable): the record whose field is shown
 * @history: (nullable): through which the field is changed
 */
void
kumoji_field_row_bind (KumojiFieldRow *self, KumojiRecord *record, KumojiHistory *history)
{
  kumoji_field_link_set_history (self->link, history);
  kumoji_field_link_set_record (self->link, record);
}

/**
 * kumoji_field_row_reset:
 * @self: a row
 *
 * Shows what the record holds, and drops what was typed and refused.
 */
void
kumoji_field_row_reset (KumojiFieldRow *self)
{
  kumoji_field_link_reset (self->link);
}

/**
 * kumoji_field_row_set_writer:
 * @self: a row
 * @writer: (nullable) (scope forever): writes in place of the history
 * @data: for @writer
 *
 * For a record that may not be there yet: set "record-type", too, so that the field is known.
 */
void
kumoji_field_row_set_writer (KumojiFieldRow *self, KumojiFieldWriter writer, gpointer data)
{
  kumoji_field_link_set_writer (self->link, writer, data);
}

/**
 * kumoji_field_row_set_subtitle:
 * @self: a row
 * @subtitle: (nullable): an explanation below the label
 */
void
kumoji_field_row_set_subtitle (KumojiFieldRow *self, const char *subtitle)
{
  gtk_label_set_label (self->subtitle_label, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), subtitle != NULL && *subtitle != '\0');
}

/**
 * kumoji_field_row_set_problem:
 * @self: a row
 * @problem: (nullable): what the page misses in the field, as a sentence; an error of the field
 *   itself goes before it
 */
void
kumoji_field_row_set_problem (KumojiFieldRow *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  show_message (self);
}

/**
 * kumoji_field_row_get_link:
 * @self: a row
 *
 * Returns: (transfer none): what ties its editor to the record
 */
KumojiFieldLink *
kumoji_field_row_get_link (KumojiFieldRow *self)
{
  return self->link;
}

/**
 * kumoji_field_row_get_editor:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): a KumojiFieldEntry, KumojiFieldArea, KumojiFieldPicker or
 *   GtkSwitch; %NULL while the field is not known
 */
GtkWidget *
kumoji_field_row_get_editor (KumojiFieldRow *self)
{
  return self->editor;
}

/**
 * kumoji_field_row_get_message:
 * @self: a row
 *
 * Returns: (transfer none): the sentence that it shows as wrong or missing, "" for none
 */
const char *
kumoji_field_row_get_message (KumojiFieldRow *self)
{
  return gtk_label_get_label (self->message_label);
}

static gboolean
is_for (KumojiFieldRow *self, KumojiRecord *record)
{
  GType type = kumoji_field_link_get_record_type (self->link);
  KumojiRecord *shown = kumoji_field_link_get_record (self->link);
  const char *field = kumoji_field_link_get_field (self->link);

  if (record == NULL)
    return TRUE;
  if (type != G_TYPE_INVALID)
    return G_TYPE_CHECK_INSTANCE_TYPE (record, type);
  if (shown != NULL && G_OBJECT_TYPE (shown) != G_OBJECT_TYPE (record))
    return FALSE;
  return field != NULL && kumoji_record_get_field (record, field) != NULL;
}

/**
 * kumoji_field_rows_bind:
 * @root: a widget
 * @record: (nullable): a record
 * @history: (nullable): through which it is changed
 *
 * Binds every field row below @root to @record, but those that are for another type of record: they
 * name it in "record-type", or show one of it already.
 */
void
kumoji_field_rows_bind (GtkWidget *root, KumojiRecord *record, KumojiHistory *history)
{
  if (KUMOJI_IS_FIELD_ROW (root))
    {
      if (is_for (KUMOJI_FIELD_ROW (root), record))
        kumoji_field_row_bind (KUMOJI_FIELD_ROW (root), record, history);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    kumoji_field_rows_bind (child, record, history);
}

/**
 * kumoji_field_rows_find:
 * @root: a widget
 * @field: a field's name
 *
 * Returns: (transfer none) (nullable): the first row below @root that shows the field
 */
KumojiFieldRow *
kumoji_field_rows_find (GtkWidget *root, const char *field)
{
  if (KUMOJI_IS_FIELD_ROW (root))
    {
      KumojiFieldRow *row = KUMOJI_FIELD_ROW (root);
      return g_strcmp0 (kumoji_field_link_get_field (row->link), field) == 0 ? row : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      KumojiFieldRow *row = kumoji_field_rows_find (child, field);
      if (row != NULL)
        return row;
    }
  return NULL;
}

/**
 * kumoji_field_commit:
 * @root: a window
 *
 * Writes what is being typed there and stands in no record yet. To be called before the project is
 * saved, before undo and redo, and before the window asks whether to save.
 */
void
kumoji_field_commit (GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);
  GtkWidget *entry =
    focus != NULL ? gtk_widget_get_ancestor (focus, KUMOJI_TYPE_FIELD_ENTRY) : NULL;

  if (entry != NULL)
    kumoji_field_entry_commit (KUMOJI_FIELD_ENTRY (entry));
  else if (focus != NULL)
    /* A table's cell writes what is typed in it by an action of its own. */
    gtk_widget_activate_action (focus, "cell.commit", NULL);
}
