/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of a table: a text, a row of check boxes, or a state with its mark. */
#include "report/kumoji-cell.h"

#include <string.h>

#define LEADING 1.45

/* In sizes of type. */
#define CHECK_BOX 0.95
#define CHECK_GAP 0.35
#define CHOICE_GAP 0.85
#define MARK_SIZE 1.0
#define MARK_GAP 0.35

/* Where a choice stands in its cell. */
typedef struct
{
  KumojiParagraph *label;
  double x;
  guint line;
} Place;

struct _KumojiCellBody
{
  KumojiCell *cell;
  double size;
  guint n_lines;
  KumojiParagraph *paragraph; /* text and mark */
  GArray *places;             /* choices */
};

/**
 * kumoji_cell_new:
 * @text: (nullable):
 *
 * Returns: (transfer full): a cell of one column, aligned left, in the colour of text
 */
KumojiCell *
kumoji_cell_new (KumojiCellKind kind, const char *text)
{
  const gsize length = text != NULL ? strlen (text) : 0;
  KumojiCell *cell = g_malloc0 (sizeof (KumojiCell) + length + 1);

  cell->kind = kind;
  if (length > 0)
    memcpy (cell->text, text, length);
  cell->chosen = -1;
  cell->span = 1;
  cell->colour = kumoji_palette_paper.text;

  return cell;
}

void
kumoji_cell_free (KumojiCell *cell)
{
  if (cell == NULL)
    return;

  g_strfreev (cell->choices);
  g_free (cell);
}

static double
get_indent (KumojiCell *cell, double size)
{
  if (cell->kind == KUMOJI_CELL_CHOICES)
    return (CHECK_BOX + CHECK_GAP) * size;
  if (cell->kind == KUMOJI_CELL_MARK && cell->mark != KUMOJI_MARK_NONE)
    return (MARK_SIZE + MARK_GAP) * size;

  return 0;
}

static double
measure_lines (KumojiTypeface *typeface, const char *text, double size, gboolean bold)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  double widest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    widest = MAX (widest, kumoji_typeface_measure (typeface, lines[i], size, bold));

  return widest;
}

/**
 * kumoji_cell_get_natural_width:
 * @size: of the type, points
 * @bold: the whole row is
 *
 * Returns: the width that takes the fewest lines, points
 */
double
kumoji_cell_get_natural_width (KumojiCell *cell,
                               KumojiTypeface *typeface,
                               double size,
                               gboolean bold)
{
  double width = 0;

  if (cell->kind != KUMOJI_CELL_CHOICES)
    return get_indent (cell, size) + measure_lines (typeface, cell->text, size, bold || cell->bold);

  for (guint i = 0; cell->choices != NULL && cell->choices[i] != NULL; i++)
    width += (i > 0 ? CHOICE_GAP * size : 0) + get_indent (cell, size)
             + kumoji_typeface_measure (typeface, cell->choices[i], size, bold);

  return width;
}

/**
 * kumoji_cell_get_least_width:
 *
 * Returns: the width in which no word is cut, points
 */
double
kumoji_cell_get_least_width (KumojiCell *cell,
                             KumojiTypeface *typeface,
                             KumojiLanguage language,
                             double size,
                             gboolean bold)
{
  double widest = 0;

  if (cell->kind != KUMOJI_CELL_CHOICES)
    return get_indent (cell, size)
           + kumoji_longest_word (typeface, language, cell->text, size, bold || cell->bold);

  for (guint i = 0; cell->choices != NULL && cell->choices[i] != NULL; i++)
    widest = MAX (widest, kumoji_typeface_measure (typeface, cell->choices[i], size, bold));

  return get_indent (cell, size) + widest;
}

static void
clear_place (gpointer data)
{
  Place *place = data;

  kumoji_paragraph_free (place->label);
}

static void
lay_choices (KumojiCellBody *body,
             KumojiTypeface *typeface,
             KumojiLanguage language,
             const KumojiTextStyle *style,
             double width)
{
  const double indent = get_indent (body->cell, style->size);
  double x = 0;
  guint line = 0, below = 0; /* the line of the choice, and the one below all of its row */

  body->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (body->places, clear_place);
  for (guint i = 0; body->cell->choices != NULL && body->cell->choices[i] != NULL; i++)
    {
      Place place = { kumoji_paragraph_new (typeface, language, body->cell->choices[i], style,
                                            width - indent) };
      const double taken = indent + kumoji_paragraph_get_widest (place.label);

      if (x > 0 && x + taken > width + 0.01)
        {
          x = 0;
          line = below;
        }
      place.x = x;
      place.line = line;
      below = MAX (below, line + kumoji_paragraph_get_n_lines (place.label));
      x += taken + CHOICE_GAP * style->size;
      g_array_append_val (body->places, place);
    }
  body->n_lines = MAX (below, 1);
}

