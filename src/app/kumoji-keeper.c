/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keeper: keeps a recovery copy of a project while it says what no file says.
 *
 * The first edit starts the clock, and no further edit sets it back: who types without a pause is
 * kept as well. The copy is made in another thread, of a snapshot. */
#include "config.h"

#include "app/kumoji-keeper.h"

#include "files/kumoji-project-file.h"
#include "files/kumoji-recovery.h"

struct _KumojiKeeper
{
  GObject parent_instance;

  KumojiProject *project; /* NULL where nothing is kept */
  char *id;
  GFile *file;
  char *base;
  gint64 edited; /* the last edit, seconds since 1970 */

  guint interval;
  guint timer_id;
  gboolean writing;
  gboolean again; /* once it is written */
  KumojiKeeperTyping typing;
  gpointer typing_data;
};

enum
{
  KEPT,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiKeeper, kumoji_keeper, G_TYPE_OBJECT)

/* What a thread needs. */
typedef struct
{
  KumojiRecovery *copy;
  KumojiSnapshot *snapshot;
  KumojiTyping *typing;
} Job;

static void
job_free (Job *job)
{
  kumoji_recovery_free (job->copy);
  kumoji_snapshot_free (job->snapshot);
  kumoji_typing_free (job->typing);
  g_free (job);
}

static void
kumoji_keeper_dispose (GObject *object)
{
  KumojiKeeper *self = KUMOJI_KEEPER (object);

  kumoji_keeper_stop (self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->base, g_free);

  G_OBJECT_CLASS (kumoji_keeper_parent_class)->dispose (object);
}

