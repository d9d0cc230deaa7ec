/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of a project that are more than one field: one step each. */
#include "project/kumoji-edit.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-record-private.h"

static void
append (KumojiHistory *history, KumojiList *list, gpointer record)
{
  kumoji_history_insert (history, list, kumoji_list_get_length (list), record);
}

static KumojiAssessment *
add_round (KumojiProject *project, const char *catalog, const char *subject, gint64 round)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (KumojiRecord) record = g_object_new (KUMOJI_TYPE_ASSESSMENT, NULL);

  append (history, kumoji_project_get_assessments (project), record);
  kumoji_history_set_text (history, record, "catalog", catalog);
  kumoji_history_set_text (history, record, "subject", subject);
  kumoji_history_set_integer (history, record, "round", round);
  return KUMOJI_ASSESSMENT (record);
}

/**
 * kumoji_edit_ensure_round:
 * @project: a project
 * @catalog: a catalog's id
 * @subject: a service's id, "" for the company
 *
 * Returns: (transfer none): the last round of that catalog; the first one where there was none
 */
KumojiAssessment *
kumoji_edit_ensure_round (KumojiProject *project, const char *catalog, const char *subject)
{
  KumojiAssessment *round = kumoji_project_get_last_round (project, catalog, subject);

  if (round == NULL)
    {
      kumoji_history_begin (kumoji_project_get_history (project), _("Start checklist"));
      round = add_round (project, catalog, subject, 1);
      kumoji_history_end (kumoji_project_get_history (project));
    }
  return round;
}

static void
copy_answers (KumojiHistory *history, KumojiAssessment *from, KumojiAssessment *to)
{
  KumojiList *said = kumoji_record_get_list (KUMOJI_RECORD (from), "answers");

  for (guint i = 0; i < kumoji_list_get_length (said); i++)
    {
      KumojiRecord *answer = kumoji_list_get (said, i);
      g_autoptr (KumojiRecord) copy = kumoji_record_duplicate (answer);
      kumoji_record_set_id (copy, kumoji_record_get_id (answer));
      append (history, kumoji_record_get_list (KUMOJI_RECORD (to), "answers"), copy);
    }
}

/**
 * kumoji_edit_start_round:
 * @project: a project
 * @catalog: a catalog's id
 * @subject: a service's id, "" for the company
 * @carries_over: whether what was said in the last round goes on to hold
 * @today: the day, ISO 8601
 *
 * Returns: (transfer none): a new round behind the last one, with nothing answered yet unless it
 *   @carries_over
 */
KumojiAssessment *
kumoji_edit_start_round (KumojiProject *project,
                         const char *catalog,
                         const char *subject,
                         gboolean carries_over,
                         const char *today)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiAssessment *last = kumoji_project_get_last_round (project, catalog, subject);
  gint64 number = last != NULL ? kumoji_record_get_integer (KUMOJI_RECORD (last), "round") + 1 : 1;

  kumoji_history_begin (history, _("Start round"));
  KumojiAssessment *round = add_round (project, catalog, subject, number);
  kumoji_history_set_text (history, KUMOJI_RECORD (round), "date", today);
  if (last != NULL)
    kumoji_history_set_text (history, KUMOJI_RECORD (round), "assessor",
                             kumoji_record_get_text (KUMOJI_RECORD (last), "assessor"));
  if (last != NULL && carries_over)
    copy_answers (history, last, round);
  kumoji_history_end (history);
  return round;
}

/* The record with that id, a new one behind the others where there is none. */
static KumojiRecord *
ensure_record (KumojiHistory *history, KumojiList *list, const char *id)
{
  KumojiRecord *found = kumoji_list_find (list, id);

  if (found != NULL)
    return found;
  g_autoptr (KumojiRecord) record = g_object_new (kumoji_list_get_record_type (list), NULL);
  kumoji_record_set_id (record, id);
  append (history, list, record);
  return record;
}

/* What says nothing any more goes. */
static void
drop_initial (KumojiHistory *history, KumojiList *list, KumojiRecord *record)
{
  guint position;

  if (kumoji_record_is_initial (record) && kumoji_list_get_position (list, record, &position))
    kumoji_history_remove (history, list, position);
}

/* Who answered, and when, follows the answer; both go with it. */
static void
note_who (KumojiHistory *history,
          KumojiAssessment *assessment,
          KumojiRecord *answer,
          gboolean answered,
          const char *today)
{
  const char *assessor = kumoji_record_get_text (KUMOJI_RECORD (assessment), "assessor");

  kumoji_history_set_text (history, answer, "date", answered ? today : "");
  kumoji_history_set_text (history, answer, "by", answered ? assessor : "");
}

/**
 * kumoji_edit_answer:
 * @project: a project
 * @assessment: a round in it
 * @item: the id of an item of its catalog
 * @field: a field of the answer
 * @text: what it shall hold, as typed
 * @today: the day, ISO 8601
 * @error: return location for %KUMOJI_FIELD_ERROR
 *
 * Adds the answer where there is none yet, and takes it away where it says nothing any more. An
 * answer proper is dated, and signed with the round's assessor.
 *
 * Returns: whether the field may hold @text, and holds it now
 */
