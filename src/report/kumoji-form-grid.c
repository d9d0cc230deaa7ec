/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form grid: labels with what is known beside them, or with room to write by hand. */
#include "report/kumoji-form-grid.h"

#include "report/kumoji-palette.h"

/* A column of the form is two of the table: the label and the room. */
struct _KumojiFormGrid
{
  KumojiTable *table;
  guint n_columns;
  guint taken;      /* columns of the row that is being filled */
  KumojiCell *last; /* the room of its last field */
};

/**
 * kumoji_form_grid_new:
 * @n_columns: fields side by side, at least 1
 *
 * Returns: (transfer full): a form without fields
 */
KumojiFormGrid *
kumoji_form_grid_new (KumojiTypeface *typeface, KumojiLanguage language, guint n_columns)
{
  KumojiFormGrid *grid = g_new0 (KumojiFormGrid, 1);

  grid->n_columns = MAX (n_columns, 1);
  grid->taken = grid->n_columns;
  grid->table = kumoji_table_new (typeface, language);
  kumoji_table_set_show_titles (grid->table, FALSE);
  kumoji_table_set_least_height (grid->table, KUMOJI_FORM_LINE);
  for (guint i = 0; i < grid->n_columns; i++)
    {
      kumoji_table_add_column (grid->table, NULL, 0, 0, KUMOJI_ALIGN_LEFT);
      kumoji_table_add_column (grid->table, NULL, 1, 0, KUMOJI_ALIGN_LEFT);
    }

  return grid;
}

void
kumoji_form_grid_free (KumojiFormGrid *grid)
{
  if (grid == NULL)
    return;

  kumoji_table_free (grid->table);
  g_free (grid);
}

/* The last field of a row has what is left of it. */
static void
end_row (KumojiFormGrid *grid)
{
  if (grid->last != NULL)
    grid->last->span += 2 * (grid->n_columns - grid->taken);
  grid->taken = grid->n_columns;
}

static KumojiCell *
add_field (KumojiFormGrid *grid, const char *label, const char *value, guint span)
{
  const guint wanted = CLAMP (span, 1, grid->n_columns);
  KumojiCell *cell;

  if (grid->taken + wanted > grid->n_columns)
    {
      end_row (grid);
      kumoji_table_add_row (grid->table, KUMOJI_ROW_NORMAL, NULL);
      grid->taken = 0;
    }
  grid->taken += wanted;
  cell = kumoji_table_add_text (grid->table, label);
  cell->colour = kumoji_palette_paper.dim;
  grid->last = kumoji_table_add_text (grid->table, value);
  grid->last->span = 2 * wanted - 1;

  return cell;
}

/**
 * kumoji_form_grid_add_field:
 * @label: what is to be written
 * @value: (nullable): what is known already, %NULL for room to write it
 * @span: columns of the form that it takes, at least 1; more than there are is all of them
 */
void
kumoji_form_grid_add_field (KumojiFormGrid *grid, const char *label, const char *value, guint span)
{
  add_field (grid, label, value, span);
}

/**
 * kumoji_form_grid_add_space:
 * @label: what is to be written, such as a reason
 * @height: of the room, points; no more than a page is taken
 *
 * A row of its own, with its label at the top.
 */
void
kumoji_form_grid_add_space (KumojiFormGrid *grid, const char *label, double height)
{
  add_field (grid, label, NULL, grid->n_columns)->top = TRUE;
  kumoji_table_set_row_height (grid->table, height);
}

/**
 * kumoji_flow_add_form_grid:
 *
 * Sets the form over the whole width of the text. A row stays whole.
 */
void
kumoji_flow_add_form_grid (KumojiFlow *flow, KumojiFormGrid *grid)
{
  end_row (grid);
  kumoji_flow_add_table (flow, grid->table);
}
