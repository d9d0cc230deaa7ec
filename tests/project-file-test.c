/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test of a project's file: what it says is kept, what is no project is refused. */
#include "files/kumoji-project-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/kumoji-migration.h"
#include "files/kumoji-sample.h"
#include "rules/kumoji-check.h"

/* What no table knows, with numbers that json-glib would not give back. */
#define FUTURE                                                                                     \
  "\"future\": {\"share\": 99.7, \"huge\": 1e400, \"list\": [1.50, -0, 18446744073709551616, {}]}"

static const char everywhere[] =
  "{\"format\": \"kumoji-project\", \"version\": 1, \"id\": \"p\", " FUTURE ","
  "\"profile\": {\"id\": \"f\", \"company\": \"港精工\", " FUTURE ","
  "  \"persons\": [{\"id\": \"n\", \"name\": \"汐見 𠮷\", " FUTURE "}]},"
  "\"assessments\": [{\"id\": \"a\", \"catalog\": \"jssa-stage2\", " FUTURE ","
  "  \"answers\": [{\"id\": \"2.1\", \"answer\": \"yes\", " FUTURE "}]}],"
  "\"assets\": [{\"id\": \"s\", \"name\": \"顧客台帳\", \"count\": 3, " FUTURE "}],"
  "\"services\": [{\"id\": \"c\", \"name\": \"会計\", " FUTURE "}],"
  "\"stages\": [{\"id\": \"1\", \"budget\": 500000, " FUTURE ","
  "  \"decisions\": [{\"id\": \"d\", \"result\": \"proceed\", " FUTURE "}]}]}";

#define RECORDS 9

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("kumoji-file-XXXXXX", NULL);
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

static GFile *
file_in (Fixture *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

static GFile *
write_file (Fixture *fixture, const char *name, const char *text, gssize length)
{
  GFile *file = file_in (fixture, name);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, length, NULL));
  return file;
}

static KumojiProject *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, error);
}

