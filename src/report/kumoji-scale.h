/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scale: round values along an axis. */
#pragma once

#include "catalog/kumoji-language.h"

G_BEGIN_DECLS

/* Beyond it a figure is none that a chart of a company could show. */
#define KUMOJI_SCALE_LARGEST 1e24

/**
 * KumojiScale:
 * @step: from tick to tick: 1, 2 or 5 times a power of ten
 * @first: the first tick, in steps from zero
 * @n_ticks: at least 2
 * @unit: what the ticks are written in: 1, or a thousand, a million …
 * @unit_word: (nullable): the word for @unit, %NULL for 1
 */
typedef struct
{
  double step, first;
  guint n_ticks;
  double unit;
  const char *unit_word;
} KumojiScale;

void kumoji_scale_init (KumojiScale *scale, double least, double most, guint most_ticks);
void kumoji_scale_init_whole (KumojiScale *scale, guint last, guint period, guint most_ticks);
void kumoji_scale_choose_unit (KumojiScale *scale, KumojiLanguage language);
double kumoji_scale_get_tick (const KumojiScale *scale, guint position);
double kumoji_scale_get_least (const KumojiScale *scale);
double kumoji_scale_get_most (const KumojiScale *scale);
char *kumoji_scale_dup_label (const KumojiScale *scale, guint position);
gboolean kumoji_scale_is_figure (double value);

G_END_DECLS
