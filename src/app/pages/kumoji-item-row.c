/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item row: an item's state, number and title in the list of items, or a section's heading. */
#include "config.h"

#include "app/pages/kumoji-item-row.h"

#include <glib/gi18n.h>

struct _KumojiItemRow
{
  AdwBin parent_instance;

  KumojiItemLine *line;
  gulong state_id;
  gulong progress_id;
  gulong folded_id;

  GtkButton *heading_button;
  GtkImage *arrow;
  GtkLabel *heading;
  GtkLabel *progress;
  GtkWidget *item_box;
  KumojiPill *pill;
  GtkLabel *number;
  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (KumojiItemRow, kumoji_item_row, ADW_TYPE_BIN)

/* The list's own widget has the focus; before GTK 4.12 nothing else names it to a screen reader. */
static void
speak (KumojiItemRow *self, const char *spoken)
{
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (self));

  if (place != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (place), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
}

static void
show_state (KumojiItemRow *self)
{
  KumojiItemState state = kumoji_item_line_get_state (self->line);
  const char *word = kumoji_item_state_get_label (state, kumoji_language_get_default ());
  g_autofree char *spoken = g_strdup_printf ("%s %s: %s", gtk_label_get_label (self->number),
                                             gtk_label_get_label (self->title), word);

  kumoji_pill_set (self->pill, kumoji_item_state_get_pill (state), word);
  speak (self, spoken);
}

static void
show_heading (KumojiItemRow *self)
{
  gboolean is_folded = kumoji_item_line_is_folded (self->line);
  const char *title = kumoji_item_line_get_title (self->line);
  const char *progress = kumoji_item_line_get_progress (self->line);
  /* Translators: a section of a checklist, and how much of it is answered, e.g. "12 / 30". */
  g_autofree char *spoken = g_strdup_printf (_("%s, answered %s"), title, progress);

  gtk_label_set_label (self->heading, title);
  gtk_label_set_label (self->progress, progress);
  gtk_image_set_from_icon_name (self->arrow, is_folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               !is_folded, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  speak (self, spoken);
}

static void
show_item (KumojiItemRow *self, KumojiItem *item)
{
  const char *title = kumoji_item_get_title (item, kumoji_language_get_default ());

  gtk_label_set_label (self->number, kumoji_item_get_id (item));
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  show_state (self);
}

static void
heading_clicked_cb (KumojiItemRow *self)
{
  kumoji_item_line_set_folded (self->line, !kumoji_item_line_is_folded (self->line));
}

static void
unbind (KumojiItemRow *self)
{
  if (self->line == NULL)
    return;
  g_clear_signal_handler (&self->state_id, self->line);
  g_clear_signal_handler (&self->progress_id, self->line);
  g_clear_signal_handler (&self->folded_id, self->line);
}

static void
set_line (KumojiItemRow *self, KumojiItemLine *line)
{
  unbind (self);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;

  KumojiItem *item = kumoji_item_line_get_item (line);
  gtk_widget_set_visible (GTK_WIDGET (self->heading_button), item == NULL);
  gtk_widget_set_visible (self->item_box, item != NULL);
  if (item != NULL)
    {
      self->state_id =
        g_signal_connect_swapped (line, "notify::state", G_CALLBACK (show_state), self);
      show_item (self, item);
      return;
    }
  self->progress_id =
    g_signal_connect_swapped (line, "notify::progress", G_CALLBACK (show_heading), self);
  self->folded_id =
    g_signal_connect_swapped (line, "notify::folded", G_CALLBACK (show_heading), self);
  show_heading (self);
}

static void
kumoji_item_row_dispose (GObject *object)
{
  set_line (KUMOJI_ITEM_ROW (object), NULL);

  G_OBJECT_CLASS (kumoji_item_row_parent_class)->dispose (object);
}

static void
kumoji_item_row_class_init (KumojiItemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kumoji_item_row_dispose;

  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, heading_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, heading);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, progress);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, item_box);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, number);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, title);
  gtk_widget_class_bind_template_callback (widget_class, heading_clicked_cb);
}

static void
kumoji_item_row_init (KumojiItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *place)
{
  gtk_list_item_set_child (place, g_object_new (KUMOJI_TYPE_ITEM_ROW, NULL));
}

/* Only questions can be gone to; a heading folds. */
static void
bind_cb (GtkListItemFactory *factory, GtkListItem *place)
{
  KumojiItemLine *line = gtk_list_item_get_item (place);

  gtk_list_item_set_selectable (place, kumoji_item_line_get_item (line) != NULL);
  set_line (KUMOJI_ITEM_ROW (gtk_list_item_get_child (place)), line);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *place)
{
  set_line (KUMOJI_ITEM_ROW (gtk_list_item_get_child (place)), NULL);
}

/**
 * kumoji_item_row_factory_new:
 *
 * Returns: (transfer full): makes rows for a list of #KumojiItemLine
 */
GtkListItemFactory *
kumoji_item_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
