/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section assets of a report. */
#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-report-context.h"

void
kumoji_assets_section_add (KumojiReportContext *context)
{
  const char *name = kumoji_phrase (context->language, N_("Information asset register"));

  kumoji_flow_start_report (context->flow, name, KUMOJI_LANDSCAPE);
  kumoji_flow_add_title (context->flow, context->company, name, NULL, context->options->signature);
}
