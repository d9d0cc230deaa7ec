/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The done bar: when a recurring check is due, and a button that says that it was done today. */
#include "config.h"

#include "app/pages/kumoji-done-bar.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-answer-buttons.h"

struct _KumojiDoneBar
{
  GtkBox parent_instance;

  GtkWidget *button;
  GtkLabel *due;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiDoneBar, kumoji_done_bar, GTK_TYPE_BOX)

static void
clicked_cb (KumojiDoneBar *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static gboolean
kumoji_done_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KUMOJI_DONE_BAR (widget)->button);
}

static void
kumoji_done_bar_class_init (KumojiDoneBarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = kumoji_done_bar_grab_focus;

  /**
   * KumojiDoneBar::done:
   * @self: the bar
   *
   * Somebody says that it was done today; not written yet.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
kumoji_done_bar_init (KumojiDoneBar *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), kumoji_key_label_new (_("Done today"), 'y'));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Done today"), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "Y", -1);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  self->due = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->due, 0);
  gtk_label_set_wrap (self->due, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->due), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kumoji-answers");
  gtk_box_append (GTK_BOX (self), self->button);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->due));
}

/* "Next due 2027-05-20" */
static char *
dup_sentence (KumojiItem *item, KumojiAnswer *answer, KumojiItemState state)
{
  g_autofree char *due = kumoji_item_dup_due (item, answer);

  if (due == NULL)
    return g_strdup (_("Not done yet, as far as is noted here."));
  if (state == KUMOJI_ITEM_OVERDUE)
    /* Translators: %s is the day by which it should have been done. */
    return g_strdup_printf (_("It was due on %s."), due);
  /* Translators: %s is the day by which it shall be done. */
  return g_strdup_printf (_("It is due again on %s."), due);
}

/**
 * kumoji_done_bar_show:
 * @self: the bar
 * @item: an item of kind recurring
 * @answer: (nullable): what is said to it
 * @state: where it stands
 */
void
kumoji_done_bar_show (KumojiDoneBar *self,
                      KumojiItem *item,
                      KumojiAnswer *answer,
                      KumojiItemState state)
{
  g_autofree char *sentence = dup_sentence (item, answer, state);

  gtk_label_set_label (self->due, sentence);
}

/**
 * kumoji_done_bar_get_button:
 * @self: the bar
 *
 * Returns: (transfer none): says that it was done today
 */
GtkButton *
kumoji_done_bar_get_button (KumojiDoneBar *self)
{
  return GTK_BUTTON (self->button);
}
