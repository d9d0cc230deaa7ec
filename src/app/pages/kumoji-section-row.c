/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section row: a section's title and progress in the list of items; folds it. */
#include "config.h"

#include "app/pages/kumoji-section-row.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-item-marker.h"

struct _KumojiSectionRow
{
  AdwBin parent_instance;

  KumojiItemLine *line;
  gulong progress_id;
  gulong folded_id;
  gulong mark_id;

  GtkBox *box;
  GtkButton *button;
  GtkImage *arrow;
  GtkLabel *title;
  GtkLabel *progress;
};

G_DEFINE_FINAL_TYPE (KumojiSectionRow, kumoji_section_row, ADW_TYPE_BIN)

/* The list's own widget has the focus; before GTK 4.12 nothing else names it to a screen reader. */
static void
speak (KumojiSectionRow *self, const char *spoken)
{
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  if (place != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (place), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
}

static void
show (KumojiSectionRow *self)
{
  gboolean is_folded = kumoji_item_line_is_folded (self->line);
  const char *title = kumoji_item_line_get_title (self->line);
  const char *progress = kumoji_item_line_get_progress (self->line);
  /* Translators: a section of a checklist, and how much of it is answered, e.g. "12 / 30". */
  g_autofree char *spoken =
    *progress != '\0' ? g_strdup_printf (_("%s, answered %s"), title, progress) : g_strdup (title);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->progress, progress);
  gtk_image_set_from_icon_name (self->arrow, is_folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               !is_folded, -1);
  speak (self, spoken);
}

static void
show_mark (KumojiSectionRow *self)
{
  /* Translators: a box to tick; %s is the title of a section. */
  g_autofree char *name =
    g_strdup_printf (_("All of %s"), kumoji_item_line_get_title (self->line));

  kumoji_item_marker_show (self->box, self->line, name);
}

static void
clicked_cb (KumojiSectionRow *self)
{
  kumoji_item_line_set_folded (self->line, !kumoji_item_line_is_folded (self->line));
}

static void
kumoji_section_row_dispose (GObject *object)
{
  kumoji_section_row_set_line (KUMOJI_SECTION_ROW (object), NULL);

  G_OBJECT_CLASS (kumoji_section_row_parent_class)->dispose (object);
}

static void
kumoji_section_row_class_init (KumojiSectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_section_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-section-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiSectionRow, box);
  gtk_widget_class_bind_template_child (widget_class, KumojiSectionRow, button);
  gtk_widget_class_bind_template_child (widget_class, KumojiSectionRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, KumojiSectionRow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiSectionRow, progress);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
kumoji_section_row_init (KumojiSectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_section_row_set_line:
 * @self: a row
 * @line: (nullable): the heading that it shows from now on
 */
void
kumoji_section_row_set_line (KumojiSectionRow *self, KumojiItemLine *line)
{
  if (self->line != NULL)
    {
      g_clear_signal_handler (&self->progress_id, self->line);
      g_clear_signal_handler (&self->folded_id, self->line);
      g_clear_signal_handler (&self->mark_id, self->line);
    }
  g_set_object (&self->line, line);
  if (line == NULL)
    return;
  self->progress_id = g_signal_connect_swapped (line, "notify::progress", G_CALLBACK (show), self);
  self->folded_id = g_signal_connect_swapped (line, "notify::folded", G_CALLBACK (show), self);
  self->mark_id = g_signal_connect_swapped (line, "notify::mark", G_CALLBACK (show_mark), self);
  show (self);
  show_mark (self);
}

/**
 * kumoji_section_row_get_line:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the heading that it shows
 */
KumojiItemLine *
kumoji_section_row_get_line (KumojiSectionRow *self)
{
  return self->line;
}
