/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft: the pages of a report as they would be printed now, laid out in another thread. */
#include "config.h"

#include "app/kumoji-draft.h"

struct _KumojiDraft
{
  GObject parent_instance;

  KumojiSnapshot *snapshot;
  KumojiReportOptions options;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (KumojiDraft, kumoji_draft, G_TYPE_OBJECT)

static void
kumoji_draft_finalize (GObject *object)
{
  KumojiDraft *self = KUMOJI_DRAFT (object);

  g_clear_pointer (&self->snapshot, kumoji_snapshot_free);
  kumoji_report_options_clear (&self->options);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (kumoji_draft_parent_class)->finalize (object);
}

static void
kumoji_draft_class_init (KumojiDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_draft_finalize;
}

static void
kumoji_draft_init (KumojiDraft *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * kumoji_draft_new:
 * @project: what the company says; editing may go on
 * @options: what is printed, and how
 *
 * Returns: (transfer full): a draft that is not laid out yet
 */
KumojiDraft *
kumoji_draft_new (KumojiProject *project, const KumojiReportOptions *options)
{
  KumojiDraft *self = g_object_new (KUMOJI_TYPE_DRAFT, NULL);

  self->snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  kumoji_report_options_copy (&self->options, options);
  return self;
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  KumojiDraft *self = KUMOJI_DRAFT (source);
  g_autoptr (GError) error = NULL;
  KumojiDocument *document = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      g_autoptr (KumojiProject) project = kumoji_project_new_from_snapshot (self->snapshot);

      document = kumoji_report_lay_out (project, &self->options, cancellable, &error);
    }
  /* A thousand records take longer to free than a frame takes. */
  g_clear_pointer (&self->snapshot, kumoji_snapshot_free);
  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * kumoji_draft_run_async:
 * @self: a draft; it is laid out once
 * @callback: called on the main loop once it is done
 * @data: passed to @callback
 */
void
kumoji_draft_run_async (KumojiDraft *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, data);

  g_task_run_in_thread (task, run_thread);
}

/**
 * kumoji_draft_run_finish:
 * @self: a draft
 * @result: what the callback was given
 * @error: return location for %KUMOJI_REPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the pages
 */
KumojiDocument *
kumoji_draft_run_finish (KumojiDraft *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kumoji_draft_cancel:
 * @self: a draft
 *
 * Gives up. The callback is called all the same.
 */
void
kumoji_draft_cancel (KumojiDraft *self)
{
  g_cancellable_cancel (self->cancellable);
}
