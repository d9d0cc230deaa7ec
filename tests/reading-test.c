/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test of reading: whatever stands in a field of any record is taken or set aside, and written
 * back; what an old version wrote still opens. */
#include <string.h>

#include "catalog/kumoji-library.h"
#include "files/kumoji-project-file.h"
#include "project/kumoji-edit.h"
#include "rules/kumoji-check.h"

/* How a record of each type stands in a file, and what its fields' paths begin with. */
static const struct
{
  GType (*type) (void);
  const char *before;
  const char *behind;
  const char *path;
} places[] = {
  { kumoji_project_get_type, "", "", "" },
  { kumoji_profile_get_type, "\"profile\":{", "}", "profile." },
  { kumoji_person_get_type, "\"profile\":{\"persons\":[{", "}]}", "profile.persons[0]." },
  { kumoji_assessment_get_type, "\"assessments\":[{", "}]", "assessments[0]." },
  { kumoji_answer_get_type, "\"assessments\":[{\"answers\":[{", "}]}]",
    "assessments[0].answers[0]." },
  { kumoji_asset_get_type, "\"assets\":[{", "}]", "assets[0]." },
  { kumoji_service_get_type, "\"services\":[{", "}]", "services[0]." },
  { kumoji_stage_get_type, "\"stages\":[{\"id\":\"0\",", "}]", "stages[0]." },
  { kumoji_decision_get_type, "\"stages\":[{\"id\":\"0\",\"decisions\":[{", "}]}]",
    "stages[0].decisions[0]." },
  { kumoji_issue_get_type, "\"issued\":[{", "}]", "issued[0]." },
};

/* What no field of a kind may hold, as it is written. */
static const char *const no_texts[] = { "7",    "-0", "99.70", "1e400", "null",
                                        "true", "[]", "{}",    NULL };
static const char *const no_integers[] = {
  "\"many\"", "\"7\"", "-1", "1.5", "1.0", "1e3", "100000000000000000000",
  "null",     "false", "[]", "{}",  NULL,
};
static const char *const no_flags[] = { "\"yes\"", "1", "0", "null", "[]", "{}", NULL };
static const char *const no_choices[] = {
  "\"zzz\"", "\" \"", "7", "null", "true", "[]", "{}", NULL
};
static const char *const no_dates[] = {
  "\"2026-02-30\"", "\"2026-2-3\"", "\"yesterday\"", "20260203", "null", "[]", "{}", NULL,
};
static const char *const no_records[] = { "\"x\"", "7", "null", "true", "[]", NULL };
static const char *const no_lists[] = { "\"x\"", "7", "null", "true", "{}", NULL };

static const char *const *
wrong_values (const KumojiField *field)
{
  switch (field->type)
    {
    case KUMOJI_FIELD_INTEGER:
      return no_integers;
    case KUMOJI_FIELD_FLAG:
      return no_flags;
    case KUMOJI_FIELD_CHOICE:
      return no_choices;
    case KUMOJI_FIELD_DATE:
      return no_dates;
    case KUMOJI_FIELD_RECORD:
      return no_records;
    case KUMOJI_FIELD_LIST:
      return no_lists;
    default:
      return no_texts;
    }
}

static KumojiProject *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KumojiProject *project = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, &error);

  g_assert_no_error (error);
  return project;
}

static char *
text_of (KumojiProject *project)
{
  g_autoptr (GBytes) bytes = kumoji_project_to_bytes (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static const KumojiProblem *
find_problem (GPtrArray *problems, const char *path)
{
  for (guint i = 0; i < problems->len; i++)
    if (g_str_equal (((KumojiProblem *) problems->pdata[i])->path, path))
      return problems->pdata[i];
  return NULL;
}

/* The value is listed with its place and a reason, written back as it stood, and so for good. */
static void
check_aside (guint place, const char *field, const char *value)
{
  g_autofree char *text =
    g_strdup_printf ("{\"format\":\"kumoji-project\",\"version\":1,%s\"%s\":%s%s}",
                     places[place].before, field, value, places[place].behind);
  g_autofree char *path = g_strconcat (places[place].path, field, NULL);
  g_autofree char *line = g_strdup_printf ("\"%s\": %s", field, value);
  g_autoptr (KumojiProject) project = parse (text);
  g_autoptr (GPtrArray) problems = kumoji_check_project (kumoji_library_get_default (), project);
  const KumojiProblem *problem = find_problem (problems, path);
  g_autofree char *written = text_of (project);
  g_autoptr (KumojiProject) again = parse (written);
  g_autofree char *written_again = text_of (again);

  if (problem == NULL || *problem->reason == '\0')
    g_error ("%s: no problem at %s", text, path);
  if (strstr (written, line) == NULL)
    g_error ("%s: not written back in\n%s", text, written);
  g_assert_cmpstr (written_again, ==, written);
}

static void
test_set_aside (void)
{
  guint n_values = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (KumojiRecord) record = g_object_new (places[i].type (), NULL);
      guint n_fields;
      const KumojiField *fields = kumoji_record_get_fields (record, &n_fields);

      for (guint j = 1; j < n_fields; j++)
        for (const char *const *value = wrong_values (&fields[j]); *value != NULL; value++)
          {
            check_aside (i, fields[j].name, *value);
            n_values++;
          }
    }
  g_test_message ("%u values set aside and written back", n_values);
  g_assert_cmpuint (n_values, >, 500);
}

/* Elements of a list that are no records, in any list. */
static void
test_elements (void)
{
  static const char *const elements[] = { "7", "99.70", "\"x\"", "null", "true", "[]" };
  guint n_lists = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (KumojiRecord) record = g_object_new (places[i].type (), NULL);
      guint n_fields;
      const KumojiField *fields = kumoji_record_get_fields (record, &n_fields);

      for (guint j = 1; j < n_fields; j++)
        for (guint k = 0; fields[j].type == KUMOJI_FIELD_LIST && k < G_N_ELEMENTS (elements); k++)
          {
            g_autofree char *text =
              g_strdup_printf ("{\"format\":\"kumoji-project\",\"version\":1,%s\"%s\":[%s]%s}",
                               places[i].before, fields[j].name, elements[k], places[i].behind);
            g_autofree char *path = g_strconcat (places[i].path, fields[j].name, "[0]", NULL);
            g_autoptr (KumojiProject) project = parse (text);
            g_autoptr (GPtrArray) problems =
              kumoji_check_project (kumoji_library_get_default (), project);
            g_autofree char *written = text_of (project);
            g_autoptr (KumojiProject) again = parse (written);
            g_autofree char *written_again = text_of (again);

            g_assert_nonnull (find_problem (problems, path));
            g_assert_nonnull (strstr (written, elements[k]));
            g_assert_cmpstr (written_again, ==, written);
            n_lists++;
          }
    }
  g_assert_cmpuint (n_lists, >=, 6 * 6);
}

