/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a checklist side by side: this round, and the one before it. */
#pragma once

#include "report/sections/kumoji-check-sheet.h"

G_BEGIN_DECLS

void kumoji_section_chart_add (KumojiReportContext *context, const KumojiCheckSheet *sheet);

G_END_DECLS
