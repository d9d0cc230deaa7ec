/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stages over the years: above what was planned, below what came of it. */
#include "report/kumoji-timeline.h"

#include "catalog/kumoji-phrases.h"

/* In sizes of type. */
#define YEAR_ROOM 1.7
#define TODAY_ROOM 1.6
#define ROW 3.1
#define FOOT_ROOM 1.9
#define BAR 0.75
#define NUMBER_ROOM 1.7
#define LARGEST_NAME 9.0

/* Of the width: the names in a narrow window. */
#define LARGEST_SHARE 0.4

#define LEAST_BAR 2.0 /* points */

typedef struct
{
  const KumojiCanvas *canvas;
  double left, width, top, bottom;
  guint32 first, last; /* days */
} Axis;

/**
 * kumoji_timeline_get_height:
 *
 * Returns: points
 */
double
kumoji_timeline_get_height (const KumojiCanvas *canvas, guint n_spans)
{
  return (YEAR_ROOM + TODAY_ROOM + n_spans * ROW + FOOT_ROOM) * canvas->size;
}

/**
 * kumoji_timeline_get_rows:
 * @top: (out): where the first row begins, points below the chart's top
 * @height: (out): of each row, points
 *
 * For the screen, where each row can be chosen.
 */
void
kumoji_timeline_get_rows (const KumojiCanvas *canvas, double *top, double *height)
{
  *top = (YEAR_ROOM + TODAY_ROOM) * canvas->size;
  *height = ROW * canvas->size;
}

static void
widen (guint32 day, guint32 *first, guint32 *last)
{
  if (day == 0)
    return;

  *first = MIN (*first, day);
  *last = MAX (*last, day);
}

static guint32
get_first_of (int year, int month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, month, CLAMP (year, 1, G_MAXUINT16));

  return g_date_get_julian (&date);
}

static int
get_year (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);

  return g_date_get_year (&date);
}

static int
get_quarter (guint32 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);

  return (g_date_get_month (&date) - 1) / 3;
}

/* From the first day of a year to the last of a quarter: the years' lines then stand at their
 * years' beginning, and no room is lost at the end. */
static void
choose_range (Axis *axis, const KumojiSpan *spans, guint n_spans, guint32 today)
{
  guint32 first = today, last = today;
  int quarter;

  for (guint i = 0; i < n_spans; i++)
    {
      widen (spans[i].planned_start, &first, &last);
      widen (spans[i].planned_end, &first, &last);
      widen (spans[i].actual_start, &first, &last);
      widen (spans[i].actual_end, &first, &last);
    }
  quarter = get_quarter (last) + 1;
  axis->first = get_first_of (get_year (first), 1);
  axis->last = get_first_of (get_year (last) + quarter / 4, quarter % 4 * 3 + 1);
}

static double
get_x (const Axis *axis, guint32 day)
{
  return axis->left + (double) (day - axis->first) / (axis->last - axis->first) * axis->width;
}

/* A year's label needs room: where the years stand too close, some are left out. */
static void
draw_years (const Axis *axis, double y)
{
  const KumojiCanvas *canvas = axis->canvas;
  const KumojiPalette *palette = canvas->palette;
  const double size = canvas->size, room = 5.5 * size;
  const int end = get_year (axis->last - 1);
  double next = axis->left;

  for (int year = get_year (axis->first); year <= end; year++)
    {
      g_autofree char *label = kumoji_report_dup_year (year, canvas->language, canvas->calendar);
      const double x = get_x (axis, get_first_of (year, 1));

      kumoji_page_add_line (canvas->page, x, axis->top, x, axis->bottom,
                            KUMOJI_INK_STROKE (palette->plan, 0.5));
      if (x < next - 0.01 || axis->left + axis->width - x < room)
        continue;
      kumoji_canvas_write (canvas, label, size, FALSE, palette->dim, KUMOJI_ALIGN_LEFT,
                           (KumojiBox){ x, y, axis->left + axis->width - x, 1.4 * size });
      next = x + room;
    }
}

static void
draw_bar (const Axis *axis, guint32 start, guint32 end, double y, KumojiColour colour)
{
  const double height = BAR * axis->canvas->size;
  double from, to;
  KumojiBox bar;

  if (start == 0 && end == 0)
    return;
  from = get_x (axis, start != 0 ? start : end);
  to = get_x (axis, end != 0 ? end : start);
  bar = (KumojiBox){ MIN (from, to), y, MAX (ABS (to - from), LEAST_BAR), height };
  kumoji_page_add_box (axis->canvas->page, &bar, height / 3, KUMOJI_INK_FILL (colour));
}

