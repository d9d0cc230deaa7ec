/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records, their JSON, and the history of a project. */
#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-edit.h"

#define TODAY "2026-11-20"

static char *
text_of (KumojiProject *project)
{
  g_autoptr (GBytes) bytes = kumoji_project_to_bytes (project);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

static KumojiProject *
load (const char *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  json_object_remove_member (root, "format");
  json_object_remove_member (root, "version");
  return kumoji_project_new_from_json (root, "number:");
}

/* Undoes everything, finds @before again, redoes everything, finds @after again. */
static void
assert_undo_redo (KumojiProject *project, const char *before)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autofree char *after = text_of (project);

  while (kumoji_history_can_undo (history))
    {
      g_assert_nonnull (kumoji_history_get_undo_name (history));
      kumoji_history_undo (history);
    }
  g_autofree char *undone = text_of (project);
  g_assert_cmpstr (undone, ==, before);
  while (kumoji_history_can_redo (history))
    {
      g_assert_nonnull (kumoji_history_get_redo_name (history));
      kumoji_history_redo (history);
    }
  g_autofree char *redone = text_of (project);
  g_assert_cmpstr (redone, ==, after);
}

static void
test_every_field (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
  KumojiRecord *records[] = { KUMOJI_RECORD (kumoji_project_get_profile (project)), asset,
                              KUMOJI_RECORD (kumoji_project_get_stage (project, "2")) };
  g_autofree char *before = text_of (project);
  guint steps = 0;

  while (kumoji_history_can_undo (history))
    kumoji_history_undo (history);
  g_free (before);
  before = text_of (project);
  kumoji_history_redo (history);

  /* Whatever the tables say can be set, read back, saved and loaded, without naming a field. */
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      guint n;
      const KumojiField *fields = kumoji_record_get_fields (records[i], &n);
      for (guint j = 1; j < n; j++)
        {
          const KumojiField *field = &fields[j];
          g_autoptr (GError) error = NULL;
          if (!kumoji_field_is_scalar (field))
            continue;
          const char *text = field->type == KUMOJI_FIELD_INTEGER  ? "7"
                             : field->type == KUMOJI_FIELD_FLAG   ? (field->initial ? "no" : "yes")
                             : field->type == KUMOJI_FIELD_CHOICE ? field->choices[0].id
                             : field->type == KUMOJI_FIELD_DATE   ? "2026-02-28"
                                                                  : "文字 “quoted”\\ text";
          g_assert_true (
            kumoji_history_set_parsed (history, records[i], field->name, text, &error));
          g_assert_no_error (error);
          steps++;
        }
    }
  g_assert_cmpuint (steps, >, 50);

  g_autofree char *saved = text_of (project);
  g_autoptr (KumojiProject) again = load (saved);
  g_autofree char *saved_again = text_of (again);
  g_assert_cmpstr (saved_again, ==, saved);
  assert_undo_redo (project, before);
}

static void
test_labels (void)
{
  GType types[] = { KUMOJI_TYPE_PROFILE, KUMOJI_TYPE_PERSON,   KUMOJI_TYPE_ASSESSMENT,
                    KUMOJI_TYPE_ANSWER,  KUMOJI_TYPE_ASSET,    KUMOJI_TYPE_SERVICE,
                    KUMOJI_TYPE_STAGE,   KUMOJI_TYPE_DECISION, KUMOJI_TYPE_PROJECT,
                    KUMOJI_TYPE_ISSUE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (KumojiRecord) record = g_object_new (types[i], NULL);
      guint n;
      const KumojiField *fields = kumoji_record_get_fields (record, &n);
      for (guint j = 1; j < n; j++)
        {
          g_assert_nonnull (fields[j].label);
          g_assert_true (kumoji_phrase_exists (KUMOJI_LANGUAGE_JA, fields[j].label));
          for (const KumojiChoice *c = fields[j].choices; c != NULL && c->id != NULL; c++)
            g_assert_true (kumoji_phrase_exists (KUMOJI_LANGUAGE_JA, c->label));
        }
    }
}

typedef struct
{
  const char *field;
  const char *text;
  const char *formatted; /* NULL where it must be refused */
} Typed;

static const Typed typed[] = {
  { "count", "300", "300" },
  { "count", "１２，３４５", "12,345" },
  { "count", "", "0" },
  { "count", "-1", NULL },
  { "count", "12x", NULL },
  { "count", "9223372036854775807", "9,223,372,036,854,775,807" },
  { "count", "9223372036854775808", NULL },
  { "unit-value", "¥150,000", "¥150,000" },
  { "unit-value", "￥１５０，０００", "¥150,000" },
  { "unit-value", "1,500円", "¥1,500" },
  { "rank", "a", "A: grave" },
  { "rank", "A: grave", "A: grave" },
  { "rank", "Ａ ： Grave", "A: grave" },
  { "rank", "z", NULL },
  { "name", "得意先台帳", "得意先台帳" },
};

