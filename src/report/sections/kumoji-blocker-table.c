/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of what keeps a gate shut. */
#include "report/sections/kumoji-blocker-table.h"

#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-report-words.h"

/* Characters: a memo is only quoted here; the checklist has it whole. */
#define MEMO_LENGTH 90

static KumojiMark
get_mark (const KumojiBlocker *blocker)
{
  switch (blocker->reason)
    {
    case KUMOJI_BLOCKER_NO:
    case KUMOJI_BLOCKER_HELD:
      return KUMOJI_MARK_BLOCKED;
    case KUMOJI_BLOCKER_WAITING:
      return KUMOJI_MARK_WAITING;
    case KUMOJI_BLOCKER_REASON_MISSING:
      return KUMOJI_MARK_LATE;
    default:
      return KUMOJI_MARK_OPEN;
    }
}

static KumojiRecord *
get_answer (KumojiReportContext *context, const KumojiBlocker *blocker)
{
  KumojiAssessment *round = NULL;

  if (blocker->item != NULL)
    round = kumoji_project_get_last_round (context->project,
                                           kumoji_catalog_get_id (blocker->catalog), "");

  return round != NULL ? (
           KumojiRecord *) kumoji_assessment_get_answer (round, kumoji_item_get_id (blocker->item))
                       : NULL;
}

static const char *
get_said (KumojiRecord *answer, const char *field)
{
  return answer != NULL ? kumoji_record_get_text (answer, field) : "";
}

static gboolean
anything_said (KumojiReportContext *context, KumojiGate *gate, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      KumojiRecord *answer =
        get_answer (context, &g_array_index (gate->blockers, KumojiBlocker, i));

      if (*get_said (answer, "memo") != '\0' || *get_said (answer, "by") != '\0')
        return TRUE;
    }

  return FALSE;
}

static void
add_blocker (KumojiReportContext *context,
             KumojiTable *table,
             const KumojiBlocker *blocker,
             gboolean with_memo)
{
  const char *number = blocker->item != NULL ? kumoji_item_get_id (blocker->item) : "–";
  KumojiRecord *answer = get_answer (context, blocker);
  g_autofree char *title = kumoji_blocker_dup_title (blocker, context->language);
  g_autofree char *place = answer != NULL ? kumoji_record_dup_path (answer, NULL) : NULL;

  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, place);
  kumoji_table_add_text (table, number);
  kumoji_table_add_text (table, title);
  kumoji_table_add_mark (table, get_mark (blocker),
                         kumoji_blocker_get_state_label (blocker, context->language));
  if (!with_memo)
    return;

  g_autofree char *memo = kumoji_report_shorten (get_said (answer, "memo"), MEMO_LENGTH);
  kumoji_table_add_text (table, memo);
  kumoji_table_add_text (table, get_said (answer, "by"));
}

/**
 * kumoji_blocker_table_add:
 * @gate: a gate with blockers
 * @most: how many are named; the others are counted below
 *
 * Adds the blockers of a gate to the pages, each by name.
 */
void
kumoji_blocker_table_add (KumojiReportContext *context, KumojiGate *gate, guint most)
{
  const guint n = MIN (gate->blockers->len, most);
  const gboolean with_memo = anything_said (context, gate, n);
  g_autoptr (KumojiTable) table = kumoji_report_table_new (context);

  kumoji_table_add_column (table, kumoji_report_say (context, N_("No.")), 0, 34,
                           KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("What is missing")), 5, 0,
                           KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Present answer")), 0, 0,
                           KUMOJI_ALIGN_LEFT);
  if (with_memo)
    {
      kumoji_table_add_column (table, kumoji_report_label (context, KUMOJI_TYPE_ANSWER, "memo"), 6,
                               0, KUMOJI_ALIGN_LEFT);
      kumoji_table_add_column (table, kumoji_report_label (context, KUMOJI_TYPE_ANSWER, "by"), 0, 0,
                               KUMOJI_ALIGN_LEFT);
    }
  for (guint i = 0; i < n; i++)
    add_blocker (context, table, &g_array_index (gate->blockers, KumojiBlocker, i), with_memo);
  kumoji_flow_add_table (context->flow, table);

  if (n < gate->blockers->len)
    {
      const guint more = gate->blockers->len - n;
      g_autofree char *text = g_strdup_printf (
        kumoji_phrase_plural (context->language, N_("and %u more; the roadmap names it"),
                              N_("and %u more; the roadmap names them all"), more),
        more);

      kumoji_flow_add_space (context->flow, 4);
      kumoji_flow_add_text (context->flow, text);
    }
}
