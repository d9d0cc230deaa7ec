/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the report to management: information against sales. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

void kumoji_summary_add_assets (KumojiReportContext *context);

G_END_DECLS
