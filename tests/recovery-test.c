/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test of recovery copies: whose they are, that none is lost, and that none meets another. */
#include "files/kumoji-recovery.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catalog/kumoji-language.h"
#include "files/kumoji-guard.h"
#include "files/kumoji-project-file.h"

static char *self_path;

static GBytes *
make_project (const char *company)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  kumoji_history_set_text (kumoji_project_get_history (project),
                           KUMOJI_RECORD (kumoji_project_get_profile (project)), "company",
                           company);
  return kumoji_project_to_bytes (project);
}

static KumojiRecovery *
make_copy (const char *path, const char *company, gint64 time)
{
  KumojiRecovery *copy = kumoji_recovery_new (NULL);

  if (path != NULL)
    copy->file = g_file_new_for_path (path);
  g_free (copy->company);
  copy->company = g_strdup (company);
  copy->time = time;
  copy->base = g_strdup ("0123");
  return copy;
}

static GBytes *
write_copy (const KumojiRecovery *copy)
{
  GBytes *project = make_project (copy->company);
  g_autoptr (GError) error = NULL;

  kumoji_recovery_write (copy, project, &error);
  g_assert_no_error (error);
  return project;
}

static char *
path_of (const char *id, const char *suffix)
{
  g_autofree char *folder = kumoji_recovery_dup_folder ();
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  return g_build_filename (folder, name, NULL);
}

static void
clean (void)
{
  g_autofree char *path = kumoji_recovery_dup_folder ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_assert_cmpint (g_remove (child), ==, 0);
    }
}

