/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of amounts. Each draws in a box of any page, on paper or for the screen. */
#include "report/kumoji-chart.h"

#include <math.h>

/* In sizes of type. */
#define LINE KUMOJI_CANVAS_LINE
#define STACK_HEIGHT 2.2
#define STACK_GAP 0.5
#define SWATCH 0.8
#define SWATCH_GAP 0.4
#define ENTRY_GAP 1.6

#define MAX_COLUMN_WIDTH 7.0

/* Points: no page is so large. */
#define FAR_AWAY 14400.0

/* Thinner parts of a bar would vanish. Points. */
#define LEAST_LENGTH 0.75

static gboolean
is_place (double length)
{
  return isfinite (length) && fabs (length) <= FAR_AWAY;
}

/**
 * kumoji_canvas_has_room:
 * @width: points that the chart wants at least
 * @height: points that the chart wants at least
 *
 * A size that is no number is a mistake that the page remembers, see kumoji_page_get_fault(); in
 * one that is merely too small nothing is drawn.
 *
 * Returns: whether a chart can be drawn in @box
 */
gboolean
kumoji_canvas_has_room (const KumojiCanvas *canvas,
                        const KumojiBox *box,
                        double width,
                        double height)
{
  if (!is_place (box->x) || !is_place (box->y) || !is_place (box->width) || !is_place (box->height)
      || !is_place (canvas->size))
    {
      const KumojiBox nowhere = { NAN, NAN, NAN, NAN };

      kumoji_page_add_box (canvas->page, &nowhere, 0, KUMOJI_INK_FILL (KUMOJI_COLOUR_NONE));
      return FALSE;
    }

  return canvas->size > 0 && box->width >= width && box->height >= height;
}

/**
 * kumoji_canvas_measure:
 * @text: (nullable): in the canvas' size
 *
 * Returns: points, and a hair: the room that the text wants on one line
 */
double
kumoji_canvas_measure (const KumojiCanvas *canvas, const char *text, gboolean bold)
{
  return text != NULL && *text != '\0'
           ? kumoji_typeface_measure (canvas->typeface, text, canvas->size, bold) + 0.1
           : 0;
}

/**
 * kumoji_canvas_write:
 * @box: the text's room; it is centred in its height, and cut with an ellipsis where it is too long
 */
void
kumoji_canvas_write (const KumojiCanvas *canvas,
                     const char *text,
                     double size,
                     gboolean bold,
                     KumojiColour colour,
                     KumojiAlign align,
                     KumojiBox box)
{
  const KumojiTextStyle style = { size, bold, colour, align, LINE };

  if (text != NULL && *text != '\0' && box.width > size)
    kumoji_label_draw (canvas->page, canvas->typeface, text, &style, &box);
}

static double
get_value (const KumojiAmount *amount)
{
  return isfinite (amount->value) && amount->value > 0 ? amount->value : 0;
}

static double
get_total (const KumojiAmount *amounts, guint n_amounts)
{
  double total = 0;

  for (guint i = 0; i < n_amounts; i++)
    total += get_value (&amounts[i]);

  return total;
}

static char *
join_entry (const KumojiAmount *amount)
{
  return g_strjoin (" ", amount->label, amount->text, NULL);
}

/* Goes through the legend's entries as they stand in rows; draws them where @draw. */
static double
walk_legend (const KumojiCanvas *canvas,
             double x,
             double y,
             double width,
             const KumojiAmount *amounts,
             guint n_amounts,
             gboolean draw)
{
  const double size = canvas->size, indent = (SWATCH + SWATCH_GAP) * size;
  double at = 0, top = y;

  for (guint i = 0; i < n_amounts; i++)
    {
      g_autofree char *entry = join_entry (&amounts[i]);
      const double text_width = MIN (kumoji_canvas_measure (canvas, entry, FALSE), width - indent);
      KumojiBox swatch;

      if (at > 0 && at + indent + text_width > width)
        {
          at = 0;
          top += LINE * size;
        }
      swatch =
        (KumojiBox){ x + at, top + (LINE - SWATCH) / 2 * size, SWATCH * size, SWATCH * size };
      if (draw)
        {
          kumoji_page_add_box (canvas->page, &swatch, 1,
                               KUMOJI_INK_FILL (kumoji_palette_get_series (canvas->palette, i)));
          kumoji_canvas_write (canvas, entry, size, FALSE, canvas->palette->text, KUMOJI_ALIGN_LEFT,
                               (KumojiBox){ x + at + indent, top, text_width, LINE * size });
        }
      at += indent + text_width + ENTRY_GAP * size;
    }

  return top + LINE * size - y;
}

/**
 * kumoji_chart_measure_legend:
 * @width: points
 *
 * Returns: the height that kumoji_chart_draw_legend() takes, points
 */
