/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term popover: what a word of the glossary means. */
#include "config.h"

#include "app/widgets/kumoji-term-popover.h"

#include <glib/gi18n.h>

struct _KumojiTermPopover
{
  GtkPopover parent_instance;

  char *target;
  guint idle_id; /* once closed: until it leaves its parent */

  GtkLabel *title;
  GtkLabel *explanation;
  GtkLabel *hint;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (KumojiTermPopover, kumoji_term_popover, GTK_TYPE_POPOVER)

static void
clicked_cb (KumojiTermPopover *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "(ss)", "checklists", self->target);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
leave_cb (gpointer data)
{
  KumojiTermPopover *self = KUMOJI_TERM_POPOVER (data);

  self->idle_id = 0;
  gtk_widget_unparent (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Whoever closes it still works on it. */
static void
kumoji_term_popover_closed (GtkPopover *popover)
{
  KumojiTermPopover *self = KUMOJI_TERM_POPOVER (popover);

  if (self->idle_id == 0)
    self->idle_id = g_idle_add (leave_cb, self);
}

static void
kumoji_term_popover_dispose (GObject *object)
{
  KumojiTermPopover *self = KUMOJI_TERM_POPOVER (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);

  G_OBJECT_CLASS (kumoji_term_popover_parent_class)->dispose (object);
}

static void
kumoji_term_popover_finalize (GObject *object)
{
  g_free (KUMOJI_TERM_POPOVER (object)->target);

  G_OBJECT_CLASS (kumoji_term_popover_parent_class)->finalize (object);
}

static void
kumoji_term_popover_class_init (KumojiTermPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_term_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = kumoji_term_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = kumoji_term_popover_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-term-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiTermPopover, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiTermPopover, explanation);
  gtk_widget_class_bind_template_child (widget_class, KumojiTermPopover, hint);
  gtk_widget_class_bind_template_child (widget_class, KumojiTermPopover, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
kumoji_term_popover_init (KumojiTermPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_term_popover_open:
 * @parent: at which it opens
 * @catalog: where the word is explained
 * @item: what explains it
 *
 * It leaves @parent by itself when it is closed, or when @parent is destroyed.
 *
 * Returns: (transfer none): the popover, in sight once the caller has called gtk_popover_popup()
 */
KumojiTermPopover *
kumoji_term_popover_open (GtkWidget *parent, KumojiCatalog *catalog, KumojiItem *item)
{
  KumojiTermPopover *self = g_object_new (KUMOJI_TYPE_TERM_POPOVER, NULL);
  KumojiLanguage language = kumoji_language_get_default ();
  const char *hint = kumoji_item_get_hint (item, language);
  /* Translators: %s is the name of the glossary, or of another catalog that explains words. */
  g_autofree char *label =
    g_strdup_printf (_("Show in %s"), kumoji_catalog_get_short_title (catalog, language));

  gtk_label_set_label (self->title, kumoji_item_get_title (item, language));
  gtk_label_set_label (self->explanation, kumoji_item_get_question (item, language));
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_button_set_label (self->button, label);
  self->target =
    g_strconcat (kumoji_catalog_get_id (catalog), "//", kumoji_item_get_id (item), NULL);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_widget_unparent), self,
                           G_CONNECT_SWAPPED);
  return self;
}
