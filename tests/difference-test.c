/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences: told as people read them, none exactly where the files are the same, and mirrored
 * when the sides are. */
#include <string.h>

#include "files/kumoji-project-file.h"
#include "files/kumoji-sample.h"
#include "project/kumoji-edit.h"
#include "project/kumoji-takeover.h"
#include "rules/kumoji-difference.h"

#define ROUNDS 400
#define EDITS 12

static KumojiProject *
parse (const char *json)
{
  g_autofree char *text =
    g_strdup_printf ("{\"format\": \"kumoji-project\", \"version\": 1, %s}", json);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KumojiProject *project = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, &error);

  g_assert_no_error (error);
  return project;
}

static KumojiProject *
copy (KumojiProject *project)
{
  g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (KUMOJI_RECORD (project));

  return kumoji_project_new_from_snapshot (snapshot);
}

static GPtrArray *
compare (KumojiProject *before, KumojiProject *after)
{
  return kumoji_differences_new (before, after, kumoji_library_get_default (), KUMOJI_LANGUAGE_EN);
}

static const char *const kinds[] = { "added", "removed", "changed", "moved" };

/* All of it in one line, with a mark on what is aside and what was set aside. */
static char *
describe (const KumojiDifference *d)
{
  return g_strdup_printf ("%s %s%s | %s | %s | %s -> %s%s", kinds[d->kind],
                          d->is_aside ? "(aside) " : "",
                          kumoji_difference_get_area_label (d, KUMOJI_LANGUAGE_EN), d->record,
                          d->field, d->before, d->after, d->is_set_aside ? " !" : "");
}

static void
assert_differences (KumojiProject *before, KumojiProject *after, const char *const *expected)
{
  g_autoptr (GPtrArray) found = compare (before, after);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *line = describe (found->pdata[i]);
      g_strv_builder_add (builder, line);
    }
  g_auto (GStrv) lines = g_strv_builder_end (builder);
  for (guint i = 0; i < MAX (found->len, g_strv_length ((char **) expected)); i++)
    g_assert_cmpstr (i < found->len ? lines[i] : "", ==,
                     i < g_strv_length ((char **) expected) ? expected[i] : "");
}

#define ASSERT_DIFFERENCES(before, after, ...)                                                     \
  assert_differences (before, after, (const char *const[]){ __VA_ARGS__ __VA_OPT__ (, ) NULL })

static void
test_none (void)
{
  g_autoptr (KumojiProject) sample = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_EN);
  g_autoptr (KumojiProject) same = copy (sample);
  g_autoptr (GBytes) bytes = kumoji_project_to_bytes (sample);
  g_autoptr (KumojiProject) read = kumoji_project_file_parse (bytes, KUMOJI_LOAD_NONE, NULL);

  ASSERT_DIFFERENCES (sample, same);
  ASSERT_DIFFERENCES (sample, read);
}

/* Values, choices, flags, references and dates, each as people read them. */
static void
test_fields (void)
{
  g_autoptr (KumojiProject) before =
    parse ("\"id\": \"p\", \"profile\": {\"company\": \"Kumo Co.\", \"annual-sales\": 100},"
           "\"assets\": [{\"id\": \"a\", \"number\": \"A-1\", \"name\": \"Ledger\"},"
           " {\"id\": \"b\", \"name\": \"Tape\", \"count\": 1}]");
  g_autoptr (KumojiProject) after = copy (before);
  KumojiHistory *history = kumoji_project_get_history (after);
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (after));
  KumojiRecord *tape = kumoji_list_get (kumoji_project_get_assets (after), 1);
  KumojiRecord *stage = KUMOJI_RECORD (kumoji_project_get_stage (after, "2"));

  kumoji_history_set_integer (history, profile, "annual-sales", 1234567);
  kumoji_history_set_flag (history, profile, "digital-push", FALSE);
  kumoji_history_set_integer (history, tape, "count", 1200);
  kumoji_history_set_text (history, tape, "copy-of", "a");
  kumoji_history_set_text (history, tape, "rank", "b");
  kumoji_history_set_text (history, stage, "planned-start", "2026-12-01");
  ASSERT_DIFFERENCES (
    before, after, "changed Company |  | Annual sales | ¥100 -> ¥1,234,567",
    "changed Company |  | Went to the cloud for telework, e-commerce or social media | Yes -> No",
    "changed Information assets | Tape | Copy of |  -> A-1 Ledger",
    "changed Information assets | Tape | Count | 1 -> 1,200",
    "changed Information assets | Tape | Rank |  -> B: serious",
    "changed Roadmap | Stage 2: Pilot | Planned start |  -> 2026-12-01");

  for (guint i = 0; i < 6; i++)
    kumoji_history_undo (history);
  ASSERT_DIFFERENCES (before, after);
}

