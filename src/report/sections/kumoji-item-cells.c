/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of an item's row in a check sheet: one function for each thing that may stand there. */
#include "report/sections/kumoji-item-cells.h"

#include "catalog/kumoji-phrases.h"

/* The level that each choice of an impact is, in its order. */
static const KumojiMark levels[] = {
  KUMOJI_MARK_LEVEL_NONE,
  KUMOJI_MARK_LEVEL_LOW,
  KUMOJI_MARK_LEVEL_MEDIUM,
  KUMOJI_MARK_LEVEL_HIGH,
};

/**
 * kumoji_item_row_init:
 * @self: (out caller-allocates): a row
 * @sheet: whose it is; it must outlive the row
 * @item: an item of it
 */
void
kumoji_item_row_init (KumojiItemRow *self,
                      KumojiReportContext *context,
                      const KumojiCheckSheet *sheet,
                      KumojiItem *item)
{
  *self = (KumojiItemRow){ context, sheet, item };
  if (sheet->round != NULL)
    self->answer =
      (KumojiRecord *) kumoji_assessment_get_answer (sheet->round, kumoji_item_get_id (item));
  if (!context->options->blank)
    self->state =
      kumoji_item_state (item, sheet->round, kumoji_project_get_profile (context->project),
                         context->options->today);
}

static KumojiKind
get_kind (const KumojiItemRow *row)
{
  return kumoji_item_get_kind (row->item);
}

static const char *
get_said (const KumojiItemRow *row, const char *field)
{
  return row->answer != NULL ? kumoji_record_get_text (row->answer, field) : "";
}

void
kumoji_item_cell_number (const KumojiItemRow *row,
                         const KumojiItemColumn *column,
                         KumojiTable *table)
{
  kumoji_table_add_text (table, kumoji_item_get_id (row->item));
}

void
kumoji_item_cell_title (const KumojiItemRow *row,
                        const KumojiItemColumn *column,
                        KumojiTable *table)
{
  kumoji_table_add_text (table, kumoji_item_get_title (row->item, row->context->language))->bold =
    TRUE;
}

/* The control's own title, as auditors know it. */
void
kumoji_item_cell_control (const KumojiItemRow *row,
                          const KumojiItemColumn *column,
                          KumojiTable *table)
{
  const KumojiControl *control = kumoji_catalog_get_control (row->sheet->catalog, row->item);
  const char *title = control != NULL ? kumoji_text_get (&control->title, row->context->language)
                                      : kumoji_item_get_title (row->item, row->context->language);

  kumoji_table_add_text (table, title)->bold = TRUE;
}

void
kumoji_item_cell_question (const KumojiItemRow *row,
                           const KumojiItemColumn *column,
                           KumojiTable *table)
{
  kumoji_table_add_text (table, kumoji_item_get_question (row->item, row->context->language));
}

static void
add_two (KumojiTable *table, const char *first, const char *second)
{
  g_autofree char *both = g_strjoin ("\n", first, second, NULL);

  kumoji_table_add_text (table, both);
}

void
kumoji_item_cell_look_for (const KumojiItemRow *row,
                           const KumojiItemColumn *column,
                           KumojiTable *table)
{
  add_two (table, kumoji_item_get_question (row->item, row->context->language),
           kumoji_item_get_look_for (row->item, row->context->language));
}

void
kumoji_item_cell_explanation (const KumojiItemRow *row,
                              const KumojiItemColumn *column,
                              KumojiTable *table)
{
  add_two (table, kumoji_item_get_question (row->item, row->context->language),
           kumoji_item_get_hint (row->item, row->context->language));
}

static void
add_boxes (KumojiTable *table, GPtrArray *words, int chosen)
{
  g_ptr_array_add (words, NULL);
  kumoji_table_add_choices (table, (const char *const *) words->pdata, chosen);
}

/* What the profile takes out of the count is not asked. */
static gboolean
add_excluded (const KumojiItemRow *row, KumojiTable *table)
{
  if (row->state != KUMOJI_ITEM_EXCLUDED)
    return FALSE;
  kumoji_table_add_mark (table, KUMOJI_MARK_NOT_APPLICABLE,
                         kumoji_item_state_get_label (row->state, row->context->language));
  return TRUE;
}

void
kumoji_item_cell_boxes (const KumojiItemRow *row,
                        const KumojiItemColumn *column,
                        KumojiTable *table)
{
  const KumojiMeaning *answers = kumoji_answering_get (get_kind (row))->answers;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  int chosen = -1;

  if (add_excluded (row, table))
    return;
  for (int i = 0; answers[i].answer != NULL; i++)
    {
      g_ptr_array_add (words, (gpointer) kumoji_answer_get_label (answers[i].answer,
                                                                  row->context->language));
      if (g_str_equal (answers[i].answer, get_said (row, "answer")))
        chosen = i;
    }
  add_boxes (table, words, chosen);
}

