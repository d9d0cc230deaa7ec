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
           KumojiAssessment *round,
           const char *today)
{
  KumojiCliRound found = { catalog, service, round };

  kumoji_score_work_out (&found.score, catalog, round, kumoji_project_get_profile (self->project),
                         today);
  g_array_append_val (self->rounds, found);
}

static gint64
round_of (gconstpointer assessment)
{
  return kumoji_record_get_integer (*(KumojiRecord *const *) assessment, "round");
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  gint64 left = round_of (a), right = round_of (b);

  return left < right ? -1 : left > right;
}

/* Found by catalog and subject in one walk, for there may be many services with many rounds. */
static GHashTable *
index_rounds (KumojiProject *project)
{
  KumojiList *assessments = kumoji_project_get_assessments (project);
  GHashTable *found =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < kumoji_list_get_length (assessments); i++)
    {
      KumojiRecord *round = kumoji_list_get (assessments, i);
      g_autofree char *key = g_strconcat (kumoji_record_get_text (round, "catalog"), "/",
                                          kumoji_record_get_text (round, "subject"), NULL);
      GPtrArray *rounds = g_hash_table_lookup (found, key);
      if (rounds == NULL)
        {
          rounds = g_ptr_array_new ();
          g_hash_table_insert (found, g_steal_pointer (&key), rounds);
        }
      g_ptr_array_add (rounds, round);
    }
  return found;
}

/* All rounds of a catalog for one subject; one without answers where none was started. */
static void
add_subject (KumojiCliFinding *self,
             GHashTable *index,
             KumojiCatalog *catalog,
             KumojiService *service,
             const char *today)
{
  const char *subject = service != NULL ? kumoji_record_get_id (KUMOJI_RECORD (service)) : "";
  g_autofree char *key = g_strconcat (kumoji_catalog_get_id (catalog), "/", subject, NULL);
  GPtrArray *rounds = g_hash_table_lookup (index, key);

  if (rounds == NULL)
    {
      add_round (self, catalog, service, NULL, today);
      return;
    }
  g_ptr_array_sort (rounds, compare_rounds);
  for (guint i = 0; i < rounds->len; i++)
    add_round (self, catalog, service, rounds->pdata[i], today);
}

static void
add_rounds (KumojiCliFinding *self, KumojiLibrary *library, const char *today)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (library);
  KumojiList *services = kumoji_project_get_services (self->project);
  g_autoptr (GHashTable) index = index_rounds (self->project);

  for (guint i = 0; i < catalogs->len; i++)
    if (kumoji_catalog_get_kind (catalogs->pdata[i]) == KUMOJI_KIND_REFERENCE)
      continue;
    else if (kumoji_catalog_get_subject (catalogs->pdata[i]) == KUMOJI_SUBJECT_COMPANY)
      add_subject (self, index, catalogs->pdata[i], NULL, today);
    else
      for (guint j = 0; j < kumoji_list_get_length (services); j++)
        add_subject (self, index, catalogs->pdata[i], kumoji_list_get (services, j), today);
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
  KumojiLibrary *library = kumoji_project_get_library (project);

  self->project = g_object_ref (project);
  self->problems = kumoji_check_project (library, project);
  self->fingerprint = kumoji_fingerprint_new (project);
  self->valuation = kumoji_valuation_new (project);
  self->roadmap = kumoji_roadmap_new (library, project, today);
  self->rounds = g_array_new (FALSE, FALSE, sizeof (KumojiCliRound));
  add_rounds (self, library, today);
  kumoji_score_work_out (&self->precondition, kumoji_library_get_catalog (library, PRECONDITION),
                         kumoji_project_get_last_round (project, PRECONDITION, ""),
                         kumoji_project_get_profile (project), today);
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
