/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of a table: rows onto pages, with the titles on each, and no row cut in two. */
#include "report/kumoji-table-private.h"

#include <math.h>

#include "catalog/kumoji-phrases.h"

#define PAD_X KUMOJI_TABLE_PAD_X
#define PAD_Y KUMOJI_TABLE_PAD_Y

/* Points. */
#define GRID 0.5
#define TOTAL_RULE 1.1
#define CONTINUED_HEIGHT 11.0
#define CONTINUED_SIZE 7.0

/* A row that must be cut leaves and takes so many lines at least. */
#define LEAST_LINES 3

/* A row laid in its widths. */
typedef struct
{
  const KumojiRow *row;
  GPtrArray *bodies; /* KumojiCellBody, as the cells of the row */
  guint n_lines;
  double height;
} Laid;

typedef struct
{
  double y, width;
} Rule;

/* A table being drawn: the part of it on one page. */
typedef struct
{
  KumojiTable *table;
  KumojiPage *page;
  double x, y;
  double *edges;
  double *open; /* for each edge: where its line began, NAN where there is none */
  GArray *rules;
} Part;

static void
free_laid (gpointer data)
{
  Laid *laid = data;

  if (laid == NULL)
    return;
  g_ptr_array_unref (laid->bodies);
  g_free (laid);
}

static double
get_line_height (KumojiTable *table)
{
  return kumoji_cell_get_line_height (table->size);
}

static double
get_text_height (KumojiTable *table, const Laid *laid)
{
  return 2 * PAD_Y + laid->n_lines * get_line_height (table);
}

static Laid *
lay_row (KumojiTable *table, const KumojiRow *row, const double *edges)
{
  Laid *laid = g_new0 (Laid, 1);
  guint position = 0;

  laid->row = row;
  laid->n_lines = 1;
  laid->bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_cell_body_free);
  for (guint i = 0; i < row->cells->len && position < table->columns->len; i++)
    {
      KumojiCell *cell = row->cells->pdata[i];
      const guint end = MIN (position + MAX (cell->span, 1), table->columns->len);
      const double width = edges[end] - edges[position] - 2 * PAD_X;
      KumojiCellBody *body = kumoji_cell_lay (cell, table->typeface, table->language, table->size,
                                              kumoji_row_is_bold (row), width);

      laid->n_lines = MAX (laid->n_lines, kumoji_cell_body_get_n_lines (body));
      g_ptr_array_add (laid->bodies, body);
      position = end;
    }
  laid->height = get_text_height (table, laid);
  if (!row->title)
    laid->height = MAX (laid->height, MAX (row->kind == KUMOJI_ROW_NORMAL ? table->least_height : 0,
                                           row->least_height));

  return laid;
}

static void
start_part (Part *part, KumojiPage *page, double x, double y)
{
  const Rule rule = { y, GRID };

  part->page = page;
  part->x = x;
  part->y = y;
  for (guint i = 0; i <= part->table->columns->len; i++)
    part->open[i] = NAN;
  g_array_set_size (part->rules, 0);
  g_array_append_val (part->rules, rule);
}

static void
close_edge (Part *part, guint edge)
{
  const double x = part->x + part->edges[edge];

  if (!isnan (part->open[edge]))
    kumoji_page_add_line (part->page, x, part->open[edge], x, part->y,
                          KUMOJI_INK_STROKE (kumoji_palette_paper.rule, GRID));
  part->open[edge] = NAN;
}

/* The grid goes on top of the tints, and each line of it is drawn once. */
static void
end_part (Part *part)
{
  const double left = part->x - GRID / 2;
  const double right = part->x + part->edges[part->table->columns->len] + GRID / 2;

  for (guint i = 0; i <= part->table->columns->len; i++)
    close_edge (part, i);
  for (guint i = 0; i < part->rules->len; i++)
    {
      const Rule *rule = &g_array_index (part->rules, Rule, i);

      kumoji_page_add_line (part->page, left, rule->y, right, rule->y,
                            KUMOJI_INK_STROKE (kumoji_palette_paper.rule, rule->width));
    }
}

