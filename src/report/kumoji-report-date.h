/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How reports write days and years. */
#pragma once

#include "catalog/kumoji-language.h"

G_BEGIN_DECLS

/**
 * KumojiCalendar:
 * @KUMOJI_CALENDAR_ERA: years are counted in Japanese eras, on Japanese pages
 */
typedef enum
{
  KUMOJI_CALENDAR_WESTERN,
  KUMOJI_CALENDAR_ERA,
} KumojiCalendar;

char *kumoji_report_dup_date (const char *date, KumojiLanguage language, KumojiCalendar calendar);
char *kumoji_report_dup_year (int year, KumojiLanguage language, KumojiCalendar calendar);
char *kumoji_report_dup_period (const char *start,
                                const char *end,
                                KumojiLanguage language,
                                KumojiCalendar calendar);

G_END_DECLS
