/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: what a user typed, made ready to be set in type. */
#include "report/kumoji-plain-text.h"

#include <string.h>

/**
 * kumoji_plain_text_is_selector:
 *
 * Returns: whether the character chooses a form of the one before it, as 葛󠄀 has two
 */
gboolean
kumoji_plain_text_is_selector (gunichar character)
{
  return (character >= 0xfe00 && character <= 0xfe0f)
         || (character >= 0xe0100 && character <= 0xe01ef);
}

/* The compatibility kanji are the forms in which families write their names (神 as U+FA19): NFC
 * would turn them into the common form, so they are kept. */
static gboolean
is_name_form (gunichar character)
{
  return (character >= 0xf900 && character <= 0xfaff)
         || (character >= 0x2f800 && character <= 0x2fa1f);
}

static gboolean
is_unseen (gunichar character)
{
  if (kumoji_plain_text_is_selector (character))
    return FALSE;

  switch (g_unichar_type (character))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
      return TRUE;
    default:
      return (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
    }
}

static void
append_composed (GString *out, const char *start, const char *end)
{
  g_autofree char *composed = NULL;

  if (start == end)
    return;
  composed = g_utf8_normalize (start, end - start, G_NORMALIZE_DEFAULT_COMPOSE);
  g_string_append (out, composed);
}

static char *
compose (const char *text)
{
  GString *out = g_string_new (NULL);
  const char *start = text, *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_name_form (g_utf8_get_char (p)))
      {
        append_composed (out, start, p);
        g_string_append_unichar (out, g_utf8_get_char (p));
        start = g_utf8_next_char (p);
      }
  append_composed (out, start, p);

  return g_string_free (out, FALSE);
}

/**
 * kumoji_plain_text:
 * @text: (nullable): anything
 *
 * Makes valid UTF-8 of it, composes it (NFC), drops what has no look (control characters, byte
 * order marks, joiners, directions), makes spaces of tabs and \n of every end of line, and drops
 * ends of lines at the end.
 *
 * Returns: (transfer full): the text to set; "" for %NULL
 */
char *
kumoji_plain_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *composed = compose (valid);
  GString *out = g_string_sized_new (strlen (composed));

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (character == '\t')
        g_string_append_c (out, ' ');
      else if (character == '\r' && p[1] == '\n')
        continue;
      else if (character == '\n' || character == '\r' || character == 0x0b || character == 0x0c
               || character == 0x85 || character == 0x2028 || character == 0x2029)
        g_string_append_c (out, '\n');
      else if (!is_unseen (character))
        g_string_append_unichar (out, character);
    }
  while (out->len > 0 && out->str[out->len - 1] == '\n')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}