/* A process that writes copies and ends, as one that crashed. */
static void
write_in_child (const char *kind)
{
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;
  const char *argv[] = { self_path, "--child", kind, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static int
run_child (const char *kind)
{
  g_autoptr (KumojiRecovery) first = make_copy ("/one/plan.kumoji.json", "一番地", 1000);
  g_autoptr (KumojiRecovery) second = make_copy ("/two/plan.kumoji.json", "Second", 3000);
  g_autoptr (KumojiRecovery) third = make_copy (NULL, "", 2000);

  g_bytes_unref (write_copy (first));
  if (g_str_equal (kind, "three"))
    {
      g_bytes_unref (write_copy (second));
      g_bytes_unref (write_copy (third));
    }
  return 0;
}

static guint
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_round_trip (void)
{
  g_autoptr (KumojiRecovery) copy = make_copy ("/some/雲.kumoji.json", "雲路 \"商店\"\n", 1234567);
  g_autofree char *path = path_of (copy->id, ".kumoji-recovery");
  g_autofree char *folder = kumoji_recovery_dup_folder ();
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GBytes) project = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiRecovery) read = NULL;
  g_autoptr (KumojiProject) opened = NULL;
  mode_t old = umask (0);

  expected = write_copy (copy);
  umask (old);
  g_assert_cmpuint (mode_of (path), ==, 0600);
  g_assert_cmpuint (mode_of (folder), ==, 0700);
  read = kumoji_recovery_read (copy->id, &project, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (read->file, copy->file));
  g_assert_cmpstr (read->company, ==, copy->company);
  g_assert_cmpint (read->time, ==, copy->time);
  g_assert_cmpstr (read->base, ==, "0123");
  g_assert_cmpint (kumoji_owner_get_state (read->owner), ==, KUMOJI_OWNER_SELF);
  g_assert_true (g_bytes_equal (project, expected));
  opened = kumoji_project_file_parse (project, KUMOJI_LOAD_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kumoji_project_get_company (opened), ==, copy->company);

  /* A folder that was open to others is closed again, and removing twice is no error. */
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_bytes_unref (write_copy (copy));
  g_assert_cmpuint (mode_of (folder), ==, 0700);
  g_assert_true (kumoji_recovery_remove (copy->id, &error));
  g_assert_true (kumoji_recovery_remove (copy->id, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_list (void)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (KumojiRecovery) mine = make_copy (NULL, "Open here", 9000);
  guint n_broken;

  write_in_child ("three");
  g_bytes_unref (write_copy (mine)); /* open in a program that runs: this one */
  copies = kumoji_recovery_list (&n_broken);
  g_assert_cmpuint (n_broken, ==, 0);
  g_assert_cmpuint (copies->len, ==, 3);

  KumojiRecovery *second = copies->pdata[0], *third = copies->pdata[1], *first = copies->pdata[2];
  g_assert_cmpstr (second->company, ==, "Second");
  g_assert_cmpstr (g_file_peek_path (second->file), ==, "/two/plan.kumoji.json");
  g_assert_null (third->file);
  g_assert_cmpstr (first->company, ==, "一番地");
  g_assert_cmpstr (g_file_peek_path (first->file), ==, "/one/plan.kumoji.json");
  g_assert_cmpint (kumoji_owner_get_state (first->owner), ==, KUMOJI_OWNER_GONE);

  /* Whoever opens one has it from then on. */
  g_bytes_unref (write_copy (first));
  g_ptr_array_unref (copies);
  copies = kumoji_recovery_list (NULL);
  g_assert_cmpuint (copies->len, ==, 2);
  clean ();
}

/* Each broken file is told of once and stays, under another name. */
static void
test_broken (void)
{
  static const char *const texts[] = {
    "",
    "\n",
    "not JSON",
    "{\"format\": \"kumoji-recovery\", \"version\": 1}\n",
    "{\"format\": \"kumoji-recovery\", \"version\": \"1\", \"digest\": 5}\n",
    "{\"format\": \"kumoji-recovery\", \"version\": 1, \"digest\": \"00\", \"owner\": []}\n{}\n",
    "{\"format\": \"kumoji-project\", \"version\": 1}\n",
    "[]\n",
    "\xff\xfe\n",
  };
  g_autoptr (GPtrArray) copies = NULL, again = NULL;
  g_autofree char *newer = path_of ("newer", ".kumoji-recovery");
  guint n_broken;

  write_in_child ("one");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id = g_strdup_printf ("bad-%u", i);
      g_autofree char *path = path_of (id, ".kumoji-recovery");
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    }
  g_assert_true (g_file_set_contents (
    newer, "{\"format\": \"kumoji-recovery\", \"version\": 2, \"new\": true}\nsomething", -1,
    NULL));
  copies = kumoji_recovery_list (&n_broken);
  g_assert_cmpuint (n_broken, ==, G_N_ELEMENTS (texts));
  g_assert_cmpuint (copies->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id = g_strdup_printf ("bad-%u", i);
      g_autofree char *path = path_of (id, ".kumoji-recovery.broken");
      g_autofree char *content = NULL;
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, texts[i]);
    }
  g_assert_true (g_file_test (newer, G_FILE_TEST_EXISTS));
  again = kumoji_recovery_list (&n_broken);
  g_assert_cmpuint (n_broken, ==, 0);
  g_assert_cmpuint (again->len, ==, 1);
  clean ();
}

/* Cut anywhere, a copy is known to be no copy. */
static void
test_cut (void)
{
  g_autoptr (KumojiRecovery) copy = make_copy (NULL, "Cut", 1);
  g_autofree char *path = path_of (copy->id, ".kumoji-recovery");
  g_autofree char *content = NULL;
  gsize length;

  g_bytes_unref (write_copy (copy));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize n = 0; n < length; n++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, content, (gssize) n, NULL));
      g_assert_null (kumoji_recovery_read (copy->id, NULL, &error));
      g_assert_nonnull (error);
    }
  clean ();
}

static KumojiOwnerState
state_with (char **member, const char *value, const KumojiOwner *owner)
{
  char *old = *member;
  KumojiOwnerState state;

  *member = (char *) value;
  state = kumoji_owner_get_state (owner);
  *member = old;
  return state;
}

