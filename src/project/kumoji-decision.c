/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decision of management at the gate of a stage. */
#include "project/kumoji-stage.h"

#include "catalog/kumoji-phrases.h"

static const KumojiChoice results[] = {
  { "proceed", N_("Proceed") },
  { "proceed-with-reservations", N_("Proceed with reservations") },
  { "hold", N_("Hold") },
  { "return", N_("Return") },
  { NULL },
};

static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "result", KUMOJI_FIELD_CHOICE, N_("Decision"), results },
  { "by", KUMOJI_FIELD_TEXT, N_("Decided by") },
  { "date", KUMOJI_FIELD_DATE, N_("Decided on") },
  { "reason", KUMOJI_FIELD_MEMO, N_("Reason") },
};

KUMOJI_DEFINE_RECORD (KumojiDecision, kumoji_decision, N_("decision"))
