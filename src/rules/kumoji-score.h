/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score of one checklist: how much is answered, and whether it is passed. */
#pragma once

#include "catalog/kumoji-library.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

/**
 * KumojiItemState:
 *
 * Where one item of a checklist stands. No answer without its reason counts.
 */
typedef enum
{
  KUMOJI_ITEM_UNANSWERED,
  KUMOJI_ITEM_YES,
  KUMOJI_ITEM_NO,
  KUMOJI_ITEM_NOT_APPLICABLE,
  KUMOJI_ITEM_WAITING,
  KUMOJI_ITEM_REASON_MISSING, /* not applicable, without the reason that it needs */
  KUMOJI_ITEM_EXCLUDED,
} KumojiItemState;

/**
 * KumojiScore:
 * @items: all of the catalog
 * @excluded: those that the profile takes out of the count
 * @applicable: items − excluded − not applicable
 * @answered: Yes, No and not applicable with its reason; waiting is open
 * @passed: at least one item applies, and every applicable one is Yes
 */
typedef struct
{
  guint items;
  guint excluded;
  guint not_applicable;
  guint applicable;
  guint answered;
  guint yes;
  guint no;
  guint waiting;
  gboolean passed;
} KumojiScore;

KumojiItemState
kumoji_item_state (KumojiItem *item, KumojiAssessment *assessment, KumojiProfile *profile);
const char *kumoji_item_state_get_label (KumojiItemState state, KumojiLanguage language);
void kumoji_score_work_out (KumojiScore *self,
                            KumojiCatalog *catalog,
                            KumojiAssessment *assessment,
                            KumojiProfile *profile);
void kumoji_score_work_out_items (KumojiScore *self,
                                  GPtrArray *items,
                                  KumojiAssessment *assessment,
                                  KumojiProfile *profile);
guint kumoji_score_get_open (const KumojiScore *self);
gboolean
kumoji_score_is_awaited (KumojiProject *project, KumojiCatalog *catalog, const char *subject);

G_END_DECLS