/* Members that this version does not know, in every record, through an edit beside them. */
static void
test_unknown (void)
{
  static const char unknown[] = "\"later\":{\"share\":99.70,\"huge\":1e400,\"list\":[-0,"
                                "18446744073709551616,{},[],\"\\u0001\"]}";

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{\"format\":\"kumoji-project\",\"version\":1,%s%s%s}", places[i].before,
                         unknown, places[i].behind);
      g_autoptr (KumojiProject) project = parse (text);
      KumojiHistory *history = kumoji_project_get_history (project);
      g_autofree char *before = text_of (project), *edited = NULL, *undone = NULL;

      kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_profile (project)),
                               "company", "港精工");
      edited = text_of (project);
      g_autoptr (KumojiProject) again = parse (edited);
      g_autofree char *written = text_of (again);
      g_assert_cmpstr (written, ==, edited);
      for (const char *part =
             "\"share\": 99.70\0\"huge\": 1e400\0-0\00018446744073709551616\0\"\\u0001\"\0";
           *part != '\0'; part += strlen (part) + 1)
        g_assert_nonnull (strstr (written, part));
      kumoji_history_undo (history);
      undone = text_of (project);
      g_assert_cmpstr (undone, ==, before);
    }
}

/* What is said below a value that cannot be right goes before it; undone, the value is back. */
static void
test_edit_below (void)
{
  static const char text[] = "{\"format\":\"kumoji-project\",\"version\":1,\"profile\":3,"
                             "\"assets\":{\"a\":1},\"stages\":\"all\"}";
  g_autoptr (KumojiProject) project = parse (text);
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autofree char *before = text_of (project);
  g_autoptr (GPtrArray) three = kumoji_check_project (kumoji_library_get_default (), project);

  g_assert_cmpuint (three->len, ==, 3);
  g_assert_true (kumoji_history_set_text (history,
                                          KUMOJI_RECORD (kumoji_project_get_profile (project)),
                                          "company", "Minato"));
  kumoji_edit_add_asset (project);
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_stage (project, "2")), "note",
                           "soon");

  g_autofree char *after = text_of (project);
  g_autoptr (KumojiProject) again = parse (after);
  g_autofree char *written_again = text_of (again);
  g_autoptr (GPtrArray) none = kumoji_check_project (kumoji_library_get_default (), project);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (kumoji_project_get_company (again), ==, "Minato");
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_assets (again)), ==, 1);
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (kumoji_project_get_stage (again, "2")),
                                           "note"),
                   ==, "soon");
  g_assert_cmpstr (written_again, ==, after);

  while (kumoji_history_can_undo (history))
    kumoji_history_undo (history);
  g_autofree char *undone = text_of (project);
  g_assert_cmpstr (undone, ==, before);
  while (kumoji_history_can_redo (history))
    kumoji_history_redo (history);
  g_autofree char *redone = text_of (project);
  g_assert_cmpstr (redone, ==, after);
}

/* Files of every version that ever was, as it was written then: each opens with all that is in it.
 * One of the present version comes back as the same bytes. */
static void
test_old_files (void)
{
  for (guint version = 1; version <= KUMOJI_PROJECT_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("v%u", version);
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "files", name, NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *file_name;
      guint n_files = 0;

      g_assert_nonnull (dir);
      while ((file_name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, file_name, NULL);
          g_autofree char *content = NULL;
          g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
          g_autoptr (KumojiProject) project = parse (content);
          g_autoptr (GPtrArray) problems =
            kumoji_check_project (kumoji_library_get_default (), project);
          g_autofree char *written = text_of (project);

          g_test_message ("%s", path);
          if (version == KUMOJI_PROJECT_VERSION)
            g_assert_cmpstr (written, ==, content);
          g_assert_cmpuint (problems->len > 0, ==, g_str_has_prefix (file_name, "aside"));
          n_files++;
        }
      g_assert_cmpuint (n_files, >=, 3);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  g_test_add_func ("/reading/set-aside", test_set_aside);
  g_test_add_func ("/reading/elements", test_elements);
  g_test_add_func ("/reading/unknown", test_unknown);
  g_test_add_func ("/reading/edit-below", test_edit_below);
  g_test_add_func ("/reading/old-files", test_old_files);

  return g_test_run ();
}
