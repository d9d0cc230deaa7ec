/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that edits and saves as fast as it can, killed at random moments: its file is whole,
 * and nothing that it reported as saved is lost.
 *
 * usage: kill-test, or kill-test --edit FILE for the program that is killed */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catalog/kumoji-language.h"
#include "files/kumoji-project-file.h"
#include "files/kumoji-safe-save.h"
#include "files/kumoji-sample.h"
#include "project/kumoji-edit.h"

#define KILLS 300
#define MAX_DELAY 12000 /* microseconds from the first save on; a save takes a part of that */

/* Which edit is the last that @project holds. */
static guint64
read_number (KumojiProject *project)
{
  return g_ascii_strtoull (kumoji_project_get_company (project), NULL, 10);
}

static KumojiProject *
load (GFile *file)
{
  g_autoptr (GError) error = NULL;
  KumojiProject *project = kumoji_project_file_load (file, KUMOJI_LOAD_NONE, NULL, NULL, &error);

  g_assert_no_error (error);
  return project;
}

static void
save (KumojiProject *project, GFile *file)
{
  g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  g_autoptr (GError) error = NULL;

  kumoji_project_file_save (file, snapshot, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Two records say the number, so that half an edit would be seen. */
static void
edit (KumojiProject *project, guint64 number)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *assets = kumoji_project_get_assets (project);
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  kumoji_history_begin (history, "edit");
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_profile (project)), "company",
                           text);
  kumoji_history_set_text (history, kumoji_list_get (assets, 0), "name", text);
  kumoji_history_end (history);
}

/* Edits and saves until nobody listens; writes each number on standard output once it is saved. */
static int
run_editor (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KumojiProject) project = load (file);
  guint64 number = read_number (project);

  do
    {
      edit (project, ++number);
      save (project, file);
    }
  while (write (STDOUT_FILENO, &number, sizeof number) == sizeof number);
  return 1;
}

/* Lets the editor work and kills it. Returns: the last number that it reported */
static guint64
kill_editor (const char *path)
{
  const char *arguments[] = { "/proc/self/exe", "--edit", path, NULL };
  g_autoptr (GError) error = NULL;
  guint64 number, last = 0;
  GPid child;
  int output;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &child, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  /* It is at work from here on. */
  g_assert_cmpint (read (output, &last, sizeof last), ==, sizeof last);
  g_usleep (g_random_int_range (0, MAX_DELAY));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  while (read (output, &number, sizeof number) == sizeof number)
    last = number;
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  close (output);
  return last;
}

/* Returns: how many files lie in @folder */
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
test_kill (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kumoji-kill-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "a.kumoji.json", NULL);
  g_autoptr (KumojiProject) first = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  guint64 n_saves = 0, n_later = 0, n_left = 0;

  edit (first, 0);
  save (first, file);
  for (guint i = 0; i < KILLS; i++)
    {
      guint64 reported = kill_editor (g_file_peek_path (file));
      g_autoptr (KumojiProject) project = load (file);
      guint64 number = read_number (project);

      /* The last that was reported, or the one that was written and not reported yet. */
      g_assert_cmpuint (number, >=, reported);
      g_assert_cmpuint (number, <=, reported + 1);
      KumojiRecord *asset = kumoji_list_get (kumoji_project_get_assets (project), 0);
      g_assert_cmpstr (kumoji_record_get_text (asset, "name"), ==,
                       kumoji_project_get_company (project));
      n_saves = number;
      n_later += number > reported;
      n_left += count_files (folder) > 1;
      g_assert_cmpuint (count_files (folder), <=, 2);
    }
  g_test_message ("%d kills in %" G_GUINT64_FORMAT
                  " saves: none lost, none broken; %" G_GUINT64_FORMAT
                  " were saved and not reported yet, %" G_GUINT64_FORMAT " left a hidden file",
                  KILLS, n_saves, n_later, n_left);
  save (first, file);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  if (argc == 3 && g_str_equal (argv[1], "--edit"))
    return run_editor (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/edit-and-save", test_kill);

  return g_test_run ();
}
