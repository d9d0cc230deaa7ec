/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of catalogs: how each is answered, counted and carried on. DESIGN.md section 3. */
#include <string.h>

#include "project/kumoji-edit.h"
#include "rules/kumoji-answering.h"
#include "rules/kumoji-check.h"
#include "rules/kumoji-gate.h"

#define TODAY "2026-11-20"

static KumojiCatalog *
catalog_of (KumojiProject *project, const char *id)
{
  KumojiCatalog *catalog = kumoji_library_get_catalog (kumoji_project_get_library (project), id);

  g_assert_nonnull (catalog);
  return catalog;
}

static void
answer (KumojiProject *project,
        const char *catalog,
        const char *item,
        const char *field,
        const char *text)
{
  g_autoptr (GError) error = NULL;

  kumoji_edit_answer (project, kumoji_edit_ensure_round (project, catalog, ""), item, field, text,
                      TODAY, &error);
  g_assert_no_error (error);
}

static void
set_impact (KumojiProject *project, const char *item, const char *impact, const char *level)
{
  g_autoptr (GError) error = NULL;

  kumoji_edit_impact (project, kumoji_edit_ensure_round (project, "threats", ""), item, impact,
                      level, TODAY, &error);
  g_assert_no_error (error);
}

static KumojiItemState
state_on (KumojiProject *project, const char *catalog, const char *item, const char *today)
{
  return kumoji_item_state (kumoji_catalog_get_item (catalog_of (project, catalog), item),
                            kumoji_project_get_last_round (project, catalog, ""),
                            kumoji_project_get_profile (project), today);
}

static KumojiItemState
state_of (KumojiProject *project, const char *catalog, const char *item)
{
  return state_on (project, catalog, item, TODAY);
}

static const char *
words_of (KumojiProject *project, const char *catalog, const char *item)
{
  KumojiAssessment *round = kumoji_project_get_last_round (project, catalog, "");
  KumojiItem *asked = kumoji_catalog_get_item (catalog_of (project, catalog), item);

  return kumoji_item_state_get_words (state_of (project, catalog, item), asked,
                                      round != NULL ? kumoji_assessment_get_answer (round, item)
                                                    : NULL,
                                      KUMOJI_LANGUAGE_EN);
}

static KumojiScore
score_of (KumojiProject *project, const char *catalog)
{
  KumojiScore score;

  kumoji_score_work_out (&score, catalog_of (project, catalog),
                         kumoji_project_get_last_round (project, catalog, ""),
                         kumoji_project_get_profile (project), TODAY);
  return score;
}

