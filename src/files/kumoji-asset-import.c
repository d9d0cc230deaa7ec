/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import of assets: what a sheet would make of the register, row by row.
 *
 * A row is about the asset of the register that has its id, or else its control number; a row that
 * is about none is a new asset. Columns that the sheet lacks leave what the register says. */
#include "files/kumoji-asset-import.h"

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-asset-copies.h"
#include "files/kumoji-asset-heading.h"
#include "project/kumoji-intake.h"

#define ROWS_BETWEEN_LOOKS 256

G_DEFINE_QUARK (kumoji-asset-import-error, kumoji_asset_import_error)

struct _KumojiAssetImport
{
  GPtrArray *rows;   /* of KumojiImportRow */
  GPtrArray *drafts; /* of those that change the register */
  char **unknown;
  guint counts[KUMOJI_IMPORT_N_OUTCOMES];
};

typedef struct
{
  const KumojiCsvSheet *sheet;
  KumojiAssetHeading *heading;
  KumojiAssetImport *import;
  const KumojiField *fields;
  guint n_fields;
  guint number_field;
  guint name_field;
  KumojiList *assets;
  GHashTable *by_id;     /* of the register: to the asset */
  GHashTable *by_number; /* of the register: to the asset, or to AMBIGUOUS */
  GHashTable *claimed;   /* from an asset of the register to the row that is about it */
  GHashTable *new_ids;   /* from the id of a new asset to its row */
  GHashTable *new_numbers;
} Work;

static char ambiguous; /* its address stands for several assets with one number */
#define AMBIGUOUS ((gpointer) &ambiguous)

static const char *
get_text (const GValue *values, guint field)
{
  return G_IS_VALUE (&values[field]) ? g_value_get_string (&values[field]) : "";
}

/* Cells behind the heading's last one mean that a cell was torn in two. */
static gboolean
is_too_long (Work *work, guint position)
{
  for (guint i = work->heading->n_columns; i < kumoji_csv_sheet_get_n_cells (work->sheet, position);
       i++)
    if (*kumoji_csv_sheet_get (work->sheet, position, i) != '\0')
      return TRUE;
  return FALSE;
}

/* Reads the cells of a row into @values, one for each field; those without a column stay unset. */
static void
read_cells (Work *work, guint position, KumojiImportRow *row, GValue *values)
{
  gboolean says_something = FALSE;

  for (guint i = 0; i < work->heading->n_columns; i++)
    {
      const char *cell = kumoji_csv_sheet_get (work->sheet, position, i);
      int field = work->heading->columns[i];
      g_autoptr (GError) error = NULL;

      if (field < 0)
        continue;
      says_something |= *cell != '\0';
      if (!kumoji_field_parse (&work->fields[field], cell, &values[field], &error))
        kumoji_import_row_refuse_field (row, &work->fields[field], error->message);
    }
  if (!says_something)
    kumoji_import_row_refuse (row, g_strdup (_("it says nothing in the columns of the register")));
  if (is_too_long (work, position))
    kumoji_import_row_refuse (row, g_strdup (_("it has more cells than the heading; put quotation "
                                                "marks around a cell that holds a comma")));
}

/* The asset of the register that the row is about; %NULL for a new one. */
static KumojiRecord *
find_present (Work *work, KumojiImportRow *row, const GValue *values)
{
  const char *id = get_text (values, 0), *number = get_text (values, work->number_field);
  gpointer present = g_hash_table_lookup (work->by_id, id);

  if (present == NULL && *number != '\0')
    present = g_hash_table_lookup (work->by_number, number);
  if (present != AMBIGUOUS)
    return present;
  if (*id == '\0')
    kumoji_import_row_refuse (
      row, g_strdup_printf (_("several assets of the register have the control number “%s”; give "
                               "each its own first"),
                            number));
  return NULL;
}

/* A row before this one that is about the same asset. */
static KumojiImportRow *
find_twin (Work *work, KumojiRecord *present, const GValue *values)
{
  const char *id = get_text (values, 0), *number = get_text (values, work->number_field);

  if (present != NULL)
    return g_hash_table_lookup (work->claimed, present);
  if (*id != '\0')
    return g_hash_table_lookup (work->new_ids, id);
  return *number != '\0' ? g_hash_table_lookup (work->new_numbers, number) : NULL;
}

