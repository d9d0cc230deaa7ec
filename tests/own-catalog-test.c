/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Own catalogs: records of the project that are answered like those that Kumoji brings along. */
#include <string.h>

#include "files/kumoji-project-file.h"
#include "project/kumoji-edit.h"
#include "project/kumoji-own-edit.h"
#include "project/kumoji-takeover.h"
#include "rules/kumoji-check.h"
#include "rules/kumoji-comparison.h"
#include "rules/kumoji-difference.h"
#include "rules/kumoji-fingerprint.h"
#include "rules/kumoji-score.h"

#define TODAY "2026-11-20"
#define TEXT "{\"ja\": \"あ\", \"en\": \"a\"}"
#define ITEM(id) "{\"id\": \"" id "\", \"title\": " TEXT ", \"question\": " TEXT "}"
#define CATALOG(id, items)                                                                         \
  "{\"id\": \"" id "\", \"kind\": \"checklist\", \"subject\": \"company\", \"title\": " TEXT       \
  ", \"sections\": [{\"id\": \"A\", \"title\": " TEXT ", \"items\": [" items "]}]}"
#define PROJECT(catalogs, rounds)                                                                  \
  "{\"format\": \"kumoji-project\", \"version\": 1, \"id\": \"p\", \"assessments\": [" rounds      \
  "], \"catalogs\": [" catalogs "]}"
#define ROUND(catalog, item)                                                                       \
  "{\"id\": \"r-" catalog "\", \"catalog\": \"" catalog "\", \"answers\": [{\"id\": \"" item       \
  "\", \"answer\": \"yes\"}]}"

static KumojiProject *
parse (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  KumojiProject *project = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, &error);

  g_assert_no_error (error);
  return project;
}

static GPtrArray *
check (KumojiProject *project)
{
  return kumoji_check_project (kumoji_project_get_library (project), project);
}

/* The step that was just done is taken back and done again, with the same bytes each time. */
static void
assert_step (KumojiProject *project, GBytes *before, const char *name)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (GBytes) after = kumoji_project_to_bytes (project);

  g_assert_false (g_bytes_equal (before, after));
  g_assert_cmpstr (kumoji_history_get_undo_name (history), ==, name);
  kumoji_history_undo (history);
  g_autoptr (GBytes) undone = kumoji_project_to_bytes (project);
  g_assert_true (g_bytes_equal (before, undone));
  kumoji_history_redo (history);
  g_autoptr (GBytes) redone = kumoji_project_to_bytes (project);
  g_assert_true (g_bytes_equal (after, redone));
}

static KumojiRecord *
copy_bundled (KumojiProject *project, const char *id)
{
  KumojiLibrary *library = kumoji_project_get_library (project);
  g_autoptr (KumojiRecord) copy =
    kumoji_own_catalog_new_copy (project, kumoji_library_get_catalog (library, id));

  kumoji_own_edit_embed (project, copy);
  return copy;
}

static KumojiRecord *
get_item (KumojiRecord *catalog, guint section, guint position)
{
  KumojiList *sections = kumoji_own_catalog_get_sections (catalog);

  return kumoji_list_get (kumoji_record_get_list (kumoji_list_get (sections, section), "items"),
                          position);
}

