/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: the project that is open, the file it came from, and whether it is saved. */
#include "config.h"

#include "app/kumoji-session-private.h"

#include <glib/gi18n.h>

#include "files/kumoji-file-error.h"

enum
{
  PROP_PROJECT = 1,
  N_PROPS
};

enum
{
  CHANGED,
  BACKUP_FAILED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiSession, kumoji_session, G_TYPE_OBJECT)

static KumojiHistory *
history_of (KumojiSession *self)
{
  return kumoji_project_get_history (self->project);
}

static void
emit_changed (KumojiSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
revert_cb (gpointer data)
{
  KumojiSession *self = KUMOJI_SESSION (data);

  self->revert_id = 0;
  while (kumoji_history_can_undo (history_of (self)))
    kumoji_history_undo (history_of (self));
  return G_SOURCE_REMOVE;
}

/* What is only shown takes an edit back at once, and every widget with it: no page needs to know.
 */
static void
history_changed_cb (KumojiSession *self)
{
  if (self->read_only && self->revert_id == 0)
    self->revert_id = g_idle_add_full (G_PRIORITY_HIGH, revert_cb, self, NULL);
  if (!self->read_only)
    kumoji_keeper_touch (self->keeper);
  emit_changed (self);
}

/* What is in no file any more is as good as never saved. */
static void
noticed_cb (KumojiSession *self)
{
  if (kumoji_file_watch_get_disk (self->watch) == KUMOJI_DISK_GONE && !self->read_only)
    {
      kumoji_history_set_saved_point (history_of (self), KUMOJI_HISTORY_NO_POINT);
      kumoji_keeper_touch (self->keeper);
    }
  emit_changed (self);
}

static void
set_project (KumojiSession *self, KumojiProject *project)
{
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (history_of (self), self);
  g_clear_handle_id (&self->revert_id, g_source_remove);
  g_set_object (&self->project, project);
  g_signal_connect_swapped (history_of (self), "changed", G_CALLBACK (history_changed_cb), self);
  g_signal_connect_swapped (history_of (self), "notify::modified", G_CALLBACK (emit_changed), self);
}

/**
 * kumoji_session_set_stamp: (skip)
 * @self: a session
 * @stamp: (transfer full) (nullable): what the file is now
 */
void
kumoji_session_set_stamp (KumojiSession *self, KumojiStamp *stamp)
{
  kumoji_stamp_free (self->stamp);
  self->stamp = stamp;
  kumoji_keeper_set_file (self->keeper, self->file, stamp != NULL ? stamp->digest : NULL);
  kumoji_file_watch_follow (self->watch, self->file, stamp);
}

/* Whatever was not saved of the project before has been given up by now. */
static void
keep_copies (KumojiSession *self, const char *copy)
{
  kumoji_keeper_forget (self->keeper);
  if (self->read_only)
    {
      kumoji_keeper_stop (self->keeper);
      return;
    }
  kumoji_keeper_follow (self->keeper, self->project, copy);
  if (copy == NULL)
    return;
  /* It is ours from now on, and other programs shall know at once. */
  kumoji_history_set_saved_point (history_of (self), KUMOJI_HISTORY_NO_POINT);
  kumoji_keeper_keep_soon (self->keeper);
}

/**
 * kumoji_session_take_over: (skip)
 * @self: a session
 * @opened: (transfer none): what is shown from now on; its stamp and its locks are taken out of it
 */
void
kumoji_session_take_over (KumojiSession *self, KumojiOpened *opened)
{
  g_set_object (&self->file, opened->file);
  self->read_only = opened->read_only;
  if (!opened->keeps_lock)
    kumoji_session_set_lock (self, g_steal_pointer (&opened->lock));
  kumoji_session_set_holder (self, g_steal_pointer (&opened->holder));
  set_project (self, opened->project);
  /* Before a copy is begun: it says what file it belongs to. */
  kumoji_session_set_stamp (self, g_steal_pointer (&opened->stamp));
  keep_copies (self, opened->copy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
  emit_changed (self);
}

static void
kumoji_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, KUMOJI_SESSION (object)->project);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_session_dispose (GObject *object)
{
  KumojiSession *self = KUMOJI_SESSION (object);

  g_clear_handle_id (&self->revert_id, g_source_remove);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (history_of (self), self);
  if (self->watch != NULL)
    {
      kumoji_file_watch_follow (self->watch, NULL, NULL);
      g_signal_handlers_disconnect_by_data (self->watch, self);
    }
  g_clear_object (&self->watch);
  if (self->keeper != NULL)
    kumoji_keeper_stop (self->keeper);
  g_clear_object (&self->keeper);
  kumoji_session_set_lock (self, NULL);
  kumoji_session_set_holder (self, NULL);
  g_clear_object (&self->project);
  g_clear_object (&self->file);
  g_clear_pointer (&self->stamp, kumoji_stamp_free);

  G_OBJECT_CLASS (kumoji_session_parent_class)->dispose (object);
}

static void
kumoji_session_class_init (KumojiSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kumoji_session_get_property;
  object_class->dispose = kumoji_session_dispose;

  properties[PROP_PROJECT] =
    g_param_spec_object ("project", NULL, NULL, KUMOJI_TYPE_PROJECT,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KumojiSession::changed:
   * @self: the session
   *
   * The project was edited, or what kumoji_session_get_state() says is another thing.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /**
   * KumojiSession::backup-failed:
   * @self: the session
   * @message: why
   *
   * The project is saved, but no backup of it or of what was overwritten could be kept.
   */
  signals[BACKUP_FAILED] =
    g_signal_new ("backup-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kumoji_session_init (KumojiSession *self)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  self->keeper = kumoji_keeper_new ();
  self->watch = kumoji_file_watch_new ();
  g_signal_connect_swapped (self->watch, "noticed", G_CALLBACK (noticed_cb), self);
  set_project (self, project);
  kumoji_keeper_follow (self->keeper, project, NULL);
}

/**
 * kumoji_session_new:
 *
 * Returns: (transfer full): a session with a blank project
 */
KumojiSession *
kumoji_session_new (void)
{
  return g_object_new (KUMOJI_TYPE_SESSION, NULL);
}

/**
 * kumoji_session_get_project:
 * @self: a session
 *
 * Returns: (transfer none): the project that is open
 */
KumojiProject *
kumoji_session_get_project (KumojiSession *self)
{
  return self->project;
}

/**
 * kumoji_session_get_file:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): where the project is kept
 */
GFile *
kumoji_session_get_file (KumojiSession *self)
{
  return self->file;
}

static gboolean
is_blank (KumojiSession *self)
{
  return self->file == NULL && !kumoji_session_is_modified (self)
         && *kumoji_project_get_company (self->project) == '\0'
         && kumoji_list_get_length (kumoji_project_get_assets (self->project)) == 0
         && kumoji_list_get_length (kumoji_project_get_assessments (self->project)) == 0;
}

/**
 * kumoji_session_get_state:
 * @self: a session
 *
 * Returns: whether the project is saved
 */
KumojiSessionState
kumoji_session_get_state (KumojiSession *self)
{
  if (self->job == KUMOJI_JOB_LOAD)
    return KUMOJI_SESSION_LOADING;
  if (self->job == KUMOJI_JOB_SAVE)
    return KUMOJI_SESSION_SAVING;
  if (self->read_only)
    return KUMOJI_SESSION_READ_ONLY;
  if (is_blank (self))
    return KUMOJI_SESSION_BLANK;
  if (self->file == NULL)
    return KUMOJI_SESSION_UNSAVED;
  return kumoji_session_is_modified (self) ? KUMOJI_SESSION_MODIFIED : KUMOJI_SESSION_SAVED;
}

/**
 * kumoji_session_get_state_label:
 * @self: a session
 *
 * Returns: (transfer none): the state in a word or two
 */
const char *
kumoji_session_get_state_label (KumojiSession *self)
{
  switch (kumoji_session_get_state (self))
    {
    case KUMOJI_SESSION_BLANK:
    case KUMOJI_SESSION_UNSAVED:
      return _("Not saved yet");
    case KUMOJI_SESSION_MODIFIED:
      return _("Unsaved changes");
    case KUMOJI_SESSION_SAVED:
      return _("Saved");
    case KUMOJI_SESSION_SAVING:
      return _("Saving…");
    case KUMOJI_SESSION_LOADING:
      return _("Opening…");
    case KUMOJI_SESSION_READ_ONLY:
      return _("Read-only");
    default:
      g_assert_not_reached ();
    }
}

/**
 * kumoji_session_dup_file_name:
 * @self: a session
 *
 * Returns: (transfer full): what the file is called, or that it is a new project
 */
char *
kumoji_session_dup_file_name (KumojiSession *self)
{
  return self->file != NULL ? kumoji_file_dup_name (self->file) : g_strdup (_("New project"));
}

/**
 * kumoji_session_is_modified:
 * @self: a session
 *
 * Returns: whether something would be lost if the project were closed
 */
gboolean
kumoji_session_is_modified (KumojiSession *self)
{
  return !self->read_only && kumoji_history_is_modified (history_of (self));
}

/**
 * kumoji_session_is_read_only:
 * @self: a session
 *
 * Returns: whether the project is only shown
 */
gboolean
kumoji_session_is_read_only (KumojiSession *self)
{
  return self->read_only != KUMOJI_READ_ONLY_NOT;
}

/**
 * kumoji_session_get_read_only:
 * @self: a session
 *
 * Returns: why the project is only shown
 */
KumojiReadOnly
kumoji_session_get_read_only (KumojiSession *self)
{
  return self->read_only;
}

/**
 * kumoji_session_get_disk:
 * @self: a session
 *
 * Returns: what somebody else did to the file, as far as it was noticed
 */
KumojiDisk
kumoji_session_get_disk (KumojiSession *self)
{
  return kumoji_file_watch_get_disk (self->watch);
}

/**
 * kumoji_session_get_holder:
 * @self: a session
 *
 * Returns: (nullable) (transfer none): who has the file open that was asked for last
 */
const KumojiLock *
kumoji_session_get_holder (KumojiSession *self)
{
  return self->holder;
}

/**
 * kumoji_session_has_lock:
 * @self: a session
 * @lock: a lock that this program has
 *
 * Returns: whether it is this session's
 */
gboolean
kumoji_session_has_lock (KumojiSession *self, const KumojiLock *lock)
{
  return self->lock != NULL && g_file_equal (self->lock->place, lock->place);
}

/**
 * kumoji_session_get_keeper:
 * @self: a session
 *
 * Returns: (transfer none): who keeps a copy of what is not saved
 */
KumojiKeeper *
kumoji_session_get_keeper (KumojiSession *self)
{
  return self->keeper;
}

/**
 * kumoji_session_is_busy:
 * @self: a session
 *
 * Returns: whether a file is being read or written
 */
gboolean
kumoji_session_is_busy (KumojiSession *self)
{
  return self->job != KUMOJI_JOB_NONE;
}

/**
 * kumoji_session_dup_problems:
 * @self: a session
 *
 * Returns: (transfer full) (element-type KumojiProblem): the values that were set aside
 */
GPtrArray *
kumoji_session_dup_problems (KumojiSession *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_problem_free);

  kumoji_record_list_problems (KUMOJI_RECORD (self->project), problems);
  return problems;
}

/**
 * kumoji_session_begin:
 * @self: a session
 * @project: a project that is in no file yet
 */
void
kumoji_session_begin (KumojiSession *self, KumojiProject *project)
{
  KumojiOpened opened = { .project = project };

  kumoji_session_take_over (self, &opened);
}

static void
let_go (KumojiSession *self)
{
  kumoji_keeper_stop (self->keeper);
  kumoji_file_watch_follow (self->watch, NULL, NULL);
  kumoji_session_set_lock (self, NULL);
}

/**
 * kumoji_session_close:
 * @self: a session, whose unsaved changes were saved or given up
 *
 * Lets go of the file, and of the copy.
 */
void
kumoji_session_close (KumojiSession *self)
{
  kumoji_keeper_forget (self->keeper);
  let_go (self);
}

/**
 * kumoji_session_leave:
 * @self: a session, whose program is ended from outside
 *
 * Keeps what is not saved for the next start, and lets go of the file.
 */
void
kumoji_session_leave (KumojiSession *self)
{
  kumoji_keeper_keep_now (self->keeper);
  let_go (self);
}

/**
 * kumoji_session_check_disk:
 * @self: a session
 *
 * Looks whether somebody else changed the file, in another thread.
 */
void
kumoji_session_check_disk (KumojiSession *self)
{
  kumoji_file_watch_check (self->watch);
}

/**
 * kumoji_session_keep_mine:
 * @self: a session whose file somebody else changed
 *
 * The user looked at it and wants the project as it stands here: the next save writes it.
 */
void
kumoji_session_keep_mine (KumojiSession *self)
{
  KumojiStamp *found = kumoji_stamp_copy (kumoji_file_watch_get_found (self->watch));

  if (found == NULL)
    return;
  kumoji_session_set_stamp (self, found);
  kumoji_history_set_saved_point (history_of (self), KUMOJI_HISTORY_NO_POINT);
  kumoji_keeper_touch (self->keeper);
  emit_changed (self);
}

/**
 * kumoji_session_set_job: (skip)
 * @self: a session
 * @job: what it does with a file now
 */
void
kumoji_session_set_job (KumojiSession *self, KumojiJob job)
{
  self->job = job;
  kumoji_file_watch_set_paused (self->watch, job == KUMOJI_JOB_SAVE);
  emit_changed (self);
}
