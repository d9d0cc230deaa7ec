/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sections of a report share: the project, what follows from it, and the pages. */
#include "report/sections/kumoji-report-context.h"

#include "catalog/kumoji-phrases.h"

/* Points: the padding of a cell at both sides, and a hair. */
#define CELL_PAD 10.5

/**
 * kumoji_report_get_calendar:
 *
 * Returns: how the report counts years
 */
KumojiCalendar
kumoji_report_get_calendar (const KumojiReportContext *context)
{
  return context->options->era ? KUMOJI_CALENDAR_ERA : KUMOJI_CALENDAR_WESTERN;
}

/**
 * kumoji_report_date:
 * @date: ISO 8601, or ""
 *
 * Returns: (transfer full): the day as this report writes it
 */
char *
kumoji_report_date (KumojiReportContext *context, const char *date)
{
  return kumoji_report_dup_date (date, context->language, kumoji_report_get_calendar (context));
}

/**
 * kumoji_report_say:
 * @english: as it stands in the source
 *
 * Returns: (transfer none): it in the language of the report
 */
const char *
kumoji_report_say (KumojiReportContext *context, const char *english)
{
  return kumoji_phrase (context->language, english);
}

/**
 * kumoji_report_label:
 * @record_type: a type of record
 * @field: the name of one of its fields
 *
 * Returns: (transfer none): what the field is called in the language of the report
 */
const char *
kumoji_report_label (KumojiReportContext *context, GType record_type, const char *field)
{
  return kumoji_field_get_label (kumoji_record_type_get_field (record_type, field),
                                 context->language);
}

/**
 * kumoji_report_cell_width:
 * @text: an amount, or a word or two
 *
 * Returns: the width of a column that holds @text on one line, even where it is bold, points
 */
double
kumoji_report_cell_width (KumojiReportContext *context, const char *text)
{
  return kumoji_typeface_measure (context->typeface, text, KUMOJI_SIZE_TABLE, TRUE) + CELL_PAD;
}

/**
 * kumoji_report_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
KumojiTable *
kumoji_report_table_new (KumojiReportContext *context)
{
  KumojiTable *table = kumoji_table_new (context->typeface, context->language);

  kumoji_table_set_watch (table, context->watch);

  return table;
}

/**
 * kumoji_report_canvas:
 *
 * Returns: what charts on paper draw with; set its page
 */
KumojiCanvas
kumoji_report_canvas (KumojiReportContext *context)
{
  return (KumojiCanvas){ NULL,
                         context->typeface,
                         &kumoji_palette_paper,
                         context->language,
                         KUMOJI_SIZE_SMALL,
                         kumoji_report_get_calendar (context) };
}
