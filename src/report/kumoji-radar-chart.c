/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A radar: values on axes around a centre, for one state of things or several. */
#include "report/kumoji-radar-chart.h"

#include <math.h>

#include "report/kumoji-scale.h"
#include "report/kumoji-spread.h"

/* In sizes of type. */
#define LINE KUMOJI_CANVAS_LINE
#define GAP 0.6
#define LEAST_RADIUS 2.5
#define LEAST_LABEL 3.0
#define NARROWEST 1.25 /* a canvas writes nothing in less than one letter */
#define RING_SIZE 0.8
#define FOLD 1.5
#define LEAST_FOLDED 6.0

/* Of the width: the labels of one side. */
#define LABEL_SHARE 0.3

/* Lines of a label beside the rings. */
#define MOST_LINES 2

#define MOST_FOLDED 8

#define N_RINGS 5

/* Points. */
#define LINE_WIDTH 1.5
#define DOT 2.0

typedef struct
{
  const KumojiCanvas *canvas;
  const KumojiRadar *radar;
  KumojiScale scale;
  KumojiBox box; /* without the legend */
  double x, y, radius, labels;
} Web;

static double
get_angle (const Web *web, guint axis)
{
  return 2 * G_PI * axis / web->radar->n_axes - G_PI_2;
}

/* At a share of the radius. */
static void
get_point (const Web *web, guint axis, double share, double *x, double *y)
{
  *x = web->x + web->radius * share * cos (get_angle (web, axis));
  *y = web->y + web->radius * share * sin (get_angle (web, axis));
}

/* The axis to the top, and where there is one that to the bottom, have a line of their own. */
static gboolean
is_upright (const Web *web, guint axis)
{
  return axis == 0 || 2 * axis == web->radar->n_axes;
}

/* Large enough for the rings; the labels are shortened before these vanish. */
static void
place (Web *web)
{
  const double size = web->canvas->size;
  const double feet = web->radar->n_axes % 2 == 0 ? LINE * size : 0;
  /* Of an odd number no axis ends at the bottom, and the rings reach less far down. */
  const double depth = feet > 0 ? 1 : cos (G_PI / web->radar->n_axes);
  double widest = NARROWEST * size, room, height;

  for (guint i = 0; i < web->radar->n_axes; i++)
    if (!is_upright (web, i))
      widest = MAX (widest, kumoji_canvas_measure (web->canvas, web->radar->axes[i], FALSE));
  /* In two lines they leave more to the rings, where there are not too many of them. */
  if (web->radar->n_axes <= MOST_FOLDED)
    widest = MIN (widest, MAX (widest / 2 + FOLD * size, LEAST_FOLDED * size));
  web->labels = MIN (widest, LABEL_SHARE * web->box.width);
  if (web->labels < LEAST_LABEL * size && web->labels < widest)
    web->labels = 0;
  room = web->labels + (web->labels > 0 ? GAP * size : 0);
  height = web->box.height - LINE * size - feet - 2 * DOT;
  web->radius = MIN (web->box.width / 2 - room - DOT, height / (1 + depth));
  web->x = web->box.x + web->box.width / 2;
  web->y = web->box.y + LINE * size + DOT + web->radius + (height - (1 + depth) * web->radius) / 2;
}

static void
draw_ring (const Web *web, double share, KumojiColour colour)
{
  g_autoptr (KumojiPath) path = kumoji_path_new ();

  for (guint i = 0; i < web->radar->n_axes; i++)
    {
      double x, y;

      get_point (web, i, share, &x, &y);
      if (i == 0)
        kumoji_path_move_to (path, x, y);
      else
        kumoji_path_line_to (path, x, y);
    }
  kumoji_path_close (path);
  kumoji_page_add_path (web->canvas->page, path, KUMOJI_INK_STROKE (colour, 0.5));
}

static double
get_share (const Web *web, guint ring)
{
  return kumoji_scale_get_tick (&web->scale, ring) / kumoji_scale_get_most (&web->scale);
}

