/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kumoji-cli report: a project's reports as PDF. */
#include "catalog/kumoji-phrases.h"
#include "cli/kumoji-cli-options.h"
#include "cli/kumoji-cli-output.h"
#include "cli/kumoji-cli-project.h"
#include "files/kumoji-safe-save.h"
#include "files/kumoji-today.h"
#include "report/kumoji-report.h"
#include "rules/kumoji-check.h"

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
is_same_file (const char *input, GFile *output)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (input);
  g_autofree char *input_id = file_id (file), *output_id = file_id (output);

  return g_file_equal (file, output) || (input_id != NULL && g_strcmp0 (input_id, output_id) == 0);
}

/* What the report says of characters that no font has; the report is made all the same. */
static void
print_warnings (const char *input, char **warnings)
{
  for (guint i = 0; warnings != NULL && warnings[i] != NULL; i++)
    kumoji_cli_refuse (input, warnings[i]);
}

static KumojiCliStatus
print_report (const char *input, const char *output, const KumojiReportOptions *options)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (KumojiProject) project = kumoji_cli_load (input);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) warnings = NULL;
  g_autoptr (GError) error = NULL;

  if (project == NULL)
    return KUMOJI_CLI_REFUSED;
  /* GFile forgets the stroke at the end, and would make a file of the folder's name. */
  if (g_str_has_suffix (output, G_DIR_SEPARATOR_S))
    return kumoji_cli_refuse (output, _("this is a folder; add the name of a file"));
  if (is_same_file (input, file))
    return kumoji_cli_refuse (output, _("this is the project itself; choose another name"));
  problems = kumoji_check_project (kumoji_library_get_default (), project);
  if (problems->len > 0)
    return kumoji_cli_refuse_problems (input, problems);

  pdf = kumoji_report_render (project, options, NULL, NULL, &warnings, NULL, &error);
  if (pdf == NULL)
    return kumoji_cli_refuse (input, error->message);
  if (!kumoji_safe_save (file, pdf, NULL, NULL, NULL, &error))
    return kumoji_cli_refuse_error (output, file, error);
  print_warnings (input, warnings);
  return KUMOJI_CLI_DONE;
}

/**
 * kumoji_cli_report:
 * @self: the command
 * @arguments: what was typed
 *
 * Returns: the exit status
 */
KumojiCliStatus
kumoji_cli_report (const KumojiCliCommand *self, char **arguments)
{
  g_autofree char *output = NULL, *parts = NULL, *today = kumoji_today_new ();
  gboolean blank = FALSE;
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("OUT.pdf: where to write it."), NULL },
    { "reports", 'r', 0, G_OPTION_ARG_STRING, &parts,
      N_(
        "which ones: summary, checklists, assets, roadmap, with commas between them; or all, which "
        "is meant where none is named."),
      NULL },
    { "blank", 'b', 0, G_OPTION_ARG_NONE, &blank, N_("Print forms to be filled in by hand."),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  KumojiReportOptions options;
  KumojiCliStatus status;

  if (!kumoji_cli_parse (self, arguments, entries, &status)
      || !kumoji_cli_expect (self, words, 1, _("name one project"), &status))
    return status;
  if (output == NULL || *output == '\0')
    return kumoji_cli_usage (self, _("name the file to write with -o"));
  kumoji_report_options_init (&options, kumoji_language_get_default (), today);
  options.blank = blank;
  if (parts != NULL && !kumoji_report_parse_parts (parts, &options.parts, &error))
    return kumoji_cli_usage (self, error->message);
  return print_report (words[0], output, &options);
}