static void
claim (Work *work, KumojiImportRow *row, const GValue *values)
{
  KumojiRecord *present = find_present (work, row, values);
  KumojiImportRow *twin = find_twin (work, present, values);

  if (twin != NULL)
    kumoji_import_row_refuse (
      row,
      g_strdup_printf (_("row %u is about the same asset; leave one of them out, or give this "
                          "one another control number and no id"),
                       twin->number));
  if (kumoji_import_row_is_refused (row))
    return;
  if (present != NULL)
    g_hash_table_insert (work->claimed, present, row);
  g_set_object (&row->present, present);
  kumoji_import_row_begin (row, KUMOJI_TYPE_ASSET);
  if (present == NULL && *get_text (values, 0) != '\0')
    kumoji_import_row_fill (row, 0, &values[0]);
}

static void
fill_draft (Work *work, KumojiImportRow *row, const GValue *values)
{
  gint64 total;

  for (guint i = 1; i < work->n_fields; i++)
    if (G_IS_VALUE (&values[i]) && work->fields[i].refers_to != NULL)
      row->reference = g_value_dup_string (&values[i]);
    else if (G_IS_VALUE (&values[i]))
      kumoji_import_row_fill (row, i, &values[i]);
  if (!kumoji_asset_get_total (KUMOJI_ASSET (row->draft), &total))
    kumoji_import_row_refuse (row, g_strdup (_("value per record × count is too large a number")));
  if (row->present != NULL)
    return;
  g_hash_table_insert (work->new_ids, (gpointer) kumoji_record_get_id (row->draft), row);
  g_hash_table_insert (work->new_numbers, (gpointer) kumoji_record_get_text (row->draft, "number"),
                       row);
}

static void
set_title (Work *work, KumojiImportRow *row, const GValue *values)
{
  const char *number = row->draft != NULL ? kumoji_record_get_text (row->draft, "number")
                                          : get_text (values, work->number_field);
  const char *name = row->draft != NULL ? kumoji_record_get_text (row->draft, "name")
                                        : get_text (values, work->name_field);

  g_free (row->title);
  row->title = g_strjoin (*number != '\0' && *name != '\0' ? " " : "", number, name, NULL);
}

static void
read_row (Work *work, guint position)
{
  KumojiImportRow *row =
    kumoji_import_row_new (kumoji_csv_sheet_get_number (work->sheet, position));
  g_autofree GValue *values = g_new0 (GValue, work->n_fields);

  g_ptr_array_add (work->import->rows, row);
  read_cells (work, position, row, values);
  if (!kumoji_import_row_is_refused (row))
    claim (work, row, values);
  if (!kumoji_import_row_is_refused (row))
    fill_draft (work, row, values);
  set_title (work, row, values);
  for (guint i = 0; i < work->n_fields; i++)
    if (G_IS_VALUE (&values[i]))
      g_value_unset (&values[i]);
}

