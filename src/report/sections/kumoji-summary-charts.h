/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the report to management: information against sales, and the checklists. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

void kumoji_summary_add_assets (KumojiReportContext *context);
void kumoji_summary_add_checklists (KumojiReportContext *context);

G_END_DECLS
