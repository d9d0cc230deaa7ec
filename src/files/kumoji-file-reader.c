/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: a whole file, within bounds. */
#include "files/kumoji-file-reader.h"

#include "files/kumoji-file-error.h"
#include "files/kumoji-guard.h"

#define CHUNK (1024 * 1024)
#define ATTRIBUTES                                                                                 \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE

/* Asked before opening: a pipe would wait for ever, and a folder is no stream. */
static gboolean
check_type (GFileInfo *info, GError **error)
{
  GFileType type = g_file_info_get_file_type (info);

  if (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_UNKNOWN || type == G_FILE_TYPE_SHORTCUT)
    return TRUE;
  if (type == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "");
  else if (type == G_FILE_TYPE_SYMBOLIC_LINK) /* one that leads nowhere */
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "");
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "");
  return FALSE;
}

static GBytes *
read_stream (GInputStream *stream, gsize expected, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_sized_new (expected + 1);
  gsize n_read;

  do
    {
      guint old = content->len;
      gsize room = MAX (MIN (expected + 1 - MIN (old, expected), CHUNK), 4096);

      g_byte_array_set_size (content, old + room);
      if (!g_input_stream_read_all (stream, content->data + old, room, &n_read, cancellable, error))
        return NULL;
      g_byte_array_set_size (content, old + n_read);
      if (!kumoji_guard_check_size (content->len, error))
        return NULL;
    }
  while (n_read > 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static GBytes *
read_known (GFile *file, GFileInfo *info, GCancellable *cancellable, char **etag, GError **error)
{
  guint64 size = g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE)
                   ? (guint64) g_file_info_get_size (info)
                   : 0;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) opened = NULL;

  if (!check_type (info, error) || !kumoji_guard_check_size (size, error))
    return NULL;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  /* The tag of what is read, which need not be what was asked about before. Some mounts have none.
   */
  opened = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable, NULL);
  if (etag != NULL)
    *etag = g_strdup (g_file_info_get_etag (opened != NULL ? opened : info));
  return read_stream (G_INPUT_STREAM (stream), size, cancellable, error);
}

/**
 * kumoji_file_read:
 * @file: a file, local or not
 * @cancellable: (nullable): to stop it
 * @etag: (out) (optional) (nullable) (transfer full): its entity tag, where its place has one
 * @error: return location for %KUMOJI_FILE_ERROR_READ, %KUMOJI_GUARD_ERROR_SIZE or a cancellation;
 *   the message does not name the file
 *
 * Returns: (transfer full) (nullable): what it holds, at most %KUMOJI_GUARD_MAX_BYTES
 */
GBytes *
kumoji_file_read (GFile *file, GCancellable *cancellable, char **etag, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *tag = NULL;
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  GBytes *bytes = info != NULL ? read_known (file, info, cancellable, &tag, &cause) : NULL;

  if (bytes == NULL && cause->domain == KUMOJI_GUARD_ERROR)
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (bytes == NULL)
    kumoji_file_error_set_read (error, cause);
  else if (etag != NULL)
    *etag = g_steal_pointer (&tag);
  return bytes;
}
