/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item card: one question of a checklist, and what is answered to it. */
#include "config.h"

#include "app/pages/kumoji-item-card.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-evidence-row.h"
#include "app/pages/kumoji-item-line.h"
#include "app/widgets/kumoji-field-row.h"
#include "app/widgets/kumoji-pill.h"

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
  GtkLabel *hint;
  GtkWidget *look_for_box;
  GtkLabel *look_for;
  GtkWidget *example_box;
  GtkLabel *example;
  GtkLabel *source;
  GtkWidget *excluded_box;
  GtkWidget *answers;
  GtkToggleButton *yes_button;
  GtkToggleButton *no_button;
  GtkToggleButton *not_applicable_button;
  GtkToggleButton *waiting_button;
  KumojiFieldRow *reason;
  KumojiFieldRow *memo;
  KumojiFieldRow *evidence;
  KumojiFieldRow *by;
  KumojiFieldRow *date;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiItemCard, kumoji_item_card, ADW_TYPE_BIN)

static const char *
get_answer (KumojiItemCard *self)
{
  KumojiAnswer *answer = kumoji_checklist_get_answer (self->checklist, self->item);

  return answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), "answer") : "";
}

static gboolean
write_cb (const char *field, const char *text, gpointer data, GError **error)
{
  KumojiItemCard *self = KUMOJI_ITEM_CARD (data);

  return self->item != NULL
         && kumoji_checklist_write_answer (self->checklist, self->item, field, text, error);
}

/* "Choice of provider  3.3 (3 of 4)" */
static void
show_place (KumojiItemCard *self)
{
  KumojiLanguage language = kumoji_language_get_default ();
  KumojiSection *section = kumoji_checklist_find_section (self->checklist, self->item);
  GPtrArray *items = kumoji_catalog_get_items (kumoji_checklist_get_catalog (self->checklist));
  g_autofree char *text = NULL;
  guint position = 0;

  g_ptr_array_find (items, self->item, &position);
  /* Translators: a section's title, the question's number, and which of how many it is. */
  text = g_strdup_printf (_("%s · %s (%u of %u)"), kumoji_text_get (&section->title, language),
                          kumoji_item_get_id (self->item), position + 1, items->len);
  gtk_label_set_label (self->place, text);
}

/* "Source: JSSA, 2020, Section 6.3.3, no. 3.3": to lay the guide beside the screen. */
static void
show_source (KumojiItemCard *self)
{
  KumojiLanguage language = kumoji_language_get_default ();
  KumojiCatalog *catalog = kumoji_checklist_get_catalog (self->checklist);
  gint64 year = kumoji_catalog_get_year (catalog);
  const char *place = kumoji_catalog_get_place (catalog, language);
  g_autoptr (GString) parts = g_string_new (kumoji_catalog_get_publisher (catalog, language));
  g_autofree char *text = NULL;

  if (year > 0)
    g_string_append_printf (parts, " · %" G_GINT64_FORMAT, year);
  if (place != NULL && *place != '\0')
    g_string_append_printf (parts, " · %s", place);
  /* Translators: a guide's publisher, year and place, and the number of a question in it. */
  text = g_strdup_printf (_("Source: %s, no. %s"), parts->str, kumoji_item_get_id (self->item));
  gtk_label_set_label (self->source, text);
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
  gtk_label_set_label (self->purpose, kumoji_text_get (&control->purpose, language));
}

static void
show_question (KumojiItemCard *self)
{
  KumojiLanguage language = kumoji_language_get_default ();
  const char *hint = kumoji_item_get_hint (self->item, language);
  const char *look_for = kumoji_item_get_look_for (self->item, language);
  const char *example = kumoji_item_get_example (self->item, language);

  show_place (self);
  show_control (self);
  gtk_label_set_label (self->question, kumoji_item_get_question (self->item, language));
  gtk_label_set_label (self->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_label_set_label (self->look_for, look_for != NULL ? look_for : "");
  gtk_widget_set_visible (self->look_for_box, look_for != NULL);
  gtk_label_set_label (self->example, example != NULL ? example : "");
  gtk_widget_set_visible (self->example_box, example != NULL);
  show_source (self);
}

static void
show_reason (KumojiItemCard *self, KumojiItemState state, KumojiAnswer *answer)
{
  const char *reason =
    answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), "reason") : "";
  const char *chosen = get_answer (self);
  gboolean is_missing = state == KUMOJI_ITEM_REASON_MISSING;
  gboolean is_asked = g_str_equal (chosen, "not-applicable") || g_str_equal (chosen, "no");

  gtk_widget_set_visible (GTK_WIDGET (self->reason), is_asked || *reason != '\0');
  kumoji_field_row_set_problem (self->reason,
                                is_missing
                                  ? _("Say why it does not apply; without the reason it counts as "
                                       "unanswered.")
                                  : NULL);
}

