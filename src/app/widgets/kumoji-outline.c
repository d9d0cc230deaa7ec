/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An outline: a button with the headings of a document, to go to one of them. */
#include "config.h"

#include "app/widgets/kumoji-outline.h"

#include <glib/gi18n.h>

/* Frames within which a list that has just been shown has rows. */
#define MOST_FRAMES 30

/* Pixels that a heading stands further in than the one above it. */
#define INDENT 14

struct _KumojiOutline
{
  AdwBin parent_instance;

  KumojiDocument *document;
  gboolean filled;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkWidget *list;
  guint frames; /* since the popover was shown */
  GtkStringList *titles;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiOutline, kumoji_outline, ADW_TYPE_BIN)

static const KumojiHeading *
get_heading (KumojiOutline *self, guint position)
{
  GArray *headings = self->document != NULL ? kumoji_document_get_headings (self->document) : NULL;

  return headings != NULL && position < headings->len
           ? &g_array_index (headings, KumojiHeading, position)
           : NULL;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KumojiOutline *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KumojiOutline *self)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const KumojiHeading *heading = get_heading (self, gtk_list_item_get_position (item));

  if (heading == NULL)
    return;
  gtk_label_set_text (label, heading->title);
  gtk_widget_set_margin_start (GTK_WIDGET (label), (int) (heading->level - 1) * INDENT);
  if (heading->level == 1)
    gtk_widget_add_css_class (GTK_WIDGET (label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "heading");
}

/* Only who looks at it needs it, and a long report has many headings. */
static void
fill (KumojiOutline *self)
{
  GArray *headings = self->document != NULL ? kumoji_document_get_headings (self->document) : NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) titles = NULL;

  if (self->filled || headings == NULL)
    return;
  builder = g_strv_builder_new ();
  for (guint i = 0; i < headings->len; i++)
    g_strv_builder_add (builder, g_array_index (headings, KumojiHeading, i).title);
  titles = g_strv_builder_end (builder);
  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)),
                          (const char *const *) titles);
  self->filled = TRUE;
}

/* Before the list is shown: the keyboard goes to its first row. */
static void
fill_cb (GtkMenuButton *button, gpointer data)
{
  fill (KUMOJI_OUTLINE (data));
}

/* The rows come with a frame to be drawn: before that there is nothing to take the keyboard. */
static gboolean
focus_cb (GtkWidget *list, GdkFrameClock *clock, gpointer data)
{
  KumojiOutline *self = KUMOJI_OUTLINE (data);

  if (gtk_widget_get_focus_child (list) != NULL || self->frames++ > MOST_FRAMES)
    return G_SOURCE_REMOVE;
  gtk_widget_grab_focus (list);
  return G_SOURCE_CONTINUE;
}

static void
map_cb (KumojiOutline *self)
{
  self->frames = 0;
  gtk_widget_add_tick_callback (self->list, focus_cb, self, NULL);
}

static void
activate_cb (GtkListView *list, guint position, KumojiOutline *self)
{
  const KumojiHeading *heading = get_heading (self, position);

  gtk_popover_popdown (self->popover);
  if (heading != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, heading->page, heading->y);
}

static void
kumoji_outline_dispose (GObject *object)
{
  g_clear_object (&KUMOJI_OUTLINE (object)->document);

  G_OBJECT_CLASS (kumoji_outline_parent_class)->dispose (object);
}

static void
kumoji_outline_class_init (KumojiOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_outline_dispose;

  /**
   * KumojiOutline::chosen:
   * @self: the outline
   * @page: counted from 0
   * @y: points from its top
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_DOUBLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiOutline, button);
  gtk_widget_class_bind_template_child (widget_class, KumojiOutline, popover);
  gtk_widget_class_bind_template_child (widget_class, KumojiOutline, list);
  gtk_widget_class_bind_template_child (widget_class, KumojiOutline, titles);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
}

static void
kumoji_outline_init (KumojiOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, fill_cb, self, NULL);
}

/**
 * kumoji_outline_set_document:
 * @self: an outline
 * @document: (nullable): whose headings
 */
void
kumoji_outline_set_document (KumojiOutline *self, KumojiDocument *document)
{
  g_set_object (&self->document, document);
  self->filled = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), get_heading (self, 0) != NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    fill (self);
}
