/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits of every kind, all undone: the first bytes; all redone: the last. */
#include <string.h>

#include "catalog/kumoji-library.h"
#include "files/kumoji-project-file.h"
#include "files/kumoji-sample.h"
#include "project/kumoji-edit.h"

#define EDITS 10000
#define TODAY "2026-11-20"

/* Values of every level that are no values, and members that nobody knows. */
static const char strange[] =
  "{\"format\": \"kumoji-project\", \"version\": 1, \"id\": \"p\", \"x\": {\"y\": [1.50, 1e400]},"
  "\"profile\": {\"company\": 99.7, \"employees\": -1, \"capital\": \"much\", \"mood\": 99.7,"
  "  \"persons\": [{\"id\": \"n\", \"name\": [], \"z\": null}, 3]},"
  "\"assessments\": [{\"id\": \"a\", \"catalog\": \"jssa-stage2\", \"round\": \"first\","
  "  \"answers\": [{\"id\": \"1.3\", \"answer\": \"perhaps\", \"memo\": 7}, \"?\"]}],"
  "\"assets\": [{\"id\": \"s\", \"count\": \"many\", \"rank\": \"z\", \"q\": -0}, 17, 18],"
  "\"services\": \"none\", \"stages\": [{\"id\": \"1\", \"budget\": 1.5, \"decisions\": {}}]}";

/* One run: the generator, and what was saved when. */
typedef struct
{
  KumojiProject *project;
  KumojiHistory *history;
  GRand *rand;
  GBytes *saved;
  guint n_done[16]; /* by kind of edit */
} Run;

static guint
pick (Run *run, guint n)
{
  return g_rand_int_range (run->rand, 0, n);
}

static void
list_records (KumojiRecord *record, GPtrArray *records, GPtrArray *lists)
{
  guint n;
  const KumojiField *fields = kumoji_record_get_fields (record, &n);

  g_ptr_array_add (records, record);
  for (guint i = 0; i < n; i++)
    {
      if (fields[i].type == KUMOJI_FIELD_RECORD)
        list_records (kumoji_record_get_record (record, fields[i].name), records, lists);
      if (fields[i].type != KUMOJI_FIELD_LIST)
        continue;
      KumojiList *list = kumoji_record_get_list (record, fields[i].name);
      /* A project always has its six stages. */
      if (!g_str_equal (fields[i].name, "stages"))
        g_ptr_array_add (lists, list);
      for (guint j = 0; j < kumoji_list_get_length (list); j++)
        list_records (kumoji_list_get (list, j), records, lists);
    }
}

/* Any record of the project, and any list where @lists is asked for. */
static gpointer
pick_one (Run *run, gboolean lists)
{
  g_autoptr (GPtrArray) all_records = g_ptr_array_new (), all_lists = g_ptr_array_new ();
  GPtrArray *from = lists ? all_lists : all_records;

  list_records (KUMOJI_RECORD (run->project), all_records, all_lists);
  return from->pdata[pick (run, from->len)];
}

static char *
make_text (Run *run)
{
  static const char *const texts[] = { "",       "x",    "港精工 𠮷", "\"\\ \t",
                                       "１２３", "</b>", "2026-02-28" };
  guint n = pick (run, G_N_ELEMENTS (texts) + 1);

  return n < G_N_ELEMENTS (texts) ? g_strdup (texts[n]) : g_strdup_printf ("%u", pick (run, 1000));
}

/* A text that the field may hold, or may not: then nothing happens. */
static char *
make_value (Run *run, const KumojiField *field)
{
  guint n = 0;

  switch (field->type)
    {
    case KUMOJI_FIELD_INTEGER:
      return g_strdup_printf ("%u", pick (run, 2000));
    case KUMOJI_FIELD_FLAG:
      return g_strdup (pick (run, 2) ? "yes" : "no");
    case KUMOJI_FIELD_CHOICE:
      while (field->choices[n].id != NULL)
        n++;
      return g_strdup (field->choices[pick (run, n)].id);
    case KUMOJI_FIELD_DATE:
      return g_strdup (pick (run, 3) > 0 ? "2026-02-28" : "");
    default:
      return make_text (run);
    }
}

static void
set_field (Run *run)
{
  KumojiRecord *record = pick_one (run, FALSE);
  guint n;
  const KumojiField *fields = kumoji_record_get_fields (record, &n);
  const KumojiField *field = &fields[n > 1 ? 1 + pick (run, n - 1) : 0];

  if (n > 1 && kumoji_field_is_scalar (field))
    {
      g_autofree char *text = make_value (run, field);
      kumoji_history_set_parsed (run->history, record, field->name, text, NULL);
    }
}

