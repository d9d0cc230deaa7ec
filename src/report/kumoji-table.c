/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: columns with titles, rows of cells. */
#include "report/kumoji-table-private.h"

#include <math.h>

static KumojiRow *
new_row (KumojiRowKind kind, const char *place)
{
  KumojiRow *row = g_new0 (KumojiRow, 1);

  row->kind = kind;
  row->place = g_strdup (place);
  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_cell_free);

  return row;
}

void
kumoji_row_free (KumojiRow *row)
{
  if (row == NULL)
    return;

  g_ptr_array_unref (row->cells);
  g_free (row->place);
  g_free (row);
}

/**
 * kumoji_table_new:
 *
 * Returns: (transfer full): a table without columns; add them before the rows
 */
KumojiTable *
kumoji_table_new (KumojiTypeface *typeface, KumojiLanguage language)
{
  KumojiTable *table = g_new0 (KumojiTable, 1);

  table->typeface = g_object_ref (typeface);
  table->language = language;
  table->size = KUMOJI_SIZE_TABLE;
  table->show_titles = TRUE;
  table->columns = g_array_new (FALSE, TRUE, sizeof (KumojiColumn));
  table->titles = new_row (KUMOJI_ROW_NORMAL, NULL);
  table->titles->title = TRUE;
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_row_free);

  return table;
}

void
kumoji_table_free (KumojiTable *table)
{
  if (table == NULL)
    return;

  g_array_unref (table->columns);
  kumoji_row_free (table->titles);
  g_ptr_array_unref (table->rows);
  g_object_unref (table->typeface);
  g_free (table);
}

/* A size from a rule may be no number, or less than nothing: it then asks for nothing. */
static double
get_sane (double length)
{
  return isfinite (length) && length > 0 ? length : 0;
}

/**
 * kumoji_table_set_size:
 * @size: of the type, points; %KUMOJI_SIZE_TABLE unless set
 */
void
kumoji_table_set_size (KumojiTable *table, double size)
{
  table->size = get_sane (size) > 0 ? size : KUMOJI_SIZE_TABLE;
}

/**
 * kumoji_table_set_least_height:
 * @height: of a row, points; for forms that are filled in by hand. A row that names a group or a
 *   total is as high as its text.
 */
void
kumoji_table_set_least_height (KumojiTable *table, double height)
{
  table->least_height = get_sane (height);
}

/**
 * kumoji_table_set_zebra:
 * @zebra: whether every second row has a light ground, for rows so wide that the eye loses them
 *
 * The stripes begin anew below the name of a group, and go on from page to page.
 */
void
kumoji_table_set_zebra (KumojiTable *table, gboolean zebra)
{
  table->zebra = zebra;
}

/**
 * kumoji_table_set_show_titles:
 * @show: whether the columns' titles stand above the rows, on each page
 */
void
kumoji_table_set_show_titles (KumojiTable *table, gboolean show)
{
  table->show_titles = show;
}

/**
 * kumoji_table_set_watch:
 * @watch: (nullable): told of %KUMOJI_TABLE_STEPS for each row on its way to the pages; once they
 *   are not wanted any more the table is laid no further, and they are good for nothing; it must
 *   outlive the table
 *
 * For tables of thousands of rows.
 */
void
kumoji_table_set_watch (KumojiTable *table, KumojiWatch *watch)
{
  table->watch = watch;
}

static KumojiCell *
append_cell (KumojiTable *table, KumojiRow *row, KumojiCell *cell)
{
  guint position = 0;

  for (guint i = 0; i < row->cells->len; i++)
    position += MAX (((KumojiCell *) row->cells->pdata[i])->span, 1);
  if (position < table->columns->len)
    cell->align = g_array_index (table->columns, KumojiColumn, position).align;
  g_ptr_array_add (row->cells, cell);

  return cell;
}

/**
 * kumoji_table_add_column:
 * @title: (nullable):
 * @weight: more than 0: takes its share of what the other columns leave, and at least @width
 * @width: points; with a @weight of 0: exactly so much, or as much as the content asks for where
 *   this is 0, too
 * @align: of its cells
 */
void
kumoji_table_add_column (KumojiTable *table,
                         const char *title,
                         double weight,
                         double width,
                         KumojiAlign align)
{
  const KumojiColumn column = { get_sane (weight), get_sane (width), align };

  g_array_append_val (table->columns, column);
  append_cell (table, table->titles, kumoji_cell_new (KUMOJI_CELL_TEXT, title));
}

/**
 * kumoji_table_add_row:
 * @place: (nullable): the record that the row shows, for warnings
 *
 * The next cells belong to it.
 */
void
kumoji_table_add_row (KumojiTable *table, KumojiRowKind kind, const char *place)
{
  const KumojiRow *above = table->rows->len > 0 ? table->rows->pdata[table->rows->len - 1] : NULL;
  KumojiRow *row = new_row (kind, place);

  row->striped = above != NULL && above->kind == KUMOJI_ROW_NORMAL && !above->striped;
  g_ptr_array_add (table->rows, row);
  kumoji_watch_go_on (table->watch, KUMOJI_TABLE_STEPS_ADD);
}

/**
 * kumoji_table_set_row_height:
 * @height: of the row that was added last, points at least; for room to write in
 */
void
kumoji_table_set_row_height (KumojiTable *table, double height)
{
  g_assert (table->rows->len > 0);

  ((KumojiRow *) table->rows->pdata[table->rows->len - 1])->least_height = get_sane (height);
}

static KumojiCell *
add_cell (KumojiTable *table, KumojiCellKind kind, const char *text)
{
  g_assert (table->rows->len > 0);

  return append_cell (table, table->rows->pdata[table->rows->len - 1],
                      kumoji_cell_new (kind, text));
}

/**
 * kumoji_table_add_text:
 * @text: (nullable):
 *
 * Returns: (transfer none): the cell, to change its colour, alignment, place, span or boldness
 */
KumojiCell *
kumoji_table_add_text (KumojiTable *table, const char *text)
{
  return add_cell (table, KUMOJI_CELL_TEXT, text);
}

/**
 * kumoji_table_add_choices:
 * @choices: (array zero-terminated=1): the words beside the check boxes
 * @chosen: which of them is ticked, -1 for none
 *
 * Returns: (transfer none): the cell
 */
KumojiCell *
kumoji_table_add_choices (KumojiTable *table, const char *const *choices, int chosen)
{
  KumojiCell *cell = add_cell (table, KUMOJI_CELL_CHOICES, NULL);

  cell->choices = g_strdupv ((char **) choices);
  cell->chosen = chosen;

  return cell;
}

/**
 * kumoji_table_add_mark:
 * @word: what the mark says
 *
 * Returns: (transfer none): the cell
 */
KumojiCell *
kumoji_table_add_mark (KumojiTable *table, KumojiMark mark, const char *word)
{
  KumojiCell *cell = add_cell (table, KUMOJI_CELL_MARK, word);

  cell->mark = mark;

  return cell;
}

guint
kumoji_table_get_n_rows (KumojiTable *table)
{
  return table->rows->len;
}

gboolean
kumoji_row_is_bold (const KumojiRow *row)
{
  return row->kind != KUMOJI_ROW_NORMAL;
}
