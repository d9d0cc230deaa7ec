/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report to management: where the company stands and what comes next, on a page or two. */
#include "catalog/kumoji-phrases.h"
#include "report/kumoji-stage-chart.h"
#include "report/sections/kumoji-blocker-table.h"
#include "report/sections/kumoji-next-steps.h"
#include "report/sections/kumoji-progress-chart.h"
#include "report/sections/kumoji-report-words.h"
#include "report/sections/kumoji-standing.h"
#include "report/sections/kumoji-summary-charts.h"

/* Rows: what a reader takes in. */
#define MOST_BLOCKERS 10

static KumojiStep
get_step (KumojiReportContext *context, const KumojiGate *gate)
{
  if (gate == context->roadmap->current)
    return KUMOJI_STEP_CURRENT;
  switch (gate->state)
    {
    case KUMOJI_STAGE_FINISHED:
      return KUMOJI_STEP_FINISHED;
    case KUMOJI_STAGE_SKIPPED:
      return KUMOJI_STEP_SKIPPED;
    case KUMOJI_STAGE_IN_PROGRESS:
      return KUMOJI_STEP_CURRENT;
    default:
      return KUMOJI_STEP_AHEAD;
    }
}

static void
add_stages (KumojiReportContext *context)
{
  KumojiCanvas canvas = kumoji_report_canvas (context);
  GPtrArray *gates = context->roadmap->gates;
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (KumojiStageMark));
  KumojiBox box;

  kumoji_flow_add_heading (context->flow, 2, kumoji_report_say (context, N_("Stages and gates")));
  for (guint i = 0; i < gates->len; i++)
    {
      const KumojiGate *gate = gates->pdata[i];
      KumojiStageMark mark = { gate->guide->id,
                               kumoji_text_get (&gate->guide->name, context->language),
                               get_step (context, gate) };

      /* Stage x is none of the row. */
      if (!g_ascii_isdigit (*gate->guide->id))
        continue;
      if (gate == context->roadmap->current)
        mark.gate = kumoji_standing_get_gate (context, gate, &mark.gate_mark);
      g_array_append_val (marks, mark);
    }
  canvas.page = kumoji_flow_reserve (context->flow, kumoji_stage_chart_get_height (&canvas), &box);
  kumoji_stage_chart_draw (&canvas, &box, (KumojiStageMark *) marks->data, marks->len);
}

static void
add_blockers (KumojiReportContext *context)
{
  KumojiGate *gate = context->roadmap->current;

  if (gate == NULL || gate->blockers->len == 0)
    return;
  kumoji_flow_add_heading (context->flow, 2,
                           kumoji_report_say (context,
                                              gate->guide->each_round
                                                ? N_("What keeps this round from being passed")
                                                : N_("What keeps us from the next stage")));
  kumoji_blocker_table_add (context, gate, MOST_BLOCKERS);
}

static void
add_decision (KumojiReportContext *context)
{
  g_autofree char *decision = kumoji_standing_dup_decision (context);

  if (decision == NULL)
    return;
  kumoji_flow_add_space (context->flow, 7);
  kumoji_flow_add_text (context->flow, decision);
}

static void
add_warnings (KumojiReportContext *context)
{
  const KumojiGate *gate = context->roadmap->current;

  if (gate == NULL || gate->warnings->len == 0)
    return;
  kumoji_flow_add_heading (context->flow, 2, kumoji_report_say (context, N_("Worth knowing")));
  for (guint i = 0; i < gate->warnings->len; i++)
    kumoji_flow_add_item (context->flow, KUMOJI_MARK_LATE,
                          kumoji_warning_get_text (g_array_index (gate->warnings, KumojiWarning, i),
                                                   context->language));
}

static void
add_title (KumojiReportContext *context)
{
  g_autofree char *title = kumoji_standing_dup_stage (context);
  g_autofree char *way = kumoji_standing_dup_way (context);
  g_autofree char *value = kumoji_standing_dup_value (context);
  const char *const notes[] = { way, value, NULL };

  kumoji_flow_add_title (context->flow,
                         kumoji_report_say (context, N_("Taking the company into the cloud")),
                         title, notes, context->options->signature);
}

/**
 * kumoji_summary_section_add:
 *
 * Adds the report to management.
 */
void
kumoji_summary_section_add (KumojiReportContext *context)
{
  kumoji_flow_start_report (context->flow, kumoji_report_say (context, N_("Report to management")),
                            KUMOJI_PORTRAIT);
  add_title (context);
  add_stages (context);
  add_blockers (context);
  add_decision (context);
  kumoji_next_steps_add (context);
  add_warnings (context);
  kumoji_progress_chart_add (context);
  kumoji_summary_add_assets (context);
}
