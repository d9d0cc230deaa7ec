/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: the last saved versions of each project.
 *
 * One folder for each project, named by its id, so that a file that is moved or renamed keeps its
 * versions. Two files of one id that are both there are copies: each has its ten. Versions of a
 * file that is no longer where it was count with those of the file that is saved.
 *
 * Ten versions of a file at most. When there are more, one goes, and never one of the newest four:
 * the earlier of two that were saved within one hour; where there are no such, within one day;
 * within one week; else the oldest. */
#include "files/kumoji-backups.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-file-error.h"
#include "files/kumoji-file-reader.h"
#include "files/kumoji-safe-save.h"

#define DIGEST_LENGTH 16
#define PLACE_LENGTH 8
#define SUFFIX ".kumoji.json"
#define PLACE_SUFFIX ".place"
#define LAST_SECOND G_GINT64_CONSTANT (253402300799) /* of the year 9999 */
#define TIME_FORMAT "%Y%m%dT%H%M%S.%fZ"

/* What else lies in the folder is not ours: it is neither listed nor touched. */
#define NAME_PATTERN                                                                               \
  "^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)\\.(\\d{6})Z-([0-9a-f]{16})-([0-9a-f]{8})"    \
  "\\.kumoji\\.json$"

static const gint64 spans[] = { G_TIME_SPAN_HOUR, G_TIME_SPAN_DAY, 7 * G_TIME_SPAN_DAY };

/**
 * kumoji_backup_copy:
 * @self: a version
 *
 * Returns: (transfer full): the same again
 */
KumojiBackup *
kumoji_backup_copy (const KumojiBackup *self)
{
  KumojiBackup *copy = g_new0 (KumojiBackup, 1);

  copy->time = self->time;
  copy->size = self->size;
  copy->digest = g_strdup (self->digest);
  copy->place = g_strdup (self->place);
  copy->uri = g_strdup (self->uri);
  copy->path = g_strdup (self->path);
  return copy;
}

/**
 * kumoji_backup_free:
 * @self: (transfer full): a version
 */
void
kumoji_backup_free (KumojiBackup *self)
{
  g_free (self->digest);
  g_free (self->place);
  g_free (self->uri);
  g_free (self->path);
  g_free (self);
}

static char *
dup_digest (GBytes *bytes)
{
  char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  digest[DIGEST_LENGTH] = '\0';
  return digest;
}

/* --- Names ------------------------------------------------------------------------------------ */

/**
 * kumoji_backups_dup_folder:
 * @id: a project's id
 *
 * Returns: (transfer full): the path of the folder of its versions, which need not be there. An id
 *   that Kumoji did not make may be anything, and names no folder itself.
 */
char *
kumoji_backups_dup_folder (const char *id)
{
  g_autofree char *name = g_uuid_string_is_valid (id)
                            ? g_ascii_strdown (id, -1)
                            : g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);

  return g_build_filename (g_get_user_data_dir (), "kumoji", "backups", name, NULL);
}

static char *
dup_place (const char *uri)
{
  char *place = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  place[PLACE_LENGTH] = '\0';
  return place;
}

