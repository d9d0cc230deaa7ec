/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a stage, from its dates. */
#include "rules/kumoji-stage-state.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/kumoji-phrases.h"

typedef struct
{
  const char *id;
  const char *label;
} StateWords;

static const StateWords states[] = {
  [KUMOJI_STAGE_NOT_STARTED] = { "not-started", N_("Not started") },
  [KUMOJI_STAGE_IN_PROGRESS] = { "in-progress", N_("In progress") },
  [KUMOJI_STAGE_FINISHED] = { "finished", N_("Finished") },
  [KUMOJI_STAGE_SKIPPED] = { "skipped", N_("Skipped") },
};

/**
 * kumoji_date_add_months:
 * @date: a day, ISO 8601, or ""
 * @months: how many months later
 *
 * Returns: (transfer full) (nullable): that day, the month's last where it has no such day; %NULL
 *   where @date is ""
 */
char *
kumoji_date_add_months (const char *date, gint64 months)
{
  GDate day;

  if (!kumoji_date_is_valid (date) || months < 0 || months > 12 * 1000)
    return NULL;
  g_date_set_dmy (&day, atoi (date + 8), atoi (date + 5), atoi (date));
  g_date_add_months (&day, months);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}

/**
 * kumoji_stage_get_month:
 * @stage: a stage
 * @today: the day, ISO 8601
 *
 * Returns: in which month of the stage we are, from 1; 0 where it has not begun
 */
guint
kumoji_stage_get_month (KumojiStage *stage, const char *today)
{
  const char *start = kumoji_record_get_text (KUMOJI_RECORD (stage), "actual-start");
  guint month = 0;

  if (*start == '\0')
    return 0;
  while (TRUE)
    {
      g_autofree char *begins = kumoji_date_add_months (start, month);
      if (begins == NULL || strcmp (begins, today) > 0)
        return month;
      month++;
    }
}

/* Stages before the one that a company starts from were not gone through. Stage x is none of the
 * row. */
static gboolean
is_before_start (KumojiStage *stage, KumojiProfile *profile)
{
  const char *id = kumoji_record_get_id (KUMOJI_RECORD (stage));
  const char *start = kumoji_record_get_text (KUMOJI_RECORD (profile), "starting-stage");

  return *start != '\0' && g_ascii_isdigit (*id) && strcmp (id, start) < 0;
}

/**
 * kumoji_stage_state:
 * @stage: a stage
 * @profile: whose it is
 * @today: the day, ISO 8601
 *
 * DESIGN.md section 4, Gates. A day that is still to come has not begun or ended anything.
 *
 * Returns: where the stage stands
 */
KumojiStageState
kumoji_stage_state (KumojiStage *stage, KumojiProfile *profile, const char *today)
{
  const char *start = kumoji_record_get_text (KUMOJI_RECORD (stage), "actual-start");
  const char *end = kumoji_record_get_text (KUMOJI_RECORD (stage), "actual-end");

  if (*end != '\0' && strcmp (end, today) <= 0)
    return KUMOJI_STAGE_FINISHED;
  if (*start != '\0' && strcmp (start, today) <= 0)
    return KUMOJI_STAGE_IN_PROGRESS;
  return is_before_start (stage, profile) ? KUMOJI_STAGE_SKIPPED : KUMOJI_STAGE_NOT_STARTED;
}

/**
 * kumoji_stage_state_get_id:
 * @state: where a stage stands
 *
 * Returns: (transfer none): its word in `check --json`
 */
const char *
kumoji_stage_state_get_id (KumojiStageState state)
{
  return states[state].id;
}

/**
 * kumoji_stage_state_get_label:
 * @state: where a stage stands
 * @language: the reader's language
 *
 * Returns: (transfer none): one or two words for it
 */
const char *
kumoji_stage_state_get_label (KumojiStageState state, KumojiLanguage language)
{
  return kumoji_phrase (language, states[state].label);
}
