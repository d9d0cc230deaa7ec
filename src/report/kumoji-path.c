/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A path: lines and curves in points, origin at the top left. */
#include "report/kumoji-path.h"

#include <math.h>

/* A quarter of a circle as a Bézier curve: the handles stand at this share of the radius. */
#define ROUND 0.5522847498

struct _KumojiPath
{
  GArray *steps;
};

/**
 * kumoji_path_new:
 *
 * Returns: (transfer full): an empty path; free with kumoji_path_free()
 */
KumojiPath *
kumoji_path_new (void)
{
  KumojiPath *path = g_new0 (KumojiPath, 1);

  path->steps = g_array_new (FALSE, TRUE, sizeof (KumojiPathStep));

  return path;
}

void
kumoji_path_free (KumojiPath *path)
{
  if (path == NULL)
    return;

  g_array_unref (path->steps);
  g_free (path);
}

static void
add_step (KumojiPath *path, KumojiPathVerb verb, double x, double y)
{
  KumojiPathStep step = { verb, { x }, { y } };

  g_array_append_val (path->steps, step);
}

void
kumoji_path_move_to (KumojiPath *path, double x, double y)
{
  add_step (path, KUMOJI_PATH_MOVE, x, y);
}

void
kumoji_path_line_to (KumojiPath *path, double x, double y)
{
  add_step (path, KUMOJI_PATH_LINE, x, y);
}

void
kumoji_path_curve_to (KumojiPath *path,
                      double x1,
                      double y1,
                      double x2,
                      double y2,
                      double x3,
                      double y3)
{
  KumojiPathStep step = { KUMOJI_PATH_CURVE, { x1, x2, x3 }, { y1, y2, y3 } };

  g_array_append_val (path->steps, step);
}

/**
 * kumoji_path_arc_to:
 * @x: of the centre, points
 * @y: of the centre, points
 * @start: where the path stands already: radians from the right, clockwise
 * @end: less than @start for an arc that goes the other way round
 */
void
kumoji_path_arc_to (KumojiPath *path, double x, double y, double radius, double start, double end)
{
  const guint n = CLAMP ((guint) ceil (fabs (end - start) / G_PI_2 - 1e-9), 1, 4);
  const double step = (end - start) / n, handle = 4.0 / 3 * tan (step / 4) * radius;

  for (guint i = 0; i < n; i++)
    {
      const double from = start + i * step, to = from + step;
      const double end_x = x + radius * cos (to), end_y = y + radius * sin (to);

      kumoji_path_curve_to (path, x + radius * cos (from) - handle * sin (from),
                            y + radius * sin (from) + handle * cos (from),
                            end_x + handle * sin (to), end_y - handle * cos (to), end_x, end_y);
    }
}

void
kumoji_path_close (KumojiPath *path)
{
  add_step (path, KUMOJI_PATH_CLOSE, 0, 0);
}

/**
 * kumoji_path_add_box:
 * @radius: of the corners, in points; 0 for square ones; more than half a side is cut to that
 */
void
kumoji_path_add_box (KumojiPath *path, const KumojiBox *box, double radius)
{
  double left = box->x, top = box->y;
  double right = left + box->width, bottom = top + box->height;
  double r = MIN (radius, MIN (box->width, box->height) / 2);
  double k = r * (1 - ROUND);

  if (r <= 0)
    {
      kumoji_path_move_to (path, left, top);
      kumoji_path_line_to (path, right, top);
      kumoji_path_line_to (path, right, bottom);
      kumoji_path_line_to (path, left, bottom);
      kumoji_path_close (path);
      return;
    }

  kumoji_path_move_to (path, left + r, top);
  kumoji_path_line_to (path, right - r, top);
  kumoji_path_curve_to (path, right - k, top, right, top + k, right, top + r);
  kumoji_path_line_to (path, right, bottom - r);
  kumoji_path_curve_to (path, right, bottom - k, right - k, bottom, right - r, bottom);
  kumoji_path_line_to (path, left + r, bottom);
  kumoji_path_curve_to (path, left + k, bottom, left, bottom - k, left, bottom - r);
  kumoji_path_line_to (path, left, top + r);
  kumoji_path_curve_to (path, left, top + k, left + k, top, left + r, top);
  kumoji_path_close (path);
}

void
kumoji_path_add_circle (KumojiPath *path, double x, double y, double radius)
{
  const KumojiBox box = { x - radius, y - radius, 2 * radius, 2 * radius };

  kumoji_path_add_box (path, &box, radius);
}

/**
 * kumoji_path_get_steps:
 * @n_steps: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_steps): the steps, in order
 */
const KumojiPathStep *
kumoji_path_get_steps (KumojiPath *path, guint *n_steps)
{
  *n_steps = path->steps->len;

  return &g_array_index (path->steps, KumojiPathStep, 0);
}
