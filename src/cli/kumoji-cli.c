/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: a table of commands, one file each. */
#include "config.h"

#include "cli/kumoji-cli.h"

#include "catalog/kumoji-phrases.h"
#include "cli/kumoji-cli-output.h"

static const KumojiCliCommand commands[] = {
  { "new", "[--template blank|sample] -o FILE", N_("Write a new project."), kumoji_cli_new },
  { "check", "FILE [--json]", N_("Read a project, validate it, and work out everything."),
    kumoji_cli_check },
  { "report", "FILE -o OUT.pdf [--reports summary,checklists,…|all] [--blank]",
    N_("Print a project's reports as PDF."), kumoji_cli_report },
  { "assets", "import FILE --csv CSV -o OUT [--json] | assets export FILE -o CSV",
    N_("Take a sheet into the register of a project, or write the register as a sheet."),
    kumoji_cli_assets },
  { "catalog", "list [--json] | catalog show ID [--json]",
    N_("Show the catalogs, or what one of them asks."), kumoji_cli_catalog },
  { "verify", "REPORT.pdf FILE", N_("Say whether a report shows a project as it stands."),
    kumoji_cli_verify },
};

static void
print_help (void)
{
  kumoji_cli_print ("%s kumoji-cli [--lang ja|en] COMMAND\n\n", _("Usage:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    kumoji_cli_print ("  %s %s\n      %s\n", commands[i].name, commands[i].arguments,
                      _(commands[i].summary));
  kumoji_cli_print ("\n  --lang ja|en\n      %s\n  --version\n      %s\n  --help\n      %s\n",
                    _("The language of messages and reports."), _("Show the version."),
                    _("Show this help; behind a command, the help of that command."));
}

static KumojiCliStatus
run_command (char **arguments)
{
  g_autofree char *sentence = NULL;

  if (arguments[0] == NULL)
    return kumoji_cli_usage (NULL, _("name a command"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (arguments[0], commands[i].name))
      return commands[i].run (&commands[i], arguments);
  sentence = g_strdup_printf (_("“%s” is no command"), arguments[0]);
  return kumoji_cli_usage (NULL, sentence);
}

static gboolean language_is_chosen;

/**
 * kumoji_cli_is_language_chosen:
 *
 * Returns: whether --lang was given; then it holds for reports, too, whatever the project says
 */
gboolean
kumoji_cli_is_language_chosen (void)
{
  return language_is_chosen;
}

static gboolean
choose_language (const char *code)
{
  KumojiLanguage language;

  if (!kumoji_language_parse (code, &language))
    return FALSE;
  kumoji_language_set_default (language);
  language_is_chosen = TRUE;
  return TRUE;
}

/**
 * kumoji_cli_run:
 * @arguments: as main() got them, in the encoding of file names, ended by %NULL
 *
 * Returns: the exit status
 */
KumojiCliStatus
kumoji_cli_run (char **arguments)
{
  g_autofree char *lang = NULL;
  gboolean help = FALSE, version = FALSE;
  const GOptionEntry entries[] = {
    { "lang", 0, 0, G_OPTION_ARG_STRING, &lang, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = g_strdupv (arguments);
  KumojiCliStatus status = KUMOJI_CLI_DONE;

  /* Options of a command stand behind its name, and are its own business. */
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, &rest, &error))
    return kumoji_cli_usage (NULL, error->message);
  if (lang != NULL && !choose_language (lang))
    return kumoji_cli_usage (NULL, _("--lang must be ja or en"));

  if (help)
    print_help ();
  else if (version)
    kumoji_cli_print ("kumoji-cli %s\n", KUMOJI_VERSION);
  else
    status = run_command (rest + 1);
  return kumoji_cli_flush () ? status : MAX (status, KUMOJI_CLI_REFUSED);
}
