/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a stage, from its dates. */
#pragma once

#include "rules/kumoji-gate.h"

G_BEGIN_DECLS

KumojiStageState kumoji_stage_state (KumojiStage *stage, KumojiProfile *profile, const char *today);
char *kumoji_date_add_months (const char *date, gint64 months);
guint kumoji_stage_get_month (KumojiStage *stage, const char *today);

G_END_DECLS
