/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score of one checklist: how much is answered, and whether it is passed. */
#include "rules/kumoji-score.h"

#include "catalog/kumoji-phrases.h"

static gboolean
has_text (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped != '\0';
}

/**
 * kumoji_item_state:
 * @item: an item
 * @assessment: (nullable): a round of its catalog, %NULL for none yet
 * @profile: who answers
 *
 * DESIGN.md section 4, Score; exclusion: 002_3d0f212953d0b829.txt, 6.2 and 6.3.1.
 *
 * Returns: where the item stands
 */
KumojiItemState
kumoji_item_state (KumojiItem *item, KumojiAssessment *assessment, KumojiProfile *profile)
{
  if (kumoji_item_is_excluded_by_push (item)
      && kumoji_record_get_flag (KUMOJI_RECORD (profile), "digital-push"))
    return KUMOJI_ITEM_EXCLUDED;

  KumojiAnswer *found = assessment != NULL
                          ? kumoji_assessment_get_answer (assessment, kumoji_item_get_id (item))
                          : NULL;
  if (found == NULL)
    return KUMOJI_ITEM_UNANSWERED;

  KumojiRecord *record = KUMOJI_RECORD (found);
  const char *answer = kumoji_record_get_text (record, "answer");
  if (g_str_equal (answer, "yes"))
    return KUMOJI_ITEM_YES;
  if (g_str_equal (answer, "no"))
    return kumoji_item_get_no_means (item) == KUMOJI_NO_MEANS_NOT_APPLICABLE
             ? KUMOJI_ITEM_NOT_APPLICABLE
             : KUMOJI_ITEM_NO;
  if (g_str_equal (answer, "waiting"))
    return KUMOJI_ITEM_WAITING;
  if (g_str_equal (answer, "not-applicable"))
    return has_text (kumoji_record_get_text (record, "reason")) ? KUMOJI_ITEM_NOT_APPLICABLE
                                                                : KUMOJI_ITEM_REASON_MISSING;
  return KUMOJI_ITEM_UNANSWERED;
}

/**
 * kumoji_item_state_get_label:
 * @state: where an item stands
 * @language: the reader's language
 *
 * Returns: (transfer none): one or two words for it
 */
const char *
kumoji_item_state_get_label (KumojiItemState state, KumojiLanguage language)
{
  static const char *const labels[] = {
    [KUMOJI_ITEM_UNANSWERED] = N_("Unanswered"),
    [KUMOJI_ITEM_YES] = N_("Yes"),
    [KUMOJI_ITEM_NO] = N_("No"),
    [KUMOJI_ITEM_NOT_APPLICABLE] = N_("Not applicable"),
    [KUMOJI_ITEM_WAITING] = N_("Waiting"),
    [KUMOJI_ITEM_REASON_MISSING] = N_("Reason missing"),
    [KUMOJI_ITEM_EXCLUDED] = N_("Excluded"),
  };

  return kumoji_phrase (language, labels[state]);
}

/**
 * kumoji_score_work_out:
 * @self: (out caller-allocates): the score
 * @catalog: a checklist
 * @assessment: (nullable): a round of it, %NULL for none yet
 * @profile: who answers
 *
 * DESIGN.md section 4, Score.
 */
void
kumoji_score_work_out (KumojiScore *self,
                       KumojiCatalog *catalog,
                       KumojiAssessment *assessment,
                       KumojiProfile *profile)
{
  kumoji_score_work_out_items (self, kumoji_catalog_get_items (catalog), assessment, profile);
}

/**
 * kumoji_score_work_out_items:
 * @self: (out caller-allocates): the score
 * @items: (element-type KumojiItem): some items of a checklist, such as those of a section
 * @assessment: (nullable): a round of it, %NULL for none yet
 * @profile: who answers
 */
void
kumoji_score_work_out_items (KumojiScore *self,
                             GPtrArray *items,
                             KumojiAssessment *assessment,
                             KumojiProfile *profile)
{
  *self = (KumojiScore){ .items = items->len };
  for (guint i = 0; i < items->len; i++)
    switch (kumoji_item_state (items->pdata[i], assessment, profile))
      {
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
find_first_of_services (void)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_library_get_default ());

  for (guint i = 0; i < catalogs->len; i++)
    if (kumoji_catalog_get_subject (catalogs->pdata[i]) == KUMOJI_SUBJECT_SERVICE)
      return catalogs->pdata[i];
  return NULL;
}

/**
 * kumoji_score_is_awaited:
 * @project: a project
 * @catalog: a catalog
 * @subject: a service's id, "" for the company
 *
 * The guides have more checklists about services than any one service needs: a city's for its two
 * classes of use, 196 questions for what is vital. Of these only the ones that were begun belong in
 * an overview; those of the company always do, and of those of services the first.
 *
 * Returns: whether it belongs in an overview of what is answered
 */
gboolean
kumoji_score_is_awaited (KumojiProject *project, KumojiCatalog *catalog, const char *subject)
{
  return kumoji_catalog_get_subject (catalog) == KUMOJI_SUBJECT_COMPANY
         || catalog == find_first_of_services ()
         || kumoji_project_get_last_round (project, kumoji_catalog_get_id (catalog), subject)
              != NULL;
}
