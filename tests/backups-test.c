/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: what is kept, what is thinned out, and what never happens to a save because of them. */
#define _GNU_SOURCE
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/kumoji-backups.h"
#include "files/kumoji-kept-save.h"
#include "files/kumoji-sample.h"

#define ID "0f0e0d0c-0b0a-4908-8706-050403020100"
#define SECOND G_USEC_PER_SEC
#define HOUR (3600 * (gint64) G_USEC_PER_SEC)
#define DAY (24 * HOUR)
#define START (G_GINT64_CONSTANT (1792000800) * G_USEC_PER_SEC) /* on the hour, in 2026 */

static GFile *
new_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  return g_file_new_for_path (path);
}

static void
touch (GFile *file)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "x", 1, NULL));
}

static void
keep (const char *id, GFile *file, const char *text, gint64 time)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  kumoji_backups_keep (id, file, bytes, time, &error);
  g_assert_no_error (error);
}

static void
keep_number (GFile *file, guint number, gint64 time)
{
  g_autofree char *text = g_strdup_printf ("version %u", number);

  keep (ID, file, text, time);
}

/* What the versions hold, the newest first, as "3 2 1". */
static char *
read_all (const char *id)
{
  g_autoptr (GPtrArray) backups = kumoji_backups_list (id);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < backups->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = kumoji_backup_read (backups->pdata[i], &error);
      g_assert_no_error (error);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      const char *number = strrchr (text, ' ') != NULL ? strrchr (text, ' ') + 1 : text;
      g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", number);
    }
  return g_string_free (all, FALSE);
}

static void
assert_kept (const char *expected)
{
  g_autofree char *all = read_all (ID);

  g_assert_cmpstr (all, ==, expected);
}

static void
test_ten (void)
{
  g_autoptr (GFile) file = new_file ("a.kumoji.json");

  assert_kept ("");
  for (guint i = 1; i <= 10; i++)
    keep_number (file, i, START + i * SECOND);
  assert_kept ("10 9 8 7 6 5 4 3 2 1");
  /* Within one hour the earliest goes. */
  keep_number (file, 11, START + 11 * SECOND);
  assert_kept ("11 10 9 8 7 6 5 4 3 2");
}

