/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of a check sheet: what its answers come to, in the words of its kind. */
#pragma once

#include "report/sections/kumoji-check-sheet.h"

G_BEGIN_DECLS

void kumoji_check_result_add (KumojiReportContext *context, const KumojiCheckSheet *sheet);
void kumoji_check_marking_add (KumojiReportContext *context, const KumojiCheckSheet *sheet);

G_END_DECLS
