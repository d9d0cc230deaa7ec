/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kumoji-cli check: read, validate, work out everything. */
#include "cli/kumoji-cli-check.h"

#include "catalog/kumoji-phrases.h"
#include "cli/kumoji-cli-options.h"
#include "cli/kumoji-cli-output.h"
#include "cli/kumoji-cli-project.h"
#include "files/kumoji-today.h"

static KumojiCliStatus
check_file (const char *argument, gboolean json)
{
  g_autofree char *today = kumoji_today_new ();
  g_autoptr (KumojiProject) project = kumoji_cli_load (argument);
  g_autoptr (KumojiCliFinding) finding = NULL;

  if (project == NULL)
    return KUMOJI_CLI_REFUSED;
  finding = kumoji_cli_finding_new (project, today);
  if (json)
    kumoji_cli_check_print_json (finding);
  else
    kumoji_cli_check_print_text (finding);
  return finding->problems->len > 0 ? kumoji_cli_refuse_problems (argument, finding->problems)
                                    : KUMOJI_CLI_DONE;
}

/**
 * kumoji_cli_check:
 * @self: the command
 * @arguments: what was typed
 *
 * Returns: the exit status
 */
KumojiCliStatus
kumoji_cli_check (const KumojiCliCommand *self, char **arguments)
{
  gboolean json = FALSE;
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print one JSON object for other programs."),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  KumojiCliStatus status;

  if (!kumoji_cli_parse (self, arguments, entries, &status)
      || !kumoji_cli_expect (self, words, 1, _("name one project"), &status))
    return status;
  return check_file (words[0], json);
}