double
kumoji_chart_measure_legend (const KumojiCanvas *canvas,
                             double width,
                             const KumojiAmount *amounts,
                             guint n_amounts)
{
  return walk_legend (canvas, 0, 0, width, amounts, n_amounts, FALSE);
}

/**
 * kumoji_chart_draw_legend:
 * @box: its place; as high as kumoji_chart_measure_legend() says
 *
 * Names the series in their colours, for a chart in which the names find no place of their own.
 */
void
kumoji_chart_draw_legend (const KumojiCanvas *canvas,
                          const KumojiBox *box,
                          const KumojiAmount *amounts,
                          guint n_amounts)
{
  walk_legend (canvas, box->x, box->y, box->width, amounts, n_amounts, TRUE);
}

/**
 * kumoji_chart_measure_stack:
 * @width: points
 *
 * Returns: the height that kumoji_chart_draw_stack() takes, points
 */
double
kumoji_chart_measure_stack (const KumojiCanvas *canvas,
                            double width,
                            const KumojiAmount *amounts,
                            guint n_amounts)
{
  return (STACK_HEIGHT + STACK_GAP) * canvas->size
         + kumoji_chart_measure_legend (canvas, width, amounts, n_amounts);
}

/* A hair of ground between two colours tells them apart in a black and white copy, too. */
static void
draw_seams (const KumojiCanvas *canvas,
            const KumojiBox *box,
            double height,
            const KumojiAmount *amounts,
            guint n_amounts)
{
  const double total = get_total (amounts, n_amounts);
  double x = box->x;

  for (guint i = 0; i + 1 < n_amounts && total > 0; i++)
    {
      x += get_value (&amounts[i]) / total * box->width;
      if (get_value (&amounts[i]) > 0 && x < box->x + box->width - LEAST_LENGTH)
        kumoji_page_add_line (canvas->page, x, box->y, x, box->y + height,
                              KUMOJI_INK_STROKE (canvas->palette->background, 0.75));
    }
}

/**
 * kumoji_chart_draw_stack:
 *
 * One horizontal bar of all amounts: each with its text inside where there is room, and named below
 * in the order of the bar.
 */
void
kumoji_chart_draw_stack (const KumojiCanvas *canvas,
                         const KumojiBox *box,
                         const KumojiAmount *amounts,
                         guint n_amounts)
{
  const KumojiPalette *palette = canvas->palette;
  const double height = STACK_HEIGHT * canvas->size, total = get_total (amounts, n_amounts);
  const KumojiBox ground = { box->x, box->y, box->width, height };
  double x = box->x;

  if (!kumoji_canvas_has_room (canvas, box, 0, 0))
    return;

  kumoji_page_add_box (canvas->page, &ground, 0, KUMOJI_INK_FILL (palette->plan));
  for (guint i = 0; i < n_amounts && total > 0; i++)
    {
      const double width = get_value (&amounts[i]) / total * box->width;
      const double length = MAX (width, width > 0 ? LEAST_LENGTH : 0);
      const KumojiBox part = { MIN (x, box->x + box->width - length), box->y, length, height };

      if (width > 0)
        kumoji_page_add_box (canvas->page, &part, 0,
                             KUMOJI_INK_FILL (kumoji_palette_get_series (palette, i)));
      if (kumoji_typeface_measure (canvas->typeface, amounts[i].text, canvas->size, FALSE)
            + canvas->size
          < width)
        kumoji_canvas_write (canvas, amounts[i].text, canvas->size, TRUE,
                             palette->on_series[i % KUMOJI_N_SERIES], KUMOJI_ALIGN_CENTRE, part);
      x += width;
    }
  draw_seams (canvas, box, height, amounts, n_amounts);

  walk_legend (canvas, box->x, box->y + height + STACK_GAP * canvas->size, box->width, amounts,
               n_amounts, TRUE);
}

static double
get_largest (const KumojiAmount *amounts, guint n_amounts)
{
  double largest = 0;

  for (guint i = 0; i < n_amounts; i++)
    largest = MAX (largest, get_value (&amounts[i]));

  return largest;
}

typedef struct
{
  double slot, width, ground, tallest, largest;
} Columns;

static KumojiBox
get_column (const Columns *columns, const KumojiBox *box, guint i, const KumojiAmount *amount)
{
  const double height =
    columns->largest > 0 ? columns->tallest * get_value (amount) / columns->largest : 0;

  return (KumojiBox){ box->x + i * columns->slot + (columns->slot - columns->width) / 2,
                      columns->ground - height, columns->width, height };
}

