/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check of a project: what in it cannot be right, beyond single values. */
#include "rules/kumoji-check.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "rules/kumoji-answering.h"
#include "rules/kumoji-valuation.h"

static void
report (GPtrArray *problems, KumojiRecord *record, const char *field, char *reason)
{
  g_ptr_array_add (problems, kumoji_problem_new (kumoji_record_dup_path (record, field), reason));
}

/* Two records with one id cannot be told apart by references, comparison and undo. */
static void
check_ids (GPtrArray *problems, KumojiList *list)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kumoji_list_get_length (list); i++)
    {
      KumojiRecord *record = kumoji_list_get (list, i);
      const char *id = kumoji_record_get_id (record);
      if (!g_hash_table_add (seen, (gpointer) id))
        report (problems, record, "id", g_strdup_printf (_("the id “%s” stands twice"), id));
    }
}

static gboolean
has_impact (KumojiItem *item, const char *id)
{
  GPtrArray *impacts = kumoji_item_get_impacts (item);

  for (guint i = 0; i < impacts->len; i++)
    if (g_str_equal (((const KumojiFacetValue *) impacts->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* An answer of another kind says nothing, however right it looks in the file. */
static void
check_answer (GPtrArray *problems, KumojiItem *item, KumojiRecord *answer)
{
  const char *said = kumoji_record_get_text (answer, "answer");
  KumojiList *impacts = kumoji_record_get_list (answer, "impacts");

  if (*said != '\0' && kumoji_answering_find (kumoji_item_get_kind (item), said) == NULL)
    report (problems, answer, "answer",
            g_strdup_printf (_("“%s” is no answer to this item; answer it anew"), said));
  check_ids (problems, impacts);
  for (guint i = 0; i < kumoji_list_get_length (impacts); i++)
    {
      KumojiRecord *impact = kumoji_list_get (impacts, i);
      if (!has_impact (item, kumoji_record_get_id (impact)))
        report (problems, impact, "id",
                g_strdup_printf (_("the item has no impact “%s”"), kumoji_record_get_id (impact)));
    }
}

static void
check_answers (GPtrArray *problems, KumojiCatalog *catalog, KumojiRecord *assessment)
{
  KumojiList *answers = kumoji_record_get_list (assessment, "answers");

  check_ids (problems, answers);
  for (guint i = 0; i < kumoji_list_get_length (answers); i++)
    {
      KumojiRecord *answer = kumoji_list_get (answers, i);
      const char *id = kumoji_record_get_id (answer);
      if (kumoji_catalog_get_item (catalog, id) == NULL)
        report (problems, answer, "id", g_strdup_printf (_("the catalog has no item “%s”"), id));
      else
        check_answer (problems, kumoji_catalog_get_item (catalog, id), answer);
    }
}

/* The ids of a list's records, which they own. */
static GHashTable *
ids_of (KumojiList *list)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kumoji_list_get_length (list); i++)
    g_hash_table_add (ids, (gpointer) kumoji_record_get_id (kumoji_list_get (list, i)));
  return ids;
}

static void
check_assessment (GPtrArray *problems,
                  KumojiLibrary *library,
                  GHashTable *services,
                  KumojiRecord *record)
{
  const char *id = kumoji_record_get_text (record, "catalog");
  const char *subject = kumoji_record_get_text (record, "subject");
  KumojiCatalog *catalog = kumoji_library_get_catalog (library, id);

  if (catalog == NULL)
    {
      report (problems, record, "catalog",
              g_strdup_printf (_("the catalog “%s” is not known; install it, or a newer Kumoji"),
                               id));
      return;
    }
  if (*subject != '\0' && !g_hash_table_contains (services, subject))
    report (problems, record, "subject",
            g_strdup_printf (_("there is no cloud service with the id “%s”"), subject));
  else if ((*subject != '\0') != (kumoji_catalog_get_subject (catalog) == KUMOJI_SUBJECT_SERVICE))
    report (problems, record, "subject",
            g_strdup (*subject != '\0' ? _("this checklist is about the company, not a service")
                                       : _("this checklist is about a cloud service; name it")));
  check_answers (problems, catalog, record);
}

static void
check_assessments (GPtrArray *problems, KumojiLibrary *library, KumojiProject *project)
{
  KumojiList *assessments = kumoji_project_get_assessments (project);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) services = ids_of (kumoji_project_get_services (project));

  check_ids (problems, assessments);
  for (guint i = 0; i < kumoji_list_get_length (assessments); i++)
    {
      KumojiRecord *record = kumoji_list_get (assessments, i);
      char *key =
        g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT, kumoji_record_get_text (record, "catalog"),
                         kumoji_record_get_text (record, "subject"),
                         kumoji_record_get_integer (record, "round"));

      if (!g_hash_table_add (seen, key))
        report (problems, record, "round",
                g_strdup (_("this round of the checklist stands twice")));
      check_assessment (problems, library, services, record);
    }
}

