/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of what is said to items: several fields, or several items, in one step. */
#include "project/kumoji-edit-items.h"

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-edit.h"

static const char *
get_said (KumojiAssessment *assessment, const char *item, const char *field)
{
  KumojiAnswer *answer = kumoji_assessment_get_answer (assessment, item);

  return answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), field) : "";
}

/* Only what is not so yet: a field that is written says who answered. */
static void
set_field (KumojiProject *project,
           KumojiAssessment *assessment,
           const char *item,
           const char *field,
           const char *text,
           const char *today)
{
  if (!g_str_equal (get_said (assessment, item, field), text))
    kumoji_edit_answer (project, assessment, item, field, text, today, NULL);
}

static void
clear_impacts (KumojiProject *project,
               KumojiAssessment *assessment,
               const char *item,
               const char *today)
{
  KumojiAnswer *answer = kumoji_assessment_get_answer (assessment, item);
  KumojiList *impacts =
    answer != NULL ? kumoji_record_get_list (KUMOJI_RECORD (answer), "impacts") : NULL;
  guint n = impacts != NULL ? kumoji_list_get_length (impacts) : 0;

  /* The last one may take the whole answer with it, so the ids are taken first. */
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, g_strdup (kumoji_record_get_id (kumoji_list_get (impacts, i))));
  for (guint i = 0; i < n; i++)
    kumoji_edit_impact (project, assessment, item, ids->pdata[i], "", today, NULL);
}

/**
 * kumoji_edit_clear_item:
 * @project: a project
 * @assessment: a round in it
 * @item: the id of an item of its catalog
 * @today: the day, ISO 8601
 *
 * One step: takes back what was said to the item, whatever its kind, with when and by whom. Texts
 * such as a memo stay.
 */
void
kumoji_edit_clear_item (KumojiProject *project,
                        KumojiAssessment *assessment,
                        const char *item,
                        const char *today)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autofree char *name = NULL;

  /* Translators: the name of an undo step; %s is an item's number. */
  name = g_strdup_printf (_("Clear %s"), item);
  kumoji_history_begin (history, name);
  set_field (project, assessment, item, "answer", "", today);
  clear_impacts (project, assessment, item, today);
  set_field (project, assessment, item, "date", "", today);
  set_field (project, assessment, item, "by", "", today);
  kumoji_history_end (history);
}

/**
 * kumoji_edit_item_done:
 * @project: a project
 * @assessment: a round in it
 * @item: the id of an item of its catalog, one that is done again and again
 * @today: the day, ISO 8601
 *
 * One step: it was done today, by the round's assessor. A day that was agreed for it is met and
 * goes; the next one follows from the interval.
 */
void
kumoji_edit_item_done (KumojiProject *project,
                       KumojiAssessment *assessment,
                       const char *item,
                       const char *today)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  const char *assessor = kumoji_record_get_text (KUMOJI_RECORD (assessment), "assessor");
  g_autofree char *name = NULL;

  /* Translators: the name of an undo step; %s is an item's number. */
  name = g_strdup_printf (_("Done %s"), item);
  kumoji_history_begin (history, name);
  set_field (project, assessment, item, "date", today, today);
  if (*assessor != '\0')
    set_field (project, assessment, item, "by", assessor, today);
  set_field (project, assessment, item, "due", "", today);
  kumoji_history_end (history);
}

/* A reason belongs to its answer, and goes with it: what says the same already keeps its own. */
static void
answer_item (KumojiProject *project,
             KumojiAssessment *assessment,
             const char *item,
             const KumojiItemsAnswer *said,
             const char *today)
{
  const gboolean is_same = g_str_equal (get_said (assessment, item, "answer"), said->answer);
  const gboolean has_reason = *get_said (assessment, item, "reason") != '\0';

  if (*said->answer != '\0' && is_same && (said->reason == NULL || has_reason))
    return;
  if (*said->answer == '\0')
    kumoji_edit_clear_item (project, assessment, item, today);
  set_field (project, assessment, item, "reason", said->reason != NULL ? said->reason : "", today);
  set_field (project, assessment, item, "answer", said->answer, today);
}

/**
 * kumoji_edit_answer_items:
 * @project: a project
 * @assessment: a round in it
 * @items: (array zero-terminated=1): the ids of items of its catalog
 * @said: what is said to every one of them
 * @today: the day, ISO 8601
 *
 * One step for all of them. A reason that was given for another answer goes.
 */
void
kumoji_edit_answer_items (KumojiProject *project,
                          KumojiAssessment *assessment,
                          const char *const *items,
                          const KumojiItemsAnswer *said,
                          const char *today)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autofree char *name = NULL;

  /* Translators: the name of an undo step; %u is how many items. */
  name = g_strdup_printf (_("Answer %u items"), g_strv_length ((char **) items));
  kumoji_history_begin (history, name);
  for (; *items != NULL; items++)
    answer_item (project, assessment, *items, said, today);
  kumoji_history_end (history);
}
