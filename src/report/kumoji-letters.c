/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of a text: how each is drawn, and where a line may end. */
#include "report/kumoji-letters.h"

#include <pango/pango.h>
#include <string.h>

#include "report/kumoji-plain-text.h"

/* JIS X 4051 as offices know it. Pango's Unicode rules keep most of these; a report keeps all. */
static const char never_first[] =
  "、。，．・：；？！!?,.:;゛゜ヽヾゝゞ々ー）)］]｝}〕〉》」』】〙〗〟’”»｣｡､"
  "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
  "ｧｨｩｪｫｬｭｮｯｰﾞﾟ…‥〜～％%℃‰";
static const char never_last[] = "（(［[｛{〔〈《「『【〘〖〝‘“«｢¥￥＄$£€№";

static gboolean
is_one_of (gunichar character, const char *list)
{
  return g_utf8_strchr (list, -1, character) != NULL;
}

static void
append_letter (GArray *letters,
               KumojiTypeface *typeface,
               gunichar character,
               gunichar selector,
               gboolean bold)
{
  KumojiLetter letter = { character };

  if (character != '\n')
    kumoji_typeface_find (typeface, character, selector, bold, &letter.glyph);
  letter.advance = letter.glyph.width;
  letter.mark = letters->len > 0 && g_unichar_ismark (character);
  if (letter.mark)
    letter.advance = 0;
  /* A mark that is drawn at a place of its own cannot be part of a run of text. */
  if (letter.mark && letter.glyph.width > 0)
    letter.glyph.encoded = FALSE;
  letter.whole = !letter.mark;

  g_array_append_val (letters, letter);
}

static void
keep_together (GArray *letters)
{
  for (guint i = 1; i < letters->len; i++)
    {
      KumojiLetter *letter = &g_array_index (letters, KumojiLetter, i);

      letter->glued = letter->mark || is_one_of (letter->character, never_first)
                      || is_one_of (letter[-1].character, never_last);
      /* A-001 and 2026-11-20 are one word each. */
      if (letter->glued
          || (g_unichar_isdigit (letter->character) && is_one_of (letter[-1].character, "-/")))
        letter->may_break = FALSE;
    }
}

static gboolean
is_hiragana (gunichar character)
{
  return character >= 0x3041 && character <= 0x309f;
}

/* A phrase of Japanese ends with its kana: the next begins where kanji, katakana or figures follow
 * them, or after a comma. Not within 12 時間, and not after the お of お知らせ. */
static gboolean
begins_phrase (GArray *letters, guint i)
{
  const gunichar here = g_array_index (letters, KumojiLetter, i).character;
  const gunichar before = g_array_index (letters, KumojiLetter, i - 1).character;
  const gunichar earlier = i > 1 ? g_array_index (letters, KumojiLetter, i - 2).character : 0;

  if (g_unichar_isspace (before))
    return !(g_unichar_isdigit (earlier) && !g_unichar_isdigit (here) && here > 0x7f);
  if (is_one_of (before, "、。，．！？"))
    return TRUE;
  if (is_one_of (here, "（［｛〔〈《「『【"))
    return TRUE;
  if (is_hiragana (here))
    return FALSE;
  if (is_one_of (before, "おご"))
    return is_hiragana (earlier);

  return is_hiragana (before) || is_one_of (before, "）］｝〕〉》」』】");
}

static void
find_phrases (GArray *letters)
{
  for (guint i = 1; i < letters->len; i++)
    {
      KumojiLetter *letter = &g_array_index (letters, KumojiLetter, i);

      letter->phrase = letter->may_break && begins_phrase (letters, i);
    }
}

/**
 * kumoji_letters_find_breaks:
 * @text: that the letters are of
 *
 * Finds where lines may end; not needed for a text that fits one line.
 */