static char *
text_of (KumojiProject *project)
{
  g_autoptr (GBytes) bytes = kumoji_project_to_bytes (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count_in (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static void
assert_future_kept (const char *text)
{
  g_assert_cmpuint (count_in (text, "\"share\": 99.7,"), ==, RECORDS);
  g_assert_cmpuint (count_in (text, "\"huge\": 1e400,"), ==, RECORDS);
  g_assert_cmpuint (count_in (text, " 1.50,"), ==, RECORDS);
  g_assert_cmpuint (count_in (text, " -0,"), ==, RECORDS);
  g_assert_cmpuint (count_in (text, " 18446744073709551616,"), ==, RECORDS);
}

static void
save (KumojiProject *project, GFile *file)
{
  g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  g_autoptr (GError) error = NULL;

  kumoji_project_file_save (file, snapshot, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_unknown_members (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (fixture, "a.kumoji.json", everywhere, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiProject) project =
    kumoji_project_file_load (file, KUMOJI_LOAD_NONE, NULL, NULL, &error);
  g_autofree char *before = NULL, *edited = NULL, *undone = NULL, *loaded = NULL;

  g_assert_no_error (error);
  before = text_of (project);
  assert_future_kept (before);

  KumojiHistory *history = kumoji_project_get_history (project);
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_profile (project)), "company",
                           "港精密");
  kumoji_history_set_integer (history, kumoji_list_get (kumoji_project_get_assets (project), 0),
                              "count", 4);
  edited = text_of (project);
  assert_future_kept (edited);
  g_assert_nonnull (strstr (edited, "港精密"));
  kumoji_history_undo (history);
  kumoji_history_undo (history);
  undone = text_of (project);
  g_assert_cmpstr (undone, ==, before);
  kumoji_history_redo (history);
  kumoji_history_redo (history);

  save (project, file);
  g_autoptr (KumojiProject) again =
    kumoji_project_file_load (file, KUMOJI_LOAD_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  loaded = text_of (again);
  g_assert_cmpstr (loaded, ==, edited);
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = file_in (fixture, "first.kumoji.json");
  g_autoptr (GFile) second = file_in (fixture, "second.kumoji.json");
  g_autoptr (KumojiProject) project = parse (everywhere, NULL);
  g_autoptr (GBytes) one = NULL, two = NULL;
  const char *text;

  save (project, first);
  g_autoptr (KumojiProject) again =
    kumoji_project_file_load (first, KUMOJI_LOAD_NONE, NULL, NULL, NULL);
  save (again, second);
  one = g_file_load_bytes (first, NULL, NULL, NULL);
  two = g_file_load_bytes (second, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (one, two));

  text = g_bytes_get_data (one, NULL);
  g_assert_true (g_str_has_prefix (text, "{\n  \"format\": \"kumoji-project\",\n  \"version\": 1,\n"
                                         "  \"id\": \"p\",\n"));
  g_assert_cmpint (text[g_bytes_get_size (one) - 1], ==, '\n');
}

static const char aside[] =
  "{\"format\": \"kumoji-project\", \"version\": 1, \"id\": \"p\","
  "\"profile\": {\"annual-sales\": 100000000000000000000, \"employees\": -1, \"company\": 99.7},"
  "\"assets\": [{\"id\": \"s\", \"name\": \"x\", \"count\": \"many\", \"unit-value\": 1.5,"
  "  \"rank\": \"z\"}],"
  "\"services\": {\"id\": \"c\"}, \"assessments\": [1]}";

static const char *const aside_paths[] = {
  "profile.annual-sales", "profile.employees", "profile.company", "assets[0].count",
  "assets[0].unit-value", "assets[0].rank",    "services",        "assessments[0]",
};

static const char *const aside_values[] = {
  "\"annual-sales\": 100000000000000000000",
  "\"employees\": -1",
  "\"company\": 99.7",
  "\"count\": \"many\"",
  "\"unit-value\": 1.5",
  "\"rank\": \"z\"",
  "\"services\": {\n",
  "\"assessments\": [\n    1\n  ]",
};

static gboolean
has_problem (KumojiProject *project, const char *path)
{
  g_autoptr (GPtrArray) problems = kumoji_check_project (kumoji_library_get_default (), project);

  for (guint i = 0; i < problems->len; i++)
    {
      const KumojiProblem *problem = problems->pdata[i];
      g_assert_cmpstr (problem->reason, !=, "");
      if (g_str_equal (problem->path, path))
        return TRUE;
    }
  return FALSE;
}

static void
test_set_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiProject) project = parse (aside, &error);
  g_autoptr (KumojiSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL, *decided = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (aside_paths); i++)
    if (!has_problem (project, aside_paths[i]))
      g_error ("no problem at %s", aside_paths[i]);
  g_assert_false (has_problem (project, "assets[0].name"));

  /* Written back until the user decides. */
  snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  bytes = kumoji_project_file_compose (snapshot, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (aside_values); i++)
    g_assert_nonnull (strstr (text, aside_values[i]));

  kumoji_history_set_integer (kumoji_project_get_history (project),
                              kumoji_list_get (kumoji_project_get_assets (project), 0), "count", 7);
  g_assert_false (has_problem (project, "assets[0].count"));
  decided = text_of (project);
  g_assert_null (strstr (decided, "many"));
  kumoji_history_undo (kumoji_project_get_history (project));
  g_assert_true (has_problem (project, "assets[0].count"));
  kumoji_history_redo (kumoji_project_get_history (project));
  g_assert_false (has_problem (project, "assets[0].count"));
}

/* A member that we do not know may be spelt as the place of an element that was set aside. */
static void
test_names_like_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KumojiProject) project =
    parse ("{\"format\": \"kumoji-project\", \"version\": 1, \"assets[0]\": 11,"
           "\"assets\": [22], \"services\": [33], \"services[0]\": 44}",
           NULL);
  g_autofree char *text = text_of (project);

  g_assert_nonnull (strstr (text, "\"assets[0]\": 11"));
  g_assert_nonnull (strstr (text, "\"services[0]\": 44"));
  g_assert_nonnull (strstr (text, "\"assets\": [\n    22\n  ]"));
  g_assert_nonnull (strstr (text, "\"services\": [\n    33\n  ]"));
}

/* Very many values that are set aside, or that nobody knows, take no more than their share. */
static void
test_many_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text =
    g_string_new ("{\"format\": \"kumoji-project\", \"version\": 1, \"services\": [{\"a\": 1");
  g_autofree char *written = NULL;

  for (guint i = 0; i < KUMOJI_GUARD_MAX_NAMES - 1; i++)
    g_string_append_printf (text, ",\"n%u\":%u", i, i);
  g_string_append (text, "}], \"assets\": [{\"count\": -1}");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, i % 2 == 0 ? ",7" : ",{\"count\":-1}");
  g_string_append (text, "]}");

  g_autoptr (KumojiProject) project = parse (text->str, NULL);
  g_autoptr (GPtrArray) problems = kumoji_check_project (kumoji_library_get_default (), project);
  g_assert_cmpuint (problems->len, ==, 100001);
  written = text_of (project);
}