static void
test_records (void)
{
  g_autoptr (KumojiProject) before =
    parse ("\"id\": \"p\", \"assets\": [{\"id\": \"a\", \"name\": \"Ledger\", \"count\": 7},"
           " {\"id\": \"b\", \"name\": \"Tape\"}, {\"id\": \"c\", \"name\": \"Disk\"}],"
           "\"issued\": [{\"id\": \"i\", \"date\": \"2026-01-01\"}]");
  g_autoptr (KumojiProject) after =
    parse ("\"id\": \"p\", \"assets\": [{\"id\": \"b\", \"name\": \"Tape\"},"
           " {\"id\": \"d\", \"number\": \"A-4\", \"name\": \"Desk\", \"note\": \"two\\nlines\"},"
           " {\"id\": \"c\", \"name\": \"Disk\"}],"
           "\"services\": [{\"id\": \"s\", \"name\": \"Mail\"}],"
           "\"assessments\": [{\"id\": \"r\", \"catalog\": \"ipa-guide\", \"subject\": \"s\","
           " \"round\": 2, \"answers\": [{\"id\": \"1\", \"answer\": \"yes\"}]}]");

  ASSERT_DIFFERENCES (
    before, after,
    "added Checklists | IPA safe use · Mail · Round 2 |  |  -> Catalog: IPA safe use · "
    "Subject: Mail · Round: 2 · Answers: 1",
    "removed Information assets | Ledger |  | Asset: Ledger · Count: 7 -> ",
    "added Information assets | A-4 Desk |  |  -> Control number: A-4 · Asset: Desk · Note: two "
    "lines",
    "added Cloud services | Mail |  |  -> Service: Mail",
    "removed (aside) Issued reports | 2026-01-01 |  | Date of issue: 2026-01-01 -> ");
}

static void
test_answers (void)
{
  g_autoptr (KumojiProject) before = kumoji_project_new ();
  g_autoptr (KumojiProject) after = NULL;
  KumojiAssessment *round = kumoji_edit_ensure_round (before, "ipa-guide", "");
  g_autoptr (GPtrArray) found = NULL;

  kumoji_edit_answer (before, round, "1", "answer", "no", "2026-11-20", NULL);
  after = copy (before);
  round = kumoji_project_get_last_round (after, "ipa-guide", "");
  kumoji_edit_answer (after, round, "1", "memo", "asked", "2026-11-20", NULL);
  found = compare (before, after);
  g_assert_cmpuint (found->len, ==, 1);
  const KumojiDifference *difference = found->pdata[0];
  g_assert_true (g_str_has_prefix (difference->record, "IPA safe use · Round 1 › 1 "));
  g_assert_cmpstr (difference->field, ==, "Memo");
  g_assert_cmpstr (difference->after, ==, "asked");
  g_assert_cmpstr (difference->id, ==, kumoji_record_get_id (KUMOJI_RECORD (round)));
}

