/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sibling: the new file, while it is written beside the old one (private).
 *
 * Its name is hidden and does not end as a project's, so that no dialog offers it. Who writes it
 * holds a lock on it; the system drops the lock with its holder. A sibling that can be locked is
 * therefore what a kill has left, and the next save takes it away. */
#define _GNU_SOURCE /* O_TMPFILE */
#include "files/kumoji-sibling.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define PREFIX ".kumoji-saving-"
#define DIGITS 8
#define MAX_TRIES 100

static char *
make_path (const char *folder)
{
  g_autofree char *name = g_strdup_printf (PREFIX "%0*x", DIGITS, g_random_int ());

  return g_build_filename (folder, name, NULL);
}

static int
open_named (const char *folder, mode_t mode, char **path)
{
  for (int i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *candidate = make_path (folder);
      int fd = open (candidate, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);

      if (fd >= 0)
        *path = g_steal_pointer (&candidate);
      if (fd >= 0 || (errno != EEXIST && errno != EINTR))
        return fd;
    }
  return -1;
}

/**
 * kumoji_sibling_new:
 * @folder: where it shall stand
 * @mode: who may read it and write it, less the umask
 * @kind: how it is made
 *
 * Returns: (transfer full) (nullable): an empty one; %NULL with errno where the system has none
 */
KumojiSibling *
kumoji_sibling_new (const char *folder, mode_t mode, KumojiSiblingKind kind)
{
  KumojiSibling *self;
  char *path = NULL;
  int fd = kind == KUMOJI_SIBLING_NAMED ? open_named (folder, mode, &path)
                                        : open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, mode);

  if (fd < 0)
    return NULL;
  /* Where there are no locks nobody can take this one for left behind, either. */
  flock (fd, LOCK_EX | LOCK_NB);
  self = g_new0 (KumojiSibling, 1);
  self->fd = fd;
  self->path = path;
  self->folder = g_strdup (folder);
  return self;
}

/**
 * kumoji_sibling_name:
 * @self: a sibling that is whole
 *
 * Gives it a name in its folder where it has none yet.
 *
 * Returns: whether it has one; where not, errno says why
 */
gboolean
kumoji_sibling_name (KumojiSibling *self)
{
  g_autofree char *source = g_strdup_printf ("/proc/self/fd/%d", self->fd);

  for (int i = 0; self->path == NULL && i < MAX_TRIES; i++)
    {
      g_autofree char *candidate = make_path (self->folder);
      if (linkat (AT_FDCWD, source, AT_FDCWD, candidate, AT_SYMLINK_FOLLOW) == 0)
        self->path = g_steal_pointer (&candidate);
      else if (errno != EEXIST && errno != EINTR)
        return FALSE;
    }
  return self->path != NULL;
}

/**
 * kumoji_sibling_moved:
 * @self: a sibling
 *
 * It stands under another name now, to stay.
 */
void
kumoji_sibling_moved (KumojiSibling *self)
{
  g_clear_pointer (&self->path, g_free);
}

/**
 * kumoji_sibling_free:
 * @self: (transfer full): a sibling
 *
 * Takes it away, unless it was moved.
 */
void
kumoji_sibling_free (KumojiSibling *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

static gboolean
is_name (const char *name)
{
  const char *digits = name + strlen (PREFIX);

  return g_str_has_prefix (name, PREFIX) && strlen (digits) == DIGITS
         && strspn (digits, "0123456789abcdef") == DIGITS;
}

/* Whether the file is one of ours, and nobody is at work on it; the lock is the caller's then. */
static gboolean
is_left_behind (int fd, const char *path)
{
  struct stat opened, there;

  return fstat (fd, &opened) == 0 && S_ISREG (opened.st_mode) && opened.st_uid == geteuid ()
         && flock (fd, LOCK_EX | LOCK_NB) == 0
         /* Moved by its writer, and another one of this name, between opening and locking. */
         && g_lstat (path, &there) == 0 && there.st_dev == opened.st_dev
         && there.st_ino == opened.st_ino;
}

/**
 * kumoji_sibling_sweep:
 * @folder: a folder
 *
 * Takes away what a save that was killed has left there.
 */
void
kumoji_sibling_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = is_name (name) ? g_build_filename (folder, name, NULL) : NULL;
      /* For writing: a network file system gives its locks to nobody else. */
      int fd = path != NULL ? open (path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) : -1;

      if (fd < 0)
        continue;
      if (is_left_behind (fd, path))
        g_unlink (path);
      close (fd);
    }
}
