/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stage on paper: what it is for, how far it is, what keeps its gate shut, what was decided. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

KumojiMark kumoji_stage_block_get_mark (KumojiStageState state);
char *kumoji_stage_block_dup_name (KumojiReportContext *context, const KumojiGate *gate);
void kumoji_stage_block_add (KumojiReportContext *context, KumojiGate *gate);

G_END_DECLS