/* As few as possible moved, and only they. */
static void
test_moved (void)
{
  g_autoptr (KumojiProject) before =
    parse ("\"id\": \"p\", \"services\": [{\"id\": \"a\", \"name\": \"A\"},"
           " {\"id\": \"b\", \"name\": \"B\"}, {\"id\": \"c\", \"name\": \"C\"},"
           " {\"id\": \"d\", \"name\": \"D\"}]");
  g_autoptr (KumojiProject) after =
    parse ("\"id\": \"p\", \"services\": [{\"id\": \"d\", \"name\": \"D\"},"
           " {\"id\": \"x\", \"name\": \"X\"}, {\"id\": \"a\", \"name\": \"A\"},"
           " {\"id\": \"b\", \"name\": \"B\"}, {\"id\": \"c\", \"name\": \"C\"}]");

  ASSERT_DIFFERENCES (before, after, "moved Cloud services | D |  | 4 -> 1",
                      "added Cloud services | X |  |  -> Service: X");
  ASSERT_DIFFERENCES (after, before, "removed Cloud services | X |  | Service: X -> ",
                      "moved Cloud services | D |  | 1 -> 4");
}

/* What no field takes is compared as the file has it. */
static void
test_aside (void)
{
  g_autoptr (KumojiProject) before =
    parse ("\"id\": \"p\", \"new\": [1], \"old\": 1, \"profile\": {\"employees\": 1.5},"
           "\"assets\": [{\"id\": \"a\", \"name\": \"Ledger\", \"count\": -1}, 5, 6],"
           "\"services\": 3");
  g_autoptr (KumojiProject) after =
    parse ("\"id\": \"q\", \"old\": 1, \"new\": [2], \"profile\": {\"employees\": 3},"
           "\"assets\": [{\"id\": \"a\", \"name\": \"Ledger\", \"count\": \"x\"}, 5],"
           "\"services\": [{\"id\": \"s\", \"name\": \"Mail\"}]");

  ASSERT_DIFFERENCES (before, after, "changed (aside) Project file |  | id | p -> q",
                      "changed Company |  | Employees | 1.5 -> 3 !",
                      "changed Information assets | Ledger | Count | -1 -> \"x\" !",
                      "removed Information assets |  | Information assets | 6 ->  !",
                      "removed Cloud services |  | Cloud services | 3 ->  !",
                      "added Cloud services | Mail |  |  -> Service: Mail",
                      "changed Project file |  | new | [1] -> [2] !",
                      "moved Project file |  | old | 2 -> 1");
}

/* Ids that stand twice, or are none: two readings of one file are the same project. */
static void
test_odd_ids (void)
{
  const char *json = "\"id\": 5, \"assets\": [{\"id\": \"a\", \"name\": \"1\"},"
                     " {\"id\": \"a\", \"name\": \"2\"}, {\"id\": 7, \"name\": \"3\"}]";
  g_autoptr (KumojiProject) before = parse (json);
  g_autoptr (KumojiProject) after = parse (json);
  KumojiRecord *second = kumoji_list_get (kumoji_project_get_assets (after), 1);

  ASSERT_DIFFERENCES (before, after);
  kumoji_history_set_text (kumoji_project_get_history (after), second, "name", "two");
  ASSERT_DIFFERENCES (before, after, "changed Information assets | two | Asset | 2 -> two");
}

/* --- Any two projects ------------------------------------------------------------------------ */

static void
edit_field (KumojiHistory *history, KumojiRecord *record)
{
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (record, &n_fields);
  const KumojiField *field = &fields[g_test_rand_int_range (1, (int) n_fields)];
  int n = g_test_rand_int_range (0, 3);
  g_autofree char *text = g_strdup_printf ("text %d", n);

  if (field->type == KUMOJI_FIELD_INTEGER)
    kumoji_history_set_integer (history, record, field->name, n);
  else if (field->type == KUMOJI_FIELD_FLAG)
    kumoji_history_set_flag (history, record, field->name, n > 0);
  else if (field->type == KUMOJI_FIELD_CHOICE)
    kumoji_history_set_text (history, record, field->name, n > 0 ? field->choices[0].id : "");
  else if (field->type == KUMOJI_FIELD_DATE)
    kumoji_history_set_text (history, record, field->name, n > 0 ? "2026-11-20" : "");
  else if (kumoji_field_is_scalar (field))
    kumoji_history_set_text (history, record, field->name, n > 0 ? text : "");
}

