/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview: what it says follows the project, and each row leads to its place. */
#include "app-harness.h"

#include "app/kumoji-tally.h"
#include "app/widgets/kumoji-pill.h"
#include "app/widgets/kumoji-score-row.h"
#include "app/widgets/kumoji-step-row.h"
#include "project/kumoji-edit.h"

static GtkWidget *
overview (Harness *self)
{
  return GTK_WIDGET (kumoji_window_get_pane (self->window, "overview"));
}

static GtkListBox *
list_at (Harness *self, guint position)
{
  return harness_find (overview (self), GTK_TYPE_LIST_BOX, position);
}

static guint
count_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}

static KumojiPill *
pill_of (GtkListBox *list, int row)
{
  return harness_find (GTK_WIDGET (gtk_list_box_get_row_at_index (list, row)), KUMOJI_TYPE_PILL, 0);
}

static void
activate_row (Harness *self, GtkListBox *list, int row)
{
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, row)));
  harness_settle ();
}

/* The faces: a welcome, then the board as soon as anything is said; undo brings the welcome back.
 */
static void
test_welcome (Harness *self, gconstpointer data)
{
  GtkStack *faces = harness_find (overview (self), GTK_TYPE_STACK, 0);

  g_assert_cmpstr (gtk_stack_get_visible_child_name (faces), ==, "welcome");
  harness_set_company (self, "Minato");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (faces), ==, "board");
  harness_activate (self, "win.undo");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (faces), ==, "welcome");
  harness_activate (self, "win.redo");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (faces), ==, "board");
}

static KumojiAssessment *
round_of (Harness *self, const char *catalog)
{
  return kumoji_project_get_last_round (harness_get_project (self), catalog, "");
}

/* The sample stands in stage 2: one No, two open questions, no decision. */
static void
test_steps (Harness *self, gconstpointer data)
{
  GtkListBox *steps;
  g_autoptr (GError) error = NULL;

  harness_activate (self, "win.open-sample");
  steps = list_at (self, 0);
  g_assert_cmpint (kumoji_pill_get_kind (pill_of (steps, 0)), ==, KUMOJI_PILL_BLOCKED);
  g_assert_cmpint (kumoji_pill_get_kind (pill_of (steps, 1)), ==, KUMOJI_PILL_OPEN);
  g_assert_cmpstr (kumoji_pill_get_label (pill_of (steps, 0)), ==, "No");

  /* A No that becomes a Yes leaves the list; undo and redo follow. */
  g_assert_true (kumoji_edit_answer (harness_get_project (self),
                                     round_of (self, "jssa-stage3-scope"), "2.1", "answer", "yes",
                                     "2026-11-20", &error));
  g_assert_no_error (error);
  harness_settle ();
  g_assert_cmpint (kumoji_pill_get_kind (pill_of (steps, 0)), ==, KUMOJI_PILL_OPEN);
  harness_activate (self, "win.undo");
  g_assert_cmpint (kumoji_pill_get_kind (pill_of (steps, 0)), ==, KUMOJI_PILL_BLOCKED);
  harness_activate (self, "win.redo");
  g_assert_cmpint (kumoji_pill_get_kind (pill_of (steps, 0)), ==, KUMOJI_PILL_OPEN);
}

static void
set_day (Harness *self, const char *stage, const char *field, const char *day)
{
  g_assert_true (kumoji_history_set_text (
    harness_get_history (self),
    KUMOJI_RECORD (kumoji_project_get_stage (harness_get_project (self), stage)), field, day));
}

