/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON output: written member by member, in the order of the calls. */
#include "cli/kumoji-cli-json.h"

#include <string.h>

#include "cli/kumoji-cli-output.h"
#include "project/kumoji-json.h"

/* The comma before, and the name where it is a member. */
static void
begin (GString *out, const char *name)
{
  if (out->len > 0 && strchr ("{[", out->str[out->len - 1]) == NULL)
    g_string_append_c (out, ',');
  if (name == NULL)
    return;
  kumoji_json_append_string (out, name);
  g_string_append_c (out, ':');
}

/**
 * kumoji_cli_json_open:
 * @out: where to
 * @name: (nullable): the member's name, %NULL in a list and at the root
 * @bracket: `{` or `[`
 *
 * Begins an object or a list.
 */
void
kumoji_cli_json_open (GString *out, const char *name, char bracket)
{
  begin (out, name);
  g_string_append_c (out, bracket);
}

/**
 * kumoji_cli_json_close:
 * @out: where to
 * @bracket: `}` or `]`
 *
 * Ends it.
 */
void
kumoji_cli_json_close (GString *out, char bracket)
{
  g_string_append_c (out, bracket);
}

/**
 * kumoji_cli_json_add_text:
 * @out: where to
 * @name: (nullable): the member's name
 * @text: (nullable): valid UTF-8; %NULL becomes null
 */
void
kumoji_cli_json_add_text (GString *out, const char *name, const char *text)
{
  begin (out, name);
  if (text != NULL)
    kumoji_json_append_string (out, text);
  else
    g_string_append (out, "null");
}

/**
 * kumoji_cli_json_add_integer:
 * @out: where to
 * @name: (nullable): the member's name
 * @number: the number
 */
void
kumoji_cli_json_add_integer (GString *out, const char *name, gint64 number)
{
  begin (out, name);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
}

/**
 * kumoji_cli_json_add_millionths:
 * @out: where to
 * @name: (nullable): the member's name
 * @millionths: a number from 0 on, in millionths
 *
 * Written as a fraction without zeros at its end: 987654 as 0.987654, 1000000 as 1.
 */
void
kumoji_cli_json_add_millionths (GString *out, const char *name, gint64 millionths)
{
  begin (out, name);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, millionths / 1000000);
  if (millionths % 1000000 == 0)
    return;
  g_string_append_printf (out, ".%06d", (int) (millionths % 1000000));
  while (out->str[out->len - 1] == '0')
    g_string_truncate (out, out->len - 1);
}

/**
 * kumoji_cli_json_add_flag:
 * @out: where to
 * @name: (nullable): the member's name
 * @flag: yes or no
 */
void
kumoji_cli_json_add_flag (GString *out, const char *name, gboolean flag)
{
  begin (out, name);
  g_string_append (out, flag ? "true" : "false");
}

/**
 * kumoji_cli_json_add_null:
 * @out: where to
 * @name: (nullable): the member's name
 */
void
kumoji_cli_json_add_null (GString *out, const char *name)
{
  kumoji_cli_json_add_text (out, name, NULL);
}

/**
 * kumoji_cli_json_print:
 * @out: a whole value
 *
 * Prints it on standard output, two spaces for each level.
 */
void
kumoji_cli_json_print (GString *out)
{
  g_autoptr (GString) indented = g_string_new (NULL);
  g_autofree char *clean = NULL;

  kumoji_json_append_indented (indented, out->str, 0);
  clean = kumoji_cli_clean_json (indented->str);
  kumoji_cli_print ("%s\n", clean);
}
