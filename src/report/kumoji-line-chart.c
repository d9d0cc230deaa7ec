/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line chart: amounts that go on from month to month, and where two of them cross. */
#include "report/kumoji-line-chart.h"

#include <math.h>

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-scale.h"
#include "report/kumoji-spread.h"

/* In sizes of type. */
#define LINE KUMOJI_CANVAS_LINE
#define TICK_GAP 0.5
#define LEADER 1.6
#define LABEL_GAP 0.4
#define LEAST_WIDTH 6.0
#define LEAST_HEIGHT 3.0
#define X_TICK_ROOM 4.0
#define Y_TICK_ROOM 2.6
#define DOT 0.45

/* Of the width: the labels at the lines' ends. */
#define LABEL_SHARE 0.3

#define MOST_LINES 2
#define MOST_TICKS 8

/* Points of a line that are looked at below a label. */
#define SAMPLES 16

/* Points. */
#define LINE_WIDTH 1.75

typedef struct
{
  const KumojiCanvas *canvas;
  const KumojiLineChart *chart;
  KumojiScale across, up;
  KumojiBox box, plot;
  double labels; /* their width, 0 where they have no room */
} Frame;

static double
get_x (const Frame *frame, double position)
{
  const guint last = frame->chart->n_values - 1;

  return frame->plot.x + (last > 0 ? position / last : 0.5) * frame->plot.width;
}

static double
get_y (const Frame *frame, double value)
{
  const double least = kumoji_scale_get_least (&frame->up);
  const double most = kumoji_scale_get_most (&frame->up);

  return frame->plot.y + frame->plot.height * (1 - (value - least) / (most - least));
}

/* The ticks want to be known before the room that they leave. */
static void
choose_scales (Frame *frame)
{
  const KumojiLineChart *chart = frame->chart;
  const double size = frame->canvas->size;
  double least = 0, most = 0;

  for (guint i = 0; i < chart->n_lines; i++)
    for (guint j = 0; j < chart->n_values; j++)
      if (kumoji_scale_is_figure (chart->lines[i].values[j]))
        {
          least = MIN (least, chart->lines[i].values[j]);
          most = MAX (most, chart->lines[i].values[j]);
        }
  kumoji_scale_init (&frame->up, least, most,
                     (guint) CLAMP (frame->box.height / (Y_TICK_ROOM * size), 1, MOST_TICKS));
  kumoji_scale_choose_unit (&frame->up, frame->canvas->language);
  kumoji_scale_init_whole (&frame->across, chart->n_values - 1, chart->period,
                           (guint) CLAMP (frame->box.width / (X_TICK_ROOM * size), 1, MOST_TICKS));
}

static double
measure_ticks (const Frame *frame)
{
  double widest = 0;

  for (guint i = 0; i < frame->up.n_ticks; i++)
    {
      g_autofree char *label = kumoji_scale_dup_label (&frame->up, i);

      widest = MAX (widest, kumoji_canvas_measure (frame->canvas, label, FALSE));
    }

  return widest;
}

