/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sections of a report share: the project, what follows from it, and the pages. */
#pragma once

#include "report/kumoji-chart.h"
#include "report/kumoji-flow.h"
#include "report/kumoji-report.h"
#include "report/kumoji-table.h"
#include "rules/kumoji-gate.h"
#include "rules/kumoji-valuation.h"

G_BEGIN_DECLS

/**
 * KumojiReportContext:
 * @company: its name, or the words for none
 * @assets: (element-type KumojiAsset): in the order in which they are printed
 * @roadmap: worked out for the day of the report
 * @watch: asked whether to go on
 */
typedef struct
{
  KumojiProject *project;
  const KumojiReportOptions *options;
  KumojiLibrary *library;
  KumojiLanguage language;
  KumojiTypeface *typeface;
  KumojiFlow *flow;
  const char *company;
  GPtrArray *assets;
  KumojiRoadmap *roadmap;
  KumojiValuation *valuation;
  GCancellable *cancellable;
  KumojiWatch *watch;
} KumojiReportContext;

/* One section each. They stop early where the report is cancelled. */
void kumoji_summary_section_add (KumojiReportContext *context);
void kumoji_checklists_section_add (KumojiReportContext *context);
void kumoji_assets_section_add (KumojiReportContext *context);
void kumoji_roadmap_section_add (KumojiReportContext *context);
void kumoji_sources_section_add (KumojiReportContext *context);
void kumoji_glossary_section_add (KumojiReportContext *context);

char *kumoji_report_date (KumojiReportContext *context, const char *date);
KumojiCalendar kumoji_report_get_calendar (const KumojiReportContext *context);
const char *kumoji_report_say (KumojiReportContext *context, const char *english) G_GNUC_FORMAT (2);
const char *
kumoji_report_label (KumojiReportContext *context, GType record_type, const char *field);
double kumoji_report_cell_width (KumojiReportContext *context, const char *text);
KumojiTable *kumoji_report_table_new (KumojiReportContext *context);
KumojiCanvas kumoji_report_canvas (KumojiReportContext *context);

G_END_DECLS
