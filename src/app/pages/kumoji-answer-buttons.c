/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer buttons: what may be said to an item of a kind, to choose from. */
#include "config.h"

#include "app/pages/kumoji-answer-buttons.h"

#include <glib/gi18n.h>

struct _KumojiAnswerButtons
{
  GtkBox parent_instance;

  const KumojiMeaning *answers; /* for which the buttons were made; NULL for none yet */
  const char *said;             /* one of theirs, "" for none */
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiAnswerButtons, kumoji_answer_buttons, GTK_TYPE_BOX)

/* Green and red are for what settles or misses something, by its own word; a mark or a plan is
 * neither. */
static const char *
get_colour (const KumojiMeaning *meaning)
{
  if (meaning->key == 'y')
    return "yes";
  return meaning->state == KUMOJI_ITEM_NO ? "no" : "other";
}

/**
 * kumoji_key_label_new:
 * @label: what a button says
 * @key: the letter or digit that does the same, lower case
 *
 * Returns: (transfer floating): both, for the button's inside
 */
GtkWidget *
kumoji_key_label_new (const char *label, char key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *word = gtk_label_new (label);
  g_autofree char *letter = g_strdup_printf ("%c", g_ascii_toupper (key));
  GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "label", letter, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (hint, "kumoji-key");
  gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (GTK_BOX (box), hint);
  return box;
}

/* A click on the answer that stands takes it back, as U does. */
static void
clicked_cb (KumojiAnswerButtons *self, GtkWidget *button)
{
  const char *answer = gtk_widget_get_name (button);

  g_signal_emit (self, signals[ANSWERED], 0, g_str_equal (self->said, answer) ? "" : answer);
}

static void
add_button (KumojiAnswerButtons *self, const KumojiMeaning *meaning)
{
  const char *label = kumoji_answer_get_label (meaning->answer, kumoji_language_get_default ());
  g_autofree char *key = g_strdup_printf ("%c", g_ascii_toupper (meaning->key));
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_widget_set_name (button, meaning->answer);
  gtk_button_set_child (GTK_BUTTON (button), kumoji_key_label_new (label, meaning->key));
  gtk_widget_add_css_class (button, get_colour (meaning));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self), button);
}

static void
make_buttons (KumojiAnswerButtons *self, const KumojiMeaning *answers)
{
  GtkWidget *button;

  self->answers = answers;
  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), button);
  for (const KumojiMeaning *meaning = answers; meaning->answer != NULL; meaning++)
    add_button (self, meaning);
}

/* The answer that stands, else the first one. */
static gboolean
kumoji_answer_buttons_grab_focus (GtkWidget *widget)
{
  GtkToggleButton *button = kumoji_answer_buttons_get_button (KUMOJI_ANSWER_BUTTONS (widget),
                                                              KUMOJI_ANSWER_BUTTONS (widget)->said);
  GtkWidget *target = button != NULL ? GTK_WIDGET (button) : gtk_widget_get_first_child (widget);

  return target != NULL && gtk_widget_grab_focus (target);
}

static void
kumoji_answer_buttons_class_init (KumojiAnswerButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = kumoji_answer_buttons_grab_focus;

  /**
   * KumojiAnswerButtons::answered:
   * @self: the buttons
   * @answer: the answer that the user chose, "" to take it back; not written yet
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kumoji_answer_buttons_init (KumojiAnswerButtons *self)
{
  self->said = "";
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "kumoji-answers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Answer"), -1);
}

/**
 * kumoji_answer_buttons_show:
 * @self: the buttons
 * @kind: how the item is answered
 * @answer: what is said to it, "" for nothing
 */
void
kumoji_answer_buttons_show (KumojiAnswerButtons *self, KumojiKind kind, const char *answer)
{
  const KumojiMeaning *meaning = kumoji_answering_find (kind, answer);

  if (self->answers != kumoji_answering_get (kind)->answers)
    make_buttons (self, kumoji_answering_get (kind)->answers);
  self->said = meaning != NULL ? meaning->answer : "";
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  g_str_equal (gtk_widget_get_name (button), self->said));
}

/**
 * kumoji_answer_buttons_get_button:
 * @self: the buttons
 * @answer: an answer's id
 *
 * Returns: (transfer none) (nullable): the button that gives it, %NULL where the kind has none such
 */
GtkToggleButton *
kumoji_answer_buttons_get_button (KumojiAnswerButtons *self, const char *answer)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_str_equal (gtk_widget_get_name (button), answer))
      return GTK_TOGGLE_BUTTON (button);
  return NULL;
}
