/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of an item: where one item of a catalog stands, whatever its kind. */
#pragma once

#include "catalog/kumoji-library.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

/**
 * KumojiItemState:
 * @KUMOJI_ITEM_UNANSWERED: nothing was said yet
 * @KUMOJI_ITEM_YES: done: Yes, done, approved, marked, decided, not overdue
 * @KUMOJI_ITEM_NO: a real answer that something is missing
 * @KUMOJI_ITEM_NOT_APPLICABLE: with its reason; leaves the count
 * @KUMOJI_ITEM_WAITING: asked, no answer yet
 * @KUMOJI_ITEM_REASON_MISSING: not applicable, without the reason that it needs
 * @KUMOJI_ITEM_EXCLUDED: the profile takes it out of the count
 * @KUMOJI_ITEM_OPEN: a practice that is known to be still ahead
 * @KUMOJI_ITEM_PARTLY: begun: a draft, or some of the impacts
 * @KUMOJI_ITEM_OVERDUE: a recurring check whose day has gone by
 * @KUMOJI_ITEM_REFERENCE: nothing is answered to it
 *
 * DESIGN.md section 3, kinds. No answer without its reason counts.
 */
typedef enum
{
  KUMOJI_ITEM_UNANSWERED,
  KUMOJI_ITEM_YES,
  KUMOJI_ITEM_NO,
  KUMOJI_ITEM_NOT_APPLICABLE,
  KUMOJI_ITEM_WAITING,
  KUMOJI_ITEM_REASON_MISSING,
  KUMOJI_ITEM_EXCLUDED,
  KUMOJI_ITEM_OPEN,
  KUMOJI_ITEM_PARTLY,
  KUMOJI_ITEM_OVERDUE,
  KUMOJI_ITEM_REFERENCE,
} KumojiItemState;

KumojiItemState kumoji_item_state (KumojiItem *item,
                                   KumojiAssessment *assessment,
                                   KumojiProfile *profile,
                                   const char *today);
gboolean kumoji_item_state_is_answered (KumojiItemState state);
gboolean kumoji_item_state_is_open (KumojiItemState state);
const char *kumoji_item_state_get_label (KumojiItemState state, KumojiLanguage language);
const char *kumoji_item_state_get_words (KumojiItemState state,
                                         KumojiItem *item,
                                         KumojiAnswer *answer,
                                         KumojiLanguage language);
char *kumoji_item_dup_due (KumojiItem *item, KumojiAnswer *answer);

G_END_DECLS
