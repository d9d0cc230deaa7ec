/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fingerprint, and what it says of a paper and a project that went on. */
#include "rules-fixture.h"

#include <string.h>

#include "rules/kumoji-comparison.h"
#include "rules/kumoji-fingerprint.h"

static void
test_fingerprint (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autofree char *empty = kumoji_fingerprint_new (project);
  g_autofree char *empty_assets = kumoji_fingerprint_new_part (project, "assets");

  g_assert_true (g_str_has_prefix (empty, "k1:"));
  g_assert_cmpuint (strlen (empty), ==, 3 + 64);
  /* The content of an empty project, and what `printf CONTENT | sha256sum` says of it. */
  g_assert_cmpstr (empty, ==,
                   "k1:5ef61bb888c240ea3a2eb7d34850fdde444ce705346cd212deba717a557c27fa");

  kumoji_history_set_text (history, profile_of (project), "company", "みなと海産");
  g_autofree char *named = kumoji_fingerprint_new (project);
  g_assert_cmpstr (named, !=, empty);
  g_autofree char *assets = kumoji_fingerprint_new_part (project, "assets");
  g_assert_cmpstr (assets, ==, empty_assets);
  kumoji_history_undo (history);
  g_autofree char *undone = kumoji_fingerprint_new (project);
  g_assert_cmpstr (undone, ==, empty);
  kumoji_history_redo (history);
  g_autofree char *redone = kumoji_fingerprint_new (project);
  g_assert_cmpstr (redone, ==, named);

  g_autofree char *paper = kumoji_fingerprint_to_paper (
    "k1:00443214c74254b635cf84653a56d7c675be77df00000000000000000000000");
  g_assert_cmpstr (paper, ==, "01234-56789-ABCDE-FGHJK");
}

static void
assert_changed (KumojiProject *project, const KumojiFingerprints *paper, const char *pages)
{
  g_autoptr (KumojiFingerprints) now = kumoji_fingerprints_new_of_project (project);
  KumojiComparison comparison;

  kumoji_comparison_work_out (&comparison, paper, now);
  g_autofree char *said = kumoji_comparison_dup_pages (&comparison, KUMOJI_LANGUAGE_EN);
  g_autofree char *sentence = kumoji_comparison_dup_sentence (&comparison, KUMOJI_LANGUAGE_EN);
  g_assert_cmpstr (said, ==, pages);
  g_assert_cmpint (comparison.equal, ==, *pages == '\0');
  g_assert_nonnull (strstr (sentence, comparison.equal ? "as it stands" : pages));
}

/* Every part by the name of its page; undo and redo bring each answer back. */
static void
test_comparison (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (KumojiFingerprints) paper = kumoji_fingerprints_new_of_project (project);
  static const char *const said[] = {
    "",
    "Company",
    "Company, Checklists",
    "Company, Checklists, Information assets",
    "Company, Checklists, Information assets, Cloud services",
    "Company, Checklists, Information assets, Cloud services, Roadmap",
  };

  assert_changed (project, paper, said[0]);
  kumoji_history_set_text (history, profile_of (project), "company", "Minato");
  assert_changed (project, paper, said[1]);
  answer (project, "jssa-stage2", "1.3", "yes");
  assert_changed (project, paper, said[2]);
  kumoji_edit_add_asset (project);
  assert_changed (project, paper, said[3]);
  kumoji_edit_add_service (project, "Mail");
  assert_changed (project, paper, said[4]);
  kumoji_history_set_text (history, KUMOJI_RECORD (kumoji_project_get_stage (project, "1")), "note",
                           "soon");
  assert_changed (project, paper, said[5]);

  while (kumoji_history_can_undo (history))
    kumoji_history_undo (history);
  assert_changed (project, paper, said[0]);
  while (kumoji_history_can_redo (history))
    kumoji_history_redo (history);
  assert_changed (project, paper, said[5]);
}

/* An issued report says what the project was; to enter it changes nothing that is compared. */
static void
test_issue (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (KumojiHistory) draft_history = kumoji_history_new ();
  g_autoptr (KumojiRecord) draft = g_object_new (KUMOJI_TYPE_ISSUE, NULL);
  g_autoptr (KumojiFingerprints) then = kumoji_fingerprints_new_of_project (project);
  const char *const *parts = kumoji_fingerprint_get_parts ();

  kumoji_history_set_text (draft_history, draft, "fingerprint", then->whole);
  for (guint i = 0; parts[i] != NULL; i++)
    kumoji_history_set_text (draft_history, draft, parts[i], then->parts[i]);
  KumojiIssue *issue = kumoji_edit_enter_issue (project, draft);
  g_autoptr (KumojiFingerprints) paper = kumoji_fingerprints_new_of_issue (issue);
  assert_changed (project, paper, "");

  kumoji_edit_add_asset (project);
  assert_changed (project, paper, "Information assets");
  kumoji_history_undo (history);
  assert_changed (project, paper, "");

  /* A paper that says nothing of its parts, and a change that belongs to none of them. */
  g_autoptr (KumojiFingerprints) bare = kumoji_fingerprints_new ();
  assert_changed (project, bare, "something outside the pages");
  g_assert_false (kumoji_fingerprints_set (bare, "treasure", then->whole));
  g_assert_true (kumoji_fingerprints_set (bare, "fingerprint", then->whole));
  assert_changed (project, bare, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  g_test_add_func ("/rules/fingerprint", test_fingerprint);
  g_test_add_func ("/rules/comparison", test_comparison);
  g_test_add_func ("/rules/issue", test_issue);
  return g_test_run ();
}
