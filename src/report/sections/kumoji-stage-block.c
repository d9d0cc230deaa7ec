/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stage on paper: what it is for, how far it is, what keeps its gate shut, what was decided. */
#include "report/sections/kumoji-stage-block.h"

#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-blocker-table.h"
#include "report/sections/kumoji-report-words.h"
#include "report/sections/kumoji-standing.h"

#define NOTHING "–"

/* Points: a heading and two lines. */
#define FOLLOWING 60.0

/**
 * kumoji_stage_block_get_mark:
 * @state: of a stage
 *
 * Returns: its mark
 */
KumojiMark
kumoji_stage_block_get_mark (KumojiStageState state)
{
  static const KumojiMark marks[] = {
    [KUMOJI_STAGE_NOT_STARTED] = KUMOJI_MARK_OPEN,
    [KUMOJI_STAGE_IN_PROGRESS] = KUMOJI_MARK_WAITING,
    [KUMOJI_STAGE_FINISHED] = KUMOJI_MARK_PASSED,
    [KUMOJI_STAGE_SKIPPED] = KUMOJI_MARK_NOT_APPLICABLE,
  };

  return marks[state];
}

/**
 * kumoji_stage_block_dup_name:
 * @gate: the gate out of a stage
 *
 * Returns: (transfer full): the stage's number and name
 */
char *
kumoji_stage_block_dup_name (KumojiReportContext *context, const KumojiGate *gate)
{
  return g_strdup_printf (kumoji_report_say (context, N_("Stage %s: %s")), gate->guide->number,
                          kumoji_text_get (&gate->guide->name, context->language));
}

static gboolean
has_begun (const KumojiGate *gate)
{
  return gate->state == KUMOJI_STAGE_IN_PROGRESS || gate->state == KUMOJI_STAGE_FINISHED;
}

static void
add_fact (KumojiTable *table, const char *label, const char *value)
{
  kumoji_table_add_text (table, label)->colour = kumoji_palette_paper.dim;
  kumoji_table_add_text (table, *value != '\0' ? value : NOTHING);
}

static char *
dup_period (KumojiReportContext *context, KumojiRecord *stage, const char *start, const char *end)
{
  return kumoji_report_dup_period (kumoji_record_get_text (stage, start),
                                   kumoji_record_get_text (stage, end), context->language,
                                   kumoji_report_get_calendar (context));
}

static char *
dup_amount (KumojiRecord *stage, const char *field)
{
  const gint64 yen = kumoji_record_get_integer (stage, field);

  return yen > 0 ? kumoji_yen_format (yen) : g_strdup ("");
}

static char *
dup_time (KumojiReportContext *context, const KumojiStageGuide *guide)
{
  const guint months = (guint) guide->months;

  return guide->per_round
           ? g_strdup_printf (kumoji_phrase_plural (context->language, N_("%u month a round"),
                                                    N_("%u months a round"), months),
                              months)
           : g_strdup_printf (kumoji_phrase_plural (context->language, N_("at least %u month"),
                                                    N_("at least %u months"), months),
                              months);
}

static KumojiTable *
new_facts (KumojiReportContext *context)
{
  KumojiTable *table = kumoji_report_table_new (context);

  kumoji_table_set_show_titles (table, FALSE);
  for (guint i = 0; i < 2; i++)
    {
      kumoji_table_add_column (table, NULL, 0, 0, KUMOJI_ALIGN_LEFT);
      kumoji_table_add_column (table, NULL, 1, 0, KUMOJI_ALIGN_LEFT);
    }

  return table;
}

/* The facts stand on one page, with the beginning of what follows. */
static void
keep_together (KumojiReportContext *context, KumojiTable *table)
{
  const double height =
    kumoji_table_measure (table, kumoji_flow_get_width (context->flow)) + FOLLOWING;

  if (height < kumoji_flow_get_body_height (context->flow))
    kumoji_flow_prepare (context->flow, height);
}

static void
add_facts (KumojiReportContext *context, KumojiGate *gate)
{
  KumojiRecord *stage = KUMOJI_RECORD (gate->stage);
  g_autofree char *planned = dup_period (context, stage, "planned-start", "planned-end");
  g_autofree char *actual = dup_period (context, stage, "actual-start", "actual-end");
  g_autofree char *budget = dup_amount (stage, "budget");
  g_autofree char *cost = dup_amount (stage, "cost");
  g_autofree char *time = dup_time (context, gate->guide);
  const char *note = kumoji_record_get_text (stage, "note");
  g_autoptr (KumojiTable) table = new_facts (context);
  KumojiMark mark;
  const char *standing = kumoji_standing_get_gate (context, gate, &mark);

  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
  kumoji_table_add_text (table, kumoji_report_say (context, N_("State")))->colour =
    kumoji_palette_paper.dim;
  kumoji_table_add_mark (table, kumoji_stage_block_get_mark (gate->state),
                         kumoji_stage_state_get_label (gate->state, context->language));
  kumoji_table_add_text (table, kumoji_report_say (context, N_("Gate")))->colour =
    kumoji_palette_paper.dim;
  kumoji_table_add_mark (table, mark, standing);
  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
  add_fact (table, kumoji_report_say (context, N_("Planned")), planned);
  add_fact (table, kumoji_report_say (context, N_("Actual")), actual);
  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
  add_fact (table, kumoji_report_label (context, KUMOJI_TYPE_STAGE, "budget"), budget);
  add_fact (table, kumoji_report_label (context, KUMOJI_TYPE_STAGE, "cost"), cost);
  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
  add_fact (table, kumoji_report_say (context, N_("Model")),
            kumoji_text_get (&gate->guide->type, context->language));
  add_fact (table, kumoji_report_say (context, N_("Duration")), time);
  if (*note != '\0')
    {
      kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
      kumoji_table_add_text (table, kumoji_report_label (context, KUMOJI_TYPE_STAGE, "note"))
        ->colour = kumoji_palette_paper.dim;
      kumoji_table_add_text (table, note)->span = 3;
    }
  keep_together (context, table);
  kumoji_flow_add_table (context->flow, table);
}