static void
edit_list (KumojiHistory *history, KumojiList *list)
{
  guint n = kumoji_list_get_length (list);
  guint position = n > 0 ? (guint) g_test_rand_int_range (0, (int) n) : 0;
  int choice = g_test_rand_int_range (0, 4);

  if (choice == 0 || n == 0)
    {
      g_autoptr (KumojiRecord) record = g_object_new (kumoji_list_get_record_type (list), NULL);
      kumoji_history_insert (history, list, position, record);
      edit_field (history, record);
    }
  else if (choice == 1)
    kumoji_history_remove (history, list, position);
  else if (choice == 2)
    {
      g_autoptr (KumojiRecord) record = g_object_ref (kumoji_list_get (list, position));
      kumoji_history_remove (history, list, position);
      kumoji_history_insert (history, list, (guint) g_test_rand_int_range (0, (int) n), record);
    }
  else
    edit_field (history, kumoji_list_get (list, position));
}

static void
edit (KumojiProject *project)
{
  static const char *const lists[] = { "assessments", "assets", "services", "stages", "issued" };
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *root = KUMOJI_RECORD (project);
  KumojiList *stages = kumoji_project_get_stages (project);
  int choice = g_test_rand_int_range (0, 8);

  if (choice == 0)
    edit_field (history, KUMOJI_RECORD (kumoji_project_get_profile (project)));
  else if (choice == 1 && kumoji_list_get_length (stages) > 0)
    edit_list (history, kumoji_record_get_list (kumoji_list_get (stages, 0), "decisions"));
  else
    edit_list (history,
               kumoji_record_get_list (root,
                                       lists[g_test_rand_int_range (0, G_N_ELEMENTS (lists))]));
}

/* A difference without what depends on the side that names the record. */
static char *
key_of (const KumojiDifference *d, gboolean mirrored)
{
  KumojiDifferenceKind kind = d->kind;

  if (mirrored && kind == KUMOJI_DIFFERENCE_ADDED)
    kind = KUMOJI_DIFFERENCE_REMOVED;
  else if (mirrored && kind == KUMOJI_DIFFERENCE_REMOVED)
    kind = KUMOJI_DIFFERENCE_ADDED;
  return g_strdup_printf ("%d|%s|%d|%d|%s|%s|%s|%s", (int) kind,
                          d->area != NULL ? d->area->name : "", d->is_aside, d->is_set_aside, d->id,
                          d->field, mirrored ? d->after : d->before,
                          mirrored ? d->before : d->after);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_keys (GPtrArray *differences, gboolean mirrored)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < differences->len; i++)
    g_ptr_array_add (keys, key_of (differences->pdata[i], mirrored));
  g_ptr_array_sort (keys, compare_keys);
  g_ptr_array_add (keys, NULL);
  return g_strjoinv ("\n", (char **) keys->pdata);
}

static void
assert_property (KumojiProject *before, KumojiProject *after)
{
  g_autoptr (GBytes) from = kumoji_project_to_bytes (before);
  g_autoptr (GBytes) to = kumoji_project_to_bytes (after);
  g_autoptr (GPtrArray) forth = compare (before, after);
  g_autoptr (GPtrArray) back = compare (after, before);
  g_autofree char *forth_keys = join_keys (forth, FALSE);
  g_autofree char *back_keys = join_keys (back, TRUE);

  g_assert_cmpint (g_bytes_equal (from, to), ==, forth->len == 0);
  g_assert_cmpstr (forth_keys, ==, back_keys);
}

static void
test_property (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (KumojiProject) before = parse (
        "\"id\": \"p\", \"later\": {\"x\": 1}, \"assets\": [{\"id\": \"a\", \"count\": \"?\"},"
        " {\"id\": \"b\", \"soon\": 1}, 3], \"services\": {}, \"issued\": [null]");
      for (guint i = 0; i < EDITS; i++)
        edit (before);
      g_autoptr (KumojiProject) after = copy (before);
      KumojiHistory *history = kumoji_project_get_history (after);
      for (int i = g_test_rand_int_range (0, EDITS); i > 0; i--)
        edit (after);
      assert_property (before, after);
      while (kumoji_history_can_undo (history))
        kumoji_history_undo (history);
      assert_property (before, after);
      while (kumoji_history_can_redo (history))
        kumoji_history_redo (history);
      assert_property (before, after);
    }
}

