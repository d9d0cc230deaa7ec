/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tally: the small count that stands beside a page's title in the sidebar. */
#include "config.h"

#include "app/kumoji-tally.h"

#include <glib/gi18n.h>

#include "files/kumoji-today.h"
#include "rules/kumoji-gate.h"
#include "rules/kumoji-score.h"

typedef struct
{
  guint passed;
  guint total;
} Passed;

static void
add_round (Passed *passed,
           KumojiProject *project,
           KumojiCatalog *catalog,
           const char *subject,
           const char *today)
{
  KumojiAssessment *round =
    kumoji_project_get_last_round (project, kumoji_catalog_get_id (catalog), subject);
  KumojiScore score;

  if (!kumoji_score_is_awaited (project, catalog, subject))
    return;
  kumoji_score_work_out (&score, catalog, round, kumoji_project_get_profile (project), today);
  passed->passed += score.passed ? 1 : 0;
  passed->total++;
}

/* A catalog about services counts once for each service in which it is awaited. */
static char *
tally_checklists (KumojiProject *project, char **description)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_project_get_library (project));
  KumojiList *services = kumoji_project_get_services (project);
  g_autofree char *today = kumoji_today_new ();
  Passed passed = { 0, 0 };

  for (guint i = 0; i < catalogs->len; i++)
    {
      KumojiCatalog *catalog = catalogs->pdata[i];

      if (kumoji_catalog_get_subject (catalog) == KUMOJI_SUBJECT_COMPANY)
        add_round (&passed, project, catalog, "", today);
      else
        for (guint s = 0; s < kumoji_list_get_length (services); s++)
          add_round (&passed, project, catalog,
                     kumoji_record_get_id (kumoji_list_get (services, s)), today);
    }
  *description =
    g_strdup_printf (_("%u of %u checklists are passed"), passed.passed, passed.total);
  return g_strdup_printf ("%u / %u", passed.passed, passed.total);
}

static char *
tally_assets (KumojiProject *project, char **description)
{
  guint n = kumoji_list_get_length (kumoji_project_get_assets (project));
  g_autofree char *number = kumoji_integer_format (n);

  if (n == 0)
    return g_strdup ("");
  *description =
    g_strdup_printf (ngettext ("%s information asset", "%s information assets", n), number);
  return g_steal_pointer (&number);
}

static char *
tally_roadmap (KumojiProject *project, char **description)
{
  g_autofree char *today = kumoji_today_new ();
  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_project_get_library (project), project, today);

  if (roadmap->current == NULL)
    return g_strdup ("");
  *description =
    g_strdup_printf (_("The company stands on stage %s, %s"), roadmap->current->guide->number,
                     kumoji_text_get (&roadmap->current->guide->name,
                                      kumoji_language_get_default ()));
  return g_strdup_printf (_("Stage %s"), roadmap->current->guide->number);
}

/**
 * kumoji_tally_new:
 * @project: a project
 * @page: a page's id
 * @description: (out) (transfer full) (nullable): the same in words
 *
 * Returns: (transfer full): a few characters, "" for a page that counts nothing
 */
char *
kumoji_tally_new (KumojiProject *project, const char *page, char **description)
{
  *description = NULL;
  if (g_str_equal (page, "checklists"))
    return tally_checklists (project, description);
  if (g_str_equal (page, "assets"))
    return tally_assets (project, description);
  if (g_str_equal (page, "roadmap"))
    return tally_roadmap (project, description);
  return g_strdup ("");
}
