/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heading of a sheet of assets: which column holds which field. */
#include "files/kumoji-asset-heading.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-asset-import.h"

/* A title and the like may stand above it. */
#define MAX_ROWS_ABOVE 20

/* From what a field is called, folded, to its index plus one: by name and in either language. */
static GHashTable *
list_names (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (KUMOJI_TYPE_ASSET);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ((KumojiRecordClass *) klass)->n_fields; i++)
    {
      const KumojiField *field = &((KumojiRecordClass *) klass)->fields[i];
      gpointer value = GUINT_TO_POINTER (i + 1);

      g_hash_table_insert (names, kumoji_field_fold (field->name), value);
      for (int language = 0; language < KUMOJI_N_LANGUAGES; language++)
        g_hash_table_insert (names, kumoji_field_fold (kumoji_field_get_label (field, language)),
                             value);
    }
  return names;
}

/* “1件の価値（円）” is “1件の価値”: what people add in brackets is a unit or a hint. */
static int
find_field (GHashTable *names, const char *heading)
{
  g_autofree char *folded = kumoji_field_fold (heading);
  gpointer found = g_hash_table_lookup (names, folded);
  char *bracket = strchr (folded, '(');

  if (found == NULL && bracket != NULL)
    {
      *bracket = '\0';
      found = g_hash_table_lookup (names, folded);
    }
  return GPOINTER_TO_INT (found) - 1;
}

static guint
count_known (GHashTable *names, const KumojiCsvSheet *sheet, guint row)
{
  guint n = 0;

  for (guint i = 0; i < kumoji_csv_sheet_get_n_cells (sheet, row); i++)
    n += find_field (names, kumoji_csv_sheet_get (sheet, row, i)) >= 0;
  return n;
}

/* The row that has the most headings; -1 where none has any. */
static int
find_row (GHashTable *names, const KumojiCsvSheet *sheet)
{
  guint n_rows = MIN (kumoji_csv_sheet_get_n_rows (sheet), MAX_ROWS_ABOVE + 1);
  guint most = 0;
  int found = -1;

  for (guint row = 0; row < n_rows; row++)
    {
      guint n = count_known (names, sheet, row);
      if (n <= most)
        continue;
      most = n;
      found = (int) row;
    }
  return found;
}

static gboolean
has_column (const KumojiAssetHeading *self, int field)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] == field)
      return TRUE;
  return FALSE;
}

static gboolean
read_columns (KumojiAssetHeading *self,
              GHashTable *names,
              const KumojiCsvSheet *sheet,
              GError **error)
{
  guint n_cells = kumoji_csv_sheet_get_n_cells (sheet, self->row);
  g_autoptr (GStrvBuilder) unknown = g_strv_builder_new ();

  self->columns = g_new (int, n_cells);
  for (; self->n_columns < n_cells; self->n_columns++)
    {
      const char *heading = kumoji_csv_sheet_get (sheet, self->row, self->n_columns);
      int field = find_field (names, heading);
      if (field >= 0 && has_column (self, field))
        {
          g_set_error (error, KUMOJI_ASSET_IMPORT_ERROR, KUMOJI_ASSET_IMPORT_ERROR_HEADING,
                       _("row %u: two columns say “%s”; leave one of them out"),
                       kumoji_csv_sheet_get_number (sheet, self->row), heading);
          return FALSE;
        }
      self->columns[self->n_columns] = field;
      if (field < 0 && *heading != '\0')
        g_strv_builder_add (unknown, heading);
    }
  self->unknown = g_strv_builder_end (unknown);
  return TRUE;
}

/**
 * kumoji_asset_heading_new:
 * @sheet: a sheet
 * @error: return location for %KUMOJI_ASSET_IMPORT_ERROR_HEADING
 *
 * Looks for the row that names fields of #KumojiAsset: by their labels in Japanese or English, or
 * as they stand in files, in any order, width and case.
 *
 * Returns: (transfer full) (nullable): the heading
 */
KumojiAssetHeading *
kumoji_asset_heading_new (const KumojiCsvSheet *sheet, GError **error)
{
  g_autoptr (KumojiAssetHeading) self = g_new0 (KumojiAssetHeading, 1);
  g_autoptr (GHashTable) names = list_names ();
  int row = find_row (names, sheet);

  if (row < 0)
    {
      g_set_error_literal (error, KUMOJI_ASSET_IMPORT_ERROR, KUMOJI_ASSET_IMPORT_ERROR_HEADING,
                           _(
                             "no row names the columns of the register; export the register to see "
                             "how they are called"));
      return NULL;
    }
  self->row = row;
  return read_columns (self, names, sheet, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * kumoji_asset_heading_free:
 * @self: (transfer full) (nullable): a heading
 */
void
kumoji_asset_heading_free (KumojiAssetHeading *self)
{
  if (self == NULL)
    return;
  g_free (self->columns);
  g_strfreev (self->unknown);
  g_free (self);
}
