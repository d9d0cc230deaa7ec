/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: a sheet in any encoding, and what it makes of a register; and any cells, written as
 * a sheet.
 *
 * See tests/fuzz/README.md. */
#include <string.h>

#include "catalog/kumoji-language.h"
#include "files/kumoji-asset-import.h"
#include "files/kumoji-asset-sheet.h"
#include "files/kumoji-csv-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static GPtrArray *
get_cells (const KumojiCsvSheet *sheet, guint row)
{
  GPtrArray *cells = g_ptr_array_new ();

  for (guint i = 0; i < kumoji_csv_sheet_get_n_cells (sheet, row); i++)
    g_ptr_array_add (cells, (gpointer) kumoji_csv_sheet_get (sheet, row, i));
  return cells;
}

static void
assert_row (const KumojiCsvSheet *sheet, guint row, GPtrArray *cells)
{
  g_assert_cmpuint (kumoji_csv_sheet_get_n_cells (sheet, row), ==, cells->len);
  for (guint i = 0; i < cells->len; i++)
    {
      g_assert_cmpstr (kumoji_csv_sheet_get (sheet, row, i), ==, cells->pdata[i]);
      g_assert_true (g_utf8_validate (cells->pdata[i], -1, NULL));
    }
}

static void
add_row (GString *out, GPtrArray *cells)
{
  kumoji_csv_writer_add_row (out, (const char *const *) cells->pdata, cells->len);
}

/* What is taken says the same when it is written and read again. A first row without a comma would
 * leave the delimiter to chance: one is put in front, as a header is in every sheet of ours. */
static void
check_sheet (const KumojiCsvSheet *sheet)
{
  static const char *const header[] = { "a", "b" };
  GString *out = kumoji_csv_writer_new ();
  g_autoptr (GBytes) written = NULL;
  g_autoptr (KumojiCsvSheet) again = NULL;
  g_autoptr (GError) error = NULL;
  guint n = kumoji_csv_sheet_get_n_rows (sheet);

  kumoji_csv_writer_add_row (out, header, G_N_ELEMENTS (header));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) cells = get_cells (sheet, i);
      g_assert_cmpuint (kumoji_csv_sheet_get_number (sheet, i), >, i);
      add_row (out, cells);
    }
  written = g_string_free_to_bytes (out);
  again = kumoji_csv_sheet_new (written, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kumoji_csv_sheet_get_n_rows (again), ==, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) cells = get_cells (sheet, i);
      assert_row (again, i + 1, cells);
    }
}

/* Any cells at all: the input, parted at its record separators. */
static void
check_cells (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_auto (GStrv) parts = g_strsplit (text, "\x1e", KUMOJI_CSV_MAX_COLUMNS - 1);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  GString *out = kumoji_csv_writer_new ();
  g_autoptr (GBytes) written = NULL;
  g_autoptr (KumojiCsvSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (cells, g_strdup ("first"));
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (cells, g_utf8_make_valid (parts[i], -1));
  add_row (out, cells);
  written = g_string_free_to_bytes (out);
  sheet = kumoji_csv_sheet_new (written, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kumoji_csv_sheet_get_n_rows (sheet), ==, 1);
  if (cells->len > 1)
    assert_row (sheet, 0, cells);
}

static KumojiProject *
make_register (void)
{
  KumojiProject *project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (KumojiRecord) asset = g_object_new (KUMOJI_TYPE_ASSET, NULL);
      g_autofree char *number = g_strdup_printf ("A-%u", i / 2);
      kumoji_history_insert (history, kumoji_project_get_assets (project), i, asset);
      kumoji_history_set_text (history, asset, "number", number);
    }
  return project;
}

/* Whatever a sheet makes of the register is one step, and can be written and read again. */
static void
check_import (const KumojiCsvSheet *sheet)
{
  g_autoptr (KumojiProject) project = make_register ();
  g_autoptr (GBytes) before = kumoji_project_to_bytes (project), after = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiAssetImport) import =
    kumoji_asset_import_new (sheet, project, NULL, NULL, NULL, &error);
  g_autoptr (KumojiAssetImport) same = NULL;
  g_autoptr (KumojiCsvSheet) composed = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();
  gboolean changes;

  if (import == NULL)
    {
      g_assert_true (error->domain == KUMOJI_ASSET_IMPORT_ERROR);
      return;
    }
  changes = kumoji_asset_import_count (import, KUMOJI_IMPORT_NEW)
              + kumoji_asset_import_count (import, KUMOJI_IMPORT_CHANGED)
            > 0;
  kumoji_asset_import_take (import, project);
  kumoji_record_list_problems (KUMOJI_RECORD (project), problems);
  g_assert_cmpuint (problems->len, ==, 0);
  after = kumoji_asset_sheet_compose (project, KUMOJI_LANGUAGE_JA);
  composed = kumoji_csv_sheet_new (after, NULL, &error);
  g_assert_no_error (error);
  same = kumoji_asset_import_new (composed, project, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kumoji_asset_import_count (same, KUMOJI_IMPORT_SAME), ==,
                    kumoji_list_get_length (kumoji_project_get_assets (project)));
  if (changes)
    kumoji_history_undo (kumoji_project_get_history (project));
  again = kumoji_project_to_bytes (project);
  g_assert_true (g_bytes_equal (before, again));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) file = g_bytes_new (data, size);
  g_autoptr (KumojiCsvSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  sheet = kumoji_csv_sheet_new (file, NULL, &error);
  if (sheet != NULL)
    {
      check_sheet (sheet);
      check_import (sheet);
    }
  else
    {
      g_assert_true (error->domain == KUMOJI_CSV_ERROR);
      g_assert_nonnull (strstr (error->message, "; "));
    }
  check_cells (data, size);
  return 0;
}
