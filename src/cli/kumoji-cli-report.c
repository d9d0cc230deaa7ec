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

/* What the report says of characters that no font has; the report is made all the same. */
static void
print_warnings (const char *input, char **warnings)
{
  for (guint i = 0; warnings != NULL && warnings[i] != NULL; i++)
    kumoji_cli_refuse (input, warnings[i]);
}

/* What was typed; @parts 0 and @catalogs NULL for what the project's setup says. */
typedef struct
{
  const char *input, *output;
  KumojiReportParts parts;
  KumojiReportOrder order;
  char **catalogs;
  gboolean blank;
} Request;

static void
choose_options (const Request *request, KumojiProject *project, KumojiReportOptions *options)
{
  g_autofree char *today = kumoji_today_new ();
  const KumojiLanguage language = kumoji_language_get_default ();

  kumoji_report_options_init_for_project (options, project, language, today);
  if (kumoji_cli_is_language_chosen ())
    kumoji_report_options_set_language (options, project, language);
  options->blank = request->blank;
  if (request->catalogs != NULL)
    {
      g_strfreev (options->catalogs);
      options->catalogs = g_strdupv (request->catalogs);
      options->only_begun = FALSE;
    }
  if (request->parts == 0)
    return;
  options->parts = request->parts;
  options->order = request->order;
}

static KumojiCliStatus
print_report (const Request *request, GFile *file, KumojiProject *project)
{
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) warnings = NULL;
  g_auto (KumojiReportOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  choose_options (request, project, &options);
  pdf = kumoji_report_render (project, &options, NULL, NULL, &warnings, NULL, &error);
  if (pdf == NULL)
    return kumoji_cli_refuse (request->input, error->message);
  if (!kumoji_safe_save (file, pdf, NULL, NULL, NULL, &error))
    return kumoji_cli_refuse_error (request->output, file, error);
  print_warnings (request->input, warnings);
  return KUMOJI_CLI_DONE;
}

static KumojiCliStatus
check_and_print (const Request *request)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->output);
  g_autoptr (KumojiProject) project = kumoji_cli_load (request->input);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (project == NULL)
    return KUMOJI_CLI_REFUSED;
  if (!kumoji_cli_check_output (request->output, request->input,
                                _("this is the project itself; choose another name")))
    return KUMOJI_CLI_REFUSED;
  /* Many pages take their time, and nobody wants to wait for them in vain. */
  if (!kumoji_safe_save_check (file, &error))
    return kumoji_cli_refuse_error (request->output, file, error);
  problems = kumoji_check_project (kumoji_project_get_library (project), project);
  return problems->len > 0 ? kumoji_cli_refuse_problems (request->input, problems)
                           : print_report (request, file, project);
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
  g_autofree char *output = NULL, *parts = NULL, *catalogs = NULL;
  Request request = { 0 };
  g_auto (GStrv) words = NULL, chosen = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("OUT.pdf: where to write it."), NULL },
    { "reports", 'r', 0, G_OPTION_ARG_STRING, &parts,
      N_(
        "which ones, in which order: summary, checklists, assets, roadmap, sources, glossary, "
        "with commas between them; or all. Where none is named: as it was chosen in the project."),
      NULL },
    { "catalogs", 'c', 0, G_OPTION_ARG_STRING, &catalogs,
      N_("of the checklists only these, begun or not: their ids, with commas between them."),
      NULL },
    { "blank", 'b', 0, G_OPTION_ARG_NONE, &request.blank,
      N_("Print forms to be filled in by hand."), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  KumojiCliStatus status;

  if (!kumoji_cli_parse (self, arguments, entries, &status)
      || !kumoji_cli_expect (self, words, 1, _("name one project"), &status))
    return status;
  if (output == NULL || *output == '\0')
    return kumoji_cli_usage (self, _("name the file to write with -o"));
  if (parts != NULL && !kumoji_report_parse_parts (parts, &request.parts, &request.order, &error))
    return kumoji_cli_usage (self, error->message);
  chosen = catalogs != NULL ? g_strsplit (catalogs, ",", -1) : NULL;
  request.catalogs = chosen;
  request.input = words[0];
  request.output = output;
  return check_and_print (&request);
}
