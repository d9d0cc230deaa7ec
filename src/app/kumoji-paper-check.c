/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paper check: a report's PDF read, and held against a project, in another thread. */
#include "config.h"

#include "app/kumoji-paper-check.h"

#include "files/kumoji-file-error.h"

/**
 * kumoji_paper_check_free:
 * @self: (transfer full): a paper check
 */
void
kumoji_paper_check_free (KumojiPaperCheck *self)
{
  kumoji_signed_paper_free (self->paper);
  g_free (self);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = G_FILE (source);
  g_autoptr (GError) error = NULL;
  KumojiSignedPaper *paper = kumoji_signed_paper_read_file (file, cancellable, &error);
  KumojiPaperCheck *self;

  if (paper == NULL)
    {
      kumoji_file_error_name (&error, file);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_autoptr (KumojiProject) project = kumoji_project_new_from_snapshot (data);
  g_autoptr (KumojiFingerprints) now = kumoji_fingerprints_new_of_project (project);
  self = g_new0 (KumojiPaperCheck, 1);
  self->paper = paper;
  kumoji_comparison_work_out (&self->comparison, paper->fingerprints, now);
  g_task_return_pointer (task, self, (GDestroyNotify) kumoji_paper_check_free);
}

/**
 * kumoji_paper_check_async:
 * @file: the PDF of a report
 * @project: to hold it against; editing may go on
 * @callback: called on the main loop once it is done, with @file as its source
 * @data: passed to @callback
 */
void
kumoji_paper_check_async (GFile *file,
                          KumojiProject *project,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, data);

  g_task_set_task_data (task, kumoji_record_snapshot (KUMOJI_RECORD (project)),
                        (GDestroyNotify) kumoji_snapshot_free);
  g_task_run_in_thread (task, run_thread);
}

/**
 * kumoji_paper_check_finish:
 * @result: what the callback was given
 * @error: return location for %KUMOJI_SIGNED_PAPER_ERROR or %KUMOJI_FILE_ERROR; the message names
 *   the file
 *
 * Returns: (transfer full) (nullable): what came out
 */
KumojiPaperCheck *
kumoji_paper_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
