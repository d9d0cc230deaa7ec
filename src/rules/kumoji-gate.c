/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate out of a stage: open or not, and what blocks it. */
#include "rules/kumoji-gate.h"

#include <string.h>

#include "rules/kumoji-stage-state.h"

static void
block (KumojiGate *gate, KumojiCatalog *catalog, KumojiItem *item, KumojiBlockerReason reason)
{
  KumojiBlocker blocker = { catalog, item, reason };

  g_array_append_val (gate->blockers, blocker);
}

static void
warn_if (KumojiGate *gate, gboolean condition, KumojiWarning warning)
{
  if (condition)
    g_array_append_val (gate->warnings, warning);
}

/* What an item's state means at a gate; -1 where it does not block. */
static int
reason_of_state (KumojiItemState state)
{
  switch (state)
    {
    case KUMOJI_ITEM_NO:
      return KUMOJI_BLOCKER_NO;
    case KUMOJI_ITEM_UNANSWERED:
      return KUMOJI_BLOCKER_UNANSWERED;
    case KUMOJI_ITEM_WAITING:
      return KUMOJI_BLOCKER_WAITING;
    case KUMOJI_ITEM_REASON_MISSING:
      return KUMOJI_BLOCKER_REASON_MISSING;
    default:
      return -1;
    }
}

static void
block_by_catalog (KumojiGate *gate,
                  KumojiProject *project,
                  KumojiCatalog *catalog,
                  KumojiAssessment *assessment,
                  const char *today)
{
  KumojiProfile *profile = kumoji_project_get_profile (project);
  GPtrArray *items = kumoji_catalog_get_items (catalog);
  KumojiScore score;

  for (guint i = 0; i < items->len; i++)
    {
      int reason =
        reason_of_state (kumoji_item_state (items->pdata[i], assessment, profile, today));
      if (reason >= 0)
        block (gate, catalog, items->pdata[i], reason);
    }
  kumoji_score_work_out (&score, catalog, assessment, profile, today);
  if (score.applicable == 0)
    block (gate, catalog, NULL, KUMOJI_BLOCKER_NOTHING_APPLICABLE);
}

static void
block_by_checklists (KumojiGate *gate,
                     KumojiLibrary *library,
                     KumojiProject *project,
                     const char *today)
{
  for (char **id = gate->guide->passed; *id != NULL; id++)
    {
      KumojiCatalog *catalog = kumoji_library_get_catalog (library, *id);
      KumojiAssessment *round = kumoji_project_get_last_round (project, *id, "");

      block_by_catalog (gate, project, catalog, round, today);
      if (gate->guide->each_round && round != NULL)
        {
          const char *date = kumoji_record_get_text (KUMOJI_RECORD (round), "date");
          g_autofree char *expires = kumoji_date_add_months (date, 12);
          warn_if (gate, expires != NULL && strcmp (expires, today) < 0,
                   KUMOJI_WARNING_ROUND_TOO_OLD);
        }
    }
}

static gboolean
has_person (KumojiProject *project)
{
  KumojiList *persons =
    kumoji_record_get_list (KUMOJI_RECORD (kumoji_project_get_profile (project)), "persons");

  for (guint i = 0; i < kumoji_list_get_length (persons); i++)
    if (*kumoji_record_get_text (kumoji_list_get (persons, i), "name") != '\0')
      return TRUE;
  return FALSE;
}

static void
block_by_facts (KumojiGate *gate, KumojiProject *project, const char *today)
{
  const KumojiStageGuide *guide = gate->guide;

  if (guide->needs_person && !has_person (project))
    block (gate, NULL, NULL, KUMOJI_BLOCKER_NO_PERSON);
  if (guide->needs_stage_entered != NULL
      && kumoji_stage_state (kumoji_project_get_stage (project, guide->needs_stage_entered),
                             kumoji_project_get_profile (project), today)
           == KUMOJI_STAGE_NOT_STARTED)
    block (gate, NULL, NULL, KUMOJI_BLOCKER_STAGE_NOT_ENTERED);
  if (guide->needs_processes
      && *kumoji_record_get_text (KUMOJI_RECORD (gate->stage), "processes") == '\0')
    block (gate, NULL, NULL, KUMOJI_BLOCKER_NO_PROCESS);
}