/* The line is the height of the last column. Where it would run through a text, the text wins. */
static void
draw_reference (const KumojiCanvas *canvas,
                const Columns *columns,
                const KumojiBox *box,
                const KumojiAmount *amounts,
                guint n_amounts)
{
  const KumojiPalette *palette = canvas->palette;
  const double line = LINE * canvas->size;
  const double y = get_column (columns, box, n_amounts - 1, &amounts[n_amounts - 1]).y;
  const KumojiInk dashed = { KUMOJI_COLOUR_NONE, palette->dim, 0.75, 3, FALSE };

  kumoji_page_add_line (canvas->page, box->x, y, box->x + box->width, y, &dashed);
  for (guint i = 0; i + 1 < n_amounts; i++)
    {
      const KumojiBox column = get_column (columns, box, i, &amounts[i]);
      const double width =
        kumoji_typeface_measure (canvas->typeface, amounts[i].text, canvas->size, TRUE)
        + 0.8 * canvas->size;
      const KumojiBox label = { box->x + (i + 0.5) * columns->slot - width / 2,
                                column.y - line * 1.15, width, line };

      if (y > label.y && y < label.y + label.height)
        kumoji_page_add_box (canvas->page, &label, 0, KUMOJI_INK_FILL (palette->background));
    }
}

/**
 * kumoji_chart_draw_columns:
 * @amounts: the last is the one that the others are held against: a dashed line marks its height
 *
 * Upright columns side by side, each with its amount above and its name below.
 */
void
kumoji_chart_draw_columns (const KumojiCanvas *canvas,
                           const KumojiBox *box,
                           const KumojiAmount *amounts,
                           guint n_amounts)
{
  const KumojiPalette *palette = canvas->palette;
  const double size = canvas->size, line = LINE * size;
  Columns columns = { box->width / MAX (n_amounts, 1) };

  if (!kumoji_canvas_has_room (canvas, box, 0, 0))
    return;

  columns.largest = get_largest (amounts, n_amounts);
  columns.width = MIN (columns.slot * 0.6, MAX_COLUMN_WIDTH * size);
  columns.ground = box->y + box->height - line * 1.3;
  columns.tallest = columns.ground - box->y - line * 1.2;
  if (n_amounts > 1 && get_value (&amounts[n_amounts - 1]) > 0)
    draw_reference (canvas, &columns, box, amounts, n_amounts);
  for (guint i = 0; i < n_amounts; i++)
    {
      const double left = box->x + i * columns.slot;
      const KumojiBox column = get_column (&columns, box, i, &amounts[i]);

      if (column.height > 0)
        kumoji_page_add_box (canvas->page, &column, 0,
                             KUMOJI_INK_FILL (kumoji_palette_get_series (palette, i)));
      kumoji_canvas_write (canvas, amounts[i].text, size, TRUE, palette->text, KUMOJI_ALIGN_CENTRE,
                           (KumojiBox){ left, column.y - line * 1.15, columns.slot, line });
      kumoji_canvas_write (canvas, amounts[i].label, size, FALSE, palette->text,
                           KUMOJI_ALIGN_CENTRE,
                           (KumojiBox){ left, columns.ground + line * 0.2, columns.slot, line });
    }
  kumoji_page_add_line (canvas->page, box->x, columns.ground, box->x + box->width, columns.ground,
                        KUMOJI_INK_STROKE (palette->rule, 0.75));
}

/* The part of a round-ended bar between two of its lengths. */
static void
draw_stretch (const KumojiCanvas *canvas,
              const KumojiBox *bar,
              double start,
              double end,
              KumojiColour colour)
{
  const KumojiBox part = { bar->x + start, bar->y, end - start, bar->height };
  const KumojiBox half = { part.x + (start > 0 ? 0 : part.width / 2), part.y, part.width / 2,
                           part.height };
  const gboolean round_start = start <= 0, round_end = end >= bar->width - 0.01;

  if (end - start < 0.01)
    return;
  kumoji_page_add_box (canvas->page, &part, round_start || round_end ? bar->height / 2 : 0,
                       KUMOJI_INK_FILL (colour));
  if (round_start != round_end)
    kumoji_page_add_box (canvas->page, &half, 0, KUMOJI_INK_FILL (colour));
}

/**
 * kumoji_chart_draw_progress:
 * @box: the bar
 * @good: how many are done
 * @bad: how many stand against it
 * @total: of all, the open ones among them
 */
void
kumoji_chart_draw_progress (const KumojiCanvas *canvas,
                            const KumojiBox *box,
                            guint good,
                            guint bad,
                            guint total)
{
  const KumojiPalette *palette = canvas->palette;
  const double unit = total > 0 ? box->width / total : 0;
  const double done = MIN (good, total) * unit, judged = MIN (good + bad, total) * unit;

  if (!kumoji_canvas_has_room (canvas, box, 0, 0))
    return;

  draw_stretch (canvas, box, 0, box->width, palette->plan);
  draw_stretch (canvas, box, 0, done, palette->series[1]);
  draw_stretch (canvas, box, done, judged, palette->series[5]);
}
