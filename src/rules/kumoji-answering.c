/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answering: what may be said to an item of a kind, and what it means. */
#include "rules/kumoji-answering.h"

#include "catalog/kumoji-phrases.h"

/* One key says the same in every kind: Y that it is done, N that it is not, A that it does not
 * apply, W that it is under way. */
static const KumojiMeaning checklist[] = {
  { "yes", 'y', KUMOJI_ITEM_YES },
  { "no", 'n', KUMOJI_ITEM_NO },
  { "not-applicable", 'a', KUMOJI_ITEM_NOT_APPLICABLE },
  { "waiting", 'w', KUMOJI_ITEM_WAITING },
  { NULL },
};

static const KumojiMeaning practice[] = {
  { "done", 'y', KUMOJI_ITEM_YES },
  { "open", 'n', KUMOJI_ITEM_OPEN },
  { "not-applicable", 'a', KUMOJI_ITEM_NOT_APPLICABLE },
  { NULL },
};

static const KumojiMeaning document[] = {
  { "approved", 'y', KUMOJI_ITEM_YES },
  { "draft", 'w', KUMOJI_ITEM_PARTLY },
  { "none", 'n', KUMOJI_ITEM_NO },
  { "not-needed", 'a', KUMOJI_ITEM_NOT_APPLICABLE },
  { NULL },
};

static const KumojiMeaning criterion[] = {
  { "mark-3", '3', KUMOJI_ITEM_YES },
  { "mark-2", '2', KUMOJI_ITEM_YES },
  { "mark-1", '1', KUMOJI_ITEM_YES },
  { "mark-0", '0', KUMOJI_ITEM_YES },
  { NULL },
};

/* Both of the first say that the control applies; a decision is all that counts. */
static const KumojiMeaning applicability[] = {
  { "in-place", 'y', KUMOJI_ITEM_YES },
  { "planned", 'w', KUMOJI_ITEM_YES },
  { "not-applicable", 'a', KUMOJI_ITEM_NOT_APPLICABLE },
  { NULL },
};

static const KumojiMeaning nothing[] = { { NULL } };

static const char *const usual_fields[] = { "reason", "memo", "evidence", "by", "date", NULL };
static const char *const document_fields[] = { "reason",   "owner", "place", "memo",
                                               "evidence", "by",    "date",  NULL };
static const char *const recurring_fields[] = { "date", "by",       "interval", "due",
                                                "memo", "evidence", NULL };
static const char *const no_fields[] = { NULL };

/* DESIGN.md section 3, kinds. */
static const KumojiAnswering answerings[] = {
  [KUMOJI_KIND_CHECKLIST] = { checklist, usual_fields, FALSE },
  [KUMOJI_KIND_PRACTICE] = { practice, usual_fields, TRUE },
  [KUMOJI_KIND_DOCUMENT] = { document, document_fields, TRUE },
  [KUMOJI_KIND_CRITERION] = { criterion, usual_fields, FALSE },
  [KUMOJI_KIND_APPLICABILITY] = { applicability, usual_fields, TRUE },
  [KUMOJI_KIND_IMPACT] = { nothing, usual_fields, FALSE },
  [KUMOJI_KIND_RECURRING] = { nothing, recurring_fields, TRUE },
  [KUMOJI_KIND_REFERENCE] = { nothing, no_fields, FALSE },
};

/* What a field is called where its usual name would not say what it holds. */
static const struct
{
  KumojiKind kind;
  const char *field, *label;
} labels[] = {
  { KUMOJI_KIND_DOCUMENT, "date", N_("Date of approval") },
  { KUMOJI_KIND_CRITERION, "memo", N_("What we found") },
  { KUMOJI_KIND_APPLICABILITY, "reason", N_("Justification") },
  { KUMOJI_KIND_RECURRING, "date", N_("Last done") },
  { KUMOJI_KIND_RECURRING, "by", N_("Done by") },
};

/**
 * kumoji_answering_get:
 * @kind: a kind
 *
 * Returns: (transfer none): how its items are answered
 */
const KumojiAnswering *
kumoji_answering_get (KumojiKind kind)
{
  return &answerings[kind];
}

/**
 * kumoji_answering_find:
 * @kind: a kind
 * @answer: an answer's id, or ""
 *
 * Returns: (transfer none) (nullable): what it means, %NULL where it is no answer to that kind
 */
const KumojiMeaning *
kumoji_answering_find (KumojiKind kind, const char *answer)
{
  for (const KumojiMeaning *one = answerings[kind].answers; one->answer != NULL; one++)
    if (g_str_equal (one->answer, answer))
      return one;
  return NULL;
}

/**
 * kumoji_answer_get_label:
 * @answer: an answer's id
 * @language: the reader's language
 *
 * Returns: (transfer none): one or two words for it
 */
const char *
kumoji_answer_get_label (const char *answer, KumojiLanguage language)
{
  return kumoji_field_get_choice_label (kumoji_record_type_get_field (KUMOJI_TYPE_ANSWER, "answer"),
                                        answer, language);
}

/**
 * kumoji_answer_wants_reason:
 * @answer: an answer's id
 *
 * Returns: whether it counts only with a reason
 */
gboolean
kumoji_answer_wants_reason (const char *answer)
{
  return g_str_equal (answer, "not-applicable") || g_str_equal (answer, "not-needed");
}

/**
 * kumoji_answering_get_field_label:
 * @kind: a kind
 * @field: a field of #KumojiAnswer
 * @language: the reader's language
 *
 * Returns: (transfer none): what the field is called in answers to that kind
 */
const char *
kumoji_answering_get_field_label (KumojiKind kind, const char *field, KumojiLanguage language)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].kind == kind && g_str_equal (labels[i].field, field))
      return kumoji_phrase (language, labels[i].label);
  return kumoji_field_get_label (kumoji_record_type_get_field (KUMOJI_TYPE_ANSWER, field),
                                 language);
}
