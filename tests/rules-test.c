/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores, gates and checks, with the figures of the guides and at their edges. */
#include "rules-fixture.h"

#include <string.h>

#include "rules/kumoji-check.h"
#include "rules/kumoji-gate.h"
#include "rules/kumoji-stage-state.h"

static void
answer_all (KumojiProject *project, const char *catalog, const char *answer)
{
  KumojiAssessment *round = kumoji_edit_ensure_round (project, catalog, "");
  GPtrArray *items =
    kumoji_catalog_get_items (kumoji_library_get_catalog (kumoji_library_get_default (), catalog));

  for (guint i = 0; i < items->len; i++)
    kumoji_edit_answer (project, round, kumoji_item_get_id (items->pdata[i]), "answer", answer,
                        TODAY, NULL);
}

static KumojiScore
score_of (KumojiProject *project, const char *catalog)
{
  KumojiScore score;

  kumoji_score_work_out (&score,
                         kumoji_library_get_catalog (kumoji_library_get_default (), catalog),
                         kumoji_project_get_last_round (project, catalog, ""),
                         kumoji_project_get_profile (project), TODAY);
  return score;
}

/* 002_3d0f212953d0b829.txt, 6.2: its total is eight; 6.3.1: its total is nine, one of them
 * excluded. */
static void
test_score (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiScore score = score_of (project, "jssa-stage2");

  g_assert_cmpuint (score.items, ==, 9);
  g_assert_cmpuint (score.excluded, ==, 1);
  g_assert_cmpuint (score.answered, ==, 0);
  g_assert_false (score.passed);

  answer_all (project, "jssa-stage2", "yes");
  score = score_of (project, "jssa-stage2");
  g_assert_cmpuint (score.applicable, ==, 8);
  g_assert_cmpuint (score.yes, ==, 8);
  g_assert_true (score.passed);

  /* Without the push the excluded item counts again: nine. */
  kumoji_history_set_flag (history, profile_of (project), "digital-push", FALSE);
  score = score_of (project, "jssa-stage2");
  g_assert_cmpuint (score.applicable, ==, 9);
  g_assert_cmpuint (score.yes, ==, 9);
  kumoji_history_undo (history);
  g_assert_cmpuint (score_of (project, "jssa-stage2").yes, ==, 8);

  answer (project, "jssa-stage2", "1.9", "waiting");
  score = score_of (project, "jssa-stage2");
  g_assert_cmpuint (score.waiting, ==, 1);
  g_assert_cmpuint (score.answered, ==, 7);
  g_assert_cmpuint (kumoji_score_get_open (&score), ==, 1);
  g_assert_false (score.passed);

  /* Not applicable counts with its reason only. */
  answer (project, "jssa-stage2", "1.9", "not-applicable");
  score = score_of (project, "jssa-stage2");
  g_assert_cmpuint (score.not_applicable, ==, 0);
  g_assert_cmpuint (score.answered, ==, 7);
  kumoji_edit_answer (project, kumoji_project_get_last_round (project, "jssa-stage2", ""), "1.9",
                      "reason", " \n", TODAY, NULL);
  g_assert_cmpuint (score_of (project, "jssa-stage2").not_applicable, ==, 0);
  kumoji_edit_answer (project, kumoji_project_get_last_round (project, "jssa-stage2", ""), "1.9",
                      "reason", "控えは持たない契約", TODAY, NULL);
  score = score_of (project, "jssa-stage2");
  g_assert_cmpuint (score.not_applicable, ==, 1);
  g_assert_cmpuint (score.applicable, ==, 7);
  g_assert_true (score.passed);
}

