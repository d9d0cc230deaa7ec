/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The safe save: a file is the old one or the new one, whole, whatever happens.
 *
 * Never g_file_replace_contents() for a local file: on a full disk it puts the truncated file in
 * place of the good one (DESIGN.md section 6). */
#include "files/kumoji-safe-save.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-file-error.h"
#include "files/kumoji-remote-save.h"

#define MAX_LINKS 40
#define NEW_FILE_MODE 0666 /* less the umask, as of any document */
#define MODE_BITS 07777

static gboolean
fail_errno (GError **error, int number)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));
  return FALSE;
}

/* Where the links end; the file need not be there yet. */
static char *
resolve_links (const char *path, GError **error)
{
  g_autofree char *resolved = g_strdup (path);
  struct stat status;

  for (int i = 0; i < MAX_LINKS; i++)
    {
      if (g_lstat (resolved, &status) != 0 || !S_ISLNK (status.st_mode))
        return g_steal_pointer (&resolved);
      g_autofree char *target = g_file_read_link (resolved, error);
      g_autofree char *folder = g_path_get_dirname (resolved);
      if (target == NULL)
        return NULL;
      g_free (resolved);
      resolved = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                             : g_build_filename (folder, target, NULL);
    }
  fail_errno (error, ELOOP);
  return NULL;
}

/* Whether a file may be put at @path; @old tells of the one that is there, mode 0 for none. */
static gboolean
check_target (const char *path, struct stat *old, GError **error)
{
  memset (old, 0, sizeof *old);
  if (g_stat (path, old) != 0)
    return errno == ENOENT || fail_errno (error, errno);
  if (S_ISDIR (old->st_mode))
    return fail_errno (error, EISDIR);
  if (!S_ISREG (old->st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "");
      return FALSE;
    }
  /* A rename asks the folder alone; a file that is locked against writing stays as it is. */
  return g_access (path, W_OK) == 0 || fail_errno (error, errno);
}

/* The umask took bits away from the new file, and the folder gave it a group. Who may read the file
 * and who may write it shall not change with a save; where the system refuses, less is allowed. */
static void
keep_mode (const char *path, const struct stat *old)
{
  struct stat now;

  if (g_stat (path, &now) != 0)
    return;
  if (now.st_gid != old->st_gid && chown (path, -1, old->st_gid) != 0)
    return;
  if ((now.st_mode & MODE_BITS) != (old->st_mode & MODE_BITS)
      && g_chmod (path, old->st_mode & MODE_BITS) != 0)
    g_debug ("%s: mode not kept: %s", path, g_strerror (errno));
}

static gboolean
save_local (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *target = resolve_links (path, error);
  struct stat old;
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  if (target == NULL || !check_target (target, &old, error))
    return FALSE;
  if (!g_file_set_contents_full (target, content != NULL ? content : "", length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 old.st_mode != 0 ? old.st_mode & MODE_BITS : NEW_FILE_MODE, error))
    return FALSE;
  if (old.st_mode != 0)
    keep_mode (target, &old);
  return TRUE;
}

static gboolean
check_expected (GFile *file, const KumojiStamp *expected, GCancellable *cancellable, GError **error)
{
  gboolean current = TRUE;

  if (expected != NULL && !kumoji_stamp_is_current (expected, file, &current, cancellable, error))
    return FALSE;
  if (!current)
    g_set_error_literal (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_CHANGED,
                         _("somebody else changed this file since it was opened; save under "
                            "another name, or open it again"));
  return current;
}

/**
 * kumoji_safe_save:
 * @file: where to, local or not
 * @bytes: what it shall hold
 * @expected: (nullable): what the file was when it was read; %NULL to overwrite what is there
 * @cancellable: (nullable): to stop it before the file is touched
 * @stamp: (out) (optional) (transfer full): what the file is now
 * @error: return location for %KUMOJI_FILE_ERROR or a cancellation; the message begins with the
 *   file's name
 *
 * DESIGN.md section 6, Writing: atomic and durable on the resolved path; links and mode are kept.
 * Where it fails the file is as it was, and nothing is left beside it. Any thread may do this.
 *
 * Returns: whether the file holds @bytes now
 */
gboolean
kumoji_safe_save (GFile *file,
                  GBytes *bytes,
                  const KumojiStamp *expected,
                  GCancellable *cancellable,
                  KumojiStamp **stamp,
                  GError **error)
{
  g_autoptr (GError) cause = NULL;
  gboolean saved;

  if (!check_expected (file, expected, cancellable, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      kumoji_file_error_name (error, file);
      return FALSE;
    }
  saved = g_file_is_native (file) ? save_local (g_file_peek_path (file), bytes, &cause)
                                  : kumoji_remote_save (file, bytes, cancellable, &cause);
  if (!saved)
    {
      kumoji_file_error_set_write (error, cause);
      kumoji_file_error_name (error, file);
    }
  else if (stamp != NULL)
    *stamp = kumoji_stamp_new_for_file (file, bytes, NULL);
  return saved;
}
