/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scanner: walks over a JSON text, strictly as RFC 8259 has it, without recursion.
 *
 * json-glib 1.6 takes comments, single quotes, numbers that are none and content after the root,
 * keeps the last of two equal names, and crashes on deep nesting. Nothing of that reaches it. */
#include "files/kumoji-json-scanner.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-guard.h"
#include "files/kumoji-json-fault.h"

typedef enum
{
  WANT_VALUE,
  WANT_VALUE_OR_END,
  WANT_NAME,
  WANT_NAME_OR_END,
  WANT_COLON,
  WANT_COMMA_OR_END,
  WANT_NOTHING,
} Want;

/* One open array or object. The set of names is kept for the next object at the same depth. */
typedef struct
{
  gboolean is_object;
  GHashTable *names;
  GStringChunk *chunk;
} Level;

typedef struct
{
  const char *text;
  const char *p;
  const char *end;
  Want want;
  guint depth;
  guint n_values;
  Level levels[KUMOJI_GUARD_MAX_DEPTH];
  GString *decoded;
  KumojiScan *scan;
  GError **error;
} Scanner;

static gboolean
fail_as (Scanner *self, int code, const char *at, const char *reason)
{
  kumoji_json_fault_set (self->error, code, self->text, at, _(reason));
  return FALSE;
}

static gboolean
fail (Scanner *self, const char *at, const char *reason)
{
  return fail_as (self, KUMOJI_GUARD_ERROR_SYNTAX, at, reason);
}

static gunichar
hex_of (const char *p)
{
  gunichar c = 0;

  for (int i = 0; i < 4; i++)
    c = c << 4 | g_ascii_xdigit_value (p[i]);
  return c;
}

static gboolean
is_hex_escape (const char *p, const char *end)
{
  return end - p >= 6 && p[0] == '\\' && p[1] == 'u' && g_ascii_isxdigit (p[2])
         && g_ascii_isxdigit (p[3]) && g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]);
}

/**
 * kumoji_json_decode:
 * @from: behind the opening quotation mark of a text that the scanner let pass
 * @to: its closing quotation mark
 * @decoded: set to what the text says
 */
void
kumoji_json_decode (const char *from, const char *to, GString *decoded)
{
  static const char names[] = "bfnrt", means[] = "\b\f\n\r\t";

  g_string_truncate (decoded, 0);
  while (from < to)
    {
      const char *escape = memchr (from, '\\', to - from);
      g_string_append_len (decoded, from, (escape != NULL ? escape : to) - from);
      if (escape == NULL)
        break;
      from = escape + 2;
      if (escape[1] == 'u')
        {
          gunichar c = hex_of (escape + 2);
          from = escape + 6;
          if (c >= 0xd800 && c < 0xdc00)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (hex_of (from + 2) - 0xdc00);
              from += 6;
            }
          g_string_append_unichar (decoded, c);
        }
      else
        {
          const char *name = strchr (names, escape[1]);
          g_string_append_c (decoded, name != NULL ? means[name - names] : escape[1]);
        }
    }
}

static gboolean
scan_escape (Scanner *self)
{
  const char *at = self->p;

  if (self->end - at >= 2 && strchr ("\"\\/bfnrt", at[1]) != NULL)
    {
      self->p += 2;
      return TRUE;
    }
  if (!is_hex_escape (at, self->end))
    return fail (self, at,
                 N_("a backslash must be followed by one of \" \\ / b f n r t or u and "
                     "four hexadecimal digits"));

  gunichar c = hex_of (at + 2);
  self->p += 6;
  if (c == 0)
    return fail_as (self, KUMOJI_GUARD_ERROR_ENCODING, at, N_("a text must not hold NUL"));
  if (c < 0xd800 || c > 0xdfff)
    return TRUE;

  gboolean is_pair = c < 0xdc00 && is_hex_escape (self->p, self->end)
                     && hex_of (self->p + 2) >= 0xdc00 && hex_of (self->p + 2) <= 0xdfff;
  if (!is_pair)
    return fail_as (self, KUMOJI_GUARD_ERROR_ENCODING, at, N_("this is half of a character only"));
  self->p += 6;
  return TRUE;
}

/* Leaves the scanner behind the closing quotation mark. */
static gboolean
scan_string (Scanner *self, const char **from, const char **to)
{
  const char *opening = self->p++;

  *from = self->p;
  while (self->p < self->end && *self->p != '"')
    if ((guchar) *self->p < 0x20)
      return fail (self, self->p,
                   N_("a text must not hold a line break or a control character; "
                       "write it as an escape, or close the text before it"));
    else if (*self->p != '\\')
      self->p++;
    else if (!scan_escape (self))
      return FALSE;
  if (self->p == self->end)
    return fail (self, opening, N_("the text that begins here is not closed"));
  *to = self->p++;
  return TRUE;
}

static gboolean
at_delimiter (const Scanner *self)
{
  return self->p == self->end || strchr (" \t\r\n,]}:", *self->p) != NULL;
}

static gboolean
skip_digits (Scanner *self)
{
  const char *from = self->p;

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;
  return self->p > from;
}

