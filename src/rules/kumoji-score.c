/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score of one checklist: how much is answered, and whether it is passed. */
#include "rules/kumoji-score.h"

/**
 * kumoji_score_work_out:
 * @self: (out caller-allocates): the score
 * @catalog: a checklist
 * @assessment: (nullable): a round of it, %NULL for none yet
 * @profile: who answers
 * @today: the day, ISO 8601
 *
 * DESIGN.md section 4, Score. A reference is not counted: all is 0.
 */
void
kumoji_score_work_out (KumojiScore *self,
                       KumojiCatalog *catalog,
                       KumojiAssessment *assessment,
                       KumojiProfile *profile,
                       const char *today)
{
  kumoji_score_work_out_items (self, kumoji_catalog_get_items (catalog), assessment, profile,
                               today);
}

/**
 * kumoji_score_work_out_items:
 * @self: (out caller-allocates): the score
 * @items: (element-type KumojiItem): some items of a checklist, such as those of a section
 * @assessment: (nullable): a round of it, %NULL for none yet
 * @profile: who answers
 * @today: the day, ISO 8601
 */
void
kumoji_score_work_out_items (KumojiScore *self,
                             GPtrArray *items,
                             KumojiAssessment *assessment,
                             KumojiProfile *profile,
                             const char *today)
{
  *self = (KumojiScore){ .items = items->len };
  for (guint i = 0; i < items->len; i++)
    switch (kumoji_item_state (items->pdata[i], assessment, profile, today))
      {
      case KUMOJI_ITEM_REFERENCE:
        self->items--;
        break;
      case KUMOJI_ITEM_EXCLUDED:
        self->excluded++;
        break;
      case KUMOJI_ITEM_NOT_APPLICABLE:
        self->not_applicable++;
        break;
      case KUMOJI_ITEM_YES:
        self->yes++;
        break;
      case KUMOJI_ITEM_NO:
        self->no++;
        break;
      case KUMOJI_ITEM_OVERDUE:
        self->no++;
        self->overdue++;
        break;
      case KUMOJI_ITEM_WAITING:
        self->waiting++;
        break;
      default:
        break;
      }
  self->applicable = self->items - self->excluded - self->not_applicable;
  self->answered = self->yes + self->no + self->not_applicable;
  self->passed = self->applicable > 0 && self->yes == self->applicable;
}

/**
 * kumoji_score_get_open:
 * @self: a score
 *
 * Returns: how many items still want a real answer
 */
guint
kumoji_score_get_open (const KumojiScore *self)
{
  return self->items - self->excluded - self->answered;
}

/* The one that is asked of every service. */
static KumojiCatalog *
find_first_of_services (KumojiLibrary *library)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (library);

  for (guint i = 0; i < catalogs->len; i++)
    if (kumoji_catalog_get_subject (catalogs->pdata[i]) == KUMOJI_SUBJECT_SERVICE)
      return catalogs->pdata[i];
  return NULL;
}

static gboolean
is_asked_at_a_gate (KumojiLibrary *library, const char *catalog)
{
  GPtrArray *stages = kumoji_library_get_stages (library);

  for (guint i = 0; i < stages->len; i++)
    {
      const KumojiStageGuide *stage = stages->pdata[i];
      if (g_strv_contains ((const char *const *) stage->passed, catalog)
          || g_strv_contains ((const char *const *) stage->warns_not_passed, catalog))
        return TRUE;
    }
  return FALSE;
}

/**
 * kumoji_score_is_awaited:
 * @project: a project
 * @catalog: a catalog
 * @subject: a service's id, "" for the company
 *
 * The guides ask more than any one company needs: a city's questions for its two classes of use,
 * 196 for what is vital, 42 documents. Of these only what was begun belongs in an overview; what a
 * gate asks always does, and of the checklists for services the first.
 *
 * Returns: whether it belongs in an overview of what is answered
 */
gboolean
kumoji_score_is_awaited (KumojiProject *project, KumojiCatalog *catalog, const char *subject)
{
  KumojiLibrary *library = kumoji_project_get_library (project);
  const char *id = kumoji_catalog_get_id (catalog);

  if (kumoji_catalog_get_kind (catalog) == KUMOJI_KIND_REFERENCE)
    return FALSE;
  return catalog == find_first_of_services (library) || is_asked_at_a_gate (library, id)
         || kumoji_project_get_last_round (project, id, subject) != NULL;
}