static void
test_nothing_applies (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  static const char *const items[] = { "2.1", "2.2", "2.3", "2.4" };

  answer_all (project, "jssa-stage3-scope", "not-applicable");
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    kumoji_edit_answer (project, kumoji_project_get_last_round (project, "jssa-stage3-scope", ""),
                        items[i], "reason", "対象外", TODAY, NULL);
  KumojiScore score = score_of (project, "jssa-stage3-scope");
  g_assert_cmpuint (score.applicable, ==, 0);
  g_assert_cmpuint (score.answered, ==, 4);
  g_assert_false (score.passed);

  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_library_get_default (), project, TODAY);
  GArray *blockers = kumoji_roadmap_get_gate (roadmap, "2")->blockers;
  g_assert_cmpint (g_array_index (blockers, KumojiBlocker, 0).reason, ==,
                   KUMOJI_BLOCKER_NOTHING_APPLICABLE);
  g_assert_null (g_array_index (blockers, KumojiBlocker, 0).item);
}

static void
decide (KumojiProject *project, const char *stage, const char *result)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *decisions =
    kumoji_record_get_list (KUMOJI_RECORD (kumoji_project_get_stage (project, stage)), "decisions");
  g_autoptr (KumojiRecord) decision = g_object_new (KUMOJI_TYPE_DECISION, NULL);

  kumoji_history_insert (history, decisions, kumoji_list_get_length (decisions), decision);
  kumoji_history_set_text (history, decision, "result", result);
  kumoji_history_set_text (history, decision, "by", "社長");
  kumoji_history_set_text (history, decision, "date", TODAY);
}

/* The blockers of a gate as one line, e.g. "jssa-stage2/1.3=no -=no-decision". */
static char *
blockers_of (KumojiProject *project, const char *stage)
{
  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_library_get_default (), project, TODAY);
  KumojiGate *gate = kumoji_roadmap_get_gate (roadmap, stage);
  GString *line = g_string_new (NULL);

  g_assert_cmpint (gate->open, ==, gate->blockers->len == 0);
  for (guint i = 0; i < gate->blockers->len; i++)
    {
      const KumojiBlocker *blocker = &g_array_index (gate->blockers, KumojiBlocker, i);
      g_autofree char *title = kumoji_blocker_dup_title (blocker, KUMOJI_LANGUAGE_JA);
      g_assert_cmpstr (title, !=, "");
      if (i > 0)
        g_string_append_c (line, ' ');
      if (blocker->item != NULL)
        g_string_append_printf (line, "%s/%s", kumoji_catalog_get_id (blocker->catalog),
                                kumoji_item_get_id (blocker->item));
      else
        g_string_append_c (line, '-');
      g_string_append_printf (line, "=%s", kumoji_blocker_reason_get_id (blocker->reason));
    }
  if (gate->overridden)
    g_string_append (line, " overridden");
  return g_string_free (line, FALSE);
}

#define assert_blockers(project, stage, expected)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *line = blockers_of (project, stage);                                          \
    g_assert_cmpstr (line, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static void
test_gate_0 (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *persons = kumoji_record_get_list (profile_of (project), "persons");
  g_autoptr (KumojiRecord) person = g_object_new (KUMOJI_TYPE_PERSON, NULL);

  assert_blockers (project, "0", "-=no-person -=no-decision");
  kumoji_history_insert (history, persons, 0, person);
  assert_blockers (project, "0", "-=no-person -=no-decision");
  kumoji_history_set_text (history, person, "name", "佐藤");
  assert_blockers (project, "0", "-=no-decision");
  decide (project, "0", "proceed");
  assert_blockers (project, "0", "");
}

static void
test_gate_2 (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  answer_all (project, "jssa-stage3-scope", "yes");
  answer_all (project, "jssa-stage3-provider", "yes");
  assert_blockers (project, "2", "-=no-decision");
  answer (project, "jssa-stage3-scope", "2.1", "no");
  answer (project, "jssa-stage3-provider", "3.3", "");
  answer (project, "jssa-stage3-provider", "3.4", "waiting");
  assert_blockers (project, "2",
                   "jssa-stage3-scope/2.1=no jssa-stage3-provider/3.3=unanswered "
                   "jssa-stage3-provider/3.4=waiting -=no-decision");

  decide (project, "2", "hold");
  assert_blockers (project, "2",
                   "jssa-stage3-scope/2.1=no jssa-stage3-provider/3.3=unanswered "
                   "jssa-stage3-provider/3.4=waiting -=held");
  /* To go on with reservations overrides the gate, and leaves it shut. */
  decide (project, "2", "proceed-with-reservations");
  assert_blockers (project, "2",
                   "jssa-stage3-scope/2.1=no jssa-stage3-provider/3.3=unanswered "
                   "jssa-stage3-provider/3.4=waiting overridden");
  answer (project, "jssa-stage3-provider", "3.4", "not-applicable");
  assert_blockers (project, "2",
                   "jssa-stage3-scope/2.1=no jssa-stage3-provider/3.3=unanswered "
                   "jssa-stage3-provider/3.4=reason-missing overridden");
}

static void
test_gate_x (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);

  assert_blockers (project, "x", "-=stage-not-entered -=no-process -=no-decision");
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_stage (project, "3")),
                           "actual-start", "2026-11-21");
  assert_blockers (project, "x", "-=stage-not-entered -=no-process -=no-decision");
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_stage (project, "3")),
                           "actual-start", TODAY);
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_stage (project, "x")),
                           "processes", "給与");
  assert_blockers (project, "x", "-=no-decision");
}

