/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the benches measure and tell. Ratios, for a time alone says nothing on another machine, and
 * processor time, for others may use it meanwhile. */
#pragma once

#include <glib.h>
#include <stdio.h>
#include <time.h>

#define ROUNDS 7

static inline gint64
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* The best of some rounds, in microseconds of the processor: what nothing else disturbed. */
#define BEST(us, statement)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    us = G_MAXINT64;                                                                               \
    for (int round = 0; round < ROUNDS; round++)                                                   \
      {                                                                                            \
        gint64 start = get_processor_time ();                                                      \
        statement;                                                                                 \
        us = MIN (us, get_processor_time () - start);                                              \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

static inline void
tell (const char *what, gint64 us, gint64 reference)
{
  printf ("%-44s %9.2f ms  ratio %6.3f\n", what, us / 1000.0, (double) us / reference);
}