/* --- Taking the other version over ------------------------------------------------------------ */

static void
assert_aside_only (KumojiProject *before, KumojiProject *after)
{
  g_autoptr (GPtrArray) found = compare (before, after);

  for (guint i = 0; i < found->len; i++)
    g_assert_true (((KumojiDifference *) found->pdata[i])->is_aside);
}

static void
assert_bytes (KumojiProject *project, GBytes *expected)
{
  g_autoptr (GBytes) bytes = kumoji_project_to_bytes (project);

  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
take_over (KumojiProject *project, KumojiProject *other)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (GBytes) before = kumoji_project_to_bytes (project);
  g_autoptr (GBytes) theirs = kumoji_project_to_bytes (other);
  guint64 point = kumoji_history_get_point (history);

  kumoji_takeover (project, other, "Restore");
  g_autoptr (GBytes) after = kumoji_project_to_bytes (project);
  assert_aside_only (project, other);
  assert_bytes (other, theirs);
  if (kumoji_history_get_point (history) == point)
    {
      assert_bytes (project, before);
      return;
    }
  g_assert_cmpstr (kumoji_history_get_undo_name (history), ==, "Restore");
  kumoji_history_undo (history);
  assert_bytes (project, before);
  g_assert_cmpuint (kumoji_history_get_point (history), ==, point);
  kumoji_history_redo (history);
  assert_bytes (project, after);
}

/* All of it: both write the same, and what is taken back is what was there. */
static void
take_over_whole (KumojiProject *project, KumojiProject *other)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (GBytes) before = kumoji_project_to_bytes (project);
  g_autoptr (GBytes) theirs = kumoji_project_to_bytes (other);
  guint64 point = kumoji_history_get_point (history);

  kumoji_takeover_whole (project, other, "Take");
  assert_bytes (project, theirs);
  assert_bytes (other, theirs);
  if (kumoji_history_get_point (history) != point)
    kumoji_history_undo (history);
  assert_bytes (project, before);
  g_assert_cmpuint (kumoji_history_get_point (history), ==, point);
  kumoji_history_redo (history);
  assert_bytes (project, theirs);
}

static void
test_take_over_whole (void)
{
  for (guint round = 0; round < ROUNDS / 4; round++)
    {
      g_autoptr (KumojiProject) project = parse (
        "\"id\": \"p\", \"later\": {\"x\": 1}, \"assets\": [{\"id\": \"a\", \"count\": \"?\"},"
        " {\"id\": \"b\", \"soon\": 1}, 3], \"services\": {}, \"issued\": [null]");
      g_autoptr (KumojiProject) other = copy (project);
      g_autoptr (KumojiProject) stranger = parse (
        "\"id\": \"q\", \"x\": 1, \"profile\": 3, \"stages\": [{\"id\": \"2\"}], \"issued\": "
        "[{\"id\": \"i\", \"date\": \"2026-11-20\"}]");

      for (guint i = 0; i < EDITS; i++)
        edit (project);
      kumoji_history_seal (kumoji_project_get_history (project));
      take_over_whole (project, other);
      take_over_whole (project, other);
      take_over_whole (project, stranger);
    }
}

static void
test_take_over (void)
{
  for (guint round = 0; round < ROUNDS / 4; round++)
    {
      g_autoptr (KumojiProject) project = parse (
        "\"id\": \"p\", \"later\": {\"x\": 1}, \"assets\": [{\"id\": \"a\", \"count\": \"?\"},"
        " {\"id\": \"b\", \"soon\": 1}, 3], \"services\": {}, \"issued\": [null]");
      g_autoptr (KumojiProject) other = copy (project);
      g_autoptr (KumojiProject) stranger = parse (
        "\"id\": 7, \"x\": 1, \"profile\": 3, \"stages\": [{\"id\": \"2\"}], \"issued\": {}");

      for (guint i = 0; i < EDITS; i++)
        edit (project);
      take_over (project, other);
      for (guint i = 0; i < EDITS; i++)
        edit (other);
      take_over (project, other);
      edit (project);
      take_over (project, stranger);
      take_over (project, other);
      take_over (project, other);

      KumojiHistory *history = kumoji_project_get_history (project);
      while (kumoji_history_can_undo (history))
        kumoji_history_undo (history);
      while (kumoji_history_can_redo (history))
        kumoji_history_redo (history);
      assert_aside_only (project, other);
    }
}

