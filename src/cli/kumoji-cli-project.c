/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project that a command works on: loaded, or refused in one line. */
#include "cli/kumoji-cli-project.h"

#include "catalog/kumoji-phrases.h"
#include "cli/kumoji-cli-output.h"
#include "files/kumoji-project-file.h"

/**
 * kumoji_cli_load:
 * @argument: a project's file, as typed
 *
 * Returns: (transfer full) (nullable): the project; %NULL where it was refused, which was said
 */
KumojiProject *
kumoji_cli_load (const char *argument)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);
  g_autoptr (GError) error = NULL;
  KumojiProject *project = kumoji_project_file_load (file, KUMOJI_LOAD_NONE, NULL, NULL, &error);

  if (project == NULL)
    kumoji_cli_refuse_error (argument, file, error);
  return project;
}

/**
 * kumoji_cli_refuse_problems:
 * @argument: the file, as typed
 * @problems: (element-type KumojiProblem): what is wrong in it, at least one
 *
 * Says in one line what is wrong first, and how much more.
 *
 * Returns: the exit status
 */
KumojiCliStatus
kumoji_cli_refuse_problems (const char *argument, GPtrArray *problems)
{
  const KumojiProblem *first = problems->pdata[0];
  g_autofree char *more = NULL, *sentence = NULL;

  if (problems->len > 1)
    more = g_strdup_printf (P_("%s (and %u more problem)", "%s (and %u more problems)",
                                problems->len - 1),
                            first->reason, problems->len - 1);
  sentence = g_strdup_printf (_("%s: %s; open the file in Kumoji and correct it"), first->path,
                              more != NULL ? more : first->reason);
  return kumoji_cli_refuse (argument, sentence);
}