static void
show_answer (KumojiItemCard *self, gboolean is_excluded)
{
  const char *answer = get_answer (self);

  gtk_widget_set_visible (self->excluded_box, is_excluded);
  gtk_widget_set_sensitive (self->answers, !is_excluded);
  gtk_toggle_button_set_active (self->yes_button, g_str_equal (answer, "yes"));
  gtk_toggle_button_set_active (self->no_button, g_str_equal (answer, "no"));
  gtk_toggle_button_set_active (self->not_applicable_button,
                                g_str_equal (answer, "not-applicable"));
  gtk_toggle_button_set_active (self->waiting_button, g_str_equal (answer, "waiting"));
}

static void
bind_rows (KumojiItemCard *self, KumojiRecord *answer)
{
  KumojiFieldRow *rows[] = { self->reason, self->memo, self->evidence, self->by, self->date };
  KumojiHistory *history = kumoji_checklist_get_history (self->checklist);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    kumoji_field_row_bind (rows[i], answer, history);
}

static void
reset_rows (KumojiItemCard *self)
{
  KumojiFieldRow *rows[] = { self->reason, self->memo, self->evidence, self->by, self->date };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    kumoji_field_row_reset (rows[i]);
}

/* A click on the answer that stands takes it back, as U does. */
static void
answer_clicked_cb (KumojiItemCard *self, GtkToggleButton *button)
{
  const char *answer = button == self->yes_button              ? "yes"
                       : button == self->no_button             ? "no"
                       : button == self->not_applicable_button ? "not-applicable"
                                                               : "waiting";

  g_signal_emit (self, signals[ANSWERED], 0, g_str_equal (get_answer (self), answer) ? "" : answer);
}

static gboolean
kumoji_item_card_grab_focus (GtkWidget *widget)
{
  KumojiItemCard *self = KUMOJI_ITEM_CARD (widget);
  GtkToggleButton *buttons[] = { self->yes_button, self->no_button, self->not_applicable_button,
                                 self->waiting_button };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_toggle_button_get_active (buttons[i]))
      return gtk_widget_grab_focus (GTK_WIDGET (buttons[i]));
  return gtk_widget_grab_focus (GTK_WIDGET (self->yes_button));
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
  BIND (hint);
  BIND (look_for_box);
  BIND (look_for);
  BIND (example_box);
  BIND (example);
  BIND (source);
  BIND (excluded_box);
  BIND (answers);
  BIND (yes_button);
  BIND (no_button);
  BIND (not_applicable_button);
  BIND (waiting_button);
  BIND (reason);
  BIND (memo);
  BIND (evidence);
  BIND (by);
  BIND (date);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, answer_clicked_cb);
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

  g_type_ensure (KUMOJI_TYPE_ANSWER);
  g_type_ensure (KUMOJI_TYPE_EVIDENCE_ROW);
  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  g_type_ensure (KUMOJI_TYPE_PILL);
  bind_template (widget_class);
}

static void
kumoji_item_card_init (KumojiItemCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  KumojiFieldRow *rows[] = { self->reason, self->memo, self->evidence, self->by, self->date };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    kumoji_field_row_set_writer (rows[i], write_cb, self);
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
      reset_rows (self);
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

  kumoji_pill_set (self->pill, kumoji_item_state_get_pill (state),
                   kumoji_item_state_get_words (state, self->item, answer,
                                                kumoji_language_get_default ()));
  show_answer (self, state == KUMOJI_ITEM_EXCLUDED);
  bind_rows (self, answer != NULL ? KUMOJI_RECORD (answer) : NULL);
  show_reason (self, state, answer);
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
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}