static void
draw_span (const Axis *axis, const KumojiSpan *span, double x, double y, guint32 today)
{
  const KumojiCanvas *canvas = axis->canvas;
  const KumojiPalette *palette = canvas->palette;
  const double size = canvas->size, middle = y + ROW / 2 * size;
  const KumojiColour actual =
    span->step == KUMOJI_STEP_FINISHED ? palette->series[1] : palette->series[0];
  const double name = x + NUMBER_ROOM * size;

  kumoji_canvas_write (canvas, span->number, size, TRUE, palette->text, KUMOJI_ALIGN_LEFT,
                       (KumojiBox){ x, y, NUMBER_ROOM * size, ROW * size });
  kumoji_canvas_write (canvas, span->name, size, FALSE, palette->text, KUMOJI_ALIGN_LEFT,
                       (KumojiBox){ name, y, axis->left - name - 0.5 * size, ROW * size });
  draw_bar (axis, span->planned_start, span->planned_end, middle - (BAR + 0.1) * size,
            palette->plan);
  if (span->actual_start != 0)
    draw_bar (axis, span->actual_start, span->actual_end != 0 ? span->actual_end : today,
              middle + 0.1 * size, actual);
}

static void
draw_today (const Axis *axis, double y, guint32 today)
{
  const KumojiCanvas *canvas = axis->canvas;
  const char *label = kumoji_phrase (canvas->language, N_("Today"));
  const double size = canvas->size, x = get_x (axis, today);
  const double width = kumoji_typeface_measure (canvas->typeface, label, size, FALSE) + 0.1;
  const gboolean at_left = x + 0.4 * size + width > axis->left + axis->width;

  kumoji_page_add_line (canvas->page, x, y, x, axis->bottom,
                        KUMOJI_INK_STROKE (canvas->palette->series[5], 1.25));
  if (width + 0.8 * size < axis->width)
    kumoji_canvas_write (canvas, label, size, FALSE, canvas->palette->bad, KUMOJI_ALIGN_LEFT,
                         (KumojiBox){ at_left ? x - 0.4 * size - width : x + 0.4 * size, y, width,
                                      1.4 * size });
}

static double
measure_names (const KumojiCanvas *canvas, const KumojiSpan *spans, guint n_spans)
{
  double widest = 0;

  for (guint i = 0; i < n_spans; i++)
    widest =
      MAX (widest, kumoji_typeface_measure (canvas->typeface, spans[i].name, canvas->size, FALSE));

  return MIN (widest + 0.1, LARGEST_NAME * canvas->size);
}

/**
 * kumoji_timeline_draw:
 * @box: as high as kumoji_timeline_get_height() says
 * @today: as g_date_get_julian() counts
 *
 * A row a stage; the plan above, what happened below it, up to today where it goes on.
 */
void
kumoji_timeline_draw (const KumojiCanvas *canvas,
                      const KumojiBox *box,
                      const KumojiSpan *spans,
                      guint n_spans,
                      guint32 today)
{
  const double size = canvas->size;
  const double names = MIN ((NUMBER_ROOM + 1) * size + measure_names (canvas, spans, n_spans),
                            LARGEST_SHARE * box->width);
  const double rows = box->y + (YEAR_ROOM + TODAY_ROOM) * size;
  Axis axis = { canvas, box->x + names, box->width - names, box->y + YEAR_ROOM * size,
                rows + n_spans * ROW * size };

  choose_range (&axis, spans, n_spans, today);
  draw_years (&axis, box->y);
  for (guint i = 0; i < n_spans; i++)
    draw_span (&axis, &spans[i], box->x, rows + i * ROW * size, today);
  draw_today (&axis, axis.top, today);
  kumoji_canvas_write (canvas,
                       kumoji_phrase (canvas->language,
                                      N_("Upper bar: planned. Lower bar: actual.")),
                       0.9 * size, FALSE, canvas->palette->dim, KUMOJI_ALIGN_LEFT,
                       (KumojiBox){ box->x, axis.bottom + 0.4 * size, box->width, 1.4 * size });
}