static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (KumojiProject) project = kumoji_project_new ();
      KumojiHistory *history = kumoji_project_get_history (project);
      KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
      g_autofree char *before = kumoji_record_format (asset, typed[i].field, KUMOJI_LANGUAGE_EN);
      g_autoptr (GError) error = NULL;
      gboolean taken =
        kumoji_history_set_parsed (history, asset, typed[i].field, typed[i].text, &error);
      g_autofree char *now = kumoji_record_format (asset, typed[i].field, KUMOJI_LANGUAGE_EN);

      g_assert_cmpint (taken, ==, typed[i].formatted != NULL);
      g_assert_cmpstr (now, ==, taken ? typed[i].formatted : before);
      if (!taken)
        g_assert_error (error, KUMOJI_FIELD_ERROR, KUMOJI_FIELD_ERROR_VALUE);
    }
}

static void
test_dates (void)
{
  const KumojiField *field = kumoji_record_type_get_field (KUMOJI_TYPE_ASSESSMENT, "date");
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_true (kumoji_field_parse (field, "令和8年11月20日", &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, "2026-11-20");
  g_assert_true (kumoji_date_is_valid ("2024-02-29"));
  g_assert_false (kumoji_date_is_valid ("2026-02-29"));
  g_assert_false (kumoji_date_is_valid ("2026-2-9"));
  g_assert_false (kumoji_date_is_valid ("2026-13-01"));
  g_assert_false (kumoji_date_is_valid ("0000-01-01"));
  g_assert_false (kumoji_date_is_valid ("2026-11-200"));
  g_assert_false (kumoji_date_is_valid (""));
}

static void
test_typing_is_one_step (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (project));

  kumoji_history_set_text (history, profile, "company", "み");
  kumoji_history_set_text (history, profile, "company", "みな");
  kumoji_history_set_text (history, profile, "company", "みなと");
  kumoji_history_undo (history);
  g_assert_cmpstr (kumoji_project_get_company (project), ==, "");
  g_assert_false (kumoji_history_can_undo (history));
  kumoji_history_redo (history);
  g_assert_cmpstr (kumoji_project_get_company (project), ==, "みなと");

  /* After the field was left, typing is another step. */
  kumoji_history_seal (history);
  kumoji_history_set_text (history, profile, "company", "みなと海産");
  kumoji_history_undo (history);
  g_assert_cmpstr (kumoji_project_get_company (project), ==, "みなと");
}

static void
test_modified (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (project));

  g_assert_false (kumoji_history_is_modified (history));
  kumoji_history_set_text (history, profile, "company", "A");
  g_assert_true (kumoji_history_is_modified (history));
  kumoji_history_set_saved_point (history, kumoji_history_get_point (history));
  g_assert_false (kumoji_history_is_modified (history));
  /* Typing on after a save must not swallow the saved state. */
  kumoji_history_set_text (history, profile, "company", "AB");
  g_assert_true (kumoji_history_is_modified (history));
  kumoji_history_undo (history);
  g_assert_false (kumoji_history_is_modified (history));
  kumoji_history_undo (history);
  g_assert_true (kumoji_history_is_modified (history));
  /* Another way from there never comes to the saved state. */
  kumoji_history_set_text (history, profile, "company", "A");
  g_assert_true (kumoji_history_is_modified (history));
}

static void
test_answers (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autofree char *before = text_of (project);
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiAssessment *round = kumoji_edit_ensure_round (project, "jssa-stage2", "");

  kumoji_history_set_text (history, KUMOJI_RECORD (round), "assessor", "佐藤");
  g_assert_true (kumoji_edit_answer (project, round, "1.3", "answer", "yes", TODAY, NULL));
  KumojiRecord *answer = KUMOJI_RECORD (kumoji_assessment_get_answer (round, "1.3"));
  g_assert_cmpstr (kumoji_record_get_text (answer, "answer"), ==, "yes");
  g_assert_cmpstr (kumoji_record_get_text (answer, "date"), ==, TODAY);
  g_assert_cmpstr (kumoji_record_get_text (answer, "by"), ==, "佐藤");

  g_assert_true (kumoji_edit_answer (project, round, "1.4", "memo", "手", TODAY, NULL));
  g_assert_true (kumoji_edit_answer (project, round, "1.4", "memo", "手順", TODAY, NULL));
  g_assert_cmpstr (
    kumoji_record_get_text (KUMOJI_RECORD (kumoji_assessment_get_answer (round, "1.4")), "memo"),
    ==, "手順");
  /* Both letters are one step, together with the answer that they made. */
  kumoji_history_undo (history);
  g_assert_null (kumoji_assessment_get_answer (round, "1.4"));
  kumoji_history_redo (history);

  g_assert_true (kumoji_edit_answer (project, round, "1.3", "answer", "", TODAY, NULL));
  g_assert_null (kumoji_assessment_get_answer (round, "1.3"));
  g_assert_false (kumoji_edit_answer (project, round, "1.3", "answer", "perhaps", TODAY, NULL));
  g_assert_null (kumoji_assessment_get_answer (round, "1.3"));

  KumojiAssessment *second = kumoji_edit_start_round (project, "jssa-stage2", "", FALSE, TODAY);
  g_assert_cmpint (kumoji_record_get_integer (KUMOJI_RECORD (second), "round"), ==, 2);
  g_assert_true (kumoji_project_get_last_round (project, "jssa-stage2", "") == second);
  assert_undo_redo (project, before);
}

