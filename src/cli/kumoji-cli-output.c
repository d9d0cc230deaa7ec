/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Output: what a terminal gets; text from a project never acts as its escapes. */
#include "cli/kumoji-cli-output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-file-error.h"

#define PROGRAM "kumoji-cli"

/* Control characters steer a terminal; those of direction show a text as it is not. */
static gboolean
is_unsafe (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || (c >= 0x200e && c <= 0x200f)
         || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * kumoji_cli_clean:
 * @text: what a project, a file's name or a user says
 *
 * Returns: (transfer full): the same on one line, without anything that a terminal would obey
 */
char *
kumoji_cli_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == '\n' || c == '\r' || c == '\t')
        g_string_append_c (clean, ' ');
      else if (is_unsafe (c))
        g_string_append_printf (clean, "\\u%04x", c);
      else
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

/**
 * kumoji_cli_clean_json:
 * @json: JSON with line breaks between its values only
 *
 * Returns: (transfer full): the same JSON, what a terminal would obey written as escapes
 */
char *
kumoji_cli_clean_json (const char *json)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = json; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c != '\n' && is_unsafe (c))
        g_string_append_printf (clean, "\\u%04x", c);
      else
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

/**
 * kumoji_cli_print:
 * @format: as of printf()
 * @...: what it wants; text of a project through kumoji_cli_clean()
 *
 * Prints on standard output, in UTF-8 whatever the locale says.
 */
void
kumoji_cli_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fputs (text, stdout);
}

/**
 * kumoji_cli_print_bytes:
 * @bytes: what comes with the program, so that it needs no cleaning
 *
 * Prints on standard output.
 */
void
kumoji_cli_print_bytes (GBytes *bytes)
{
  gsize length;
  const void *content = g_bytes_get_data (bytes, &length);

  fwrite (content, 1, length, stdout);
}

/**
 * kumoji_cli_refuse:
 * @file: what was refused, as typed
 * @sentence: what is wrong and what to do
 *
 * Says it in one line on standard error.
 *
 * Returns: the exit status
 */
KumojiCliStatus
kumoji_cli_refuse (const char *file, const char *sentence)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *clean_name = kumoji_cli_clean (name);
  g_autofree char *clean = kumoji_cli_clean (sentence);

  fprintf (stderr, PROGRAM ": %s: %s\n", clean_name, clean);
  return KUMOJI_CLI_REFUSED;
}

/**
 * kumoji_cli_refuse_error:
 * @argument: the file, as typed
 * @file: that file
 * @error: why it was refused
 *
 * Returns: the exit status
 */
KumojiCliStatus
kumoji_cli_refuse_error (const char *argument, GFile *file, const GError *error)
{
  return kumoji_cli_refuse (argument, kumoji_file_error_get_sentence (error, file));
}

/**
 * kumoji_cli_usage:
 * @command: (nullable): the command that was not understood
 * @sentence: why not
 *
 * Says it on standard error, and where help is.
 *
 * Returns: the exit status
 */
KumojiCliStatus
kumoji_cli_usage (const KumojiCliCommand *command, const char *sentence)
{
  g_autofree char *clean = kumoji_cli_clean (sentence);

  if (command != NULL)
    fprintf (stderr, PROGRAM ": %s: %s\n%s %s %s %s\n", command->name, clean, _("Usage:"), PROGRAM,
             command->name, command->arguments);
  else
    fprintf (stderr, PROGRAM ": %s\n%s\n", clean, _("“kumoji-cli --help” shows the commands."));
  return KUMOJI_CLI_USAGE;
}

/**
 * kumoji_cli_flush:
 *
 * Returns: whether all that was printed went out; where not, it was said on standard error
 */
gboolean
kumoji_cli_flush (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  fprintf (stderr, PROGRAM ": %s (%s)\n",
           _("the output cannot be written; choose another place for it"), g_strerror (errno));
  return FALSE;
}
