/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the company stands, in sentences. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

char *kumoji_standing_dup_stage (KumojiReportContext *context);
char *kumoji_standing_dup_way (KumojiReportContext *context);
char *kumoji_standing_dup_value (KumojiReportContext *context);
char *kumoji_standing_dup_decision (KumojiReportContext *context);
const char *
kumoji_standing_get_gate (KumojiReportContext *context, const KumojiGate *gate, KumojiMark *mark);

G_END_DECLS
