/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A donut: parts of a whole as a ring, with what they come to in the middle. */
#include "report/kumoji-donut-chart.h"

#include <math.h>

#include "report/kumoji-spread.h"

/* In sizes of type. */
#define LINE KUMOJI_CANVAS_LINE
#define LEAST_SIDE 3.0
#define LEAST_LABEL 4.0
#define LEADER 1.4
#define LABEL_GAP 0.4
#define FIGURE 2.2
#define LEAST_FIGURE 0.8

/* Of the radius. */
#define HOLE 0.64

/* Of the width: the labels of one side. */
#define LABEL_SHARE 0.32

/* Thinner parts would vanish. Radians. */
#define LEAST_ANGLE 0.03

#define SEAM 0.75

/* Where the ring stands, and how much of it each part has. */
typedef struct
{
  const KumojiCanvas *canvas;
  const KumojiBox *box;
  const KumojiDonut *donut;
  double x, y, radius;
  double labels[2]; /* their width at the left and at the right */
  double *angles;   /* of each part, radians */
  gboolean any;
} Ring;

static double
get_value (const KumojiDonutPart *part)
{
  return isfinite (part->value) && part->value > 0 ? part->value : 0;
}

/* Largest first taken out, so that not even the sum of the largest numbers overflows. */
static void
share_out (Ring *ring)
{
  const KumojiDonut *donut = ring->donut;
  double largest = 0, total = 0, wanted = 0;

  for (guint i = 0; i < donut->n_parts; i++)
    largest = MAX (largest, get_value (&donut->parts[i]));
  ring->any = largest > 0;
  if (!ring->any)
    return;

  for (guint i = 0; i < donut->n_parts; i++)
    total += get_value (&donut->parts[i]) / largest;
  for (guint i = 0; i < donut->n_parts; i++)
    {
      const double value = get_value (&donut->parts[i]);

      if (value > 0)
        ring->angles[i] = MAX (value / largest / total * 2 * G_PI, LEAST_ANGLE);
      wanted += ring->angles[i];
    }
  for (guint i = 0; i < donut->n_parts; i++)
    ring->angles[i] *= 2 * G_PI / wanted;
}

static gboolean
is_at_right (double angle)
{
  return angle < G_PI_2;
}

/* The room for the labels of each side; none at all where a side has too little. */
static void
measure_labels (Ring *ring)
{
  const KumojiDonut *donut = ring->donut;
  const double least = LEAST_LABEL * ring->canvas->size;
  double angle = -G_PI_2, widest[2] = { 0 };

  for (guint i = 0; i < donut->n_parts; i++)
    {
      const gboolean side = is_at_right (angle + ring->angles[i] / 2);
      const double width = kumoji_canvas_measure (ring->canvas, donut->parts[i].label, FALSE);

      if (ring->angles[i] > 0)
        widest[side] = MAX (widest[side], width);
      angle += ring->angles[i];
    }
  for (guint side = 0; side < 2; side++)
    ring->labels[side] = MIN (widest[side], LABEL_SHARE * ring->box->width);
  for (guint side = 0; side < 2; side++)
    if (ring->labels[side] < MIN (widest[side], least))
      ring->labels[0] = ring->labels[1] = 0;
}

static double
get_room (const Ring *ring, guint side)
{
  return ring->labels[side] > 0 ? ring->labels[side] + (LEADER + LABEL_GAP) * ring->canvas->size
                                : 0;
}

/* The ring is in the middle of what the labels leave. */
static void
place (Ring *ring)
{
  const KumojiBox *box = ring->box;
  double width;

  measure_labels (ring);
  if (box->width - get_room (ring, 0) - get_room (ring, 1) < LEAST_SIDE * ring->canvas->size)
    ring->labels[0] = ring->labels[1] = 0;
  width = box->width - get_room (ring, 0) - get_room (ring, 1);
  ring->x = box->x + get_room (ring, 0) + width / 2;
  ring->y = box->y + box->height / 2;
  ring->radius = MIN (width, box->height) / 2;
}

static void
add_part (const Ring *ring, KumojiPath *path, double start, double end)
{
  const double hole = HOLE * ring->radius;

  kumoji_path_move_to (path, ring->x + ring->radius * cos (start),
                       ring->y + ring->radius * sin (start));
  kumoji_path_arc_to (path, ring->x, ring->y, ring->radius, start, end);
  kumoji_path_line_to (path, ring->x + hole * cos (end), ring->y + hole * sin (end));
  kumoji_path_arc_to (path, ring->x, ring->y, hole, end, start);
  kumoji_path_close (path);
}

static void
draw_part (const Ring *ring, double start, double end, KumojiColour colour)
{
  g_autoptr (KumojiPath) path = kumoji_path_new ();

  add_part (ring, path, start, end);
  kumoji_page_add_path (ring->canvas->page, path, KUMOJI_INK_FILL (colour));
}

/* A hair of ground between two parts tells them apart in a black and white copy, too. */
static void
draw_seam (const Ring *ring, double angle)
{
  const double inner = HOLE * ring->radius - SEAM, outer = ring->radius;

  kumoji_page_add_line (ring->canvas->page, ring->x + inner * cos (angle),
                        ring->y + inner * sin (angle), ring->x + outer * cos (angle),
                        ring->y + outer * sin (angle),
                        KUMOJI_INK_STROKE (ring->canvas->palette->background, SEAM));
}