static gboolean
skip_number (Scanner *self, gboolean *is_integer)
{
  *is_integer = TRUE;
  if (*self->p == '-')
    self->p++;
  if (self->p < self->end && *self->p == '0')
    self->p++;
  else if (!skip_digits (self))
    return FALSE;
  if (self->p < self->end && *self->p == '.')
    {
      *is_integer = FALSE;
      self->p++;
      if (!skip_digits (self))
        return FALSE;
    }
  if (self->p < self->end && (*self->p == 'e' || *self->p == 'E'))
    {
      *is_integer = FALSE;
      self->p++;
      if (self->p < self->end && (*self->p == '+' || *self->p == '-'))
        self->p++;
      if (!skip_digits (self))
        return FALSE;
    }
  return at_delimiter (self);
}

/* Whether json-glib reads the integer and writes it as it was. */
static gboolean
fits_64_bits (const char *from, const char *to)
{
  const char *digits = *from == '-' ? from + 1 : from;
  const char *limit = *from == '-' ? "9223372036854775808" : "9223372036854775807";
  gsize length = to - digits, most = strlen (limit);

  if (*from == '-' && *digits == '0')
    return FALSE;
  return length < most || (length == most && strncmp (digits, limit, most) <= 0);
}

static gboolean
scan_number (Scanner *self)
{
  const char *from = self->p;
  gboolean is_integer;

  if (!skip_number (self, &is_integer))
    return fail (self, from, N_("this is no JSON number"));
  if (!is_integer || !fits_64_bits (from, self->p))
    {
      KumojiSpan span = { from - self->text, self->p - from };
      g_array_append_val (self->scan->numbers, span);
    }
  return TRUE;
}

static gboolean
scan_word (Scanner *self)
{
  static const char *const words[] = { "true", "false", "null" };
  const char *from = self->p;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);
      if ((gsize) (self->end - from) < length || strncmp (from, words[i], length) != 0)
        continue;
      self->p = from + length;
      if (at_delimiter (self))
        return TRUE;
      self->p = from;
    }
  return FALSE;
}

static gboolean
open_level (Scanner *self)
{
  Level *level;

  if (self->depth == KUMOJI_GUARD_MAX_DEPTH)
    return fail_as (self, KUMOJI_GUARD_ERROR_DEPTH, self->p,
                    N_("the brackets are nested more than 64 deep"));
  level = &self->levels[self->depth++];
  level->is_object = *self->p++ == '{';
  self->want = level->is_object ? WANT_NAME_OR_END : WANT_VALUE_OR_END;
  if (level->is_object && level->names != NULL)
    {
      g_hash_table_remove_all (level->names);
      g_string_chunk_clear (level->chunk);
    }
  return TRUE;
}

static void
value_done (Scanner *self)
{
  self->want = self->depth > 0 ? WANT_COMMA_OR_END : WANT_NOTHING;
}

static gboolean
close_level (Scanner *self)
{
  self->p++;
  self->depth--;
  value_done (self);
  return TRUE;
}

static gboolean
scan_name (Scanner *self)
{
  Level *level = &self->levels[self->depth - 1];
  const char *opening = self->p, *from, *to;

  if (!scan_string (self, &from, &to))
    return FALSE;
  if (level->names == NULL)
    {
      level->names = g_hash_table_new (g_str_hash, g_str_equal);
      level->chunk = g_string_chunk_new (256);
    }
  kumoji_json_decode (from, to, self->decoded);
  if (g_hash_table_contains (level->names, self->decoded->str))
    {
      g_autofree char *name = kumoji_json_fault_shorten (self->decoded->str);
      g_autofree char *reason =
        g_strdup_printf (_("the name “%s” stands twice in one object"), name);
      kumoji_json_fault_set (self->error, KUMOJI_GUARD_ERROR_DUPLICATE, self->text, opening,
                             reason);
      return FALSE;
    }
  if (g_hash_table_size (level->names) == KUMOJI_GUARD_MAX_NAMES)
    return fail_as (self, KUMOJI_GUARD_ERROR_SIZE, opening,
                    N_("one object holds more than 10,000 names"));
  g_hash_table_add (level->names, g_string_chunk_insert (level->chunk, self->decoded->str));
  self->want = WANT_COLON;
  return TRUE;
}

static gboolean
fail_unexpected (Scanner *self)
{
  static const char *const wanted[] = {
    [WANT_VALUE] = N_("a value must stand here"),
    [WANT_VALUE_OR_END] = N_("a value or ] must stand here"),
    [WANT_NAME] = N_("a name in double quotation marks must stand here"),
    [WANT_NAME_OR_END] = N_("a name in double quotation marks or } must stand here"),
    [WANT_COLON] = N_("a colon must stand here"),
    [WANT_COMMA_OR_END] = N_("a comma or a closing bracket must stand here"),
    [WANT_NOTHING] = N_("nothing must stand behind the last bracket"),
  };
  g_autofree char *found = g_strndup (self->p, g_utf8_next_char (self->p) - self->p);
  g_autofree char *shown = kumoji_json_fault_shorten (found);
  g_autofree char *reason = NULL;

  if (*self->p == '/' || *self->p == '#')
    return fail (self, self->p, N_("a comment must not stand in a project"));
  if ((self->want == WANT_NAME || self->want == WANT_VALUE) && strchr ("]}", *self->p) != NULL)
    return fail (self, self->p, N_("something is missing before this closing bracket"));
  reason = g_strdup_printf (_("%s, not “%s”"), _(wanted[self->want]), shown);
  kumoji_json_fault_set (self->error, KUMOJI_GUARD_ERROR_SYNTAX, self->text, self->p, reason);
  return FALSE;
}