/* A decision says who, when and what; one that does not is none yet. */
static const char *
decided_result (KumojiStage *stage)
{
  KumojiRecord *decision = (KumojiRecord *) kumoji_stage_get_decision (stage);

  if (decision == NULL || *kumoji_record_get_text (decision, "by") == '\0'
      || *kumoji_record_get_text (decision, "date") == '\0')
    return "";
  return kumoji_record_get_text (decision, "result");
}

static void
block_by_decision (KumojiGate *gate)
{
  const char *result = decided_result (gate->stage);
  guint blockers = gate->blockers->len;

  if (*result == '\0')
    block (gate, NULL, NULL, KUMOJI_BLOCKER_NO_DECISION);
  else if (g_str_equal (result, "hold") || g_str_equal (result, "return"))
    block (gate, NULL, NULL, KUMOJI_BLOCKER_HELD);
  gate->overridden = blockers > 0 && g_str_equal (result, "proceed-with-reservations");
  gate->open = gate->blockers->len == 0;
}

static gboolean
is_outside_budget (const KumojiGate *gate)
{
  gint64 budget = kumoji_record_get_integer (KUMOJI_RECORD (gate->stage), "budget");
  gint64 cost = kumoji_record_get_integer (KUMOJI_RECORD (gate->stage), "cost");

  if (budget > 0 && cost > budget)
    return TRUE;
  return gate->guide->budget_max > 0
         && ((budget > 0 && budget < gate->guide->budget_min)
             || MAX (budget, cost) > gate->guide->budget_max);
}

static gboolean
is_too_short (const KumojiGate *gate, const char *today)
{
  const char *start = kumoji_record_get_text (KUMOJI_RECORD (gate->stage), "actual-start");
  const char *end = kumoji_record_get_text (KUMOJI_RECORD (gate->stage), "actual-end");
  g_autofree char *due = kumoji_date_add_months (start, gate->guide->months);

  return !gate->guide->per_round && due != NULL && strcmp (*end != '\0' ? end : today, due) < 0;
}

/* The practices of a stage are the section of its number. */
static gboolean
has_open_practices (const KumojiGate *gate,
                    KumojiLibrary *library,
                    KumojiProject *project,
                    const char *today)
{
  KumojiCatalog *catalog = gate->guide->practices != NULL
                             ? kumoji_library_get_catalog (library, gate->guide->practices)
                             : NULL;
  const KumojiSection *section =
    catalog != NULL ? kumoji_catalog_get_section (catalog, gate->guide->id) : NULL;
  KumojiScore score;

  if (section == NULL)
    return FALSE;
  kumoji_score_work_out_items (&score, section->items,
                               kumoji_project_get_last_round (project,
                                                              kumoji_catalog_get_id (catalog), ""),
                               kumoji_project_get_profile (project), today);
  return score.yes < score.applicable;
}

/* What nobody is at yet needs no warning: these are for stages that are under way or done. */
static void
warn_of_stage (KumojiGate *gate, KumojiLibrary *library, KumojiProject *project, const char *today)
{
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (project));
  KumojiRecord *stage = KUMOJI_RECORD (gate->stage);
  gboolean begun = gate->state == KUMOJI_STAGE_IN_PROGRESS || gate->state == KUMOJI_STAGE_FINISHED;

  for (char **id = gate->guide->warns_not_passed; *id != NULL; id++)
    {
      KumojiScore score;
      kumoji_score_work_out (&score, kumoji_library_get_catalog (library, *id),
                             kumoji_project_get_last_round (project, *id, ""),
                             KUMOJI_PROFILE (profile), today);
      warn_if (gate, !score.passed, KUMOJI_WARNING_PRECONDITION);
    }
  warn_if (gate,
           gate->guide->warns_no_assets
             && kumoji_list_get_length (kumoji_project_get_assets (project)) == 0,
           KUMOJI_WARNING_NO_ASSETS);
  warn_if (gate, begun && is_too_short (gate, today), KUMOJI_WARNING_TOO_SHORT);
  warn_if (gate, begun && *kumoji_record_get_text (stage, "residual-risk") == '\0',
           KUMOJI_WARNING_RESIDUAL_RISK);
  warn_if (gate, begun && has_open_practices (gate, library, project, today),
           KUMOJI_WARNING_PRACTICES_OPEN);
  warn_if (gate, is_outside_budget (gate), KUMOJI_WARNING_BUDGET);
  warn_if (gate,
           gate->state == KUMOJI_STAGE_IN_PROGRESS
             && !g_str_equal (kumoji_record_get_text (profile, "qualified-expert"), "yes"),
           KUMOJI_WARNING_NO_EXPERT);
}

