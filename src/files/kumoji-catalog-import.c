/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog import: a checklist that comes from a file, before it is embedded in a project. */
#include "files/kumoji-catalog-import.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-file-error.h"
#include "files/kumoji-file-reader.h"
#include "files/kumoji-guard.h"
#include "project/kumoji-record-json.h"

static void
refused_free (KumojiRefusedRow *refused)
{
  g_free (refused->reason);
  g_free (refused);
}

/**
 * kumoji_catalog_import_new:
 * @catalog: (transfer full): an own catalog that stands in no project
 *
 * Returns: (transfer full): an import of it, with nothing refused
 */
KumojiCatalogImport *
kumoji_catalog_import_new (KumojiRecord *catalog)
{
  KumojiCatalogImport *self = g_new0 (KumojiCatalogImport, 1);

  self->catalog = catalog;
  self->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) refused_free);
  self->unused = g_new0 (char *, 1);
  return self;
}

/**
 * kumoji_catalog_import_free:
 * @self: (transfer full) (nullable): an import
 */
void
kumoji_catalog_import_free (KumojiCatalogImport *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->catalog);
  g_ptr_array_unref (self->refused);
  g_strfreev (self->unused);
  g_free (self);
}

/**
 * kumoji_catalog_import_refuse:
 * @self: an import
 * @row: a row's number in the sheet
 * @reason: (transfer full): what is wrong with it
 */
void
kumoji_catalog_import_refuse (KumojiCatalogImport *self, guint row, char *reason)
{
  KumojiRefusedRow *refused = g_new0 (KumojiRefusedRow, 1);

  refused->row = row;
  refused->reason = reason;
  g_ptr_array_add (self->refused, refused);
}

/* What a record's field may not hold though a catalog may, such as a title of a whole page. */
static gboolean
check_values (KumojiRecord *catalog, const char *name, GError **error)
{
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_problem_free);

  kumoji_record_list_problems (catalog, problems);
  if (problems->len == 0)
    return TRUE;
  const KumojiProblem *first = problems->pdata[0];
  g_set_error (error, KUMOJI_CATALOG_ERROR, KUMOJI_CATALOG_ERROR_BROKEN, "%s: %s: %s", name,
               first->path, first->reason);
  return FALSE;
}

/**
 * kumoji_catalog_import_new_from_json:
 * @bytes: what a catalog's file holds
 * @name: the file's name, for messages
 * @error: return location for %KUMOJI_GUARD_ERROR, whose message is a sentence alone, or
 *   %KUMOJI_CATALOG_ERROR, whose message begins with @name and says the place
 *
 * Returns: (transfer full) (nullable): the catalog, sound in every field
 */
KumojiCatalogImport *
kumoji_catalog_import_new_from_json (GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *number_mark = NULL;
  g_autoptr (GBytes) marked = NULL;
  g_autoptr (KumojiCatalog) catalog = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (KumojiRecord) record = NULL;

  if (g_bytes_get_size (bytes) > KUMOJI_CATALOG_MAX_BYTES)
    {
      g_set_error_literal (error, KUMOJI_GUARD_ERROR, KUMOJI_GUARD_ERROR_SIZE,
                           _("the file is larger than 64 MiB; split the checklist in several"));
      return NULL;
    }
  /* json-glib sees only what the guard has let pass. */
  marked = kumoji_guard_check (bytes, &number_mark, error);
  catalog = marked != NULL ? kumoji_catalog_new_from_bytes (marked, name, error) : NULL;
  if (catalog == NULL
      || !json_parser_load_from_data (parser, g_bytes_get_data (marked, NULL),
                                      (gssize) g_bytes_get_size (marked), error))
    return NULL;
  record = kumoji_own_catalog_new_from_json (json_node_get_object (json_parser_get_root (parser)),
                                             number_mark);
  if (!check_values (record, name, error))
    return NULL;
  return kumoji_catalog_import_new (g_steal_pointer (&record));
}

static gboolean
is_sheet (const char *name)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".txt" };
  g_autofree char *folded = g_utf8_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (folded, suffixes[i]))
      return TRUE;
  return FALSE;
}

static KumojiCatalogImport *
load_sheet (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (KumojiCsvSheet) sheet = kumoji_csv_sheet_load (file, cancellable, error);
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, (gsize) (dot - name));
  KumojiCatalogImport *self =
    sheet != NULL ? kumoji_catalog_import_new_from_sheet (sheet, stem, error) : NULL;

  if (self == NULL)
    kumoji_file_error_name (error, file);
  return self;
}

/**
 * kumoji_catalog_import_load:
 * @file: a catalog's file (JSON), or a sheet (*.csv, *.tsv, *.txt)
 * @cancellable: (nullable): to stop it
 * @error: return location; its message begins with the file's name
 *
 * Not for the main loop.
 *
 * Returns: (transfer full) (nullable): what it holds
 */
KumojiCatalogImport *
kumoji_catalog_import_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = kumoji_file_dup_name (file);
  g_autoptr (GBytes) bytes = NULL;
  KumojiCatalogImport *self = NULL;

  if (is_sheet (name))
    return load_sheet (file, name, cancellable, error);
  bytes = kumoji_file_read (file, cancellable, NULL, error);
  if (bytes != NULL)
    self = kumoji_catalog_import_new_from_json (bytes, name, error);
  if (self == NULL)
    kumoji_file_error_name (error, file);
  return self;
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  KumojiCatalogImport *self = kumoji_catalog_import_load (task_data, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) kumoji_catalog_import_free);
  else
    g_task_return_error (task, error);
}

/**
 * kumoji_catalog_import_load_async:
 * @file: as of kumoji_catalog_import_load()
 * @cancellable: (nullable): to stop it
 * @callback: called on the main loop when it is done
 * @user_data: for @callback
 *
 * Loads in a thread.
 */
void
kumoji_catalog_import_load_async (GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, kumoji_catalog_import_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/**
 * kumoji_catalog_import_load_finish:
 * @result: what the callback got
 * @error: return location as of kumoji_catalog_import_load()
 *
 * Returns: (transfer full) (nullable): what it holds
 */
KumojiCatalogImport *
kumoji_catalog_import_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
