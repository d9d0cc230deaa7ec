/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item row: an item's state, number and title in the list of items. */
#include "config.h"

#include "app/pages/kumoji-item-row.h"

struct _KumojiItemRow
{
  AdwBin parent_instance;

  KumojiItemLine *line;
  gulong state_id;

  GtkLabel *heading;
  KumojiPill *pill;
  GtkLabel *number;
  GtkLabel *title;
};

enum
{
  PROP_LINE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KumojiItemRow, kumoji_item_row, ADW_TYPE_BIN)

/* The list's own widget has the focus; before GTK 4.12 nothing else names it to a screen reader. */
static void
show_state (KumojiItemRow *self)
{
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (self));
  KumojiItemState state = kumoji_item_line_get_state (self->line);
  const char *word = kumoji_item_state_get_label (state, kumoji_language_get_default ());
  g_autofree char *spoken = g_strdup_printf ("%s %s: %s", gtk_label_get_label (self->number),
                                             gtk_label_get_label (self->title), word);

  kumoji_pill_set (self->pill, kumoji_item_state_get_pill (state), word);
  if (place != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (place), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
}

static void
set_line (KumojiItemRow *self, KumojiItemLine *line)
{
  KumojiLanguage language = kumoji_language_get_default ();

  if (self->line != NULL)
    g_clear_signal_handler (&self->state_id, self->line);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;

  KumojiItem *item = kumoji_item_line_get_item (line);
  const char *heading = kumoji_item_line_get_heading (line);
  gtk_label_set_label (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
  gtk_label_set_label (self->number, kumoji_item_get_id (item));
  gtk_label_set_label (self->title, kumoji_item_get_title (item, language));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), kumoji_item_get_title (item, language));
  self->state_id = g_signal_connect_swapped (line, "notify::state", G_CALLBACK (show_state), self);
  show_state (self);
}

static void
kumoji_item_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LINE:
      set_line (KUMOJI_ITEM_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
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

  object_class->set_property = kumoji_item_row_set_property;
  object_class->dispose = kumoji_item_row_dispose;

  properties[PROP_LINE] = g_param_spec_object ("line", NULL, NULL, KUMOJI_TYPE_ITEM_LINE,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, heading);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, number);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemRow, title);
}

static void
kumoji_item_row_init (KumojiItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
