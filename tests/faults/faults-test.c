/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every call of a save made to fail in turn: the file is the old or the new one, whole, and the
 * save says which.
 *
 * usage: faults-test LIBRARY SAVER */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catalog/kumoji-language.h"
#include "faults/saver.h"
#include "files/kumoji-project-file.h"
#include "files/kumoji-safe-save.h"
#include "files/kumoji-sample.h"

#define FOR_EVER "1000000"

static const char *library, *saver;
static guint n_survived; /* faults, in all places */

/* How a save may find its place. */
typedef enum
{
  PLACE_OLD,
  PLACE_NEW,
  PLACE_LINK,
  PLACE_STALE,  /* somebody else wrote the file meanwhile */
  PLACE_REMOTE, /* the way of GVfs mounts */
  PLACE_PRIVATE_OLD,
  PLACE_PRIVATE_NEW, /* in a folder that has to be made */
} Place;

/* What the saver calls it. */
static const char *const ways[] = {
  [PLACE_OLD] = "keep",
  [PLACE_NEW] = "keep",
  [PLACE_LINK] = "keep",
  [PLACE_STALE] = "stale",
  [PLACE_REMOTE] = "remote",
  [PLACE_PRIVATE_OLD] = "private",
  [PLACE_PRIVATE_NEW] = "private",
};

static const char *const calls[] = {
  "open",      "write",     "fsync",    "rename", "link",  "unlink", "close",
  "ftruncate", "fallocate", "fchmod",   "fchown", "flock", "mkdir",  "read",
  "stat",      "access",    "readlink", "xattr",  "fcntl",
};

/* 0: a write that takes half. */
static const int errors[] = { ENOSPC, EIO, EINTR, EACCES, 0 };

typedef struct
{
  Place place;
  char *folder;
  char *path;   /* that is saved to */
  char *target; /* where that leads */
  char *source; /* elsewhere: the new project */
  GBytes *old;  /* NULL for none */
  GBytes *new;
  guint n_injected;
  guint n_unsure;
  guint n_struck[G_N_ELEMENTS (calls)];
} Fixture;

static GBytes *
make_project (const char *name)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (name, KUMOJI_LANGUAGE_JA);
  g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));

  return kumoji_project_file_compose (snapshot, NULL);
}

static void
write_bytes (const char *path, GBytes *bytes, guint mode)
{
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
}

