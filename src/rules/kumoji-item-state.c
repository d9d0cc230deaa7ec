/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of an item: where one item of a catalog stands, whatever its kind. */
#include "rules/kumoji-item-state.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "rules/kumoji-answering.h"
#include "rules/kumoji-stage-state.h"

static gboolean
has_text (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped != '\0';
}

/**
 * kumoji_item_dup_due:
 * @item: an item of kind recurring
 * @answer: (nullable): what was said to it
 *
 * The day that was agreed, else the last time and the interval; the guide's interval where the
 * company has none of its own.
 *
 * Returns: (transfer full) (nullable): when it is due again, ISO 8601; %NULL for not known
 */
char *
kumoji_item_dup_due (KumojiItem *item, KumojiAnswer *answer)
{
  KumojiRecord *record = (KumojiRecord *) answer;

  if (record == NULL)
    return NULL;
  if (*kumoji_record_get_text (record, "due") != '\0')
    return g_strdup (kumoji_record_get_text (record, "due"));

  gint64 months = kumoji_record_get_integer (record, "interval");
  if (months == 0)
    months = kumoji_item_get_interval (item);
  return months > 0 ? kumoji_date_add_months (kumoji_record_get_text (record, "date"), months)
                    : NULL;
}

static KumojiItemState
state_of_recurring (KumojiItem *item, KumojiAnswer *answer, const char *today)
{
  g_autofree char *due = kumoji_item_dup_due (item, answer);

  if (due != NULL)
    return strcmp (due, today) < 0 ? KUMOJI_ITEM_OVERDUE : KUMOJI_ITEM_YES;
  return KUMOJI_ITEM_UNANSWERED;
}

static KumojiItemState
state_of_impacts (KumojiItem *item, KumojiAnswer *answer)
{
  KumojiList *said = kumoji_record_get_list (KUMOJI_RECORD (answer), "impacts");
  GPtrArray *impacts = kumoji_item_get_impacts (item);
  guint n_set = 0;

  for (guint i = 0; i < impacts->len; i++)
    {
      const KumojiFacetValue *impact = impacts->pdata[i];
      KumojiRecord *record = kumoji_list_find (said, impact->id);
      n_set += record != NULL && *kumoji_record_get_text (record, "level") != '\0';
    }
  if (n_set == 0)
    return KUMOJI_ITEM_UNANSWERED;
  return n_set == impacts->len ? KUMOJI_ITEM_YES : KUMOJI_ITEM_PARTLY;
}

static KumojiItemState
state_of_answer (KumojiItem *item, KumojiAnswer *answer)
{
  const char *said = kumoji_record_get_text (KUMOJI_RECORD (answer), "answer");
  const KumojiMeaning *meaning = kumoji_answering_find (kumoji_item_get_kind (item), said);

  if (meaning == NULL)
    return KUMOJI_ITEM_UNANSWERED;
  if (kumoji_answer_wants_reason (said)
      && !has_text (kumoji_record_get_text (KUMOJI_RECORD (answer), "reason")))
    return KUMOJI_ITEM_REASON_MISSING;
  if (meaning->state == KUMOJI_ITEM_NO
      && kumoji_item_get_no_means (item) == KUMOJI_NO_MEANS_NOT_APPLICABLE)
    return KUMOJI_ITEM_NOT_APPLICABLE;
  return meaning->state;
}

/**
 * kumoji_item_state:
 * @item: an item
 * @assessment: (nullable): a round of its catalog, %NULL for none yet
 * @profile: who answers
 * @today: the day, ISO 8601
 *
 * DESIGN.md section 3, kinds, and section 4, Score; exclusion: 002_3d0f212953d0b829.txt, 6.2 and
 * 6.3.1.
 *
 * Returns: where the item stands
 */
