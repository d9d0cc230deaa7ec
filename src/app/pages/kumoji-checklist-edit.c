/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of a checklist beside a field of one answer: impacts, what is done again, many at once. */
#include "config.h"

#include "app/pages/kumoji-checklist-edit.h"

#include <glib/gi18n.h>

#include "files/kumoji-today.h"
#include "project/kumoji-edit-items.h"
#include "project/kumoji-edit.h"

/* Whatever is done until end_step() is one step, with the start of the first round. */
static KumojiAssessment *
begin_step (KumojiChecklist *self, const char *name)
{
  KumojiHistory *history = kumoji_checklist_get_history (self);

  kumoji_history_seal (history);
  kumoji_history_begin (history, name);
  return kumoji_checklist_ensure_assessment (self);
}

static void
end_step (KumojiChecklist *self)
{
  KumojiHistory *history = kumoji_checklist_get_history (self);

  kumoji_history_end (history);
  kumoji_history_seal (history);
}

/**
 * kumoji_checklist_write_impact:
 * @self: a checklist
 * @item: an item of its catalog
 * @impact: the id of one of the ways in which it may hit the company
 * @level: how hard, as a #KumojiImpact says it; "" to take it back
 *
 * One step of the history, with the start of the first round where it is the first answer.
 */
void
kumoji_checklist_write_impact (KumojiChecklist *self,
                               KumojiItem *item,
                               const char *impact,
                               const char *level)
{
  const char *id = kumoji_item_get_id (item);
  g_autofree char *today = kumoji_today_new ();
  /* Translators: the name of an undo step; %s is an item's number. */
  g_autofree char *name = g_strdup_printf (_("Answer %s"), id);

  kumoji_edit_impact (kumoji_checklist_get_project (self), begin_step (self, name), id, impact,
                      level, today, NULL);
  end_step (self);
}

/**
 * kumoji_checklist_write_done:
 * @self: a checklist
 * @item: an item of its catalog, one that is done again and again
 *
 * One step: it was done today.
 */
void
kumoji_checklist_write_done (KumojiChecklist *self, KumojiItem *item)
{
  const char *id = kumoji_item_get_id (item);
  g_autofree char *today = kumoji_today_new ();
  /* Translators: the name of an undo step; %s is an item's number. */
  g_autofree char *name = g_strdup_printf (_("Done %s"), id);

  kumoji_edit_item_done (kumoji_checklist_get_project (self), begin_step (self, name), id, today);
  end_step (self);
}

/**
 * kumoji_checklist_clear:
 * @self: a checklist
 * @item: an item of its catalog
 *
 * One step: takes back what was said to it, whatever its kind.
 */
void
kumoji_checklist_clear (KumojiChecklist *self, KumojiItem *item)
{
  KumojiAssessment *assessment = kumoji_checklist_get_assessment (self);
  g_autofree char *today = kumoji_today_new ();

  if (assessment == NULL)
    return;
  kumoji_history_seal (kumoji_checklist_get_history (self));
  kumoji_edit_clear_item (kumoji_checklist_get_project (self), assessment,
                          kumoji_item_get_id (item), today);
  kumoji_history_seal (kumoji_checklist_get_history (self));
}

/* A recurring check that was done once more loses nothing. */
static gboolean
says_other (KumojiAnswer *said, const char *answer)
{
  const char *text = said != NULL ? kumoji_record_get_text (KUMOJI_RECORD (said), "answer") : "";

  return *text != '\0' && !g_str_equal (text, answer);
}

/**
 * kumoji_checklist_list_others:
 * @self: a checklist
 * @items: (element-type KumojiItem): items of its catalog
 * @answer: what shall be said to them
 *
 * Returns: (transfer container) (element-type KumojiItem): those that have another answer now
 */
GPtrArray *
kumoji_checklist_list_others (KumojiChecklist *self, GPtrArray *items, const char *answer)
{
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    if (says_other (kumoji_checklist_get_answer (self, items->pdata[i]), answer))
      g_ptr_array_add (others, items->pdata[i]);
  return others;
}

/**
 * kumoji_checklist_answer_items:
 * @self: a checklist
 * @items: (element-type KumojiItem): items of its catalog
 * @answer: what is said to every one of them; "" to take it back; %KUMOJI_CHECKLIST_DONE
 * @reason: (nullable): why, where the answer wants a reason
 *
 * One step for all. What is out of the count stays as it is.
 */
void
kumoji_checklist_answer_items (KumojiChecklist *self,
                               GPtrArray *items,
                               const char *answer,
                               const char *reason)
{
  KumojiProject *project = kumoji_checklist_get_project (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *today = kumoji_today_new ();

  for (guint i = 0; i < items->len; i++)
    if (kumoji_checklist_get_state (self, items->pdata[i]) != KUMOJI_ITEM_EXCLUDED)
      g_ptr_array_add (ids, (gpointer) kumoji_item_get_id (items->pdata[i]));
  if (ids->len == 0 || (*answer == '\0' && kumoji_checklist_get_assessment (self) == NULL))
    return;

  /* Translators: the name of an undo step; %u is how many items. */
  g_autofree char *name = g_strdup_printf (_("Answer %u items"), ids->len);
  KumojiAssessment *assessment = begin_step (self, name);
  if (g_str_equal (answer, KUMOJI_CHECKLIST_DONE))
    for (guint i = 0; i < ids->len; i++)
      kumoji_edit_item_done (project, assessment, ids->pdata[i], today);
  else
    {
      g_ptr_array_add (ids, NULL);
      kumoji_edit_answer_items (project, assessment, (const char *const *) ids->pdata,
                                &(KumojiItemsAnswer){ answer, reason }, today);
    }
  end_step (self);
}
