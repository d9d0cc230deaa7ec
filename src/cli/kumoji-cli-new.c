/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kumoji-cli new: a new project. */
#include "catalog/kumoji-phrases.h"
#include "cli/kumoji-cli-options.h"
#include "cli/kumoji-cli-output.h"
#include "files/kumoji-project-file.h"
#include "files/kumoji-sample.h"

/* A new project must not take the place of one that somebody worked on. */
static gboolean
is_taken (GFile *file)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
         && g_file_info_get_size (info) > 0;
}

static KumojiCliStatus
write_project (const char *output, const char *template_name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (KumojiProject) project = NULL;
  g_autoptr (KumojiSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  if (is_taken (file))
    return kumoji_cli_refuse (output, _("there is such a file already; choose another name"));
  project = kumoji_sample_new (template_name, kumoji_language_get_default ());
  snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  if (!kumoji_project_file_save (file, snapshot, NULL, NULL, NULL, &error))
    return kumoji_cli_refuse_error (output, file, error);
  return KUMOJI_CLI_DONE;
}

/**
 * kumoji_cli_new:
 * @self: the command
 * @arguments: what was typed
 *
 * Returns: the exit status
 */
KumojiCliStatus
kumoji_cli_new (const KumojiCliCommand *self, char **arguments)
{
  g_autofree char *template_name = NULL, *output = NULL;
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("FILE: where to write it."), NULL },
    { "template", 't', 0, G_OPTION_ARG_STRING, &template_name,
      N_("blank: says nothing yet (this is meant where none is named); sample: a company made up "
          "as an example."),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  KumojiCliStatus status;

  if (!kumoji_cli_parse (self, arguments, entries, &status)
      || !kumoji_cli_expect (self, words, 0, _("name the file behind -o, and nothing else"),
                             &status))
    return status;
  if (output == NULL || *output == '\0')
    return kumoji_cli_usage (self, _("name the file to write with -o"));
  if (template_name != NULL && !g_strv_contains (kumoji_sample_list (), template_name))
    return kumoji_cli_usage (self, _("--template must be blank or sample"));
  return write_project (output, template_name != NULL ? template_name : KUMOJI_SAMPLE_BLANK);
}