static void
draw_parts (const Ring *ring)
{
  const KumojiDonut *donut = ring->donut;
  double angle = -G_PI_2;
  guint n_drawn = 0;

  if (!ring->any)
    draw_part (ring, angle, angle + 2 * G_PI, ring->canvas->palette->plan);
  for (guint i = 0; i < donut->n_parts; i++)
    {
      if (ring->angles[i] <= 0)
        continue;
      draw_part (ring, angle, angle + ring->angles[i], donut->parts[i].colour);
      angle += ring->angles[i];
      n_drawn++;
    }
  angle = -G_PI_2;
  for (guint i = 0; i < donut->n_parts && n_drawn > 1; i++)
    {
      if (ring->angles[i] <= 0)
        continue;
      draw_seam (ring, angle);
      angle += ring->angles[i];
    }
}

/* From the middle of the part to its label, which may have been moved away from it. */
static void
draw_label (const Ring *ring, guint i, double angle, double y, gboolean at_right)
{
  const KumojiCanvas *canvas = ring->canvas;
  const double size = canvas->size, side = at_right ? 1 : -1;
  const double edge = ring->x + side * (ring->radius + LEADER * size);
  const double text = edge + side * LABEL_GAP * size;
  const KumojiInk leader = { KUMOJI_COLOUR_NONE, canvas->palette->rule, 0.5, 0, TRUE };
  g_autoptr (KumojiPath) path = kumoji_path_new ();

  kumoji_path_move_to (path, ring->x + (ring->radius + 1) * cos (angle),
                       ring->y + (ring->radius + 1) * sin (angle));
  kumoji_path_line_to (path, ring->x + side * (ring->radius + 0.5 * LEADER * size), y);
  kumoji_path_line_to (path, edge, y);
  kumoji_page_add_path (canvas->page, path, &leader);
  kumoji_canvas_write (canvas, ring->donut->parts[i].label, size, FALSE, canvas->palette->text,
                       at_right ? KUMOJI_ALIGN_LEFT : KUMOJI_ALIGN_RIGHT,
                       (KumojiBox){ at_right ? text : text - ring->labels[0], y - LINE / 2 * size,
                                    ring->labels[at_right], LINE * size });
}

static void
draw_labels (const Ring *ring, gboolean at_right)
{
  const KumojiDonut *donut = ring->donut;
  g_autofree KumojiSpread *labels = g_new0 (KumojiSpread, donut->n_parts + 1);
  g_autofree double *middles = g_new0 (double, donut->n_parts + 1);
  double angle = -G_PI_2;
  guint n = 0;

  for (guint i = 0; i < donut->n_parts; i++)
    {
      const double middle = middles[i] = angle + ring->angles[i] / 2;

      angle += ring->angles[i];
      if (ring->angles[i] <= 0 || donut->parts[i].label == NULL || ring->labels[at_right] <= 0
          || is_at_right (middle) != at_right)
        continue;
      labels[n++] =
        (KumojiSpread){ ring->y + ring->radius * sin (middle), LINE * ring->canvas->size, i };
    }
  n = kumoji_spread (labels, n, ring->box->y, ring->box->y + ring->box->height);
  for (guint i = 0; i < n; i++)
    draw_label (ring, labels[i].id, middles[labels[i].id], labels[i].centre, at_right);
}

/* The figure as large as the hole takes it; what is too long to be read in it is left out. */
static void
draw_middle (const Ring *ring)
{
  const KumojiCanvas *canvas = ring->canvas;
  const KumojiDonut *donut = ring->donut;
  const double room = 2 * HOLE * ring->radius * 0.82, half = room / 2;
  const double words = kumoji_canvas_measure (canvas, donut->caption, FALSE);
  const double caption = words > 0 && words <= room ? LINE * canvas->size : 0;
  double size = MIN (FIGURE * canvas->size, room / 3), top;

  if (donut->figure != NULL && *donut->figure != '\0')
    size =
      MIN (size, room / kumoji_typeface_measure (canvas->typeface, donut->figure, 1, TRUE) * 0.98);
  top = ring->y - (LINE * size + caption) / 2;
  if (LINE * size + caption > room || size < LEAST_FIGURE * canvas->size)
    return;
  kumoji_canvas_write (canvas, donut->figure, size, TRUE, canvas->palette->text,
                       KUMOJI_ALIGN_CENTRE, (KumojiBox){ ring->x - half, top, room, LINE * size });
  if (caption > 0)
    kumoji_canvas_write (canvas, donut->caption, canvas->size, FALSE, canvas->palette->dim,
                         KUMOJI_ALIGN_CENTRE,
                         (KumojiBox){ ring->x - half, top + LINE * size, room, caption });
}

/**
 * kumoji_donut_chart_draw:
 * @box: the ring is as large as its lesser side takes it, with its labels at both sides
 *
 * A ring of all parts, clockwise from the top. What is not known, or no amount, has no part; where
 * nothing has one the ring is empty.
 */
void
kumoji_donut_chart_draw (const KumojiCanvas *canvas, const KumojiBox *box, const KumojiDonut *donut)
{
  g_autofree double *angles = g_new0 (double, donut->n_parts + 1);
  Ring ring = { canvas, box, donut, .angles = angles };

  if (!kumoji_canvas_has_room (canvas, box, LEAST_SIDE * canvas->size, LEAST_SIDE * canvas->size))
    return;

  share_out (&ring);
  place (&ring);
  draw_parts (&ring);
  draw_labels (&ring, TRUE);
  draw_labels (&ring, FALSE);
  draw_middle (&ring);
}