/* What a catalog lacks, with the place in it. */
static void
check_own_catalog (GPtrArray *problems, KumojiRecord *catalog)
{
  const char *id = kumoji_record_get_id (catalog);
  g_autofree char *path = kumoji_record_dup_path (catalog, NULL);
  g_autoptr (GPtrArray) aside =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_problem_free);
  g_autoptr (GError) error = NULL;

  if (kumoji_library_get_catalog (kumoji_library_get_default (), id) != NULL)
    report (problems, catalog, "id",
            g_strdup_printf (_("“%s” is the id of a checklist that Kumoji brings along; give this "
                                "one another id"),
                             id));
  /* A value that was set aside is told already. */
  kumoji_record_list_problems (catalog, aside);
  if (aside->len == 0 && !kumoji_own_catalog_check (catalog, path, &error))
    report (problems, catalog, NULL, g_strdup (error->message + strlen (path) + strlen (": ")));
}

static void
check_own_catalogs (GPtrArray *problems, KumojiProject *project)
{
  KumojiList *catalogs = kumoji_project_get_catalogs (project);

  check_ids (problems, catalogs);
  for (guint i = 0; i < kumoji_list_get_length (catalogs); i++)
    check_own_catalog (problems, kumoji_list_get (catalogs, i));
}

static void
check_assets (GPtrArray *problems, KumojiProject *project)
{
  KumojiList *assets = kumoji_project_get_assets (project);
  g_autoptr (GHashTable) ids = ids_of (assets);
  g_autoptr (KumojiValuation) valuation = kumoji_valuation_new (project);

  check_ids (problems, assets);
  for (guint i = 0; i < kumoji_list_get_length (assets); i++)
    {
      const char *original = kumoji_record_get_text (kumoji_list_get (assets, i), "copy-of");
      if (*original != '\0' && !g_hash_table_contains (ids, original))
        report (problems, kumoji_list_get (assets, i), "copy-of",
                g_strdup_printf (_("there is no asset with the id “%s”"), original));
    }
  if (valuation->overflow != NULL)
    report (problems, KUMOJI_RECORD (valuation->overflow), "unit-value",
            kumoji_valuation_dup_overflow_message (valuation, kumoji_language_get_default ()));
}

static void
check_stages (GPtrArray *problems, KumojiLibrary *library, KumojiProject *project)
{
  KumojiList *stages = kumoji_project_get_stages (project);

  check_ids (problems, stages);
  for (guint i = 0; i < kumoji_list_get_length (stages); i++)
    {
      KumojiRecord *stage = kumoji_list_get (stages, i);
      if (kumoji_library_get_stage (library, kumoji_record_get_id (stage)) == NULL)
        report (problems, stage, "id",
                g_strdup_printf (_("“%s” is no stage; the stages are 0 to 4 and x"),
                                 kumoji_record_get_id (stage)));
    }
}

/**
 * kumoji_check_project:
 * @library: the catalogs and stages
 * @project: what the company says
 *
 * Returns: (transfer full) (element-type KumojiProblem): values that were set aside, then what does
 *   not fit together; empty for a valid project
 */
GPtrArray *
kumoji_check_project (KumojiLibrary *library, KumojiProject *project)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_problem_free);

  kumoji_record_list_problems (KUMOJI_RECORD (project), problems);
  check_own_catalogs (problems, project);
  check_assessments (problems, library, project);
  check_assets (problems, project);
  check_ids (problems, kumoji_project_get_services (project));
  check_stages (problems, library, project);
  return problems;
}