static KumojiGate *
gate_new (KumojiLibrary *library,
          KumojiProject *project,
          const KumojiStageGuide *guide,
          const char *today)
{
  KumojiGate *gate = g_new0 (KumojiGate, 1);

  gate->guide = guide;
  gate->stage = kumoji_project_get_stage (project, guide->id);
  gate->state = kumoji_stage_state (gate->stage, kumoji_project_get_profile (project), today);
  gate->blockers = g_array_new (FALSE, FALSE, sizeof (KumojiBlocker));
  gate->warnings = g_array_new (FALSE, FALSE, sizeof (KumojiWarning));
  block_by_checklists (gate, library, project, today);
  block_by_facts (gate, project, today);
  block_by_decision (gate);
  warn_of_stage (gate, library, project, today);
  return gate;
}

static void
gate_free (KumojiGate *gate)
{
  g_array_unref (gate->blockers);
  g_array_unref (gate->warnings);
  g_free (gate);
}

/* The highest stage of 0-4 in progress; none in progress: the one after the last finished. */
static KumojiGate *
find_current (GPtrArray *gates)
{
  KumojiGate *current = NULL, *next = NULL;
  gboolean take_next = TRUE;

  for (guint i = 0; i < gates->len; i++)
    {
      KumojiGate *gate = gates->pdata[i];
      if (g_str_equal (gate->guide->id, "x"))
        continue;
      if (gate->state == KUMOJI_STAGE_IN_PROGRESS)
        current = gate;
      /* Behind the last finished stage comes the last one again: it is renewed, never left. */
      gboolean over = gate->state == KUMOJI_STAGE_FINISHED || gate->state == KUMOJI_STAGE_SKIPPED;
      if (take_next || over)
        next = gate;
      take_next = over;
    }
  return current != NULL ? current : next;
}

/**
 * kumoji_roadmap_new:
 * @library: the catalogs and stages
 * @project: what the company says
 * @today: the day, ISO 8601
 *
 * Works out all gates, and where the company stands. DESIGN.md section 4, Gates;
 * 002_3d0f212953d0b829.txt, 2.5 and 6.3.
 *
 * Returns: (transfer full): the roadmap, which points into @library and @project
 */
KumojiRoadmap *
kumoji_roadmap_new (KumojiLibrary *library, KumojiProject *project, const char *today)
{
  KumojiRoadmap *self = g_new0 (KumojiRoadmap, 1);
  GPtrArray *stages = kumoji_library_get_stages (library);

  self->gates = g_ptr_array_new_with_free_func ((GDestroyNotify) gate_free);
  for (guint i = 0; i < stages->len; i++)
    g_ptr_array_add (self->gates, gate_new (library, project, stages->pdata[i], today));
  self->current = find_current (self->gates);
  return self;
}

/**
 * kumoji_roadmap_free:
 * @self: (transfer full): a roadmap
 */
void
kumoji_roadmap_free (KumojiRoadmap *self)
{
  g_ptr_array_unref (self->gates);
  g_free (self);
}

/**
 * kumoji_roadmap_get_gate:
 * @self: a roadmap
 * @stage: "0" to "4", or "x"
 *
 * Returns: (transfer none) (nullable): the gate out of that stage
 */
KumojiGate *
kumoji_roadmap_get_gate (KumojiRoadmap *self, const char *stage)
{
  for (guint i = 0; i < self->gates->len; i++)
    {
      KumojiGate *gate = self->gates->pdata[i];
      if (g_str_equal (gate->guide->id, stage))
        return gate;
    }
  return NULL;
}