static void
test_private (void)
{
  g_autoptr (GFile) file = new_file ("a.kumoji.json");
  g_autofree char *folder = kumoji_backups_dup_folder (ID);
  g_autoptr (GPtrArray) backups = NULL;
  GStatBuf status;

  keep_number (file, 1, START + 123456);
  backups = kumoji_backups_list (ID);
  const KumojiBackup *backup = backups->pdata[0];
  g_autofree char *name = g_path_get_basename (backup->path);
  g_assert_true (g_str_has_prefix (name, "20261014T180000.123456Z-"));
  g_assert_cmpint (backup->time, ==, START + 123456);
  g_assert_cmpuint (backup->size, ==, strlen ("version 1"));
  g_assert_true (g_str_has_suffix (backup->uri, "/a.kumoji.json"));
  g_assert_cmpint (g_stat (backup->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
}

/* A morning of saving never drives out last week. */
static void
test_thinning (void)
{
  g_autoptr (GFile) file = new_file ("a.kumoji.json");
  gint64 monday = START / (7 * DAY) * 7 * DAY;

  keep_number (file, 1, monday);
  keep_number (file, 2, monday + 8 * DAY);
  keep_number (file, 3, monday + 8 * DAY + HOUR);
  keep_number (file, 4, monday + 9 * DAY);
  keep_number (file, 5, monday + 15 * DAY + HOUR);
  keep_number (file, 6, monday + 15 * DAY + 2 * HOUR);
  for (guint i = 7; i <= 11; i++)
    keep_number (file, i, monday + 16 * DAY + i * SECOND);
  /* No two behind the newest four in one hour: of one day, the earlier. */
  assert_kept ("11 10 9 8 7 6 5 4 3 1");
  keep_number (file, 12, monday + 16 * DAY + 12 * SECOND);
  assert_kept ("12 11 10 9 8 6 5 4 3 1");
  keep_number (file, 13, monday + 16 * DAY + 13 * SECOND);
  assert_kept ("13 12 11 10 9 6 5 4 3 1");
  for (guint i = 14; i <= 20; i++)
    keep_number (file, i, monday + 17 * DAY + i * HOUR);
  /* The last of each day, behind the newest four. */
  assert_kept ("20 19 18 17 16 13 6 4 3 1");
  for (guint i = 21; i <= 60; i++)
    keep_number (file, i, monday + i * 7 * DAY);
  assert_kept ("60 59 58 57 56 55 54 53 52 51");
}

static void
test_same_content (void)
{
  g_autoptr (GFile) file = new_file ("a.kumoji.json");
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "version 1", -1);

  g_assert_false (kumoji_backups_has (ID, digest));
  keep_number (file, 1, START);
  g_assert_true (kumoji_backups_has (ID, digest));
  keep_number (file, 2, START + SECOND);
  keep_number (file, 1, START + 2 * SECOND);
  assert_kept ("1 2");
}

/* What was just saved is never what goes, whatever the clock says. */
static void
test_clock (void)
{
  g_autoptr (GFile) file = new_file ("a.kumoji.json");

  for (guint i = 1; i <= 10; i++)
    keep_number (file, i, START + i * 9 * DAY);
  keep_number (file, 11, START - 400 * DAY);
  assert_kept ("10 9 8 7 6 5 4 3 2 11");
  keep_number (file, 12, START - 401 * DAY);
  g_autofree char *all = read_all (ID);
  g_assert_true (g_str_has_suffix (all, " 12"));
  /* Two in one second, and in one microsecond. */
  keep_number (file, 13, START + 999 * DAY);
  keep_number (file, 14, START + 999 * DAY);
  keep_number (file, 15, START + 999 * DAY + 1);
  g_free (g_steal_pointer (&all));
  all = read_all (ID);
  g_assert_true (g_str_has_prefix (all, "15 14 13 ") || g_str_has_prefix (all, "15 13 14 "));
  /* Times that no calendar has. */
  keep_number (file, 16, G_MININT64);
  keep_number (file, 17, G_MAXINT64);
}

static void
test_foreign (void)
{
  g_autoptr (GFile) file = new_file ("a.kumoji.json");
  g_autofree char *folder = kumoji_backups_dup_folder (ID);
  static const char *const names[] = {
    "notes.txt",
    "20261014T180000.000000Z-0123456789abcdef-01234567.kumoji.json~",
    "20261399T180000.000000Z-0123456789abcdef-01234567.kumoji.json",
    "20261014T180000.000000Z-0123456789ABCDEF-01234567.kumoji.json",
    "my.place",
    ".20261014T180000.000000Z-0123456789abcdef-01234567.kumoji.json",
  };
  static const char dir[] = "20261014T180001.000000Z-0123456789abcdef-01234567.kumoji.json";
  static const char link[] = "20261014T180002.000000Z-0123456789abcdef-01234567.kumoji.json";

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
    }
  g_autofree char *dir_path = g_build_filename (folder, dir, NULL);
  g_autofree char *link_path = g_build_filename (folder, link, NULL);
  g_assert_cmpint (g_mkdir (dir_path, 0700), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", link_path), ==, 0);
  assert_kept ("");
  for (guint i = 1; i <= 30; i++)
    keep_number (file, i, START + i * SECOND);
  assert_kept ("30 29 28 27 26 25 24 23 22 21");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
  g_assert_true (g_file_test (dir_path, G_FILE_TEST_IS_DIR));
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_damaged (void)
{
  g_autoptr (GFile) file = new_file ("a.kumoji.json");
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  keep_number (file, 1, START);
  backups = kumoji_backups_list (ID);
  const KumojiBackup *backup = backups->pdata[0];
  g_assert_true (g_file_set_contents (backup->path, "something else", -1, NULL));
  g_assert_null (kumoji_backup_read (backup, &error));
  g_assert_error (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "damaged"));
}

/* An id that a stranger wrote leads nowhere. */
static void
test_hostile_id (void)
{
  g_autoptr (GFile) file = new_file ("a.kumoji.json");
  g_autofree char *root = g_build_filename (g_get_user_data_dir (), "kumoji", "backups", NULL);
  static const char *const ids[] = { "../../escaped", "/etc", "", ".", "a\nb" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *folder = kumoji_backups_dup_folder (ids[i]);
      g_autofree char *parent = g_path_get_dirname (folder);
      g_autofree char *all = NULL;

      g_assert_cmpstr (parent, ==, root);
      keep (ids[i], file, "v 1", START);
      all = read_all (ids[i]);
      g_assert_cmpstr (all, ==, "1");
    }
}

/* Two files of one project have ten versions each; one that was moved goes on with its own. */
static void
test_copies (void)
{
  g_autoptr (GFile) first = new_file ("a.kumoji.json");
  g_autoptr (GFile) second = new_file ("b.kumoji.json");
  g_autofree char *folder = kumoji_backups_dup_folder (ID);
  g_autoptr (GPtrArray) backups = NULL;

  touch (first);
  touch (second);
  for (guint i = 1; i <= 10; i++)
    keep_number (first, i, START + i * SECOND);
  for (guint i = 11; i <= 22; i++)
    keep_number (second, i, START + i * SECOND);
  backups = kumoji_backups_list (ID);
  g_assert_cmpuint (backups->len, ==, 20);
  g_assert_true (g_str_has_suffix (((KumojiBackup *) backups->pdata[19])->uri, "/a.kumoji.json"));
  g_assert_true (g_str_has_suffix (((KumojiBackup *) backups->pdata[0])->uri, "/b.kumoji.json"));

  g_assert_true (g_file_delete (first, NULL, NULL));
  keep_number (second, 23, START + 23 * SECOND);
  assert_kept ("23 22 21 20 19 18 17 16 15 14");
  /* Nothing is left of the place that is gone. */
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint places = 0;
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    places += g_str_has_suffix (name, ".place");
  g_assert_cmpuint (places, ==, 1);
}

/* --- With a save ------------------------------------------------------------------------------ */

/* Saves; returns why there is no backup of it, "" where there is one. */
static char *
save (GFile *file, KumojiProject *project, KumojiStamp **stamp)
{
  g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  g_autoptr (KumojiStamp) expected = stamp != NULL ? g_steal_pointer (stamp) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) backup_error = NULL;

  kumoji_kept_save (file, snapshot, expected, NULL, stamp, &backup_error, &error);
  g_assert_no_error (error);
  return g_strdup (backup_error != NULL ? backup_error->message : "");
}