static void
test_assets (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autofree char *before = text_of (project);
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *assets = kumoji_project_get_assets (project);
  KumojiAsset *first = kumoji_edit_add_asset (project);
  KumojiAsset *second = kumoji_edit_add_asset (project);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (first), "number"), ==, "A-001");
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (second), "number"), ==, "A-002");
  kumoji_history_set_text (history, KUMOJI_RECORD (first), "name", "台帳");
  KumojiRecord *copy = KUMOJI_RECORD (kumoji_edit_duplicate_asset (project, first));
  g_assert_cmpstr (kumoji_record_get_text (copy, "number"), ==, "A-003");
  g_assert_cmpstr (kumoji_record_get_text (copy, "name"), ==, "台帳");
  g_assert_cmpstr (kumoji_record_get_id (copy), !=, kumoji_record_get_id (KUMOJI_RECORD (first)));
  g_assert_true (kumoji_list_get (assets, 1) == copy);

  kumoji_history_set_text (history, copy, "copy-of", kumoji_record_get_id (KUMOJI_RECORD (first)));
  g_ptr_array_add (gone, first);
  kumoji_edit_delete_assets (project, gone);
  g_assert_cmpuint (kumoji_list_get_length (assets), ==, 2);
  g_assert_cmpstr (kumoji_record_get_text (copy, "copy-of"), ==, "");
  kumoji_history_undo (history);
  g_assert_cmpuint (kumoji_list_get_length (assets), ==, 3);
  g_assert_cmpstr (kumoji_record_get_text (copy, "copy-of"), !=, "");
  kumoji_history_redo (history);
  assert_undo_redo (project, before);
}

static void
test_services (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autofree char *before = text_of (project);
  KumojiService *service = kumoji_edit_add_service (project, "ほのか会計");
  const char *id = kumoji_record_get_id (KUMOJI_RECORD (service));

  kumoji_edit_ensure_round (project, "ipa-guide", id);
  kumoji_edit_ensure_round (project, "jssa-stage2", "");
  kumoji_edit_delete_service (project, service);
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_services (project)), ==, 0);
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_assessments (project)), ==, 1);
  assert_undo_redo (project, before);
}

static const char strange[] =
  "{\"format\":\"kumoji-project\",\"version\":1,\"id\":\"p\",\"colour\":{\"a\":[1,\"number:99.7\"]}"
  ","
  "\"profile\":{\"company\":\"みなと\",\"employees\":\"many\",\"annual-sales\":\"number:1e400\","
  "\"mood\":\"number:99.7\",\"capital\":-5,\"industry\":\"magic\"},"
  "\"assets\":[{\"id\":\"a\",\"count\":3,\"shelf\":\"B\",\"rank\":null,\"name\":[\"x\"]},17],"
  "\"services\":\"none\"}";

static void
test_set_aside (void)
{
  g_autoptr (KumojiProject) project = load (strange);
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (project));
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_problem_free);
  g_autofree char *text = text_of (project);
  g_autoptr (GString) paths = g_string_new (NULL);

  kumoji_record_list_problems (KUMOJI_RECORD (project), problems);
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (paths, "%s ", ((KumojiProblem *) problems->pdata[i])->path);
  g_assert_cmpstr (paths->str, ==,
                   "assets[1] services profile.employees profile.annual-sales profile.capital "
                   "profile.industry assets[0].rank assets[0].name ");

  /* Nothing is lost, to the digit. */
  g_assert_nonnull (strstr (text, "\"employees\": \"many\""));
  g_assert_nonnull (strstr (text, "\"annual-sales\": 1e400"));
  g_assert_nonnull (strstr (text, "\"mood\": 99.7\n"));
  g_assert_nonnull (strstr (text, "\"capital\": -5"));
  g_assert_nonnull (strstr (text, "\"shelf\": \"B\""));
  g_assert_nonnull (strstr (text, "\"services\": \"none\""));
  g_assert_nonnull (strstr (text, "      99.7\n    ]"));

  /* The user's own value takes its place, and undo brings it back. */
  g_assert_true (kumoji_history_set_integer (history, profile, "employees", 28));
  g_autofree char *mended = text_of (project);
  g_assert_nonnull (strstr (mended, "\"employees\": 28"));
  g_assert_null (strstr (mended, "many"));
  kumoji_edit_add_service (project, "ほのか会計");
  kumoji_edit_add_asset (project);
  g_autofree char *more = text_of (project);
  g_assert_null (strstr (more, "none"));
  g_assert_nonnull (strstr (more, "    17\n  ]"));
  assert_undo_redo (project, text);
}

