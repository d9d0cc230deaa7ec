/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A watch: notices that somebody else changes the file that is open.
 *
 * The system tells of local changes at once. It tells nothing of what another computer writes on a
 * network drive: there the watch looks by itself. What the file holds decides, never its time. */
#include "config.h"

#include "app/kumoji-file-watch.h"

#include "files/kumoji-file-reader.h"

/* Programs write in several steps; they are looked at together. Milliseconds. */
#define SETTLE 300
#define REMOTE_INTERVAL 1500

struct _KumojiFileWatch
{
  GObject parent_instance;

  GFile *file;
  KumojiStamp *stamp;
  GFileMonitor *monitor;
  guint settle_id;
  guint remote_id;
  guint serial; /* of the file and the stamp: an answer to an older question is dropped */
  gboolean checking;
  gboolean again;
  gboolean paused;
  gboolean missed;
  KumojiDisk disk;
  KumojiStamp *found;
};

enum
{
  NOTICED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiFileWatch, kumoji_file_watch, G_TYPE_OBJECT)

/* A question to a thread, and its answer. */
typedef struct
{
  GFile *file;
  KumojiStamp *stamp;
  guint serial;
  gboolean known;
  gboolean remote;
  KumojiDisk disk;
  KumojiStamp *found;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->file);
  kumoji_stamp_free (look->stamp);
  kumoji_stamp_free (look->found);
  g_free (look);
}

static void
stop (KumojiFileWatch *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->remote_id, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);
  g_clear_pointer (&self->stamp, kumoji_stamp_free);
  g_clear_pointer (&self->found, kumoji_stamp_free);
  self->disk = KUMOJI_DISK_SAME;
  self->serial++;
}

static void
kumoji_file_watch_dispose (GObject *object)
{
  stop (KUMOJI_FILE_WATCH (object));

  G_OBJECT_CLASS (kumoji_file_watch_parent_class)->dispose (object);
}

static void
kumoji_file_watch_class_init (KumojiFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kumoji_file_watch_dispose;

  /**
   * KumojiFileWatch::noticed:
   * @self: the watch
   *
   * What kumoji_file_watch_get_disk() says is another thing.
   */
  signals[NOTICED] = g_signal_new ("noticed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kumoji_file_watch_init (KumojiFileWatch *self)
{
}

/**
 * kumoji_file_watch_new:
 *
 * Returns: (transfer full): a watch that follows no file yet
 */
KumojiFileWatch *
kumoji_file_watch_new (void)
{
  return g_object_new (KUMOJI_TYPE_FILE_WATCH, NULL);
}

static gboolean
is_remote (GFile *file)
{
  g_autoptr (GFileInfo) info =
    g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL
         && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

/* A drive that is not connected for a moment has deleted nothing. */
static gboolean
is_gone (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, &error);

  return info == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  gboolean current = TRUE;
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = NULL;

  look->remote = is_remote (look->file);
  if (is_gone (look->file))
    {
      look->known = TRUE;
      look->disk = KUMOJI_DISK_GONE;
    }
  else if (kumoji_stamp_is_current (look->stamp, look->file, &current, NULL, NULL))
    {
      bytes = current ? NULL : kumoji_file_read (look->file, NULL, &etag, NULL);
      look->known = current || bytes != NULL;
      look->disk = current ? KUMOJI_DISK_SAME : KUMOJI_DISK_CHANGED;
      look->found = bytes != NULL ? kumoji_stamp_new (etag, bytes) : NULL;
    }
  g_task_return_boolean (task, TRUE);
}

static gboolean
remote_cb (gpointer data)
{
  kumoji_file_watch_check (KUMOJI_FILE_WATCH (data));
  return G_SOURCE_CONTINUE;
}

static gboolean
is_other_stamp (const KumojiStamp *a, const KumojiStamp *b)
{
  return g_strcmp0 (a != NULL ? a->digest : NULL, b != NULL ? b->digest : NULL) != 0;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiFileWatch *self = KUMOJI_FILE_WATCH (source);
  Look *look = g_task_get_task_data (G_TASK (result));
  gboolean again = self->again;

  self->checking = FALSE;
  self->again = FALSE;
  if (look->serial == self->serial && self->file != NULL && !self->paused && look->known)
    {
      gboolean other = look->disk != self->disk || is_other_stamp (look->found, self->found);

      g_clear_pointer (&self->found, kumoji_stamp_free);
      self->found = g_steal_pointer (&look->found);
      self->disk = look->disk;
      if (look->remote && self->remote_id == 0)
        self->remote_id = g_timeout_add (REMOTE_INTERVAL, remote_cb, self);
      if (other)
        g_signal_emit (self, signals[NOTICED], 0);
    }
  if (again)
    kumoji_file_watch_check (self);
}

/**
 * kumoji_file_watch_check:
 * @self: a watch
 *
 * Looks at the file now, in another thread.
 */
void
kumoji_file_watch_check (KumojiFileWatch *self)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  if (self->file == NULL || self->stamp == NULL)
    return;
  self->missed |= self->paused;
  self->again |= self->checking;
  if (self->paused || self->checking)
    return;
  self->checking = TRUE;
  look = g_new0 (Look, 1);
  look->file = g_object_ref (self->file);
  look->stamp = kumoji_stamp_copy (self->stamp);
  look->serial = self->serial;
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_thread);
}

static gboolean
settle_cb (gpointer data)
{
  KumojiFileWatch *self = KUMOJI_FILE_WATCH (data);

  self->settle_id = 0;
  kumoji_file_watch_check (self);
  return G_SOURCE_REMOVE;
}

static void
event_cb (KumojiFileWatch *self)
{
  if (self->settle_id == 0)
    self->settle_id = g_timeout_add (SETTLE, settle_cb, self);
}

/**
 * kumoji_file_watch_follow:
 * @self: a watch
 * @file: (nullable): the file; %NULL for none
 * @stamp: (nullable): what it was when we read or wrote it
 */
void
kumoji_file_watch_follow (KumojiFileWatch *self, GFile *file, const KumojiStamp *stamp)
{
  g_autoptr (GFile) kept = file != NULL ? g_object_ref (file) : NULL;
  KumojiStamp *copy = kumoji_stamp_copy (stamp);

  stop (self);
  self->missed = FALSE;
  self->stamp = copy;
  if (kept == NULL || stamp == NULL)
    return;
  self->file = g_steal_pointer (&kept);
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (event_cb), self);
  /* It may have changed before the watch began. */
  kumoji_file_watch_check (self);
}

/**
 * kumoji_file_watch_set_paused:
 * @self: a watch
 * @paused: whether the file is being written by ourselves
 */
void
kumoji_file_watch_set_paused (KumojiFileWatch *self, gboolean paused)
{
  gboolean missed = self->missed;

  self->paused = paused;
  if (paused)
    return;
  self->missed = FALSE;
  if (missed)
    kumoji_file_watch_check (self);
}

/**
 * kumoji_file_watch_get_disk:
 * @self: a watch
 *
 * Returns: what became of the file, as far as it was noticed
 */
KumojiDisk
kumoji_file_watch_get_disk (KumojiFileWatch *self)
{
  return self->disk;
}

/**
 * kumoji_file_watch_get_found:
 * @self: a watch
 *
 * Returns: (nullable) (transfer none): what the file is now, where somebody else wrote it
 */
const KumojiStamp *
kumoji_file_watch_get_found (KumojiFileWatch *self)
{
  return self->found;
}
