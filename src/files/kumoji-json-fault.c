/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fault: what is wrong at a place of a JSON text, said to the user. */
#include "files/kumoji-json-fault.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-guard.h"

#define SHOWN_CHARACTERS 40

/**
 * kumoji_json_fault_shorten:
 * @text: valid UTF-8 from a file
 *
 * Returns: (transfer full): its start, on one line, fit for a message
 */
char *
kumoji_json_fault_shorten (const char *text)
{
  GString *shown = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (n++ == SHOWN_CHARACTERS)
        {
          g_string_append (shown, "…");
          break;
        }
      if (g_unichar_isprint (c))
        g_string_append_unichar (shown, c);
      else
        g_string_append_printf (shown, "U+%04X", c);
    }
  return g_string_free (shown, FALSE);
}

/**
 * kumoji_json_fault_set:
 * @error: return location
 * @code: a #KumojiGuardError
 * @text: the whole text, valid UTF-8 up to @at
 * @at: where in it something is wrong
 * @reason: what is wrong, in the process language
 *
 * Sets an error that says line and column, counted from 1, and what to do.
 */
void
kumoji_json_fault_set (GError **error,
                       int code,
                       const char *text,
                       const char *at,
                       const char *reason)
{
  const char *line = text;
  guint n_lines = 1;

  for (const char *p; (p = memchr (line, '\n', at - line)) != NULL; line = p + 1)
    n_lines++;
  g_set_error (error, KUMOJI_GUARD_ERROR, code,
               _("line %u, column %u: %s; correct the file there, or open a backup copy"), n_lines,
               (guint) g_utf8_strlen (line, at - line) + 1, reason);
}
