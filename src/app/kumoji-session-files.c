/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session's files: a project is opened, recovered and saved in other threads. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/kumoji-session-private.h"
#include "files/kumoji-kept-save.h"
#include "files/kumoji-recovery.h"
#include "project/kumoji-takeover.h"

/* What a thread is asked for, and what it found. */
typedef struct
{
  GFile *file;
  KumojiOpening opening;
  char *copy;       /* to recover, NULL to open a file */
  GFile *own_place; /* of the lock that the session has */
  KumojiOpened opened;
} Open;

static void
open_free (Open *open)
{
  g_clear_object (&open->file);
  g_clear_object (&open->own_place);
  g_clear_object (&open->opened.project);
  g_clear_object (&open->opened.file);
  kumoji_stamp_free (open->opened.stamp);
  kumoji_lock_release (open->opened.lock);
  kumoji_lock_free (open->opened.holder);
  g_free (open->opened.copy);
  g_free (open->copy);
  g_free (open);
}

static Open *
open_new (KumojiSession *self, GFile *file, KumojiOpening opening, const char *copy)
{
  Open *open = g_new0 (Open, 1);

  open->file = file != NULL ? g_object_ref (file) : NULL;
  open->opening = opening;
  open->copy = g_strdup (copy);
  open->own_place = self->lock != NULL ? g_object_ref (self->lock->place) : NULL;
  return open;
}

/* Takes the lock on @file, unless the session has it already. Returns whether it may be edited. */
static gboolean
take_lock (Open *open, GFile *file)
{
  KumojiLock *lock = NULL;
  KumojiLockResult result = kumoji_lock_take (file, open->opening == KUMOJI_OPENING_ANYWAY, &lock);

  if (result == KUMOJI_LOCK_OURS)
    open->opened.lock = lock;
  else if (result == KUMOJI_LOCK_HELD && open->own_place != NULL
           && kumoji_owner_get_state (lock->owner) == KUMOJI_OWNER_SELF
           && g_file_equal (lock->place, open->own_place))
    {
      open->opened.keeps_lock = TRUE;
      kumoji_lock_free (lock);
    }
  else
    open->opened.holder = lock;
  return open->opened.holder == NULL;
}

static void
set_held (GError **error, GFile *file, const KumojiLock *holder)
{
  g_autofree char *name = kumoji_file_dup_name (file);
  g_autofree char *who = kumoji_lock_dup_sentence (holder);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, "%s: %s", name, who);
}

static gboolean
load (Open *open, GError **error)
{
  GError *cause = NULL;
  KumojiOpened *opened = &open->opened;

  opened->project =
    kumoji_project_file_load (open->file, KUMOJI_LOAD_NONE, NULL, &opened->stamp, &cause);
  if (g_error_matches (cause, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_NEWER))
    {
      g_clear_error (&cause);
      opened->project =
        kumoji_project_file_load (open->file, KUMOJI_LOAD_NEWER, NULL, &opened->stamp, &cause);
      opened->read_only = KUMOJI_READ_ONLY_NEWER;
    }
  if (opened->project != NULL)
    return TRUE;
  g_propagate_error (error, cause);
  return FALSE;
}

static gboolean
open_file (Open *open, GError **error)
{
  KumojiOpened *opened = &open->opened;
  gboolean wants_lock =
    open->opening == KUMOJI_OPENING_FREE || open->opening == KUMOJI_OPENING_ANYWAY;

  if (wants_lock && !take_lock (open, open->file))
    {
      set_held (error, open->file, opened->holder);
      return FALSE;
    }
  if (!load (open, error))
    return FALSE;
  if (opened->read_only != KUMOJI_READ_ONLY_NOT)
    kumoji_lock_release (g_steal_pointer (&opened->lock));
  else if (open->opening == KUMOJI_OPENING_READ_ONLY)
    opened->read_only = KUMOJI_READ_ONLY_HELD;
  if (open->opening == KUMOJI_OPENING_COPY && opened->read_only == KUMOJI_READ_ONLY_NOT)
    g_clear_pointer (&opened->stamp, kumoji_stamp_free);
  else
    opened->file = g_object_ref (open->file);
  return TRUE;
}

/* Where somebody else has the file open by now, what is recovered becomes a new project: both are
 * kept, and neither overwrites the other. */
