/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project's file: read into a project, and written from one. */
#include "files/kumoji-project-file.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-file-reader.h"
#include "files/kumoji-migration.h"
#include "files/kumoji-safe-save.h"

/* What a load or a save in a thread needs, and what comes of it. */
typedef struct
{
  GFile *file;
  KumojiLoadFlags flags;
  KumojiStamp *stamp;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  kumoji_stamp_free (job->stamp);
  g_free (job);
}

static gboolean
is_ours (JsonNode *root)
{
  JsonNode *format = JSON_NODE_HOLDS_OBJECT (root)
                       ? json_object_get_member (json_node_get_object (root), "format")
                       : NULL;

  return format != NULL && JSON_NODE_HOLDS_VALUE (format)
         && json_node_get_value_type (format) == G_TYPE_STRING
         && g_str_equal (json_node_get_string (format), KUMOJI_PROJECT_FORMAT);
}

/* The version of the format, 0 with an error for none that may be read. */
static gint64
read_version (JsonObject *root, KumojiLoadFlags flags, GError **error)
{
  JsonNode *node = json_object_get_member (root, "version");
  gint64 version = 0;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_INT64)
    version = json_node_get_int (node);
  if (version < 1)
    {
      g_set_error_literal (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_NOT_OURS,
                           _("\"version\" must be a whole number from 1 on; correct the file "
                              "there, or open a backup copy"));
      return 0;
    }
  if (version > KUMOJI_PROJECT_VERSION && (flags & KUMOJI_LOAD_NEWER) == 0)
    {
      kumoji_file_error_set_newer (error, version);
      return 0;
    }
  return version;
}

/* A letter, a picture, a PDF: to name the line where it stops to be JSON would help nobody. */
static gboolean
is_no_json (GBytes *bytes, const GError *error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize n = 0;

  while (n < length && strchr (" \t\r\n\xef\xbb\xbf\xff\xfe", text[n]) != NULL)
    n++;
  return n < length && text[n] != '{' && text[n] != '['
         && (g_error_matches (error, KUMOJI_GUARD_ERROR, KUMOJI_GUARD_ERROR_SYNTAX)
             || g_error_matches (error, KUMOJI_GUARD_ERROR, KUMOJI_GUARD_ERROR_ENCODING));
}

static void
set_not_ours (GError **error)
{
  g_set_error_literal (
    error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_NOT_OURS,
    _("this is no Kumoji project; choose a file that Kumoji wrote (*.kumoji.json)"));
}

/**
 * kumoji_project_file_parse:
 * @bytes: what a file holds
 * @flags: how to take it
 * @error: return location for %KUMOJI_GUARD_ERROR or %KUMOJI_FILE_ERROR; the message names no file
 *
 * What is JSON and ours opens: values that a field may not hold are set aside, see
 * kumoji_check_project().
 *
 * Returns: (transfer full) (nullable): the project
 */
KumojiProject *
kumoji_project_file_parse (GBytes *bytes, KumojiLoadFlags flags, GError **error)
{
  g_autofree char *number_mark = NULL;
  g_autoptr (GError) refusal = NULL;
  g_autoptr (JsonNode) root = kumoji_guard_parse (bytes, &number_mark, &refusal);
  JsonObject *object;
  gint64 version;

  if (root != NULL ? !is_ours (root) : is_no_json (bytes, refusal))
    {
      set_not_ours (error);
      return NULL;
    }
  if (root == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }
  object = json_node_get_object (root);
  version = read_version (object, flags, error);
  if (version == 0)
    return NULL;
  if (version < KUMOJI_PROJECT_VERSION)
    kumoji_migrate_to_present (object, number_mark, version);

  /* Facts of the format, which are written anew. */
  json_object_remove_member (object, "format");
  json_object_remove_member (object, "version");
  return kumoji_project_new_from_json (object, number_mark);
}

/**
 * kumoji_project_file_load:
 * @file: a project's file
 * @flags: how to take it
 * @cancellable: (nullable): to stop it
 * @stamp: (out) (optional) (transfer full): what the file was, for kumoji_project_file_save()
 * @error: return location for %KUMOJI_GUARD_ERROR, %KUMOJI_FILE_ERROR or a cancellation; the
 *   message begins with the file's name
 *
 * Returns: (transfer full) (nullable): the project
 */
