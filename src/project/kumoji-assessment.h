/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An assessment: one round of one catalog, for the company or for one cloud service. */
#pragma once

#include "project/kumoji-list.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ASSESSMENT (kumoji_assessment_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAssessment, kumoji_assessment, KUMOJI, ASSESSMENT, KumojiRecord)

/* An answer's id is that of the item it answers. */
#define KUMOJI_TYPE_ANSWER (kumoji_answer_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAnswer, kumoji_answer, KUMOJI, ANSWER, KumojiRecord)

/* An impact's id is that of the impact which its catalog names, e.g. "bankruptcy". */
#define KUMOJI_TYPE_IMPACT (kumoji_impact_get_type ())
G_DECLARE_FINAL_TYPE (KumojiImpact, kumoji_impact, KUMOJI, IMPACT, KumojiRecord)

KumojiAnswer *kumoji_assessment_get_answer (KumojiAssessment *self, const char *item);

G_END_DECLS
