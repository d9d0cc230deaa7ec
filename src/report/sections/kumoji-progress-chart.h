/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the checklists are: all answers as a donut, and a line for each checklist. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

void kumoji_progress_chart_add (KumojiReportContext *context);

G_END_DECLS
