/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: the project that is open, the file it came from, and whether it is saved. */
#include "config.h"

#include "app/kumoji-session.h"

#include <glib/gi18n.h>

#include "files/kumoji-project-file.h"

typedef enum
{
  JOB_NONE,
  JOB_LOAD,
  JOB_SAVE,
} Job;

struct _KumojiSession
{
  GObject parent_instance;

  KumojiProject *project;
  GFile *file;
  KumojiStamp *stamp;
  gboolean read_only;
  Job job;
  guint revert_id;
};

enum
{
  PROP_PROJECT = 1,
  N_PROPS
};

enum
{
  CHANGED,
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

static void
take_over (KumojiSession *self,
           KumojiProject *project,
           GFile *file,
           KumojiStamp *stamp,
           gboolean read_only)
{
  g_set_object (&self->file, file);
  g_clear_pointer (&self->stamp, kumoji_stamp_free);
  self->stamp = stamp;
  self->read_only = read_only;
  set_project (self, project);
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
}

static void
kumoji_session_init (KumojiSession *self)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  set_project (self, project);
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
  if (self->job == JOB_LOAD)
    return KUMOJI_SESSION_LOADING;
  if (self->job == JOB_SAVE)
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
 * Returns: whether the project is only shown, since a newer Kumoji wrote it
 */
gboolean
kumoji_session_is_read_only (KumojiSession *self)
{
  return self->read_only;
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
  return self->job != JOB_NONE;
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
  take_over (self, project, NULL, NULL, FALSE);
}

static void
set_job (KumojiSession *self, Job job)
{
  self->job = job;
  emit_changed (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  KumojiSession *self = g_task_get_source_object (task);
  GFile *file = g_task_get_task_data (task);
  gboolean read_only = g_object_get_data (G_OBJECT (task), "newer") != NULL;
  KumojiStamp *stamp = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiProject) project = kumoji_project_file_load_finish (result, &stamp, &error);

  if (g_error_matches (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_NEWER) && !read_only)
    {
      g_object_set_data (G_OBJECT (task), "newer", task);
      kumoji_project_file_load_async (file, KUMOJI_LOAD_NEWER, NULL, loaded_cb,
                                      g_steal_pointer (&task));
      return;
    }
  self->job = JOB_NONE;
  if (project != NULL)
    {
      take_over (self, project, file, stamp, read_only);
      g_task_return_boolean (task, TRUE);
    }
  else
    {
      emit_changed (self);
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

/**
 * kumoji_session_load_async:
 * @self: a session that is not busy
 * @file: a project's file
 * @callback: called once it is read
 * @data: passed to @callback
 *
 * Reads @file in another thread and shows it in place of the project that is open. A file that a
 * newer Kumoji wrote is read-only. Where @file cannot be read, nothing changes.
 */
void
kumoji_session_load_async (KumojiSession *self,
                           GFile *file,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);

  g_return_if_fail (self->job == JOB_NONE);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  set_job (self, JOB_LOAD);
  kumoji_project_file_load_async (file, KUMOJI_LOAD_NONE, NULL, loaded_cb, task);
}

/**
 * kumoji_session_load_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: return location for one of the errors of kumoji_project_file_load()
 *
 * Returns: whether the file's project is open now
 */
gboolean
kumoji_session_load_finish (KumojiSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct
{
  KumojiProject *project;
  GFile *file;
  guint64 point;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->project);
  g_object_unref (save->file);
  g_free (save);
}

/* Not surely saved, so the project stays modified; but what is in the file is ours. */
static void
take_unsure_stamp (KumojiSession *self, KumojiStamp *stamp)
{
  if (stamp == NULL)
    return;
  g_clear_pointer (&self->stamp, kumoji_stamp_free);
  self->stamp = stamp;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  KumojiSession *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  KumojiStamp *stamp = kumoji_project_file_save_finish (result, &error);

  self->job = JOB_NONE;
  if (stamp != NULL)
    {
      g_clear_pointer (&self->stamp, kumoji_stamp_free);
      self->stamp = stamp;
      g_set_object (&self->file, save->file);
      kumoji_history_set_saved_point (kumoji_project_get_history (save->project), save->point);
    }
  else if (self->file != NULL && g_file_equal (self->file, save->file))
    take_unsure_stamp (self, kumoji_project_file_save_steal_stamp (result));
  emit_changed (self);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * kumoji_session_save_async:
 * @self: a session that is neither busy nor read-only
 * @file: where to
 * @overwrite: whether @file is written even if somebody else changed it since it was read
 * @callback: called once it is written
 * @data: passed to @callback
 *
 * Writes in another thread what the project says now; editing goes on.
 */
void
kumoji_session_save_async (KumojiSession *self,
                           GFile *file,
                           gboolean overwrite,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  Save *save = g_new0 (Save, 1);

  g_return_if_fail (self->job == JOB_NONE && !self->read_only);
  save->project = g_object_ref (self->project);
  save->file = g_object_ref (file);
  save->point = kumoji_history_get_point (history_of (self));
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  set_job (self, JOB_SAVE);
  kumoji_project_file_save_async (file, kumoji_record_snapshot (KUMOJI_RECORD (self->project)),
                                  overwrite ? NULL : self->stamp, NULL, saved_cb, task);
}

/**
 * kumoji_session_save_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: return location for one of the errors of kumoji_project_file_save()
 *
 * Returns: whether the file says what the project said
 */
gboolean
kumoji_session_save_finish (KumojiSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
