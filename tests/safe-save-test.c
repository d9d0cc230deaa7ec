/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test of the safe save: the file is the old or the new one, whole, and nothing lies beside it. */
#include "files/kumoji-safe-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "catalog/kumoji-language.h"
#include "files/kumoji-file-error.h"
#include "files/kumoji-remote-save.h"

#define BIG (256 * 1024)

typedef struct
{
  char *folder;
  gboolean remote; /* the way of GVfs mounts, tried on a local file */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("kumoji-save-XXXXXX", NULL);
  fixture->remote = GPOINTER_TO_INT (data);
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

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static char *
path_in (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static gboolean
save_to (Fixture *fixture, const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) cause = NULL;

  if (!fixture->remote)
    return kumoji_safe_save (file, bytes, NULL, NULL, NULL, error);
  if (kumoji_remote_save (file, bytes, NULL, &cause))
    return TRUE;
  kumoji_file_error_set_write (error, cause);
  kumoji_file_error_name (error, file);
  return FALSE;
}

static void
save_text (Fixture *fixture, const char *path, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  save_to (fixture, path, bytes, &error);
  g_assert_no_error (error);
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, text, strlen (text));
}

static guint
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
assert_refused (Fixture *fixture, const char *path, const char *pattern)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (BIG), BIG);
  g_autoptr (GError) error = NULL;

  g_assert_false (save_to (fixture, path, bytes, &error));
  g_assert_error (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_WRITE);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("“%s” is not as “%s”", error->message, pattern);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "新しい 案件.kumoji.json");
  mode_t old = umask (027);

  save_text (fixture, path, "one");
  umask (old);
  assert_holds (path, "one");
  if (!fixture->remote) /* a mount has its own rules */
    g_assert_cmpuint (mode_of (path), ==, 0640);
  save_text (fixture, path, "");
  assert_holds (path, "");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_mode (Fixture *fixture, gconstpointer data)
{
  static const guint modes[] = { 0600, 0640, 0664, 0666, 0755, 0444 | 0200 };
  g_autofree char *path = path_in (fixture, "a");

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      g_assert_cmpint (g_chmod (path, modes[i]), ==, 0);
      save_text (fixture, path, "new");
      assert_holds (path, "new");
      g_assert_cmpuint (mode_of (path), ==, modes[i]);
    }
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = path_in (fixture, "target"), *link = path_in (fixture, "link");
  g_autofree char *second = path_in (fixture, "second"), *circle = path_in (fixture, "circle");
  g_autofree char *end = NULL;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink ("target", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  save_text (fixture, second, "new");
  assert_holds (target, "new");
  end = g_file_read_link (link, NULL);
  g_assert_cmpstr (end, ==, "target");
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));

  /* A link that leads nowhere yet. */
  g_assert_cmpint (g_remove (target), ==, 0);
  save_text (fixture, second, "again");
  assert_holds (target, "again");
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_SYMLINK));

  g_assert_cmpint (symlink ("circle", circle), ==, 0);
  assert_refused (fixture, circle, "circle: its links lead in a circle; *");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (fixture->folder, "no", "a.kumoji.json", NULL);
  g_autofree char *below = g_build_filename (fixture->folder, "file", "a.kumoji.json", NULL);
  g_autofree char *file = path_in (fixture, "file"), *pipe = path_in (fixture, "pipe");
  g_autofree char *long_name = g_strnfill (300, 'n'), *long_path = path_in (fixture, long_name);
  g_autofree char *locked = path_in (fixture, "locked");

  assert_refused (fixture, inside, "a.kumoji.json: its folder does not exist; *");
  g_assert_true (g_file_set_contents (file, "old", -1, NULL));
  assert_refused (fixture, below, "a.kumoji.json: its folder does not exist; *");
  assert_refused (fixture, fixture->folder, "*: this is a folder; *");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (fixture, pipe, "pipe: this is no ordinary file; *");
  assert_refused (fixture, "/dev/full", "full: this is no ordinary file; *");
  assert_refused (fixture, "/dev/null", "null: this is no ordinary file; *");
  assert_refused (fixture, long_path, "*: the name is too long; *");
  if (geteuid () != 0)
    {
      g_assert_true (g_file_set_contents (locked, "old", -1, NULL));
      g_assert_cmpint (g_chmod (locked, 0444), ==, 0);
      assert_refused (fixture, locked, "locked: you may not write there; *");
      g_assert_cmpint (g_chmod (locked, 0644), ==, 0);
      g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
      assert_refused (fixture, file, "file: you may not write there; *");
      g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
      g_assert_cmpint (g_remove (locked), ==, 0);
    }
  assert_holds (file, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

/* A limit of the process cuts the write in the middle, as a quota does. */
static void
test_cut_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a");
  struct rlimit old, small;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = BIG / 2;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_refused (fixture, path, "a: the file cannot be written; *");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  assert_holds (path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
on_small_disk (Fixture *fixture, const char *disk)
{
  g_autofree char *path = g_build_filename (disk, "a", NULL);
  g_autofree char *other = g_build_filename (disk, "b", NULL);

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  assert_refused (fixture, path, "a: the disk is full; *");
  assert_refused (fixture, other, "b: the disk is full; *");
  assert_holds (path, "old");
  g_assert_cmpuint (count_files (disk), ==, 1);

  g_assert_cmpint (mount ("tmpfs", disk, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  assert_refused (fixture, path, "a: *; choose another *");
  assert_refused (fixture, other, "b: *; choose another *");
  assert_holds (path, "old");
  g_assert_cmpuint (count_files (disk), ==, 1);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *disk = path_in (fixture, "disk");

  g_assert_cmpint (g_mkdir (disk, 0755), ==, 0);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=128k") != 0)
    {
      g_test_skip ("a disk can be mounted by root only");
      return;
    }
  on_small_disk (fixture, disk);
  g_assert_cmpint (umount (disk), ==, 0);
}

static void
assert_changed (GFile *file, const KumojiStamp *stamp, const char *theirs)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("mine", 4);
  g_autoptr (GError) error = NULL;

  g_assert_false (kumoji_safe_save (file, bytes, stamp, NULL, NULL, &error));
  g_assert_error (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_CHANGED);
  g_assert_true (g_str_has_prefix (error->message, "a: somebody else changed this file"));
  assert_holds (g_file_peek_path (file), theirs);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) mine = g_bytes_new_static ("mine", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiStamp) first = NULL, second = NULL, third = NULL;
  struct timespec times[2] = { { 1, 0 }, { 1, 0 } };

  kumoji_safe_save (file, mine, NULL, NULL, &first, &error);
  g_assert_no_error (error);

  /* Only touched: what it holds is the same. */
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  kumoji_safe_save (file, mine, first, NULL, &second, &error);
  g_assert_no_error (error);

  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
  assert_changed (file, second, "theirs");

  /* As long as before, and no newer by its time. */
  g_assert_true (g_file_set_contents (path, "mins", -1, NULL));
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  assert_changed (file, second, "mins");

  /* Gone: nothing could be overwritten. */
  g_assert_cmpint (g_remove (path), ==, 0);
  kumoji_safe_save (file, mine, second, NULL, &third, &error);
  g_assert_no_error (error);
  assert_holds (path, "mine");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (kumoji_safe_save (file, bytes, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_holds (path, "old");
}

static void
save_private (const char *path, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  kumoji_safe_save_private (path, bytes, &error);
  g_assert_no_error (error);
  assert_holds (path, text);
  g_assert_cmpuint (mode_of (path), ==, 0600);
}

/* What Kumoji keeps for itself is its owner's alone, in folders that are, too. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autofree char *outer = path_in (fixture, "state"), *inner = path_in (fixture, "state/copies");
  g_autofree char *path = path_in (fixture, "state/copies/a"), *below = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;
  mode_t old = umask (0);

  save_private (path, "one");
  g_assert_cmpuint (mode_of (outer), ==, 0700);
  g_assert_cmpuint (mode_of (inner), ==, 0700);
  g_assert_cmpint (g_chmod (path, 0666), ==, 0);
  save_private (path, "two");
  umask (old);
  g_assert_cmpuint (count_files (inner), ==, 1);

  below = g_build_filename (path, "b", NULL);
  g_assert_false (kumoji_safe_save_private (below, bytes, &error));
  g_assert_error (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_WRITE);
  g_assert_true (g_str_has_prefix (error->message, "its folder does not exist; "));

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (inner), ==, 0);
}

static void
write_text (const char *path, const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* What a killed save has left goes with the next save; what anybody else has there stays. */
static void
test_leftovers (Fixture *fixture, gconstpointer data)
{
  static const char *const others[] = {
    ".kumoji-saving-0123abc", ".kumoji-saving-0123abcd~", ".kumoji-saving-0123abcX",
    "kumoji-saving-0123abcd", ".kumoji-saving-",          ".kumoji-saving-00000002",
    "a.kumoji.json.00000000",
  };
  g_autofree char *path = path_in (fixture, "a"),
                  *left = path_in (fixture, ".kumoji-saving-0123abcd");
  g_autofree char *busy = path_in (fixture, ".kumoji-saving-00000001");
  g_autofree char *link = path_in (fixture, ".kumoji-saving-00000002");
  int fd;

  for (guint i = 0; i < G_N_ELEMENTS (others) - 2; i++)
    {
      g_autofree char *other = path_in (fixture, others[i]);
      write_text (other, "other");
    }
  g_autofree char *last = path_in (fixture, others[G_N_ELEMENTS (others) - 1]);
  write_text (last, "other");
  g_assert_cmpint (symlink (last, link), ==, 0);
  write_text (left, "half a proj");
  write_text (busy, "at work");
  fd = open (busy, O_RDWR);
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);

  save_text (fixture, path, "new");
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  assert_holds (busy, "at work");
  g_assert_cmpuint (count_files (fixture->folder), ==, G_N_ELEMENTS (others) + 2);

  /* Its writer is gone. */
  close (fd);
  save_text (fixture, path, "newer");
  g_assert_false (g_file_test (busy, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (fixture->folder), ==, G_N_ELEMENTS (others) + 1);
}

/* A name as long as a folder takes one: 85 letters of Japanese. */
static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n'), *path = path_in (fixture, name);

  save_text (fixture, path, "one");
  save_text (fixture, path, "two");
  assert_holds (path, "two");
}

/* The owner may write, user 1 may read, the group may nothing; the bound is "read". */
static const guint32 access_list[] = {
  0x00000002, 0x00060001, 0xffffffff, 0x00040002, 1,          0x00000004,
  0xffffffff, 0x00040010, 0xffffffff, 0x00000020, 0xffffffff,
};

static void
test_access_list (Fixture *fixture, gconstpointer data)
{
  static const char list[] = "system.posix_acl_access";
  g_autofree char *path = path_in (fixture, "a");
  guint32 now[G_N_ELEMENTS (access_list)];

  write_text (path, "old");
  if (setxattr (path, list, access_list, sizeof access_list, 0) != 0)
    {
      g_test_skip (errno == ENOTSUP ? "no access lists here" : g_strerror (errno));
      return;
    }
  g_assert_cmpuint (mode_of (path), ==, 0640);
  save_text (fixture, path, "new");
  assert_holds (path, "new");
  g_assert_cmpint (getxattr (path, list, now, sizeof now), ==, sizeof access_list);
  g_assert_cmpmem (now, sizeof now, access_list, sizeof access_list);
  g_assert_cmpuint (mode_of (path), ==, 0640);
}

/* What root saves for somebody stays that person's. */
static void
test_owner (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a");
  struct stat status;

  if (geteuid () != 0)
    {
      g_test_skip ("only root may give a file away");
      return;
    }
  write_text (path, "old");
  g_assert_cmpint (chown (path, 1234, 4321), ==, 0);
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  save_text (fixture, path, "new");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_uid, ==, 1234);
  g_assert_cmpuint (status.st_gid, ==, 4321);
  g_assert_cmpuint (mode_of (path), ==, 0640);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);

#define ADD(way, remote, name, function)                                                           \
  g_test_add ("/safe-save/" way "/" name, Fixture, GINT_TO_POINTER (remote), set_up, function,     \
              tear_down)
#define ADD_BOTH(name, function)                                                                   \
  ADD ("local", FALSE, name, function);                                                            \
  ADD ("remote", TRUE, name, function)
  ADD_BOTH ("new", test_new);
  ADD_BOTH ("mode", test_mode);
  ADD_BOTH ("links", test_links);
  ADD_BOTH ("refused", test_refused);
  ADD_BOTH ("cut-write", test_cut_write);
  ADD_BOTH ("full-disk", test_full_disk);
  ADD ("local", FALSE, "changed", test_changed);
  ADD ("local", FALSE, "cancelled", test_cancelled);
  ADD ("local", FALSE, "private", test_private);
  ADD ("local", FALSE, "leftovers", test_leftovers);
  ADD ("local", FALSE, "long-name", test_long_name);
  ADD ("local", FALSE, "access-list", test_access_list);
  ADD ("local", FALSE, "owner", test_owner);

  return g_test_run ();
}
