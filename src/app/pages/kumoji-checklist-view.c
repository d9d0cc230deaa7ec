/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist view: one checklist, question by question, and its result. */
#include "config.h"

#include "app/pages/kumoji-checklist-view.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-catalog-editor.h"
#include "app/pages/kumoji-item-card.h"
#include "app/pages/kumoji-item-list.h"
#include "app/pages/kumoji-item-pill.h"
#include "app/pages/kumoji-item-words.h"
#include "app/pages/kumoji-marked-bar.h"
#include "app/pages/kumoji-round-button.h"
#include "app/widgets/kumoji-kind-words.h"
#include "rules/kumoji-answering.h"

struct _KumojiChecklistView
{
  AdwBin parent_instance;

  KumojiChecklist *checklist;
  KumojiItem *item;
  GHashTable *places; /* "CATALOG/SUBJECT" to the item that was shown last */

  GtkLabel *title;
  GtkLabel *description;
  GtkWidget *edit_button;
  KumojiRoundButton *round_button;
  GtkButton *previous_button;
  GtkLabel *previous_label;
  GtkButton *next_button;
  GtkLabel *next_label;
  GtkWidget *result;
  GtkProgressBar *progress;
  KumojiPill *result_pill;
  GtkLabel *result_label;
  GtkScrolledWindow *scroller;
  KumojiItemCard *card;
  KumojiItemList *items;
  KumojiMarkedBar *marked_bar;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiChecklistView, kumoji_checklist_view, ADW_TYPE_BIN)

static char *
dup_place (KumojiChecklistView *self)
{
  return g_strconcat (kumoji_catalog_get_id (kumoji_checklist_get_catalog (self->checklist)), "/",
                      kumoji_checklist_get_subject (self->checklist), NULL);
}

static void
show_step (GtkButton *button, GtkLabel *label, KumojiItem *item, const char *name)
{
  g_autofree char *spoken = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (button), item != NULL);
  gtk_label_set_label (label, item != NULL ? kumoji_item_get_id (item) : "–");
  gtk_widget_set_visible (GTK_WIDGET (label), item == NULL || kumoji_item_has_number (item));
  if (item == NULL)
    return;
  spoken = g_strdup_printf ("%s: %s %s", name, kumoji_item_get_id (item),
                            kumoji_item_get_title (item, kumoji_language_get_default ()));
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
show_steps (KumojiChecklistView *self)
{
  show_step (self->previous_button, self->previous_label,
             kumoji_item_list_find_next (self->items, -1, FALSE), _("Previous"));
  show_step (self->next_button, self->next_label,
             kumoji_item_list_find_next (self->items, 1, FALSE), _("Next"));
}

static KumojiKind
get_kind (KumojiChecklistView *self)
{
  return kumoji_catalog_get_kind (kumoji_checklist_get_catalog (self->checklist));
}

/* The bar counts real answers only, so that it is full only where nothing is open. What is only
 * looked up has no result. */
static void
show_result (KumojiChecklistView *self)
{
  KumojiScore score;
  g_autofree char *result = NULL;
  g_autofree char *spoken = NULL;

  kumoji_checklist_work_out (self->checklist, &score);
  result = kumoji_score_dup_sentence (&score, get_kind (self));
  guint counted = score.items - score.excluded;

  gtk_widget_set_visible (self->result, get_kind (self) != KUMOJI_KIND_REFERENCE);
  gtk_widget_set_visible (GTK_WIDGET (self->round_button),
                          get_kind (self) != KUMOJI_KIND_REFERENCE);
  gtk_progress_bar_set_fraction (self->progress,
                                 counted > 0 ? (double) score.answered / counted : 0);
  /* Translators: how many of the questions have a real answer. */
  spoken = g_strdup_printf (_("%u of %u answered"), score.answered, counted);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->progress), spoken);
  kumoji_pill_set (self->result_pill, kumoji_score_get_pill (&score),
                   kumoji_kind_get_result (get_kind (self), score.passed));
  gtk_label_set_label (self->result_label, result);
}

