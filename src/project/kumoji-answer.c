/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer to one item of a catalog. */
#include "project/kumoji-assessment.h"

#include "catalog/kumoji-phrases.h"

/* DESIGN.md section 3, kind checklist. None chosen is unanswered. */
static const KumojiChoice answers[] = {
  { "yes", N_("Yes") },
  { "no", N_("No") },
  { "not-applicable", N_("Not applicable") },
  { "waiting", N_("Waiting") },
  { NULL },
};

static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "answer", KUMOJI_FIELD_CHOICE, N_("Answer"), answers },
  { "reason", KUMOJI_FIELD_MEMO, N_("Reason") },
  { "memo", KUMOJI_FIELD_MEMO, N_("Memo") },
  { "evidence", KUMOJI_FIELD_TEXT, N_("Evidence") },
  { "by", KUMOJI_FIELD_TEXT, N_("Answered by") },
  { "date", KUMOJI_FIELD_DATE, N_("Date") },
};

KUMOJI_DEFINE_RECORD (KumojiAnswer, kumoji_answer, N_("answer"))
