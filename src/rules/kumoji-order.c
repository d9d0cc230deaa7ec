/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order: which of the things that stand in two lists changed their place (private). */
#include "rules/kumoji-order.h"

#include <string.h>

#define NONE G_MAXUINT

/* The index of the lowest end that is not below @value: where @value goes on from the one before.
 */
static guint
find_end (const guint *values, const guint *ends, guint n_ends, guint value)
{
  guint low = 0;
  guint high = n_ends;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (values[ends[middle]] < value)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Marks in @stays the longest rising part of @values: whoever is in it stayed where it was. */
static void
find_rising (const guint *values, guint n, gboolean *stays)
{
  g_autofree guint *ends = g_new (guint, n); /* of the rising parts of each length */
  g_autofree guint *before = g_new (guint, n);
  guint n_ends = 0;

  for (guint i = 0; i < n; i++)
    {
      guint length = find_end (values, ends, n_ends, values[i]);
      before[i] = length > 0 ? ends[length - 1] : NONE;
      ends[length] = i;
      n_ends = MAX (n_ends, length + 1);
    }
  for (guint i = n_ends > 0 ? ends[n_ends - 1] : NONE; i != NONE; i = before[i])
    stays[i] = TRUE;
}

/**
 * kumoji_order_find_moved:
 * @pairs: (element-type KumojiPair): what stands in both lists, in the order of the one after
 * @n_before: how long the list before is
 *
 * As few as possible count as moved. Several choices may be as good; which one is taken does not
 * depend on which list is called the one before, so a comparison is the mirror of its opposite.
 * Takes time in proportion to the lengths where nothing moved, and n log n where something did.
 */
void
kumoji_order_find_moved (GArray *pairs, guint n_before)
{
  guint n = pairs->len;
  KumojiPair *pair = (KumojiPair *) (gpointer) pairs->data;
  g_autofree guint *values = g_new (guint, n);
  g_autofree guint *order = g_new (guint, n); /* of the pairs by their place before */
  g_autofree guint *at = g_new (guint, n_before);
  g_autofree gboolean *stays = g_new0 (gboolean, n);
  guint first = 0;

  /* Nothing may not even be cleared. */
  if (n == 0)
    return;
  memset (at, 0xff, n_before * sizeof (guint));
  for (guint i = 0; i < n; i++)
    at[pair[i].before] = i;
  for (guint i = 0, place = 0; i < n_before; i++)
    if (at[i] != NONE)
      order[place++] = at[i];
  while (first < n && order[first] == first)
    first++;
  if (first == n)
    return;

  gboolean mirrored = strcmp (pair[first].key, pair[order[first]].key) < 0;
  for (guint i = 0; i < n; i++)
    values[i] = mirrored ? order[i] : pair[i].before;
  find_rising (values, n, stays);
  for (guint i = 0; i < n; i++)
    pair[mirrored ? order[i] : i].moved = !stays[i];
}
