/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real disk that is full, or full after the next few pages: the file is the old or the new one,
 * whole, and the save says which. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catalog/kumoji-language.h"
#include "files/kumoji-project-file.h"
#include "files/kumoji-safe-save.h"
#include "files/kumoji-sample.h"

#define DISK_PAGES 128
#define CANNOT_MOUNT 77 /* an exit status */

static KumojiSnapshot *
take (const char *name)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (name, KUMOJI_LANGUAGE_JA);

  return kumoji_record_snapshot (KUMOJI_RECORD (project));
}

static guint64
free_bytes (const char *disk)
{
  struct statvfs status;

  g_assert_cmpint (statvfs (disk, &status), ==, 0);
  return (guint64) status.f_bavail * status.f_bsize;
}

/* Leaves room for @n_pages. */
static void
fill (const char *disk, guint n_pages)
{
  g_autofree char *path = g_build_filename (disk, "filler", NULL);
  guint64 page = sysconf (_SC_PAGESIZE), room = free_bytes (disk);
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpuint (room, >, n_pages * page);
  g_assert_cmpint (posix_fallocate (fd, 0, room - n_pages * page), ==, 0);
  close (fd);
  g_assert_cmpuint (free_bytes (disk), ==, n_pages * page);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
try_save (GFile *file, KumojiSnapshot *from, KumojiSnapshot *to)
{
  g_autoptr (GBytes) old = from != NULL ? kumoji_project_file_compose (from, NULL) : NULL;
  g_autoptr (GBytes) new = kumoji_project_file_compose (to, NULL);
  g_autoptr (GError) error = NULL;
  gboolean saved = kumoji_project_file_save (file, to, NULL, NULL, NULL, &error);
  g_autoptr (GBytes) there = g_file_load_bytes (file, NULL, NULL, NULL);

  if (saved)
    g_assert_true (g_bytes_equal (there, new));
  else
    {
      g_assert_nonnull (strstr (error->message, "the disk is full; "));
      g_assert_true (old != NULL ? g_bytes_equal (there, old) : there == NULL);
    }
  return saved;
}

/* Room for no page, for one, for two, until the whole project fits. */
static void
fill_more_and_more (const char *disk, gboolean over_old)
{
  g_autofree char *path = g_build_filename (disk, "a.kumoji.json", NULL);
  g_autofree char *filler = g_build_filename (disk, "filler", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KumojiSnapshot) small = take (KUMOJI_SAMPLE_BLANK),
                             large = take (KUMOJI_SAMPLE_COMPANY);
  guint n_pages = 0;
  gboolean saved = FALSE;

  for (; !saved; n_pages++)
    {
      g_unlink (path);
      g_unlink (filler);
      if (over_old)
        g_assert_true (kumoji_project_file_save (file, small, NULL, NULL, NULL, NULL));
      fill (disk, n_pages);
      saved = try_save (file, over_old ? small : NULL, large);
      g_assert_cmpuint (count_files (disk), ==, saved || over_old ? 2 : 1);
    }
  g_test_message ("%u full disks survived", n_pages - 1);
  /* The project takes many pages: it was cut in the middle, too. */
  g_assert_cmpuint (n_pages, >, 4);
  g_unlink (path);
  g_unlink (filler);
}

static gboolean
write_map (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean written = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);
  return written;
}

/* Root of a namespace that holds nobody else; the real root needs none. */
static gboolean
become_root (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", geteuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", getegid ());

  return geteuid () == 0
         || (unshare (CLONE_NEWUSER) == 0 && write_map ("/proc/self/uid_map", users)
             && write_map ("/proc/self/setgroups", "deny")
             && write_map ("/proc/self/gid_map", groups));
}

/* In a mount namespace of its own, where a user may mount. Returns: the exit status */
static int
in_namespace (const char *disk)
{
  g_autofree char *size = g_strdup_printf ("size=%ld", DISK_PAGES * sysconf (_SC_PAGESIZE));

  if (!become_root () || unshare (CLONE_NEWNS) != 0
      || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("tmpfs", disk, "tmpfs", 0, size) != 0)
    return CANNOT_MOUNT;
  fill_more_and_more (disk, TRUE);
  fill_more_and_more (disk, FALSE);
  return 0;
}

static void
test_full_disk (void)
{
  g_autofree char *disk = g_dir_make_tmp ("kumoji-disk-XXXXXX", NULL);
  pid_t child = fork ();
  int status;

  if (child == 0)
    _exit (in_namespace (disk));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (g_rmdir (disk), ==, 0);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == CANNOT_MOUNT)
    g_test_skip ("this system lets nobody but root mount a disk");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  g_test_add_func ("/full-disk/room-for-some-pages", test_full_disk);

  return g_test_run ();
}