static void
mark_edges (Part *part, const KumojiRow *row)
{
  const guint n_columns = part->table->columns->len;
  guint position = 0;

  for (guint i = 0; position < n_columns; i++)
    {
      const KumojiCell *cell = i < row->cells->len ? row->cells->pdata[i] : NULL;
      const guint end = MIN (position + (cell != NULL ? MAX (cell->span, 1) : 1), n_columns);

      for (guint edge = position + 1; edge < end; edge++)
        close_edge (part, edge);
      if (isnan (part->open[position]))
        part->open[position] = part->y;
      position = end;
    }
  if (isnan (part->open[n_columns]))
    part->open[n_columns] = part->y;
}

static void
draw_ground (Part *part, const KumojiRow *row, double height)
{
  const KumojiBox box = { part->x, part->y, part->edges[part->table->columns->len], height };

  if (row->title || row->kind != KUMOJI_ROW_NORMAL)
    kumoji_page_add_box (part->page, &box, 0, KUMOJI_INK_FILL (kumoji_palette_paper.tint));
  else if (part->table->zebra && row->striped)
    kumoji_page_add_box (part->page, &box, 0, KUMOJI_INK_FILL (kumoji_palette_paper.stripe));
}

static void
set_place (Part *part, const KumojiRow *row, guint column)
{
  const KumojiCell *title = part->table->titles->cells->pdata[column];
  g_autofree char *place = NULL;

  if (row->place == NULL)
    return;
  if (*title->text != '\0')
    place = g_strdup_printf ("%s / %s", row->place, title->text);
  kumoji_page_set_place (part->page, place != NULL ? place : row->place);
}

static void
draw_continued (Part *part, const KumojiBox *cell, gboolean again)
{
  const KumojiTextStyle style = { CONTINUED_SIZE, FALSE, kumoji_palette_paper.dim,
                                  again ? KUMOJI_ALIGN_LEFT : KUMOJI_ALIGN_RIGHT, 1.2 };
  const char *text = again ? kumoji_phrase (part->table->language, N_("(continued)"))
                           : kumoji_phrase (part->table->language, N_("continued overleaf"));
  const KumojiBox box = { cell->x + PAD_X,
                          again ? cell->y + PAD_Y / 2
                                : cell->y + cell->height - CONTINUED_HEIGHT - PAD_Y / 2,
                          cell->width - 2 * PAD_X, CONTINUED_HEIGHT };

  kumoji_label_draw (part->page, part->table->typeface, text, &style, &box);
}

/* Draws the lines from @first of a row; all of them unless the row is cut. */
static void
draw_row (Part *part, const Laid *laid, double height, guint first, guint n_lines)
{
  const double line_height = get_line_height (part->table);
  const gboolean cut = n_lines < laid->n_lines;
  guint position = 0;

  draw_ground (part, laid->row, height);
  mark_edges (part, laid->row);
  for (guint i = 0; i < laid->bodies->len; i++)
    {
      KumojiCellBody *body = laid->bodies->pdata[i];
      const KumojiCell *cell = laid->row->cells->pdata[i];
      const guint end = MIN (position + MAX (cell->span, 1), part->table->columns->len);
      const double left = part->x + part->edges[position];
      const KumojiBox box = { left, part->y, part->x + part->edges[end] - left, height };
      const guint n_body = kumoji_cell_body_get_n_lines (body);
      double top = part->y + (height - n_body * line_height) / 2;

      if (cell->top)
        top = part->y + PAD_Y;
      if (cut)
        top = part->y + PAD_Y + (first > 0 ? CONTINUED_HEIGHT : 0);
      if (kumoji_cell_body_has_missing (body))
        set_place (part, laid->row, position);
      kumoji_cell_body_draw (body, part->page, left + PAD_X, top, first, n_lines, &box);
      if (cut && first > 0 && first < n_body)
        draw_continued (part, &box, TRUE);
      if (cut && first + n_lines < n_body)
        draw_continued (part, &box, FALSE);
      position = end;
    }
  part->y += height;
  g_array_append_vals (part->rules, &(const Rule){ part->y, GRID }, 1);
}