static void
test_snapshot (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));

  kumoji_history_set_text (history, asset, "name", "before");
  g_autofree char *before = text_of (project);
  g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  kumoji_history_set_text (history, asset, "name", "after");
  kumoji_edit_add_asset (project);

  g_autoptr (KumojiProject) restored = kumoji_project_new_from_snapshot (snapshot);
  g_autofree char *text = text_of (restored);
  g_assert_cmpstr (text, ==, before);
  g_assert_cmpstr (kumoji_record_get_text (asset, "name"), ==, "after");
}

static void
test_properties (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
  gint64 count = 0;

  kumoji_history_set_integer (history, asset, "count", 12);
  g_object_get (asset, "count", &count, NULL);
  g_assert_cmpint (count, ==, 12);
  /* Nothing but the history writes. */
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (asset), "count");
  g_assert_false (pspec->flags & G_PARAM_WRITABLE);
}

static KumojiRecord *
new_issue (const char *date, const char *fingerprint)
{
  g_autoptr (KumojiHistory) history = kumoji_history_new ();
  KumojiRecord *issue = g_object_new (KUMOJI_TYPE_ISSUE, NULL);

  kumoji_history_set_text (history, issue, "date", date);
  kumoji_history_set_text (history, issue, "fingerprint", fingerprint);
  return issue;
}

/* What was signed stands in the file, can be undone, and is no part of what the company says. */
static void
test_issued (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autofree char *before = text_of (project);
  g_autoptr (GString) content = g_string_new (NULL), with = g_string_new (NULL);
  KumojiList *issued = kumoji_project_get_issued (project);
  g_autoptr (KumojiRecord) first = new_issue ("2026-10-01", "k1:00");
  g_autoptr (KumojiRecord) second = new_issue ("2026-11-01", "k1:11");

  /* A file from before there were issued reports has none, and is written as it was. */
  g_assert_null (strstr (before, "issued"));
  kumoji_record_append_canonical (KUMOJI_RECORD (project), content);
  kumoji_edit_enter_issue (project, first);
  g_assert_cmpstr (kumoji_history_get_undo_name (kumoji_project_get_history (project)), ==,
                   "Enter issued report");
  kumoji_edit_enter_issue (project, second);
  kumoji_record_append_canonical (KUMOJI_RECORD (project), with);
  g_assert_cmpstr (with->str, ==, content->str);

  g_autofree char *nobody =
    kumoji_issue_dup_signatories (KUMOJI_ISSUE (second), KUMOJI_LANGUAGE_EN);
  g_assert_cmpstr (nobody, ==, "");
  kumoji_history_set_text (kumoji_project_get_history (project), second, "signatories",
                           "Sato\n\n Suzuki ");
  g_autofree char *both = kumoji_issue_dup_signatories (KUMOJI_ISSUE (second), KUMOJI_LANGUAGE_EN);
  g_assert_cmpstr (both, ==, "Sato, Suzuki");

  g_autofree char *after = text_of (project);
  g_assert_nonnull (strstr (after, "\"issued\""));
  g_assert_nonnull (strstr (after, "k1:11"));
  kumoji_edit_delete_issue (project, KUMOJI_ISSUE (first));
  g_assert_cmpuint (kumoji_list_get_length (issued), ==, 1);
  g_assert_true (kumoji_list_get (issued, 0) == second);
  assert_undo_redo (project, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  g_test_add_func ("/project/every-field", test_every_field);
  g_test_add_func ("/project/labels", test_labels);
  g_test_add_func ("/project/typed", test_typed);
  g_test_add_func ("/project/dates", test_dates);
  g_test_add_func ("/project/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/project/modified", test_modified);
  g_test_add_func ("/project/answers", test_answers);
  g_test_add_func ("/project/assets", test_assets);
  g_test_add_func ("/project/services", test_services);
  g_test_add_func ("/project/set-aside", test_set_aside);
  g_test_add_func ("/project/snapshot", test_snapshot);
  g_test_add_func ("/project/properties", test_properties);
  g_test_add_func ("/project/issued", test_issued);
  return g_test_run ();
}
