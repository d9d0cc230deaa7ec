/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An impact: how hard a threat would hit the company in one way. */
#include "project/kumoji-assessment.h"

#include "catalog/kumoji-phrases.h"

static const KumojiChoice levels[] = {
  { "none", N_("No impact") },
  { "low", N_("Low") },
  { "medium", N_("Moderate") },
  { "high", N_("High") },
  { NULL },
};

static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "level", KUMOJI_FIELD_CHOICE, N_("Impact"), levels },
};

KUMOJI_DEFINE_RECORD (KumojiImpact, kumoji_impact, N_("impact"))
