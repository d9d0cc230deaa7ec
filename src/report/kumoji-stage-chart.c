/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stages as circles on a line, with the gates between them. */
#include "report/kumoji-stage-chart.h"

/* In sizes of type. */
#define RADIUS 1.75
#define GATE_ROOM 1.6
#define NAME_ROOM 3.1
#define LINE_GAP 0.5

static KumojiColour
get_colour (const KumojiPalette *palette, KumojiStep step)
{
  switch (step)
    {
    case KUMOJI_STEP_FINISHED:
      return palette->series[1];
    case KUMOJI_STEP_CURRENT:
      return palette->series[0];
    case KUMOJI_STEP_SKIPPED:
    case KUMOJI_STEP_AHEAD:
    default:
      return palette->plan;
    }
}

/**
 * kumoji_stage_chart_get_height:
 *
 * Returns: points
 */
double
kumoji_stage_chart_get_height (const KumojiCanvas *canvas)
{
  return (GATE_ROOM + 2 * RADIUS + NAME_ROOM) * canvas->size;
}

/* In a narrow window the circles shrink rather than touch. */
static double
get_radius (const KumojiCanvas *canvas, double slot)
{
  return MIN (RADIUS * canvas->size, 0.4 * slot);
}

static void
draw_stage (const KumojiCanvas *canvas,
            const KumojiStageMark *stage,
            double x,
            double y,
            double slot)
{
  const KumojiPalette *palette = canvas->palette;
  const double size = canvas->size, radius = get_radius (canvas, slot);
  const gboolean reached =
    stage->step == KUMOJI_STEP_FINISHED || stage->step == KUMOJI_STEP_CURRENT;
  const KumojiInk current = { KUMOJI_COLOUR_NONE, get_colour (palette, stage->step), 0.12 * size };

  if (stage->step == KUMOJI_STEP_CURRENT)
    kumoji_page_add_circle (canvas->page, x, y, radius + 0.28 * size, &current);
  kumoji_page_add_circle (canvas->page, x, y, radius,
                          KUMOJI_INK_FILL (get_colour (palette, stage->step)));
  kumoji_canvas_write (canvas, stage->number, 0.8 * radius, TRUE,
                       reached ? palette->on_series[stage->step == KUMOJI_STEP_FINISHED]
                               : palette->on_plan,
                       KUMOJI_ALIGN_CENTRE,
                       (KumojiBox){ x - radius, y - radius, 2 * radius, 2 * radius });
  kumoji_canvas_write (canvas, stage->name, size, stage->step == KUMOJI_STEP_CURRENT,
                       reached ? palette->text : palette->dim, KUMOJI_ALIGN_CENTRE,
                       (KumojiBox){ x - slot / 2, y + radius + 0.3 * size, slot,
                                    (NAME_ROOM - 0.3) * size });
}

static void
draw_gate (const KumojiCanvas *canvas,
           const KumojiStageMark *stage,
           double start,
           double end,
           double y)
{
  const KumojiPalette *palette = canvas->palette;
  const double size = canvas->size, indent = 1.3 * size;
  const KumojiColour colour =
    stage->step == KUMOJI_STEP_FINISHED ? palette->series[1] : palette->plan;
  double width, left;

  kumoji_page_add_line (canvas->page, start, y, end, y, KUMOJI_INK_STROKE (colour, 0.3 * size));
  if (stage->gate == NULL || *stage->gate == '\0')
    return;

  width = MIN (indent + kumoji_typeface_measure (canvas->typeface, stage->gate, size, FALSE) + 0.1,
               end - start);
  left = (start + end - width) / 2;
  kumoji_mark_draw (canvas->page, palette, stage->gate_mark, left, y - 1.6 * size, size);
  kumoji_canvas_write (canvas, stage->gate, size, FALSE,
                       kumoji_mark_get_colour (stage->gate_mark, palette), KUMOJI_ALIGN_LEFT,
                       (KumojiBox){ left + indent, y - 1.8 * size, width - indent, 1.4 * size });
}

/**
 * kumoji_stage_chart_draw:
 * @box: as high as kumoji_stage_chart_get_height() says
 */
void
kumoji_stage_chart_draw (const KumojiCanvas *canvas,
                         const KumojiBox *box,
                         const KumojiStageMark *stages,
                         guint n_stages)
{
  const double size = canvas->size, slot = box->width / MAX (n_stages, 1);
  const double y = box->y + (GATE_ROOM + RADIUS) * size;
  const double reach = get_radius (canvas, slot) + LINE_GAP * size;

  if (!kumoji_canvas_has_room (canvas, box, 0, 0))
    return;

  for (guint i = 0; i < n_stages; i++)
    {
      const double x = box->x + (i + 0.5) * slot;

      if (i + 1 < n_stages && slot > 2 * reach)
        draw_gate (canvas, &stages[i], x + reach, x + slot - reach, y);
      draw_stage (canvas, &stages[i], x, y, slot);
    }
}
