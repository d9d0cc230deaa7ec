/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reading: a sheet of assets, read and held against the register in another thread. */
#include "config.h"

#include "app/kumoji-sheet-reading.h"

#include "files/kumoji-file-error.h"

struct _KumojiSheetReading
{
  GObject parent_instance;

  GFile *file;
  KumojiSnapshot *snapshot;
  GCancellable *cancellable;
  int thousandths; /* written by the thread, read by the main loop */
};

G_DEFINE_FINAL_TYPE (KumojiSheetReading, kumoji_sheet_reading, G_TYPE_OBJECT)

static void
kumoji_sheet_reading_finalize (GObject *object)
{
  KumojiSheetReading *self = KUMOJI_SHEET_READING (object);

  g_object_unref (self->file);
  g_clear_pointer (&self->snapshot, kumoji_snapshot_free);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (kumoji_sheet_reading_parent_class)->finalize (object);
}

static void
kumoji_sheet_reading_class_init (KumojiSheetReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_sheet_reading_finalize;
}

static void
kumoji_sheet_reading_init (KumojiSheetReading *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * kumoji_sheet_reading_new:
 * @project: what the company says
 * @file: a sheet
 *
 * Returns: (transfer full): a reading that has not begun
 */
KumojiSheetReading *
kumoji_sheet_reading_new (KumojiProject *project, GFile *file)
{
  KumojiSheetReading *self = g_object_new (KUMOJI_TYPE_SHEET_READING, NULL);

  self->file = g_object_ref (file);
  self->snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  return self;
}

static void
progress_cb (double fraction, gpointer data)
{
  KumojiSheetReading *self = data;

  g_atomic_int_set (&self->thousandths, (int) (fraction * 1000));
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KumojiSheetReading *self = KUMOJI_SHEET_READING (source);
  g_autoptr (KumojiProject) project = kumoji_project_new_from_snapshot (self->snapshot);
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiCsvSheet) sheet = kumoji_csv_sheet_load (self->file, cancellable, &error);
  KumojiAssetImport *import = NULL;

  if (sheet != NULL)
    import = kumoji_asset_import_new (sheet, project, progress_cb, self, cancellable, &error);
  kumoji_file_error_name (&error, self->file);
  /* A thousand records take longer to free than a frame takes. */
  g_clear_pointer (&self->snapshot, kumoji_snapshot_free);
  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) kumoji_asset_import_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * kumoji_sheet_reading_run_async:
 * @self: a reading; it runs once
 * @callback: called on the main loop once it is done
 * @data: passed to @callback
 */
void
kumoji_sheet_reading_run_async (KumojiSheetReading *self,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, data);

  g_task_run_in_thread (task, run_thread);
}

/**
 * kumoji_sheet_reading_run_finish:
 * @self: a reading
 * @result: what the callback was given
 * @error: return location for an error of kumoji_csv_sheet_load() or kumoji_asset_import_new(), or
 *   a cancellation; its message begins with the file's name
 *
 * Returns: (transfer full) (nullable): what the sheet would make of the register
 */
KumojiAssetImport *
kumoji_sheet_reading_run_finish (KumojiSheetReading *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kumoji_sheet_reading_cancel:
 * @self: a reading
 *
 * Gives up. The callback is called all the same.
 */
void
kumoji_sheet_reading_cancel (KumojiSheetReading *self)
{
  g_cancellable_cancel (self->cancellable);
}

/**
 * kumoji_sheet_reading_get_fraction:
 * @self: a reading
 *
 * Returns: how much is done, 0 to 1; -1 while the file is read
 */
double
kumoji_sheet_reading_get_fraction (KumojiSheetReading *self)
{
  int thousandths = g_atomic_int_get (&self->thousandths);

  return thousandths > 0 ? thousandths / 1000.0 : -1;
}
