/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stage: what the company planned, did and decided in one stage of adoption. */
#include "project/kumoji-stage.h"

#include "catalog/kumoji-phrases.h"

static const KumojiChoice treatments[] = {
  { "treated", N_("Treated") },
  { "accepted", N_("Accepted") },
  { NULL },
};

static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "planned-start", KUMOJI_FIELD_DATE, N_("Planned start") },
  { "planned-end", KUMOJI_FIELD_DATE, N_("Planned end") },
  { "actual-start", KUMOJI_FIELD_DATE, N_("Actual start") },
  { "actual-end", KUMOJI_FIELD_DATE, N_("Actual end") },
  { "budget", KUMOJI_FIELD_INTEGER, N_("Budget"), .unit = KUMOJI_UNIT_YEN },
  { "cost", KUMOJI_FIELD_INTEGER, N_("Cost so far"), .unit = KUMOJI_UNIT_YEN },
  { "processes", KUMOJI_FIELD_MEMO, N_("Sensitive processes") },
  { "residual-risk", KUMOJI_FIELD_CHOICE, N_("Residual risk"), treatments },
  { "risk-owner", KUMOJI_FIELD_TEXT, N_("Risk owner") },
  { "risk-reason", KUMOJI_FIELD_MEMO, N_("How the residual risk is handled") },
  { "decisions", KUMOJI_FIELD_LIST, N_("Decisions"), .record_type = kumoji_decision_get_type },
  { "note", KUMOJI_FIELD_MEMO, N_("Note") },
};

KUMOJI_DEFINE_RECORD (KumojiStage, kumoji_stage, N_("stage"))

/**
 * kumoji_stage_get_decision:
 * @self: a stage
 *
 * Returns: (transfer none) (nullable): the last decision of management at its gate
 */
KumojiDecision *
kumoji_stage_get_decision (KumojiStage *self)
{
  KumojiList *list = kumoji_record_get_list (KUMOJI_RECORD (self), "decisions");
  guint n = kumoji_list_get_length (list);

  return n > 0 ? kumoji_list_get (list, n - 1) : NULL;
}
