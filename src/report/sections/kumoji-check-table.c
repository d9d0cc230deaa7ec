/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a section of a checklist: question, boxes, what was noted. */
#include "report/sections/kumoji-check-table.h"

#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-report-words.h"

/* Points: two boxes side by side in Japanese; in English one below the other. */
static const double answer_width[KUMOJI_N_LANGUAGES] = { 122, 98 };

/* Points: three lines written by hand, more where the page has room. */
#define LEAST_HEIGHT 52.0
#define MOST_HEIGHT 86.0
#define HEADS 62.0

/* Points: the column of the numbers, with air, in letters of the table's size. */
#define LEAST_NUMBER 34.0
#define MOST_NUMBER 66.0
#define NUMBER_SIZE 9.0
#define NUMBER_AIR 9.0

/* Columns that a control's title takes, and its purpose. */
#define TITLE_SPAN 2
#define PURPOSE_SPAN 2

static void
append_line (GString *text, const char *label, const char *said)
{
  if (*said == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (label != NULL)
    g_string_append_printf (text, "%s: ", label);
  g_string_append (text, said);
}

/* Who answered, and when. */
static void
append_who (KumojiReportContext *context, GString *text, KumojiRecord *answer)
{
  const char *by = kumoji_record_get_text (answer, "by");
  g_autofree char *date = kumoji_report_date (context, kumoji_record_get_text (answer, "date"));
  g_autofree char *who = NULL;

  if (*by != '\0' && *date != '\0')
    /* Translators: who answered, and when. */
    who = g_strdup_printf (kumoji_report_say (context, N_("(%s, %s)")), by, date);
  else if (*by != '\0' || *date != '\0')
    /* Translators: who answered, or when. */
    who = g_strdup_printf (kumoji_report_say (context, N_("(%s)")), *by != '\0' ? by : date);
  if (who != NULL)
    append_line (text, NULL, who);
}

static void
append_answer (KumojiReportContext *context, GString *text, KumojiRecord *answer)
{
  append_line (text, kumoji_report_label (context, KUMOJI_TYPE_ANSWER, "reason"),
               kumoji_record_get_text (answer, "reason"));
  append_line (text, NULL, kumoji_record_get_text (answer, "memo"));
  append_line (text, kumoji_report_label (context, KUMOJI_TYPE_ANSWER, "evidence"),
               kumoji_record_get_text (answer, "evidence"));
  append_who (context, text, answer);
}

/* Why the question is not counted, or not answered in full. */
static void
append_state (KumojiReportContext *context, GString *text, KumojiItem *item, KumojiItemState state)
{
  const char *push = kumoji_report_label (context, KUMOJI_TYPE_PROFILE, "digital-push");

  if (state == KUMOJI_ITEM_EXCLUDED)
    append_line (text, kumoji_item_state_get_label (state, context->language), push);
  else if (state == KUMOJI_ITEM_REASON_MISSING)
    append_line (text, NULL, kumoji_item_state_get_label (state, context->language));
  else if (context->options->blank && kumoji_item_is_excluded_by_push (item))
    append_line (text, NULL,
                 kumoji_report_say (context, N_("Not counted for a company that went to the cloud "
                                                 "for telework, e-commerce or social media.")));
}

static int
get_chosen (const KumojiField *field, KumojiRecord *answer)
{
  const char *id = answer != NULL ? kumoji_record_get_text (answer, "answer") : "";

  for (int i = 0; field->choices[i].id != NULL; i++)
    if (g_str_equal (field->choices[i].id, id))
      return i;

  return -1;
}

static void
add_boxes (KumojiReportContext *context, KumojiTable *table, KumojiRecord *answer)
{
  const KumojiField *field = kumoji_record_type_get_field (KUMOJI_TYPE_ANSWER, "answer");
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; field->choices[i].id != NULL; i++)
    g_ptr_array_add (labels, (gpointer) kumoji_phrase (context->language, field->choices[i].label));
  g_ptr_array_add (labels, NULL);
  kumoji_table_add_choices (table, (const char *const *) labels->pdata, get_chosen (field, answer));
}