static void
draw_rings (const Web *web)
{
  const KumojiPalette *palette = web->canvas->palette;

  for (guint i = 1; i < web->scale.n_ticks; i++)
    draw_ring (web, get_share (web, i), i + 1 < web->scale.n_ticks ? palette->plan : palette->rule);
  for (guint i = 0; i < web->radar->n_axes; i++)
    {
      double x, y;

      get_point (web, i, 1, &x, &y);
      kumoji_page_add_line (web->canvas->page, web->x, web->y, x, y,
                            KUMOJI_INK_STROKE (palette->plan, 0.5));
    }
}

/* Beside the upper axis; those for which the rings stand too close are left out. */
static void
draw_ring_labels (const Web *web)
{
  const double size = RING_SIZE * web->canvas->size, height = LINE * size;
  double above = web->y - web->radius;

  for (guint i = web->scale.n_ticks - 1; i > 0; i--)
    {
      g_autofree char *number = kumoji_scale_dup_label (&web->scale, i);
      g_autofree char *label =
        g_strconcat (number, web->radar->unit != NULL ? web->radar->unit : "", NULL);
      const double width = kumoji_typeface_measure (web->canvas->typeface, label, size, FALSE);
      const double y = web->y - web->radius * get_share (web, i);
      const KumojiBox box = { web->x + 0.3 * size, y, width + 0.2 * size, height };

      if (y < above - 0.01 || y + height > web->y || width > web->radius)
        continue;
      kumoji_canvas_write (web->canvas, label, size, FALSE, web->canvas->palette->dim,
                           KUMOJI_ALIGN_LEFT, box);
      above = y + height;
    }
}

/* What cannot be known has no point; what lies beyond the outer ring stands on it. */
static gboolean
get_value (const Web *web, const KumojiRadarSeries *series, guint axis, double *x, double *y)
{
  const double value = series->values[axis];

  if (!isfinite (value))
    return FALSE;
  get_point (web, axis, CLAMP (value / kumoji_scale_get_most (&web->scale), 0, 1), x, y);

  return TRUE;
}

static void
draw_series (const Web *web, const KumojiRadarSeries *series, KumojiColour colour, guint dash)
{
  const guint n = web->radar->n_axes;
  const KumojiInk ink = { KUMOJI_COLOUR_NONE, colour, LINE_WIDTH, dash, TRUE };
  g_autoptr (KumojiPath) path = kumoji_path_new ();

  for (guint i = 0; i < n; i++)
    {
      double x1, y1, x2, y2;

      if (!get_value (web, series, i, &x1, &y1))
        continue;
      if (get_value (web, series, (i + 1) % n, &x2, &y2))
        {
          kumoji_path_move_to (path, x1, y1);
          kumoji_path_line_to (path, x2, y2);
        }
      kumoji_page_add_circle (web->canvas->page, x1, y1, DOT, KUMOJI_INK_FILL (colour));
    }
  kumoji_page_add_path (web->canvas->page, path, &ink);
}

static void
draw_upright_label (const Web *web, guint axis)
{
  const double height = LINE * web->canvas->size, reach = web->radius + DOT;
  const double y = axis == 0 ? web->y - reach - height : web->y + reach;

  kumoji_canvas_write (web->canvas, web->radar->axes[axis], web->canvas->size, FALSE,
                       web->canvas->palette->text, KUMOJI_ALIGN_CENTRE,
                       (KumojiBox){ web->box.x, y, web->box.width, height });
}

