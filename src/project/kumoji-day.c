/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day as people type it. */
#include "project/kumoji-day.h"

#include <string.h>

/* The year before an era's first one, and how the era is written. */
static const struct
{
  const char *kanji;
  const char *letter;
  int before;
} eras[] = {
  { "令和", "R", 2018 },
  { "平成", "H", 1988 },
  { "昭和", "S", 1925 },
};

static char *
to_iso (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* Takes off a Japanese era; returns the year before its first one, 0 for the common era. */
static int
skip_era (const char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      if (g_str_has_prefix (*text, eras[i].kanji))
        *text += strlen (eras[i].kanji);
      else if (g_ascii_toupper (**text) == *eras[i].letter && g_ascii_isdigit ((*text)[1]))
        *text += 1;
      else
        continue;
      return eras[i].before;
    }
  return 0;
}

/* Up to three numbers with anything of "-/.年月日" and blanks between them. */
static guint
read_numbers (const char *text, int *numbers, guint *n_digits)
{
  guint n = 0;

  for (const char *p = text; *p != '\0';)
    {
      if (g_ascii_isdigit (*p))
        {
          guint digits = strspn (p, "0123456789");
          if (n == 3 || digits > 8)
            return 0;
          n_digits[n] = digits;
          numbers[n++] = atoi (p);
          p += digits;
          continue;
        }
      gunichar c = g_utf8_get_char (p);
      if (c == 0x5143 && n == 0) /* 元: the first year of an era */
        {
          n_digits[n] = 1;
          numbers[n++] = 1;
        }
      else if (g_utf8_strchr ("-/. 年月日", -1, c) == NULL)
        return 0;
      p = g_utf8_next_char (p);
    }
  return n;
}

/* What the locale writes, e.g. "20 Nov 2026" or "11/20/2026": only where all three parts are given,
 * for g_date_set_parse() makes a day of this month out of a lone number. */
static char *
parse_local (const char *text)
{
  guint n_parts = 0;
  gboolean in_part = FALSE;
  GDate date;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_part = g_unichar_isalnum (g_utf8_get_char (p));
      n_parts += is_part && !in_part;
      in_part = is_part;
    }
  g_date_clear (&date, 1);
  if (n_parts == 3)
    g_date_set_parse (&date, text);
  return g_date_valid (&date)
           ? to_iso (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date))
           : NULL;
}

/**
 * kumoji_day_to_iso:
 * @text: what somebody typed
 *
 * Understands 2026-11-20, 2026/11/20, 2026.11.20, 20261120, 2026年11月20日, 令和8年11月20日,
 * R8.11.20, full-width digits, and the locale's own form.
 *
 * Returns: (transfer full) (nullable): it as ISO 8601; "" for blank, %NULL where it is no day
 */
char *
kumoji_day_to_iso (const char *text)
{
  g_autofree char *folded = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  int numbers[3];
  guint n_digits[3];

  if (folded == NULL)
    return NULL;
  g_strstrip (folded);
  if (*folded == '\0')
    return g_strdup ("");

  const char *rest = folded;
  int before = skip_era (&rest);
  guint n = read_numbers (rest, numbers, n_digits);
  if (n == 3 && before > 0)
    return to_iso (before + numbers[0], numbers[1], numbers[2]);
  if (n == 3 && n_digits[0] == 4)
    return to_iso (numbers[0], numbers[1], numbers[2]);
  if (n == 1 && before == 0 && n_digits[0] == 8)
    return to_iso (numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100);
  return parse_local (folded);
}
