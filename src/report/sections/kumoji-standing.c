/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the company stands, in sentences. */
#include "report/sections/kumoji-standing.h"

#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-report-words.h"

/* Characters of a reason; the roadmap has it whole. */
#define REASON_LENGTH 200

/**
 * kumoji_standing_dup_stage:
 *
 * Returns: (transfer full): on which stage the company stands
 */
char *
kumoji_standing_dup_stage (KumojiReportContext *context)
{
  const KumojiGate *gate = context->roadmap->current;
  const char *name = kumoji_text_get (&gate->guide->name, context->language);

  return g_strdup_printf (kumoji_report_say (context, gate->state == KUMOJI_STAGE_NOT_STARTED
                                                        ? N_("Stage %s (%s) lies ahead")
                                                        : N_("We are in stage %s (%s)")),
                          gate->guide->id, name);
}

/**
 * kumoji_standing_dup_way:
 *
 * Returns: (transfer full): whether the way on is open, one sentence
 */
char *
kumoji_standing_dup_way (KumojiReportContext *context)
{
  const KumojiGate *gate = context->roadmap->current;
  const guint n = gate->blockers->len;

  if (gate->open)
    return g_strdup (kumoji_report_say (context, gate->guide->each_round
                                                   ? N_("This round is passed.")
                                                   : N_("The way to the next stage is open.")));
  if (gate->overridden)
    return g_strdup_printf (
      kumoji_phrase_plural (context->language,
                            N_("Management goes on with reservations: %u thing is not settled."),
                            N_("Management goes on with reservations: %u things are not settled."),
                            n),
      n);
  if (gate->guide->each_round)
    return g_strdup_printf (
      kumoji_phrase_plural (context->language, N_("%u reason keeps this round from being passed."),
                            N_("%u reasons keep this round from being passed."), n),
      n);

  return g_strdup_printf (kumoji_phrase_plural (context->language,
                                                N_("%u reason keeps us from the next stage."),
                                                N_("%u reasons keep us from the next stage."), n),
                          n);
}

/**
 * kumoji_standing_dup_value:
 *
 * Returns: (transfer full): how the value of the information stands to sales, one sentence
 */
char *
kumoji_standing_dup_value (KumojiReportContext *context)
{
  KumojiValuation *valuation = context->valuation;
  g_autofree char *difference = kumoji_yen_format (ABS (valuation->difference));

  if (valuation->overflow != NULL)
    return kumoji_valuation_dup_overflow_message (valuation, context->language);
  if (valuation->assets == 0)
    return g_strdup (
      kumoji_report_say (context, N_("The register of information assets is empty.")));

  switch (valuation->state)
    {
    case KUMOJI_VALUATION_BALANCED:
      return g_strdup (
        kumoji_report_say (context,
                           N_("The value of our information is in balance with annual sales.")));
    case KUMOJI_VALUATION_OVER:
      return g_strdup_printf (
        kumoji_report_say (context,
                           N_("The value of our information is %s above annual sales: check the "
                               "values per record and the counts.")),
        difference);
    case KUMOJI_VALUATION_UNDER:
      return g_strdup_printf (
        kumoji_report_say (context, N_("The value of our information is %s below annual sales: "
                                        "something is missing, or is valued too low.")),
        difference);
    case KUMOJI_VALUATION_UNKNOWN:
    default:
      return g_strdup (
        kumoji_report_say (context, N_("Annual sales are not entered, so there is nothing to hold "
                                        "the value of our information against.")));
    }
}

/**
 * kumoji_standing_dup_decision:
 *
 * Returns: (transfer full) (nullable): the last decision of management at the present gate, %NULL
 *   for none yet
 */
char *
kumoji_standing_dup_decision (KumojiReportContext *context)
{
  KumojiRecord *decision =
    (KumojiRecord *) kumoji_stage_get_decision (context->roadmap->current->stage);
  g_autofree char *result = NULL, *date = NULL, *reason = NULL;

  if (decision == NULL || *kumoji_record_get_text (decision, "result") == '\0')
    return NULL;
  result = kumoji_record_format (decision, "result", context->language);
  date = kumoji_report_date (context, kumoji_record_get_text (decision, "date"));
  reason = kumoji_report_shorten (kumoji_record_get_text (decision, "reason"), REASON_LENGTH);

  return g_strdup_printf (
    /* Translators: result, by whom, when, why. */
    kumoji_report_say (context, N_("Last decision of management: %s (%s, %s). %s")), result,
    kumoji_record_get_text (decision, "by"), date, reason);
}

/**
 * kumoji_standing_get_gate:
 * @gate: a gate
 * @mark: (out): its mark
 *
 * Returns: (transfer none): how it stands, in a word or two
 */
const char *
kumoji_standing_get_gate (KumojiReportContext *context, const KumojiGate *gate, KumojiMark *mark)
{
  if (gate->open)
    {
      *mark = KUMOJI_MARK_PASSED;
      return kumoji_report_say (context, N_("Open"));
    }
  if (gate->overridden)
    {
      *mark = KUMOJI_MARK_LATE;
      return kumoji_report_say (context, N_("With reservations"));
    }
  *mark = KUMOJI_MARK_BLOCKED;

  return kumoji_report_say (context, N_("Closed"));
}
