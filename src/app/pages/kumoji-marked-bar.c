/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marked bar: how many items are marked, and what may be said to all of them at once. */
#include "config.h"

#include "app/pages/kumoji-marked-bar.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/pages/kumoji-answer-buttons.h"
#include "app/pages/kumoji-checklist-edit.h"

struct _KumojiMarkedBar
{
  AdwBin parent_instance;

  KumojiItemMarks *marks;
  KumojiChecklist *checklist;
  gboolean showing; /* we tick ourselves */
  gboolean has_kind;
  KumojiKind kind; /* for which the buttons were made */

  GtkCheckButton *all;
  GtkWidget *answers;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiMarkedBar, kumoji_marked_bar, ADW_TYPE_BIN)

static const KumojiReply other_replies[] = {
  { "cancel", N_("_Cancel"), ADW_RESPONSE_DEFAULT },
  { "all", N_("_Overwrite"), ADW_RESPONSE_DESTRUCTIVE },
  { "rest", N_("_Leave those as they are"), ADW_RESPONSE_SUGGESTED },
  { NULL },
};

/* What is being asked about: the project may say something else once it is answered. */
typedef struct
{
  KumojiMarkedBar *bar;
  KumojiChecklist *checklist;
  GPtrArray *items;  /* all that is marked */
  GPtrArray *others; /* of them, those with another answer */
  char *answer;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->bar);
  g_object_unref (asked->checklist);
  g_ptr_array_unref (asked->items);
  g_ptr_array_unref (asked->others);
  g_free (asked->answer);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

/* What was marked is done with; more can be marked. */
static void
answer (Asked *asked, const char *reason)
{
  kumoji_checklist_answer_items (asked->checklist, asked->items, asked->answer, reason);
  kumoji_item_marks_set_all (asked->bar->marks, FALSE);
  g_signal_emit (asked->bar, signals[ANSWERED], 0);
}

static void
reason_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autofree char *reason = kumoji_ask_text_finish (result);

  if (reason != NULL)
    answer (asked, reason);
}

static void
ask_reason (Asked *asked)
{
  g_autofree char *body =
    g_strdup_printf (ngettext ("It is written to %u item. Without a reason it would not count.",
                               "It is written to each of the %u items. Without a reason they "
                               "would not count.",
                               asked->items->len),
                     asked->items->len);

  kumoji_ask_text (GTK_WIDGET (asked->bar),
                   g_str_equal (asked->answer, "not-needed") ? _("Why are they not needed?")
                                                             : _("Why do they not apply?"),
                   body, _("Reason"), _("_Answer"), reason_cb, asked);
}

static void
go_on (Asked *asked)
{
  if (kumoji_answer_wants_reason (asked->answer))
    {
      ask_reason (asked);
      return;
    }
  answer (asked, NULL);
  asked_free (asked);
}

static void
others_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  const char *reply = kumoji_ask_finish (result);

  if (g_str_equal (reply, "rest"))
    for (guint i = 0; i < asked->others->len; i++)
      g_ptr_array_remove (asked->items, asked->others->pdata[i]);
  if (g_str_equal (reply, "cancel") || asked->items->len == 0)
    asked_free (asked);
  else
    go_on (asked);
}

static void
ask_others (Asked *asked)
{
  const guint n = asked->others->len;
  g_autofree char *heading = g_strdup_printf (ngettext ("%u item has another answer already",
                                                        "%u items have another answer already", n),
                                              n);
  g_autofree char *body =
    g_strdup_printf (ngettext ("%u is marked. Shall that answer be overwritten?",
                               "%u are marked. Shall those answers be overwritten?",
                               asked->items->len),
                     asked->items->len);

  kumoji_ask (GTK_WIDGET (asked->bar), heading, body, other_replies, "rest", others_cb, asked);
}

/* Says it to all that is marked, after what has to be asked. */
static void
begin (KumojiMarkedBar *self, const char *answer)
{
  g_autoptr (GPtrArray) items = kumoji_item_marks_list (self->marks);
  Asked *asked;

  if (items->len == 0)
    return;
  asked = g_new0 (Asked, 1);
  asked->bar = g_object_ref (self);
  asked->checklist = g_object_ref (self->checklist);
  asked->items = g_steal_pointer (&items);
  asked->others = kumoji_checklist_list_others (asked->checklist, asked->items, answer);
  asked->answer = g_strdup (answer);
  /* To take answers back is what is asked for. */
  if (asked->others->len > 0 && *answer != '\0')
    ask_others (asked);
  else
    go_on (asked);
}

static void
clicked_cb (KumojiMarkedBar *self, GtkWidget *button)
{
  begin (self, gtk_widget_get_name (button));
}

/* The button's name is the answer that it gives; that of the one that takes back is "". */
static void
add_button (KumojiMarkedBar *self, const char *answer, const char *label, char key)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_name (button, answer);
  gtk_button_set_child (GTK_BUTTON (button), kumoji_key_label_new (label, key));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->answers), button);
}

