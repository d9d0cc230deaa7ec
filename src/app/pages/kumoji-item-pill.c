/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pills of items and of scores: where they stand, as icon and colour. */
#include "config.h"

#include "app/pages/kumoji-item-pill.h"

/* What counts as done and still is no good news, or not there yet. */
static const struct
{
  const char *answer;
  KumojiPillKind pill;
} exceptions[] = {
  { "mark-1", KUMOJI_PILL_LATE },
  { "mark-0", KUMOJI_PILL_BLOCKED },
  { "planned", KUMOJI_PILL_CURRENT },
};

/**
 * kumoji_item_state_get_pill:
 * @state: where an item stands
 * @answer: (nullable): what is said to it
 *
 * Returns: how a pill says so
 */
KumojiPillKind
kumoji_item_state_get_pill (KumojiItemState state, KumojiAnswer *answer)
{
  static const KumojiPillKind kinds[] = {
    [KUMOJI_ITEM_UNANSWERED] = KUMOJI_PILL_OPEN,
    [KUMOJI_ITEM_YES] = KUMOJI_PILL_PASSED,
    [KUMOJI_ITEM_NO] = KUMOJI_PILL_BLOCKED,
    [KUMOJI_ITEM_NOT_APPLICABLE] = KUMOJI_PILL_NOT_APPLICABLE,
    [KUMOJI_ITEM_WAITING] = KUMOJI_PILL_CURRENT,
    [KUMOJI_ITEM_REASON_MISSING] = KUMOJI_PILL_LATE,
    [KUMOJI_ITEM_EXCLUDED] = KUMOJI_PILL_NOT_APPLICABLE,
    [KUMOJI_ITEM_OPEN] = KUMOJI_PILL_OPEN,
    [KUMOJI_ITEM_PARTLY] = KUMOJI_PILL_CURRENT,
    [KUMOJI_ITEM_OVERDUE] = KUMOJI_PILL_LATE,
    [KUMOJI_ITEM_REFERENCE] = KUMOJI_PILL_NOT_APPLICABLE,
  };
  const char *said =
    answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), "answer") : "";

  for (guint i = 0; state == KUMOJI_ITEM_YES && i < G_N_ELEMENTS (exceptions); i++)
    if (g_str_equal (exceptions[i].answer, said))
      return exceptions[i].pill;
  return kinds[state];
}

/**
 * kumoji_score_get_pill:
 * @score: how much of a checklist is answered
 *
 * Returns: how a pill says so: passed, overdue, a No is in it, or open
 */
KumojiPillKind
kumoji_score_get_pill (const KumojiScore *score)
{
  if (score->passed)
    return KUMOJI_PILL_PASSED;
  if (score->overdue > 0)
    return KUMOJI_PILL_LATE;
  return score->no > 0 ? KUMOJI_PILL_BLOCKED : KUMOJI_PILL_OPEN;
}