static const char *const foreign[] = {
  "[]",
  "null",
  "\"kumoji-project\"",
  "{}",
  "{\"version\": 1}",
  "{\"format\": 1, \"version\": 1}",
  "{\"format\": \"kumoji-catalog\", \"version\": 1}",
  "{\"format\": [\"kumoji-project\"]}",
  "%PDF-1.3\n%\xe2\xe3\xcf\xd3\n",
  "PK\x03\x04",
  "<html>",
  "Dear Sir",
  "\x89PNG\r\n",
};

static const char *const bad_versions[] = {
  "0", "-1", "1.0", "1.5", "1e0", "\"1\"", "null", "true", "[1]", "99999999999999999999",
};

static void
assert_not_ours (const char *text, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (parse (text, &error));
  g_assert_error (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_NOT_OURS);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    assert_not_ours (foreign[i], "this is no Kumoji project; ");
  assert_not_ours ("{\"format\": \"kumoji-project\"}", "\"version\" must be a whole number");
  for (guint i = 0; i < G_N_ELEMENTS (bad_versions); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{\"format\": \"kumoji-project\", \"version\": %s}", bad_versions[i]);
      assert_not_ours (text, "\"version\" must be a whole number");
    }
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "{\"format\": \"kumoji-project\", \"version\": 7, \"dream\": 1.0,"
                             "\"profile\": {\"company\": \"x\"}}";
  g_autoptr (GFile) file = write_file (fixture, "newer.kumoji.json", text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;

  g_assert_null (kumoji_project_file_load (file, KUMOJI_LOAD_NONE, NULL, NULL, &error));
  g_assert_error (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_NEWER);
  g_assert_cmpint (kumoji_file_error_get_version (error), ==, 7);
  g_assert_true (g_str_has_prefix (error->message, "newer.kumoji.json: a newer Kumoji wrote"));
  copy = g_error_copy (error);
  g_assert_cmpint (kumoji_file_error_get_version (copy), ==, 7);
  g_clear_error (&error);

  g_autoptr (KumojiProject) project =
    kumoji_project_file_load (file, KUMOJI_LOAD_NEWER, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kumoji_project_get_company (project), ==, "x");
  g_autofree char *kept = text_of (project);
  g_assert_nonnull (strstr (kept, "\"dream\": 1.0"));
}

/* Cut anywhere, a project is refused with a sentence that names the file, or the tail was space. */
static void
test_truncated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KumojiProject) sample = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  g_autofree char *sample_text = text_of (sample);
  const char *texts[] = { everywhere, sample_text };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize n = 0; n < strlen (texts[i]); n++)
      {
        g_autoptr (GBytes) cut = g_bytes_new (texts[i], n);
        g_autoptr (GError) error = NULL;
        g_autoptr (KumojiProject) project =
          kumoji_project_file_parse (cut, KUMOJI_LOAD_NONE, &error);

        if (n + 1 < strlen (texts[i]))
          g_assert_null (project);
        if (project == NULL)
          g_assert_nonnull (strstr (error->message, "; "));
      }
}

static void
assert_refused (GFile *file, GQuark domain, int code, const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = kumoji_file_dup_name (file);

  g_assert_null (kumoji_project_file_load (file, KUMOJI_LOAD_NONE, NULL, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_true (g_str_has_prefix (error->message, name));
  if (!g_pattern_match_simple (pattern, kumoji_file_error_get_sentence (error, file)))
    g_error ("“%s” is not as “%s”", error->message, pattern);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) missing = file_in (fixture, "missing.kumoji.json");
  g_autoptr (GFile) inside =
    g_file_new_build_filename (fixture->folder, "a", "b.kumoji.json", NULL);
  g_autoptr (GFile) pipe = file_in (fixture, "pipe");
  g_autoptr (GFile) zero = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFile) broken = file_in (fixture, "broken");
  g_autoptr (GFile) circle = file_in (fixture, "circle");
  g_autoptr (GFile) secret = write_file (fixture, "secret.kumoji.json", everywhere, -1);

  assert_refused (folder, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ, "this is a folder; *");
  assert_refused (missing, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ, "there is no such file; *");
  assert_refused (inside, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ, "there is no such file; *");
  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  assert_refused (pipe, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ, "this is no ordinary file; *");
  assert_refused (zero, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ, "this is no ordinary file; *");
  g_assert_cmpint (symlink ("nowhere", g_file_peek_path (broken)), ==, 0);
  assert_refused (broken, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ, "there is no such file; *");
  g_assert_cmpint (symlink ("circle", g_file_peek_path (circle)), ==, 0);
  assert_refused (circle, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ, "*; *");

  g_assert_cmpint (g_chmod (g_file_peek_path (secret), 0), ==, 0);
  if (geteuid () != 0)
    assert_refused (secret, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ, "you may not read*; *");
}

