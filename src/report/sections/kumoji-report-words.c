/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How reports write shares, amounts and names. */
#include "report/sections/kumoji-report-words.h"

#include <stdlib.h>
#include <string.h>

#include "project/kumoji-field.h"

/**
 * kumoji_report_get_day:
 * @date: ISO 8601, or ""
 *
 * Returns: the day as g_date_get_julian() counts, 0 for none
 */
guint32
kumoji_report_get_day (const char *date)
{
  GDate day;

  if (!kumoji_date_is_valid (date) || *date == '\0')
    return 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, atoi (date + 8), atoi (date + 5), atoi (date));

  return g_date_get_julian (&day);
}

/**
 * kumoji_report_dup_ratio:
 * @millionths: a share in millionths, not negative
 *
 * Returns: (transfer full): it in percent with one digit, half up: "45.0 %"
 */
char *
kumoji_report_dup_ratio (gint64 millionths)
{
  const gint64 tenths = millionths / 1000 + (millionths % 1000 >= 500 ? 1 : 0);
  g_autofree char *whole = kumoji_integer_format (tenths / 10);

  return g_strdup_printf ("%s.%d %%", whole, (int) (tenths % 10));
}

/**
 * kumoji_report_dup_share:
 * @part: yen, not negative
 * @whole: yen
 *
 * Returns: (transfer full): what share of @whole @part is, "–" of nothing
 */
char *
kumoji_report_dup_share (gint64 part, gint64 whole)
{
  if (whole <= 0)
    return g_strdup ("–");

  return kumoji_report_dup_ratio ((gint64) ((__int128) part * 1000000 / whole));
}

/**
 * kumoji_report_dup_asset_name:
 * @asset: an asset
 *
 * Returns: (transfer full): its number and name, as far as it has them
 */
char *
kumoji_report_dup_asset_name (KumojiAsset *asset)
{
  KumojiRecord *record = KUMOJI_RECORD (asset);

  return g_strstrip (g_strdup_printf ("%s %s", kumoji_record_get_text (record, "number"),
                                      kumoji_record_get_text (record, "name")));
}

static gboolean
is_word (gunichar character)
{
  return character < 0x2000 && g_unichar_isalnum (character);
}

/* No word is cut, unless it is as long as the line. */
static void
end_with_ellipsis (GString *line)
{
  const char *end = line->str + line->len;
  const char *p = end;

  while (p > line->str && is_word (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  if (p > line->str)
    g_string_truncate (line, (gsize) (p - line->str));
  g_string_truncate (line, strlen (g_strchomp (line->str)));
  g_string_append (line, "…");
}

/**
 * kumoji_report_shorten:
 * @text: of any length, with any line breaks
 * @most: characters
 *
 * Returns: (transfer full): it on one line, with an ellipsis where it is longer
 */
char *
kumoji_report_shorten (const char *text, guint most)
{
  g_autofree char *whole = g_strstrip (g_strdup (text));
  GString *line = g_string_new (NULL);
  guint n = 0;

  for (const char *p = whole; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      const gunichar character = g_utf8_get_char (p);

      if (n == most)
        {
          end_with_ellipsis (line);
          break;
        }
      g_string_append_unichar (line, g_unichar_isspace (character) ? ' ' : character);
    }

  return g_string_free (line, FALSE);
}

/**
 * kumoji_report_section_has_number:
 * @section: of a catalog
 *
 * Returns: whether its id is a number of its guide ("5.2.1", "A", "III"), not a word made for it
 */
gboolean
kumoji_report_section_has_number (const KumojiSection *section)
{
  return !g_ascii_islower (section->id[0]) || section->id[1] == '\0';
}

/**
 * kumoji_report_dup_section_title:
 * @section: of a catalog
 * @language: of the report
 *
 * Returns: (transfer full): what the section is called, behind its number where it has one
 */
char *
kumoji_report_dup_section_title (const KumojiSection *section, KumojiLanguage language)
{
  const char *title = kumoji_text_get (&section->title, language);

  return kumoji_report_section_has_number (section)
           ? g_strdup_printf ("%s\xe3\x80\x80%s", section->id, title)
           : g_strdup (title);
}
