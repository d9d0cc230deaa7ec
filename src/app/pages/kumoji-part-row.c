/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part row: one part of a report, whether it is printed, and its place among the others. */
#include "config.h"

#include "app/pages/kumoji-part-row.h"

#include <glib/gi18n.h>

struct _KumojiPartRow
{
  AdwActionRow parent_instance;

  const KumojiReportPart *part;
  guint place;
  gboolean showing; /* we tick ourselves */

  GtkCheckButton *check;
  GtkWidget *earlier;
  GtkWidget *later;
};

enum
{
  PRINT,
  MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiPartRow, kumoji_part_row, ADW_TYPE_ACTION_ROW)

static void
check_cb (KumojiPartRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[PRINT], 0, gtk_check_button_get_active (self->check));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiPartRow *self = KUMOJI_PART_ROW (widget);
  const int place = (int) self->place + g_variant_get_int32 (parameter);

  if (place >= 0 && place < KUMOJI_N_REPORT_PARTS)
    g_signal_emit (self, signals[MOVE], 0, self->place, (guint) place);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, KumojiPartRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (KUMOJI_TYPE_PART_ROW, self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, KumojiPartRow *self)
{
  KumojiPartRow *dragged = g_value_get_object (value);

  /* Rows of another window are of another report. */
  if (dragged == self
      || gtk_widget_get_parent (GTK_WIDGET (dragged)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (dragged, signals[MOVE], 0, dragged->place, self->place);
  return TRUE;
}

static void
kumoji_part_row_class_init (KumojiPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-part-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiPartRow, check);
  gtk_widget_class_bind_template_child (widget_class, KumojiPartRow, earlier);
  gtk_widget_class_bind_template_child (widget_class, KumojiPartRow, later);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_install_action (widget_class, "part.move", "i", move_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "part.move", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "part.move", "i",
                                       1);

  /**
   * KumojiPartRow::print:
   * @self: the row
   * @printed: whether its part shall be printed
   */
  signals[PRINT] = g_signal_new ("print", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * KumojiPartRow::move:
   * @self: the row
   * @from: its place
   * @to: the place that its part shall have
   */
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
kumoji_part_row_init (KumojiPartRow *self)
{
  g_type_ensure (KUMOJI_TYPE_PART_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_part_row_new:
 * @part: a part
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kumoji_part_row_new (const KumojiReportPart *part)
{
  KumojiPartRow *self = g_object_new (KUMOJI_TYPE_PART_ROW, NULL);

  self->part = part;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _(part->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _(part->description));
  return GTK_WIDGET (self);
}

/**
 * kumoji_part_row_get_part:
 * @self: a row
 *
 * Returns: (transfer none): its part
 */
const KumojiReportPart *
kumoji_part_row_get_part (KumojiPartRow *self)
{
  return self->part;
}

/**
 * kumoji_part_row_get_place:
 * @self: a row
 *
 * Returns: where its part stands, counted from 0
 */
guint
kumoji_part_row_get_place (KumojiPartRow *self)
{
  return self->place;
}

/**
 * kumoji_part_row_show:
 * @self: a row
 * @printed: whether its part is printed
 * @place: where it stands, counted from 0
 */
void
kumoji_part_row_show (KumojiPartRow *self, gboolean printed, guint place)
{
  self->showing = TRUE;
  gtk_check_button_set_active (self->check, printed);
  self->showing = FALSE;
  self->place = place;
  gtk_widget_set_sensitive (self->earlier, !self->part->is_last && place > 0);
  gtk_widget_set_sensitive (self->later, !self->part->is_last && place + 2 < KUMOJI_N_REPORT_PARTS);
}
