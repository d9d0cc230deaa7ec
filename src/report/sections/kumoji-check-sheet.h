/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A check sheet: one checklist for the company or for one service, with its last round. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

/**
 * KumojiCheckSheet:
 * @service: (nullable): the service it is for, %NULL for the company
 * @round: (nullable): its last round, %NULL for none yet
 * @before: (nullable): the round before that
 */
typedef struct
{
  KumojiCatalog *catalog;
  KumojiService *service;
  KumojiAssessment *round, *before;
} KumojiCheckSheet;

GArray *kumoji_check_sheet_list (KumojiReportContext *context);
GArray *kumoji_check_sheet_list_printed (KumojiReportContext *context);

G_END_DECLS