/* A page that shows a record goes on showing it, and hears of one change of the list. */
static void
changed_cb (GListModel *list, guint position, guint removed, guint added, guint *n)
{
  *n += 1 + position * 100 + removed * 10 + added;
}

static void
test_take_over_keeps (void)
{
  g_autoptr (KumojiProject) project =
    parse ("\"id\": \"p\", \"issued\": [{\"id\": \"i\"}], \"services\": [{\"id\": \"a\"},"
           " {\"id\": \"b\", \"name\": \"B\"}, {\"id\": \"c\"}]");
  g_autoptr (KumojiProject) other =
    parse ("\"id\": \"q\", \"services\": [{\"id\": \"a\"}, {\"id\": \"x\"},"
           " {\"id\": \"b\", \"name\": \"new\"}, {\"id\": \"c\"}]");
  KumojiList *services = kumoji_project_get_services (project);
  KumojiRecord *b = kumoji_list_get (services, 1);
  guint n = 0;

  g_signal_connect (services, "items-changed", G_CALLBACK (changed_cb), &n);
  take_over (project, other);
  g_assert_true (kumoji_list_get (services, 2) == b);
  g_assert_cmpstr (kumoji_record_get_text (b, "name"), ==, "new");
  g_assert_cmpstr (kumoji_record_get_id (KUMOJI_RECORD (project)), ==, "p");
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_issued (project)), ==, 1);
  /* Done, undone and done again: one record at place 1 came, went, and came. */
  g_assert_cmpuint (n, ==, 3 * 101 + 1 + 10 + 1);
}

/* However much differs, and in whatever order: in proportion, so a bench of it would bore. */
static void
test_many (void)
{
  g_autoptr (KumojiProject) before = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (before);
  KumojiList *assets = kumoji_project_get_assets (before);
  guint n = g_test_quick () ? 10000 : 100000;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KumojiRecord) asset = g_object_new (KUMOJI_TYPE_ASSET, NULL);
      kumoji_history_insert (history, assets, i, asset);
    }
  g_autoptr (KumojiProject) after = copy (before);
  history = kumoji_project_get_history (after);
  assets = kumoji_project_get_assets (after);
  for (guint i = 0; i < n; i++)
    kumoji_history_set_integer (history, kumoji_list_get (assets, i), "count", i + 1);
  g_autoptr (KumojiRecord) first = g_object_ref (kumoji_list_get (assets, 0));
  kumoji_history_remove (history, assets, 0);
  kumoji_history_insert (history, assets, n - 1, first);

  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GPtrArray) found = compare (before, after);
  g_test_message ("%u assets, %u differences: %.0f ms", n, found->len,
                  g_timer_elapsed (timer, NULL) * 1000);
  g_assert_cmpuint (found->len, ==, n + 1);

  g_timer_start (timer);
  kumoji_takeover (before, after, "Restore");
  g_test_message ("taken over: %.0f ms", g_timer_elapsed (timer, NULL) * 1000);
  assert_aside_only (before, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/difference/none", test_none);
  g_test_add_func ("/difference/fields", test_fields);
  g_test_add_func ("/difference/records", test_records);
  g_test_add_func ("/difference/answers", test_answers);
  g_test_add_func ("/difference/moved", test_moved);
  g_test_add_func ("/difference/aside", test_aside);
  g_test_add_func ("/difference/odd-ids", test_odd_ids);
  g_test_add_func ("/difference/property", test_property);
  g_test_add_func ("/difference/take-over", test_take_over);
  g_test_add_func ("/difference/take-over-whole", test_take_over_whole);
  g_test_add_func ("/difference/take-over-keeps", test_take_over_keeps);
  g_test_add_func ("/difference/many", test_many);
  return g_test_run ();
}