/**
 * kumoji_cell_lay:
 * @width: points, without the padding
 *
 * Returns: (transfer full): the cell's content in lines; @cell must outlive it
 */
KumojiCellBody *
kumoji_cell_lay (KumojiCell *cell,
                 KumojiTypeface *typeface,
                 KumojiLanguage language,
                 double size,
                 gboolean bold,
                 double width)
{
  KumojiCellBody *body = g_new0 (KumojiCellBody, 1);
  KumojiTextStyle style = { size, bold || cell->bold, cell->colour, cell->align, LEADING };

  body->cell = cell;
  body->size = size;
  if (cell->kind == KUMOJI_CELL_CHOICES)
    {
      lay_choices (body, typeface, language, &style, width);
      return body;
    }
  if (cell->kind == KUMOJI_CELL_MARK)
    style.colour = kumoji_mark_get_colour (cell->mark, &kumoji_palette_paper);
  body->paragraph =
    kumoji_paragraph_new (typeface, language, cell->text, &style, width - get_indent (cell, size));
  body->n_lines = kumoji_paragraph_get_n_lines (body->paragraph);

  return body;
}

void
kumoji_cell_body_free (KumojiCellBody *body)
{
  if (body == NULL)
    return;

  g_clear_pointer (&body->paragraph, kumoji_paragraph_free);
  g_clear_pointer (&body->places, g_array_unref);
  g_free (body);
}

/**
 * kumoji_cell_body_has_missing:
 *
 * Returns: whether it has characters that no installed font has
 */
gboolean
kumoji_cell_body_has_missing (KumojiCellBody *body)
{
  if (body->paragraph != NULL)
    return kumoji_paragraph_has_missing (body->paragraph);

  for (guint i = 0; i < body->places->len; i++)
    if (kumoji_paragraph_has_missing (g_array_index (body->places, Place, i).label))
      return TRUE;

  return FALSE;
}

guint
kumoji_cell_body_get_n_lines (KumojiCellBody *body)
{
  return body->n_lines;
}

/**
 * kumoji_cell_get_line_height:
 *
 * Returns: from line to line in a cell, points
 */
double
kumoji_cell_get_line_height (double size)
{
  return size * LEADING;
}

static void
draw_choices (KumojiCellBody *body,
              KumojiPage *page,
              double x,
              double top,
              guint first,
              guint n_lines,
              const KumojiBox *box)
{
  const double line_height = kumoji_cell_get_line_height (body->size);
  const double side = CHECK_BOX * body->size, indent = get_indent (body->cell, body->size);

  for (guint i = 0; i < body->places->len; i++)
    {
      const Place *place = &g_array_index (body->places, Place, i);
      const guint n_label_lines = kumoji_paragraph_get_n_lines (place->label);
      const guint start = MAX (place->line, first);
      const guint end = MIN (place->line + n_label_lines, first + n_lines);
      const double y = top + ((double) place->line - first) * line_height;

      if (place->line >= first && place->line < first + n_lines)
        kumoji_check_box_draw (page, &kumoji_palette_paper, (int) i == body->cell->chosen,
                               x + place->x, y + (line_height - side) / 2, side);
      if (start < end)
        kumoji_paragraph_draw (place->label, page, x + place->x + indent,
                               top + (start - first) * line_height, start - place->line,
                               end - start, box);
    }
}

/**
 * kumoji_cell_body_draw:
 * @x: the left of the content, points
 * @top: of the line @first, points
 * @first: the first line to draw
 * @n_lines: how many of them
 * @box: the cell
 */
void
kumoji_cell_body_draw (KumojiCellBody *body,
                       KumojiPage *page,
                       double x,
                       double top,
                       guint first,
                       guint n_lines,
                       const KumojiBox *box)
{
  const double line_height = kumoji_cell_get_line_height (body->size);
  const double side = MARK_SIZE * body->size;

  if (first >= body->n_lines)
    return;
  if (body->places != NULL)
    {
      draw_choices (body, page, x, top, first, n_lines, box);
      return;
    }

  if (body->cell->kind == KUMOJI_CELL_MARK && first == 0)
    kumoji_mark_draw (page, &kumoji_palette_paper, body->cell->mark, x,
                      top + (line_height - side) / 2, side);
  kumoji_paragraph_draw (body->paragraph, page, x + get_indent (body->cell, body->size), top, first,
                         n_lines, box);
}
