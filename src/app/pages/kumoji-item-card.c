/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item card: one item of a catalog, and what is answered to it. */
#include "config.h"

#include "app/pages/kumoji-item-card.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-also-asked.h"
#include "app/pages/kumoji-answer-buttons.h"
#include "app/pages/kumoji-answer-fields.h"
#include "app/pages/kumoji-checklist-edit.h"
#include "app/pages/kumoji-done-bar.h"
#include "app/pages/kumoji-impact-rows.h"
#include "app/pages/kumoji-item-pill.h"
#include "app/pages/kumoji-item-words.h"
#include "app/widgets/kumoji-field-row.h"
#include "app/widgets/kumoji-kind-words.h"
#include "app/widgets/kumoji-term-label.h"

struct _KumojiItemCard
{
  AdwBin parent_instance;

  KumojiChecklist *checklist;
  KumojiItem *item;

  GtkLabel *place;
  KumojiPill *pill;
  GtkWidget *control_box;
  GtkLabel *control;
  GtkLabel *purpose;
  GtkLabel *question;
  GtkLabel *statement;
  GtkLabel *hint;
  GtkWidget *look_for_box;
  GtkLabel *look_for;
  GtkWidget *example_box;
  GtkLabel *example;
  GtkLabel *source;
  GtkWidget *excluded_box;
  KumojiAnswerButtons *answers;
  KumojiImpactRows *impacts;
  KumojiDoneBar *done_bar;
  KumojiAnswerFields *fields;
  KumojiAlsoAsked *also_asked;
};

enum
{
  ANSWERED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiItemCard, kumoji_item_card, ADW_TYPE_BIN)

static void
show_text (KumojiItemCard *self, GtkLabel *label, const char *text)
{
  kumoji_term_label_set_text (label,
                              kumoji_project_get_library (
                                kumoji_checklist_get_project (self->checklist)),
                              text != NULL ? text : "", self->item);
}

/* What the question serves together with those around it. */
static void
show_control (KumojiItemCard *self)
{
  KumojiLanguage language = kumoji_language_get_default ();
  const KumojiControl *control =
    kumoji_catalog_get_control (kumoji_checklist_get_catalog (self->checklist), self->item);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->control_box, control != NULL);
  if (control == NULL)
    return;
  title = g_strdup_printf ("%s  %s", control->id, kumoji_text_get (&control->title, language));
  gtk_label_set_label (self->control, title);
  show_text (self, self->purpose, kumoji_text_get (&control->purpose, language));
}

static void
show_question (KumojiItemCard *self)
{
  KumojiLanguage language = kumoji_language_get_default ();
  const char *question = kumoji_item_get_question (self->item, language);
  const gboolean asked = kumoji_kind_is_asked (kumoji_item_get_kind (self->item));
  const char *hint = kumoji_item_get_hint (self->item, language);
  const char *look_for = kumoji_item_get_look_for (self->item, language);
  const char *example = kumoji_item_get_example (self->item, language);
  g_autofree char *place = kumoji_item_dup_place (self->item, self->checklist);
  g_autofree char *source =
    kumoji_item_dup_source (self->item, kumoji_checklist_get_catalog (self->checklist));

  gtk_label_set_label (self->place, place);
  show_control (self);
  show_text (self, self->question, asked ? question : kumoji_item_get_title (self->item, language));
  show_text (self, self->statement, question);
  gtk_widget_set_visible (GTK_WIDGET (self->statement), !asked);
  show_text (self, self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  show_text (self, self->look_for, look_for);
  gtk_widget_set_visible (self->look_for_box, look_for != NULL);
  gtk_label_set_label (self->example, example != NULL ? example : "");
  gtk_widget_set_visible (self->example_box, example != NULL);
  gtk_label_set_label (self->source, source);
}

static void
show_answer (KumojiItemCard *self, KumojiItemState state)
{
  const KumojiKind kind = kumoji_item_get_kind (self->item);
  KumojiAnswer *answer = kumoji_checklist_get_answer (self->checklist, self->item);
  const gboolean is_excluded = state == KUMOJI_ITEM_EXCLUDED;
  const char *said =
    answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), "answer") : "";

  gtk_widget_set_visible (self->excluded_box, is_excluded);
  gtk_widget_set_sensitive (GTK_WIDGET (self->answers), !is_excluded);
  kumoji_answer_buttons_show (self->answers, kind, said);
  gtk_widget_set_visible (GTK_WIDGET (self->answers),
                          kumoji_answering_get (kind)->answers->answer != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->impacts), kind == KUMOJI_KIND_IMPACT);
  if (kind == KUMOJI_KIND_IMPACT)
    kumoji_impact_rows_show (self->impacts, self->item, answer);
  gtk_widget_set_visible (GTK_WIDGET (self->done_bar), kind == KUMOJI_KIND_RECURRING);
  if (kind == KUMOJI_KIND_RECURRING)
    kumoji_done_bar_show (self->done_bar, self->item, answer, state);
}

