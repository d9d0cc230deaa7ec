/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that edits and saves, killed at random moments: the next start finds what it kept, no
 * file is broken, and no edit is lost that is older than the keeper's interval.
 *
 * The interval is a few hundred times shorter than in the application, and so is the time between
 * two edits. How far the copy may lag behind is counted in edits: a machine that is busy edits as
 * slowly as it keeps.
 *
 * usage: recovery-kill-test, or recovery-kill-test --edit FILE LOG for the program that is killed
 */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/kumoji-session.h"
#include "catalog/kumoji-language.h"
#include "files/kumoji-project-file.h"
#include "files/kumoji-recovery.h"

#define KILLS 200
#define INTERVAL 30    /* milliseconds, as many edits at most */
#define MAX_LIFE 90000 /* microseconds from the first edit to the kill */
#define SLACK 3        /* edits that share a turn of the main loop with the timer */
#define N_TIMES 65536

/* What the killed program tells, in memory that outlives it. */
typedef struct
{
  volatile guint64 edit;     /* the last one made */
  volatile guint64 snapshot; /* the last one in the copy that was begun last */
  volatile guint64 kept;     /* the last one in a copy on the disk */
  volatile guint64 idle;     /* the last one when no copy was being written any more */
  volatile guint64 saved;    /* the last one in the file */
  volatile guint64 settled;  /* the last one when a save was done */
  volatile guint64 late;     /* the most that a turn of the main loop was behind, milliseconds */
  volatile gint writing;
  volatile gint ready;
  volatile gint64 times[N_TIMES];
} Log;

/* --- The program that is killed ----------------------------------------------------------- */

typedef struct
{
  KumojiSession *session;
  GFile *file;
  Log *log;
  guint64 save;
  GRand *rand;
} Editor;

static guint64
number_of (KumojiProject *project)
{
  return g_ascii_strtoull (kumoji_project_get_company (project), NULL, 10);
}

/* A timer runs from the moment that it was made, the edits from the beginning of the turn: what
 * lies between them, on a machine that is busy, is room for more edits. */
static void
measure (Editor *self)
{
  gint64 behind = g_get_monotonic_time () - g_source_get_time (g_main_current_source ());

  self->log->late = MAX (self->log->late, (guint64) behind / 1000 + 1);
}

/* The keeper asks this right before it takes its snapshot. */
static KumojiTyping *
snapshot_cb (gpointer data)
{
  Editor *self = data;

  self->log->snapshot = self->log->edit;
  self->log->writing = TRUE;
  return NULL;
}

static void
kept_cb (KumojiKeeper *keeper, Editor *self)
{
  self->log->kept = self->log->snapshot;
  self->log->idle = self->log->edit;
  self->log->writing = FALSE;
}

static void
failed_cb (KumojiKeeper *keeper, const char *message)
{
  g_error ("not kept: %s", message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Editor *self = data;
  g_autoptr (GError) error = NULL;

  kumoji_session_save_finish (self->session, result, &error);
  /* Killed between the end of a save and the next copy: the copy knows the file as it was before,
   * and the user is asked. All that is in the file is in the copy as well, see kill_one(). */
  if (g_error_matches (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_CHANGED))
    {
      self->save = self->log->edit;
      kumoji_session_save_async (self->session, self->file, KUMOJI_SAVING_OVERWRITE, saved_cb,
                                 self);
      return;
    }
  g_assert_no_error (error);
  self->log->saved = self->save;
  self->log->settled = self->log->edit;
  measure (self);
}

static gboolean
edit_cb (gpointer data)
{
  Editor *self = data;
  KumojiProject *project = kumoji_session_get_project (self->session);
  KumojiHistory *history = kumoji_project_get_history (project);
  guint64 number = self->log->edit + 1;
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  self->log->times[number % N_TIMES] = g_get_monotonic_time ();
  self->log->edit = number;
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_profile (project)), "company",
                           text);
  kumoji_history_seal (history);
  measure (self);
  self->log->ready = TRUE;
  if (g_rand_int_range (self->rand, 0, 60) == 0 && !kumoji_session_is_busy (self->session))
    {
      self->save = number;
      kumoji_session_save_async (self->session, self->file, KUMOJI_SAVING_CAREFULLY, saved_cb,
                                 self);
    }
  return G_SOURCE_CONTINUE;
}

