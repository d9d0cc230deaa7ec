/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of what is said to items: several fields, or several items, in one step. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

/**
 * KumojiItemsAnswer:
 * @answer: an answer of #KumojiAnswer, "" to take back what was said
 * @reason: (nullable): why it is so; %NULL where the answer wants no reason
 */
typedef struct
{
  const char *answer;
  const char *reason;
} KumojiItemsAnswer;

void kumoji_edit_clear_item (KumojiProject *project,
                             KumojiAssessment *assessment,
                             const char *item,
                             const char *today);
void kumoji_edit_item_done (KumojiProject *project,
                            KumojiAssessment *assessment,
                            const char *item,
                            const char *today);
void kumoji_edit_answer_items (KumojiProject *project,
                               KumojiAssessment *assessment,
                               const char *const *items,
                               const KumojiItemsAnswer *said,
                               const char *today);

G_END_DECLS