/* Every answer that a kind offers, what it says, and that history takes it back to the byte. */
static void
test_answers (void)
{
  static const struct
  {
    const char *catalog;
    const char *item;
  } places[] = {
    { "jssa-stage4", "1.1" },         { "jssa-practice", "0.1" },   { "isms-documents", "1" },
    { "iso27017-customer", "5.1.1" }, { "provider-criteria", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (KumojiProject) project = kumoji_project_new ();
      KumojiCatalog *catalog = catalog_of (project, places[i].catalog);
      const KumojiAnswering *answering = kumoji_answering_get (kumoji_catalog_get_kind (catalog));
      KumojiItem *item = kumoji_catalog_get_items (catalog)->pdata[0];
      KumojiHistory *history = kumoji_project_get_history (project);

      g_assert_nonnull (answering->answers->answer);
      for (const KumojiMeaning *meaning = answering->answers; meaning->answer != NULL; meaning++)
        {
          const gboolean wants_reason = kumoji_answer_wants_reason (meaning->answer);
          g_autoptr (GBytes) before = kumoji_project_to_bytes (project);
          g_autoptr (GBytes) after = NULL, undone = NULL, redone = NULL;

          kumoji_history_seal (history);
          answer (project, places[i].catalog, kumoji_item_get_id (item), "answer", meaning->answer);
          g_assert_cmpint (state_of (project, places[i].catalog, kumoji_item_get_id (item)), ==,
                           wants_reason ? KUMOJI_ITEM_REASON_MISSING : meaning->state);
          after = kumoji_project_to_bytes (project);
          kumoji_history_undo (history);
          undone = kumoji_project_to_bytes (project);
          g_assert_true (g_bytes_equal (before, undone) || meaning == answering->answers);
          kumoji_history_redo (history);
          redone = kumoji_project_to_bytes (project);
          g_assert_true (g_bytes_equal (after, redone));
        }
    }
}

/* Open practices count as open: nothing reads 100 % while something is ahead. */
static void
test_practice (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  answer (project, "management-actions", "1", "answer", "done");
  answer (project, "management-actions", "2", "answer", "open");
  answer (project, "management-actions", "3", "answer", "not-applicable");
  KumojiScore score = score_of (project, "management-actions");
  g_assert_cmpuint (score.items, ==, 7);
  g_assert_cmpuint (score.yes, ==, 1);
  g_assert_cmpuint (score.no, ==, 0);
  g_assert_cmpuint (score.answered, ==, 1);
  g_assert_cmpuint (kumoji_score_get_open (&score), ==, 6);
  g_assert_cmpstr (words_of (project, "management-actions", "1"), ==, "Done");
  g_assert_cmpstr (words_of (project, "management-actions", "2"), ==, "Not yet");
  g_assert_cmpstr (words_of (project, "management-actions", "3"), ==, "Reason missing");

  answer (project, "management-actions", "3", "reason", "No employees");
  score = score_of (project, "management-actions");
  g_assert_cmpuint (score.applicable, ==, 6);
  g_assert_cmpuint (score.answered, ==, 2);
  for (int i = 2; i <= 7; i++)
    {
      g_autofree char *item = g_strdup_printf ("%d", i);
      g_assert_false (score.passed);
      if (i != 3)
        answer (project, "management-actions", item, "answer", "done");
      score = score_of (project, "management-actions");
    }
  g_assert_true (score.passed);
}

static void
test_document (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  answer (project, "evaluation-policies", "1", "answer", "none");
  answer (project, "evaluation-policies", "2", "answer", "draft");
  answer (project, "evaluation-policies", "3", "answer", "approved");
  answer (project, "evaluation-policies", "4", "answer", "not-needed");
  answer (project, "evaluation-policies", "4", "reason", "One person");
  answer (project, "evaluation-policies", "3", "owner", "Sato");
  answer (project, "evaluation-policies", "3", "place", "Shelf 2");
  const KumojiScore score = score_of (project, "evaluation-policies");
  g_assert_cmpuint (score.yes, ==, 1);
  g_assert_cmpuint (score.no, ==, 1);
  g_assert_cmpuint (score.not_applicable, ==, 1);
  g_assert_cmpuint (score.answered, ==, 3);
  g_assert_cmpstr (words_of (project, "evaluation-policies", "1"), ==, "No document");
  g_assert_cmpstr (words_of (project, "evaluation-policies", "2"), ==, "Draft");
  g_assert_cmpstr (words_of (project, "evaluation-policies", "3"), ==, "Approved");
  g_assert_cmpstr (words_of (project, "evaluation-policies", "4"), ==, "Not needed");
  g_assert_cmpstr (words_of (project, "evaluation-policies", "5"), ==, "Unanswered");
}

/* A statement of applicability is done where every control is decided, planned or in place. */
static void
test_applicability (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  GPtrArray *items = kumoji_catalog_get_items (catalog_of (project, "iso27017-customer"));

  for (guint i = 0; i < items->len; i++)
    {
      g_assert_false (score_of (project, "iso27017-customer").passed);
      answer (project, "iso27017-customer", kumoji_item_get_id (items->pdata[i]), "answer",
              i % 2 == 0 ? "in-place" : "planned");
    }
  g_assert_true (score_of (project, "iso27017-customer").passed);
  g_assert_cmpstr (words_of (project, "iso27017-customer", kumoji_item_get_id (items->pdata[1])),
                   ==, "Planned");
}

/* Any mark counts, 0 too. */
static void
test_criterion (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  answer (project, "provider-criteria", "a", "memo", "Listed in Tokyo");
  g_assert_cmpint (state_of (project, "provider-criteria", "a"), ==, KUMOJI_ITEM_UNANSWERED);
  answer (project, "provider-criteria", "a", "answer", "mark-0");
  g_assert_cmpint (state_of (project, "provider-criteria", "a"), ==, KUMOJI_ITEM_YES);
  g_assert_cmpstr (words_of (project, "provider-criteria", "a"), ==, "0 Unfit");
}

static void
test_impact (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (GBytes) first = kumoji_project_to_bytes (project);
  g_autoptr (GBytes) undone = NULL, last = NULL, redone = NULL;
  KumojiRecord *record;

  set_impact (project, "1", "bankruptcy", "none");
  g_assert_cmpint (state_of (project, "threats", "1"), ==, KUMOJI_ITEM_PARTLY);
  record = (KumojiRecord *)
    kumoji_assessment_get_answer (kumoji_project_get_last_round (project, "threats", ""), "1");
  g_assert_cmpstr (kumoji_record_get_text (record, "date"), ==, TODAY);
  set_impact (project, "1", "sales-plunge", "high");
  set_impact (project, "1", "customers-leaving", "medium");
  g_assert_cmpint (state_of (project, "threats", "1"), ==, KUMOJI_ITEM_YES);
  g_assert_cmpstr (words_of (project, "threats", "1"), ==, "Assessed");
  set_impact (project, "1", "sales-plunge", "");
  g_assert_cmpint (state_of (project, "threats", "1"), ==, KUMOJI_ITEM_PARTLY);
  last = kumoji_project_to_bytes (project);
  while (kumoji_history_can_undo (history))
    kumoji_history_undo (history);
  undone = kumoji_project_to_bytes (project);
  g_assert_true (g_bytes_equal (first, undone));
  while (kumoji_history_can_redo (history))
    kumoji_history_redo (history);
  redone = kumoji_project_to_bytes (project);
  g_assert_true (g_bytes_equal (last, redone));

  /* Nothing is left of an answer that says nothing. */
  set_impact (project, "1", "bankruptcy", "");
  set_impact (project, "1", "customers-leaving", "");
  g_assert_null (
    kumoji_assessment_get_answer (kumoji_project_get_last_round (project, "threats", ""), "1"));
}

/* "5.2.1.1" is due each year unless the company says otherwise. */
static void
test_recurring (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  const char *catalog = "operations", *item = "5.2.1.1";

  g_assert_cmpint (state_of (project, catalog, item), ==, KUMOJI_ITEM_UNANSWERED);
  answer (project, catalog, item, "date", "2026-02-28");
  g_assert_cmpint (state_of (project, catalog, item), ==, KUMOJI_ITEM_YES);
  g_assert_cmpint (state_on (project, catalog, item, "2027-02-28"), ==, KUMOJI_ITEM_YES);
  g_assert_cmpint (state_on (project, catalog, item, "2027-03-01"), ==, KUMOJI_ITEM_OVERDUE);
  g_assert_cmpstr (words_of (project, catalog, item), ==, "In time");

  answer (project, catalog, item, "interval", "6");
  g_assert_cmpint (state_of (project, catalog, item), ==, KUMOJI_ITEM_OVERDUE);
  g_assert_cmpstr (words_of (project, catalog, item), ==, "Overdue");
  const KumojiScore score = score_of (project, catalog);
  g_assert_cmpuint (score.overdue, ==, 1);
  g_assert_cmpuint (score.no, ==, 1);
  g_assert_cmpuint (score.answered, ==, 1);

  /* A day that was agreed stands above all. */
  answer (project, catalog, item, "due", "2026-12-01");
  g_assert_cmpint (state_of (project, catalog, item), ==, KUMOJI_ITEM_YES);
}

/* Something to look up has no score, and is awaited nowhere. */
static void
test_reference (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  const KumojiScore score = score_of (project, "glossary");

  g_assert_cmpuint (score.items, ==, 0);
  g_assert_cmpuint (score.applicable, ==, 0);
  g_assert_false (score.passed);
  g_assert_cmpuint (kumoji_score_get_open (&score), ==, 0);
  g_assert_false (kumoji_score_is_awaited (project, catalog_of (project, "glossary"), ""));
  g_assert_cmpint (state_of (project, "glossary", "cloud"), ==, KUMOJI_ITEM_REFERENCE);
}

/* A document stays approved in a new round; questions are asked anew. */
static void
test_rounds (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (GBytes) before = NULL, undone = NULL;

  answer (project, "isms-documents", "1", "answer", "approved");
  before = kumoji_project_to_bytes (project);
  kumoji_edit_start_round (project, "isms-documents", "",
                           kumoji_answering_get (KUMOJI_KIND_DOCUMENT)->lasts, TODAY);
  g_assert_cmpint (state_of (project, "isms-documents", "1"), ==, KUMOJI_ITEM_YES);
  answer (project, "isms-documents", "1", "answer", "draft");
  kumoji_history_undo (history);
  kumoji_history_undo (history);
  undone = kumoji_project_to_bytes (project);
  g_assert_true (g_bytes_equal (before, undone));
  g_assert_false (kumoji_answering_get (KUMOJI_KIND_CHECKLIST)->lasts);
}

/* What belongs to another kind or names no impact is told, with its place. */
static void
test_check (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiLibrary *library = kumoji_project_get_library (project);

  answer (project, "isms-documents", "1", "answer", "yes");
  set_impact (project, "1", "ruin", "high");
  g_autoptr (GPtrArray) problems = kumoji_check_project (library, project);
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_nonnull (strstr (((KumojiProblem *) problems->pdata[0])->reason, "yes"));
  g_assert_nonnull (strstr (((KumojiProblem *) problems->pdata[1])->reason, "ruin"));
  g_assert_cmpint (state_of (project, "isms-documents", "1"), ==, KUMOJI_ITEM_UNANSWERED);
}

static gboolean
warns_of_practices (KumojiProject *project, const char *stage)
{
  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_project_get_library (project), project, TODAY);
  const GArray *warnings = kumoji_roadmap_get_gate (roadmap, stage)->warnings;

  for (guint i = 0; i < warnings->len; i++)
    if (g_array_index (warnings, KumojiWarning, i) == KUMOJI_WARNING_PRACTICES_OPEN)
      return TRUE;
  return FALSE;
}