static void
draw_side_labels (const Web *web, gboolean at_right)
{
  const double size = web->canvas->size, line = LINE * size;
  const double top = web->y - web->radius;
  const double bottom =
    web->radar->n_axes % 2 == 0 ? web->y + web->radius : web->box.y + web->box.height;
  KumojiSpread labels[KUMOJI_RADAR_MOST_AXES];
  gboolean fold = TRUE;
  double wanted = 0;
  guint n = 0;

  for (guint i = 1; i < web->radar->n_axes && web->labels > 0; i++)
    {
      const double width = kumoji_canvas_measure (web->canvas, web->radar->axes[i], FALSE);
      double x, y;

      if (is_upright (web, i) || (2 * i < web->radar->n_axes) != at_right)
        continue;
      get_point (web, i, 1, &x, &y);
      labels[n++] = (KumojiSpread){ y, width > web->labels ? MOST_LINES * line : line, i };
    }
  /* Rather a line for each than two for some and none for others. */
  for (guint i = 0; i < n; i++)
    {
      wanted += labels[i].height;
      if (wanted > bottom - top)
        fold = FALSE;
    }
  for (guint i = 0; i < n && !fold; i++)
    labels[i].height = line;
  n = kumoji_spread (labels, n, top, bottom);
  for (guint i = 0; i < n; i++)
    {
      const double reach = web->radius + DOT + GAP * size;
      const double near =
        fabs (cos (get_angle (web, labels[i].id))) * web->radius + DOT + GAP * size;
      /* As near to the end of its axis as the rings let it. */
      const double away = web->radar->n_axes <= 6 ? near : reach;
      const double left = at_right ? web->x + away : web->x - away - web->labels;

      kumoji_canvas_write (web->canvas, web->radar->axes[labels[i].id], size, FALSE,
                           web->canvas->palette->text,
                           at_right ? KUMOJI_ALIGN_LEFT : KUMOJI_ALIGN_RIGHT,
                           (KumojiBox){ left, labels[i].centre - labels[i].height / 2, web->labels,
                                        labels[i].height });
    }
}

/* One series needs no name: the chart's heading says what it is. */
static void
draw_legend (Web *web)
{
  g_autofree KumojiAmount *entries = g_new0 (KumojiAmount, web->radar->n_series + 1);
  const guint n = web->radar->n_series;
  double height;
  KumojiBox place;

  for (guint i = 0; i < n; i++)
    entries[i].label = web->radar->series[i].label != NULL ? web->radar->series[i].label : "";
  if (n < 2)
    return;
  height = kumoji_chart_measure_legend (web->canvas, web->box.width, entries, n);
  if (height > web->box.height / 3)
    return;
  web->box.height -= height + GAP * web->canvas->size;
  place = (KumojiBox){ web->box.x, web->box.y + web->box.height + GAP * web->canvas->size,
                       web->box.width, height };
  kumoji_chart_draw_legend (web->canvas, &place, entries, n);
}

/**
 * kumoji_radar_chart_draw:
 *
 * Nothing with fewer axes than %KUMOJI_RADAR_LEAST_AXES, or more than %KUMOJI_RADAR_MOST_AXES, or
 * in a box that is too small. The series but the last are dashed.
 */
void
kumoji_radar_chart_draw (const KumojiCanvas *canvas, const KumojiBox *box, const KumojiRadar *radar)
{
  Web web = { canvas, radar, .box = *box };

  if (!kumoji_canvas_has_room (canvas, box, 2 * LEAST_RADIUS * canvas->size,
                               2 * LEAST_RADIUS * canvas->size)
      || radar->n_axes < KUMOJI_RADAR_LEAST_AXES || radar->n_axes > KUMOJI_RADAR_MOST_AXES)
    return;

  kumoji_scale_init (&web.scale, 0, radar->most, N_RINGS);
  draw_legend (&web);
  place (&web);
  if (web.radius < LEAST_RADIUS * canvas->size)
    return;
  draw_rings (&web);
  draw_ring_labels (&web);
  for (guint i = 0; i < radar->n_series; i++)
    draw_series (&web, &radar->series[i], kumoji_palette_get_series (canvas->palette, i),
                 i + 1 < radar->n_series ? 3 : 0);
  for (guint i = 0; i < radar->n_axes; i++)
    if (is_upright (&web, i))
      draw_upright_label (&web, i);
  draw_side_labels (&web, TRUE);
  draw_side_labels (&web, FALSE);
}
