/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test of locks: one at a time, stale ones taken over, foreign ones never in silence. */
#include "files/kumoji-lock.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catalog/kumoji-language.h"

#define LOCK ".~lock.plan.kumoji.json#"
#define RACERS 12
#define ROUNDS 25

#define FOREIGN                                                                                    \
  "{\"format\": \"kumoji-lock\", \"version\": 1, \"token\": \"t\", \"since\": "                    \
  "\"2026-11-20T01:25:00Z\", \"owner\": {\"user\": \"tanaka\", \"name\": \"田中\", \"host\": "   \
  "\"elsewhere\", \"pid\": 7}}"

typedef struct
{
  char *folder;
  char *path;
  char *lock;
  GFile *file;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("kumoji-lock-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "plan.kumoji.json", NULL);
  self->lock = g_build_filename (self->folder, LOCK, NULL);
  self->file = g_file_new_for_path (self->path);
  g_assert_true (g_file_set_contents (self->path, "{}", -1, NULL));
}

static void
assert_files (const char *path, guint expected)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  g_assert_cmpuint (n, ==, expected);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->lock);
  g_unlink (self->path);
  /* Fails where something else was left beside the file. */
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_object_unref (self->file);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->lock);
}

/* A child draws the same random numbers as its parent, which programs that are started do not. */
static pid_t
fork_child (void)
{
  pid_t child = fork ();

  if (child == 0)
    g_random_set_seed ((guint32) getpid ());
  return child;
}

/* A process takes the lock and waits. */
static pid_t
hold_in_child (GFile *file)
{
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork_child ();
  if (child == 0)
    {
      g_autoptr (KumojiLock) lock = NULL;

      if (kumoji_lock_take (file, FALSE, &lock) != KUMOJI_LOCK_OURS)
        _exit (1);
      if (write (ready[1], "x", 1) == 1)
        pause ();
      _exit (0);
    }
  close (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  return child;
}

static void
end_child (pid_t child)
{
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
}

static void
test_take (Fixture *self, gconstpointer data)
{
  g_autoptr (KumojiLock) second = NULL;
  KumojiLock *lock = NULL;

  g_assert_cmpint (kumoji_lock_take (self->file, FALSE, &lock), ==, KUMOJI_LOCK_OURS);
  g_assert_true (g_file_test (self->lock, G_FILE_TEST_EXISTS));
  g_assert_cmpint (lock->since, >, 0);

  /* Another window of this program. */
  g_assert_cmpint (kumoji_lock_take (self->file, FALSE, &second), ==, KUMOJI_LOCK_HELD);
  g_assert_cmpint (kumoji_owner_get_state (second->owner), ==, KUMOJI_OWNER_SELF);
  g_assert_true (g_file_equal (second->place, lock->place));
  g_assert_cmpint (second->since, ==, lock->since);

  kumoji_lock_release (lock);
  assert_files (self->folder, 1);
  g_clear_pointer (&second, kumoji_lock_free);
  g_assert_cmpint (kumoji_lock_take (self->file, FALSE, &second), ==, KUMOJI_LOCK_OURS);
  kumoji_lock_release (g_steal_pointer (&second));
}

/* By whatever way one comes to the file, the lock is the same. */
static void
test_links (Fixture *self, gconstpointer data)
{
  g_autofree char *sub = g_build_filename (self->folder, "sub", NULL);
  g_autofree char *link = g_build_filename (sub, "other.kumoji.json", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (link);
  g_autoptr (KumojiLock) lock = NULL, held = NULL;

  g_assert_cmpint (g_mkdir (sub, 0755), ==, 0);
  g_assert_cmpint (symlink ("../plan.kumoji.json", link), ==, 0);
  g_assert_cmpint (kumoji_lock_take (other, FALSE, &lock), ==, KUMOJI_LOCK_OURS);
  g_assert_true (g_file_test (self->lock, G_FILE_TEST_EXISTS));
  g_assert_cmpint (kumoji_lock_take (self->file, FALSE, &held), ==, KUMOJI_LOCK_HELD);
  kumoji_lock_release (g_steal_pointer (&lock));
  g_assert_cmpint (g_unlink (link), ==, 0);
  g_assert_cmpint (g_rmdir (sub), ==, 0);
}

static void
test_stale (Fixture *self, gconstpointer data)
{
  pid_t child = hold_in_child (self->file);
  g_autoptr (KumojiLock) lock = NULL;

  g_assert_cmpint (kumoji_lock_take (self->file, FALSE, &lock), ==, KUMOJI_LOCK_HELD);
  g_assert_cmpint (lock->owner->pid, ==, child);
  g_assert_cmpint (kumoji_owner_get_state (lock->owner), ==, KUMOJI_OWNER_RUNNING);
  g_assert_cmpstr (lock->owner->user, ==, g_get_user_name ());
  g_clear_pointer (&lock, kumoji_lock_free);

  end_child (child);
  g_assert_cmpint (kumoji_lock_take (self->file, FALSE, &lock), ==, KUMOJI_LOCK_OURS);
  assert_files (self->folder, 2);
  kumoji_lock_release (g_steal_pointer (&lock));
}

static void
test_foreign (Fixture *self, gconstpointer data)
{
  g_autoptr (KumojiLock) lock = NULL, mine = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (self->lock, FOREIGN, -1, NULL));
  g_assert_cmpint (kumoji_lock_take (self->file, FALSE, &lock), ==, KUMOJI_LOCK_HELD);
  g_assert_cmpstr (lock->owner->name, ==, "田中");
  g_assert_cmpstr (lock->owner->host, ==, "elsewhere");
  g_assert_cmpint (lock->since, ==, 1795137900);
  g_assert_cmpint (kumoji_owner_get_state (lock->owner), ==, KUMOJI_OWNER_UNKNOWN);

  /* Only where the user says so; and who comes back finds that the lock is another's now. */
  g_assert_cmpint (kumoji_lock_take (self->file, TRUE, &mine), ==, KUMOJI_LOCK_OURS);
  kumoji_lock_release (g_steal_pointer (&lock));
  g_assert_true (g_file_get_contents (self->lock, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, mine->token));
  kumoji_lock_release (g_steal_pointer (&mine));
}

/* Somebody has the file, though nothing more can be said; nothing waits, nothing crashes. */
static void
test_unreadable (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = {
    "", "[]", "{}", "tanaka,host,2026", "{\"format\": \"kumoji-lock\", \"owner\": 5}", "\xff"
  };
  g_autoptr (KumojiLock) lock = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_clear_pointer (&lock, kumoji_lock_free);
      g_assert_true (g_file_set_contents (self->lock, texts[i], -1, NULL));
      g_assert_cmpint (kumoji_lock_take (self->file, FALSE, &lock), ==, KUMOJI_LOCK_HELD);
      g_assert_cmpstr (lock->owner->user, ==, g_get_user_name ());
      g_assert_cmpint (lock->since, >, 0);
      g_assert_cmpint (kumoji_owner_get_state (lock->owner), ==, KUMOJI_OWNER_UNKNOWN);
    }
  g_clear_pointer (&lock, kumoji_lock_free);
  g_assert_cmpint (g_unlink (self->lock), ==, 0);
  g_assert_cmpint (mkfifo (self->lock, 0600), ==, 0);
  g_assert_cmpint (kumoji_lock_take (self->file, FALSE, &lock), ==, KUMOJI_LOCK_HELD);
  g_clear_pointer (&lock, kumoji_lock_free);
  g_assert_cmpint (kumoji_lock_take (self->file, TRUE, &lock), ==, KUMOJI_LOCK_OURS);
  kumoji_lock_release (g_steal_pointer (&lock));
}