/* Stage 4 is never left, so nothing is said of a next stage. */
static void
test_last_stage (Harness *self, gconstpointer data)
{
  GtkLabel *heading;

  harness_activate (self, "win.open-sample");
  heading =
    harness_find (harness_find (overview (self), GTK_TYPE_SCROLLED_WINDOW, 1), GTK_TYPE_LABEL, 0);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (heading), "We are in stage 2 (Pilot)."));
  g_assert_nonnull (strstr (gtk_label_get_label (heading), "next stage"));
  kumoji_history_begin (harness_get_history (self), "Go on");
  set_day (self, "2", "actual-end", "2026-11-01");
  set_day (self, "3", "actual-start", "2026-11-01");
  set_day (self, "3", "actual-end", "2026-11-10");
  set_day (self, "4", "actual-start", "2026-11-10");
  kumoji_history_end (harness_get_history (self));
  harness_settle ();
  g_assert_true (g_str_has_prefix (gtk_label_get_label (heading), "We are in stage 4 (Renewal)."));
  g_assert_nonnull (strstr (gtk_label_get_label (heading), "this round"));
  harness_activate (self, "win.undo");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (heading), "We are in stage 2 (Pilot)."));
  harness_activate (self, "win.redo");
  g_assert_true (g_str_has_prefix (gtk_label_get_label (heading), "We are in stage 4 (Renewal)."));
}

static void
test_rows_lead (Harness *self, gconstpointer data)
{
  harness_activate (self, "win.open-sample");
  activate_row (self, list_at (self, 0), 0);
  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "checklists");
  harness_go (self, "overview", "");
  activate_row (self, list_at (self, 0), 3);
  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "roadmap");
  harness_go (self, "overview", "");
  activate_row (self, list_at (self, 1), 0);
  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "assets");
  harness_go (self, "overview", "");
  activate_row (self, list_at (self, 1), 1);
  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "company");
  harness_go (self, "overview", "");
  activate_row (self, list_at (self, 3), 2);
  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "checklists");
}

static void
test_value (Harness *self, gconstpointer data)
{
  KumojiList *assets;
  GtkListBox *rows;

  harness_activate (self, "win.open-sample");
  rows = list_at (self, 1);
  g_assert_cmpint (kumoji_pill_get_kind (pill_of (rows, 0)), ==, KUMOJI_PILL_PASSED);
  assets = kumoji_project_get_assets (harness_get_project (self));
  kumoji_history_remove (harness_get_history (self), assets, 0);
  harness_settle ();
  g_assert_cmpint (kumoji_pill_get_kind (pill_of (rows, 0)), ==, KUMOJI_PILL_LATE);
  harness_activate (self, "win.undo");
  g_assert_cmpint (kumoji_pill_get_kind (pill_of (rows, 0)), ==, KUMOJI_PILL_PASSED);
}

/* A value beyond 64 bits is said, and no figure is shown. */
static void
test_overflow (Harness *self, gconstpointer data)
{
  KumojiAsset *asset;

  harness_set_company (self, "Large");
  asset = kumoji_edit_add_asset (harness_get_project (self));
  kumoji_history_set_integer (harness_get_history (self), KUMOJI_RECORD (asset), "count",
                              G_MAXINT64 / 4);
  kumoji_history_set_integer (harness_get_history (self), KUMOJI_RECORD (asset), "unit-value",
                              G_MAXINT64 / 4);
  harness_settle ();
  g_assert_cmpint (kumoji_pill_get_kind (pill_of (list_at (self, 1), 0)), ==, KUMOJI_PILL_BLOCKED);
  g_assert_cmpuint (count_rows (list_at (self, 1)), ==, 1);
}

static void
test_scores (Harness *self, gconstpointer data)
{
  KumojiList *rounds;
  KumojiService *service;
  guint n;

  harness_activate (self, "win.open-sample");
  /* Few enough that none is put off behind "more". */
  rounds = kumoji_project_get_assessments (harness_get_project (self));
  while (kumoji_list_get_length (rounds) > 5)
    kumoji_history_remove (harness_get_history (self), rounds, kumoji_list_get_length (rounds) - 1);
  harness_settle ();
  n = count_rows (list_at (self, 3));
  service = kumoji_edit_add_service (harness_get_project (self), "Mail");
  g_assert_nonnull (service);
  harness_settle ();
  g_assert_cmpuint (count_rows (list_at (self, 3)), ==, n + 1);

  /* Of the other checklists about services, those that were begun. */
  kumoji_edit_ensure_round (harness_get_project (self), "mic-provider",
                            kumoji_record_get_id (KUMOJI_RECORD (service)));
  harness_settle ();
  g_assert_cmpuint (count_rows (list_at (self, 3)), ==, n + 2);
  harness_activate (self, "win.undo");
  g_assert_cmpuint (count_rows (list_at (self, 3)), ==, n + 1);
  harness_activate (self, "win.undo");
  g_assert_cmpuint (count_rows (list_at (self, 3)), ==, n);
}

