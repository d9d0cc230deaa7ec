/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mark: a state or a tick, drawn as a shape; fonts for print have none of them. */
#include "report/kumoji-mark.h"

#define N_BARS 3

/**
 * kumoji_mark_get_colour:
 *
 * Returns: the colour of the mark, and of the word beside it
 */
KumojiColour
kumoji_mark_get_colour (KumojiMark mark, const KumojiPalette *palette)
{
  switch (mark)
    {
    case KUMOJI_MARK_PASSED:
    case KUMOJI_MARK_LEVEL_LOW:
      return palette->good;
    case KUMOJI_MARK_BLOCKED:
    case KUMOJI_MARK_LEVEL_HIGH:
      return palette->bad;
    case KUMOJI_MARK_LATE:
    case KUMOJI_MARK_LEVEL_MEDIUM:
      return palette->caution;
    case KUMOJI_MARK_LEVEL_NONE:
    case KUMOJI_MARK_OPEN:
    case KUMOJI_MARK_WAITING:
    case KUMOJI_MARK_NOT_APPLICABLE:
      return palette->neutral;
    case KUMOJI_MARK_NONE:
    default:
      return palette->text;
    }
}

static void
draw_polyline (KumojiPage *page, const double (*points)[2], guint n_points, const KumojiInk *ink)
{
  g_autoptr (KumojiPath) path = kumoji_path_new ();

  kumoji_path_move_to (path, points[0][0], points[0][1]);
  for (guint i = 1; i < n_points; i++)
    kumoji_path_line_to (path, points[i][0], points[i][1]);
  kumoji_page_add_path (page, path, ink);
}

static void
draw_tick (KumojiPage *page, double x, double y, double size, const KumojiInk *ink)
{
  const double points[][2] = { { x + 0.22 * size, y + 0.54 * size },
                               { x + 0.43 * size, y + 0.74 * size },
                               { x + 0.79 * size, y + 0.29 * size } };

  draw_polyline (page, points, G_N_ELEMENTS (points), ink);
}

static void
draw_cross (KumojiPage *page, double x, double y, double size, const KumojiInk *ink)
{
  kumoji_page_add_line (page, x + 0.3 * size, y + 0.3 * size, x + 0.7 * size, y + 0.7 * size, ink);
  kumoji_page_add_line (page, x + 0.7 * size, y + 0.3 * size, x + 0.3 * size, y + 0.7 * size, ink);
}

static void
draw_warning (KumojiPage *page, double x, double y, double size, KumojiColour colour)
{
  const double points[][2] = { { x + 0.5 * size, y + 0.08 * size },
                               { x + 0.96 * size, y + 0.9 * size },
                               { x + 0.04 * size, y + 0.9 * size },
                               { x + 0.5 * size, y + 0.08 * size } };
  const KumojiInk edge = { KUMOJI_COLOUR_NONE, colour, 0.09 * size, 0, TRUE };

  draw_polyline (page, points, G_N_ELEMENTS (points), &edge);
  kumoji_page_add_line (page, x + 0.5 * size, y + 0.4 * size, x + 0.5 * size, y + 0.62 * size,
                        &edge);
  kumoji_page_add_circle (page, x + 0.5 * size, y + 0.77 * size, 0.06 * size,
                          KUMOJI_INK_FILL (colour));
}

/* Bars that grow; those up to the level are full. */
static void
draw_level (KumojiPage *page, double x, double y, double size, guint level, KumojiColour colour)
{
  for (guint i = 0; i < N_BARS; i++)
    {
      const double height = size * (0.34 + 0.28 * i);
      const KumojiInk ink = { i < level ? colour : KUMOJI_COLOUR_NONE, colour, 0.06 * size, 0,
                              FALSE };
      const KumojiBox bar = { x + size * (0.06 + 0.32 * i), y + 0.95 * size - height, 0.22 * size,
                              height };

      kumoji_page_add_box (page, &bar, 0, &ink);
    }
}

/**
 * kumoji_mark_draw:
 * @x: left of the square that the mark fills, points
 * @y: top of it
 * @size: its side
 */
void
kumoji_mark_draw (KumojiPage *page,
                  const KumojiPalette *palette,
                  KumojiMark mark,
                  double x,
                  double y,
                  double size)
{
  const KumojiColour colour = kumoji_mark_get_colour (mark, palette);
  const KumojiInk inner = { KUMOJI_COLOUR_NONE, palette->background, 0.13 * size, 0, TRUE };
  const KumojiInk outer = { KUMOJI_COLOUR_NONE, colour, 0.09 * size, 0, TRUE };
  const double cx = x + size / 2, cy = y + size / 2;

  switch (mark)
    {
    case KUMOJI_MARK_PASSED:
    case KUMOJI_MARK_BLOCKED:
      kumoji_page_add_circle (page, cx, cy, 0.48 * size, KUMOJI_INK_FILL (colour));
      (mark == KUMOJI_MARK_PASSED ? draw_tick : draw_cross) (page, x, y, size, &inner);
      break;
    case KUMOJI_MARK_OPEN:
      kumoji_page_add_circle (page, cx, cy, 0.42 * size, &outer);
      break;
    case KUMOJI_MARK_WAITING:
      kumoji_page_add_circle (page, cx, cy, 0.42 * size, &outer);
      kumoji_page_add_line (page, cx, y + 0.26 * size, cx, cy, &outer);
      kumoji_page_add_line (page, cx, cy, x + 0.68 * size, y + 0.62 * size, &outer);
      break;
    case KUMOJI_MARK_NOT_APPLICABLE:
      kumoji_page_add_circle (page, cx, cy, 0.42 * size, &outer);
      kumoji_page_add_line (page, x + 0.3 * size, cy, x + 0.7 * size, cy, &outer);
      break;
    case KUMOJI_MARK_LATE:
      draw_warning (page, x, y, size, colour);
      break;
    case KUMOJI_MARK_LEVEL_NONE:
    case KUMOJI_MARK_LEVEL_LOW:
    case KUMOJI_MARK_LEVEL_MEDIUM:
    case KUMOJI_MARK_LEVEL_HIGH:
      draw_level (page, x, y, size, mark - KUMOJI_MARK_LEVEL_NONE, colour);
      break;
    case KUMOJI_MARK_NONE:
    default:
      break;
    }
}

/**
 * kumoji_check_box_draw:
 * @x: left of the box, points
 * @y: top of it
 * @size: its side
 */
void
kumoji_check_box_draw (KumojiPage *page,
                       const KumojiPalette *palette,
                       gboolean checked,
                       double x,
                       double y,
                       double size)
{
  const KumojiInk edge = { palette->background, palette->text, 0.7, 0, FALSE };
  const KumojiInk tick = { KUMOJI_COLOUR_NONE, palette->accent, 0.17 * size, 0, TRUE };
  const KumojiBox box = { x + 0.35, y + 0.35, size - 0.7, size - 0.7 };

  kumoji_page_add_box (page, &box, 0, &edge);
  if (checked)
    draw_tick (page, x, y - 0.03 * size, size, &tick);
}
