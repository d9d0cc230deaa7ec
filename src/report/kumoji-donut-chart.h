/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A donut: parts of a whole as a ring, with what they come to in the middle. */
#pragma once

#include "report/kumoji-chart.h"

G_BEGIN_DECLS

/**
 * KumojiDonutPart:
 * @label: (nullable): beside the part; %NULL where the colours are told elsewhere
 * @value: not negative; only its proportion to the others counts
 * @colour: of the part
 */
typedef struct
{
  const char *label;
  double value;
  KumojiColour colour;
} KumojiDonutPart;

/**
 * KumojiDonut:
 * @figure: (nullable): large, in the middle
 * @caption: (nullable): below it
 */
typedef struct
{
  const KumojiDonutPart *parts;
  guint n_parts;
  const char *figure, *caption;
} KumojiDonut;

void kumoji_donut_chart_draw (const KumojiCanvas *canvas,
                              const KumojiBox *box,
                              const KumojiDonut *donut);

G_END_DECLS
