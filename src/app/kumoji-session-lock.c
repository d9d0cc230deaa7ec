/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session's lock: ours on the file that is open, and whoever has the one that was asked for. */
#include "config.h"

#include "app/kumoji-session-private.h"

/* On a drive of the network a lock takes its time to go, which the window does not wait for; the
 * program does, even if it is the last one. */
static void
release_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  kumoji_lock_release (data);
  g_task_return_boolean (task, TRUE);
}

static void
released_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
}

static void
release (KumojiLock *lock)
{
  g_autoptr (GTask) task = NULL;

  if (lock == NULL || g_file_is_native (lock->place))
    {
      kumoji_lock_release (lock);
      return;
    }
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  task = g_task_new (NULL, NULL, released_cb, NULL);
  g_task_set_task_data (task, lock, NULL);
  g_task_run_in_thread (task, release_thread);
}

/**
 * kumoji_session_set_lock: (skip)
 * @self: a session
 * @lock: (transfer full) (nullable): ours from now on; the one before is released
 */
void
kumoji_session_set_lock (KumojiSession *self, KumojiLock *lock)
{
  release (g_steal_pointer (&self->lock));
  self->lock = lock;
}

/**
 * kumoji_session_set_holder: (skip)
 * @self: a session
 * @holder: (transfer full) (nullable): who has the file open that was asked for
 */
void
kumoji_session_set_holder (KumojiSession *self, KumojiLock *holder)
{
  kumoji_lock_free (self->holder);
  self->holder = holder;
}