static void
show_item (KumojiChecklistView *self, KumojiItem *item)
{
  gboolean is_other = self->item != item;

  g_set_object (&self->item, item);
  g_hash_table_replace (self->places, dup_place (self), g_strdup (kumoji_item_get_id (item)));
  kumoji_item_card_show (self->card, self->checklist, item);
  kumoji_item_list_set_current (self->items, item);
  show_steps (self);
  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* Where the reader was before, else the first question that is open, else the first one. */
static KumojiItem *
find_first_item (KumojiChecklistView *self)
{
  KumojiCatalog *catalog = kumoji_checklist_get_catalog (self->checklist);
  GPtrArray *items = kumoji_catalog_get_items (catalog);
  g_autofree char *place = dup_place (self);
  const char *id = g_hash_table_lookup (self->places, place);

  if (id != NULL && kumoji_catalog_get_item (catalog, id) != NULL)
    return kumoji_catalog_get_item (catalog, id);
  for (guint i = 0; i < items->len; i++)
    {
      KumojiItemState state = kumoji_checklist_get_state (self->checklist, items->pdata[i]);
      if (state == KUMOJI_ITEM_UNANSWERED || state == KUMOJI_ITEM_REASON_MISSING
          || (state == KUMOJI_ITEM_PARTLY && get_kind (self) == KUMOJI_KIND_IMPACT))
        return items->pdata[i];
    }
  return items->pdata[0];
}

static void
changed (KumojiChecklistView *self)
{
  kumoji_checklist_view_refresh (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
round_changed_cb (KumojiChecklistView *self)
{
  g_autofree char *place = dup_place (self);

  g_hash_table_remove (self->places, place);
  kumoji_item_list_refresh (self->items);
  show_item (self, find_first_item (self));
  changed (self);
}

static void
item_selected_cb (KumojiChecklistView *self, KumojiItem *item)
{
  if (self->checklist != NULL && item != self->item)
    show_item (self, item);
}

static void
previous_cb (KumojiChecklistView *self)
{
  kumoji_checklist_view_step (self, -1, FALSE);
}

static void
next_cb (KumojiChecklistView *self)
{
  kumoji_checklist_view_step (self, 1, FALSE);
}

static void
answered_cb (KumojiChecklistView *self, const char *answer)
{
  kumoji_checklist_view_answer (self, answer);
}

static void
marked_cb (KumojiChecklistView *self)
{
  changed (self);
}

static gboolean
kumoji_checklist_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (KUMOJI_CHECKLIST_VIEW (widget)->card));
}

static void
kumoji_checklist_view_dispose (GObject *object)
{
  KumojiChecklistView *self = KUMOJI_CHECKLIST_VIEW (object);

  g_clear_object (&self->checklist);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (kumoji_checklist_view_parent_class)->dispose (object);
}

static void
kumoji_checklist_view_finalize (GObject *object)
{
  g_hash_table_unref (KUMOJI_CHECKLIST_VIEW (object)->places);

  G_OBJECT_CLASS (kumoji_checklist_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-checklist-view.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, KumojiChecklistView, name)
  BIND (title);
  BIND (description);
  BIND (edit_button);
  BIND (round_button);
  BIND (previous_button);
  BIND (previous_label);
  BIND (next_button);
  BIND (next_label);
  BIND (result);
  BIND (progress);
  BIND (result_pill);
  BIND (result_label);
  BIND (scroller);
  BIND (card);
  BIND (items);
  BIND (marked_bar);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, round_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, marked_cb);
}

static void
kumoji_checklist_view_class_init (KumojiChecklistViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kumoji_checklist_view_dispose;
  object_class->finalize = kumoji_checklist_view_finalize;
  widget_class->grab_focus = kumoji_checklist_view_grab_focus;

  /**
   * KumojiChecklistView::changed:
   * @self: the view
   *
   * Something was answered, or another round is shown.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KUMOJI_TYPE_ITEM_CARD);
  g_type_ensure (KUMOJI_TYPE_ITEM_LIST);
  g_type_ensure (KUMOJI_TYPE_MARKED_BAR);
  g_type_ensure (KUMOJI_TYPE_PILL);
  g_type_ensure (KUMOJI_TYPE_ROUND_BUTTON);
  bind_template (widget_class);
}

static void
kumoji_checklist_view_init (KumojiChecklistView *self)
{
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  kumoji_marked_bar_set_marks (self->marked_bar, kumoji_item_list_get_marks (self->items));
}

/**
 * kumoji_checklist_view_show:
 * @self: a view
 * @checklist: (nullable): what it shows; %NULL lets go of the one shown before
 *
 * Begins where the reader was before, else at the first question that is open.
 */
void
kumoji_checklist_view_show (KumojiChecklistView *self, KumojiChecklist *checklist)
{
  KumojiLanguage language = kumoji_language_get_default ();

  if (self->checklist == checklist)
    return;
  g_set_object (&self->checklist, checklist);
  g_clear_object (&self->item);
  kumoji_marked_bar_show (self->marked_bar, checklist);
  if (checklist == NULL)
    return;

  KumojiCatalog *catalog = kumoji_checklist_get_catalog (checklist);
  const char *description = kumoji_catalog_get_description (catalog, language);
  gtk_label_set_label (self->title, kumoji_catalog_get_title (catalog, language));
  gtk_label_set_label (self->description, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description), description != NULL);
  kumoji_catalog_editor_offer (self->edit_button, checklist);
  KumojiItem *first = find_first_item (self);
  kumoji_item_list_set_checklist (self->items, checklist, first);
  show_item (self, first);
  kumoji_checklist_view_refresh (self);
}