static void
answered_cb (KumojiItemCard *self, const char *answer)
{
  g_signal_emit (self, signals[ANSWERED], 0, answer);
}

static void
changed (KumojiItemCard *self)
{
  kumoji_item_card_refresh (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
impact_chosen_cb (KumojiItemCard *self, const char *impact, const char *level)
{
  kumoji_checklist_write_impact (self->checklist, self->item, impact, level);
  changed (self);
}

static void
done_cb (KumojiItemCard *self)
{
  kumoji_checklist_write_done (self->checklist, self->item);
  changed (self);
}

/* A digit gives the level of the first impact that has none yet. */
static gboolean
press_level (KumojiItemCard *self, char key)
{
  const char *level = kumoji_impact_find_level (key);
  const char *impact = kumoji_impact_rows_find_next (self->impacts);

  if (level == NULL || impact == NULL)
    return level != NULL;
  impact_chosen_cb (self, impact, level);
  return TRUE;
}

static gboolean
kumoji_item_card_grab_focus (GtkWidget *widget)
{
  KumojiItemCard *self = KUMOJI_ITEM_CARD (widget);
  GtkWidget *places[] = { GTK_WIDGET (self->answers), GTK_WIDGET (self->impacts),
                          GTK_WIDGET (self->done_bar) };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (gtk_widget_get_visible (places[i]))
      return gtk_widget_grab_focus (places[i]);
  return FALSE;
}

static void
kumoji_item_card_dispose (GObject *object)
{
  KumojiItemCard *self = KUMOJI_ITEM_CARD (object);

  g_clear_object (&self->item);
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (kumoji_item_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-item-card.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, KumojiItemCard, name)
  BIND (place);
  BIND (pill);
  BIND (control_box);
  BIND (control);
  BIND (purpose);
  BIND (question);
  BIND (statement);
  BIND (hint);
  BIND (look_for_box);
  BIND (look_for);
  BIND (example_box);
  BIND (example);
  BIND (source);
  BIND (excluded_box);
  BIND (answers);
  BIND (impacts);
  BIND (done_bar);
  BIND (fields);
  BIND (also_asked);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, impact_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
kumoji_item_card_class_init (KumojiItemCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_item_card_dispose;
  widget_class->grab_focus = kumoji_item_card_grab_focus;

  /**
   * KumojiItemCard::answered:
   * @self: the card
   * @answer: the answer that the user chose, "" to take it back; not written yet
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * KumojiItemCard::changed:
   * @self: the card
   *
   * Something was written: an impact, or that it was done today.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KUMOJI_TYPE_ALSO_ASKED);
  g_type_ensure (KUMOJI_TYPE_ANSWER_BUTTONS);
  g_type_ensure (KUMOJI_TYPE_ANSWER_FIELDS);
  g_type_ensure (KUMOJI_TYPE_DONE_BAR);
  g_type_ensure (KUMOJI_TYPE_IMPACT_ROWS);
  g_type_ensure (KUMOJI_TYPE_PILL);
  bind_template (widget_class);
}

static void
kumoji_item_card_init (KumojiItemCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_item_card_show:
 * @self: a card
 * @checklist: a checklist
 * @item: an item of its catalog
 */
void
kumoji_item_card_show (KumojiItemCard *self, KumojiChecklist *checklist, KumojiItem *item)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean is_other = self->checklist != checklist || self->item != item;

  if (is_other && root != NULL)
    kumoji_field_commit (root);
  g_set_object (&self->checklist, checklist);
  g_set_object (&self->item, item);
  kumoji_item_card_refresh (self);
  if (is_other)
    {
      kumoji_history_seal (kumoji_checklist_get_history (checklist));
      show_question (self);
      kumoji_answer_fields_reset (self->fields);
    }
}

/**
 * kumoji_item_card_refresh:
 * @self: a card
 *
 * Shows what is answered now.
 */
void
kumoji_item_card_refresh (KumojiItemCard *self)
{
  KumojiAnswer *answer = kumoji_checklist_get_answer (self->checklist, self->item);
  KumojiItemState state = kumoji_checklist_get_state (self->checklist, self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->pill), state != KUMOJI_ITEM_REFERENCE);
  kumoji_pill_set (self->pill, kumoji_item_state_get_pill (state, answer),
                   kumoji_item_state_get_words (state, self->item, answer,
                                                kumoji_language_get_default ()));
  show_answer (self, state);
  kumoji_answer_fields_show (self->fields, self->checklist, self->item, state);
  kumoji_also_asked_show (self->also_asked, self->checklist, self->item);
}

/**
 * kumoji_item_card_answer:
 * @self: a card
 * @answer: an answer's id, "" to take it back
 *
 * Returns: whether it is answered so now; an item that is out of the count is not answered
 */
gboolean
kumoji_item_card_answer (KumojiItemCard *self, const char *answer)
{
  KumojiHistory *history = kumoji_checklist_get_history (self->checklist);

  if (kumoji_checklist_get_state (self->checklist, self->item) == KUMOJI_ITEM_EXCLUDED)
    {
      kumoji_item_card_refresh (self);
      return FALSE;
    }
  kumoji_history_seal (history);
  kumoji_checklist_write_answer (self->checklist, self->item, "answer", answer, NULL);
  kumoji_history_seal (history);
  kumoji_item_card_refresh (self);
  return TRUE;
}

/**
 * kumoji_item_card_press:
 * @self: a card
 * @key: a letter or digit, lower case
 *
 * For the kinds that are answered by more than one word: Y says that a recurring check was done
 * today, digits how hard a threat would hit, U takes back what was said.
 *
 * Returns: whether the key said something
 */
gboolean
kumoji_item_card_press (KumojiItemCard *self, char key)
{
  const KumojiKind kind = kumoji_item_get_kind (self->item);

  if (kind != KUMOJI_KIND_RECURRING && kind != KUMOJI_KIND_IMPACT)
    return FALSE;
  if (key == 'u')
    {
      kumoji_checklist_clear (self->checklist, self->item);
      changed (self);
      return TRUE;
    }
  if (kind == KUMOJI_KIND_IMPACT)
    return press_level (self, key);
  if (key == 'y')
    done_cb (self);
  return key == 'y';
}

/**
 * kumoji_item_card_wants_reason:
 * @self: a card
 *
 * Returns: whether its answer does not count yet for want of a reason
 */
gboolean
kumoji_item_card_wants_reason (KumojiItemCard *self)
{
  return kumoji_checklist_get_state (self->checklist, self->item) == KUMOJI_ITEM_REASON_MISSING;
}

/**
 * kumoji_item_card_focus_reason:
 * @self: a card
 *
 * Puts the cursor where the reason is typed.
 */
void
kumoji_item_card_focus_reason (KumojiItemCard *self)
{
  kumoji_answer_fields_focus (self->fields, "reason");
}