/* Every bundled catalog is kept whole by the records, with what their tables do not know. */
static void
test_copy_all (void)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_library_get_default ());
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  for (guint i = 0; i < catalogs->len; i++)
    {
      KumojiRecord *copy = copy_bundled (project, kumoji_catalog_get_id (catalogs->pdata[i]));
      KumojiCatalog *read = kumoji_library_get_catalog (kumoji_project_get_library (project),
                                                        kumoji_record_get_id (copy));
      g_assert_nonnull (read);
      g_assert_cmpuint (kumoji_catalog_get_items (read)->len, ==,
                        kumoji_catalog_get_items (catalogs->pdata[i])->len);
      g_assert_cmpuint (kumoji_catalog_get_facets (read)->len, ==,
                        kumoji_catalog_get_facets (catalogs->pdata[i])->len);
      g_assert_cmpint (kumoji_library_get_group (kumoji_project_get_library (project), read), ==,
                       KUMOJI_GROUP_OWN);
      for (guint j = 0; j < kumoji_catalog_get_items (read)->len; j++)
        {
          KumojiItem *mine = kumoji_catalog_get_items (read)->pdata[j];
          KumojiItem *theirs = kumoji_catalog_get_items (catalogs->pdata[i])->pdata[j];
          g_assert_cmpstr (kumoji_item_get_id (mine), ==, kumoji_item_get_id (theirs));
          g_assert_cmpstr (kumoji_item_get_question (mine, KUMOJI_LANGUAGE_JA), ==,
                           kumoji_item_get_question (theirs, KUMOJI_LANGUAGE_JA));
          g_assert_cmpstr (kumoji_item_get_control (mine), ==, kumoji_item_get_control (theirs));
          g_assert_false (kumoji_item_lacks (mine, KUMOJI_LANGUAGE_EN));
        }
    }
  g_autoptr (GPtrArray) problems = check (project);
  g_assert_cmpuint (problems->len, ==, 0);

  /* And by a file. */
  g_autoptr (GBytes) bytes = kumoji_project_to_bytes (project);
  g_autoptr (KumojiProject) read = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, NULL);
  g_autoptr (GBytes) again = kumoji_project_to_bytes (read);
  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpuint (kumoji_library_get_catalogs (kumoji_project_get_library (read))->len, ==,
                    2 * catalogs->len);
}

static void
test_library (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);

  g_assert_true (kumoji_project_get_library (project) == kumoji_library_get_default ());
  KumojiRecord *mine = copy_bundled (project, "ipa-guide");
  KumojiRecord *other = copy_bundled (project, "jssa-stage2");
  g_assert_cmpstr (kumoji_record_get_id (mine), ==, "own-ipa-guide");
  g_autoptr (KumojiLibrary) first = g_object_ref (kumoji_project_get_library (project));
  g_assert_true (kumoji_project_get_library (project) == first);

  /* What is no catalog changes nothing. */
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_profile (project)), "company",
                           "港精工");
  g_assert_true (kumoji_project_get_library (project) == first);

  /* A letter in one of them: that one is read again, the other one is shared. */
  kumoji_history_set_text (history, kumoji_record_get_record (get_item (mine, 0, 0), "question"),
                           "en", "Is it so?");
  KumojiLibrary *second = kumoji_project_get_library (project);
  g_assert_false (second == first);
  g_assert_true (kumoji_library_get_catalog (second, kumoji_record_get_id (other))
                 == kumoji_library_get_catalog (first, kumoji_record_get_id (other)));
  g_assert_true (kumoji_library_get_catalog (second, "ipa-guide")
                 == kumoji_library_get_catalog (first, "ipa-guide"));
  KumojiCatalog *changed = kumoji_library_get_catalog (second, "own-ipa-guide");
  g_assert_cmpstr (kumoji_item_get_question (kumoji_catalog_get_items (changed)->pdata[0],
                                             KUMOJI_LANGUAGE_EN),
                   ==, "Is it so?");
  g_assert_cmpstr (kumoji_history_get_undo_name (history), ==, "Change “Question (English)”");

  /* Threads have projects of their own. */
  g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));
  g_autoptr (KumojiProject) theirs = kumoji_project_new_from_snapshot (snapshot);
  g_assert_nonnull (
    kumoji_library_get_catalog (kumoji_project_get_library (theirs), "own-ipa-guide"));
  while (kumoji_history_can_undo (history))
    kumoji_history_undo (history);
  g_assert_true (kumoji_project_get_library (project) == kumoji_library_get_default ());
}

typedef struct
{
  const char *project;
  const char *path; /* of the first problem; NULL for none */
  const char *reason;
} Case;

