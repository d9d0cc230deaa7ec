/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding: all that follows from a project, to be printed (private). */
#include "cli/kumoji-cli-check.h"

#include "rules/kumoji-check.h"
#include "rules/kumoji-fingerprint.h"

#define PRECONDITION "jssa-precondition"

static void
add_round (KumojiCliFinding *self,
           KumojiCatalog *catalog,
           KumojiService *service,
           KumojiAssessment *round)
{
  KumojiCliRound found = { catalog, service, round };

  kumoji_score_work_out (&found.score, catalog, round, kumoji_project_get_profile (self->project));
  g_array_append_val (self->rounds, found);
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  gint64 left = kumoji_record_get_integer (KUMOJI_RECORD (((const KumojiCliRound *) a)->round), "round");
  gint64 right = kumoji_record_get_integer (KUMOJI_RECORD (((const KumojiCliRound *) b)->round), "round");

  return left < right ? -1 : left > right;
}

/* All rounds of a catalog for one subject; one without answers where none was started. */
static void
add_subject (KumojiCliFinding *self, KumojiCatalog *catalog, KumojiService *service)
{
  KumojiList *assessments = kumoji_project_get_assessments (self->project);
  const char *subject = service != NULL ? kumoji_record_get_id (KUMOJI_RECORD (service)) : "";
  guint first = self->rounds->len;

  for (guint i = 0; i < kumoji_list_get_length (assessments); i++)
    {
      KumojiRecord *round = kumoji_list_get (assessments, i);
      if (g_str_equal (kumoji_record_get_text (round, "catalog"), kumoji_catalog_get_id (catalog))
          && g_str_equal (kumoji_record_get_text (round, "subject"), subject))
        add_round (self, catalog, service, KUMOJI_ASSESSMENT (round));
    }
  if (self->rounds->len == first)
    add_round (self, catalog, service, NULL);
  else
    qsort (&g_array_index (self->rounds, KumojiCliRound, first), self->rounds->len - first,
           sizeof (KumojiCliRound), compare_rounds);
}

static void
add_rounds (KumojiCliFinding *self, KumojiLibrary *library)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (library);
  KumojiList *services = kumoji_project_get_services (self->project);

  for (guint i = 0; i < catalogs->len; i++)
    if (kumoji_catalog_get_subject (catalogs->pdata[i]) == KUMOJI_SUBJECT_COMPANY)
      add_subject (self, catalogs->pdata[i], NULL);
    else
      for (guint j = 0; j < kumoji_list_get_length (services); j++)
        add_subject (self, catalogs->pdata[i], kumoji_list_get (services, j));
}

/**
 * kumoji_cli_finding_new:
 * @project: what the company says
 * @today: the day, ISO 8601
 *
 * Returns: (transfer full): all that follows from it
 */
KumojiCliFinding *
kumoji_cli_finding_new (KumojiProject *project, const char *today)
{
  KumojiCliFinding *self = g_new0 (KumojiCliFinding, 1);
  KumojiLibrary *library = kumoji_library_get_default ();

  self->project = g_object_ref (project);
  self->problems = kumoji_check_project (library, project);
  self->fingerprint = kumoji_fingerprint_new (project);
  self->valuation = kumoji_valuation_new (project);
  self->roadmap = kumoji_roadmap_new (library, project, today);
  self->rounds = g_array_new (FALSE, FALSE, sizeof (KumojiCliRound));
  add_rounds (self, library);
  kumoji_score_work_out (&self->precondition, kumoji_library_get_catalog (library, PRECONDITION),
                         kumoji_project_get_last_round (project, PRECONDITION, ""),
                         kumoji_project_get_profile (project));
  return self;
}

/**
 * kumoji_cli_finding_free:
 * @self: (transfer full): a finding
 */
void
kumoji_cli_finding_free (KumojiCliFinding *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self->fingerprint);
  g_array_unref (self->rounds);
  kumoji_valuation_free (self->valuation);
  kumoji_roadmap_free (self->roadmap);
  g_object_unref (self->project);
  g_free (self);
}