static const char *
current_of (KumojiProject *project)
{
  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_library_get_default (), project, TODAY);

  return roadmap->current->guide->id;
}

static void
set_dates (KumojiProject *project, const char *stage, const char *start, const char *end)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *record = KUMOJI_RECORD (kumoji_project_get_stage (project, stage));

  kumoji_history_set_text (history, record, "actual-start", start);
  kumoji_history_set_text (history, record, "actual-end", end);
}

static void
test_current (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);

  g_assert_cmpstr (current_of (project), ==, "0");
  set_dates (project, "0", "2025-01-06", "2025-07-31");
  g_assert_cmpstr (current_of (project), ==, "1");
  set_dates (project, "1", "2025-08-01", "");
  g_assert_cmpstr (current_of (project), ==, "1");
  set_dates (project, "2", "2026-01-05", "");
  g_assert_cmpstr (current_of (project), ==, "2");
  set_dates (project, "1", "2025-08-01", "2025-12-26");
  set_dates (project, "2", "2026-01-05", "2026-10-30");
  g_assert_cmpstr (current_of (project), ==, "3");
  set_dates (project, "x", "2026-11-01", "");
  g_assert_cmpstr (current_of (project), ==, "3");
  set_dates (project, "4", "2026-01-01", "2026-10-01");
  g_assert_cmpstr (current_of (project), ==, "4");

  g_autoptr (KumojiProject) late = kumoji_project_new ();
  history = kumoji_project_get_history (late);
  kumoji_history_set_text (history, profile_of (late), "starting-stage", "3");
  g_assert_cmpstr (current_of (late), ==, "3");
  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_library_get_default (), late, TODAY);
  g_assert_cmpint (kumoji_roadmap_get_gate (roadmap, "2")->state, ==, KUMOJI_STAGE_SKIPPED);
  g_assert_cmpint (kumoji_roadmap_get_gate (roadmap, "3")->state, ==, KUMOJI_STAGE_NOT_STARTED);
}

static gboolean
warns (KumojiProject *project, const char *stage, KumojiWarning warning)
{
  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_library_get_default (), project, TODAY);
  GArray *warnings = kumoji_roadmap_get_gate (roadmap, stage)->warnings;

  for (guint i = 0; i < warnings->len; i++)
    if (g_array_index (warnings, KumojiWarning, i) == warning)
      return TRUE;
  return FALSE;
}

