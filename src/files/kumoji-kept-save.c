/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kept save: a project's file is written, and what was in it and what is in it now are kept. */
#include "files/kumoji-kept-save.h"

#include "files/kumoji-backups.h"
#include "files/kumoji-file-reader.h"
#include "files/kumoji-safe-save.h"

/* When @file was written last, microseconds since 1970; now where its place does not say. */
static gint64
get_time (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, "time::modified,time::modified-usec",
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) time = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;

  return time != NULL
           ? g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time)
           : g_get_real_time ();
}

/* What is about to be overwritten may be of another program, of an older Kumoji, or of somebody
 * whose work the user chose to overwrite: no backup holds it yet. What is no project of ours is
 * none of our business. */
static void
keep_old (GFile *file, const char *present_id, const KumojiStamp *expected, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KumojiProject) old = NULL;
  g_autofree char *digest = NULL;

  if (expected != NULL && kumoji_backups_has (present_id, expected->digest))
    return;
  bytes = kumoji_file_read (file, NULL, NULL, NULL);
  old = bytes != NULL ? kumoji_project_file_parse (bytes, KUMOJI_LOAD_NEWER, NULL) : NULL;
  if (old == NULL)
    return;
  const char *id = kumoji_record_get_id (KUMOJI_RECORD (old));
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (!kumoji_backups_has (id, digest))
    kumoji_backups_keep (id, file, bytes, get_time (file), error);
}

/**
 * kumoji_kept_save:
 * @file: where to
 * @snapshot: of a project
 * @expected: (nullable): as of kumoji_project_file_save()
 * @cancellable: (nullable): to stop it before the file is touched
 * @stamp: (out) (optional) (transfer full): what the file is now
 * @backup_error: return location for %KUMOJI_FILE_ERROR: why what was saved, or what was
 *   overwritten, could not be kept; the message is a sentence alone
 * @error: return location as of kumoji_project_file_save()
 *
 * As kumoji_project_file_save(), with a backup before and after it. That one of these fails never
 * stops a save. Any thread may do this.
 *
 * Returns: whether the file holds the project now; where not, it is as it was
 */
gboolean
kumoji_kept_save (GFile *file,
                  const KumojiSnapshot *snapshot,
                  const KumojiStamp *expected,
                  GCancellable *cancellable,
                  KumojiStamp **stamp,
                  GError **backup_error,
                  GError **error)
{
  g_autoptr (GBytes) bytes = kumoji_project_file_compose (snapshot, error);
  const char *id = kumoji_snapshot_get_id (snapshot);
  g_autoptr (GError) before = NULL;
  g_autoptr (GError) after = NULL;

  if (bytes == NULL)
    {
      kumoji_file_error_name (error, file);
      return FALSE;
    }
  keep_old (file, id, expected, &before);
  if (!kumoji_safe_save (file, bytes, expected, cancellable, stamp, error))
    return FALSE;
  kumoji_backups_keep (id, file, bytes, g_get_real_time (), &after);
  if (before != NULL)
    g_propagate_error (backup_error, g_steal_pointer (&before));
  else if (after != NULL)
    g_propagate_error (backup_error, g_steal_pointer (&after));
  return TRUE;
}
