/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of information assets as tables: what each is worth, and all else that is known. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

void kumoji_register_table_add (KumojiReportContext *context);
void kumoji_register_table_add_blank (KumojiReportContext *context);
void kumoji_register_details_add (KumojiReportContext *context);

G_END_DECLS
