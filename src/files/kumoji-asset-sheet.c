/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The asset sheet: the register of information assets as a sheet for a spreadsheet. */
#include "files/kumoji-asset-sheet.h"

#include "files/kumoji-csv-writer.h"

static const char *
get_number (KumojiList *assets, guint position)
{
  return kumoji_record_get_text (kumoji_list_get (assets, position), "number");
}

/* For the id of each asset what a copy of it says: the control number, or the id where that number
 * is no other name for this asset alone. */
static GHashTable *
list_references (KumojiList *assets)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) unclear = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *references = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = kumoji_list_get_length (assets);

  g_hash_table_add (unclear, (gpointer) "");
  for (guint i = 0; i < n; i++)
    {
      g_hash_table_add (unclear, (gpointer) kumoji_record_get_id (kumoji_list_get (assets, i)));
      if (!g_hash_table_add (seen, (gpointer) get_number (assets, i)))
        g_hash_table_add (unclear, (gpointer) get_number (assets, i));
    }
  for (guint i = 0; i < n; i++)
    {
      const char *id = kumoji_record_get_id (kumoji_list_get (assets, i));
      const char *number = get_number (assets, i);
      g_hash_table_insert (references, (gpointer) id,
                           (gpointer) (g_hash_table_contains (unclear, number) ? id : number));
    }
  return references;
}

static char *
dup_cell (const KumojiField *field,
          const GValue *value,
          GHashTable *references,
          KumojiLanguage language)
{
  const char *reference =
    field->refers_to != NULL ? g_hash_table_lookup (references, g_value_get_string (value)) : NULL;

  if (reference != NULL)
    return g_strdup (reference);
  /* Plain digits: a spreadsheet has its own separators. */
  if (field->type == KUMOJI_FIELD_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, g_value_get_int64 (value));
  return kumoji_field_format (field, value, language);
}

/* The id comes last: it is for Kumoji, which finds the same asset again by it. */
static guint
field_of_column (guint column, guint n_fields)
{
  return (column + 1) % n_fields;
}

static void
add_heading (GString *out, const KumojiField *fields, guint n_fields, KumojiLanguage language)
{
  g_autofree const char **cells = g_new (const char *, n_fields);

  for (guint i = 0; i < n_fields; i++)
    cells[i] = kumoji_field_get_label (&fields[field_of_column (i, n_fields)], language);
  kumoji_csv_writer_add_row (out, cells, n_fields);
}

/**
 * kumoji_asset_sheet_compose:
 * @project: what the company says
 * @language: of headings and choices; kumoji_asset_import_new() reads either
 *
 * Any thread may do this with a project of its own.
 *
 * Returns: (transfer full): a CSV file: a heading, and a row for each asset in the register's order
 */
GBytes *
kumoji_asset_sheet_compose (KumojiProject *project, KumojiLanguage language)
{
  KumojiList *assets = kumoji_project_get_assets (project);
  g_autoptr (GHashTable) references = list_references (assets);
  g_autoptr (GTypeClass) klass = g_type_class_ref (KUMOJI_TYPE_ASSET);
  const KumojiField *fields = ((KumojiRecordClass *) klass)->fields;
  guint n_fields = ((KumojiRecordClass *) klass)->n_fields;
  GString *out = kumoji_csv_writer_new ();

  add_heading (out, fields, n_fields, language);
  for (guint row = 0; row < kumoji_list_get_length (assets); row++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < n_fields; i++)
        {
          guint field = field_of_column (i, n_fields);
          g_ptr_array_add (cells,
                           dup_cell (&fields[field],
                                     kumoji_record_get_value_at (kumoji_list_get (assets, row),
                                                                 field),
                                     references, language));
        }
      kumoji_csv_writer_add_row (out, (const char *const *) cells->pdata, n_fields);
    }
  return g_string_free_to_bytes (out);
}
