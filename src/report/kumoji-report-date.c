/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How reports write days and years. */
#include "report/kumoji-report-date.h"

#include <stdlib.h>
#include <string.h>

#include "project/kumoji-field.h"

/* English alone names them. */
static const char *const months[] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December",
};

/* From when on each era counts. Japan writes dates of this calendar since 1873; before that, and
 * before an era of this list, the western year stands. strftime()'s %EY needs a Japanese locale on
 * the machine, and ICU would weigh more than all of Kumoji for these four lines. */
static const struct
{
  const char *first_day;
  int first_year;
  const char *name;
} eras[] = {
  { "2019-05-01", 2019, "令和" }, { "1989-01-08", 1989, "平成" }, { "1926-12-25", 1926, "昭和" },
  { "1912-07-30", 1912, "大正" }, { "1873-01-01", 1868, "明治" },
};

static char *
dup_year_of (const char *date)
{
  const int year = atoi (date);

  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    if (strcmp (date, eras[i].first_day) >= 0)
      return year == eras[i].first_year
               ? g_strdup_printf ("%s元年", eras[i].name)
               : g_strdup_printf ("%s%d年", eras[i].name, year - eras[i].first_year + 1);
  return g_strdup_printf ("%d年", year);
}

/**
 * kumoji_report_dup_date:
 * @date: ISO 8601, or ""
 * @language: the reader's language
 * @calendar: how Japanese pages count years
 *
 * Returns: (transfer full): "2026年11月20日", "令和8年11月20日", "20 November 2026"; "" for none
 */
char *
kumoji_report_dup_date (const char *date, KumojiLanguage language, KumojiCalendar calendar)
{
  g_autofree char *year = NULL;
  int month, day;

  if (!kumoji_date_is_valid (date) || *date == '\0')
    return g_strdup (date);

  month = atoi (date + 5);
  day = atoi (date + 8);
  if (language != KUMOJI_LANGUAGE_JA)
    return g_strdup_printf ("%d %s %d", day, months[month - 1], atoi (date));
  year =
    calendar == KUMOJI_CALENDAR_ERA ? dup_year_of (date) : g_strdup_printf ("%d年", atoi (date));
  return g_strdup_printf ("%s%d月%d日", year, month, day);
}

/**
 * kumoji_report_dup_year:
 * @year: from 1 to 9999
 * @language: the reader's language
 * @calendar: how Japanese pages count years
 *
 * Returns: (transfer full): "2026年", "令和8年", "2026"; a year in which an era ended goes by the
 *   era that it began in
 */
char *
kumoji_report_dup_year (int year, KumojiLanguage language, KumojiCalendar calendar)
{
  g_autofree char *first_day = g_strdup_printf ("%04d-01-01", year);

  if (language != KUMOJI_LANGUAGE_JA)
    return g_strdup_printf ("%d", year);
  return calendar == KUMOJI_CALENDAR_ERA ? dup_year_of (first_day) : g_strdup_printf ("%d年", year);
}

/**
 * kumoji_report_dup_period:
 * @start: ISO 8601, or ""
 * @end: ISO 8601, or ""
 * @language: the reader's language
 * @calendar: how Japanese pages count years
 *
 * Returns: (transfer full): "20 March 2026 – 5 April 2026"; an open end stays open; "" for none
 */
char *
kumoji_report_dup_period (const char *start,
                          const char *end,
                          KumojiLanguage language,
                          KumojiCalendar calendar)
{
  const char *dash = language == KUMOJI_LANGUAGE_JA ? "～" : "–";
  g_autofree char *from = kumoji_report_dup_date (start, language, calendar);
  g_autofree char *to = kumoji_report_dup_date (end, language, calendar);

  if (*from == '\0' && *to == '\0')
    return g_strdup ("");

  return g_strstrip (g_strdup_printf ("%s %s %s", from, dash, to));
}