static char *
dup_place_path (const char *folder, const char *place)
{
  g_autofree char *name = g_strconcat (place, PLACE_SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

/* Names sort by time. A disk may tell any time of a file. */
static char *
dup_path (const char *folder, gint64 time, const char *digest, const char *place)
{
  gint64 known = CLAMP (time, 0, LAST_SECOND * G_USEC_PER_SEC);
  g_autoptr (GDateTime) second = g_date_time_new_from_unix_utc (known / G_USEC_PER_SEC);
  g_autoptr (GDateTime) moment = g_date_time_add (second, known % G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (moment, TIME_FORMAT);
  g_autofree char *name = g_strdup_printf ("%s-%s-%s" SUFFIX, text, digest, place);

  return g_build_filename (folder, name, NULL);
}

static int
fetch_number (GMatchInfo *match, int group)
{
  g_autofree char *digits = g_match_info_fetch (match, group);

  return atoi (digits);
}

/* The version that a name tells of; NULL for a name that is not of ours. */
static KumojiBackup *
parse_name (const char *folder, const char *name)
{
  g_autoptr (GRegex) regex = g_regex_new (NAME_PATTERN, G_REGEX_DEFAULT, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GDateTime) moment = NULL;
  KumojiBackup *self;

  if (!g_regex_match (regex, name, 0, &match))
    return NULL;
  moment =
    g_date_time_new_utc (fetch_number (match, 1), fetch_number (match, 2), fetch_number (match, 3),
                         fetch_number (match, 4), fetch_number (match, 5), fetch_number (match, 6));
  if (moment == NULL)
    return NULL;
  self = g_new0 (KumojiBackup, 1);
  self->time = g_date_time_to_unix (moment) * G_USEC_PER_SEC + fetch_number (match, 7);
  self->digest = g_match_info_fetch (match, 8);
  self->place = g_match_info_fetch (match, 9);
  self->path = g_build_filename (folder, name, NULL);
  return self;
}

/* --- Listing ---------------------------------------------------------------------------------- */

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const KumojiBackup *first = *(KumojiBackup *const *) a;
  const KumojiBackup *second = *(KumojiBackup *const *) b;

  if (first->time != second->time)
    return first->time > second->time ? -1 : 1;
  return strcmp (first->path, second->path);
}

static void
read_place (const char *folder, KumojiBackup *backup)
{
  g_autofree char *path = dup_place_path (folder, backup->place);

  if (g_file_get_contents (path, &backup->uri, NULL, NULL)
      && !g_utf8_validate (backup->uri, -1, NULL))
    g_clear_pointer (&backup->uri, g_free);
}

/**
 * kumoji_backups_list:
 * @id: a project's id
 *
 * What cannot be read is left out, and so is what Kumoji did not put there. Any thread may do this.
 *
 * Returns: (transfer full) (element-type KumojiBackup): the versions of that project, the newest
 *   first; of all files that hold it
 */
GPtrArray *
kumoji_backups_list (const char *id)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_backup_free);
  g_autofree char *path = kumoji_backups_dup_folder (id);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (KumojiBackup) backup = parse_name (path, name);
      GStatBuf status;

      if (backup == NULL || g_lstat (backup->path, &status) != 0 || !S_ISREG (status.st_mode)
          || g_access (backup->path, R_OK) != 0)
        continue;
      backup->size = status.st_size;
      read_place (path, backup);
      g_ptr_array_add (found, g_steal_pointer (&backup));
    }
  g_ptr_array_sort (found, compare_newest_first);
  return found;
}

static KumojiBackup *
find_digest (GPtrArray *backups, const char *digest)
{
  for (guint i = 0; i < backups->len; i++)
    {
      KumojiBackup *backup = backups->pdata[i];
      if (strncmp (backup->digest, digest, DIGEST_LENGTH) == 0)
        return backup;
    }
  return NULL;
}

/**
 * kumoji_backups_has:
 * @id: a project's id
 * @digest: the SHA-256 of a file
 *
 * Returns: whether a version that holds the same is kept
 */
gboolean
kumoji_backups_has (const char *id, const char *digest)
{
  g_autoptr (GPtrArray) backups = kumoji_backups_list (id);

  return find_digest (backups, digest) != NULL;
}

/**
 * kumoji_backup_read:
 * @self: a version
 * @error: return location for %KUMOJI_FILE_ERROR or %KUMOJI_GUARD_ERROR
 *
 * Returns: (transfer full) (nullable): what it holds, as it was saved
 */
GBytes *
kumoji_backup_read (const KumojiBackup *self, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GBytes) bytes = kumoji_file_read (file, NULL, NULL, error);
  g_autofree char *digest = bytes != NULL ? dup_digest (bytes) : NULL;

  if (bytes == NULL || g_str_equal (digest, self->digest))
    return g_steal_pointer (&bytes);
  g_set_error_literal (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ,
                       _("this backup is not what was saved: it was damaged on the disk; choose "
                          "another one"));
  return NULL;
}

/* --- Thinning --------------------------------------------------------------------------------- */

/* A copy of the project lives on in its own file; a file that is gone was moved or deleted. */
static gboolean
is_of_other_file (const KumojiBackup *backup, const char *place)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (backup->place, place) || backup->uri == NULL)
    return FALSE;
  file = g_file_new_for_uri (backup->uri);
  return !g_file_is_native (file) || g_file_query_exists (file, NULL);
}

