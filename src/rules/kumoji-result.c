/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of a round: what its score says, in the words of its kind. */
#include "rules/kumoji-result.h"

#include "catalog/kumoji-phrases.h"

static char *
dup_of_checklist (const KumojiScore *score, KumojiLanguage language)
{
  const guint left = score->applicable - score->yes;

  if (score->passed)
    return g_strdup_printf (
      kumoji_phrase_plural (language, N_("Passed: the %u question that applies is Yes."),
                            N_("Passed: all %u questions that apply are Yes."), score->applicable),
      score->applicable);
  if (score->applicable == 0)
    return g_strdup (kumoji_phrase (language, N_("Not passed: no question applies.")));
  return g_strdup_printf (
    kumoji_phrase_plural (language, N_("Not passed: %u question that applies is not Yes."),
                          N_("Not passed: %u questions that apply are not Yes."), left),
    left);
}

static char *
dup_of_recurring (const KumojiScore *score, KumojiLanguage language)
{
  const guint unknown = score->applicable - score->yes - score->no;

  if (score->overdue > 0)
    return g_strdup_printf (kumoji_phrase_plural (language, N_("%u check is overdue."),
                                                  N_("%u checks are overdue."), score->overdue),
                            score->overdue);
  if (unknown > 0)
    return g_strdup_printf (
      kumoji_phrase_plural (language, N_("Nothing is overdue; %u check was never recorded."),
                            N_("Nothing is overdue; %u checks were never recorded."), unknown),
      unknown);
  return g_strdup (kumoji_phrase (language, N_("All checks are in time.")));
}

/**
 * kumoji_result_dup_sentence:
 * @score: of a round, or of none yet
 * @kind: of its catalog
 * @language: the reader's language
 *
 * Returns: (transfer full): one sentence; "" for what is only looked up
 */
char *
kumoji_result_dup_sentence (const KumojiScore *score, KumojiKind kind, KumojiLanguage language)
{
  switch (kind)
    {
    case KUMOJI_KIND_PRACTICE:
      return g_strdup_printf (kumoji_phrase (language, N_("Done: %u of %u practices that apply.")),
                              score->yes, score->applicable);
    case KUMOJI_KIND_DOCUMENT:
      return g_strdup_printf (kumoji_phrase (language,
                                             N_("Approved: %u of %u documents that are needed.")),
                              score->yes, score->applicable);
    case KUMOJI_KIND_CRITERION:
      return g_strdup_printf (kumoji_phrase (language, N_("Marked: %u of %u criteria.")),
                              score->yes, score->applicable);
    case KUMOJI_KIND_APPLICABILITY:
      /* To leave a control out, with a reason, is a decision, too. */
      return g_strdup_printf (kumoji_phrase (language, N_("Decided: %u of %u controls.")),
                              score->answered, score->items - score->excluded);
    case KUMOJI_KIND_IMPACT:
      return g_strdup_printf (kumoji_phrase (language, N_("Assessed: %u of %u threats.")),
                              score->yes, score->applicable);
    case KUMOJI_KIND_RECURRING:
      return dup_of_recurring (score, language);
    case KUMOJI_KIND_REFERENCE:
      return g_strdup ("");
    case KUMOJI_KIND_CHECKLIST:
    default:
      return dup_of_checklist (score, language);
    }
}

/**
 * kumoji_result_get_done_label:
 * @kind: a kind
 * @language: the reader's language
 *
 * Returns: (transfer none): a word for what counts as done, above a column of figures
 */
const char *
kumoji_result_get_done_label (KumojiKind kind, KumojiLanguage language)
{
  static const char *const labels[KUMOJI_N_KINDS] = {
    [KUMOJI_KIND_CHECKLIST] = N_("Yes"),         [KUMOJI_KIND_PRACTICE] = N_("Done"),
    [KUMOJI_KIND_DOCUMENT] = N_("Approved"),     [KUMOJI_KIND_CRITERION] = N_("Marked"),
    [KUMOJI_KIND_APPLICABILITY] = N_("Decided"), [KUMOJI_KIND_IMPACT] = N_("Assessed"),
    [KUMOJI_KIND_RECURRING] = N_("In time"),     [KUMOJI_KIND_REFERENCE] = N_("To look up"),
  };

  return kumoji_phrase (language, labels[kind]);
}