void
kumoji_letters_find_breaks (GArray *letters, KumojiLanguage language, const char *text)
{
  const glong n_characters = g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_characters + 1);
  const char *p = text;
  guint at = 0;

  pango_get_log_attrs (text, strlen (text), -1,
                       pango_language_from_string (kumoji_language_get_code (language)), attributes,
                       n_characters + 1);
  for (glong i = 0; i < n_characters; i++, p = g_utf8_next_char (p))
    {
      KumojiLetter *letter;

      if (at > 0 && kumoji_plain_text_is_selector (g_utf8_get_char (p)))
        continue;
      letter = &g_array_index (letters, KumojiLetter, at++);
      letter->may_break = attributes[i].is_line_break;
      letter->whole = attributes[i].is_cursor_position && !letter->mark;
    }
  keep_together (letters);
  find_phrases (letters);
}

/**
 * kumoji_letters_new:
 * @text: as kumoji_plain_text() gives it
 *
 * Returns: (transfer full) (element-type KumojiLetter): a letter for each character, or for each
 *   character with the selector that follows it; ends of lines are letters, too
 */
GArray *
kumoji_letters_new (KumojiTypeface *typeface, const char *text, gboolean bold)
{
  GArray *letters = g_array_sized_new (FALSE, TRUE, sizeof (KumojiLetter), 32);

  for (const char *p = text; *p != '\0';)
    {
      const gunichar character = g_utf8_get_char (p);
      gunichar selector = 0;

      p = g_utf8_next_char (p);
      if (*p != '\0' && kumoji_plain_text_is_selector (g_utf8_get_char (p)))
        selector = g_utf8_get_char (p);
      append_letter (letters, typeface, character, selector, bold);
      while (*p != '\0' && kumoji_plain_text_is_selector (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
    }

  return letters;
}

/**
 * kumoji_letters_measure:
 *
 * Returns: thousandths of an em
 */
guint64
kumoji_letters_measure (GArray *letters, guint first, guint end)
{
  guint64 width = 0;

  for (guint i = first; i < end; i++)
    width += g_array_index (letters, KumojiLetter, i).advance;

  return width;
}

/* Between words where there is one, else between any two letters; at least one letter goes. */
static guint
choose_break (GArray *letters, guint first, guint overflow, guint word)
{
  if (word > first)
    return word;

  for (int glued = FALSE; glued <= TRUE; glued++)
    for (guint i = overflow; i > first; i--)
      {
        const KumojiLetter *letter = &g_array_index (letters, KumojiLetter, i);

        if (letter->whole && letter->glued <= (guint) glued)
          return i;
      }
  for (guint i = first + 1; i < letters->len; i++)
    if (g_array_index (letters, KumojiLetter, i).whole)
      return i;

  return letters->len;
}

/**
 * kumoji_letters_find_end:
 * @first: the line's first letter
 * @width: thousandths of an em
 * @phrases: rather end with a phrase than fill the line
 * @next: (out): the next line's first letter
 *
 * Returns: the end of the line, without the spaces that hang over
 */
guint
kumoji_letters_find_end (GArray *letters, guint first, guint64 width, gboolean phrases, guint *next)
{
  guint64 used = 0;
  guint word = first, phrase = first, end = letters->len;

  *next = letters->len;
  for (guint i = first; i < letters->len; i++)
    {
      const KumojiLetter *letter = &g_array_index (letters, KumojiLetter, i);

      if (letter->character == '\n')
        {
          end = i;
          *next = i + 1;
          break;
        }
      if (i > first && letter->may_break)
        word = i;
      if (i > first && phrases && letter->phrase)
        phrase = i;
      used += letter->advance;
      if (used > width && i > first && !g_unichar_isspace (letter->character))
        {
          end = *next = choose_break (letters, first, i, phrase > first ? phrase : word);
          break;
        }
    }

  while (end > first
         && g_unichar_isspace (g_array_index (letters, KumojiLetter, end - 1).character))
    end--;

  return end;
}
