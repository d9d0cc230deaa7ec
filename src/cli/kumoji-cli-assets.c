/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kumoji-cli assets: the register of information assets, from and into a spreadsheet. */
#include "catalog/kumoji-phrases.h"
#include "cli/kumoji-cli-json.h"
#include "cli/kumoji-cli-options.h"
#include "cli/kumoji-cli-output.h"
#include "cli/kumoji-cli-project.h"
#include "files/kumoji-asset-import.h"
#include "files/kumoji-asset-sheet.h"
#include "files/kumoji-kept-save.h"
#include "files/kumoji-safe-save.h"

/* What was typed. */
typedef struct
{
  const char *project, *csv, *output;
  gboolean json;
} Request;

static guint
count_imported (KumojiAssetImport *import)
{
  return kumoji_asset_import_count (import, KUMOJI_IMPORT_NEW)
         + kumoji_asset_import_count (import, KUMOJI_IMPORT_CHANGED)
         + kumoji_asset_import_count (import, KUMOJI_IMPORT_SAME);
}

static void
print_json (KumojiAssetImport *import)
{
  GPtrArray *rows = kumoji_asset_import_get_rows (import);
  g_autoptr (GString) out = g_string_new (NULL);

  kumoji_cli_json_open (out, NULL, '{');
  kumoji_cli_json_add_integer (out, "imported", count_imported (import));
  kumoji_cli_json_open (out, "refused", '[');
  for (guint i = 0; i < rows->len; i++)
    {
      const KumojiImportRow *row = rows->pdata[i];
      if (!kumoji_import_row_is_refused (row))
        continue;
      kumoji_cli_json_open (out, NULL, '{');
      kumoji_cli_json_add_integer (out, "row", row->number);
      kumoji_cli_json_add_text (out, "reason", row->detail);
      kumoji_cli_json_close (out, '}');
    }
  kumoji_cli_json_close (out, ']');
  kumoji_cli_json_close (out, '}');
  kumoji_cli_json_print (out);
}

static void
print_text (KumojiAssetImport *import)
{
  GPtrArray *rows = kumoji_asset_import_get_rows (import);
  const char *const *unknown = kumoji_asset_import_get_unknown (import);

  kumoji_cli_print (_("Imported: %u (new %u, changed %u, as it was %u). Refused: %u."),
                    count_imported (import), kumoji_asset_import_count (import, KUMOJI_IMPORT_NEW),
                    kumoji_asset_import_count (import, KUMOJI_IMPORT_CHANGED),
                    kumoji_asset_import_count (import, KUMOJI_IMPORT_SAME),
                    kumoji_asset_import_count (import, KUMOJI_IMPORT_REFUSED));
  kumoji_cli_print ("\n");
  for (guint i = 0; unknown[i] != NULL; i++)
    {
      g_autofree char *name = kumoji_cli_clean (unknown[i]);
      kumoji_cli_print (_("Column left out: %s"), name);
      kumoji_cli_print ("\n");
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const KumojiImportRow *row = rows->pdata[i];
      g_autofree char *reason = kumoji_cli_clean (row->detail);
      if (kumoji_import_row_is_refused (row))
        kumoji_cli_print (_("Row %u: %s"), row->number, reason);
      if (kumoji_import_row_is_refused (row))
        kumoji_cli_print ("\n");
    }
}

static void
refuse_all (const Request *request, KumojiAssetImport *import)
{
  const KumojiImportRow *first = kumoji_asset_import_get_rows (import)->pdata[0];
  g_autofree char *sentence = g_strdup_printf (
    _("each row is refused, the first one, row %u, because: %s; correct the sheet"), first->number,
    first->detail);

  kumoji_cli_refuse (request->csv, sentence);
}

static gboolean
save (const Request *request, KumojiProject *project, const KumojiStamp *stamp)
{
  g_autoptr (GFile) input = g_file_new_for_commandline_arg (request->project);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->output);
  g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  g_autoptr (GError) backup_error = NULL;
  g_autoptr (GError) error = NULL;

  /* A project that is there already, perhaps the one that was read, is kept as a backup. */
  if (!kumoji_kept_save (file, snapshot, g_file_equal (input, file) ? stamp : NULL, NULL, NULL,
                         &backup_error, &error))
    {
      kumoji_cli_refuse_error (request->output, file, error);
      return FALSE;
    }
  if (backup_error != NULL)
    kumoji_cli_refuse (request->output, backup_error->message);
  return TRUE;
}

