/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project that a command works on: loaded, or refused in one line. */
#include "cli/kumoji-cli-project.h"

#include "catalog/kumoji-phrases.h"
#include "cli/kumoji-cli-output.h"
#include "files/kumoji-project-file.h"
#include "rules/kumoji-check.h"

static KumojiProject *
load (const char *argument, KumojiStamp **stamp)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);
  g_autoptr (GError) error = NULL;
  KumojiProject *project = kumoji_project_file_load (file, KUMOJI_LOAD_NONE, NULL, stamp, &error);

  if (project == NULL)
    kumoji_cli_refuse_error (argument, file, error);
  return project;
}

/**
 * kumoji_cli_load:
 * @argument: a project's file, as typed
 *
 * Returns: (transfer full) (nullable): the project; %NULL where it was refused, which was said
 */
KumojiProject *
kumoji_cli_load (const char *argument)
{
  return load (argument, NULL);
}

/**
 * kumoji_cli_load_valid:
 * @argument: a project's file, as typed
 * @stamp: (out) (optional) (transfer full): what the file is now
 *
 * Returns: (transfer full) (nullable): the project; %NULL where it was refused or is not valid,
 *   which was said
 */
KumojiProject *
kumoji_cli_load_valid (const char *argument, KumojiStamp **stamp)
{
  g_autoptr (KumojiProject) project = load (argument, stamp);

  return project != NULL && kumoji_cli_is_valid (argument, project) ? g_steal_pointer (&project)
                                                                    : NULL;
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

/**
 * kumoji_cli_is_valid:
 * @argument: the file, as typed
 * @project: what it holds, or what would be written
 *
 * Says on standard error what is not valid.
 *
 * Returns: whether nothing is wrong in @project
 */
gboolean
kumoji_cli_is_valid (const char *argument, KumojiProject *project)
{
  g_autoptr (GPtrArray) problems =
    kumoji_check_project (kumoji_project_get_library (project), project);

  if (problems->len > 0)
    kumoji_cli_refuse_problems (argument, problems);
  return problems->len == 0;
}

static char *
file_id (GFile *file)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE))
                      : NULL;
}

/* A slip of the keyboard must not cost the project. */
static gboolean
is_same_file (const char *input, const char *output)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (input);
  g_autoptr (GFile) other = g_file_new_for_commandline_arg (output);
  g_autofree char *id = file_id (file), *other_id = file_id (other);

  return g_file_equal (file, other) || (id != NULL && g_strcmp0 (id, other_id) == 0);
}

/**
 * kumoji_cli_check_output:
 * @output: where to write, as typed
 * @input: what is read and must stay as it is, as typed
 * @same: what is wrong where both are one file, and what to do
 *
 * Says on standard error why not.
 *
 * Returns: whether @output may be written
 */
gboolean
kumoji_cli_check_output (const char *output, const char *input, const char *same)
{
  /* GFile forgets the stroke at the end, and would make a file of the folder's name. */
  if (g_str_has_suffix (output, G_DIR_SEPARATOR_S))
    kumoji_cli_refuse (output, _("this is a folder; add the name of a file"));
  else if (is_same_file (input, output))
    kumoji_cli_refuse (output, same);
  else
    return TRUE;
  return FALSE;
}