static void
test_no_place (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) root = g_file_new_for_path ("/");
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/no/such/folder/plan.kumoji.json");
  g_autofree char *long_name = g_strnfill (250, 'n');
  g_autoptr (GFile) long_file = g_file_new_build_filename (self->folder, long_name, NULL);
  g_autoptr (KumojiLock) lock = NULL;

  g_assert_cmpint (kumoji_lock_take (root, FALSE, &lock), ==, KUMOJI_LOCK_NONE);
  g_assert_cmpint (kumoji_lock_take (nowhere, FALSE, &lock), ==, KUMOJI_LOCK_NONE);
  g_assert_cmpint (kumoji_lock_take (long_file, FALSE, &lock), ==, KUMOJI_LOCK_NONE);
  g_assert_null (lock);
  if (geteuid () != 0)
    {
      g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
      g_assert_cmpint (kumoji_lock_take (self->file, FALSE, &lock), ==, KUMOJI_LOCK_NONE);
      g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
    }
  assert_files (self->folder, 1);
}

static void
race (GFile *file, int start, int result)
{
  g_autoptr (KumojiLock) lock = NULL;
  char byte;

  if (read (start, &byte, 1) != 0) /* until the other end is closed: all at once */
    _exit (1);
  byte = kumoji_lock_take (file, FALSE, &lock) == KUMOJI_LOCK_OURS ? '1' : '0';
  if (write (result, &byte, 1) == 1)
    pause ();
  _exit (0);
}

/* Many at once at a stale lock, again and again: one gets it, none but one. */
static void
test_race (Fixture *self, gconstpointer data)
{
  end_child (hold_in_child (self->file));
  for (guint round = 0; round < ROUNDS; round++)
    {
      pid_t children[RACERS];
      int start[2], result[2];
      guint n = 0;
      char byte;

      g_assert_cmpint (pipe (start), ==, 0);
      g_assert_cmpint (pipe (result), ==, 0);
      for (guint i = 0; i < RACERS; i++)
        {
          children[i] = fork_child ();
          if (children[i] == 0)
            {
              close (start[1]);
              race (self->file, start[0], result[1]);
            }
        }
      close (start[0]);
      close (start[1]);
      for (guint i = 0; i < RACERS; i++)
        {
          g_assert_cmpint (read (result[0], &byte, 1), ==, 1);
          n += byte == '1';
        }
      g_assert_cmpuint (n, ==, 1);
      for (guint i = 0; i < RACERS; i++)
        end_child (children[i]);
      close (result[0]);
      close (result[1]);
    }
  assert_files (self->folder, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);

#define ADD(name, function) g_test_add ("/lock/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("take", test_take);
  ADD ("links", test_links);
  ADD ("stale", test_stale);
  ADD ("foreign", test_foreign);
  ADD ("unreadable", test_unreadable);
  ADD ("no-place", test_no_place);
  ADD ("race", test_race);
#undef ADD
  return g_test_run ();
}