static const Case cases[] = {
  { PROJECT (CATALOG ("own-1", ITEM ("1")), ROUND ("own-1", "1")), NULL, NULL },
  { PROJECT (CATALOG ("own-1", ITEM ("1") "," ITEM ("1")), ROUND ("own-1", "1")), "catalogs[0]",
    "sections[0].items[1].id: stands twice in this catalog" },
  { PROJECT (CATALOG ("own-1", ""), ""), "catalogs[0]", "sections: must hold at least one item" },
  { PROJECT (CATALOG ("own-1", ITEM ("a/b")), ""), "catalogs[0]", "sections[0].items[0].id: " },
  { PROJECT (CATALOG ("Own 1", ITEM ("1")), ""), "catalogs[0]", "id: " },
  { PROJECT (CATALOG ("ipa-guide", ITEM ("1")), ""), "catalogs[0].id", "“ipa-guide” is the id" },
  { PROJECT (CATALOG ("o", ITEM ("1")) "," CATALOG ("o", ITEM ("2")), ""), "catalogs[1].id",
    "the id “o” stands twice" },
  { PROJECT (CATALOG ("own-1", ITEM ("1")), ROUND ("own-2", "1")), "assessments[0].catalog",
    "the catalog “own-2” is not known" },
  { PROJECT (CATALOG ("own-1", ITEM ("1")), ROUND ("own-1", "2")), "assessments[0].answers[0].id",
    "the catalog has no item “2”" },
  { PROJECT ("{\"id\": \"own-1\", \"kind\": \"riddle\", \"subject\": \"company\"}", ""),
    "catalogs[0].kind", "“riddle” is not one of its choices" },
  { PROJECT ("{\"id\": \"own-1\", \"version\": 2}", ""), "catalogs[0]",
    "version: this version is not known" },
  { PROJECT ("{}", ""), "catalogs[0]", "kind: is missing" },
};

/* Whatever is wrong is told with its place; the file is written back as it was. */
static void
test_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KumojiProject) project = parse (cases[i].project);
      g_autoptr (GPtrArray) problems = check (project);
      g_autoptr (GBytes) bytes = kumoji_project_to_bytes (project);
      g_autoptr (KumojiProject) read = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, NULL);
      g_autoptr (GBytes) again = kumoji_project_to_bytes (read);

      g_assert_true (g_bytes_equal (bytes, again));
      if (cases[i].path == NULL)
        {
          g_assert_cmpuint (problems->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (problems->len, >, 0);
      const KumojiProblem *problem = problems->pdata[0];
      g_assert_cmpstr (problem->path, ==, cases[i].path);
      if (!g_str_has_prefix (problem->reason, cases[i].reason))
        g_error ("“%s” does not begin with “%s”", problem->reason, cases[i].reason);
    }
}

