/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options: what is typed behind a command. */
#include "cli/kumoji-cli-options.h"

#include "catalog/kumoji-phrases.h"
#include "cli/kumoji-cli-output.h"

static void
print_help (const KumojiCliCommand *command, const GOptionEntry *entries)
{
  kumoji_cli_print ("%s kumoji-cli %s %s\n\n%s\n", _("Usage:"), command->name, command->arguments,
                    _(command->summary));
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      g_autofree char *option = NULL;
      if (entry->description == NULL)
        continue;
      option = entry->short_name != '\0'
                 ? g_strdup_printf ("-%c, --%s", entry->short_name, entry->long_name)
                 : g_strdup_printf ("--%s", entry->long_name);
      kumoji_cli_print ("\n  %s\n      %s\n", option, _(entry->description));
    }
}

/**
 * kumoji_cli_parse:
 * @command: the command
 * @arguments: its arguments, which begin with its name
 * @entries: its options, ended by an empty one; descriptions in English
 * @status: (out): the exit status where the command ends here
 *
 * Fills what @entries point to. Answers `--help` itself.
 *
 * Returns: whether the command goes on
 */
gboolean
kumoji_cli_parse (const KumojiCliCommand *command,
                  char **arguments,
                  const GOptionEntry *entries,
                  KumojiCliStatus *status)
{
  gboolean help = FALSE;
  const GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) copy = g_strdupv (arguments);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, own, NULL);
  if (!g_option_context_parse_strv (context, &copy, &error))
    {
      *status = kumoji_cli_usage (command, error->message);
      return FALSE;
    }
  if (help)
    {
      print_help (command, entries);
      *status = KUMOJI_CLI_DONE;
    }
  return !help;
}

/**
 * kumoji_cli_expect:
 * @command: the command
 * @words: (nullable): what was typed and is no option
 * @n: how many of them the command wants
 * @sentence: what it wants
 * @status: (out): the exit status where it got something else
 *
 * Returns: whether there are @n words
 */
gboolean
kumoji_cli_expect (const KumojiCliCommand *command,
                   char **words,
                   guint n,
                   const char *sentence,
                   KumojiCliStatus *status)
{
  if ((words != NULL ? g_strv_length (words) : 0) == n)
    return TRUE;
  *status = kumoji_cli_usage (command, sentence);
  return FALSE;
}
