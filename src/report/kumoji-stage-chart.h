/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stages as circles on a line, with the gates between them. */
#pragma once

#include "report/kumoji-chart.h"
#include "report/kumoji-mark.h"

G_BEGIN_DECLS

typedef enum
{
  KUMOJI_STEP_AHEAD,
  KUMOJI_STEP_CURRENT,
  KUMOJI_STEP_FINISHED,
  KUMOJI_STEP_SKIPPED,
} KumojiStep;

/**
 * KumojiStageMark:
 * @number: "0" to "4", "X"
 * @name: of the stage
 * @gate: (nullable): how the gate out of it stands, where that is worth a word
 * @gate_mark: its mark
 */
typedef struct
{
  const char *number;
  const char *name;
  KumojiStep step;
  const char *gate;
  KumojiMark gate_mark;
} KumojiStageMark;

double kumoji_stage_chart_get_height (const KumojiCanvas *canvas);
void kumoji_stage_chart_draw (const KumojiCanvas *canvas,
                              const KumojiBox *box,
                              const KumojiStageMark *stages,
                              guint n_stages);

G_END_DECLS
