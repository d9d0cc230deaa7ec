/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spread: labels in a column, moved apart so that none lies over another. */
#include "report/kumoji-spread.h"

#include <stdlib.h>

static int
compare (const void *a, const void *b)
{
  const KumojiSpread *one = a, *two = b;

  if (one->centre != two->centre)
    return one->centre < two->centre ? -1 : 1;

  return one->id < two->id ? -1 : one->id > two->id;
}

/**
 * kumoji_spread:
 * @labels: (inout): in any order; sorted from the top, each as near to its place as the others let
 *   it
 * @top: of the column, points
 * @bottom: of the column, points
 *
 * Returns: how many of them, from the first of those given, the column has room for; only these
 *   have a place, and stand before the others
 */
guint
kumoji_spread (KumojiSpread *labels, guint n_labels, double top, double bottom)
{
  double taken = 0, edge = top;
  guint n = 0;

  while (n < n_labels && taken + labels[n].height <= bottom - top + 0.01)
    taken += labels[n++].height;
  qsort (labels, n, sizeof *labels, compare);

  for (guint i = 0; i < n; i++)
    {
      labels[i].centre = MAX (labels[i].centre, edge + labels[i].height / 2);
      edge = labels[i].centre + labels[i].height / 2;
    }
  edge = bottom;
  for (guint i = n; i-- > 0;)
    {
      labels[i].centre = MIN (labels[i].centre, edge - labels[i].height / 2);
      edge = labels[i].centre - labels[i].height / 2;
    }

  return n;
}