static void
rename_company (KumojiProject *project, const char *name)
{
  kumoji_history_set_text (kumoji_project_get_history (project),
                           KUMOJI_RECORD (kumoji_project_get_profile (project)), "company", name);
}

static guint
count (KumojiProject *project)
{
  g_autoptr (GPtrArray) backups =
    kumoji_backups_list (kumoji_record_get_id (KUMOJI_RECORD (project)));

  return backups->len;
}

static void
test_save (void)
{
  g_autoptr (GFile) file = new_file ("a.kumoji.json");
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GBytes) there = NULL;
  g_autofree char *said = save (file, project, NULL);
  KumojiStamp *stamp = NULL;

  g_assert_cmpstr (said, ==, "");
  g_assert_cmpuint (count (project), ==, 1);
  backups = kumoji_backups_list (kumoji_record_get_id (KUMOJI_RECORD (project)));
  kept = kumoji_backup_read (backups->pdata[0], NULL);
  there = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (kept, there));

  rename_company (project, "B");
  g_free (save (file, project, &stamp));
  g_assert_cmpuint (count (project), ==, 2);
  g_free (save (file, project, &stamp));
  g_assert_cmpuint (count (project), ==, 2);
  kumoji_stamp_free (stamp);
}

/* A file that we did not write, or that somebody else wrote meanwhile, is kept before it is
 * overwritten: so is one of an older version, before it migrates. */
