/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan of the stages, from the day of the first one and the times that the guide recommends. */
#include "config.h"

#include "app/pages/kumoji-stage-plan.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "rules/kumoji-stage-state.h"

/* The day before, ISO 8601. */
static char *
dup_day_before (const char *date)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) atoi (date + 8), (GDateMonth) atoi (date + 5),
                  (GDateYear) atoi (date));
  g_date_subtract_days (&day, 1);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&day), g_date_get_month (&day),
                          g_date_get_day (&day));
}

/* A company that is in the cloud already does not go through the stages before its own. */
static gboolean
is_passed_over (KumojiProject *project, const char *id)
{
  const char *first =
    kumoji_record_get_text (KUMOJI_RECORD (kumoji_project_get_profile (project)), "starting-stage");

  return *first != '\0' && g_ascii_isdigit (*id) && strcmp (id, first) < 0;
}

/**
 * kumoji_stage_plan_propose_start:
 * @project: a project
 * @today: the day, ISO 8601
 *
 * Returns: (transfer full): the day from which a plan may well begin: that on which the company's
 *   first stage began, else @today
 */
char *
kumoji_stage_plan_propose_start (KumojiProject *project, const char *today)
{
  static const char *const names[] = { "actual-start", "planned-start" };
  KumojiList *stages = kumoji_project_get_stages (project);

  for (guint i = 0; i < kumoji_list_get_length (stages); i++)
    {
      KumojiRecord *stage = kumoji_list_get (stages, i);
      if (is_passed_over (project, kumoji_record_get_id (stage)))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        if (*kumoji_record_get_text (stage, names[j]) != '\0')
          return g_strdup (kumoji_record_get_text (stage, names[j]));
      break;
    }
  return g_strdup (today);
}

static void
plan (KumojiProject *project, const KumojiStageGuide *guide, const char *start, const char *next)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *stage = KUMOJI_RECORD (kumoji_project_get_stage (project, guide->id));
  g_autofree char *end = dup_day_before (next);

  kumoji_history_set_text (history, stage, "planned-start", start);
  kumoji_history_set_text (history, stage, "planned-end", end);
}

/**
 * kumoji_stage_plan_fill:
 * @library: the stages
 * @project: a project
 * @start: the day on which the company's first stage begins, ISO 8601
 *
 * Plans the stages one after the other, each for as long as the guide recommends at least
 * (002_3d0f212953d0b829.txt, 2.4), in one step. Stage X goes on beside the one that it needs.
 */
void
kumoji_stage_plan_fill (KumojiLibrary *library, KumojiProject *project, const char *start)
{
  GPtrArray *guides = kumoji_library_get_stages (library);
  g_autofree char *begin = g_strdup (start);

  kumoji_history_begin (kumoji_project_get_history (project), _("Plan the stages"));
  for (guint i = 0; i < guides->len; i++)
    {
      const KumojiStageGuide *guide = guides->pdata[i];
      if (guide->needs_stage_entered != NULL || is_passed_over (project, guide->id))
        continue;
      g_autofree char *next = kumoji_date_add_months (begin, guide->months);
      if (next == NULL || !kumoji_date_is_valid (next))
        break;
      plan (project, guide, begin, next);
      g_free (begin);
      begin = g_strdup (next);
    }
  for (guint i = 0; i < guides->len; i++)
    {
      const KumojiStageGuide *guide = guides->pdata[i];
      KumojiRecord *needed;
      if (guide->needs_stage_entered == NULL)
        continue;
      needed = KUMOJI_RECORD (kumoji_project_get_stage (project, guide->needs_stage_entered));
      g_autofree char *entered = g_strdup (kumoji_record_get_text (needed, "planned-start"));
      g_autofree char *next =
        kumoji_date_add_months (*entered != '\0' ? entered : start, guide->months);
      if (next != NULL && kumoji_date_is_valid (next))
        plan (project, guide, *entered != '\0' ? entered : start, next);
    }
  kumoji_history_end (kumoji_project_get_history (project));
}
