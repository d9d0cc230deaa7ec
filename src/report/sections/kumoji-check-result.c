/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result of a check sheet: what its answers come to, in the words of its kind. */
#include "report/sections/kumoji-check-result.h"

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-form-grid.h"
#include "rules/kumoji-answering.h"
#include "rules/kumoji-marking.h"
#include "rules/kumoji-result.h"

#define GAP "\xe3\x80\x80" /* an ideographic space */

#define MARKING_COLUMNS 3

/* How many items stand so. */
typedef struct
{
  const char *words;
  guint n;
} Count;

static void
count (GArray *counts, const char *words, guint n)
{
  const Count first = { words, n };

  for (guint i = 0; i < counts->len; i++)
    {
      Count *known = &g_array_index (counts, Count, i);

      if (g_str_equal (known->words, words))
        {
          known->n += n;
          return;
        }
    }
  g_array_append_val (counts, first);
}

/* The answers in the order in which they are offered, then what else there is. */
static GArray *
count_states (KumojiReportContext *context, const KumojiCheckSheet *sheet)
{
  GPtrArray *items = kumoji_catalog_get_items (sheet->catalog);
  const KumojiMeaning *answers =
    kumoji_answering_get (kumoji_catalog_get_kind (sheet->catalog))->answers;
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (Count));

  for (guint i = 0; answers[i].answer != NULL; i++)
    count (counts, kumoji_answer_get_label (answers[i].answer, context->language), 0);
  for (guint i = 0; i < items->len; i++)
    {
      KumojiItem *item = items->pdata[i];
      KumojiAnswer *answer =
        sheet->round != NULL
          ? kumoji_assessment_get_answer (sheet->round, kumoji_item_get_id (item))
          : NULL;
      const KumojiItemState state =
        kumoji_item_state (item, sheet->round, kumoji_project_get_profile (context->project),
                           context->options->today);

      count (counts, kumoji_item_state_get_words (state, item, answer, context->language), 1);
    }
  return counts;
}

/* A statement of applicability is complete even where nothing applies. */
static KumojiMark
get_mark (const KumojiScore *score, KumojiKind kind)
{
  if (score->overdue > 0)
    return KUMOJI_MARK_LATE;
  return score->passed || (kind == KUMOJI_KIND_APPLICABILITY && kumoji_score_get_open (score) == 0)
           ? KUMOJI_MARK_PASSED
           : KUMOJI_MARK_OPEN;
}

/* The sentence before the counts has said it. */
static gboolean
is_said (const Count *one, KumojiKind kind, KumojiLanguage language)
{
  return kind != KUMOJI_KIND_CHECKLIST
         && (g_str_equal (one->words, kumoji_result_get_done_label (kind, language))
             || g_str_equal (one->words,
                             kumoji_item_state_get_label (KUMOJI_ITEM_OVERDUE, language)));
}

/**
 * kumoji_check_result_add:
 * @sheet: a checklist and its round
 *
 * Adds one line: what the answers come to, and how many there are of which.
 */
void
kumoji_check_result_add (KumojiReportContext *context, const KumojiCheckSheet *sheet)
{
  const KumojiKind kind = kumoji_catalog_get_kind (sheet->catalog);
  g_autoptr (GArray) counts = count_states (context, sheet);
  g_autofree char *sentence = NULL;
  g_autoptr (GString) line = NULL;
  KumojiScore score;

  kumoji_score_work_out (&score, sheet->catalog, sheet->round,
                         kumoji_project_get_profile (context->project), context->options->today);
  sentence = kumoji_result_dup_sentence (&score, kind, context->language);
  line = g_string_new (sentence);
  for (guint i = 0; i < counts->len; i++)
    {
      const Count *one = &g_array_index (counts, Count, i);

      if (one->n > 0 && !is_said (one, kind, context->language))
        g_string_append_printf (line, GAP "%s: %u", one->words, one->n);
    }
  kumoji_flow_add_item (context->flow, get_mark (&score, kind), line->str);
}

/**
 * kumoji_check_marking_add:
 * @sheet: a checklist and its round
 *
 * Adds what the marks of criteria come to at the end of their sheet, on a blank form with room to
 * write it; nothing for other kinds.
 */
void
kumoji_check_marking_add (KumojiReportContext *context, const KumojiCheckSheet *sheet)
{
  GPtrArray *items = kumoji_catalog_get_items (sheet->catalog);
  const gboolean blank = context->options->blank;
  g_autoptr (KumojiFormGrid) grid = NULL;
  g_autofree char *marked = NULL, *sum = NULL, *mean = NULL;
  KumojiMarking marking;

  if (kumoji_catalog_get_kind (sheet->catalog) != KUMOJI_KIND_CRITERION)
    return;
  kumoji_marking_add_up (&marking, items, sheet->round);
  marked = g_strdup_printf ("%u / %u", marking.marked, items->len);
  sum = g_strdup_printf ("%u / %u", marking.sum, KUMOJI_HIGHEST_MARK * items->len);
  mean = kumoji_marking_dup_mean (&marking);
  grid = kumoji_form_grid_new (context->typeface, context->language, MARKING_COLUMNS);
  kumoji_form_grid_add_field (grid, kumoji_report_say (context, N_("Criteria with a mark")),
                              blank ? NULL : marked, 1);
  kumoji_form_grid_add_field (grid, kumoji_report_say (context, N_("Sum of the marks")),
                              blank ? NULL : sum, 1);
  kumoji_form_grid_add_field (grid, kumoji_report_say (context, N_("Mean of the marks")),
                              blank ? NULL : mean, 1);
  kumoji_flow_add_space (context->flow, 9);
  kumoji_flow_add_form_grid (context->flow, grid);
}
