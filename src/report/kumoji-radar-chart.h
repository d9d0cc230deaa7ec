/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A radar: values on axes around a centre, for one state of things or several. */
#pragma once

#include "report/kumoji-chart.h"

G_BEGIN_DECLS

/* With fewer axes it is no figure, with more nobody reads it. */
#define KUMOJI_RADAR_LEAST_AXES 3
#define KUMOJI_RADAR_MOST_AXES 12

/**
 * KumojiRadarSeries:
 * @label: (nullable): what the values are of
 * @values: (array): one for each axis, from 0; %NAN for one that is not known
 */
typedef struct
{
  const char *label;
  const double *values;
} KumojiRadarSeries;

/**
 * KumojiRadar:
 * @axes: (array): what is measured on each axis, clockwise from the top
 * @series: the last is drawn above the others
 * @most: the value of the outer ring
 * @unit: (nullable): behind the rings' values, such as " %"
 */
typedef struct
{
  const char *const *axes;
  guint n_axes;
  const KumojiRadarSeries *series;
  guint n_series;
  double most;
  const char *unit;
} KumojiRadar;

void kumoji_radar_chart_draw (const KumojiCanvas *canvas,
                              const KumojiBox *box,
                              const KumojiRadar *radar);

G_END_DECLS