gboolean
kumoji_edit_answer (KumojiProject *project,
                    KumojiAssessment *assessment,
                    const char *item,
                    const char *field,
                    const char *text,
                    const char *today,
                    GError **error)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *answers = kumoji_record_get_list (KUMOJI_RECORD (assessment), "answers");
  const KumojiField *described = kumoji_record_type_get_field (KUMOJI_TYPE_ANSWER, field);
  KumojiRecord *answer = kumoji_list_find (answers, item);
  g_autofree char *name = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (!kumoji_field_parse (described, text, &value, error))
    return FALSE;
  /* Typing on in a field that is there is one step with what was typed before. */
  gboolean is_answer = g_str_equal (field, "answer");
  if (answer != NULL && !is_answer && *text != '\0')
    return kumoji_history_set_value (history, answer, field, &value, error);

  /* Translators: the name of an undo step; %s is an item's number. */
  name = g_strdup_printf (_("Answer %s"), item);
  kumoji_history_begin (history, name);
  if (answer != NULL || *text != '\0')
    {
      answer = ensure_record (history, answers, item);
      if (is_answer
          && g_strcmp0 (kumoji_record_get_text (answer, "answer"), g_value_get_string (&value))
               != 0)
        note_who (history, assessment, answer, *text != '\0', today);
      kumoji_history_set_value (history, answer, field, &value, NULL);
      drop_initial (history, answers, answer);
    }
  kumoji_history_end (history);
  return TRUE;
}

/**
 * kumoji_edit_impact:
 * @project: a project
 * @assessment: a round in it
 * @item: the id of an item of its catalog
 * @impact: the id of one of the ways in which it may hit the company
 * @level: how hard, as a #KumojiImpact says it; "" to take it back
 * @today: the day, ISO 8601
 * @error: return location for %KUMOJI_FIELD_ERROR
 *
 * One step. The answer is dated and signed with the first level, and both go with the last.
 *
 * Returns: whether there is such a level, and it is so now
 */
gboolean
kumoji_edit_impact (KumojiProject *project,
                    KumojiAssessment *assessment,
                    const char *item,
                    const char *impact,
                    const char *level,
                    const char *today,
                    GError **error)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *answers = kumoji_record_get_list (KUMOJI_RECORD (assessment), "answers");
  g_autofree char *name = g_strdup_printf (_("Answer %s"), item);
  g_auto (GValue) value = G_VALUE_INIT;

  if (!kumoji_field_parse (kumoji_record_type_get_field (KUMOJI_TYPE_IMPACT, "level"), level,
                           &value, error))
    return FALSE;
  kumoji_history_begin (history, name);
  KumojiRecord *answer = ensure_record (history, answers, item);
  KumojiList *impacts = kumoji_record_get_list (answer, "impacts");
  guint before = kumoji_list_get_length (impacts);
  KumojiRecord *record = ensure_record (history, impacts, impact);
  kumoji_history_set_value (history, record, "level", &value, NULL);
  drop_initial (history, impacts, record);
  guint after = kumoji_list_get_length (impacts);
  if ((before == 0) != (after == 0))
    note_who (history, assessment, answer, after > 0, today);
  drop_initial (history, answers, answer);
  kumoji_history_end (history);
  return TRUE;
}

/* "A-016" behind "A-015": the highest number that ends a control number, and its form. */
static char *
next_control_number (KumojiList *assets)
{
  g_autofree char *prefix = g_strdup ("A-");
  gint64 highest = 0;
  gsize width = 3;

  for (guint i = 0; i < kumoji_list_get_length (assets); i++)
    {
      const char *number = kumoji_record_get_text (kumoji_list_get (assets, i), "number");
      gsize end = strlen (number), start = end;
      while (start > 0 && g_ascii_isdigit (number[start - 1]))
        start--;

      gint64 value = end - start <= 9 ? g_ascii_strtoll (number + start, NULL, 10) : 0;
      if (value <= highest)
        continue;
      highest = value;
      width = end - start;
      g_free (prefix);
      prefix = g_strndup (number, start);
    }
  return g_strdup_printf ("%s%0*" G_GINT64_FORMAT, prefix, (int) width, highest + 1);
}

/**
 * kumoji_edit_add_asset:
 * @project: a project
 *
 * Returns: (transfer none): a new asset at the end of the register, with the next control number
 */
KumojiAsset *
kumoji_edit_add_asset (KumojiProject *project)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *assets = kumoji_project_get_assets (project);
  g_autofree char *number = next_control_number (assets);
  g_autoptr (KumojiRecord) asset = g_object_new (KUMOJI_TYPE_ASSET, NULL);

  kumoji_history_begin (history, _("Add information asset"));
  append (history, assets, asset);
  kumoji_history_set_text (history, asset, "number", number);
  kumoji_history_end (history);
  return KUMOJI_ASSET (asset);
}