/* What is not finished can be answered all the same; only what makes no catalog cannot. */
static void
test_unfinished (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (KumojiRecord) own = kumoji_own_catalog_new ("own-1");

  kumoji_own_edit_embed (project, own);
  g_assert_null (kumoji_library_get_catalog (kumoji_project_get_library (project), "own-1"));
  kumoji_history_set_text (history, own, "kind", "checklist");
  kumoji_history_set_text (history, own, "subject", "company");
  KumojiCatalog *catalog =
    kumoji_library_get_catalog (kumoji_project_get_library (project), "own-1");
  g_assert_cmpstr (kumoji_catalog_get_title (catalog, KUMOJI_LANGUAGE_JA), ==, "own-1");
  g_assert_cmpstr (kumoji_catalog_get_publisher (catalog, KUMOJI_LANGUAGE_EN), ==, "Our own");
  g_assert_cmpuint (kumoji_catalog_get_items (catalog)->len, ==, 0);

  KumojiRecord *section = kumoji_own_edit_add_section (history, own, 0, KUMOJI_LANGUAGE_JA, "体制");
  KumojiRecord *item = kumoji_own_edit_add_item (history, section, 0, NULL, KUMOJI_LANGUAGE_JA, "");
  catalog = kumoji_library_get_catalog (kumoji_project_get_library (project), "own-1");
  KumojiItem *read = kumoji_catalog_get_item (catalog, "1.1");
  g_assert_cmpstr (kumoji_item_get_title (read, KUMOJI_LANGUAGE_EN), ==, "1.1");
  g_assert_cmpstr (kumoji_item_get_question (read, KUMOJI_LANGUAGE_EN), ==, "1.1");
  g_assert_null (kumoji_item_get_hint (read, KUMOJI_LANGUAGE_EN));

  /* One language: the other one falls back, and is marked. */
  kumoji_history_set_text (history, kumoji_record_get_record (item, "title"), "ja", "責任者");
  kumoji_history_set_text (history, kumoji_record_get_record (item, "question"), "ja", "いますか");
  catalog = kumoji_library_get_catalog (kumoji_project_get_library (project), "own-1");
  read = kumoji_catalog_get_item (catalog, "1.1");
  g_assert_cmpstr (kumoji_item_get_title (read, KUMOJI_LANGUAGE_EN), ==, "責任者");
  g_assert_true (kumoji_item_lacks (read, KUMOJI_LANGUAGE_EN));
  g_assert_false (kumoji_item_lacks (read, KUMOJI_LANGUAGE_JA));

  g_autoptr (GPtrArray) problems = check (project);
  g_assert_cmpuint (problems->len, ==, 1); /* the checklist's title */
  kumoji_history_set_text (history, kumoji_record_get_record (own, "title"), "ja", "社内点検");
  g_autoptr (GPtrArray) none = check (project);
  g_assert_cmpuint (none->len, ==, 0);
  while (kumoji_history_can_undo (history))
    kumoji_history_undo (history);
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_catalogs (project)), ==, 0);
}

static void
answer (KumojiProject *project, const char *catalog, const char *item)
{
  kumoji_edit_answer (project, kumoji_edit_ensure_round (project, catalog, ""), item, "answer",
                      "yes", TODAY, NULL);
}

static void
test_delete (void)
{
  g_autoptr (KumojiProject) project =
    parse (PROJECT (CATALOG ("own-1", ITEM ("1") "," ITEM ("2") "," ITEM ("3")), ""));
  KumojiRecord *own = kumoji_list_get (kumoji_project_get_catalogs (project), 0);
  KumojiRecord *section = kumoji_list_get (kumoji_own_catalog_get_sections (own), 0);

  answer (project, "own-1", "1");
  answer (project, "own-1", "3");
  answer (project, "jssa-stage2", "1.3");
  kumoji_edit_start_round (project, "own-1", "", TRUE, TODAY);
  g_assert_cmpuint (kumoji_own_count_answers (project, own), ==, 4);
  g_assert_cmpuint (kumoji_own_count_answers (project, section), ==, 4);
  g_assert_cmpuint (kumoji_own_count_answers (project, get_item (own, 0, 0)), ==, 2);
  g_assert_cmpuint (kumoji_own_count_answers (project, get_item (own, 0, 1)), ==, 0);

  g_autoptr (GBytes) first = kumoji_project_to_bytes (project);
  kumoji_own_edit_delete (project, get_item (own, 0, 0));
  g_assert_cmpuint (kumoji_own_count_answers (project, own), ==, 2);
  assert_step (project, first, "Delete item");
  g_autoptr (GBytes) second = kumoji_project_to_bytes (project);
  kumoji_own_edit_delete (project, section);
  g_assert_cmpuint (kumoji_own_count_answers (project, own), ==, 0);
  assert_step (project, second, "Delete section");
  kumoji_history_undo (kumoji_project_get_history (project));

  kumoji_own_edit_delete (project, own);
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_assessments (project)), ==, 1);
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_catalogs (project)), ==, 0);
  assert_step (project, second, "Remove checklist");
}