static gboolean
recover (Open *open, GError **error)
{
  KumojiOpened *opened = &open->opened;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KumojiRecovery) copy = kumoji_recovery_read (open->copy, &bytes, error);

  if (copy == NULL)
    return FALSE;
  if (kumoji_owner_get_state (copy->owner) < KUMOJI_OWNER_GONE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _("This copy is open in another window already."));
      return FALSE;
    }
  opened->project = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, error);
  if (opened->project == NULL)
    return FALSE;
  opened->copy = g_strdup (open->copy);
  if (copy->file != NULL && take_lock (open, copy->file))
    {
      opened->file = g_object_ref (copy->file);
      /* Without a digest no file is the one that we know, and saving asks. */
      opened->stamp = g_new0 (KumojiStamp, 1);
      opened->stamp->digest = g_strdup (copy->base != NULL ? copy->base : "");
    }
  return TRUE;
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Open *open = data;
  GError *error = NULL;

  if (open->copy != NULL ? recover (open, &error) : open_file (open, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  KumojiSession *self = KUMOJI_SESSION (source);
  Open *open = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  self->job = KUMOJI_JOB_NONE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      kumoji_session_take_over (self, &open->opened);
      g_task_return_boolean (task, TRUE);
      return;
    }
  kumoji_session_set_holder (self, g_steal_pointer (&open->opened.holder));
  kumoji_session_set_job (self, KUMOJI_JOB_NONE);
  g_task_return_error (task, error);
}

static void
run_open (KumojiSession *self, Open *open, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  g_autoptr (GTask) job = g_task_new (self, NULL, opened_cb, task);

  kumoji_session_set_job (self, KUMOJI_JOB_LOAD);
  g_task_set_task_data (job, open, (GDestroyNotify) open_free);
  g_task_run_in_thread (job, open_thread);
}

/**
 * kumoji_session_load_async:
 * @self: a session that is not busy
 * @file: a project's file
 * @opening: what for
 * @callback: called once it is read
 * @data: passed to @callback
 *
 * Reads @file in another thread and shows it in place of the project that is open. A file that a
 * newer Kumoji wrote is read-only. Where @file cannot be read, nothing changes.
 */
void
kumoji_session_load_async (KumojiSession *self,
                           GFile *file,
                           KumojiOpening opening,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_return_if_fail (self->job == KUMOJI_JOB_NONE);
  run_open (self, open_new (self, file, opening, NULL), callback, data);
}

/**
 * kumoji_session_load_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: return location for one of the errors of kumoji_project_file_load(), or for
 *   %G_IO_ERROR_BUSY: see kumoji_session_get_holder()
 *
 * Returns: whether the file's project is open now
 */