static KumojiCliStatus
import_sheet (const Request *request)
{
  g_autoptr (KumojiStamp) stamp = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->csv);
  g_autoptr (KumojiProject) project = NULL;
  g_autoptr (KumojiCsvSheet) sheet = NULL;
  g_autoptr (KumojiAssetImport) import = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = FALSE;

  if (!kumoji_cli_check_output (request->output, request->csv,
                                _("this is the sheet itself; choose another name")))
    return KUMOJI_CLI_REFUSED;
  project = kumoji_cli_load_valid (request->project, &stamp);
  if (project == NULL)
    return KUMOJI_CLI_REFUSED;
  sheet = kumoji_csv_sheet_load (file, NULL, &error);
  if (sheet != NULL)
    import = kumoji_asset_import_new (sheet, project, NULL, NULL, NULL, &error);
  if (import == NULL)
    return kumoji_cli_refuse_error (request->csv, file, error);

  kumoji_asset_import_take (import, project);
  if (count_imported (import) == 0 && kumoji_asset_import_get_rows (import)->len > 0)
    refuse_all (request, import);
  else if (kumoji_cli_is_valid (request->csv, project) && save (request, project, stamp))
    is_saved = TRUE;
  else
    return KUMOJI_CLI_REFUSED;
  if (request->json)
    print_json (import);
  else
    print_text (import);
  return is_saved ? KUMOJI_CLI_DONE : KUMOJI_CLI_REFUSED;
}

static KumojiCliStatus
export_sheet (const Request *request)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (request->output);
  g_autoptr (KumojiProject) project = NULL;
  g_autoptr (GBytes) sheet = NULL;
  g_autoptr (GError) error = NULL;

  if (!kumoji_cli_check_output (request->output, request->project,
                                _("this is the project itself; choose another name")))
    return KUMOJI_CLI_REFUSED;
  project = kumoji_cli_load_valid (request->project, NULL);
  if (project == NULL)
    return KUMOJI_CLI_REFUSED;
  sheet = kumoji_asset_sheet_compose (project, kumoji_language_get_default ());
  if (!kumoji_safe_save (file, sheet, NULL, NULL, NULL, &error))
    return kumoji_cli_refuse_error (request->output, file, error);
  return KUMOJI_CLI_DONE;
}

static KumojiCliStatus
run (const KumojiCliCommand *self, const Request *request, const char *word)
{
  gboolean is_import = g_str_equal (word, "import");

  if (!is_import && !g_str_equal (word, "export"))
    return kumoji_cli_usage (self, _("say “import” or “export”"));
  if (request->project == NULL)
    return kumoji_cli_usage (self, _("name one project"));
  if (request->output == NULL || *request->output == '\0')
    return kumoji_cli_usage (self, _("name the file to write with -o"));
  if (is_import && (request->csv == NULL || *request->csv == '\0'))
    return kumoji_cli_usage (self, _("name the sheet with --csv"));
  if (!is_import && (request->csv != NULL || request->json))
    return kumoji_cli_usage (self, _("--csv and --json belong to “import”"));
  return is_import ? import_sheet (request) : export_sheet (request);
}

/**
 * kumoji_cli_assets:
 * @self: the command
 * @arguments: what was typed
 *
 * Returns: the exit status
 */
KumojiCliStatus
kumoji_cli_assets (const KumojiCliCommand *self, char **arguments)
{
  g_autofree char *output = NULL, *csv = NULL;
  gboolean json = FALSE;
  g_auto (GStrv) words = NULL;
  const GOptionEntry entries[] = {
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &csv,
      N_("CSV: the sheet to take in: a row for each asset below a row that names the columns."),
      NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("OUT: where to write the project; CSV: where to write the sheet."), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON for other programs."), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  KumojiCliStatus status;
  Request request = { 0 };

  if (!kumoji_cli_parse (self, arguments, entries, &status))
    return status;
  if (words != NULL && words[0] != NULL && words[1] != NULL && words[2] == NULL)
    request.project = words[1];
  request.csv = csv;
  request.output = output;
  request.json = json;
  return run (self, &request, words != NULL ? words[0] : "");
}