/* All checklists of the company are begun: the card stays short, and its last row leads to them. */
static void
test_many_scores (Harness *self, gconstpointer data)
{
  KumojiProject *project = harness_get_project (self);
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_project_get_library (project));
  GtkListBox *scores;

  harness_set_company (self, "Minato");
  for (guint i = 0; i < catalogs->len; i++)
    if (kumoji_catalog_get_subject (catalogs->pdata[i]) == KUMOJI_SUBJECT_COMPANY)
      kumoji_edit_ensure_round (project, kumoji_catalog_get_id (catalogs->pdata[i]), "");
  harness_go (self, "overview", "");
  scores =
    GTK_LIST_BOX (gtk_widget_get_parent (harness_find (overview (self), KUMOJI_TYPE_SCORE_ROW, 0)));
  WAIT_UNTIL (count_rows (scores) == 12);
  kumoji_score_row_go (KUMOJI_SCORE_ROW (gtk_list_box_get_row_at_index (scores, 11)));
  WAIT_UNTIL (
    gtk_widget_get_mapped (GTK_WIDGET (kumoji_window_get_pane (self->window, "checklists"))));
  while (kumoji_history_can_undo (harness_get_history (self)))
    kumoji_history_undo (harness_get_history (self));
  harness_set_company (self, "Minato");
  harness_go (self, "overview", "");
  WAIT_UNTIL (count_rows (scores) < 12);
}

static void
test_tally (Harness *self, gconstpointer data)
{
  g_autofree char *description = NULL;
  g_autofree char *count = NULL;

  harness_activate (self, "win.open-sample");
  count = kumoji_tally_new (harness_get_project (self), "checklists", &description);
  g_assert_cmpstr (count, ==, "5 / 14");
  g_assert_nonnull (description);
  g_clear_pointer (&count, g_free);
  g_clear_pointer (&description, g_free);
  count = kumoji_tally_new (harness_get_project (self), "roadmap", &description);
  g_assert_cmpstr (count, ==, "Stage 2");
}

/* Ten thousand assets: a refresh must fit in a frame of 60 a second. */
static void
test_large (Harness *self, gconstpointer data)
{
  KumojiProject *project;
  gint64 start, best = G_MAXINT64;

  harness_set_company (self, "Large");
  project = harness_get_project (self);
  kumoji_history_begin (harness_get_history (self), "Fill");
  for (guint i = 0; i < 10000; i++)
    {
      KumojiAsset *asset = kumoji_edit_add_asset (project);

      kumoji_history_set_integer (harness_get_history (self), KUMOJI_RECORD (asset), "count", i);
      kumoji_history_set_integer (harness_get_history (self), KUMOJI_RECORD (asset), "unit-value",
                                  100);
    }
  kumoji_history_end (harness_get_history (self));
  harness_settle ();
  for (guint i = 0; i < 5; i++)
    {
      start = g_get_monotonic_time ();
      KUMOJI_PANE_GET_CLASS (kumoji_window_get_pane (self->window, "overview"))
        ->refresh (kumoji_window_get_pane (self->window, "overview"));
      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_test_message ("a refresh takes %.1f ms", (double) best / 1000);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func)                                                                            \
  g_test_add ("/overview/" name, Harness, NULL, harness_set_up, func, harness_tear_down)
  ADD ("welcome", test_welcome);
  ADD ("steps", test_steps);
  ADD ("last-stage", test_last_stage);
  ADD ("rows-lead", test_rows_lead);
  ADD ("value", test_value);
  ADD ("overflow", test_overflow);
  ADD ("scores", test_scores);
  ADD ("many-scores", test_many_scores);
  ADD ("tally", test_tally);
  ADD ("large", test_large);
#undef ADD
  return harness_run ();
}