KumojiProject *
kumoji_project_file_load (GFile *file,
                          KumojiLoadFlags flags,
                          GCancellable *cancellable,
                          KumojiStamp **stamp,
                          GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = kumoji_file_read (file, cancellable, &etag, error);
  KumojiProject *project = bytes != NULL ? kumoji_project_file_parse (bytes, flags, error) : NULL;

  if (project == NULL)
    kumoji_file_error_name (error, file);
  else if (stamp != NULL)
    *stamp = kumoji_stamp_new (etag, bytes);
  return project;
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  KumojiProject *project =
    kumoji_project_file_load (job->file, job->flags, cancellable, &job->stamp, &error);

  if (project != NULL)
    g_task_return_pointer (task, project, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * kumoji_project_file_load_async:
 * @file: a project's file
 * @flags: how to take it
 * @cancellable: (nullable): to stop it
 * @callback: called on the main loop when it is done
 * @user_data: for @callback
 *
 * Loads in a thread.
 */
void
kumoji_project_file_load_async (GFile *file,
                                KumojiLoadFlags flags,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->flags = flags;
  g_task_set_source_tag (task, kumoji_project_file_load_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * kumoji_project_file_load_finish:
 * @result: what the callback got
 * @stamp: (out) (optional) (transfer full): what the file was
 * @error: return location as of kumoji_project_file_load()
 *
 * Returns: (transfer full) (nullable): the project, which is the caller's thread's from now on
 */
KumojiProject *
kumoji_project_file_load_finish (GAsyncResult *result, KumojiStamp **stamp, GError **error)
{
  KumojiProject *project = g_task_propagate_pointer (G_TASK (result), error);
  Job *job = g_task_get_task_data (G_TASK (result));

  if (project != NULL && stamp != NULL)
    *stamp = g_steal_pointer (&job->stamp);
  return project;
}

/**
 * kumoji_project_file_compose:
 * @snapshot: of a project
 * @error: return location for %KUMOJI_FILE_ERROR_UNFAITHFUL or %KUMOJI_GUARD_ERROR
 *
 * Any thread may do this.
 *
 * Returns: (transfer full) (nullable): the project's file, read back and found the same
 */
GBytes *
kumoji_project_file_compose (const KumojiSnapshot *snapshot, GError **error)
{
  g_autoptr (KumojiProject) project = kumoji_project_new_from_snapshot (snapshot);
  g_autoptr (GBytes) bytes = kumoji_project_to_bytes (project);
  g_autoptr (KumojiProject) read = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, error);
  g_autoptr (GBytes) again = read != NULL ? kumoji_project_to_bytes (read) : NULL;

  if (again == NULL)
    return NULL;
  if (g_bytes_equal (bytes, again))
    return g_steal_pointer (&bytes);
  g_set_error_literal (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_UNFAITHFUL,
                       _("the file would not hold what the project says, so nothing was written; "
                          "please report this"));
  return NULL;
}

/**
 * kumoji_project_file_save:
 * @file: where to
 * @snapshot: of a project
 * @expected: (nullable): what @file was when it was loaded or saved last; %NULL to overwrite what
 *   is there
 * @cancellable: (nullable): to stop it before the file is touched
 * @stamp: (out) (optional) (transfer full): what the file is now
 * @error: return location for %KUMOJI_FILE_ERROR or a cancellation; the message begins with the
 *   file's name
 *
 * Returns: whether the file holds the project now, to stay; where not, it is as it was, except with
 *   %KUMOJI_FILE_ERROR_UNSURE, as kumoji_safe_save() says
 */
gboolean
kumoji_project_file_save (GFile *file,
                          const KumojiSnapshot *snapshot,
                          const KumojiStamp *expected,
                          GCancellable *cancellable,
                          KumojiStamp **stamp,
                          GError **error)
{
  g_autoptr (GBytes) bytes = kumoji_project_file_compose (snapshot, error);

  if (bytes == NULL)
    {
      kumoji_file_error_name (error, file);
      return FALSE;
    }
  return kumoji_safe_save (file, bytes, expected, cancellable, stamp, error);
}
