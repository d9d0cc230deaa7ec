/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a section of a checklist: question, boxes, what was noted. */
#pragma once

#include "report/sections/kumoji-check-sheet.h"

G_BEGIN_DECLS

void kumoji_check_table_add (KumojiReportContext *context,
                             const KumojiCheckSheet *sheet,
                             const KumojiSection *section);

G_END_DECLS