static void
add_item (KumojiReportContext *context,
          KumojiTable *table,
          const KumojiCheckSheet *sheet,
          KumojiItem *item)
{
  const char *id = kumoji_item_get_id (item);
  KumojiRecord *answer =
    sheet->round != NULL ? (KumojiRecord *) kumoji_assessment_get_answer (sheet->round, id) : NULL;
  KumojiItemState state =
    context->options->blank
      ? KUMOJI_ITEM_UNANSWERED
      : kumoji_item_state (item, sheet->round, kumoji_project_get_profile (context->project),
                           context->options->today);
  g_autofree char *place =
    g_strdup_printf ("%s %s", kumoji_catalog_get_short_title (sheet->catalog, context->language),
                     id);
  g_autoptr (GString) said = g_string_new (NULL);

  append_state (context, said, item, state);
  if (answer != NULL)
    append_answer (context, said, answer);
  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, place);
  kumoji_table_add_text (table, id);
  kumoji_table_add_text (table, kumoji_item_get_question (item, context->language));
  if (state == KUMOJI_ITEM_EXCLUDED)
    kumoji_table_add_mark (table, KUMOJI_MARK_NOT_APPLICABLE,
                           kumoji_item_state_get_label (state, context->language));
  else
    add_boxes (context, table, answer);
  kumoji_table_add_text (table, said->str);
}

/* What the questions below serve. */
static void
add_control (KumojiReportContext *context, KumojiTable *table, const KumojiControl *control)
{
  g_autofree char *title =
    g_strdup_printf ("%s  %s", control->id, kumoji_text_get (&control->title, context->language));
  KumojiCell *purpose;

  kumoji_table_add_row (table, KUMOJI_ROW_GROUP, NULL);
  kumoji_table_add_text (table, title)->span = TITLE_SPAN;
  purpose = kumoji_table_add_text (table, kumoji_text_get (&control->purpose, context->language));
  purpose->span = PURPOSE_SPAN;
  purpose->bold = FALSE;
  purpose->colour = kumoji_palette_paper.dim;
}

static void
add_items (KumojiReportContext *context,
           KumojiTable *table,
           const KumojiCheckSheet *sheet,
           const KumojiSection *section)
{
  const KumojiControl *last = NULL;

  for (guint i = 0; i < section->items->len; i++)
    {
      KumojiItem *item = section->items->pdata[i];
      const KumojiControl *control = kumoji_catalog_get_control (sheet->catalog, item);

      if (control != NULL && control != last)
        add_control (context, table, control);
      last = control;
      add_item (context, table, sheet, item);
    }
}

/* Wide enough for the longest number of the section: "1.1" to "4.3-access.1". */
static double
get_number_width (KumojiReportContext *context, const KumojiSection *section)
{
  double width = LEAST_NUMBER;

  for (guint i = 0; i < section->items->len; i++)
    {
      const char *id = kumoji_item_get_id (section->items->pdata[i]);
      width = MAX (width, NUMBER_AIR
                            + kumoji_typeface_measure (context->typeface, id, NUMBER_SIZE, FALSE));
    }
  return MIN (width, MOST_NUMBER);
}

/**
 * kumoji_check_table_add:
 * @sheet: a checklist and its round
 * @section: one of its sections
 *
 * Adds the questions of a section with their answers; on a blank form with empty boxes and room to
 * write.
 */
void
kumoji_check_table_add (KumojiReportContext *context,
                        const KumojiCheckSheet *sheet,
                        const KumojiSection *section)
{
  g_autoptr (KumojiTable) table = kumoji_report_table_new (context);

  kumoji_table_add_column (table, kumoji_report_say (context, N_("No.")), 0,
                           get_number_width (context, section), KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Question")),
                           context->options->blank ? 6 : 5, 0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_label (context, KUMOJI_TYPE_ANSWER, "answer"), 0,
                           answer_width[context->language], KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Memo, evidence")), 6, 0,
                           KUMOJI_ALIGN_LEFT);
  if (context->options->blank)
    kumoji_table_set_least_height (table,
                                   CLAMP ((kumoji_flow_get_space_left (context->flow) - HEADS)
                                            / section->items->len,
                                          LEAST_HEIGHT, MOST_HEIGHT));
  add_items (context, table, sheet, section);
  kumoji_flow_add_table (context->flow, table);
}
