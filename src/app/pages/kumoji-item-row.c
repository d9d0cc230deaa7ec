/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item row: an item's state, number and title in the list of items. */
#include "config.h"

#include "app/pages/kumoji-item-row.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-item-marker.h"
#include "app/pages/kumoji-item-words.h"
#include "app/pages/kumoji-section-row.h"

struct _KumojiItemRow
{
  AdwBin parent_instance;

  KumojiItemLine *line;
  gulong state_id;
  gulong mark_id;

  GtkBox *box;
  KumojiPill *pill;
  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *lack;
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

/* "6.1.1.a Policy of security: No", with "marked" in front where it is. */
static void
show_spoken (KumojiItemRow *self)
{
  const char *word = kumoji_item_line_get_words (self->line);
  const gboolean is_marked = kumoji_item_line_get_mark (self->line) == KUMOJI_ITEM_MARK_ALL;
  g_autofree char *spoken = g_strdup_printf ("%s %s: %s", gtk_label_get_label (self->number),
                                             gtk_label_get_label (self->title), word);
  /* Translators: an item of a list, its title and state, that is marked with others. */
  g_autofree char *marked = g_strdup_printf (_("Marked: %s"), spoken);

  speak (self, is_marked ? marked : spoken);
}

static void
show_state (KumojiItemRow *self)
{
  const gboolean is_counted = kumoji_item_line_get_state (self->line) != KUMOJI_ITEM_REFERENCE;

  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->pill)), is_counted);
  if (is_counted)
    kumoji_pill_set (self->pill, kumoji_item_line_get_pill (self->line),
                     kumoji_item_line_get_words (self->line));
  show_spoken (self);
}

static void
show_mark (KumojiItemRow *self)
{
  kumoji_item_marker_show (self->box, self->line, gtk_label_get_label (self->title));
  show_spoken (self);
}

static void
show_item (KumojiItemRow *self, KumojiItem *item)
{
  KumojiLanguage language = kumoji_language_get_default ();
  const char *title = kumoji_item_get_title (item, language);

  gtk_label_set_label (self->number, kumoji_item_get_id (item));
  gtk_widget_set_visible (GTK_WIDGET (self->number), kumoji_item_has_number (item));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->lack, kumoji_language_get_lack (language));
  gtk_widget_set_visible (GTK_WIDGET (self->lack), kumoji_item_lacks (item, language));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  kumoji_item_marker_show (self->box, self->line, title);
  show_state (self);
}

static void
set_line (KumojiItemRow *self, KumojiItemLine *line)
{
  if (self->line != NULL)
    {
      g_clear_signal_handler (&self->state_id, self->line);
      g_clear_signal_handler (&self->mark_id, self->line);
    }
  g_set_object (&self->line, line);
  if (line == NULL)
    return;
  self->state_id = g_signal_connect_swapped (line, "notify::state", G_CALLBACK (show_state), self);
  self->mark_id = g_signal_connect_swapped (line, "notify::mark", G_CALLBACK (show_mark), self);
  show_item (self, kumoji_item_line_get_item (line));
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
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, box);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, number);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, lack);
}

static void
kumoji_item_row_init (KumojiItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_item_row_get_line:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
KumojiItemLine *
kumoji_item_row_get_line (KumojiItemRow *self)
{
  return self->line;
}

/* Rows that are used again may have shown the other kind before. */
static GtkWidget *
ensure_child (GtkListItem *place, GType type)
{
  GtkWidget *child = gtk_list_item_get_child (place);

  if (child != NULL && G_TYPE_CHECK_INSTANCE_TYPE (child, type))
    return child;
  child = g_object_new (type, NULL);
  gtk_list_item_set_child (place, child);
  return child;
}

/* Only questions can be gone to; a heading folds. */
static void
bind_cb (GtkListItemFactory *factory, GtkListItem *place)
{
  KumojiItemLine *line = gtk_list_item_get_item (place);
  gboolean is_item = kumoji_item_line_get_item (line) != NULL;

  gtk_list_item_set_selectable (place, is_item);
  if (is_item)
    set_line (KUMOJI_ITEM_ROW (ensure_child (place, KUMOJI_TYPE_ITEM_ROW)), line);
  else
    kumoji_section_row_set_line (KUMOJI_SECTION_ROW (ensure_child (place, KUMOJI_TYPE_SECTION_ROW)),
                                 line);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *place)
{
  GtkWidget *child = gtk_list_item_get_child (place);

  if (KUMOJI_IS_ITEM_ROW (child))
    set_line (KUMOJI_ITEM_ROW (child), NULL);
  else if (child != NULL)
    kumoji_section_row_set_line (KUMOJI_SECTION_ROW (child), NULL);
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

  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
