/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart view: shows on screen what the report engine draws on paper. */
#pragma once

#include <adwaita.h>

#include "report/kumoji-chart.h"

G_BEGIN_DECLS

/**
 * KumojiChartHeight:
 * @canvas: what the chart will draw with; its page is %NULL
 * @width: pixels
 * @data: as it was set
 *
 * Returns: how high the chart is, pixels
 */
typedef double (*KumojiChartHeight) (const KumojiCanvas *canvas, double width, gconstpointer data);

/**
 * KumojiChartDraw:
 * @canvas: what to draw with; a point of it is a pixel
 * @box: where to draw
 * @data: as it was set
 */
typedef void (*KumojiChartDraw) (const KumojiCanvas *canvas,
                                 const KumojiBox *box,
                                 gconstpointer data);

#define KUMOJI_TYPE_CHART_VIEW (kumoji_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (KumojiChartView, kumoji_chart_view, KUMOJI, CHART_VIEW, GtkWidget)

GtkWidget *kumoji_chart_view_new (void);
void kumoji_chart_view_set_chart (KumojiChartView *self,
                                  KumojiChartHeight height,
                                  KumojiChartDraw draw,
                                  gpointer data,
                                  GDestroyNotify free_data);
void kumoji_chart_view_set_description (KumojiChartView *self, const char *description);

G_END_DECLS