/* Letter by letter, in one field. */
static void
type (Run *run)
{
  KumojiRecord *record = KUMOJI_RECORD (kumoji_project_get_profile (run->project));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = pick (run, 6); i > 0; i--)
    {
      g_string_append_c (text, 'a' + pick (run, 26));
      kumoji_history_set_text (run->history, record, "company", text->str);
    }
}

static void
insert (Run *run)
{
  KumojiList *list = pick_one (run, TRUE);
  g_autoptr (KumojiRecord) record = g_object_new (kumoji_list_get_record_type (list), NULL);

  kumoji_history_insert (run->history, list, pick (run, kumoji_list_get_length (list) + 1), record);
}

static void
remove_one (Run *run)
{
  KumojiList *list = pick_one (run, TRUE);

  if (kumoji_list_get_length (list) > 0)
    kumoji_history_remove (run->history, list, pick (run, kumoji_list_get_length (list)));
}

static void
import_assets (Run *run)
{
  KumojiList *assets = kumoji_project_get_assets (run->project);

  kumoji_history_begin (run->history, "import");
  for (guint i = pick (run, 5); i > 0; i--)
    {
      g_autoptr (KumojiRecord) asset = g_object_new (KUMOJI_TYPE_ASSET, NULL);
      g_autofree char *name = make_text (run);
      kumoji_history_insert (run->history, assets, kumoji_list_get_length (assets), asset);
      kumoji_history_set_text (run->history, asset, "name", name);
    }
  kumoji_history_end (run->history);
}

static void
duplicate_asset (Run *run)
{
  KumojiList *assets = kumoji_project_get_assets (run->project);
  guint n = kumoji_list_get_length (assets);

  if (n == 0)
    return;
  KumojiAsset *asset = kumoji_list_get (assets, pick (run, n));
  KumojiAsset *copy = kumoji_edit_duplicate_asset (run->project, asset);
  kumoji_history_set_text (run->history, KUMOJI_RECORD (copy), "copy-of",
                           kumoji_record_get_id (KUMOJI_RECORD (asset)));
}

static void
delete_assets (Run *run)
{
  KumojiList *assets = kumoji_project_get_assets (run->project);
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint i = 0; i < kumoji_list_get_length (assets); i++)
    if (pick (run, 6) == 0)
      g_ptr_array_add (some, kumoji_list_get (assets, i));
  kumoji_edit_delete_assets (run->project, some);
}

static void
edit_services (Run *run)
{
  KumojiList *services = kumoji_project_get_services (run->project);
  guint n = kumoji_list_get_length (services);

  if (n == 0 || pick (run, 2) > 0)
    kumoji_edit_add_service (run->project, "ほのか会計");
  else
    kumoji_edit_delete_service (run->project, kumoji_list_get (services, pick (run, n)));
}

static void
edit_rounds (Run *run)
{
  KumojiList *services = kumoji_project_get_services (run->project);
  guint n = kumoji_list_get_length (services);
  const char *subject =
    n > 0 ? kumoji_record_get_id (kumoji_list_get (services, pick (run, n))) : "";

  if (pick (run, 4) > 0)
    kumoji_edit_ensure_round (run->project, "ipa-guide", subject);
  else
    kumoji_edit_start_round (run->project, "ipa-guide", subject, FALSE, TODAY);
}

static void
answer (Run *run)
{
  static const char *const fields[] = { "answer", "memo", "reason", "date" };
  static const char *const answers[] = { "yes", "no", "not-applicable", "waiting", "" };
  KumojiAssessment *round = kumoji_edit_ensure_round (run->project, "jssa-stage2", "");
  g_autofree char *item = g_strdup_printf ("1.%u", 1 + pick (run, 5));
  const char *field = fields[pick (run, G_N_ELEMENTS (fields))];
  g_autofree char *text = make_text (run);

  kumoji_edit_answer (run->project, round, item, field,
                      g_str_equal (field, "answer") ? answers[pick (run, G_N_ELEMENTS (answers))]
                                                    : text,
                      TODAY, NULL);
}

static void
decide (Run *run)
{
  KumojiList *stages = kumoji_project_get_stages (run->project);
  KumojiRecord *stage =
    kumoji_list_get (stages, pick (run, MAX (kumoji_list_get_length (stages), 1)));
  g_autoptr (KumojiRecord) decision = g_object_new (KUMOJI_TYPE_DECISION, NULL);

  kumoji_history_begin (run->history, "decide");
  kumoji_history_insert (run->history, kumoji_record_get_list (stage, "decisions"), 0, decision);
  kumoji_history_set_text (run->history, decision, "date", TODAY);
  kumoji_history_set_text (run->history, decision, "result", pick (run, 2) ? "proceed" : "hold");
  kumoji_history_end (run->history);
}