static void
add_policy (KumojiReportContext *context, const KumojiStageGuide *guide)
{
  kumoji_flow_add_heading (context->flow, 3, kumoji_report_say (context, N_("What to practise")));
  kumoji_flow_add_text (context->flow, kumoji_text_get (&guide->purpose, context->language));
  for (guint i = 0; i < guide->policy->len; i++)
    kumoji_flow_add_item (context->flow, KUMOJI_MARK_NONE,
                          kumoji_text_get (guide->policy->pdata[i], context->language));
}

static void
add_gate (KumojiReportContext *context, KumojiGate *gate)
{
  if (gate->blockers->len > 0)
    {
      g_autofree char *heading = g_strdup_printf (
        kumoji_phrase_plural (context->language, N_("What keeps the gate shut (%u)"),
                              N_("What keeps the gate shut (%u)"), gate->blockers->len),
        gate->blockers->len);

      kumoji_flow_add_heading (context->flow, 3, heading);
      kumoji_blocker_table_add (context, gate, G_MAXUINT);
    }
  if (gate->warnings->len == 0)
    return;
  kumoji_flow_add_heading (context->flow, 3, kumoji_report_say (context, N_("Worth knowing")));
  for (guint i = 0; i < gate->warnings->len; i++)
    kumoji_flow_add_item (context->flow, KUMOJI_MARK_LATE,
                          kumoji_warning_get_text (g_array_index (gate->warnings, KumojiWarning, i),
                                                   context->language));
}

static void
add_decisions (KumojiReportContext *context, const KumojiGate *gate)
{
  static const char *const fields[] = { "date", "result", "by", "reason" };
  KumojiList *decisions = kumoji_record_get_list (KUMOJI_RECORD (gate->stage), "decisions");
  const guint n = kumoji_list_get_length (decisions);
  g_autoptr (KumojiTable) table = kumoji_report_table_new (context);

  if (n == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    kumoji_table_add_column (table, kumoji_report_label (context, KUMOJI_TYPE_DECISION, fields[i]),
                             i == 3, 0, KUMOJI_ALIGN_LEFT);
  for (guint i = 0; i < n; i++)
    {
      KumojiRecord *decision = kumoji_list_get (decisions, i);
      g_autofree char *place = kumoji_record_dup_path (decision, NULL);
      g_autofree char *date =
        kumoji_report_date (context, kumoji_record_get_text (decision, "date"));
      g_autofree char *result = kumoji_record_format (decision, "result", context->language);

      kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, place);
      kumoji_table_add_text (table, date);
      kumoji_table_add_text (table, result);
      kumoji_table_add_text (table, kumoji_record_get_text (decision, "by"));
      kumoji_table_add_text (table, kumoji_record_get_text (decision, "reason"));
    }
  kumoji_flow_add_heading (context->flow, 3,
                           kumoji_report_label (context, KUMOJI_TYPE_STAGE, "decisions"));
  kumoji_flow_add_table (context->flow, table);
}

static void
add_residual_risk (KumojiReportContext *context, const KumojiGate *gate)
{
  KumojiRecord *stage = KUMOJI_RECORD (gate->stage);
  g_autofree char *treatment = kumoji_record_format (stage, "residual-risk", context->language);
  const char *owner = kumoji_record_get_text (stage, "risk-owner");
  const char *reason = kumoji_record_get_text (stage, "risk-reason");
  g_autoptr (GString) line = g_string_new (treatment);

  kumoji_flow_add_heading (context->flow, 3,
                           kumoji_report_label (context, KUMOJI_TYPE_STAGE, "residual-risk"));
  kumoji_flow_add_text (context->flow,
                        kumoji_text_get (&gate->guide->residual_risk, context->language));
  if (*owner != '\0')
    g_string_append_printf (line, " (%s)", owner);
  if (*reason != '\0')
    g_string_append_printf (line, ": %s", reason);
  if (*treatment != '\0')
    kumoji_flow_add_item (context->flow, KUMOJI_MARK_PASSED, line->str);
  else if (line->len > 0 || has_begun (gate))
    {
      g_string_prepend (line, kumoji_report_say (context, N_("Neither treated nor accepted")));
      kumoji_flow_add_item (context->flow, KUMOJI_MARK_OPEN, line->str);
    }
}

static void
add_processes (KumojiReportContext *context, const KumojiGate *gate)
{
  const char *processes = kumoji_record_get_text (KUMOJI_RECORD (gate->stage), "processes");

  if (*processes == '\0')
    return;
  kumoji_flow_add_heading (context->flow, 3,
                           kumoji_report_label (context, KUMOJI_TYPE_STAGE, "processes"));
  kumoji_flow_add_text (context->flow, processes);
}

/**
 * kumoji_stage_block_add:
 * @gate: the gate out of the stage
 *
 * Adds a stage to the pages.
 */
void
kumoji_stage_block_add (KumojiReportContext *context, KumojiGate *gate)
{
  g_autofree char *name = kumoji_stage_block_dup_name (context, gate);

  kumoji_flow_add_heading (context->flow, 2, name);
  kumoji_flow_set_place (context->flow, name);
  add_facts (context, gate);
  add_policy (context, gate->guide);
  add_processes (context, gate);
  add_gate (context, gate);
  add_decisions (context, gate);
  add_residual_risk (context, gate);
  kumoji_flow_set_place (context->flow, NULL);
  kumoji_flow_add_space (context->flow, 22);
}
