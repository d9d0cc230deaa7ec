/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marking: what the marks of a list of criteria come to. */
#include "rules/kumoji-marking.h"

#include "rules/kumoji-answering.h"

/**
 * kumoji_marking_add_up:
 * @self: (out caller-allocates): the marking
 * @items: (element-type KumojiItem): criteria
 * @assessment: (nullable): a round of their catalog, %NULL for none yet
 *
 * A criterion without a mark counts for nothing: not for 0, which is a mark.
 */
void
kumoji_marking_add_up (KumojiMarking *self, GPtrArray *items, KumojiAssessment *assessment)
{
  *self = (KumojiMarking){ 0 };
  for (guint i = 0; assessment != NULL && i < items->len; i++)
    {
      KumojiRecord *answer =
        (KumojiRecord *) kumoji_assessment_get_answer (assessment,
                                                       kumoji_item_get_id (items->pdata[i]));
      const KumojiMeaning *meaning =
        answer != NULL
          ? kumoji_answering_find (KUMOJI_KIND_CRITERION, kumoji_record_get_text (answer, "answer"))
          : NULL;

      if (meaning == NULL)
        continue;
      self->marked++;
      self->sum += meaning->key - '0';
    }
}

/**
 * kumoji_marking_dup_mean:
 * @self: a marking
 *
 * Returns: (transfer full): the mean of the marks with two digits, half up; "–" of none
 */
char *
kumoji_marking_dup_mean (const KumojiMarking *self)
{
  guint hundredths;

  if (self->marked == 0)
    return g_strdup ("–");
  hundredths = (200 * self->sum + self->marked) / (2 * self->marked);
  return g_strdup_printf ("%u.%02u", hundredths / 100, hundredths % 100);
}
