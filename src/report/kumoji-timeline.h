/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stages over the years: above what was planned, below what came of it. */
#pragma once

#include "report/kumoji-stage-chart.h"

G_BEGIN_DECLS

/**
 * KumojiSpan:
 * @planned_start: days as g_date_get_julian() counts them, 0 for not known
 * @planned_end: 0 where only the start is known
 * @actual_start: 0 where it has not begun
 * @actual_end: 0 while it goes on
 */
typedef struct
{
  const char *number;
  const char *name;
  KumojiStep step;
  guint32 planned_start, planned_end;
  guint32 actual_start, actual_end;
} KumojiSpan;

double kumoji_timeline_get_height (const KumojiCanvas *canvas, guint n_spans);
void kumoji_timeline_get_rows (const KumojiCanvas *canvas, double *top, double *height);
void kumoji_timeline_draw (const KumojiCanvas *canvas,
                           const KumojiBox *box,
                           const KumojiSpan *spans,
                           guint n_spans,
                           guint32 today);

G_END_DECLS
