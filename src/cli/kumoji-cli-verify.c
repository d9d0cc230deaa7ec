/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kumoji-cli verify: whether a report shows a project as it stands. */
#include "catalog/kumoji-phrases.h"
#include "cli/kumoji-cli-options.h"
#include "cli/kumoji-cli-output.h"
#include "cli/kumoji-cli-project.h"
#include "report/kumoji-signed-paper.h"

static KumojiCliStatus
verify (const char *report, const char *input)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (report);
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiSignedPaper) paper = kumoji_signed_paper_read_file (file, NULL, &error);
  g_autoptr (KumojiProject) project = NULL;
  g_autoptr (KumojiFingerprints) now = NULL;
  KumojiComparison comparison;

  if (paper == NULL)
    return kumoji_cli_refuse_error (report, file, error);
  project = kumoji_cli_load (input);
  if (project == NULL)
    return KUMOJI_CLI_REFUSED;

  now = kumoji_fingerprints_new_of_project (project);
  kumoji_comparison_work_out (&comparison, paper->fingerprints, now);
  g_autofree char *sentence =
    kumoji_comparison_dup_sentence (&comparison, kumoji_language_get_default ());
  if (!comparison.equal)
    return kumoji_cli_refuse (report, sentence);

  g_autofree char *name = g_filename_display_name (report);
  g_autofree char *clean = kumoji_cli_clean (name);
  kumoji_cli_print ("%s: %s\n", clean, sentence);
  return KUMOJI_CLI_DONE;
}

/**
 * kumoji_cli_verify:
 * @self: the command
 * @arguments: what was typed
 *
 * Returns: the exit status
 */
KumojiCliStatus
kumoji_cli_verify (const KumojiCliCommand *self, char **arguments)
{
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  KumojiCliStatus status;

  if (!kumoji_cli_parse (self, arguments, entries, &status)
      || !kumoji_cli_expect (self, words, 2, _("name a report and a project"), &status))
    return status;
  return verify (words[0], words[1]);
}