/**
 * kumoji_checklist_view_forget:
 * @self: a view
 *
 * Another project is shown: where the reader was says nothing any more.
 */
void
kumoji_checklist_view_forget (KumojiChecklistView *self)
{
  g_hash_table_remove_all (self->places);
  kumoji_checklist_view_show (self, NULL);
}

/**
 * kumoji_checklist_view_refresh:
 * @self: a view
 *
 * Shows what is answered now; the question that is shown stays.
 */
void
kumoji_checklist_view_refresh (KumojiChecklistView *self)
{
  if (self->checklist == NULL)
    return;
  kumoji_round_button_show (self->round_button, self->checklist);
  kumoji_item_list_refresh (self->items);
  kumoji_item_card_refresh (self->card);
  show_result (self);
  show_steps (self);
}

/**
 * kumoji_checklist_view_show_item:
 * @self: a view
 * @id: an item's id
 *
 * Shows the question, whatever the filter leaves; an id that is not known is passed over.
 */
void
kumoji_checklist_view_show_item (KumojiChecklistView *self, const char *id)
{
  KumojiItem *item = kumoji_catalog_get_item (kumoji_checklist_get_catalog (self->checklist), id);

  if (item == NULL)
    return;
  kumoji_item_list_show_all (self->items);
  show_item (self, item);
}

/**
 * kumoji_checklist_view_step:
 * @self: a view
 * @direction: 1 for the next question that the filter leaves, -1 for the one before
 * @skip_excluded: whether questions out of the count are passed over
 */
void
kumoji_checklist_view_step (KumojiChecklistView *self, int direction, gboolean skip_excluded)
{
  KumojiItem *next = kumoji_item_list_find_next (self->items, direction, skip_excluded);

  if (next != NULL)
    show_item (self, next);
}

/**
 * kumoji_checklist_view_answer:
 * @self: a view
 * @answer: an answer's id, "" to take it back
 *
 * Where the answer needs a reason, the cursor goes to where it is typed.
 *
 * Returns: whether the question is done with, so that the next one may be shown
 */
gboolean
kumoji_checklist_view_answer (KumojiChecklistView *self, const char *answer)
{
  if (!kumoji_item_card_answer (self->card, answer))
    return FALSE;
  changed (self);
  if (!kumoji_item_card_wants_reason (self->card))
    return TRUE;
  kumoji_item_card_focus_reason (self->card);
  return FALSE;
}

/* What the kind says by one word. */
static const char *
find_answer (KumojiChecklistView *self, char key)
{
  const KumojiMeaning *one = kumoji_answering_get (get_kind (self))->answers;

  if (one->answer == NULL)
    return NULL;
  if (key == 'u')
    return "";
  while (one->answer != NULL && one->key != key)
    one++;
  return one->answer;
}

/**
 * kumoji_checklist_view_press:
 * @self: a view
 * @key: a letter or digit, lower case
 *
 * Answers all that is marked, else the question that is shown, and goes on to the next one once it
 * is done with.
 *
 * Returns: whether the key means something here
 */
gboolean
kumoji_checklist_view_press (KumojiChecklistView *self, char key)
{
  const char *answer = find_answer (self, key);

  if (kumoji_marked_bar_press (self->marked_bar, key))
    return TRUE;
  if (answer != NULL && kumoji_checklist_view_answer (self, answer))
    kumoji_checklist_view_step (self, 1, TRUE);
  if (answer != NULL)
    return TRUE;
  if (!kumoji_item_card_press (self->card, key))
    return FALSE;
  if (key == 'u'
      || !kumoji_item_state_is_open (kumoji_checklist_get_state (self->checklist, self->item)))
    kumoji_checklist_view_step (self, 1, TRUE);
  return TRUE;
}