gboolean
kumoji_session_load_finish (KumojiSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kumoji_session_recover_async:
 * @self: a session that is not busy
 * @id: of a recovery copy
 * @callback: called once it is read
 * @data: passed to @callback
 *
 * Shows what is in the copy in place of the project that is open: as changes that are not saved
 * yet, of the file that the copy belongs to. The copy stays until they are.
 */
void
kumoji_session_recover_async (KumojiSession *self,
                              const char *id,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_return_if_fail (self->job == KUMOJI_JOB_NONE);
  run_open (self, open_new (self, NULL, KUMOJI_OPENING_FREE, id), callback, data);
}

/**
 * kumoji_session_recover_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: return location for one of the errors of kumoji_recovery_read() and
 *   kumoji_project_file_parse(), or for %G_IO_ERROR_BUSY
 *
 * Returns: whether it is open now; kumoji_session_get_holder() then says who else has the file open
 *   and why the project is a new one
 */
gboolean
kumoji_session_recover_finish (KumojiSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- What somebody else saved ------------------------------------------------------------- */

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Open *open = data;
  GError *error = NULL;

  open->opened.project =
    kumoji_project_file_load (open->file, KUMOJI_LOAD_NONE, NULL, &open->opened.stamp, &error);
  if (open->opened.project != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  KumojiSession *self = KUMOJI_SESSION (source);
  KumojiOpened *opened = &((Open *) g_task_get_task_data (G_TASK (result)))->opened;
  KumojiHistory *history = kumoji_project_get_history (self->project);
  GError *error = NULL;

  self->job = KUMOJI_JOB_NONE;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      kumoji_takeover_whole (self->project, opened->project, _("Take what the file says"));
      kumoji_history_seal (history);
      kumoji_history_set_saved_point (history, kumoji_history_get_point (history));
      kumoji_session_set_stamp (self, g_steal_pointer (&opened->stamp));
      kumoji_keeper_forget (self->keeper);
    }
  kumoji_session_set_job (self, KUMOJI_JOB_NONE);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * kumoji_session_take_theirs_async:
 * @self: a session that is neither busy nor read-only, whose file somebody else changed
 * @callback: called once the project says what the file says
 * @data: passed to @callback
 *
 * Reads the file in another thread. What is said there is one step, which can be undone: then the
 * project says again what it said here, and saving it is another matter.
 */
void
kumoji_session_take_theirs_async (KumojiSession *self, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  g_autoptr (GTask) job = g_task_new (self, NULL, read_cb, task);

  g_return_if_fail (self->job == KUMOJI_JOB_NONE && !self->read_only && self->file != NULL);
  kumoji_history_seal (kumoji_project_get_history (self->project));
  g_task_set_task_data (job, open_new (self, self->file, KUMOJI_OPENING_FREE, NULL),
                        (GDestroyNotify) open_free);
  kumoji_session_set_job (self, KUMOJI_JOB_LOAD);
  g_task_run_in_thread (job, read_thread);
}

/**
 * kumoji_session_take_theirs_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: return location for one of the errors of kumoji_project_file_load(); a file that a newer
 *   Kumoji wrote is one of them
 *
 * Returns: whether the project says what the file says; where not, nothing changed
 */
gboolean
kumoji_session_take_theirs_finish (KumojiSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Saving ------------------------------------------------------------------------------- */

typedef struct
{
  KumojiProject *project;
  KumojiSnapshot *snapshot;
  GFile *file;
  KumojiStamp *expected;
  KumojiSaving saving;
  guint64 point;
  Open lock; /* of which only the locks are used */
  KumojiStamp *stamp;
  GError *backup_error;
} Save;

static void
save_free (Save *save)
{
  g_clear_error (&save->backup_error);
  g_object_unref (save->project);
  g_object_unref (save->file);
  kumoji_snapshot_free (save->snapshot);
  kumoji_stamp_free (save->expected);
  kumoji_stamp_free (save->stamp);
  g_clear_object (&save->lock.own_place);
  kumoji_lock_release (save->lock.opened.lock);
  kumoji_lock_free (save->lock.opened.holder);
  g_free (save);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;

  if (!take_lock (&save->lock, save->file) && (save->saving & KUMOJI_SAVING_UNLOCKED) == 0)
    set_held (&error, save->file, save->lock.opened.holder);
  else
    kumoji_kept_save (save->file, save->snapshot, save->expected, NULL, &save->stamp,
                      &save->backup_error, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* What was typed meanwhile is not in the file: it is kept on. */
static void
take_saved (KumojiSession *self, Save *save)
{
  g_set_object (&self->file, save->file);
  if (!save->lock.opened.keeps_lock && save->lock.opened.holder == NULL)
    kumoji_session_set_lock (self, g_steal_pointer (&save->lock.opened.lock));
  kumoji_history_set_saved_point (kumoji_project_get_history (save->project), save->point);
  kumoji_session_set_stamp (self, g_steal_pointer (&save->stamp));
  if (kumoji_session_is_modified (self))
    kumoji_keeper_touch (self->keeper);
  else
    kumoji_keeper_forget (self->keeper);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  KumojiSession *self = KUMOJI_SESSION (source);
  Save *save = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    take_saved (self, save);
  else
    {
      kumoji_session_set_holder (self, g_steal_pointer (&save->lock.opened.holder));
      /* Not surely saved, so the project stays modified; but what is in the file is ours. */
      if (save->stamp != NULL && self->file != NULL && g_file_equal (self->file, save->file))
        kumoji_session_set_stamp (self, g_steal_pointer (&save->stamp));
    }
  kumoji_session_set_job (self, KUMOJI_JOB_NONE);
  if (save->backup_error != NULL)
    g_signal_emit_by_name (self, "backup-failed", save->backup_error->message);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * kumoji_session_save_async:
 * @self: a session that is neither busy nor read-only
 * @file: where to
 * @saving: what of others is passed over, because the user said so
 * @callback: called once it is written
 * @data: passed to @callback
 *
 * Writes in another thread what the project says now; editing goes on.
 */
void
kumoji_session_save_async (KumojiSession *self,
                           GFile *file,
                           KumojiSaving saving,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  g_autoptr (GTask) job = g_task_new (self, NULL, saved_cb, task);
  Save *save = g_new0 (Save, 1);

  g_return_if_fail (self->job == KUMOJI_JOB_NONE && !self->read_only);
  save->project = g_object_ref (self->project);
  save->snapshot = kumoji_record_snapshot (KUMOJI_RECORD (self->project));
  save->file = g_object_ref (file);
  save->expected = (saving & KUMOJI_SAVING_OVERWRITE) != 0 ? NULL : kumoji_stamp_copy (self->stamp);
  save->saving = saving;
  save->point = kumoji_history_get_point (kumoji_project_get_history (self->project));
  save->lock.own_place = self->lock != NULL ? g_object_ref (self->lock->place) : NULL;
  g_task_set_task_data (job, save, (GDestroyNotify) save_free);
  kumoji_session_set_job (self, KUMOJI_JOB_SAVE);
  g_task_run_in_thread (job, save_thread);
}

/**
 * kumoji_session_save_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: return location for one of the errors of kumoji_project_file_save(), or for
 *   %G_IO_ERROR_BUSY where somebody else has the file open
 *
 * Returns: whether the file says what the project said
 */
gboolean
kumoji_session_save_finish (KumojiSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