static void
issue (Run *run)
{
  KumojiList *issued = kumoji_project_get_issued (run->project);
  guint n = kumoji_list_get_length (issued);
  g_autoptr (KumojiRecord) draft = g_object_new (KUMOJI_TYPE_ISSUE, NULL);

  if (n == 0 || pick (run, 2) > 0)
    kumoji_edit_enter_issue (run->project, draft);
  else
    kumoji_edit_delete_issue (run->project, kumoji_list_get (issued, pick (run, n)));
}

static void
wander (Run *run)
{
  for (guint i = pick (run, 8); i > 0; i--)
    if (pick (run, 3) > 0)
      kumoji_history_undo (run->history);
    else
      kumoji_history_redo (run->history);
}

static void
seal (Run *run)
{
  kumoji_history_seal (run->history);
}

static void
save (Run *run)
{
  g_clear_pointer (&run->saved, g_bytes_unref);
  run->saved = kumoji_project_to_bytes (run->project);
  kumoji_history_set_saved_point (run->history, kumoji_history_get_point (run->history));
}

typedef void (*Edit) (Run *run);

/* How often each comes. */
static const struct
{
  Edit edit;
  guint weight;
} edits[] = {
  { set_field, 30 },    { type, 6 },          { insert, 8 },
  { remove_one, 6 },    { import_assets, 2 }, { duplicate_asset, 3 },
  { delete_assets, 2 }, { edit_services, 3 }, { edit_rounds, 3 },
  { answer, 12 },       { decide, 3 },        { issue, 2 },
  { wander, 4 },        { seal, 6 },          { save, 1 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (edits) <= 16);

static void
edit_once (Run *run)
{
  guint total = 0, chosen, i = 0;

  for (guint j = 0; j < G_N_ELEMENTS (edits); j++)
    total += edits[j].weight;
  chosen = pick (run, total);
  while (chosen >= edits[i].weight)
    chosen -= edits[i++].weight;
  run->n_done[i]++;
  edits[i].edit (run);
}

/* The file holds what the project says: then it is not modified. The other way round need not be:
 * another way may lead to the same words. */
static void
assert_modified (Run *run)
{
  g_autoptr (GBytes) now = NULL;

  if (kumoji_history_is_modified (run->history))
    return;
  now = kumoji_project_to_bytes (run->project);
  g_assert_true (g_bytes_equal (now, run->saved));
}

static void
assert_bytes (Run *run, GBytes *expected)
{
  g_autoptr (GBytes) now = kumoji_project_to_bytes (run->project);

  g_assert_cmpmem (g_bytes_get_data (now, NULL), g_bytes_get_size (now),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

/* Undoes all and redoes all; somewhere on the way the saved state comes by, where it still can. */
static void
there_and_back (Run *run, GBytes *first)
{
  g_autoptr (GBytes) last = kumoji_project_to_bytes (run->project);
  guint n_undone = 0, n_redone = 0, n_unmodified = !kumoji_history_is_modified (run->history);

  for (; kumoji_history_can_undo (run->history); n_undone++)
    {
      g_assert_nonnull (kumoji_history_get_undo_name (run->history));
      kumoji_history_undo (run->history);
      assert_modified (run);
      n_unmodified += !kumoji_history_is_modified (run->history);
    }
  assert_bytes (run, first);
  g_assert_cmpuint (n_unmodified, <=, 1);
  for (; kumoji_history_can_redo (run->history); n_redone++)
    {
      kumoji_history_redo (run->history);
      assert_modified (run);
    }
  assert_bytes (run, last);
  g_assert_cmpuint (n_redone, ==, n_undone);
  g_test_message ("%u steps undone and redone", n_undone);
}

static void
run_edits (KumojiProject *project, guint32 seed)
{
  Run run = { .project = project, .history = kumoji_project_get_history (project) };
  g_autoptr (GBytes) first = kumoji_project_to_bytes (project);
  g_autoptr (GBytes) last = NULL;

  run.rand = g_rand_new_with_seed (seed);
  run.saved = g_bytes_ref (first);
  for (guint i = 0; i < EDITS; i++)
    edit_once (&run);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    g_assert_cmpuint (run.n_done[i], >, 0);
  while (kumoji_history_can_redo (run.history))
    kumoji_history_redo (run.history);
  there_and_back (&run, first);

  /* What came of it is a project's file like any other. */
  last = kumoji_project_to_bytes (project);
  g_autoptr (KumojiProject) read = kumoji_project_file_parse (last, KUMOJI_LOAD_NONE, NULL);
  g_autoptr (GBytes) again = kumoji_project_to_bytes (read);
  g_assert_true (g_bytes_equal (again, last));
  g_bytes_unref (run.saved);
  g_rand_free (run.rand);
}

static void
test_sample (gconstpointer seed)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);

  run_edits (project, GPOINTER_TO_UINT (seed));
}

static void
test_strange (gconstpointer seed)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (strange, strlen (strange));
  g_autoptr (KumojiProject) project = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, NULL);

  run_edits (project, GPOINTER_TO_UINT (seed));
}