static gboolean
read_rows (Work *work,
           KumojiImportProgress progress,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  guint n = kumoji_csv_sheet_get_n_rows (work->sheet);

  if (n > KUMOJI_ASSET_IMPORT_MAX_ROWS)
    {
      g_set_error_literal (error, KUMOJI_ASSET_IMPORT_ERROR, KUMOJI_ASSET_IMPORT_ERROR_SIZE,
                           _("the sheet has more than 100,000 rows; split it into several files"));
      return FALSE;
    }
  for (guint i = work->heading->row + 1; i < n; i++)
    {
      read_row (work, i);
      if (i % ROWS_BETWEEN_LOOKS != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress ((double) i / n, data);
    }
  return TRUE;
}

static void
index_register (Work *work)
{
  for (guint i = 0; i < kumoji_list_get_length (work->assets); i++)
    {
      KumojiRecord *asset = kumoji_list_get (work->assets, i);
      gpointer number = (gpointer) kumoji_record_get_text (asset, "number");
      gboolean is_first = !g_hash_table_contains (work->by_number, number);

      g_hash_table_insert (work->by_id, (gpointer) kumoji_record_get_id (asset), asset);
      g_hash_table_insert (work->by_number, number, is_first ? (gpointer) asset : AMBIGUOUS);
    }
}

/* What only the working out needed goes here, in its thread, and not on the main loop. */
static void
finish (Work *work)
{
  KumojiAssetImport *import = work->import;

  kumoji_asset_copies_resolve (import->rows, work->assets);
  for (guint i = 0; i < import->rows->len; i++)
    {
      KumojiImportRow *row = import->rows->pdata[i];
      import->counts[row->outcome]++;
      row->original = NULL;
      g_clear_object (&row->present);
      g_clear_pointer (&row->reference, g_free);
      if (row->outcome == KUMOJI_IMPORT_NEW || row->outcome == KUMOJI_IMPORT_CHANGED)
        g_ptr_array_add (import->drafts, g_steal_pointer (&row->draft));
      g_clear_object (&row->draft);
    }
  import->unknown = g_steal_pointer (&work->heading->unknown);
}

static void
work_init (Work *work, const KumojiCsvSheet *sheet, KumojiProject *project)
{
  KumojiRecordClass *klass = g_type_class_ref (KUMOJI_TYPE_ASSET);

  work->sheet = sheet;
  work->fields = klass->fields;
  work->n_fields = klass->n_fields;
  g_type_class_unref (klass);
  work->number_field = kumoji_record_type_find (KUMOJI_TYPE_ASSET, "number");
  work->name_field = kumoji_record_type_find (KUMOJI_TYPE_ASSET, "name");
  work->assets = kumoji_project_get_assets (project);
  work->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  work->by_number = g_hash_table_new (g_str_hash, g_str_equal);
  work->claimed = g_hash_table_new (NULL, NULL);
  work->new_ids = g_hash_table_new (g_str_hash, g_str_equal);
  work->new_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  index_register (work);
}

static void
work_clear (Work *work)
{
  g_hash_table_unref (work->by_id);
  g_hash_table_unref (work->by_number);
  g_hash_table_unref (work->claimed);
  g_hash_table_unref (work->new_ids);
  g_hash_table_unref (work->new_numbers);
  g_clear_pointer (&work->heading, kumoji_asset_heading_free);
}

/**
 * kumoji_asset_import_new:
 * @sheet: a sheet
 * @project: what the company says; only read
 * @progress: (nullable): called now and then
 * @data: passed to @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for %KUMOJI_ASSET_IMPORT_ERROR or a cancellation; its message is a
 *   sentence without the file's name
 *
 * Works out what each row would make of the register, and touches nothing. Any thread may do this
 * with a project of its own.
 *
 * Returns: (transfer full) (nullable): the import
 */
KumojiAssetImport *
kumoji_asset_import_new (const KumojiCsvSheet *sheet,
                         KumojiProject *project,
                         KumojiImportProgress progress,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (KumojiAssetImport) self = g_new0 (KumojiAssetImport, 1);
  Work work = { .import = self };
  gboolean is_done = FALSE;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_import_row_free);
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  work_init (&work, sheet, project);
  work.heading = kumoji_asset_heading_new (sheet, error);
  if (work.heading != NULL && read_rows (&work, progress, data, cancellable, error))
    {
      finish (&work);
      is_done = TRUE;
    }
  work_clear (&work);
  return is_done ? g_steal_pointer (&self) : NULL;
}

/**
 * kumoji_asset_import_free:
 * @self: (transfer full) (nullable): an import
 */
void
kumoji_asset_import_free (KumojiAssetImport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->drafts);
  g_strfreev (self->unknown);
  g_free (self);
}

/**
 * kumoji_asset_import_get_rows:
 * @self: an import
 *
 * Returns: (transfer none) (element-type KumojiImportRow): what becomes of each row below the
 *   heading that says something, in the sheet's order
 */
GPtrArray *
kumoji_asset_import_get_rows (KumojiAssetImport *self)
{
  return self->rows;
}

/**
 * kumoji_asset_import_count:
 * @self: an import
 * @outcome: what becomes of a row
 *
 * Returns: of how many rows that becomes
 */
guint
kumoji_asset_import_count (KumojiAssetImport *self, KumojiImportOutcome outcome)
{
  return self->counts[outcome];
}

/**
 * kumoji_asset_import_get_unknown:
 * @self: an import
 *
 * Returns: (transfer none): the headings of columns that are left out, for no field is called so
 */
const char *const *
kumoji_asset_import_get_unknown (KumojiAssetImport *self)
{
  return (const char *const *) self->unknown;
}

/**
 * kumoji_asset_import_take:
 * @self: an import
 * @project: that it was worked out with, or whose snapshot; unchanged since
 *
 * Takes into the register what was not refused, as one step of the history. Once.
 */
void
kumoji_asset_import_take (KumojiAssetImport *self, KumojiProject *project)
{
  kumoji_intake_take (kumoji_project_get_history (project), kumoji_project_get_assets (project),
                      self->drafts, _("Import information assets"));
}
