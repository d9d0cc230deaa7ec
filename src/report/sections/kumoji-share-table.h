/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares in the value of all information: as a table and as a bar. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

KumojiTable *
kumoji_share_table_new (KumojiReportContext *context, GArray *shares, const char *title);
void kumoji_share_bar_add (KumojiReportContext *context, GArray *shares);

G_END_DECLS
