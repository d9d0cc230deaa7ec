/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The remote save: as safe as a mount of GVfs (smb, sftp, dav) allows (private).
 *
 * A sibling is written, read back, and moved over the old file, which most mounts do in one step.
 * Where a mount cannot, GIO replaces the file and keeps a copy of the old one beside it. */
#include "files/kumoji-remote-save.h"

#include "files/kumoji-file-error.h"
#include "files/kumoji-file-reader.h"

#define MAX_LINKS 40
#define QUERIED                                                                                    \
  G_FILE_ATTRIBUTE_STANDARD_TYPE                                                                   \
  "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK "," G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET            \
  "," G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE "," G_FILE_ATTRIBUTE_UNIX_MODE

/* Where the links end; @info tells of the file there, NULL for none. */
static GFile *
resolve_links (GFile *file, GFileInfo **info, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) resolved = g_object_ref (file);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autoptr (GError) cause = NULL;
      g_autoptr (GFileInfo) found =
        g_file_query_info (resolved, QUERIED, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable,
                           &cause);
      const char *target = found != NULL ? g_file_info_get_symlink_target (found) : NULL;

      if (found == NULL && !g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return NULL;
        }
      if (target == NULL)
        {
          *info = g_steal_pointer (&found);
          return g_steal_pointer (&resolved);
        }
      g_autoptr (GFile) folder = g_file_get_parent (resolved);
      g_set_object (&resolved, NULL);
      resolved = g_file_resolve_relative_path (folder, target);
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS, "");
  return NULL;
}

static gboolean
check_target (GFileInfo *info, GError **error)
{
  GIOErrorEnum code;

  if (info == NULL)
    return TRUE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    code = G_IO_ERROR_IS_DIRECTORY;
  else if (g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL)
    code = G_IO_ERROR_NOT_REGULAR_FILE;
  else if (g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE)
           && !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE))
    code = G_IO_ERROR_PERMISSION_DENIED;
  else
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, code, "");
  return FALSE;
}

static gboolean
write_new (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const void *content = g_bytes_get_data (bytes, &length);
  g_autoptr (GFileOutputStream) stream =
    g_file_create (file, G_FILE_CREATE_NONE, cancellable, error);
  g_autoptr (GBytes) written = NULL;

  /* Many mounts tell of a full disk only when the stream is closed, and some not even then. */
  if (stream == NULL
      || !g_output_stream_write_all (G_OUTPUT_STREAM (stream), content, length, NULL, cancellable,
                                     error)
      || !g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return FALSE;
  written = kumoji_file_read (file, cancellable, NULL, error);
  if (written == NULL)
    return FALSE;
  if (g_bytes_equal (written, bytes))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "");
  return FALSE;
}

static gboolean
put_in_place (GFile *sibling,
              GFile *target,
              GFileInfo *old,
              GBytes *bytes,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  if (old != NULL && g_file_info_has_attribute (old, G_FILE_ATTRIBUTE_UNIX_MODE))
    g_file_set_attribute_uint32 (sibling, G_FILE_ATTRIBUTE_UNIX_MODE,
                                 g_file_info_get_attribute_uint32 (old, G_FILE_ATTRIBUTE_UNIX_MODE)
                                   & 07777,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  if (g_file_move (sibling, target,
                   G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE
                     | G_FILE_COPY_NOFOLLOW_SYMLINKS,
                   cancellable, NULL, NULL, &cause))
    return TRUE;
  if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return g_file_replace_contents (target, content, length, NULL, TRUE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, error);
}

/**
 * kumoji_remote_save:
 * @file: where to
 * @bytes: what it shall hold
 * @cancellable: (nullable): to stop it before the old file is touched
 * @error: return location for what GIO says
 *
 * Returns: whether the file holds @bytes now
 */
gboolean
kumoji_remote_save (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) old = NULL;
  g_autoptr (GFile) target = resolve_links (file, &old, cancellable, error);
  g_autofree char *token = g_uuid_string_random ();
  g_autofree char *name = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) sibling = NULL;
  gboolean saved;

  if (target == NULL || !check_target (old, error))
    return FALSE;
  folder = g_file_get_parent (target);
  if (folder == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
      return FALSE;
    }
  name = g_strdup_printf (".kumoji-%.8s.tmp", token);
  sibling = g_file_get_child (folder, name);
  saved = write_new (sibling, bytes, cancellable, error)
          && put_in_place (sibling, target, old, bytes, cancellable, error);

  /* Gone already where it was moved. */
  g_file_delete (sibling, NULL, NULL);
  return saved;
}
