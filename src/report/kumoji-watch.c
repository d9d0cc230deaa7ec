/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A watch: says how far a long piece of work is, and whether it is still wanted. */
#include "report/kumoji-watch.h"

/* Passes it on where it is news. */
static void
tell (KumojiWatch *watch, double fraction)
{
  const guint thousandths = (guint) (CLAMP (fraction, 0, 1) * 1000);

  if (thousandths <= watch->told)
    return;
  watch->told = thousandths;
  if (watch->progress != NULL)
    watch->progress (thousandths / 1000.0, watch->user_data);
}

/**
 * kumoji_watch_begin:
 * @until: the fraction of the whole work that is done when this stage ends
 * @expected: how many steps it has, as far as one can tell
 *
 * Ends the stage before, and begins the next.
 */
void
kumoji_watch_begin (KumojiWatch *watch, double until, guint expected)
{
  watch->from = watch->until;
  watch->until = until;
  watch->expected = MAX (expected, 1);
  watch->done = 0;
}

/**
 * kumoji_watch_go_on:
 * @watch: (nullable):
 * @steps: how many were taken since the last call, 0 for none
 *
 * To be called at least ten times a second.
 *
 * Returns: %FALSE once the work is not wanted any more
 */
gboolean
kumoji_watch_go_on (KumojiWatch *watch, guint steps)
{
  if (watch == NULL)
    return TRUE;
  if (g_cancellable_is_cancelled (watch->cancellable))
    return FALSE;

  watch->done += steps;
  if (steps > 0)
    tell (watch, watch->from
                   + (watch->until - watch->from)
                       * MIN (1.0, (double) watch->done / MAX (watch->expected, 1)));

  return !g_cancellable_is_cancelled (watch->cancellable);
}
