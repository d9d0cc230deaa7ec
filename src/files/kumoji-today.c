/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Today: the rules take the day as an argument, and this is where it comes from. */
#include "files/kumoji-today.h"

#include "project/kumoji-field.h"

/**
 * kumoji_today_new:
 *
 * The day of the local calendar. `KUMOJI_TODAY` in the environment is taken instead where it is a
 * day: a consultant prints as of a closing date, and tests are the same every day.
 *
 * Returns: (transfer full): the day, ISO 8601
 */
char *
kumoji_today_new (void)
{
  const char *chosen = g_getenv ("KUMOJI_TODAY");
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (chosen != NULL && kumoji_date_is_valid (chosen))
    return g_strdup (chosen);
  return g_date_time_format (now, "%Y-%m-%d");
}
