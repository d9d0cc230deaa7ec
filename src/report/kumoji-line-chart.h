/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line chart: amounts that go on from month to month, and where two of them cross. */
#pragma once

#include "report/kumoji-chart.h"

G_BEGIN_DECLS

/**
 * KumojiLine:
 * @label: (nullable): written at the line's end
 * @values: (array): one for each position; %NAN for one that is not known
 */
typedef struct
{
  const char *label;
  const double *values;
} KumojiLine;

/**
 * KumojiLineChart:
 * @n_values: of each line; they stand at the positions 0, 1, 2 …
 * @x_title: (nullable): what the positions are, such as "Months"
 * @y_title: (nullable): what the values are
 * @y_unit: (nullable): what they are counted in, such as "yen"
 * @period: the positions' ticks stand at multiples of it, such as 12 for months; 0 for any
 * @crossing: the first position behind a crossing of the first two lines, -1 for none
 * @crossing_label: (nullable): what is written there, such as "month 17"
 */
typedef struct
{
  const KumojiLine *lines;
  guint n_lines, n_values;
  const char *x_title, *y_title, *y_unit;
  guint period;
  int crossing;
  const char *crossing_label;
} KumojiLineChart;

void kumoji_line_chart_draw (const KumojiCanvas *canvas,
                             const KumojiBox *box,
                             const KumojiLineChart *chart);

G_END_DECLS