static gboolean
scan_text_value (Scanner *self)
{
  const char *from, *to;

  if (!scan_string (self, &from, &to))
    return FALSE;
  /* Only such a text can be taken for a marked number. */
  if (from < to && (*from == 'k' || *from == '\\'))
    {
      KumojiSpan span = { from - self->text, to - from };
      g_array_append_val (self->scan->strings, span);
    }
  return TRUE;
}

static gboolean
scan_value (Scanner *self)
{
  if (++self->n_values > KUMOJI_GUARD_MAX_VALUES)
    return fail_as (self, KUMOJI_GUARD_ERROR_SIZE, self->p,
                    N_("the file holds more than 16 million values"));
  if (*self->p == '{' || *self->p == '[')
    return open_level (self);
  if (*self->p == '"')
    {
      if (!scan_text_value (self))
        return FALSE;
    }
  else if (strchr ("+-.", *self->p) != NULL || g_ascii_isdigit (*self->p))
    {
      if (!scan_number (self))
        return FALSE;
    }
  else if (!scan_word (self))
    return fail_unexpected (self);
  value_done (self);
  return TRUE;
}

/* One step: the scanner stands on a character that is no white space. */
static gboolean
step (Scanner *self)
{
  gboolean in_object = self->depth > 0 && self->levels[self->depth - 1].is_object;
  char c = *self->p;

  switch (self->want)
    {
    case WANT_VALUE_OR_END:
      return c == ']' ? close_level (self) : scan_value (self);
    case WANT_VALUE:
      return scan_value (self);
    case WANT_NAME_OR_END:
      if (c == '}')
        return close_level (self);
      return c == '"' ? scan_name (self) : fail_unexpected (self);
    case WANT_NAME:
      return c == '"' ? scan_name (self) : fail_unexpected (self);
    case WANT_COLON:
      if (c != ':')
        return fail_unexpected (self);
      self->p++;
      self->want = WANT_VALUE;
      return TRUE;
    case WANT_COMMA_OR_END:
      if (c == (in_object ? '}' : ']'))
        return close_level (self);
      if (c != ',')
        return fail_unexpected (self);
      self->p++;
      self->want = in_object ? WANT_NAME : WANT_VALUE;
      return TRUE;
    case WANT_NOTHING:
    default:
      return fail_unexpected (self);
    }
}

static gboolean
walk (Scanner *self)
{
  while (TRUE)
    {
      while (self->p < self->end && strchr (" \t\r\n", *self->p) != NULL)
        self->p++;
      if (self->p == self->end)
        break;
      if (!step (self))
        return FALSE;
    }
  if (self->want == WANT_NOTHING)
    return TRUE;
  if (self->depth == 0)
    {
      g_set_error_literal (self->error, KUMOJI_GUARD_ERROR, KUMOJI_GUARD_ERROR_EMPTY,
                           _("the file is empty; choose another one, or open a backup copy"));
      return FALSE;
    }
  return fail (self, self->p, N_("the file ends too early"));
}

/**
 * kumoji_json_scan:
 * @text: valid UTF-8 without NUL
 * @length: bytes
 * @scan: (out caller-allocates): what was found; to be cleared in any case
 * @error: return location for %KUMOJI_GUARD_ERROR
 *
 * Takes time in proportion to @length, and no stack for nesting.
 *
 * Returns: whether the text is one JSON value and nothing else
 */
gboolean
kumoji_json_scan (const char *text, gsize length, KumojiScan *scan, GError **error)
{
  g_autofree Scanner *self = g_new0 (Scanner, 1);
  gboolean passed;

  scan->numbers = g_array_new (FALSE, FALSE, sizeof (KumojiSpan));
  scan->strings = g_array_new (FALSE, FALSE, sizeof (KumojiSpan));
  self->text = self->p = text;
  self->end = text + length;
  self->want = WANT_VALUE;
  self->decoded = g_string_new (NULL);
  self->scan = scan;
  self->error = error;

  passed = walk (self);

  for (guint i = 0; i < KUMOJI_GUARD_MAX_DEPTH; i++)
    {
      g_clear_pointer (&self->levels[i].names, g_hash_table_unref);
      g_clear_pointer (&self->levels[i].chunk, g_string_chunk_free);
    }
  g_string_free (self->decoded, TRUE);
  return passed;
}

/**
 * kumoji_scan_clear:
 * @self: what a scan found
 *
 * Frees what @self holds, not @self itself.
 */
void
kumoji_scan_clear (KumojiScan *self)
{
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->strings, g_array_unref);
}
