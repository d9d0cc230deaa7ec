/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widths of a table's columns, from their weights and what stands in them. */
#include "report/kumoji-table-private.h"

/* Beside columns that share what is left, one that asks by its content does not take more than
 * this share of the table; and no long word makes its column wider. */
#define LARGEST_SHARE 0.35

typedef struct
{
  double natural, least, width;
} Need;

static void
ask_row (KumojiTable *table, const KumojiRow *row, Need *needs)
{
  const gboolean bold = kumoji_row_is_bold (row);
  guint position = 0;

  for (guint i = 0; i < row->cells->len && position < table->columns->len; i++)
    {
      KumojiCell *cell = row->cells->pdata[i];
      Need *need = &needs[position];
      double natural;

      position += MAX (cell->span, 1);
      if (cell->span > 1)
        continue;
      natural = kumoji_cell_get_natural_width (cell, table->typeface, table->size, bold);
      need->natural = MAX (need->natural, natural);
      /* A cell that is narrower than the widest word so far holds no wider word. */
      if (natural > need->least)
        need->least =
          MAX (need->least, kumoji_cell_get_least_width (cell, table->typeface, table->language,
                                                         table->size, bold));
    }
}

static Need *
dup_needs (KumojiTable *table, double width)
{
  const guint n_columns = table->columns->len;
  Need *needs = g_new0 (Need, n_columns);
  gboolean shared = FALSE;

  if (table->show_titles)
    ask_row (table, table->titles, needs);
  for (guint i = 0;
       i < table->rows->len && kumoji_watch_go_on (table->watch, KUMOJI_TABLE_STEPS_MEASURE); i++)
    ask_row (table, table->rows->pdata[i], needs);
  for (guint i = 0; i < n_columns; i++)
    shared = shared || g_array_index (table->columns, KumojiColumn, i).weight > 0;

  for (guint i = 0; i < n_columns; i++)
    {
      const KumojiColumn *column = &g_array_index (table->columns, KumojiColumn, i);
      Need *need = &needs[i];

      /* A hair more than measured: lengths are compared after being added up in another order. */
      need->natural += 2 * KUMOJI_TABLE_PAD_X + 0.1;
      need->least += 2 * KUMOJI_TABLE_PAD_X + 0.1;
      if (shared)
        need->natural = MIN (need->natural, LARGEST_SHARE * width);
      need->least = MIN (need->least, LARGEST_SHARE * width);
      if (column->weight > 0)
        need->natural = need->least = MAX (column->width, need->least);
      else if (column->width > 0)
        need->natural = need->least = column->width;
      need->natural = MAX (need->natural, need->least);
    }

  return needs;
}

/* Shares what is left by weight. A column whose share is less than it needs gets its need, and the
 * others share anew. */
static void
share_rest (KumojiTable *table, Need *needs, double rest)
{
  const guint n_columns = table->columns->len;
  g_autofree gboolean *settled = g_new0 (gboolean, n_columns);
  gboolean changed = TRUE;

  while (changed)
    {
      double weights = 0, left = rest;

      changed = FALSE;
      for (guint i = 0; i < n_columns; i++)
        if (settled[i])
          left -= needs[i].least;
        else
          weights += g_array_index (table->columns, KumojiColumn, i).weight;
      for (guint i = 0; i < n_columns; i++)
        {
          const double weight = g_array_index (table->columns, KumojiColumn, i).weight;

          if (weight <= 0 || settled[i])
            continue;
          needs[i].width = left * weight / weights;
          if (needs[i].width < needs[i].least)
            {
              needs[i].width = needs[i].least;
              settled[i] = changed = TRUE;
            }
        }
    }
}

/* Not even the words fit: the columns with the longest ones share what the others leave. */
static void
cut_longest (Need *needs, guint n_columns, double width)
{
  double rest = width;
  guint n_left = n_columns;
  gboolean changed = TRUE;

  for (guint i = 0; i < n_columns; i++)
    needs[i].width = 0;
  while (changed && n_left > 0)
    {
      const double share = rest / n_left;

      changed = FALSE;
      for (guint i = 0; i < n_columns; i++)
        if (needs[i].width == 0 && needs[i].least <= share)
          {
            needs[i].width = needs[i].least;
            rest -= needs[i].least;
            n_left--;
            changed = TRUE;
          }
    }
  for (guint i = 0; i < n_columns; i++)
    if (needs[i].width == 0)
      needs[i].width = rest / n_left;
}

static void
spread (KumojiTable *table, Need *needs, double width)
{
  const guint n_columns = table->columns->len;
  double natural = 0, least = 0, rest = width, weights = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      natural += needs[i].natural;
      least += needs[i].least;
      weights += g_array_index (table->columns, KumojiColumn, i).weight;
    }

  if (least > width)
    {
      cut_longest (needs, n_columns, width);
      return;
    }

  for (guint i = 0; i < n_columns; i++)
    {
      if (natural > width)
        needs[i].width =
          needs[i].least
          + (needs[i].natural - needs[i].least) * (width - least) / (natural - least);
      else if (weights > 0)
        needs[i].width = needs[i].natural;
      else
        needs[i].width = needs[i].natural * width / natural;
      if (g_array_index (table->columns, KumojiColumn, i).weight <= 0)
        rest -= needs[i].width;
    }
  if (natural <= width && weights > 0)
    share_rest (table, needs, rest);
}

/**
 * kumoji_table_dup_edges:
 * @width: of the table, points
 *
 * Returns: (transfer full): where the columns begin, and where the last one ends, from 0 to @width
 */
double *
kumoji_table_dup_edges (KumojiTable *table, double width)
{
  const guint n_columns = table->columns->len;
  double *edges = g_new0 (double, n_columns + 1);
  g_autofree Need *needs = dup_needs (table, width);

  spread (table, needs, width);
  for (guint i = 0; i < n_columns; i++)
    edges[i + 1] = edges[i] + needs[i].width;
  edges[n_columns] = width;

  return edges;
}