/* Open practices warn at the gate of their stage, once it is under way. */
static void
test_warning (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  const KumojiSection *section =
    kumoji_catalog_get_section (catalog_of (project, "jssa-practice"), "0");

  g_assert_false (warns_of_practices (project, "0"));
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_stage (project, "0")),
                           "actual-start", "2026-01-05");
  g_assert_true (warns_of_practices (project, "0"));
  for (guint i = 0; i < section->items->len; i++)
    {
      g_assert_true (warns_of_practices (project, "0"));
      answer (project, "jssa-practice", kumoji_item_get_id (section->items->pdata[i]), "answer",
              "done");
    }
  g_assert_false (warns_of_practices (project, "0"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/answers", test_answers);
  g_test_add_func ("/kinds/practice", test_practice);
  g_test_add_func ("/kinds/document", test_document);
  g_test_add_func ("/kinds/applicability", test_applicability);
  g_test_add_func ("/kinds/criterion", test_criterion);
  g_test_add_func ("/kinds/impact", test_impact);
  g_test_add_func ("/kinds/recurring", test_recurring);
  g_test_add_func ("/kinds/reference", test_reference);
  g_test_add_func ("/kinds/rounds", test_rounds);
  g_test_add_func ("/kinds/check", test_check);
  g_test_add_func ("/kinds/warning", test_warning);
  return g_test_run ();
}