static void
test_warnings (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiRecord *one = KUMOJI_RECORD (kumoji_project_get_stage (project, "1"));

  g_assert_true (warns (project, "0", KUMOJI_WARNING_PRECONDITION));
  answer_all (project, "jssa-precondition", "yes");
  g_assert_false (warns (project, "0", KUMOJI_WARNING_PRECONDITION));

  g_assert_true (warns (project, "2", KUMOJI_WARNING_NO_ASSETS));
  kumoji_edit_add_asset (project);
  g_assert_false (warns (project, "2", KUMOJI_WARNING_NO_ASSETS));

  /* Half a year for stage 1: the last day that is too short, and the first that is not. */
  set_dates (project, "1", "2026-05-21", "");
  g_assert_true (warns (project, "1", KUMOJI_WARNING_TOO_SHORT));
  set_dates (project, "1", "2026-05-20", "");
  g_assert_false (warns (project, "1", KUMOJI_WARNING_TOO_SHORT));

  g_assert_true (warns (project, "1", KUMOJI_WARNING_RESIDUAL_RISK));
  kumoji_history_set_text (history, one, "residual-risk", "accepted");
  g_assert_false (warns (project, "1", KUMOJI_WARNING_RESIDUAL_RISK));

  /* 500,000 to 1,000,000 yen */
  kumoji_history_set_integer (history, one, "budget", 499999);
  g_assert_true (warns (project, "1", KUMOJI_WARNING_BUDGET));
  kumoji_history_set_integer (history, one, "budget", 500000);
  g_assert_false (warns (project, "1", KUMOJI_WARNING_BUDGET));
  kumoji_history_set_integer (history, one, "cost", 500001);
  g_assert_true (warns (project, "1", KUMOJI_WARNING_BUDGET));
  kumoji_history_set_integer (history, one, "budget", 1000000);
  g_assert_false (warns (project, "1", KUMOJI_WARNING_BUDGET));

  g_assert_true (warns (project, "1", KUMOJI_WARNING_NO_EXPERT));
  kumoji_history_set_text (history, profile_of (project), "qualified-expert", "yes");
  g_assert_false (warns (project, "1", KUMOJI_WARNING_NO_EXPERT));

  KumojiAssessment *round =
    kumoji_edit_start_round (project, "jssa-stage4", "", FALSE, "2025-11-20");
  g_assert_false (warns (project, "4", KUMOJI_WARNING_ROUND_TOO_OLD));
  kumoji_history_set_text (history, KUMOJI_RECORD (round), "date", "2025-11-19");
  g_assert_true (warns (project, "4", KUMOJI_WARNING_ROUND_TOO_OLD));
}

static void
test_check (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (GString) paths = g_string_new (NULL);

  g_autoptr (GPtrArray) none = kumoji_check_project (kumoji_library_get_default (), project);
  g_assert_cmpuint (none->len, ==, 0);

  KumojiRecord *unknown = KUMOJI_RECORD (kumoji_edit_ensure_round (project, "no-such", ""));
  kumoji_edit_ensure_round (project, "ipa-guide", "nobody");
  kumoji_edit_ensure_round (project, "ipa-guide", "");
  KumojiAssessment *round = kumoji_edit_ensure_round (project, "jssa-stage2", "");
  kumoji_edit_answer (project, round, "9.9", "answer", "yes", TODAY, NULL);
  g_autoptr (KumojiRecord) twin = kumoji_record_duplicate (KUMOJI_RECORD (round));
  kumoji_history_insert (history, kumoji_project_get_assessments (project), 4, twin);
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_edit_add_asset (project)), "copy-of",
                           "?");

  g_autoptr (GPtrArray) problems = kumoji_check_project (kumoji_library_get_default (), project);
  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (paths, "%s ", ((KumojiProblem *) problems->pdata[i])->path);
  g_assert_cmpstr (paths->str, ==,
                   "assessments[0].catalog assessments[1].subject assessments[2].subject "
                   "assessments[3].answers[0].id assessments[4].round assessments[4].answers[0].id "
                   "assets[0].copy-of ");
  g_assert_nonnull (strstr (((KumojiProblem *) problems->pdata[0])->reason, "no-such"));
  g_assert_nonnull (unknown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  g_test_add_func ("/rules/score", test_score);
  g_test_add_func ("/rules/nothing-applies", test_nothing_applies);
  g_test_add_func ("/rules/gate-0", test_gate_0);
  g_test_add_func ("/rules/gate-2", test_gate_2);
  g_test_add_func ("/rules/gate-x", test_gate_x);
  g_test_add_func ("/rules/current", test_current);
  g_test_add_func ("/rules/warnings", test_warnings);
  g_test_add_func ("/rules/check", test_check);
  return g_test_run ();
}
