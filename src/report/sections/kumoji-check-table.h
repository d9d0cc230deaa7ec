/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a check sheet: its items with their answers, or with room for them. */
#pragma once

#include "report/sections/kumoji-check-sheet.h"

G_BEGIN_DECLS

void kumoji_check_table_add (KumojiReportContext *context,
                             const KumojiCheckSheet *sheet,
                             const GPtrArray *sections);

G_END_DECLS