/**
 * kumoji_edit_duplicate_asset:
 * @project: a project
 * @asset: an asset in it
 *
 * Returns: (transfer none): a new asset right behind @asset that says the same, but for its control
 *   number
 */
KumojiAsset *
kumoji_edit_duplicate_asset (KumojiProject *project, KumojiAsset *asset)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *assets = kumoji_project_get_assets (project);
  g_autofree char *number = next_control_number (assets);
  g_autoptr (KumojiRecord) copy = kumoji_record_duplicate (KUMOJI_RECORD (asset));
  guint position;

  g_return_val_if_fail (kumoji_list_get_position (assets, KUMOJI_RECORD (asset), &position), NULL);

  kumoji_history_begin (history, _("Duplicate information asset"));
  kumoji_history_insert (history, assets, position + 1, copy);
  kumoji_history_set_text (history, copy, "number", number);
  kumoji_history_end (history);
  return KUMOJI_ASSET (copy);
}

/**
 * kumoji_edit_delete_assets:
 * @project: a project
 * @assets: (element-type KumojiAsset): assets in it
 *
 * Deletes them, and what other assets say of being their copies.
 */
void
kumoji_edit_delete_assets (KumojiProject *project, GPtrArray *assets)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *list = kumoji_project_get_assets (project);
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint position;

  kumoji_history_begin (history, assets->len == 1 ? _("Delete information asset")
                                                  : _("Delete information assets"));
  for (guint i = 0; i < assets->len; i++)
    {
      if (!kumoji_list_get_position (list, assets->pdata[i], &position))
        continue;
      g_hash_table_add (gone, g_strdup (kumoji_record_get_id (assets->pdata[i])));
      kumoji_history_remove (history, list, position);
    }
  for (guint i = 0; i < kumoji_list_get_length (list); i++)
    {
      KumojiRecord *other = kumoji_list_get (list, i);
      if (g_hash_table_contains (gone, kumoji_record_get_text (other, "copy-of")))
        kumoji_history_set_text (history, other, "copy-of", "");
    }
  kumoji_history_end (history);
}

/**
 * kumoji_edit_add_service:
 * @project: a project
 * @name: the service's name
 *
 * Returns: (transfer none): a new candidate
 */
KumojiService *
kumoji_edit_add_service (KumojiProject *project, const char *name)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (KumojiRecord) service = g_object_new (KUMOJI_TYPE_SERVICE, NULL);

  kumoji_history_begin (history, _("Add cloud service"));
  append (history, kumoji_project_get_services (project), service);
  kumoji_history_set_text (history, service, "name", name);
  kumoji_history_set_text (history, service, "status", "candidate");
  kumoji_history_end (history);
  return KUMOJI_SERVICE (service);
}

/**
 * kumoji_edit_delete_service:
 * @project: a project
 * @service: a service in it
 *
 * Deletes it, and its checklists with it: they are about nothing then. One undo brings all back.
 */
void
kumoji_edit_delete_service (KumojiProject *project, KumojiService *service)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *services = kumoji_project_get_services (project);
  KumojiList *assessments = kumoji_project_get_assessments (project);
  const char *id = kumoji_record_get_id (KUMOJI_RECORD (service));
  guint position;

  g_return_if_fail (kumoji_list_get_position (services, KUMOJI_RECORD (service), &position));

  kumoji_history_begin (history, _("Delete cloud service"));
  for (guint i = kumoji_list_get_length (assessments); i > 0; i--)
    if (g_str_equal (kumoji_record_get_text (kumoji_list_get (assessments, i - 1), "subject"), id))
      kumoji_history_remove (history, assessments, i - 1);
  kumoji_history_remove (history, services, position);
  kumoji_history_end (history);
}

/**
 * kumoji_edit_enter_issue:
 * @project: a project
 * @draft: a #KumojiIssue that stands in no list
 *
 * Enters a report that was issued, as one step.
 *
 * Returns: (transfer none): @draft, in the project now
 */
KumojiIssue *
kumoji_edit_enter_issue (KumojiProject *project, KumojiRecord *draft)
{
  KumojiHistory *history = kumoji_project_get_history (project);

  kumoji_history_begin (history, _("Enter issued report"));
  append (history, kumoji_project_get_issued (project), draft);
  kumoji_history_end (history);
  return KUMOJI_ISSUE (draft);
}

/**
 * kumoji_edit_delete_issue:
 * @project: a project
 * @issue: an issued report in it
 */
void
kumoji_edit_delete_issue (KumojiProject *project, KumojiIssue *issue)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *issued = kumoji_project_get_issued (project);
  guint position;

  g_return_if_fail (kumoji_list_get_position (issued, KUMOJI_RECORD (issue), &position));

  kumoji_history_begin (history, _("Delete issued report"));
  kumoji_history_remove (history, issued, position);
  kumoji_history_end (history);
}
