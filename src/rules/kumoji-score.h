/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score of one checklist: how much is answered, and whether it is passed. */
#pragma once

#include "rules/kumoji-item-state.h"

G_BEGIN_DECLS

/**
 * KumojiScore:
 * @items: all of the catalog
 * @excluded: those that the profile takes out of the count
 * @applicable: items − excluded − not applicable
 * @answered: Yes, No and not applicable with its reason; waiting is open
 * @yes: those that are done, as their kind says it
 * @no: real answers that something is missing, with those that are @overdue
 * @passed: at least one item applies, and every applicable one is done
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
  guint overdue;
  gboolean passed;
} KumojiScore;

void kumoji_score_work_out (KumojiScore *self,
                            KumojiCatalog *catalog,
                            KumojiAssessment *assessment,
                            KumojiProfile *profile,
                            const char *today);
void kumoji_score_work_out_items (KumojiScore *self,
                                  GPtrArray *items,
                                  KumojiAssessment *assessment,
                                  KumojiProfile *profile,
                                  const char *today);
guint kumoji_score_get_open (const KumojiScore *self);
gboolean
kumoji_score_is_awaited (KumojiProject *project, KumojiCatalog *catalog, const char *subject);

G_END_DECLS
