/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A palette: the colours of reports and charts, and the sizes of type on paper. */
#pragma once

#include "report/kumoji-page.h"

G_BEGIN_DECLS

/* Points. */
#define KUMOJI_SIZE_TITLE 17.0
#define KUMOJI_SIZE_HEADING 11.5
#define KUMOJI_SIZE_SUBHEADING 10.0
#define KUMOJI_SIZE_BODY 9.5
#define KUMOJI_SIZE_TABLE 9.0
#define KUMOJI_SIZE_SMALL 8.0
#define KUMOJI_SIZE_RUNNING 7.5

#define KUMOJI_N_SERIES 7

/**
 * KumojiPalette:
 * @series: Okabe and Ito's colours, which people who see colours differently can tell apart, in
 *   the order in which a chart uses them
 * @on_series: text upon each of them
 * @plan: a bar that is only planned, or a part not reached
 * @on_plan: text upon it
 * @tint: ground of table heads
 * @stripe: ground of every second row of a wide table
 * @rule: lines of tables and axes
 */
typedef struct
{
  KumojiColour text, dim, background;
  KumojiColour accent, good, bad, caution, neutral;
  KumojiColour plan, on_plan, tint, stripe, rule;
  KumojiColour series[KUMOJI_N_SERIES], on_series[KUMOJI_N_SERIES];
} KumojiPalette;

extern const KumojiPalette kumoji_palette_paper;
extern const KumojiPalette kumoji_palette_dark;

KumojiColour kumoji_palette_get_series (const KumojiPalette *palette, guint position);

G_END_DECLS
