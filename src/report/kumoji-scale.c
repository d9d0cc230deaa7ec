/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scale: round values along an axis. */
#include "report/kumoji-scale.h"

#include <math.h>

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-field.h"

/* Beyond it a double holds no more every whole number. */
#define LARGEST_WHOLE 9e15

/* What people count large amounts in. */
static const struct
{
  double unit;
  const char *word;
} units[KUMOJI_N_LANGUAGES][4] = {
  [KUMOJI_LANGUAGE_JA] = { { 1e4, N_("ten thousand") },
                           { 1e8, N_("hundred million") },
                           { 1e12, N_("trillion") },
                           { 1e16, N_("ten quadrillion") } },
  [KUMOJI_LANGUAGE_EN] = { { 1e3, N_("thousand") },
                           { 1e6, N_("million") },
                           { 1e9, N_("billion") },
                           { 1e12, N_("trillion") } },
};

/**
 * kumoji_scale_is_figure:
 *
 * Returns: whether a chart can show @value
 */
gboolean
kumoji_scale_is_figure (double value)
{
  return isfinite (value) && fabs (value) <= KUMOJI_SCALE_LARGEST;
}

/* The least of 1, 2, 5, 10, 20 … that is not below @wanted. */
static double
round_up (double wanted)
{
  const double power = pow (10, floor (log10 (wanted)));
  const double digit = wanted / power;

  if (digit <= 1 + 1e-9)
    return power;
  if (digit <= 2 + 1e-9)
    return 2 * power;

  return digit <= 5 + 1e-9 ? 5 * power : 10 * power;
}

/**
 * kumoji_scale_init:
 * @scale: (out caller-allocates): the scale
 * @least: the least value that it must reach; zero is always on it
 * @most: the largest value that it must reach
 * @most_ticks: steps that the axis has room for, about
 */
void
kumoji_scale_init (KumojiScale *scale, double least, double most, guint most_ticks)
{
  const double bottom = kumoji_scale_is_figure (least) ? MIN (least, 0) : 0;
  const double top = kumoji_scale_is_figure (most) ? MAX (most, 0) : 0;
  const double range = top - bottom;

  *scale = (KumojiScale){ .unit = 1 };
  scale->step = range > 1e-9 ? round_up (range / MAX (most_ticks, 1)) : 1;
  scale->first = floor (bottom / scale->step + 1e-9);
  scale->n_ticks = (guint) (ceil (top / scale->step - 1e-9) - scale->first) + 1;
  scale->n_ticks = MAX (scale->n_ticks, 2);
}

/**
 * kumoji_scale_init_whole:
 * @scale: (out caller-allocates): the scale
 * @last: the last whole number that it must reach
 * @period: the ticks stand at multiples of it, such as 12 for months; 0 or 1 for any
 * @most_ticks: steps that the axis has room for, about
 *
 * A scale of whole numbers from 0, none past @last.
 */
void
kumoji_scale_init_whole (KumojiScale *scale, guint last, guint period, guint most_ticks)
{
  const double unit = MAX (period, 1);
  const double wanted = last / unit / MAX (most_ticks, 1);

  *scale = (KumojiScale){ .unit = 1 };
  scale->step = unit * (wanted > 1 ? round_up (wanted) : 1);
  scale->n_ticks = (guint) floor (last / scale->step + 1e-9) + 1;
}

/**
 * kumoji_scale_choose_unit:
 *
 * Writes large ticks in thousands, millions … as the language counts.
 */
void
kumoji_scale_choose_unit (KumojiScale *scale, KumojiLanguage language)
{
  const double most =
    MAX (fabs (kumoji_scale_get_least (scale)), fabs (kumoji_scale_get_most (scale)));

  for (guint i = 0; i < G_N_ELEMENTS (units[language]); i++)
    if (most >= units[language][i].unit)
      {
        scale->unit = units[language][i].unit;
        scale->unit_word = kumoji_phrase (language, units[language][i].word);
      }
}

/**
 * kumoji_scale_get_tick:
 * @position: from 0
 *
 * Returns: the value at that tick
 */
double
kumoji_scale_get_tick (const KumojiScale *scale, guint position)
{
  return (scale->first + position) * scale->step;
}

double
kumoji_scale_get_least (const KumojiScale *scale)
{
  return kumoji_scale_get_tick (scale, 0);
}

double
kumoji_scale_get_most (const KumojiScale *scale)
{
  return kumoji_scale_get_tick (scale, scale->n_ticks - 1);
}

/**
 * kumoji_scale_dup_label:
 * @position: from 0
 *
 * Returns: (transfer full): the tick's value in the scale's unit, with as many digits behind the
 *   point as its step asks for
 */
char *
kumoji_scale_dup_label (const KumojiScale *scale, guint position)
{
  const double value = kumoji_scale_get_tick (scale, position) / scale->unit;
  const double digits = ceil (-log10 (scale->step / scale->unit) - 1e-9);
  char label[64], format[16];

  if (digits <= 0 && fabs (value) < LARGEST_WHOLE)
    return kumoji_integer_format (llround (value));
  g_snprintf (format, sizeof format, "%%.%df", (int) CLAMP (digits, 0, 9));

  return g_strdup (g_ascii_formatd (label, sizeof label, format, value));
}
