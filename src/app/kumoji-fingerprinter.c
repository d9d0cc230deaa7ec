/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fingerprinter: the fingerprints of a project as it stands, worked out in another thread. */
#include "config.h"

#include "app/kumoji-fingerprinter.h"

#define KEY "kumoji-fingerprinter"

struct _KumojiFingerprinter
{
  GObject parent_instance;

  GWeakRef project;
  KumojiFingerprints *fingerprints; /* NULL until the first are there */
  guint64 point;                    /* of the history, at which they hold */
  guint64 asked;                    /* at which the running thread works them out */
  gboolean running;
};

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiFingerprinter, kumoji_fingerprinter, G_TYPE_OBJECT)

static void
kumoji_fingerprinter_finalize (GObject *object)
{
  KumojiFingerprinter *self = KUMOJI_FINGERPRINTER (object);

  g_weak_ref_clear (&self->project);
  g_clear_pointer (&self->fingerprints, kumoji_fingerprints_free);

  G_OBJECT_CLASS (kumoji_fingerprinter_parent_class)->finalize (object);
}

static void
kumoji_fingerprinter_class_init (KumojiFingerprinterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_fingerprinter_finalize;

  /**
   * KumojiFingerprinter::ready:
   * @self: the fingerprinter
   *
   * What was asked for is there: ask again.
   */
  signals[READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
kumoji_fingerprinter_init (KumojiFingerprinter *self)
{
  g_weak_ref_init (&self->project, NULL);
}

/**
 * kumoji_fingerprinter_get:
 * @project: a project
 *
 * Returns: (transfer none): its fingerprinter, which all widgets share
 */
KumojiFingerprinter *
kumoji_fingerprinter_get (KumojiProject *project)
{
  KumojiFingerprinter *self = g_object_get_data (G_OBJECT (project), KEY);

  if (self == NULL)
    {
      self = g_object_new (KUMOJI_TYPE_FINGERPRINTER, NULL);
      g_weak_ref_set (&self->project, project);
      g_object_set_data_full (G_OBJECT (project), KEY, self, g_object_unref);
    }
  return self;
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (KumojiProject) project = kumoji_project_new_from_snapshot (data);

  g_task_return_pointer (task, kumoji_fingerprints_new_of_project (project),
                         (GDestroyNotify) kumoji_fingerprints_free);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiFingerprinter *self = KUMOJI_FINGERPRINTER (source);

  self->running = FALSE;
  g_clear_pointer (&self->fingerprints, kumoji_fingerprints_free);
  self->fingerprints = g_task_propagate_pointer (G_TASK (result), NULL);
  self->point = self->asked;
  g_signal_emit (self, signals[READY], 0);
}

/**
 * kumoji_fingerprinter_ask:
 * @self: a fingerprinter
 *
 * Where they are not known yet, one thread at a time works them out, however often it is asked
 * meanwhile; then #KumojiFingerprinter::ready is emitted.
 *
 * Returns: (transfer none) (nullable): the fingerprints of the project as it stands, until the next
 *   edit; %NULL where they are not known yet
 */
const KumojiFingerprints *
kumoji_fingerprinter_ask (KumojiFingerprinter *self)
{
  g_autoptr (KumojiProject) project = g_weak_ref_get (&self->project);
  g_autoptr (GTask) task = NULL;
  guint64 point;

  if (project == NULL)
    return NULL;
  point = kumoji_history_get_point (kumoji_project_get_history (project));
  if (self->fingerprints != NULL && self->point == point)
    return self->fingerprints;
  if (self->running)
    return NULL;

  self->running = TRUE;
  self->asked = point;
  task = g_task_new (self, NULL, done_cb, NULL);
  g_task_set_task_data (task, kumoji_record_snapshot (KUMOJI_RECORD (project)),
                        (GDestroyNotify) kumoji_snapshot_free);
  g_task_run_in_thread (task, run_thread);
  return NULL;
}
