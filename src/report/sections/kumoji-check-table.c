/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a check sheet: its items with their answers, or with room for them. */
#include "report/sections/kumoji-check-table.h"

#include "report/sections/kumoji-item-columns.h"
#include "report/sections/kumoji-report-words.h"

/* Points: three lines written by hand, more where the page has room. */
#define LEAST_HEIGHT 52.0
#define MOST_HEIGHT 86.0
#define HEADS 62.0

/* Points: the column of the numbers. */
#define LEAST_NUMBER 34.0
#define MOST_NUMBER 66.0

/* Columns that a control's title takes; its purpose takes the others. */
#define TITLE_SPAN 2

static void
add_item (KumojiReportContext *context,
          KumojiTable *table,
          const KumojiCheckSheet *sheet,
          KumojiItem *item)
{
  const KumojiItemColumn *columns = kumoji_item_columns_get (kumoji_item_get_kind (item));
  g_autofree char *place =
    g_strdup_printf ("%s %s", kumoji_catalog_get_short_title (sheet->catalog, context->language),
                     kumoji_item_get_id (item));
  KumojiItemRow row;

  kumoji_item_row_init (&row, context, sheet, item);
  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, place);
  for (guint i = 0; columns[i].add_cell != NULL; i++)
    columns[i].add_cell (&row, &columns[i], table);
}

/* What the questions below serve. */
static void
add_control (KumojiReportContext *context,
             KumojiTable *table,
             const KumojiControl *control,
             guint n_columns)
{
  g_autofree char *title =
    g_strdup_printf ("%s  %s", control->id, kumoji_text_get (&control->title, context->language));
  KumojiCell *purpose;

  kumoji_table_add_row (table, KUMOJI_ROW_GROUP, NULL);
  kumoji_table_add_text (table, title)->span = TITLE_SPAN;
  purpose = kumoji_table_add_text (table, kumoji_text_get (&control->purpose, context->language));
  purpose->span = (guint16) (n_columns - TITLE_SPAN);
  purpose->bold = FALSE;
  purpose->colour = kumoji_palette_paper.dim;
}

/* In a statement of applicability each row is a control, and names it. */
static gboolean
is_row_of_control (KumojiItem *item)
{
  return kumoji_item_get_kind (item) == KUMOJI_KIND_APPLICABILITY;
}

static void
add_items (KumojiReportContext *context,
           KumojiTable *table,
           const KumojiCheckSheet *sheet,
           const KumojiSection *section,
           guint n_columns)
{
  const KumojiControl *last = NULL;

  for (guint i = 0; i < section->items->len; i++)
    {
      KumojiItem *item = section->items->pdata[i];
      const KumojiControl *control = kumoji_catalog_get_control (sheet->catalog, item);

      if (control != NULL && control != last && !is_row_of_control (item))
        add_control (context, table, control, n_columns);
      last = control;
      add_item (context, table, sheet, item);
    }
}

/* Wide enough for the longest number: "1.1" to "4.3-access.1". */
static double
get_number_width (KumojiReportContext *context, const GPtrArray *sections)
{
  double width = LEAST_NUMBER;

  for (guint i = 0; i < sections->len; i++)
    {
      const KumojiSection *section = sections->pdata[i];

      for (guint j = 0; j < section->items->len; j++)
        width =
          MAX (width,
               kumoji_report_cell_width (context, kumoji_item_get_id (section->items->pdata[j])));
    }
  return MIN (width, MOST_NUMBER);
}

/* Returns how many table columns it became: impacts are one each. */
static guint
add_column (KumojiReportContext *context,
            KumojiTable *table,
            const KumojiCheckSheet *sheet,
            const GPtrArray *sections,
            const KumojiItemColumn *column)
{
  GPtrArray *impacts = kumoji_catalog_get_impacts (sheet->catalog);
  const double weight = column->weight[context->options->blank];
  double width = column->width[context->language];
  const char *title =
    column->title != NULL
      ? kumoji_report_say (context, column->title)
      : kumoji_answering_get_field_label (kumoji_catalog_get_kind (sheet->catalog), column->field,
                                          context->language);

  if (column->add_cell == kumoji_item_cell_number)
    width = get_number_width (context, sections);
  if (column->add_cell != kumoji_item_cell_impacts)
    {
      kumoji_table_add_column (table, title, weight, width, KUMOJI_ALIGN_LEFT);
      return 1;
    }
  for (guint i = 0; i < impacts->len; i++)
    {
      const KumojiFacetValue *impact = impacts->pdata[i];

      kumoji_table_add_column (table, kumoji_text_get (&impact->title, context->language), weight,
                               width, KUMOJI_ALIGN_LEFT);
    }
  return impacts->len;
}

static guint
count_items (const GPtrArray *sections)
{
  guint n = 0;

  for (guint i = 0; i < sections->len; i++)
    n += ((const KumojiSection *) sections->pdata[i])->items->len;
  return n;
}

static void
set_room (KumojiReportContext *context, KumojiTable *table, const GPtrArray *sections)
{
  const double left = kumoji_flow_get_space_left (context->flow) - HEADS;

  kumoji_table_set_least_height (table, CLAMP (left / MAX (count_items (sections), 1), LEAST_HEIGHT,
                                               MOST_HEIGHT));
}

/* Names a section in a table of several. */
static void
add_group (KumojiReportContext *context,
           KumojiTable *table,
           const KumojiSection *section,
           guint n_columns)
{
  g_autofree char *title = kumoji_report_dup_section_title (section, context->language);

  kumoji_table_add_row (table, KUMOJI_ROW_GROUP, NULL);
  kumoji_table_add_text (table, title)->span = (guint16) n_columns;
}

/**
 * kumoji_check_table_add:
 * @sheet: a checklist and its round
 * @sections: (element-type KumojiSection): some of its sections; where they are several, each is
 *   named in the table
 *
 * Adds the items with their answers, in the columns of their kind; on a blank form with empty boxes
 * and room to write.
 */
void
kumoji_check_table_add (KumojiReportContext *context,
                        const KumojiCheckSheet *sheet,
                        const GPtrArray *sections)
{
  const KumojiKind kind = kumoji_catalog_get_kind (sheet->catalog);
  const KumojiItemColumn *columns = kumoji_item_columns_get (kind);
  g_autoptr (KumojiTable) table = kumoji_report_table_new (context);
  guint n_columns = 0;

  for (guint i = 0; columns[i].add_cell != NULL; i++)
    n_columns += add_column (context, table, sheet, sections, &columns[i]);
  if (context->options->blank && kind != KUMOJI_KIND_REFERENCE)
    set_room (context, table, sections);
  for (guint i = 0; i < sections->len; i++)
    {
      if (sections->len > 1)
        add_group (context, table, sections->pdata[i], n_columns);
      add_items (context, table, sheet, sections->pdata[i], n_columns);
    }
  kumoji_flow_add_table (context->flow, table);
}
