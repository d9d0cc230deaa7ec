/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answering: what may be said to an item of a kind, and what it means. */
#pragma once

#include "rules/kumoji-item-state.h"

G_BEGIN_DECLS

/**
 * KumojiMeaning:
 * @answer: one of the answers of #KumojiAnswer; %NULL ends a list
 * @key: the letter or digit that gives it from the keyboard, lower case
 * @state: where the item stands then
 */
typedef struct
{
  const char *answer;
  char key;
  KumojiItemState state;
} KumojiMeaning;

/**
 * KumojiAnswering:
 * @answers: in the order in which they are offered; empty for a kind that is answered otherwise
 * @fields: what of #KumojiAnswer is asked beside it, in order; %NULL ends them
 * @lasts: whether what is said goes on to hold in a new round, as a document stays approved
 */
typedef struct
{
  const KumojiMeaning *answers;
  const char *const *fields;
  gboolean lasts;
} KumojiAnswering;

const KumojiAnswering *kumoji_answering_get (KumojiKind kind);
const KumojiMeaning *kumoji_answering_find (KumojiKind kind, const char *answer);
const char *kumoji_answer_get_label (const char *answer, KumojiLanguage language);
gboolean kumoji_answer_wants_reason (const char *answer);
const char *
kumoji_answering_get_field_label (KumojiKind kind, const char *field, KumojiLanguage language);

G_END_DECLS
