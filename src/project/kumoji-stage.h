/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stage: what the company planned, did and decided in one stage of adoption. */
#pragma once

#include "project/kumoji-list.h"

G_BEGIN_DECLS

/* A stage's id is that of the guide: "0" to "4", or "x". */
#define KUMOJI_TYPE_STAGE (kumoji_stage_get_type ())
G_DECLARE_FINAL_TYPE (KumojiStage, kumoji_stage, KUMOJI, STAGE, KumojiRecord)

#define KUMOJI_TYPE_DECISION (kumoji_decision_get_type ())
G_DECLARE_FINAL_TYPE (KumojiDecision, kumoji_decision, KUMOJI, DECISION, KumojiRecord)

KumojiDecision *kumoji_stage_get_decision (KumojiStage *self);

G_END_DECLS