static void
make_buttons (KumojiMarkedBar *self, KumojiKind kind)
{
  KumojiLanguage language = kumoji_language_get_default ();
  GtkWidget *button;

  self->has_kind = TRUE;
  self->kind = kind;
  while ((button = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_box_remove (GTK_BOX (self->answers), button);
  for (const KumojiMeaning *one = kumoji_answering_get (kind)->answers; one->answer != NULL; one++)
    {
      const char *word = kumoji_answer_get_label (one->answer, language);
      g_autofree char *label =
        kumoji_answer_wants_reason (one->answer) ? g_strconcat (word, "…", NULL) : g_strdup (word);
      add_button (self, one->answer, label, one->key);
    }
  if (kind == KUMOJI_KIND_RECURRING)
    add_button (self, KUMOJI_CHECKLIST_DONE, _("Done today"), 'y');
  add_button (self, "", _("Clear"), 'u');
}

static void
show_marks (KumojiMarkedBar *self)
{
  const KumojiItemMark mark = kumoji_item_marks_get (self->marks);
  g_autoptr (GPtrArray) items = kumoji_item_marks_list (self->marks);
  g_autofree char *label =
    g_strdup_printf (ngettext ("%u marked", "%u marked", items->len), items->len);

  self->showing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), mark != KUMOJI_ITEM_MARK_OFF);
  gtk_check_button_set_label (self->all, label);
  gtk_check_button_set_inconsistent (self->all, mark == KUMOJI_ITEM_MARK_SOME);
  gtk_check_button_set_active (self->all, mark == KUMOJI_ITEM_MARK_ALL);
  gtk_widget_set_sensitive (self->answers, items->len > 0);
  self->showing = FALSE;
}

static void
all_toggled_cb (KumojiMarkedBar *self)
{
  if (!self->showing)
    kumoji_item_marks_set_all (self->marks,
                               kumoji_item_marks_get (self->marks) != KUMOJI_ITEM_MARK_ALL);
}

static void
close_cb (KumojiMarkedBar *self)
{
  kumoji_item_marks_set_active (self->marks, FALSE);
}

static void
kumoji_marked_bar_dispose (GObject *object)
{
  KumojiMarkedBar *self = KUMOJI_MARKED_BAR (object);

  g_clear_object (&self->marks);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (kumoji_marked_bar_parent_class)->dispose (object);
}

static void
kumoji_marked_bar_class_init (KumojiMarkedBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_marked_bar_dispose;

  /**
   * KumojiMarkedBar::answered:
   * @self: the bar
   *
   * What was marked is answered.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-marked-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiMarkedBar, all);
  gtk_widget_class_bind_template_child (widget_class, KumojiMarkedBar, answers);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
kumoji_marked_bar_init (KumojiMarkedBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_marked_bar_set_marks:
 * @self: the bar
 * @marks: what it counts and answers; it is in sight while something can be marked
 */
void
kumoji_marked_bar_set_marks (KumojiMarkedBar *self, KumojiItemMarks *marks)
{
  g_set_object (&self->marks, marks);
  g_signal_connect_object (marks, "changed", G_CALLBACK (show_marks), self, G_CONNECT_SWAPPED);
}

/**
 * kumoji_marked_bar_show:
 * @self: the bar
 * @checklist: (nullable): in which it answers
 */
void
kumoji_marked_bar_show (KumojiMarkedBar *self, KumojiChecklist *checklist)
{
  g_set_object (&self->checklist, checklist);
  if (checklist == NULL)
    return;

  KumojiKind kind = kumoji_catalog_get_kind (kumoji_checklist_get_catalog (checklist));
  if (!self->has_kind || self->kind != kind)
    make_buttons (self, kind);
}

/**
 * kumoji_marked_bar_press:
 * @self: the bar
 * @key: a letter or digit, lower case
 *
 * Returns: whether something is marked, and the key answers it
 */
gboolean
kumoji_marked_bar_press (KumojiMarkedBar *self, char key)
{
  const KumojiMeaning *one = kumoji_answering_get (self->kind)->answers;
  const char *said = key == 'u' ? "" : NULL;

  if (!gtk_widget_get_sensitive (self->answers) || !kumoji_item_marks_is_active (self->marks))
    return FALSE;
  for (; said == NULL && one->answer != NULL; one++)
    if (one->key == key)
      said = one->answer;
  if (key == 'y' && self->kind == KUMOJI_KIND_RECURRING)
    said = KUMOJI_CHECKLIST_DONE;
  if (said != NULL)
    begin (self, said);
  return said != NULL;
}

/**
 * kumoji_marked_bar_get_button:
 * @self: the bar
 * @answer: an answer's id, "" to take back, %KUMOJI_CHECKLIST_DONE
 *
 * Returns: (transfer none) (nullable): the button that says it
 */
GtkButton *
kumoji_marked_bar_get_button (KumojiMarkedBar *self, const char *answer)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->answers); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_str_equal (gtk_widget_get_name (button), answer))
      return GTK_BUTTON (button);
  return NULL;
}