/* Both what is in place and what is planned applies. */
void
kumoji_item_cell_applies (const KumojiItemRow *row,
                          const KumojiItemColumn *column,
                          KumojiTable *table)
{
  const KumojiMeaning *meaning = kumoji_answering_find (get_kind (row), get_said (row, "answer"));
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (add_excluded (row, table))
    return;
  g_ptr_array_add (words, (gpointer) kumoji_report_say (row->context, N_("Applicable")));
  g_ptr_array_add (words, (gpointer) kumoji_item_state_get_label (KUMOJI_ITEM_NOT_APPLICABLE,
                                                                  row->context->language));
  add_boxes (table, words, meaning == NULL ? -1 : meaning->state == KUMOJI_ITEM_NOT_APPLICABLE);
}

/* How far the measure is, of what applies. */
void
kumoji_item_cell_measure (const KumojiItemRow *row,
                          const KumojiItemColumn *column,
                          KumojiTable *table)
{
  const KumojiMeaning *answers = kumoji_answering_get (get_kind (row))->answers;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  int chosen = -1;

  for (guint i = 0; answers[i].answer != NULL; i++)
    {
      if (answers[i].state == KUMOJI_ITEM_NOT_APPLICABLE)
        continue;
      if (g_str_equal (answers[i].answer, get_said (row, "answer")))
        chosen = (int) words->len;
      g_ptr_array_add (words, (gpointer) kumoji_answer_get_label (answers[i].answer,
                                                                  row->context->language));
    }
  add_boxes (table, words, chosen);
}

static int
find_level (const KumojiField *field, const char *level)
{
  for (int i = 0; field->choices[i].id != NULL; i++)
    if (g_str_equal (field->choices[i].id, level))
      return i;
  return -1;
}

static void
add_level (const KumojiItemRow *row, KumojiTable *table, const char *impact)
{
  const KumojiField *field = kumoji_record_type_get_field (KUMOJI_TYPE_IMPACT, "level");
  KumojiList *said = row->answer != NULL ? kumoji_record_get_list (row->answer, "impacts") : NULL;
  KumojiRecord *record = said != NULL ? kumoji_list_find (said, impact) : NULL;
  const int level =
    record != NULL ? find_level (field, kumoji_record_get_text (record, "level")) : -1;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (level >= 0 && level < (int) G_N_ELEMENTS (levels))
    {
      kumoji_table_add_mark (table, levels[level],
                             kumoji_phrase (row->context->language, field->choices[level].label));
      return;
    }
  for (guint i = 0; field->choices[i].id != NULL; i++)
    g_ptr_array_add (words,
                     (gpointer) kumoji_phrase (row->context->language, field->choices[i].label));
  add_boxes (table, words, -1);
}

/* A cell for each impact that the catalog names. */
void
kumoji_item_cell_impacts (const KumojiItemRow *row,
                          const KumojiItemColumn *column,
                          KumojiTable *table)
{
  GPtrArray *impacts = kumoji_item_get_impacts (row->item);

  for (guint i = 0; i < impacts->len; i++)
    add_level (row, table, ((const KumojiFacetValue *) impacts->pdata[i])->id);
}

static char *
dup_field (const KumojiItemRow *row, const char *name)
{
  if (row->answer == NULL)
    return g_strdup ("");
  if (kumoji_record_get_field (row->answer, name)->type == KUMOJI_FIELD_DATE)
    return kumoji_report_date (row->context, kumoji_record_get_text (row->answer, name));
  return kumoji_record_format (row->answer, name, row->context->language);
}

void
kumoji_item_cell_field (const KumojiItemRow *row,
                        const KumojiItemColumn *column,
                        KumojiTable *table)
{
  g_autofree char *text = dup_field (row, column->field);

  kumoji_table_add_text (table, text);
}

/* The company's own, else the guide's. */
void
kumoji_item_cell_interval (const KumojiItemRow *row,
                           const KumojiItemColumn *column,
                           KumojiTable *table)
{
  gint64 months = row->answer != NULL ? kumoji_record_get_integer (row->answer, column->field) : 0;
  g_autofree char *text = NULL;

  if (months == 0)
    months = kumoji_item_get_interval (row->item);
  text = months > 0 ? kumoji_integer_format (months) : NULL;
  kumoji_table_add_text (table, text)->align = KUMOJI_ALIGN_RIGHT;
}

void
kumoji_item_cell_due (const KumojiItemRow *row, const KumojiItemColumn *column, KumojiTable *table)
{
  g_autofree char *due = kumoji_item_dup_due (row->item, (KumojiAnswer *) row->answer);
  g_autofree char *date = kumoji_report_date (row->context, due != NULL ? due : "");
  g_autofree char *late = NULL;

  if (row->state != KUMOJI_ITEM_OVERDUE)
    {
      kumoji_table_add_text (table, date);
      return;
    }
  late = g_strdup_printf ("%s\n%s",
                          kumoji_item_state_get_label (row->state, row->context->language), date);
  kumoji_table_add_mark (table, KUMOJI_MARK_LATE, late);
}
