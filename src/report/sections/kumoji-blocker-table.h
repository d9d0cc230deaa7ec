/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of what keeps a gate shut. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

void kumoji_blocker_table_add (KumojiReportContext *context, KumojiGate *gate, guint most);

G_END_DECLS