static double
measure_labels (const Frame *frame)
{
  double widest = 0;

  for (guint i = 0; i < frame->chart->n_lines; i++)
    widest =
      MAX (widest, kumoji_canvas_measure (frame->canvas, frame->chart->lines[i].label, TRUE));

  return MIN (widest, LABEL_SHARE * frame->box.width);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Returns whether the titles and ticks leave room for lines. */
static gboolean
place_plot (Frame *frame)
{
  const KumojiBox *box = &frame->box;
  const double size = frame->canvas->size;
  const double left = measure_ticks (frame) + TICK_GAP * size;
  const double above = (has_text (frame->chart->y_title) ? 1.5 : 0.5) * LINE * size;
  const double below = (TICK_GAP + (has_text (frame->chart->x_title) ? 2 : 1) * LINE) * size;
  double right;

  frame->labels = measure_labels (frame);
  right = frame->labels > 0 ? frame->labels + (LEADER + LABEL_GAP) * size : size;
  if (box->width - left - right < LEAST_WIDTH * size)
    {
      frame->labels = 0;
      right = size;
    }
  frame->plot = (KumojiBox){ box->x + left, box->y + above, box->width - left - right,
                             box->height - above - below };

  return frame->plot.width >= LEAST_WIDTH * size && frame->plot.height >= LEAST_HEIGHT * size;
}

static char *
dup_y_title (const Frame *frame)
{
  const KumojiLineChart *chart = frame->chart;
  const KumojiLanguage language = frame->canvas->language;
  const char *word = frame->up.unit_word;

  if (word != NULL && has_text (chart->y_unit))
    /* Translators: on an axis: what it shows, in thousands or millions of what:
     * "Cost (million yen)". */
    return g_strdup_printf (kumoji_phrase (language, N_("%s (%s %s)")), chart->y_title, word,
                            chart->y_unit);
  if (word != NULL || has_text (chart->y_unit))
    /* Translators: on an axis: what it shows, in which unit: "Cost (yen)". */
    return g_strdup_printf (kumoji_phrase (language, N_("%s (%s)")), chart->y_title,
                            word != NULL ? word : chart->y_unit);

  return g_strdup (chart->y_title);
}

static void
draw_up (const Frame *frame)
{
  const KumojiCanvas *canvas = frame->canvas;
  const double size = canvas->size, line = LINE * size;
  const KumojiBox *plot = &frame->plot;
  double above = frame->box.y + frame->box.height;

  for (guint i = 0; i < frame->up.n_ticks; i++)
    {
      const double value = kumoji_scale_get_tick (&frame->up, i), y = get_y (frame, value);
      g_autofree char *label = kumoji_scale_dup_label (&frame->up, i);

      kumoji_page_add_line (canvas->page, plot->x, y, plot->x + plot->width, y,
                            value == 0 ? KUMOJI_INK_STROKE (canvas->palette->rule, 0.75)
                                       : KUMOJI_INK_STROKE (canvas->palette->plan, 0.5));
      if (y + line / 2 > above + 0.01)
        continue;
      kumoji_canvas_write (canvas, label, size, FALSE, canvas->palette->dim, KUMOJI_ALIGN_RIGHT,
                           (KumojiBox){ frame->box.x, y - line / 2,
                                        plot->x - TICK_GAP * size - frame->box.x, line });
      above = y - line / 2;
    }
  if (has_text (frame->chart->y_title))
    {
      g_autofree char *title = dup_y_title (frame);

      kumoji_canvas_write (canvas, title, size, FALSE, canvas->palette->dim, KUMOJI_ALIGN_LEFT,
                           (KumojiBox){ frame->box.x, frame->box.y, frame->box.width, line });
    }
}

static void
draw_across (const Frame *frame)
{
  const KumojiCanvas *canvas = frame->canvas;
  const double size = canvas->size, line = LINE * size;
  const double bottom = frame->plot.y + frame->plot.height;
  const double end = frame->box.x + frame->box.width;
  double before = frame->box.x;

  for (guint i = 0; i < frame->across.n_ticks; i++)
    {
      g_autofree char *label = kumoji_scale_dup_label (&frame->across, i);
      const double x = get_x (frame, kumoji_scale_get_tick (&frame->across, i));
      const double width = MAX (kumoji_canvas_measure (canvas, label, FALSE), 1.2 * size);
      const KumojiBox box = { x - width / 2, bottom + TICK_GAP * size, width, line };

      kumoji_page_add_line (canvas->page, x, bottom, x, bottom + TICK_GAP / 2 * size,
                            KUMOJI_INK_STROKE (canvas->palette->rule, 0.75));
      if (box.x < before || box.x + width > end)
        continue;
      kumoji_canvas_write (canvas, label, size, FALSE, canvas->palette->dim, KUMOJI_ALIGN_CENTRE,
                           box);
      before = box.x + width + TICK_GAP * size;
    }
  kumoji_canvas_write (canvas, frame->chart->x_title, size, FALSE, canvas->palette->dim,
                       KUMOJI_ALIGN_RIGHT,
                       (KumojiBox){ frame->box.x, bottom + TICK_GAP * size + line,
                                    frame->plot.x + frame->plot.width - frame->box.x, line });
}

/* What is not known leaves a gap; a value between two gaps is a dot. */
static void
draw_line (const Frame *frame, const KumojiLine *line, KumojiColour colour)
{
  const guint n = frame->chart->n_values;
  const KumojiInk ink = { KUMOJI_COLOUR_NONE, colour, LINE_WIDTH, 0, TRUE };
  g_autoptr (KumojiPath) path = kumoji_path_new ();

  for (guint i = 0; i < n; i++)
    {
      const double x = get_x (frame, i);
      const gboolean before = i > 0 && kumoji_scale_is_figure (line->values[i - 1]);
      const gboolean behind = i + 1 < n && kumoji_scale_is_figure (line->values[i + 1]);

      if (!kumoji_scale_is_figure (line->values[i]))
        continue;
      if (before)
        kumoji_path_line_to (path, x, get_y (frame, line->values[i]));
      else if (behind)
        kumoji_path_move_to (path, x, get_y (frame, line->values[i]));
      else
        kumoji_page_add_circle (frame->canvas->page, x, get_y (frame, line->values[i]),
                                LINE_WIDTH * 1.2, KUMOJI_INK_FILL (colour));
    }
  kumoji_page_add_path (frame->canvas->page, path, &ink);
}

/* Where a line ends: at its last value that is known; -1 for a line without any. */
static int
find_end (const Frame *frame, guint i)
{
  int last = (int) frame->chart->n_values - 1;

  while (last >= 0 && !kumoji_scale_is_figure (frame->chart->lines[i].values[last]))
    last--;

  return last;
}

static void
draw_labels (const Frame *frame)
{
  const KumojiCanvas *canvas = frame->canvas;
  const KumojiLineChart *chart = frame->chart;
  const double size = canvas->size, line = LINE * size;
  const double edge = frame->plot.x + frame->plot.width;
  const double text = edge + (LEADER + LABEL_GAP) * size;
  g_autofree KumojiSpread *labels = g_new0 (KumojiSpread, chart->n_lines + 1);
  guint n = 0;

  for (guint i = 0; i < chart->n_lines && frame->labels > 0; i++)
    {
      const double wanted = kumoji_canvas_measure (canvas, chart->lines[i].label, TRUE);
      const int end = find_end (frame, i);

      if (end >= 0 && wanted > 0)
        labels[n++] = (KumojiSpread){ get_y (frame, chart->lines[i].values[end]),
                                      wanted > frame->labels ? MOST_LINES * line : line, i };
    }
  n = kumoji_spread (labels, n, frame->box.y + (has_text (chart->y_title) ? line : 0),
                     frame->plot.y + frame->plot.height + line);
  for (guint i = 0; i < n; i++)
    {
      const guint id = labels[i].id;
      const int end = find_end (frame, id);
      const KumojiInk leader = { KUMOJI_COLOUR_NONE,
                                 kumoji_palette_get_series (canvas->palette, id), 0.75, 0, TRUE };

      kumoji_page_add_line (canvas->page, get_x (frame, end),
                            get_y (frame, chart->lines[id].values[end]), edge + LEADER * size,
                            labels[i].centre, &leader);
      kumoji_canvas_write (canvas, chart->lines[id].label, size, TRUE, canvas->palette->text,
                           KUMOJI_ALIGN_LEFT,
                           (KumojiBox){ text, labels[i].centre - labels[i].height / 2,
                                        frame->labels, labels[i].height });
    }
}

/* Where the lines meet before the position of the crossing; where they only touch there, at it. */
static gboolean
find_crossing (const Frame *frame, double *x, double *y)
{
  const KumojiLineChart *chart = frame->chart;
  const int at = chart->crossing;

  if (chart->n_lines < 2 || at < 0 || at >= (int) chart->n_values)
    return FALSE;

  const double *a = chart->lines[0].values, *b = chart->lines[1].values;
  if (!kumoji_scale_is_figure (a[at]) || !kumoji_scale_is_figure (b[at]))
    return FALSE;
  *x = get_x (frame, at);
  *y = get_y (frame, b[at]);
  if (at > 0 && kumoji_scale_is_figure (a[at - 1]) && kumoji_scale_is_figure (b[at - 1]))
    {
      const double before = a[at - 1] - b[at - 1], behind = a[at] - b[at];

      if ((before < 0) != (behind < 0) && before != 0)
        {
          const double share = before / (before - behind);

          *x = get_x (frame, at - 1 + share);
          *y = get_y (frame, a[at - 1] + share * (a[at] - a[at - 1]));
        }
    }

  return TRUE;
}

/* How many points of the lines lie under the label. */
static guint
count_hidden (const Frame *frame, const KumojiBox *box)
{
  const KumojiLineChart *chart = frame->chart;
  guint n_hidden = 0;

  for (guint i = 0; i < chart->n_lines; i++)
    for (guint j = 0; j <= SAMPLES; j++)
      {
        const double x = box->x + box->width * j / SAMPLES;
        const double at = (x - frame->plot.x) / frame->plot.width * (chart->n_values - 1);
        const guint before = (guint) CLAMP (floor (at), 0, chart->n_values - 1);
        const guint behind = MIN (before + 1, chart->n_values - 1);
        const double *values = chart->lines[i].values;
        const double y =
          get_y (frame, values[before] + (at - before) * (values[behind] - values[before]));

        if (y > box->y - LINE_WIDTH && y < box->y + box->height + LINE_WIDTH)
          n_hidden++;
      }

  return n_hidden;
}

/* Beside the dot, where the least of the lines lies under it. */
static KumojiBox
place_crossing_label (const Frame *frame, double x, double y, double width)
{
  static const double sides[][2] = { { 0, -1 }, { 0, 1 },  { -1, -1 }, { 1, 1 },
                                     { 1, -1 }, { -1, 1 }, { 1, 0 },   { -1, 0 } };
  const double line = LINE * frame->canvas->size, gap = 1.2 * DOT * frame->canvas->size;
  const KumojiBox *plot = &frame->plot;
  KumojiBox best = { 0 };
  guint least = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const double left = x - width / 2 + sides[i][0] * (width / 2 + gap);
      const double top = y - line / 2 + sides[i][1] * (line / 2 + gap);
      const KumojiBox box = {
        CLAMP (left, plot->x, plot->x + plot->width - width),
        CLAMP (top, plot->y, plot->y + plot->height - line),
        width,
        line,
      };
      const guint hidden = count_hidden (frame, &box);

      if (hidden < least)
        {
          best = box;
          least = hidden;
        }
    }

  return best;
}

