/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roadmap on paper: plan and progress, then one block a stage. */
#include "catalog/kumoji-phrases.h"
#include "report/kumoji-timeline.h"
#include "report/sections/kumoji-report-words.h"
#include "report/sections/kumoji-stage-block.h"
#include "report/sections/kumoji-standing.h"

static KumojiStep
get_step (const KumojiGate *gate)
{
  static const KumojiStep steps[] = {
    [KUMOJI_STAGE_NOT_STARTED] = KUMOJI_STEP_AHEAD,
    [KUMOJI_STAGE_IN_PROGRESS] = KUMOJI_STEP_CURRENT,
    [KUMOJI_STAGE_FINISHED] = KUMOJI_STEP_FINISHED,
    [KUMOJI_STAGE_SKIPPED] = KUMOJI_STEP_SKIPPED,
  };

  return steps[gate->state];
}

static guint32
get_day (const KumojiGate *gate, const char *field)
{
  return kumoji_report_get_day (kumoji_record_get_text (KUMOJI_RECORD (gate->stage), field));
}

static void
add_timeline (KumojiReportContext *context)
{
  KumojiCanvas canvas = kumoji_report_canvas (context);
  GPtrArray *gates = context->roadmap->gates;
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (KumojiSpan));
  gboolean dated = FALSE;
  KumojiBox box;

  for (guint i = 0; i < gates->len; i++)
    {
      const KumojiGate *gate = gates->pdata[i];
      const KumojiSpan span = { gate->guide->number,
                                kumoji_text_get (&gate->guide->name, context->language),
                                get_step (gate),
                                get_day (gate, "planned-start"),
                                get_day (gate, "planned-end"),
                                get_day (gate, "actual-start"),
                                get_day (gate, "actual-end") };

      dated = dated || span.planned_start != 0 || span.planned_end != 0 || span.actual_start != 0
              || span.actual_end != 0;
      g_array_append_val (spans, span);
    }
  kumoji_flow_add_heading (context->flow, 2, kumoji_report_say (context, N_("Plan and progress")));
  if (!dated)
    {
      kumoji_flow_add_text (context->flow,
                            kumoji_report_say (context, N_("No stage has a date yet.")));
      return;
    }
  canvas.page =
    kumoji_flow_reserve (context->flow, kumoji_timeline_get_height (&canvas, spans->len), &box);
  kumoji_timeline_draw (&canvas, &box, (KumojiSpan *) spans->data, spans->len,
                        kumoji_report_get_day (context->options->today));
}

/* The sum of what all stages say; a dash where none says anything, or it goes beyond 64 bits. */
static char *
dup_sum (KumojiReportContext *context, const char *field)
{
  GPtrArray *gates = context->roadmap->gates;
  gint64 sum = 0;

  for (guint i = 0; i < gates->len; i++)
    {
      const KumojiGate *gate = gates->pdata[i];

      if (__builtin_add_overflow (sum,
                                  kumoji_record_get_integer (KUMOJI_RECORD (gate->stage), field),
                                  &sum))
        return g_strdup ("–");
    }

  return sum > 0 ? kumoji_yen_format (sum) : g_strdup ("–");
}

static void
add_stage (KumojiReportContext *context, KumojiTable *table, const KumojiGate *gate)
{
  KumojiRecord *stage = KUMOJI_RECORD (gate->stage);
  g_autofree char *name = kumoji_stage_block_dup_name (context, gate);
  const gint64 budget = kumoji_record_get_integer (stage, "budget");
  const gint64 cost = kumoji_record_get_integer (stage, "cost");
  g_autofree char *planned = budget > 0 ? kumoji_yen_format (budget) : g_strdup ("");
  g_autofree char *spent = cost > 0 ? kumoji_yen_format (cost) : g_strdup ("");
  g_autofree char *blockers = g_strdup_printf ("%u", gate->blockers->len);
  KumojiMark mark;
  const char *standing = kumoji_standing_get_gate (context, gate, &mark);

  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
  kumoji_table_add_text (table, name);
  kumoji_table_add_mark (table, kumoji_stage_block_get_mark (gate->state),
                         kumoji_stage_state_get_label (gate->state, context->language));
  kumoji_table_add_mark (table, mark, standing);
  kumoji_table_add_text (table, blockers);
  kumoji_table_add_text (table, planned);
  kumoji_table_add_text (table, spent);
}

static void
add_overview (KumojiReportContext *context)
{
  GPtrArray *gates = context->roadmap->gates;
  g_autofree char *budget = dup_sum (context, "budget");
  g_autofree char *cost = dup_sum (context, "cost");
  g_autoptr (KumojiTable) table = kumoji_report_table_new (context);
  const char *const titles[] = {
    kumoji_report_say (context, N_("Stage")),
    kumoji_report_say (context, N_("State")),
    kumoji_report_say (context, N_("Gate")),
    kumoji_report_say (context, N_("Blockers")),
    kumoji_report_label (context, KUMOJI_TYPE_STAGE, "budget"),
    kumoji_report_label (context, KUMOJI_TYPE_STAGE, "cost"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    kumoji_table_add_column (table, titles[i], i == 0, 0,
                             i < 3 ? KUMOJI_ALIGN_LEFT : KUMOJI_ALIGN_RIGHT);
  for (guint i = 0; i < gates->len; i++)
    add_stage (context, table, gates->pdata[i]);
  kumoji_table_add_row (table, KUMOJI_ROW_TOTAL, NULL);
  kumoji_table_add_text (table, kumoji_report_say (context, N_("Total")))->span = 4;
  kumoji_table_add_text (table, budget);
  kumoji_table_add_text (table, cost);
  kumoji_flow_add_heading (context->flow, 2, kumoji_report_say (context, N_("All stages")));
  kumoji_flow_add_table (context->flow, table);
}

/**
 * kumoji_roadmap_section_add:
 *
 * Adds the roadmap.
 */
void
kumoji_roadmap_section_add (KumojiReportContext *context)
{
  const char *name = kumoji_report_say (context, N_("Roadmap"));
  GPtrArray *gates = context->roadmap->gates;
  g_autofree char *stage = kumoji_standing_dup_stage (context);
  g_autofree char *way = kumoji_standing_dup_way (context);
  const char *const notes[] = { stage, way, NULL };

  kumoji_flow_start_report (context->flow, name, KUMOJI_PORTRAIT);
  kumoji_flow_add_title (context->flow, context->company, name, notes, context->options->signature);
  add_timeline (context);
  add_overview (context);
  kumoji_flow_break_page (context->flow);
  for (guint i = 0; i < gates->len && !g_cancellable_is_cancelled (context->cancellable); i++)
    kumoji_stage_block_add (context, gates->pdata[i]);
}