KumojiItemState
kumoji_item_state (KumojiItem *item,
                   KumojiAssessment *assessment,
                   KumojiProfile *profile,
                   const char *today)
{
  KumojiAnswer *answer = assessment != NULL
                           ? kumoji_assessment_get_answer (assessment, kumoji_item_get_id (item))
                           : NULL;

  if (kumoji_item_get_kind (item) == KUMOJI_KIND_REFERENCE)
    return KUMOJI_ITEM_REFERENCE;
  if (kumoji_item_is_excluded_by_push (item)
      && kumoji_record_get_flag (KUMOJI_RECORD (profile), "digital-push"))
    return KUMOJI_ITEM_EXCLUDED;
  if (answer == NULL)
    return KUMOJI_ITEM_UNANSWERED;
  switch (kumoji_item_get_kind (item))
    {
    case KUMOJI_KIND_IMPACT:
      return state_of_impacts (item, answer);
    case KUMOJI_KIND_RECURRING:
      return state_of_recurring (item, answer, today);
    default:
      return state_of_answer (item, answer);
    }
}

/**
 * kumoji_item_state_is_answered:
 * @state: where an item stands
 *
 * Returns: whether that is a real answer
 */
gboolean
kumoji_item_state_is_answered (KumojiItemState state)
{
  return state == KUMOJI_ITEM_YES || state == KUMOJI_ITEM_NO || state == KUMOJI_ITEM_OVERDUE
         || state == KUMOJI_ITEM_NOT_APPLICABLE;
}

/**
 * kumoji_item_state_is_open:
 * @state: where an item stands
 *
 * Returns: whether the item still wants a real answer
 */
gboolean
kumoji_item_state_is_open (KumojiItemState state)
{
  return !kumoji_item_state_is_answered (state) && state != KUMOJI_ITEM_EXCLUDED
         && state != KUMOJI_ITEM_REFERENCE;
}

/**
 * kumoji_item_state_get_label:
 * @state: where an item stands
 * @language: the reader's language
 *
 * Returns: (transfer none): one or two words for it, as a checklist says it
 */
const char *
kumoji_item_state_get_label (KumojiItemState state, KumojiLanguage language)
{
  static const char *const labels[] = {
    [KUMOJI_ITEM_UNANSWERED] = N_("Unanswered"),
    [KUMOJI_ITEM_YES] = N_("Yes"),
    [KUMOJI_ITEM_NO] = N_("No"),
    [KUMOJI_ITEM_NOT_APPLICABLE] = N_("Not applicable"),
    [KUMOJI_ITEM_WAITING] = N_("Waiting"),
    [KUMOJI_ITEM_REASON_MISSING] = N_("Reason missing"),
    [KUMOJI_ITEM_EXCLUDED] = N_("Excluded"),
    [KUMOJI_ITEM_OPEN] = N_("Not yet"),
    [KUMOJI_ITEM_PARTLY] = N_("Begun"),
    [KUMOJI_ITEM_OVERDUE] = N_("Overdue"),
    [KUMOJI_ITEM_REFERENCE] = N_("To look up"),
  };

  return kumoji_phrase (language, labels[state]);
}

/**
 * kumoji_item_state_get_words:
 * @state: where @item stands
 * @item: an item
 * @answer: (nullable): what was said to it
 * @language: the reader's language
 *
 * Returns: (transfer none): one or two words for it, as its kind says it: "Approved", "Draft"
 */
const char *
kumoji_item_state_get_words (KumojiItemState state,
                             KumojiItem *item,
                             KumojiAnswer *answer,
                             KumojiLanguage language)
{
  const KumojiKind kind = kumoji_item_get_kind (item);
  const char *said =
    answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), "answer") : "";
  const KumojiMeaning *meaning = kumoji_answering_find (kind, said);

  if (meaning != NULL && meaning->state == state)
    return kumoji_answer_get_label (said, language);
  if (state == KUMOJI_ITEM_YES)
    return kumoji_phrase (language, kind == KUMOJI_KIND_IMPACT ? N_("Assessed") : N_("In time"));
  return kumoji_item_state_get_label (state, language);
}
