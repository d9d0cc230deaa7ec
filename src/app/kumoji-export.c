/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An export: one report on its way into a file, in another thread. */
#include "config.h"

#include "app/kumoji-export.h"

#include "files/kumoji-attachment.h"
#include "files/kumoji-file-error.h"
#include "files/kumoji-safe-save.h"

struct _KumojiExport
{
  GObject parent_instance;

  KumojiSnapshot *snapshot;
  KumojiReportOptions options;
  GCancellable *cancellable;
  char **warnings;
  int thousandths; /* written by the thread, read by the main loop */
};

G_DEFINE_FINAL_TYPE (KumojiExport, kumoji_export, G_TYPE_OBJECT)

static void
kumoji_export_finalize (GObject *object)
{
  KumojiExport *self = KUMOJI_EXPORT (object);

  g_clear_pointer (&self->snapshot, kumoji_snapshot_free);
  kumoji_report_options_clear (&self->options);
  g_object_unref (self->cancellable);
  g_strfreev (self->warnings);

  G_OBJECT_CLASS (kumoji_export_parent_class)->finalize (object);
}

static void
kumoji_export_class_init (KumojiExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_export_finalize;
}

static void
kumoji_export_init (KumojiExport *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * kumoji_export_new:
 * @project: what the company says; editing may go on
 * @options: what is printed, and how
 *
 * Returns: (transfer full): an export that has not begun
 */
KumojiExport *
kumoji_export_new (KumojiProject *project, const KumojiReportOptions *options)
{
  KumojiExport *self = g_object_new (KUMOJI_TYPE_EXPORT, NULL);

  self->snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  kumoji_report_options_copy (&self->options, options);
  return self;
}

static void
progress_cb (double fraction, gpointer data)
{
  KumojiExport *self = data;

  g_atomic_int_set (&self->thousandths, (int) (fraction * 1000));
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KumojiExport *self = KUMOJI_EXPORT (source);
  GFile *file = G_FILE (data);
  g_autoptr (KumojiProject) project = kumoji_project_new_from_snapshot (self->snapshot);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (kumoji_safe_save_check (file, &error))
    pdf = kumoji_report_render (project, &self->options, progress_cb, self, &self->warnings,
                                cancellable, &error);
  if (pdf != NULL && !kumoji_safe_save (file, pdf, NULL, cancellable, NULL, &error))
    kumoji_file_error_name (&error, file);
  /* The user chose the place, so it may be opened; where that cannot be kept, opening it says so.
   */
  if (error == NULL)
    kumoji_attachment_remember (file, NULL);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * kumoji_export_run_async:
 * @self: an export that has not begun
 * @file: where to; it is the old file or the whole new one, never a part of it
 * @callback: called on the main loop once it is done
 * @data: passed to @callback
 */
void
kumoji_export_run_async (KumojiExport *self,
                         GFile *file,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, run_thread);
}

/**
 * kumoji_export_run_finish:
 * @self: an export
 * @result: what the callback was given
 * @error: return location for %KUMOJI_REPORT_ERROR, %KUMOJI_FILE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the file is written
 */
gboolean
kumoji_export_run_finish (KumojiExport *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kumoji_export_cancel:
 * @self: an export
 *
 * Gives up. The callback is called all the same.
 */
void
kumoji_export_cancel (KumojiExport *self)
{
  g_cancellable_cancel (self->cancellable);
}

/**
 * kumoji_export_get_fraction:
 * @self: an export
 *
 * Returns: how much is done, 0 to 1; -1 before the first row is set
 */
double
kumoji_export_get_fraction (KumojiExport *self)
{
  int thousandths = g_atomic_int_get (&self->thousandths);

  return thousandths > 0 ? thousandths / 1000.0 : -1;
}

/**
 * kumoji_export_is_blank:
 * @self: an export
 *
 * Returns: whether it writes forms, which nobody can check against the project
 */
gboolean
kumoji_export_is_blank (KumojiExport *self)
{
  return self->options.blank;
}

/**
 * kumoji_export_get_warnings:
 * @self: an export that is done
 *
 * Returns: (transfer none) (nullable): characters that no installed font has, each a sentence
 */
const char *const *
kumoji_export_get_warnings (KumojiExport *self)
{
  return (const char *const *) self->warnings;
}