static guint
count_undo (KumojiHistory *history)
{
  guint n = 0;

  for (; kumoji_history_can_undo (history); n++)
    kumoji_history_undo (history);
  return n;
}

/* Many steps: the oldest go, and the saved point with them. */
static void
test_many_steps (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (project));

  for (guint i = 0; i < 10500; i++)
    {
      kumoji_history_seal (history);
      kumoji_history_set_integer (history, profile, "employees", i + 1);
      if (i == 499 || i == 600)
        kumoji_history_set_saved_point (history, kumoji_history_get_point (history));
    }
  g_assert_cmpuint (count_undo (history), ==, 10000);
  /* The first 500 edits cannot be taken back any more. */
  g_assert_cmpint (kumoji_record_get_integer (profile, "employees"), ==, 500);
  g_assert_true (kumoji_history_is_modified (history));
  for (guint i = 0; i < 101; i++)
    kumoji_history_redo (history);
  g_assert_cmpint (kumoji_record_get_integer (profile, "employees"), ==, 601);
  g_assert_false (kumoji_history_is_modified (history));
}

/* The state before the oldest step that is left may be the saved one. */
static void
test_saved_before_oldest (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (project));

  for (guint i = 0; i < 10001; i++)
    {
      kumoji_history_seal (history);
      kumoji_history_set_integer (history, profile, "employees", i + 1);
      if (i == 0)
        kumoji_history_set_saved_point (history, kumoji_history_get_point (history));
    }
  g_assert_cmpuint (count_undo (history), ==, 10000);
  g_assert_cmpint (kumoji_record_get_integer (profile, "employees"), ==, 1);
  g_assert_false (kumoji_history_is_modified (history));
}

/* Long texts, and records with long texts: 64 MiB at most are kept. */
static void
test_large_steps (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *assets = kumoji_project_get_assets (project);
  g_autofree char *one = g_strnfill (100000, 'a'), *other = g_strnfill (100000, 'b');

  for (guint i = 0; i < 1000; i++)
    {
      KumojiRecord *asset = KUMOJI_RECORD (kumoji_edit_add_asset (project));
      g_assert_true (kumoji_history_set_text (history, asset, "note", i % 2 ? one : other));
      kumoji_history_seal (history);
      kumoji_history_remove (history, assets, 0);
    }
  /* A note is in its own step, and in the one that deletes it. */
  guint n = count_undo (history);
  g_assert_cmpuint (n, >, 3 * 250);
  g_assert_cmpuint (n, <=, 3 * (64 * 1024 * 1024 / 200000 + 1));
  while (kumoji_history_can_redo (history))
    kumoji_history_redo (history);
  g_assert_cmpuint (count_undo (history), ==, n);
}

/* One step beyond the bound can be taken back all the same. */
static void
test_huge_step (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autofree char *text = g_strnfill (100000, 'a');

  kumoji_history_begin (history, "import");
  for (guint i = 0; i < 1000; i++)
    kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_edit_add_asset (project)), "note",
                             text);
  kumoji_history_end (history);
  g_assert_cmpuint (count_undo (history), ==, 1);
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_assets (project)), ==, 0);
}

int
main (int argc, char **argv)
{
  static const guint seeds[] = { 1, 20261120, 4242 };

  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *sample = g_strdup_printf ("/history/sample/%u", seeds[i]);
      g_autofree char *strange_name = g_strdup_printf ("/history/strange/%u", seeds[i]);
      g_test_add_data_func (sample, GUINT_TO_POINTER (seeds[i]), test_sample);
      g_test_add_data_func (strange_name, GUINT_TO_POINTER (seeds[i]), test_strange);
    }
  g_test_add_func ("/history/many-steps", test_many_steps);
  g_test_add_func ("/history/saved-before-oldest", test_saved_before_oldest);
  g_test_add_func ("/history/large-steps", test_large_steps);
  g_test_add_func ("/history/huge-step", test_huge_step);

  return g_test_run ();
}