static void
test_number (void)
{
  g_autoptr (KumojiProject) project =
    parse (PROJECT (CATALOG ("own-1", ITEM ("1") "," ITEM ("2")), ROUND ("own-1", "1")));
  KumojiRecord *own = kumoji_list_get (kumoji_project_get_catalogs (project), 0);
  g_autoptr (GBytes) before = kumoji_project_to_bytes (project);
  static const char *const wrong[] = { "2",   "",   "a b",
                                       "a/b", "\t", "12345678901234567890123456789012345678901" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (kumoji_own_edit_renumber (project, get_item (own, 0, 0), wrong[i], &error));
      g_assert_error (error, KUMOJI_FIELD_ERROR, KUMOJI_FIELD_ERROR_VALUE);
    }
  KumojiRecord *item = kumoji_own_edit_renumber (project, get_item (own, 0, 0), "問1", NULL);
  g_assert_true (item == get_item (own, 0, 0));
  g_assert_cmpuint (kumoji_own_count_answers (project, item), ==, 1);
  g_autoptr (GPtrArray) problems = check (project);
  g_assert_cmpuint (problems->len, ==, 0);
  assert_step (project, before, "Change number");
}

static char *
dup_order (KumojiRecord *own)
{
  GString *order = g_string_new (NULL);
  KumojiList *sections = kumoji_own_catalog_get_sections (own);

  for (guint i = 0; i < kumoji_list_get_length (sections); i++)
    {
      KumojiList *items = kumoji_record_get_list (kumoji_list_get (sections, i), "items");
      g_string_append_printf (order, "[%s", kumoji_record_get_id (kumoji_list_get (sections, i)));
      for (guint j = 0; j < kumoji_list_get_length (items); j++)
        g_string_append_printf (order, " %s", kumoji_record_get_id (kumoji_list_get (items, j)));
      g_string_append_c (order, ']');
    }
  return g_string_free (order, FALSE);
}

static void
assert_move (KumojiProject *project, const char *id, gboolean up, const char *expected)
{
  KumojiRecord *own = kumoji_list_get (kumoji_project_get_catalogs (project), 0);
  KumojiRecord *record = kumoji_own_catalog_find_item (own, id);
  g_autoptr (GBytes) before = kumoji_project_to_bytes (project);

  if (record == NULL)
    record = kumoji_list_find (kumoji_own_catalog_get_sections (own), id);
  g_assert_true (kumoji_own_edit_can_move (record, up));
  kumoji_own_edit_move (kumoji_project_get_history (project), record, up);
  g_autofree char *order = dup_order (own);
  g_assert_cmpstr (order, ==, expected);
  assert_step (project, before, KUMOJI_IS_OWN_ITEM (record) ? "Move item" : "Move section");
}

static void
test_move (void)
{
  g_autoptr (KumojiProject) project =
    parse (PROJECT (CATALOG ("own-1", ITEM ("1") "," ITEM ("2")), ROUND ("own-1", "2")));
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *own = kumoji_list_get (kumoji_project_get_catalogs (project), 0);
  KumojiRecord *b = kumoji_own_edit_add_section (history, own, 1, KUMOJI_LANGUAGE_EN, "More");

  kumoji_own_edit_add_item (history, b, 0, NULL, KUMOJI_LANGUAGE_EN, "x");
  g_assert_cmpstr (kumoji_record_get_id (kumoji_own_edit_add_item (history, b, 1, NULL, 1, "y")),
                   ==, "2.2");
  assert_move (project, "2", FALSE, "[A 1][2 2 2.1 2.2]");
  assert_move (project, "2", FALSE, "[A 1][2 2.1 2 2.2]");
  assert_move (project, "2.1", TRUE, "[A 1 2.1][2 2 2.2]");
  assert_move (project, "2.1", TRUE, "[A 2.1 1][2 2 2.2]");
  assert_move (project, "A", FALSE, "[2 2 2.2][A 2.1 1]");
  g_assert_false (kumoji_own_edit_can_move (kumoji_own_catalog_find_item (own, "1"), FALSE));
  g_assert_false (kumoji_own_edit_can_move (b, TRUE));
  g_assert_false (kumoji_own_edit_can_move (own, TRUE));
  g_assert_cmpuint (kumoji_own_count_answers (project, own), ==, 1);
}