static void
draw_crossing (const Frame *frame)
{
  const KumojiCanvas *canvas = frame->canvas;
  const KumojiPalette *palette = canvas->palette;
  const double size = canvas->size;
  const KumojiInk ring = { palette->background, palette->text, 1.25, 0, FALSE };
  double x, y, width;
  KumojiBox box;

  if (!find_crossing (frame, &x, &y))
    return;
  if (has_text (frame->chart->crossing_label))
    {
      width = kumoji_canvas_measure (canvas, frame->chart->crossing_label, TRUE) + 0.6 * size;
      box = place_crossing_label (frame, x, y, MIN (width, frame->plot.width));
      kumoji_page_add_box (canvas->page, &box, 0, KUMOJI_INK_FILL (palette->background));
      kumoji_canvas_write (canvas, frame->chart->crossing_label, size, TRUE, palette->text,
                           KUMOJI_ALIGN_CENTRE, box);
    }
  kumoji_page_add_circle (canvas->page, x, y, DOT * size, &ring);
}

/**
 * kumoji_line_chart_draw:
 *
 * Lines over a ground with round ticks, each named at its end, and the crossing of the first two
 * with a dot. A value that is no figure (see %KUMOJI_SCALE_LARGEST) leaves a gap. Nothing without
 * values, or in a box that is too small.
 */
void
kumoji_line_chart_draw (const KumojiCanvas *canvas,
                        const KumojiBox *box,
                        const KumojiLineChart *chart)
{
  Frame frame = { canvas, chart, .box = *box };

  if (!kumoji_canvas_has_room (canvas, box, LEAST_WIDTH * canvas->size, LEAST_HEIGHT * canvas->size)
      || chart->n_values == 0)
    return;

  choose_scales (&frame);
  if (!place_plot (&frame))
    return;
  draw_up (&frame);
  draw_across (&frame);
  for (guint i = 0; i < chart->n_lines; i++)
    draw_line (&frame, &chart->lines[i], kumoji_palette_get_series (canvas->palette, i));
  draw_labels (&frame);
  draw_crossing (&frame);
}
