/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stamp: what a file was when we read or wrote it. */
#include "files/kumoji-stamp.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "files/kumoji-file-error.h"
#include "files/kumoji-file-reader.h"
#include "files/kumoji-guard.h"

/**
 * kumoji_stamp_new:
 * @etag: (nullable): the entity tag, where there is one
 * @bytes: what the file holds
 *
 * Returns: (transfer full): the stamp
 */
KumojiStamp *
kumoji_stamp_new (const char *etag, GBytes *bytes)
{
  KumojiStamp *self = g_new0 (KumojiStamp, 1);

  self->etag = g_strdup (etag);
  self->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return self;
}

/**
 * kumoji_stamp_new_for_file:
 * @file: the file that was just written
 * @bytes: what was written
 * @cancellable: (nullable): to stop it
 *
 * Returns: (transfer full): the stamp, without a tag where none can be had
 */
KumojiStamp *
kumoji_stamp_new_for_file (GFile *file, GBytes *bytes, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return kumoji_stamp_new (info != NULL ? g_file_info_get_etag (info) : NULL, bytes);
}

/**
 * kumoji_stamp_copy:
 * @self: (nullable): a stamp
 *
 * Returns: (transfer full) (nullable): the same again
 */
KumojiStamp *
kumoji_stamp_copy (const KumojiStamp *self)
{
  KumojiStamp *copy;

  if (self == NULL)
    return NULL;
  copy = g_new0 (KumojiStamp, 1);
  copy->etag = g_strdup (self->etag);
  copy->digest = g_strdup (self->digest);
  return copy;
}

/**
 * kumoji_stamp_free:
 * @self: (transfer full) (nullable): a stamp
 */
void
kumoji_stamp_free (KumojiStamp *self)
{
  if (self == NULL)
    return;
  g_free (self->etag);
  g_free (self->digest);
  g_free (self);
}

/* A remote tag spares the way over the network. A local one is only a time: two writes within its
 * grain, or a tool that sets the time back, would pass. */
static gboolean
tag_tells (const KumojiStamp *self, GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = NULL;

  if (self->etag == NULL || g_file_is_native (file))
    return FALSE;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, cancellable,
                            NULL);
  return info != NULL && g_strcmp0 (g_file_info_get_etag (info), self->etag) == 0;
}

/* Whether the file is surely not there: one that only cannot be asked about may hold anything. */
static gboolean
is_gone (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = NULL;
  struct stat status;

  /* GIO calls any failure behind a link a link that leads nowhere. */
  if (g_file_is_native (file))
    return g_stat (g_file_peek_path (file), &status) != 0 && errno == ENOENT;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                            cancellable, &error);
  return info == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/**
 * kumoji_stamp_is_current:
 * @self: a stamp
 * @file: the file that it was taken of
 * @current: (out): whether the file holds what it held then; a file that is gone has nothing that
 *   could be overwritten, and counts as current
 * @cancellable: (nullable): to stop it
 * @error: return location as of kumoji_file_read()
 *
 * A file that was only touched is current: what it holds decides.
 *
 * Returns: whether the question could be answered
 */
gboolean
kumoji_stamp_is_current (const KumojiStamp *self,
                         GFile *file,
                         gboolean *current,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = NULL;

  *current = TRUE;
  if (tag_tells (self, file, cancellable) || is_gone (file, cancellable))
    return TRUE;
  bytes = kumoji_file_read (file, cancellable, NULL, &cause);
  if (bytes != NULL)
    {
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      *current = g_str_equal (digest, self->digest);
      return TRUE;
    }
  /* Nothing that we read or wrote is as large. */
  *current = FALSE;
  if (cause->domain == KUMOJI_GUARD_ERROR)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}