/* The same id again is another version of it: answers stay. */
static void
test_replace (void)
{
  g_autoptr (KumojiProject) project =
    parse (PROJECT (CATALOG ("own-1", ITEM ("1")), ROUND ("own-1", "1")));
  g_autoptr (KumojiProject) other =
    parse (PROJECT (CATALOG ("own-1", ITEM ("1") "," ITEM ("2")), ""));
  g_autoptr (KumojiSnapshot) snapshot =
    kumoji_record_snapshot (kumoji_list_get (kumoji_project_get_catalogs (other), 0));
  g_autoptr (KumojiRecord) newer = kumoji_snapshot_restore (snapshot);
  g_autoptr (GBytes) before = kumoji_project_to_bytes (project);

  kumoji_own_edit_embed (project, newer);
  g_assert_cmpuint (kumoji_own_count_answers (project, newer), ==, 1);
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_catalogs (project)), ==, 1);
  assert_step (project, before, "Replace checklist");

  g_autofree char *next = kumoji_own_dup_free_id (project, "own-1");
  g_autofree char *fresh = kumoji_own_dup_free_id (project, NULL);
  g_assert_cmpstr (next, ==, "own-1-2");
  g_assert_true (kumoji_catalog_id_is_valid (fresh));
}

/* Fingerprint, differences and another version of the file take in what the company asks. */
static void
test_compared (void)
{
  g_autoptr (KumojiProject) before = parse (PROJECT (CATALOG ("own-1", ITEM ("1")), ""));
  g_autoptr (KumojiProject) after = parse (PROJECT (CATALOG ("own-1", ITEM ("1")), ""));
  KumojiHistory *history = kumoji_project_get_history (after);
  KumojiRecord *own = kumoji_list_get (kumoji_project_get_catalogs (after), 0);
  KumojiComparison comparison;

  kumoji_history_set_text (history, kumoji_record_get_record (get_item (own, 0, 0), "question"),
                           "en", "b");
  g_autoptr (KumojiFingerprints) old = kumoji_fingerprints_new_of_project (before);
  g_autoptr (KumojiFingerprints) now = kumoji_fingerprints_new_of_project (after);
  kumoji_comparison_work_out (&comparison, old, now);
  g_assert_false (comparison.equal);
  g_assert_cmpstr (comparison.changed[0], ==, "catalogs");
  g_assert_null (comparison.changed[1]);

  g_autoptr (GPtrArray) differences =
    kumoji_differences_new (before, after, kumoji_project_get_library (after), KUMOJI_LANGUAGE_EN);
  g_assert_cmpuint (differences->len, ==, 1);
  const KumojiDifference *difference = differences->pdata[0];
  g_assert_cmpstr (difference->record, ==, "a › A a › 1 a");
  g_assert_cmpstr (difference->field, ==, "Question (English)");
  g_assert_cmpstr (difference->after, ==, "b");
  g_assert_cmpstr (kumoji_difference_get_area_label (difference, KUMOJI_LANGUAGE_EN), ==,
                   "Own checklists");

  g_autoptr (GBytes) bytes = kumoji_project_to_bytes (before);
  kumoji_takeover (before, after, "Take theirs");
  assert_step (before, bytes, "Take theirs");
  g_autofree char *mine = kumoji_fingerprint_new (before);
  g_assert_cmpstr (mine, ==, now->whole);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-catalog/copy-all", test_copy_all);
  g_test_add_func ("/own-catalog/library", test_library);
  g_test_add_func ("/own-catalog/check", test_check);
  g_test_add_func ("/own-catalog/unfinished", test_unfinished);
  g_test_add_func ("/own-catalog/delete", test_delete);
  g_test_add_func ("/own-catalog/number", test_number);
  g_test_add_func ("/own-catalog/move", test_move);
  g_test_add_func ("/own-catalog/replace", test_replace);
  g_test_add_func ("/own-catalog/compared", test_compared);
  return g_test_run ();
}
