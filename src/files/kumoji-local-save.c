/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The local save: a whole new file takes the name of the old one in one step (private).
 *
 * Our own, not g_file_set_contents_full(): a kill leaves that one's half-written file beside the
 * user's for ever, and it says nothing where the folder did not reach the disk. Here the new file
 * has no name until it is whole (O_TMPFILE), where the file system can do that. */
#include "files/kumoji-local-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-file-error.h"
#include "files/kumoji-sibling.h"

#define MAX_LINKS 40
#define NEW_FILE_MODE 0666 /* less the umask, as of any document */
#define OWNER_MODE 0600

static gboolean
fail_errno (GError **error, int number)
{
  /* To the user a quota is a disk that is full. */
  int known = number == EDQUOT ? ENOSPC : number;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (known), g_strerror (known));
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
      gboolean there = g_lstat (resolved, &status) == 0;
      if (!there && errno != ENOENT)
        {
          /* What cannot be told may be a link, which must not be overwritten itself. */
          fail_errno (error, errno);
          return NULL;
        }
      if (!there || !S_ISLNK (status.st_mode))
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

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *content = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize n = write (fd, content, left);
      if (n > 0)
        {
          content += n;
          left -= n;
        }
      else if (n == 0 || errno != EINTR)
        {
          errno = n == 0 ? EIO : errno;
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
sync_file (int fd)
{
  int result;

  do
    result = fsync (fd);
  while (result != 0 && errno == EINTR);
  return result == 0;
}

/* Some mounts tell of a full disk when a file is closed and not before. A twin is closed in its
 * place: the file itself stays open, and with it the lock that says that somebody is at work. */
static gboolean
close_twin (int fd)
{
  int twin = fcntl (fd, F_DUPFD_CLOEXEC, 0);

  return twin >= 0 && (close (twin) == 0 || errno == EINTR);
}

/* A network's rename may be done and reported as failed; the file itself tells. */
static gboolean
is_at (int fd, const char *path)
{
  struct stat written, there;

  return fstat (fd, &written) == 0 && g_lstat (path, &there) == 0 && written.st_dev == there.st_dev
         && written.st_ino == there.st_ino;
}

/* The new name itself lies in the folder, which is written to the disk like a file. */
static gboolean
sync_folder (const char *folder, GError **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int number = fd < 0 || sync_file (fd) ? 0 : errno;

  if (fd >= 0)
    close (fd);
  /* A folder that may not be listed, a file system that does not know the question. */
  if (number != EIO && number != ENOSPC && number != EDQUOT)
    return TRUE;
  g_set_error (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_UNSURE,
               _("the file is written, but the disk reports an error and may lose it when the "
                  "power fails (%s); save it to another place, too"),
               g_strerror (number));
  return FALSE;
}

static gboolean
fill (KumojiSibling *sibling,
      const char *target,
      const struct stat *old,
      KumojiAccess access,
      GBytes *bytes)
{
  if (!write_all (sibling->fd, bytes))
    return FALSE;
  if (access == KUMOJI_ACCESS_KEEP && old->st_mode != 0)
    kumoji_access_copy (target, old, sibling->fd);
  return sync_file (sibling->fd) && close_twin (sibling->fd) && kumoji_sibling_name (sibling);
}

/* The whole new file, on the disk, under a name of its own. Where the first way fails for whatever
 * reason, the plain one is tried: not every file system can name a file that has none. */
static KumojiSibling *
prepare (const char *folder,
         const char *target,
         const struct stat *old,
         KumojiAccess access,
         GBytes *bytes)
{
  gboolean is_new_document = access == KUMOJI_ACCESS_KEEP && old->st_mode == 0;
  KumojiSiblingKind kinds[] = { KUMOJI_SIBLING_UNNAMED, KUMOJI_SIBLING_NAMED };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (KumojiSibling) sibling =
        kumoji_sibling_new (folder, is_new_document ? NEW_FILE_MODE : OWNER_MODE, kinds[i]);
      if (sibling != NULL && fill (sibling, target, old, access, bytes))
        return g_steal_pointer (&sibling);
      /* The last errno is the caller's. */
      int number = errno;
      g_clear_pointer (&sibling, kumoji_sibling_free);
      errno = number;
    }
  return NULL;
}

static gboolean
replace (const char *target,
         const struct stat *old,
         KumojiAccess access,
         GBytes *bytes,
         GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autoptr (KumojiSibling) sibling = NULL;

  kumoji_sibling_sweep (folder);
  sibling = prepare (folder, target, old, access, bytes);
  if (sibling == NULL)
    return fail_errno (error, errno);
  if (g_rename (sibling->path, target) != 0)
    {
      int number = errno;
      if (!is_at (sibling->fd, target))
        return fail_errno (error, number);
    }
  kumoji_sibling_moved (sibling);
  return sync_folder (folder, error);
}

/**
 * kumoji_local_save:
 * @path: where to
 * @bytes: what it shall hold
 * @access: who may read it
 * @error: return location for what the system says, or for %KUMOJI_FILE_ERROR_UNSURE, where the
 *   file holds @bytes and the disk may lose them
 *
 * Returns: whether the file holds @bytes now, to stay
 */
gboolean
kumoji_local_save (const char *path, GBytes *bytes, KumojiAccess access, GError **error)
{
  g_autofree char *target = resolve_links (path, error);
  struct stat old;

  return target != NULL && check_target (target, &old, error)
         && replace (target, &old, access, bytes, error);
}

/**
 * kumoji_local_save_check:
 * @path: where to
 * @error: return location for what the system says
 *
 * What kumoji_local_save() would stumble over before it writes the first byte. Nothing is written.
 *
 * Returns: whether @path could be written as far as can be told before
 */
gboolean
kumoji_local_save_check (const char *path, GError **error)
{
  g_autofree char *target = resolve_links (path, error);
  g_autofree char *folder = target != NULL ? g_path_get_dirname (target) : NULL;
  struct stat old;

  if (target == NULL || !check_target (target, &old, error))
    return FALSE;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return fail_errno (error, ENOENT);
  return g_access (folder, W_OK | X_OK) == 0 || fail_errno (error, errno);
}
