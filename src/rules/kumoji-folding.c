/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding: a text as it is compared by somebody who looks for it: without case, without the widths
 * of characters (NFKC), and with katakana for hiragana.
 *
 * It is folded a character with its marks at a time, so that each byte knows where it comes from,
 * and so that a text and a part of it fold alike. */
#include "rules/kumoji-folding.h"

#include <string.h>

#define KATAKANA_FIRST 0x30a1
#define KATAKANA_LAST 0x30f6
#define HIRAGANA_FIRST 0x3041
#define HIRAGANA_LAST 0x3096
#define KANJI_FIRST 0x4e00
#define KANJI_LAST 0x9fff
#define KATAKANA_TO_HIRAGANA (KATAKANA_FIRST - HIRAGANA_FIRST)
#define LONG_MARK 0x30fc

static gunichar
fold_kana (gunichar c)
{
  return c >= KATAKANA_FIRST && c <= KATAKANA_LAST ? c - KATAKANA_TO_HIRAGANA : c;
}

/* What follows a character and is written as part of it, such as the voiced sound mark. */
static gboolean
is_mark (gunichar c)
{
  return c >= 0x300 && (c == 0xff9e || c == 0xff9f || g_unichar_ismark (c));
}

/* Most characters need no table: 0 for those that do. */
static gunichar
fold_plain (gunichar c)
{
  if (c < 0x80)
    return (gunichar) g_ascii_tolower ((char) c);
  if ((c >= HIRAGANA_FIRST && c <= HIRAGANA_LAST) || (c >= KANJI_FIRST && c <= KANJI_LAST)
      || (c >= KATAKANA_FIRST && c <= KATAKANA_LAST) || c == LONG_MARK)
    return fold_kana (c);
  return 0;
}

static void
fold_by_table (GString *folded, const char *start, const char *end)
{
  g_autofree char *normal = g_utf8_normalize (start, end - start, G_NORMALIZE_NFKC);
  g_autofree char *lower = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;

  for (const char *at = lower; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (folded, fold_kana (g_utf8_get_char (at)));
}

/**
 * kumoji_fold_onto:
 * @folded: receives the folded text
 * @text: a text, UTF-8
 * @places: (nullable) (element-type KumojiSpan): receives, for each byte that is appended, the
 *   character of @text that it comes from
 */
void
kumoji_fold_onto (GString *folded, const char *text, GArray *places)
{
  for (const char *at = text, *end; *at != '\0'; at = end)
    {
      const gsize length = folded->len;
      gunichar plain = fold_plain (g_utf8_get_char (at));
      end = g_utf8_next_char (at);
      while (is_mark (g_utf8_get_char (end)))
        {
          end = g_utf8_next_char (end);
          plain = 0;
        }
      if (plain != 0)
        g_string_append_unichar (folded, plain);
      else
        fold_by_table (folded, at, end);
      const KumojiSpan place = { at - text, end - text };
      for (gsize i = length; places != NULL && i < folded->len; i++)
        g_array_append_val (places, place);
    }
}

/**
 * kumoji_fold:
 * @text: a text, UTF-8
 *
 * Returns: (transfer full): the folded text
 */
char *
kumoji_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  kumoji_fold_onto (folded, text, NULL);
  return g_string_free (folded, FALSE);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const KumojiSpan *first = a, *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* Spans that touch or lie over each other become one. */
static void
join_spans (GArray *spans)
{
  guint n = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const KumojiSpan span = g_array_index (spans, KumojiSpan, i);
      KumojiSpan *last = n > 0 ? &g_array_index (spans, KumojiSpan, n - 1) : NULL;
      if (last != NULL && span.start <= last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, KumojiSpan, n++) = span;
    }
  g_array_set_size (spans, n);
}

/**
 * kumoji_fold_find:
 * @text: a text, UTF-8
 * @words: (array zero-terminated=1): folded words
 * @spans: (element-type KumojiSpan): receives where any of them stands in @text, in order, whole
 *   characters
 */
void
kumoji_fold_find (const char *text, const char *const *words, GArray *spans)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (KumojiSpan));

  kumoji_fold_onto (folded, text, places);
  for (int i = 0; words[i] != NULL; i++)
    {
      const gsize length = strlen (words[i]);
      for (const char *at = strstr (folded->str, words[i]); at != NULL && length > 0;
           at = strstr (at + length, words[i]))
        {
          const gsize start = at - folded->str;
          const KumojiSpan span = {
            g_array_index (places, KumojiSpan, start).start,
            g_array_index (places, KumojiSpan, start + length - 1).end,
          };
          g_array_append_val (spans, span);
        }
    }
  join_spans (spans);
}