/* A hole of 300 MiB: refused by its size, without reading it. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (fixture, "large.kumoji.json", "{", 1);

  g_assert_cmpint (truncate (g_file_peek_path (file), 300 * 1024 * 1024), ==, 0);
  assert_refused (file, KUMOJI_GUARD_ERROR, KUMOJI_GUARD_ERROR_SIZE,
                  "the file is larger than 256 MiB*; *");
}

static void
migrate_1 (JsonObject *root, const char *number_mark)
{
  g_assert_cmpstr (number_mark, ==, "mark");
  json_object_set_int_member (root, "first", json_object_get_size (root));
}

static void
migrate_2 (JsonObject *root, const char *number_mark)
{
  json_object_set_int_member (root, "second", json_object_get_size (root));
}

static void
test_migration (Fixture *fixture, gconstpointer data)
{
  static const KumojiMigration chain[] = { migrate_1, migrate_2, NULL };

  for (gint64 version = 1; version <= 3; version++)
    {
      g_autoptr (JsonObject) root = json_object_new ();
      kumoji_migrate (root, "mark", version, chain);
      g_assert_cmpint (json_object_get_size (root), ==, 3 - version);
      g_assert_cmpint (json_object_has_member (root, "first"), ==, version == 1);
      g_assert_cmpint (json_object_has_member (root, "second"), ==, version <= 2);
      if (version == 1)
        g_assert_cmpint (json_object_get_int_member (root, "second"), ==, 1);
    }
}

static void
store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

typedef struct
{
  GFile *file;
  KumojiSnapshot *snapshot;
  KumojiStamp *stamp;
} Saving;

static gpointer
save_cb (gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;

  kumoji_project_file_save (saving->file, saving->snapshot, NULL, NULL, &saving->stamp, &error);
  g_assert_no_error (error);
  kumoji_snapshot_free (saving->snapshot);
  return NULL;
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (fixture, "async.kumoji.json");
  g_autoptr (GFile) missing = file_in (fixture, "missing.kumoji.json");
  g_autoptr (KumojiProject) project = parse (everywhere, NULL);
  g_autoptr (GAsyncResult) loaded = NULL, failed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiStamp) written = NULL, read = NULL;
  g_autofree char *before = text_of (project), *after = NULL;

  Saving saving = { file, kumoji_record_snapshot (KUMOJI_RECORD (project)), NULL };
  GThread *thread = g_thread_new ("save", save_cb, &saving);
  /* Editing goes on, and is not what was asked to be saved. */
  kumoji_history_set_text (kumoji_project_get_history (project),
                           KUMOJI_RECORD (kumoji_project_get_profile (project)), "company",
                           "later");
  g_thread_join (thread);
  written = saving.stamp;

  kumoji_project_file_load_async (file, KUMOJI_LOAD_NONE, NULL, store_result_cb, &loaded);
  g_autoptr (KumojiProject) again =
    kumoji_project_file_load_finish (wait_for (&loaded), &read, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->digest, ==, written->digest);
  g_assert_cmpstr (read->etag, ==, written->etag);
  after = text_of (again);
  g_assert_cmpstr (after, ==, before);

  kumoji_project_file_load_async (missing, KUMOJI_LOAD_NONE, NULL, store_result_cb, &failed);
  g_assert_null (kumoji_project_file_load_finish (wait_for (&failed), NULL, &error));
  g_assert_error (error, KUMOJI_FILE_ERROR, KUMOJI_FILE_ERROR_READ);
}

static void
test_sample (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (fixture, "sample.kumoji.json");

  for (int language = 0; language < KUMOJI_N_LANGUAGES; language++)
    for (guint i = 0; kumoji_sample_list ()[i] != NULL; i++)
      {
        g_autoptr (KumojiProject) project = kumoji_sample_new (kumoji_sample_list ()[i], language);
        g_autoptr (GPtrArray) problems =
          kumoji_check_project (kumoji_library_get_default (), project);

        g_assert_cmpuint (problems->len, ==, 0);
        g_assert_false (kumoji_history_is_modified (kumoji_project_get_history (project)));
        save (project, file);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);

#define ADD(name, function)                                                                        \
  g_test_add ("/project-file/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("unknown-members", test_unknown_members);
  ADD ("same-bytes", test_same_bytes);
  ADD ("set-aside", test_set_aside);
  ADD ("names-like-places", test_names_like_places);
  ADD ("many-aside", test_many_aside);
  ADD ("foreign", test_foreign);
  ADD ("newer", test_newer);
  ADD ("truncated", test_truncated);
  ADD ("unreadable", test_unreadable);
  ADD ("too-large", test_too_large);
  ADD ("migration", test_migration);
  ADD ("async", test_async);
  ADD ("sample", test_sample);

  return g_test_run ();
}