static void
draw_whole_row (Part *part, const Laid *laid)
{
  if (laid->row->kind == KUMOJI_ROW_TOTAL)
    g_array_index (part->rules, Rule, part->rules->len - 1).width = TOTAL_RULE;
  draw_row (part, laid, laid->height, 0, laid->n_lines);
}

static void
init_part (Part *part, KumojiTable *table, double width)
{
  part->table = table;
  part->edges = kumoji_table_dup_edges (table, width);
  part->open = g_new0 (double, table->columns->len + 1);
  part->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
}

static void
clear_part (Part *part)
{
  g_free (part->edges);
  g_free (part->open);
  g_array_unref (part->rules);
}

/**
 * kumoji_table_draw:
 * @x: the left, points
 * @y: the top, points
 * @width: points
 *
 * Draws the whole table on one page, for one that stands beside something else; see
 * kumoji_table_measure().
 *
 * Returns: the height that it took, points
 */
double
kumoji_table_draw (KumojiTable *table, KumojiPage *page, double x, double y, double width)
{
  Part part;

  init_part (&part, table, width);
  start_part (&part, page, x, y);
  for (int i = table->show_titles ? -1 : 0; i < (int) table->rows->len; i++)
    {
      const KumojiRow *row = i < 0 ? table->titles : table->rows->pdata[i];
      Laid *laid = lay_row (table, row, part.edges);

      draw_whole_row (&part, laid);
      free_laid (laid);
    }
  end_part (&part);
  clear_part (&part);

  return part.y - y;
}

/**
 * kumoji_table_measure:
 * @width: points
 *
 * Returns: the height of the whole table, points
 */
double
kumoji_table_measure (KumojiTable *table, double width)
{
  g_autofree double *edges = kumoji_table_dup_edges (table, width);
  double height = 0;

  for (int i = table->show_titles ? -1 : 0; i < (int) table->rows->len; i++)
    {
      const KumojiRow *row = i < 0 ? table->titles : table->rows->pdata[i];
      Laid *laid = lay_row (table, row, edges);

      height += laid->height;
      free_laid (laid);
    }

  return height;
}

/* A table on its way through a flow. */
typedef struct
{
  Part part;
  KumojiFlow *flow;
  Laid *titles;    /* NULL where they are not shown */
  GPtrArray *laid; /* of each row; NULL before it is needed and after it is drawn */
} Journey;

static double
get_titles_height (Journey *journey)
{
  return journey->titles != NULL ? journey->titles->height : 0;
}

static double
get_page_room (Journey *journey)
{
  return kumoji_flow_get_body_height (journey->flow) - get_titles_height (journey);
}

/* Only text makes a row taller than a page; room to write in ends with it. */
static void
limit_room (Journey *journey, Laid *laid)
{
  const double room = get_page_room (journey);

  if (laid->height > room && get_text_height (journey->part.table, laid) <= room)
    laid->height = room;
}

static Laid *
get_laid (Journey *journey, guint i)
{
  KumojiTable *table = journey->part.table;

  if (journey->laid->pdata[i] == NULL)
    journey->laid->pdata[i] = lay_row (table, table->rows->pdata[i], journey->part.edges);
  limit_room (journey, journey->laid->pdata[i]);

  return journey->laid->pdata[i];
}

/* The height that must be free for a row: a group wants its first row, a row its total, and neither
 * the first row of a table nor the last one stands alone on a page. */
static double
measure_together (Journey *journey, guint i)
{
  KumojiTable *table = journey->part.table;
  double height = 0;
  gboolean more = TRUE;

  for (; more && i < table->rows->len; i++)
    {
      const KumojiRow *row = table->rows->pdata[i];
      const KumojiRow *next = i + 1 < table->rows->len ? table->rows->pdata[i + 1] : NULL;

      height += get_laid (journey, i)->height;
      more = row->kind == KUMOJI_ROW_GROUP || (next != NULL && next->kind == KUMOJI_ROW_TOTAL)
             || i == 0 || i + 2 == table->rows->len;
    }

  return height;
}

