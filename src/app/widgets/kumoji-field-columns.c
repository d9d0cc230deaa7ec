/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Field columns: a label and an editor, side by side where there is room, else stacked. */
#include "app/widgets/kumoji-field-columns.h"

#define COLUMN_SPACING 18
#define ROW_SPACING 6
/* A label below this width, in pixels, would break into too many lines. */
#define LABEL_WIDTH 200

struct _KumojiFieldColumns
{
  GtkWidget parent_instance;

  int editor_width; /* in pixels; 0: always over the whole width */
};

G_DEFINE_FINAL_TYPE (KumojiFieldColumns, kumoji_field_columns, GTK_TYPE_WIDGET)

static int
get_minimum (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* The editor's width beside the label, or -1 where it stands below. */
static int
get_editor_width (KumojiFieldColumns *self, int width)
{
  GtkWidget *editor = gtk_widget_get_last_child (GTK_WIDGET (self));

  if (self->editor_width == 0)
    return -1;
  int wanted = MAX (self->editor_width, get_minimum (editor, GTK_ORIENTATION_HORIZONTAL, -1));
  return width >= LABEL_WIDTH + COLUMN_SPACING + wanted ? wanted : -1;
}

static int
get_height (KumojiFieldColumns *self, int width)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *editor = gtk_widget_get_last_child (GTK_WIDGET (self));
  int editor_width = get_editor_width (self, width);

  if (editor_width < 0)
    return get_minimum (label, GTK_ORIENTATION_VERTICAL, width) + ROW_SPACING
           + get_minimum (editor, GTK_ORIENTATION_VERTICAL, width);
  return MAX (get_minimum (label, GTK_ORIENTATION_VERTICAL, width - editor_width - COLUMN_SPACING),
              get_minimum (editor, GTK_ORIENTATION_VERTICAL, editor_width));
}

static GtkSizeRequestMode
kumoji_field_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kumoji_field_columns_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  KumojiFieldColumns *self = KUMOJI_FIELD_COLUMNS (widget);
  GtkWidget *label = gtk_widget_get_first_child (widget);
  GtkWidget *editor = gtk_widget_get_last_child (widget);
  int narrowest = MAX (get_minimum (label, GTK_ORIENTATION_HORIZONTAL, -1),
                       get_minimum (editor, GTK_ORIENTATION_HORIZONTAL, -1));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = narrowest;
      *natural = MAX (narrowest, LABEL_WIDTH + COLUMN_SPACING + self->editor_width);
    }
  else
    *minimum = *natural = get_height (self, for_size < 0 ? narrowest : for_size);
}

static void
kumoji_field_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KumojiFieldColumns *self = KUMOJI_FIELD_COLUMNS (widget);
  GtkWidget *label = gtk_widget_get_first_child (widget);
  GtkWidget *editor = gtk_widget_get_last_child (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int editor_width = get_editor_width (self, width);

  if (editor_width < 0)
    {
      int top = get_minimum (label, GTK_ORIENTATION_VERTICAL, width);
      gtk_widget_size_allocate (label, &(GtkAllocation){ 0, 0, width, top }, -1);
      gtk_widget_size_allocate (
        editor, &(GtkAllocation){ 0, top + ROW_SPACING, width, height - top - ROW_SPACING }, -1);
      return;
    }

  int label_width = width - editor_width - COLUMN_SPACING;
  gtk_widget_size_allocate (
    label, &(GtkAllocation){ is_rtl ? width - label_width : 0, 0, label_width, height }, -1);
  gtk_widget_size_allocate (
    editor, &(GtkAllocation){ is_rtl ? 0 : width - editor_width, 0, editor_width, height }, -1);
}

static void
kumoji_field_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kumoji_field_columns_parent_class)->dispose (object);
}

static void
kumoji_field_columns_class_init (KumojiFieldColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_field_columns_dispose;
  widget_class->get_request_mode = kumoji_field_columns_get_request_mode;
  widget_class->measure = kumoji_field_columns_measure;
  widget_class->size_allocate = kumoji_field_columns_size_allocate;
  /* Not PRESENTATION: GTK 4.8 then hides all that is in it from screen readers. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kumoji_field_columns_init (KumojiFieldColumns *self)
{
}

/**
 * kumoji_field_columns_set_editor_width:
 * @self: the columns; their first child is the label, their last one the editor
 * @width: what the editor gets beside the label, in pixels; 0 for the whole width below it
 */
void
kumoji_field_columns_set_editor_width (KumojiFieldColumns *self, int width)
{
  self->editor_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
