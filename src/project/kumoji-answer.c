/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer to one item of a catalog. */
#include "project/kumoji-assessment.h"

#include "catalog/kumoji-phrases.h"

/* DESIGN.md section 3: those of all kinds; which of them a kind takes says the rules' answering.
 * None chosen is unanswered. */
static const KumojiChoice answers[] = {
  { "yes", N_("Yes") },
  { "no", N_("No") },
  { "not-applicable", N_("Not applicable") },
  { "waiting", N_("Waiting") },
  { "open", N_("Not yet") },
  { "done", N_("Done") },
  { "none", N_("No document") },
  { "draft", N_("Draft") },
  { "approved", N_("Approved") },
  { "not-needed", N_("Not needed") },
  { "mark-0", N_("0 Unfit") },
  { "mark-1", N_("1 Weak") },
  { "mark-2", N_("2 Fair") },
  { "mark-3", N_("3 Good") },
  { "in-place", N_("In place") },
  { "planned", N_("Planned") },
  { NULL },
};

static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "answer", KUMOJI_FIELD_CHOICE, N_("Answer"), answers },
  { "impacts", KUMOJI_FIELD_LIST, N_("Impacts"), .record_type = kumoji_impact_get_type },
  { "reason", KUMOJI_FIELD_MEMO, N_("Reason") },
  { "memo", KUMOJI_FIELD_MEMO, N_("Memo") },
  { "evidence", KUMOJI_FIELD_TEXT, N_("Evidence") },
  { "owner", KUMOJI_FIELD_TEXT, N_("Owner") },
  { "place", KUMOJI_FIELD_TEXT, N_("Kept at"), .max = 2000 },
  { "interval", KUMOJI_FIELD_INTEGER, N_("Interval in months"), .max = 1200 },
  { "due", KUMOJI_FIELD_DATE, N_("Next due") },
  { "by", KUMOJI_FIELD_TEXT, N_("Answered by") },
  { "date", KUMOJI_FIELD_DATE, N_("Date") },
};

KUMOJI_DEFINE_RECORD (KumojiAnswer, kumoji_answer, N_("answer"))