/* The place as it is before each save. */
static void
lay_out (Fixture *fixture)
{
  remove_all (fixture->folder);
  if (fixture->place == PLACE_PRIVATE_NEW)
    return;
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  if (fixture->old != NULL)
    write_bytes (fixture->target, fixture->old, 0640);
  if (fixture->place == PLACE_LINK)
    g_assert_cmpint (symlink ("a.kumoji.json", fixture->path), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = g_dir_make_tmp ("kumoji-faults-XXXXXX", NULL);

  fixture->place = GPOINTER_TO_INT (data);
  fixture->folder = g_build_filename (base, "folder", NULL);
  fixture->source = g_build_filename (base, "source.kumoji.json", NULL);
  fixture->target = g_build_filename (fixture->folder, "a.kumoji.json", NULL);
  fixture->path = fixture->place == PLACE_LINK
                    ? g_build_filename (fixture->folder, "link.kumoji.json", NULL)
                    : g_strdup (fixture->target);
  if (fixture->place != PLACE_NEW && fixture->place != PLACE_PRIVATE_NEW)
    fixture->old = make_project (KUMOJI_SAMPLE_BLANK);
  fixture->new = make_project (KUMOJI_SAMPLE_COMPANY);
  write_bytes (fixture->source, fixture->new, 0600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = g_path_get_dirname (fixture->source);

  remove_all (fixture->folder);
  remove_all (base);
  g_free (fixture->folder);
  g_free (fixture->source);
  g_free (fixture->target);
  g_free (fixture->path);
  g_clear_pointer (&fixture->old, g_bytes_unref);
  g_bytes_unref (fixture->new);
}

/* Returns: how the saver ended; @n_injected and @said what it printed */
static int
run_saver (Fixture *fixture,
           const char *call,
           guint at,
           int error,
           const char *times,
           guint *n_injected,
           char **said)
{
  const char *arguments[] = { saver, ways[fixture->place], fixture->path, fixture->source, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *at_text = g_strdup_printf ("%u", at),
                  *error_text = g_strdup_printf ("%d", error);
  g_autoptr (GError) failed = NULL;
  int status;

  environment = g_environ_setenv (environment, "LD_PRELOAD", library, TRUE);
  environment = g_environ_setenv (environment, "KUMOJI_FAULT_CALL", call, TRUE);
  environment = g_environ_setenv (environment, "KUMOJI_FAULT_AT", at_text, TRUE);
  environment = g_environ_setenv (environment, "KUMOJI_FAULT_TIMES", times, TRUE);
  environment = g_environ_setenv (environment, "KUMOJI_FAULT_ERRNO", error_text, TRUE);
  g_spawn_sync (NULL, (char **) arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, said, NULL,
                &status, &failed);
  g_assert_no_error (failed);
  *n_injected = strtoul (*said, NULL, 10);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

static gboolean
holds (const char *path, GBytes *bytes)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    return bytes == NULL && !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (GBytes) there = g_bytes_new_take (g_steal_pointer (&content), length);
  return bytes != NULL && g_bytes_equal (there, bytes);
}

/* Whether nobody may do with the file what he might not before. */
static void
assert_mode (Fixture *fixture)
{
  gboolean private = fixture->place == PLACE_PRIVATE_OLD || fixture->place == PLACE_PRIVATE_NEW;
  guint most = holds (fixture->target, fixture->old) || !private ? 0640 : 0600;
  struct stat status;

  if (g_stat (fixture->target, &status) != 0)
    return;
  /* A new file is like any document, and a mount has its own rules. */
  if (fixture->place != PLACE_NEW && fixture->place != PLACE_REMOTE)
    g_assert_cmpuint (status.st_mode & 07777 & ~most, ==, 0);
}

/* What lies beside the file and its link. */
static guint
count_leftovers (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      if (g_str_equal (path, fixture->target) || g_str_equal (path, fixture->path))
        continue;
      /* Hidden, and no name of a project. */
      g_assert_true (g_str_has_prefix (name, ".kumoji-") && !g_str_has_suffix (name, ".json"));
      n++;
    }
  return n;
}

static void
check_place (Fixture *fixture, const char *call, int status, const char *said)
{
  GBytes *expected = status == SAVER_REFUSED ? fixture->old : fixture->new;

  g_assert_true (status == SAVER_SAVED || status == SAVER_REFUSED || status == SAVER_UNSURE);
  g_assert_true (holds (fixture->target, expected));
  assert_mode (fixture);
  if (status != SAVER_SAVED && fixture->place != PLACE_REMOTE)
    g_assert_nonnull (strstr (said, "; "));
  if (fixture->place == PLACE_LINK)
    g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  /* No fault makes it forget to look. */
  if (fixture->place == PLACE_STALE)
    g_assert_cmpint (status, ==, SAVER_REFUSED);
  if (count_leftovers (fixture) == 0)
    return;

  /* Only where it could not be taken away; and the next save does. */
  g_assert_cmpstr (call, ==, "unlink");
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_assert_true (kumoji_safe_save (file, fixture->new, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (count_leftovers (fixture), ==, 0);
}

/* One kind of call, one error, for every n: until a save has no n-th one. */
static void
try_every (Fixture *fixture, guint call, int error, const char *times)
{
  guint n_injected;

  for (guint at = 1;; at++)
    {
      g_autofree char *said = NULL;
      lay_out (fixture);
      int status = run_saver (fixture, calls[call], at, error, times, &n_injected, &said);
      g_test_message ("%s %u: %s, %s: %d, %s", calls[call], at,
                      error != 0 ? g_strerror (error) : "half",
                      g_str_equal (times, FOR_EVER) ? "for ever" : "once", status,
                      g_strchomp (said));
      check_place (fixture, calls[call], status, said);
      if (n_injected == 0)
        {
          g_assert_cmpint (status, ==, fixture->place == PLACE_STALE ? SAVER_REFUSED : SAVER_SAVED);
          return;
        }
      fixture->n_injected += n_injected;
      fixture->n_unsure += status == SAVER_UNSURE;
      fixture->n_struck[call] += n_injected;
    }
}

/* What a save cannot do without, and a folder that did not reach the disk; a fault that never
 * strikes would prove nothing. */
static void
assert_struck (Fixture *fixture)
{
  static const char *const needed[] = {
    "open", "write", "fsync", "rename", "link", "close", "stat"
  };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (g_strv_contains (needed, calls[i]))
      g_assert_cmpuint (fixture->n_struck[i], >, 0);
  g_assert_cmpuint (fixture->n_unsure, >, 0);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  for (guint call = 0; call < G_N_ELEMENTS (calls); call++)
    for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
      {
        if (errors[i] == 0 && !g_str_equal (calls[call], "write"))
          continue;
        try_every (fixture, call, errors[i], "1");
        /* Who is interrupted for ever may try for ever. */
        if (errors[i] != EINTR)
          try_every (fixture, call, errors[i], FOR_EVER);
      }
  /* GIO has its own calls, and a stale file is not touched. */
  if (fixture->place != PLACE_STALE && fixture->place != PLACE_REMOTE)
    assert_struck (fixture);
  g_test_message ("%u faults injected and survived", fixture->n_injected);
  g_assert_cmpuint (fixture->n_injected, >, 50);
  n_survived += fixture->n_injected;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  library = argv[1];
  saver = argv[2];

#define ADD(name, place)                                                                           \
  g_test_add ("/faults/" name, Fixture, GINT_TO_POINTER (place), set_up, test_faults, tear_down)
  ADD ("over-a-file", PLACE_OLD);
  ADD ("new-file", PLACE_NEW);
  ADD ("through-a-link", PLACE_LINK);
  ADD ("stale", PLACE_STALE);
  ADD ("remote", PLACE_REMOTE);
  ADD ("private", PLACE_PRIVATE_OLD);
  ADD ("private-new", PLACE_PRIVATE_NEW);

  int result = g_test_run ();
  g_print ("# all places: %u faults injected and survived\n", n_survived);
  return result;
}