/* Which of the versions, the newest first, goes first. */
static guint
choose_to_drop (GPtrArray *backups)
{
  for (guint span = 0; span < G_N_ELEMENTS (spans); span++)
    for (guint i = backups->len - 1; i > KUMOJI_BACKUPS_NEWEST; i--)
      {
        const KumojiBackup *earlier = backups->pdata[i];
        const KumojiBackup *later = backups->pdata[i - 1];
        if (earlier->time / spans[span] == later->time / spans[span])
          return i;
      }
  return backups->len - 1;
}

/* A clock that was set back makes what was just saved look older than what was saved before: it
 * counts as the newest all the same. */
static void
put_first (GPtrArray *backups, const char *path)
{
  for (guint i = 0; i < backups->len; i++)
    if (g_str_equal (((KumojiBackup *) backups->pdata[i])->path, path))
      {
        gpointer backup = g_ptr_array_steal_index (backups, i);
        g_ptr_array_insert (backups, 0, backup);
        return;
      }
}

static void
drop_places (const char *id, const char *folder_path)
{
  g_autoptr (GPtrArray) left = kumoji_backups_list (id);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GDir) folder = g_dir_open (folder_path, 0, NULL);
  const char *name;

  for (guint i = 0; i < left->len; i++)
    g_hash_table_add (used, ((KumojiBackup *) left->pdata[i])->place);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *place = g_strndup (name, PLACE_LENGTH);
      g_autofree char *path = dup_place_path (folder_path, place);

      if (strlen (name) == PLACE_LENGTH + strlen (PLACE_SUFFIX)
          && g_str_has_suffix (name, PLACE_SUFFIX)
          && strspn (name, "0123456789abcdef") == PLACE_LENGTH
          && !g_hash_table_contains (used, place))
        g_unlink (path);
    }
}

static void
thin_out (const char *id, const char *folder, const char *place, const char *newest)
{
  g_autoptr (GPtrArray) backups = kumoji_backups_list (id);
  gboolean dropped = FALSE;

  for (guint i = backups->len; i > 0; i--)
    if (is_of_other_file (backups->pdata[i - 1], place))
      g_ptr_array_remove_index (backups, i - 1);
  put_first (backups, newest);
  while (backups->len > KUMOJI_BACKUPS_MAX)
    {
      guint i = choose_to_drop (backups);
      g_unlink (((KumojiBackup *) backups->pdata[i])->path);
      g_ptr_array_remove_index (backups, i);
      dropped = TRUE;
    }
  if (dropped)
    drop_places (id, folder);
}

/* --- Keeping ---------------------------------------------------------------------------------- */

/**
 * kumoji_backups_keep:
 * @id: the project's id
 * @file: the file that it is saved to
 * @bytes: what that holds
 * @time: when it was saved, microseconds since 1970, UTC
 * @error: return location for %KUMOJI_FILE_ERROR; the message is a sentence alone
 *
 * Keeps a version and thins out the others. What is kept already is not kept twice: it counts as
 * saved at @time then. Any thread may do this.
 *
 * Returns: whether the version is kept; where not, the others are as they were
 */
gboolean
kumoji_backups_keep (const char *id, GFile *file, GBytes *bytes, gint64 time, GError **error)
{
  g_autoptr (GPtrArray) backups = kumoji_backups_list (id);
  g_autofree char *folder = kumoji_backups_dup_folder (id);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *digest = dup_digest (bytes);
  g_autofree char *place = dup_place (uri);
  g_autofree char *path = dup_path (folder, time, digest, place);
  g_autofree char *place_path = dup_place_path (folder, place);
  const KumojiBackup *same = find_digest (backups, digest);

  if (same == NULL || g_rename (same->path, path) != 0)
    {
      if (!kumoji_safe_save_private (path, bytes, error))
        return FALSE;
    }
  if (!g_file_test (place_path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GBytes) uri_bytes = g_bytes_new (uri, strlen (uri));
      if (!kumoji_safe_save_private (place_path, uri_bytes, error))
        return FALSE;
    }
  thin_out (id, folder, place, path);
  return TRUE;
}