static void
kumoji_keeper_class_init (KumojiKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kumoji_keeper_dispose;

  /**
   * KumojiKeeper::kept:
   * @self: the keeper
   *
   * A copy is on the disk.
   */
  signals[KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  /**
   * KumojiKeeper::failed:
   * @self: the keeper
   * @message: why
   *
   * The copy could not be written; it is tried again after the interval.
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kumoji_keeper_init (KumojiKeeper *self)
{
  self->interval = KUMOJI_KEEPER_INTERVAL;
}

/**
 * kumoji_keeper_new:
 *
 * Returns: (transfer full): a keeper that keeps nothing yet
 */
KumojiKeeper *
kumoji_keeper_new (void)
{
  return g_object_new (KUMOJI_TYPE_KEEPER, NULL);
}

/**
 * kumoji_keeper_set_interval:
 * @self: a keeper
 * @interval: from an edit to the moment when its copy is begun, milliseconds
 */
void
kumoji_keeper_set_interval (KumojiKeeper *self, guint interval)
{
  self->interval = interval;
}

/**
 * kumoji_keeper_set_typing:
 * @self: a keeper
 * @typing: (nullable): asked what is typed before each copy
 * @data: passed to @typing
 */
void
kumoji_keeper_set_typing (KumojiKeeper *self, KumojiKeeperTyping typing, gpointer data)
{
  self->typing = typing;
  self->typing_data = data;
}

static Job *
job_new (KumojiKeeper *self, KumojiTyping *typing)
{
  Job *job = g_new0 (Job, 1);

  job->typing = typing;
  job->snapshot = kumoji_record_snapshot (KUMOJI_RECORD (self->project));
  job->copy = kumoji_recovery_new (self->id);
  g_set_object (&job->copy->file, self->file);
  g_free (job->copy->company);
  job->copy->company = g_strdup (kumoji_project_get_company (self->project));
  job->copy->base = g_strdup (self->base);
  job->copy->time = self->edited;
  return job;
}

static gboolean
run (Job *job, GError **error)
{
  g_autoptr (KumojiProject) project = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (job->typing != NULL)
    {
      project = kumoji_project_new_from_snapshot (job->snapshot);
      kumoji_typing_apply (job->typing, project);
      kumoji_snapshot_free (job->snapshot);
      job->snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
    }
  bytes = kumoji_project_file_compose (job->snapshot, error);
  return bytes != NULL && kumoji_recovery_write (job->copy, bytes, error);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void begin (KumojiKeeper *self);

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiKeeper *self = KUMOJI_KEEPER (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean again = self->again;

  self->writing = FALSE;
  self->again = FALSE;
  if (!g_str_equal (job->copy->id, self->id))
    {
      /* It was saved or given up meanwhile. */
      kumoji_recovery_remove (job->copy->id, NULL);
      if (self->project != NULL && again)
        begin (self);
      return;
    }
  /* Stopped meanwhile: nobody listens any more, and the copy stays where it is. */
  if (self->project == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      kumoji_keeper_touch (self);
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  g_signal_emit (self, signals[KEPT], 0);
  if (again)
    begin (self);
}

static KumojiTyping *
ask_typing (KumojiKeeper *self)
{
  return self->typing != NULL ? self->typing (self->typing_data) : NULL;
}

static gboolean
is_modified (KumojiKeeper *self)
{
  return kumoji_history_is_modified (kumoji_project_get_history (self->project));
}

static void
begin (KumojiKeeper *self)
{
  g_autoptr (GTask) task = NULL;
  KumojiTyping *typing;

  if (self->writing)
    {
      self->again = TRUE;
      return;
    }
  typing = ask_typing (self);
  if (typing == NULL && !is_modified (self))
    {
      kumoji_recovery_remove (self->id, NULL);
      return;
    }
  self->writing = TRUE;
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, job_new (self, typing), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_thread);
}

static gboolean
timer_cb (gpointer data)
{
  KumojiKeeper *self = KUMOJI_KEEPER (data);

  self->timer_id = 0;
  begin (self);
  return G_SOURCE_REMOVE;
}

/**
 * kumoji_keeper_follow:
 * @self: a keeper
 * @project: of what copies are kept from now on
 * @id: (nullable): of the copy that it was recovered from, which it goes on with; %NULL for none
 */
void
kumoji_keeper_follow (KumojiKeeper *self, KumojiProject *project, const char *id)
{
  char *name = id != NULL ? g_strdup (id) : g_uuid_string_random ();

  kumoji_keeper_stop (self);
  g_free (self->id);
  self->id = name;
  self->project = g_object_ref (project);
}

/**
 * kumoji_keeper_set_file:
 * @self: a keeper
 * @file: (nullable): the project's file
 * @base: (nullable): SHA-256 of what it holds as far as we know
 */
void
kumoji_keeper_set_file (KumojiKeeper *self, GFile *file, const char *base)
{
  g_set_object (&self->file, file);
  g_free (self->base);
  self->base = g_strdup (base);
}

/**
 * kumoji_keeper_touch:
 * @self: a keeper
 *
 * The project was edited, or something is being typed.
 */
void
kumoji_keeper_touch (KumojiKeeper *self)
{
  if (self->project == NULL)
    return;
  self->edited = g_get_real_time () / G_USEC_PER_SEC;
  if (self->timer_id == 0)
    self->timer_id = g_timeout_add (self->interval, timer_cb, self);
}

/**
 * kumoji_keeper_keep_soon:
 * @self: a keeper
 *
 * Begins the copy at once, in another thread.
 */
void
kumoji_keeper_keep_soon (KumojiKeeper *self)
{
  kumoji_keeper_touch (self);
  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (self->project != NULL)
    begin (self);
}

/**
 * kumoji_keeper_keep_now:
 * @self: a keeper
 *
 * Writes the copy before it returns: for the moment before the program is ended from outside.
 */
void
kumoji_keeper_keep_now (KumojiKeeper *self)
{
  KumojiTyping *typing;
  Job *job;

  /* The older copy that is being written must not come last. */
  while (self->writing)
    g_main_context_iteration (NULL, TRUE);
  if (self->project == NULL)
    return;
  typing = ask_typing (self);
  if (typing == NULL && !is_modified (self))
    return;
  job = job_new (self, typing);
  run (job, NULL);
  job_free (job);
}

/**
 * kumoji_keeper_forget:
 * @self: a keeper
 *
 * Deletes the copy: all that it held is saved, or the user gave it up. The next edit begins
 * another.
 */
void
kumoji_keeper_forget (KumojiKeeper *self)
{
  if (self->project == NULL)
    return;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  kumoji_recovery_remove (self->id, NULL);
  /* One that is being written is known by its name when it is done. */
  g_free (self->id);
  self->id = g_uuid_string_random ();
}

/**
 * kumoji_keeper_stop:
 * @self: a keeper
 *
 * Keeps nothing more; the copy stays where it is.
 */
void
kumoji_keeper_stop (KumojiKeeper *self)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->project);
}