static void
start (Editor *self)
{
  self->log->edit = number_of (kumoji_session_get_project (self->session));
  self->log->snapshot = self->log->edit;
  self->log->settled = self->log->edit;
  g_timeout_add (1, edit_cb, self);
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Editor *self = data;
  g_autoptr (GError) error = NULL;

  kumoji_session_recover_finish (self->session, result, &error);
  g_assert_no_error (error);
  g_assert_null (kumoji_session_get_holder (self->session));
  start (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Editor *self = data;
  g_autoptr (GError) error = NULL;

  /* The lock of the one that was killed is stale, and in nobody's way. */
  kumoji_session_load_finish (self->session, result, &error);
  g_assert_no_error (error);
  start (self);
}

static int
run_editor (const char *path, const char *log_path)
{
  Editor self = { .session = kumoji_session_new (), .file = g_file_new_for_path (path) };
  KumojiKeeper *keeper = kumoji_session_get_keeper (self.session);
  g_autoptr (GPtrArray) copies = kumoji_recovery_list (NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  int descriptor = open (log_path, O_RDWR);

  self.rand = g_rand_new ();
  self.log = mmap (NULL, sizeof (Log), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  g_assert_true (self.log != MAP_FAILED);
  kumoji_keeper_set_interval (keeper, INTERVAL);
  kumoji_keeper_set_typing (keeper, snapshot_cb, &self);
  g_signal_connect (keeper, "kept", G_CALLBACK (kept_cb), &self);
  g_signal_connect (keeper, "failed", G_CALLBACK (failed_cb), NULL);
  if (copies->len > 0)
    kumoji_session_recover_async (self.session, ((KumojiRecovery *) copies->pdata[0])->id,
                                  recovered_cb, &self);
  else if (g_file_query_exists (self.file, NULL))
    kumoji_session_load_async (self.session, self.file, KUMOJI_OPENING_FREE, loaded_cb, &self);
  else
    start (&self);
  g_main_loop_run (loop);
  return 0;
}

/* --- The one that kills ------------------------------------------------------------------- */

typedef struct
{
  GFile *file;
  char *log_path;
  Log *log;
  guint copies;
  guint64 lost;
  guint64 most_lost;
  gint64 oldest; /* microseconds */
} Killer;

static guint64
number_in_file (Killer *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiProject) project = NULL;

  if (!g_file_query_exists (self->file, NULL))
    return 0;
  project = kumoji_project_file_load (self->file, KUMOJI_LOAD_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  return number_of (project);
}

static guint64
number_in_copy (Killer *self)
{
  guint n_broken;
  g_autoptr (GPtrArray) copies = kumoji_recovery_list (&n_broken);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (KumojiRecovery) copy = NULL;
  g_autoptr (KumojiProject) project = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (n_broken, ==, 0);
  /* A save forgets the copy, and one that is being written then is found by its older name. */
  g_assert_cmpuint (copies->len, <=, 2);
  if (copies->len == 0)
    return 0;
  self->copies++;
  copy = kumoji_recovery_read (((KumojiRecovery *) copies->pdata[0])->id, &bytes, &error);
  g_assert_no_error (error);
  project = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, &error);
  g_assert_no_error (error);
  for (guint i = 1; i < copies->len; i++)
    kumoji_recovery_remove (((KumojiRecovery *) copies->pdata[i])->id, NULL);
  return number_of (project);
}

static void
kill_one (Killer *self, GRand *rand)
{
  Log *log = self->log;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *argv[] = { program, "--edit", g_file_peek_path (self->file), self->log_path, NULL };
  g_autoptr (GError) error = NULL;
  int status;
  GPid child;
  gint64 now;

  memset (log, 0, sizeof *log);
  g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, &error);
  g_assert_no_error (error);
  while (!log->ready && waitpid (child, &status, WNOHANG) == 0)
    g_usleep (500);
  g_assert_true (log->ready);
  g_usleep ((gulong) g_rand_int_range (rand, 0, MAX_LIFE));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  now = g_get_monotonic_time ();

  guint64 file = number_in_file (self), copy = number_in_copy (self);
  guint64 found = MAX (file, copy);
  g_assert_cmpuint (found, >=, MAX (log->kept, log->saved));
  g_assert_cmpuint (found, <=, log->edit);
  /* Since the last copy was begun, only what fits into an interval; while one is being written,
   * what comes meanwhile waits for it. */
  if (!log->writing)
    g_assert_cmpuint (log->edit, <=,
                      MAX (MAX (log->snapshot, log->settled) + INTERVAL, log->idle) + SLACK
                        + log->late);
  if (found < log->edit)
    self->oldest = MAX (self->oldest, now - log->times[(found + 1) % N_TIMES]);
  self->lost += log->edit - found;
  self->most_lost = MAX (self->most_lost, log->edit - found);
  /* Where the copy is behind the file, it was saved, and the user would see it so. */
  if (copy < file)
    {
      g_autoptr (GPtrArray) copies = kumoji_recovery_list (NULL);
      for (guint i = 0; i < copies->len; i++)
        kumoji_recovery_remove (((KumojiRecovery *) copies->pdata[i])->id, NULL);
    }
}

static void
test_kill (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kumoji-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.kumoji.json", NULL);
  g_autofree char *lock = g_build_filename (folder, ".~lock.plan.kumoji.json#", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  Killer self = { .file = g_file_new_for_path (path) };
  int descriptor;

  self.log_path = g_build_filename (folder, "log", NULL);
  descriptor = open (self.log_path, O_RDWR | O_CREAT, 0600);
  g_assert_cmpint (ftruncate (descriptor, sizeof (Log)), ==, 0);
  self.log = mmap (NULL, sizeof (Log), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  for (guint i = 0; i < KILLS; i++)
    kill_one (&self, rand);
  g_test_message ("%u kills in %" G_GUINT64_FORMAT " edits: %u copies found, %" G_GUINT64_FORMAT
                  " edits lost, %" G_GUINT64_FORMAT " at most in one kill, the oldest %.0f ms old "
                  "(interval %u ms)",
                  KILLS, self.log->edit, self.copies, self.lost, self.most_lost,
                  (double) self.oldest / 1000, INTERVAL);
  g_assert_cmpuint (self.copies, >, 0);

  munmap (self.log, sizeof (Log));
  close (descriptor);
  g_unlink (self.log_path);
  g_unlink (path);
  g_unlink (lock);
  g_rmdir (folder);
  g_free (self.log_path);
  g_object_unref (self.file);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_rmdir (path);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = NULL;
  int status;

  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  if (argc == 4 && g_str_equal (argv[1], "--edit"))
    return run_editor (argv[2], argv[3]);
  home = g_dir_make_tmp ("kumoji-kill-home-XXXXXX", NULL);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  /* The backups of saved versions. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery/kill", test_kill);
  status = g_test_run ();
  remove_folder (home);
  return status;
}