static void
test_owner (void)
{
  g_autoptr (KumojiOwner) me = kumoji_owner_new_self ();
  g_autoptr (JsonNode) node = kumoji_owner_to_json (me);
  g_autoptr (KumojiOwner) read = kumoji_owner_new_from_json (json_node_get_object (node));
  g_autoptr (KumojiOwner) nobody = kumoji_owner_new_from_json (NULL);
  g_autoptr (KumojiOwner) user = kumoji_owner_new_user ("hanako", "Unknown");
  pid_t child;

  g_assert_cmpint (kumoji_owner_get_state (me), ==, KUMOJI_OWNER_SELF);
  g_assert_cmpint (kumoji_owner_get_state (read), ==, KUMOJI_OWNER_SELF);
  g_assert_cmpint (kumoji_owner_get_state (nobody), ==, KUMOJI_OWNER_UNKNOWN);
  g_assert_cmpint (kumoji_owner_get_state (user), ==, KUMOJI_OWNER_UNKNOWN);
  g_assert_cmpstr (user->name, ==, "hanako");

  /* The number was given out again; the computer was started anew; another computer, one of the
   * same name, another container. */
  g_assert_cmpint (state_with (&read->start, "1", read), ==, KUMOJI_OWNER_GONE);
  g_assert_cmpint (state_with (&read->boot, "another", read), ==, KUMOJI_OWNER_GONE);
  g_assert_cmpint (state_with (&read->host, "another", read), ==, KUMOJI_OWNER_UNKNOWN);
  g_assert_cmpint (state_with (&read->machine, "another", read), ==, KUMOJI_OWNER_UNKNOWN);
  g_assert_cmpint (state_with (&read->space, "another", read), ==, KUMOJI_OWNER_UNKNOWN);
  g_assert_cmpint (state_with (&read->start, "", read), ==, KUMOJI_OWNER_UNKNOWN);

  /* A process that was killed and that nobody has asked after is gone, too. */
  child = fork ();
  if (child == 0)
    {
      pause ();
      _exit (0);
    }
  read->pid = child;
  g_assert_cmpint (kumoji_owner_get_state (read), ==, KUMOJI_OWNER_GONE);
  kill (child, SIGKILL);
  waitid (P_PID, (id_t) child, &(siginfo_t){ 0 }, WEXITED | WNOWAIT);
  g_assert_cmpint (kumoji_owner_get_state (read), ==, KUMOJI_OWNER_GONE);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
}

static void
test_refused (void)
{
  g_autofree char *folder = kumoji_recovery_dup_folder ();
  g_autofree char *moved = g_strconcat (folder, ".moved", NULL);
  g_autoptr (KumojiRecovery) copy = make_copy (NULL, "Refused", 1);
  g_autoptr (GBytes) project = make_project ("Refused");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  /* A file stands where the folder should be. */
  g_assert_cmpint (g_rename (folder, moved), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", -1, NULL));
  g_assert_false (kumoji_recovery_write (copy, project, &error));
  g_assert_error (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_WRITE);
  copies = kumoji_recovery_list (NULL);
  g_assert_cmpuint (copies->len, ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
  g_assert_cmpint (g_rename (moved, folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = NULL;
  int status;

  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  if (argc == 3 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2]);

  home = g_dir_make_tmp ("kumoji-state-XXXXXX", NULL);
  g_assert_nonnull (home);
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  self_path = g_file_read_link ("/proc/self/exe", NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery/round-trip", test_round_trip);
  g_test_add_func ("/recovery/list", test_list);
  g_test_add_func ("/recovery/broken", test_broken);
  g_test_add_func ("/recovery/cut", test_cut);
  g_test_add_func ("/recovery/owner", test_owner);
  g_test_add_func ("/recovery/refused", test_refused);
  status = g_test_run ();

  clean ();
  g_autofree char *folder = kumoji_recovery_dup_folder (), *parent = g_path_get_dirname (folder);
  g_rmdir (folder);
  g_rmdir (parent);
  g_rmdir (home);
  g_free (self_path);
  return status;
}