static void
test_before (void)
{
  g_autoptr (GFile) file = new_file ("a.kumoji.json");
  static const char theirs[] =
    "{\"format\": \"kumoji-project\", \"version\": 1, \"id\": \"" ID "\","
    " \"profile\": {\"company\": \"Theirs\"}}";
  KumojiStamp *stamp = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), theirs, -1, NULL));
  g_autoptr (KumojiProject) project =
    kumoji_project_file_load (file, KUMOJI_LOAD_NONE, NULL, &stamp, NULL);
  rename_company (project, "Ours");
  g_free (save (file, project, &stamp));
  g_autoptr (GPtrArray) backups = kumoji_backups_list (ID);
  g_assert_cmpuint (backups->len, ==, 2);
  g_autoptr (GBytes) kept = kumoji_backup_read (backups->pdata[1], NULL);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), theirs, strlen (theirs));
  kumoji_stamp_free (stamp);

  /* Another project in that place goes to its own backups; what is no project is left alone. */
  g_autoptr (KumojiProject) other = kumoji_project_new ();
  g_free (save (file, other, NULL));
  g_assert_cmpuint (count (project), ==, 2);
  g_assert_cmpuint (count (other), ==, 1);
  touch (file);
  g_free (save (file, project, NULL));
  g_assert_cmpuint (count (project), ==, 2);
}

/* No backup can be kept: the save goes on, and says it. */
static void
test_blocked (void)
{
  g_autoptr (GFile) file = new_file ("a.kumoji.json");
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autofree char *folder =
    kumoji_backups_dup_folder (kumoji_record_get_id (KUMOJI_RECORD (project)));
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *said = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  said = save (file, project, NULL);
  g_assert_cmpstr (said, !=, "");
  g_assert_null (strstr (said, ".kumoji.json"));
  g_assert_true (g_file_query_exists (file, NULL));
}

static void
test_full_disk (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_autoptr (GFile) file = new_file ("a.kumoji.json");
  g_autofree char *disk = g_build_filename (g_get_user_data_dir (), "kumoji", NULL);
  g_autofree char *filler = g_build_filename (disk, "filler", NULL);
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  g_autofree char *said = NULL;
  g_autofree char *zeros = g_malloc0 (256 * 1024);

  g_mkdir_with_parents (disk, 0700);
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("tmpfs", disk, "tmpfs", 0, "size=256k") != 0)
    {
      g_test_skip ("only root may mount a disk");
      return;
    }
  g_free (save (file, project, NULL));
  g_assert_cmpuint (count (project), ==, 1);
  g_file_set_contents_full (filler, zeros, 256 * 1024, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  for (gsize size = 128 * 1024; size > 0; size /= 2)
    {
      g_autofree char *path = g_strdup_printf ("%s-%zu", filler, size);
      g_file_set_contents_full (path, zeros, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
    }
  rename_company (project, "Full");
  said = save (file, project, NULL);
  g_assert_true (g_str_has_prefix (said, "the disk is full"));
  g_assert_cmpuint (count (project), ==, 1);
  umount (disk);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/backups/ten", test_ten);
  g_test_add_func ("/backups/private", test_private);
  g_test_add_func ("/backups/thinning", test_thinning);
  g_test_add_func ("/backups/same-content", test_same_content);
  g_test_add_func ("/backups/clock", test_clock);
  g_test_add_func ("/backups/foreign", test_foreign);
  g_test_add_func ("/backups/damaged", test_damaged);
  g_test_add_func ("/backups/hostile-id", test_hostile_id);
  g_test_add_func ("/backups/copies", test_copies);
  g_test_add_func ("/backups/save", test_save);
  g_test_add_func ("/backups/before", test_before);
  g_test_add_func ("/backups/blocked", test_blocked);
  g_test_add_func ("/backups/full-disk", test_full_disk);
  return g_test_run ();
}