static void
begin_on_page (Journey *journey)
{
  KumojiFlow *flow = journey->flow;

  start_part (&journey->part, kumoji_flow_get_page (flow), kumoji_flow_get_x (flow),
              kumoji_flow_get_y (flow));
  if (journey->titles != NULL)
    {
      draw_whole_row (&journey->part, journey->titles);
      kumoji_flow_advance (flow, journey->titles->height);
    }
}

static void
go_to_next_page (Journey *journey)
{
  end_part (&journey->part);
  kumoji_flow_break_page (journey->flow);
  begin_on_page (journey);
}

static double
get_least_piece (Journey *journey)
{
  return 2 * PAD_Y + LEAST_LINES * get_line_height (journey->part.table) + CONTINUED_HEIGHT;
}

/* Only for a row that no page can take whole. */
static void
draw_in_pieces (Journey *journey, const Laid *laid)
{
  const double line_height = get_line_height (journey->part.table);
  guint n;

  if (kumoji_flow_get_space_left (journey->flow)
      < MIN (get_least_piece (journey), get_page_room (journey)))
    go_to_next_page (journey);

  for (guint first = 0; first < laid->n_lines; first += n)
    {
      const double extra = 2 * PAD_Y + (first > 0 ? CONTINUED_HEIGHT : 0);
      const double left = kumoji_flow_get_space_left (journey->flow);
      double height;

      n = laid->n_lines - first;
      height = extra + n * line_height;
      if (height > left)
        {
          const double room = left - extra - CONTINUED_HEIGHT;

          n = CLAMP ((guint) MAX (room / line_height, 1), 1, n - 1);
          height = extra + n * line_height + CONTINUED_HEIGHT;
        }
      draw_row (&journey->part, laid, height, first, n);
      kumoji_flow_advance (journey->flow, height);
      if (first + n < laid->n_lines)
        go_to_next_page (journey);
    }
}

/* What must be free on the page for the row to begin on it. */
static double
get_wanted (Journey *journey, guint i)
{
  const double page = get_page_room (journey);
  const double together = measure_together (journey, i);
  const Laid *laid = get_laid (journey, i);

  if (together <= page)
    return together;

  return laid->height <= page ? laid->height : get_least_piece (journey);
}

static void
place_row (Journey *journey, guint i)
{
  KumojiFlow *flow = journey->flow;
  const Laid *laid = get_laid (journey, i);

  if (laid->height > get_page_room (journey))
    {
      draw_in_pieces (journey, laid);
      return;
    }
  if (get_wanted (journey, i) > kumoji_flow_get_space_left (flow))
    go_to_next_page (journey);
  draw_whole_row (&journey->part, laid);
  kumoji_flow_advance (flow, laid->height);
}

/**
 * kumoji_flow_add_table:
 *
 * Sets the table over the whole width of the text, on as many pages as it takes: the titles of the
 * columns stand on each, no row is cut unless it is taller than a page. The rows go from the table
 * to the pages: two of a long register together would take too much memory.
 */
void
kumoji_flow_add_table (KumojiFlow *flow, KumojiTable *table)
{
  Journey journey = { .flow = flow };
  double first = 0;

  init_part (&journey.part, table, kumoji_flow_get_width (flow));
  journey.laid = g_ptr_array_new_with_free_func (free_laid);
  g_ptr_array_set_size (journey.laid, table->rows->len);
  if (table->show_titles)
    journey.titles = lay_row (table, table->titles, journey.part.edges);

  if (table->rows->len > 0)
    first = get_wanted (&journey, 0);
  kumoji_flow_prepare (flow, get_titles_height (&journey) + first);
  begin_on_page (&journey);
  for (guint i = 0; i < table->rows->len && !kumoji_flow_is_full (flow)
                    && kumoji_watch_go_on (table->watch, KUMOJI_TABLE_STEPS_SET);
       i++)
    {
      place_row (&journey, i);
      g_clear_pointer (&journey.laid->pdata[i], free_laid);
      g_clear_pointer (&table->rows->pdata[i], kumoji_row_free);
    }
  end_part (&journey.part);

  free_laid (journey.titles);
  g_ptr_array_unref (journey.laid);
  clear_part (&journey.part);
}
