/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A watch: says how far a long piece of work is, and whether it is still wanted. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KumojiReportProgress:
 * @fraction: how much is done, 0 to 1; it never falls
 */
typedef void (*KumojiReportProgress) (double fraction, gpointer user_data);

/**
 * KumojiWatch:
 * @cancellable: (nullable): to give up
 * @progress: (nullable): called in the thread that works, when the fraction has changed by a
 *   thousandth
 * @user_data: for @progress
 * @from: the fraction that was done when the present stage began
 * @until: the fraction that will be done when it ends
 * @expected: how many steps the stage has, as far as one can tell
 * @done: how many of them were taken
 * @told: thousandths that @progress was told last
 */
typedef struct
{
  GCancellable *cancellable;
  KumojiReportProgress progress;
  gpointer user_data;
  double from, until;
  guint expected, done;
  guint told;
} KumojiWatch;

void kumoji_watch_begin (KumojiWatch *watch, double until, guint expected);
gboolean kumoji_watch_go_on (KumojiWatch *watch, guint steps);

G_END_DECLS
