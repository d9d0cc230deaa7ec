/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An assessment: one round of one catalog, for the company or for one cloud service. */
#include "project/kumoji-assessment.h"

#include "catalog/kumoji-phrases.h"

static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "catalog", KUMOJI_FIELD_TEXT, N_("Catalog") },
  { "subject", KUMOJI_FIELD_TEXT, N_("Subject"),
    .refers_to = "services" }, /* "" for the company */
  { "round", KUMOJI_FIELD_INTEGER, N_("Round"), .max = 1000000, .initial = 1 },
  { "assessor", KUMOJI_FIELD_TEXT, N_("Assessor") },
  { "reviewer", KUMOJI_FIELD_TEXT, N_("Reviewer") },
  { "date", KUMOJI_FIELD_DATE, N_("Date") },
  { "answers", KUMOJI_FIELD_LIST, N_("Answers"), .record_type = kumoji_answer_get_type },
};

KUMOJI_DEFINE_RECORD (KumojiAssessment, kumoji_assessment, N_("round"))

/**
 * kumoji_assessment_get_answer:
 * @self: an assessment
 * @item: an item's id
 *
 * Returns: (transfer none) (nullable): what was answered to the item, %NULL for nothing yet
 */
KumojiAnswer *
kumoji_assessment_get_answer (KumojiAssessment *self, const char *item)
{
  return kumoji_list_find (kumoji_record_get_list (KUMOJI_RECORD (self), "answers"), item);
}
