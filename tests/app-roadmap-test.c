/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Roadmap, in process: every blocker is named, and decisions come and go as steps. */
#include "app-harness.h"

#include "app/pages/kumoji-decision-dialog.h"
#include "app/pages/kumoji-gate-card.h"
#include "app/pages/kumoji-plan-dialog.h"
#include "app/pages/kumoji-roadmap-page.h"
#include "app/pages/kumoji-stage-card.h"
#include "app/pages/kumoji-stage-plan.h"
#include "app/pages/kumoji-timeline-view.h"
#include "app/widgets/kumoji-field-row.h"
#include "app/widgets/kumoji-step-row.h"
#include "files/kumoji-today.h"
#include "project/kumoji-edit.h"

typedef struct
{
  GtkWindow *window;
  KumojiRoadmapPage *page;
  KumojiProject *project;
  KumojiHistory *history;
  char *today;
  char *went; /* what "win.go" was asked for */
} Fixture;

static void
go_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *f = data;
  const char *page, *target;

  g_variant_get (parameter, "(&s&s)", &page, &target);
  g_free (f->went);
  f->went = g_strdup_printf ("%s %s", page, target);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) go = g_simple_action_new ("go", G_VARIANT_TYPE ("(ss)"));

  f->today = kumoji_today_new ();
  f->project = kumoji_project_new ();
  f->history = kumoji_project_get_history (f->project);
  f->page = g_object_new (KUMOJI_TYPE_ROADMAP_PAGE, NULL);
  g_signal_connect (go, "activate", G_CALLBACK (go_cb), f);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (go));
  kumoji_pane_set_project (KUMOJI_PANE (f->page), f->project);
  f->window = harness_show (f->page, 1100, 760);
  gtk_widget_insert_action_group (GTK_WIDGET (f->window), "win", G_ACTION_GROUP (actions));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  harness_close (f->window);
  g_assert_finalize_object (f->project);
  g_free (f->today);
  g_free (f->went);
}

static gpointer
get_gate_card (Fixture *f)
{
  return harness_get_child (f->page, KUMOJI_TYPE_ROADMAP_PAGE, "gate_card");
}

static GtkListBox *
get_list (Fixture *f, const char *name)
{
  return harness_get_child (get_gate_card (f), KUMOJI_TYPE_GATE_CARD, name);
}

static guint
get_n_rows (Fixture *f, const char *name)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (get_list (f, name), (int) n) != NULL)
    n++;
  return n;
}

static const char *
get_row_title (Fixture *f, const char *list, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_list (f, list), (int) position);

  return gtk_label_get_label (harness_get_child (row, KUMOJI_TYPE_STEP_ROW, "title"));
}

static void
activate_row (Fixture *f, const char *list, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_list (f, list), (int) position);

  g_signal_emit_by_name (get_list (f, list), "row-activated", row);
  harness_settle ();
}

static KumojiPillKind
get_gate_kind (Fixture *f)
{
  return kumoji_pill_get_kind (
    harness_get_child (get_gate_card (f), KUMOJI_TYPE_GATE_CARD, "pill"));
}

static void
set_stage (Fixture *f, const char *id, const char *field, const char *text)
{
  g_assert_true (kumoji_history_set_parsed (
    f->history, KUMOJI_RECORD (kumoji_project_get_stage (f->project, id)), field, text, NULL));
  kumoji_history_seal (f->history);
}

static void
go_to (Fixture *f, const char *stage)
{
  kumoji_pane_go_to (KUMOJI_PANE (f->page), stage);
  harness_settle ();
}

static GtkWindow *
find_dialog (GType type)
{
  g_autoptr (GListModel) windows = gtk_window_get_toplevels ();

  g_object_ref (windows);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

/* Each stage's card says what the rules say: as many rows, in the same order, by the same words. */
static void
test_blockers (Fixture *f, gconstpointer data)
{
  KumojiAssessment *round = kumoji_edit_ensure_round (f->project, "jssa-stage3-scope", "");

  g_assert_true (kumoji_edit_answer (f->project, round, "2.1", "answer", "no", f->today, NULL));
  harness_settle ();
  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_library_get_default (), f->project, f->today);
  for (guint i = 0; i < roadmap->gates->len; i++)
    {
      const KumojiGate *gate = roadmap->gates->pdata[i];
      go_to (f, gate->guide->id);
      g_assert_cmpstr (kumoji_roadmap_page_get_stage (f->page), ==, gate->guide->id);
      g_assert_cmpuint (gate->blockers->len, >, 0);
      g_assert_cmpuint (get_n_rows (f, "blockers"), ==, gate->blockers->len);
      g_assert_cmpuint (get_n_rows (f, "warnings"), ==, gate->warnings->len);
      for (guint j = 0; j < gate->blockers->len; j++)
        {
          g_autofree char *title =
            kumoji_blocker_dup_title (&g_array_index (gate->blockers, KumojiBlocker, j),
                                      kumoji_language_get_default ());
          g_assert_cmpstr (get_row_title (f, "blockers", j), ==, title);
        }
      g_assert_cmpint (get_gate_kind (f), ==, KUMOJI_PILL_BLOCKED);
    }

  go_to (f, "2");
  activate_row (f, "blockers", 0);
  g_assert_cmpstr (f->went, ==, "checklists jssa-stage3-scope//2.1");
  go_to (f, "0");
  activate_row (f, "blockers", 0);
  g_assert_cmpstr (f->went, ==, "company persons");
}

static void
test_current (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (kumoji_roadmap_page_get_stage (f->page), ==, "0");
  set_stage (f, "0", "actual-start", "2025-01-06");
  set_stage (f, "0", "actual-end", "2025-07-04");
  set_stage (f, "1", "actual-start", "2025-07-05");
  harness_settle ();
  g_assert_cmpstr (kumoji_roadmap_page_get_stage (f->page), ==, "1");
  gpointer card = harness_get_child (f->page, KUMOJI_TYPE_ROADMAP_PAGE, "stage_card");
  KumojiPill *pill = harness_get_child (card, KUMOJI_TYPE_STAGE_CARD, "pill");
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_CURRENT);
  g_assert_nonnull (strstr (kumoji_pill_get_label (pill), "month"));

  /* Whoever has chosen a stage stays with it. */
  go_to (f, "0");
  set_stage (f, "1", "note", "…");
  harness_settle ();
  g_assert_cmpstr (kumoji_roadmap_page_get_stage (f->page), ==, "0");
}

/* The rows of the timeline are buttons: one for each stage, with a name. */
static void
test_timeline (Fixture *f, gconstpointer data)
{
  GtkWidget *timeline = harness_get_child (f->page, KUMOJI_TYPE_ROADMAP_PAGE, "timeline");
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (timeline); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_TOGGLE_BUTTON (child))
        continue;
      g_assert_true (gtk_widget_get_focusable (child));
      g_assert_nonnull (gtk_widget_get_tooltip_text (child));
      g_assert_cmpint (gtk_widget_get_height (child), >=, 24);
      if (n == 3)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
      n++;
    }
  g_assert_cmpuint (n, ==, 6);
  harness_settle ();
  g_assert_cmpstr (kumoji_roadmap_page_get_stage (f->page), ==, "3");
}

static void
test_form (Fixture *f, gconstpointer data)
{
  GtkWidget *form = harness_get_child (f->page, KUMOJI_TYPE_ROADMAP_PAGE, "form");
  GtkWidget *processes = harness_get_child (f->page, KUMOJI_TYPE_ROADMAP_PAGE, "processes");

  go_to (f, "x");
  g_assert_true (gtk_widget_get_visible (processes));
  set_stage (f, "x", "processes", "給与計算");
  harness_settle ();
  gpointer card = harness_get_child (f->page, KUMOJI_TYPE_ROADMAP_PAGE, "stage_card");
  g_assert_cmpstr (gtk_label_get_label (
                     harness_get_child (card, KUMOJI_TYPE_STAGE_CARD, "processes")),
                   ==, "給与計算");
  go_to (f, "1");
  g_assert_false (gtk_widget_get_visible (processes));
  g_assert_true (kumoji_field_link_get_record (
                   kumoji_field_row_get_link (kumoji_field_rows_find (form, "budget")))
                 == KUMOJI_RECORD (kumoji_project_get_stage (f->project, "1")));
  set_stage (f, "1", "budget", "800000");
  harness_settle ();
  g_assert_nonnull (
    strstr (gtk_label_get_label (harness_get_child (card, KUMOJI_TYPE_STAGE_CARD, "money")),
            "¥800,000"));
  kumoji_history_undo (f->history);
  harness_settle ();
  g_assert_null (
    strstr (gtk_label_get_label (harness_get_child (card, KUMOJI_TYPE_STAGE_CARD, "money")),
            "¥800,000"));
}

static void
decide (KumojiDecisionDialog *dialog, const char *field, const char *text)
{
  kumoji_history_set_text (kumoji_decision_dialog_get_draft_history (dialog),
                           kumoji_decision_dialog_get_draft (dialog), field, text);
}

static void
test_decision (Fixture *f, gconstpointer data)
{
  KumojiStage *stage = kumoji_project_get_stage (f->project, "1");
  guint blockers;

  go_to (f, "1");
  blockers = get_n_rows (f, "blockers");
  /* The row "no decision" opens the dialog. */
  activate_row (f, "blockers", blockers - 1);
  KumojiDecisionDialog *dialog = KUMOJI_DECISION_DIALOG (find_dialog (KUMOJI_TYPE_DECISION_DIALOG));
  g_assert_cmpstr (kumoji_record_get_text (kumoji_decision_dialog_get_draft (dialog), "date"), ==,
                   f->today);

  /* It is refused until it says what, who, and why. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "decision.record", NULL);
  g_assert_null (kumoji_stage_get_decision (stage));
  decide (dialog, "result", "proceed-with-reservations");
  decide (dialog, "by", "代表取締役");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "decision.record", NULL);
  g_assert_null (kumoji_stage_get_decision (stage));
  g_assert_false (kumoji_history_can_undo (f->history));
  decide (dialog, "reason", "小さく始める");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "decision.record", NULL);
  harness_settle ();
  g_assert_null (find_dialog (KUMOJI_TYPE_DECISION_DIALOG));
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (kumoji_stage_get_decision (stage)),
                                           "reason"),
                   ==, "小さく始める");
  g_assert_cmpuint (get_n_rows (f, "decisions"), ==, 1);
  g_assert_cmpuint (get_n_rows (f, "blockers"), ==, blockers - 1);
  g_assert_cmpint (get_gate_kind (f), ==, KUMOJI_PILL_LATE);

  /* One step, and back. */
  kumoji_history_undo (f->history);
  harness_settle ();
  g_assert_false (kumoji_history_can_undo (f->history));
  g_assert_cmpuint (get_n_rows (f, "decisions"), ==, 0);
  g_assert_cmpint (get_gate_kind (f), ==, KUMOJI_PILL_BLOCKED);
  kumoji_history_redo (f->history);
  harness_settle ();
  g_assert_cmpuint (get_n_rows (f, "decisions"), ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (f->page), "stage.delete-decision", "s",
                              kumoji_record_get_id (
                                KUMOJI_RECORD (kumoji_stage_get_decision (stage))));
  harness_settle ();
  g_assert_null (kumoji_stage_get_decision (stage));
  kumoji_history_undo (f->history);
  harness_settle ();
  g_assert_cmpuint (get_n_rows (f, "decisions"), ==, 1);
}

static const char *
get_planned (Fixture *f, const char *stage, const char *field)
{
  return kumoji_record_get_text (KUMOJI_RECORD (kumoji_project_get_stage (f->project, stage)),
                                 field);
}

/* The times of the guide: 6, 6, 12, 12 and 12 months, and 6 for stage X from the start of 3. */
static void
test_plan (Fixture *f, gconstpointer data)
{
  GtkWidget *hint = harness_get_child (f->page, KUMOJI_TYPE_ROADMAP_PAGE, "plan_hint");

  g_assert_true (gtk_widget_get_visible (hint));
  set_stage (f, "0", "actual-start", "2025-01-06");
  gtk_widget_activate_action (GTK_WIDGET (f->page), "stage.plan", NULL);
  harness_settle ();
  GtkWindow *dialog = find_dialog (KUMOJI_TYPE_PLAN_DIALOG);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "plan.fill", NULL);
  harness_settle ();
  g_assert_null (find_dialog (KUMOJI_TYPE_PLAN_DIALOG));
  g_assert_cmpstr (get_planned (f, "0", "planned-start"), ==, "2025-01-06");
  g_assert_cmpstr (get_planned (f, "0", "planned-end"), ==, "2025-07-05");
  g_assert_cmpstr (get_planned (f, "1", "planned-start"), ==, "2025-07-06");
  g_assert_cmpstr (get_planned (f, "2", "planned-start"), ==, "2026-01-06");
  g_assert_cmpstr (get_planned (f, "3", "planned-start"), ==, "2027-01-06");
  g_assert_cmpstr (get_planned (f, "4", "planned-end"), ==, "2029-01-05");
  g_assert_cmpstr (get_planned (f, "x", "planned-start"), ==, "2027-01-06");
  g_assert_cmpstr (get_planned (f, "x", "planned-end"), ==, "2027-07-05");
  g_assert_false (gtk_widget_get_visible (hint));

  kumoji_history_undo (f->history);
  harness_settle ();
  for (guint i = 0; i < 6; i++)
    g_assert_cmpstr (
      kumoji_record_get_text (kumoji_list_get (kumoji_project_get_stages (f->project), i),
                              "planned-start"),
      ==, "");
  kumoji_history_redo (f->history);
  g_assert_cmpstr (get_planned (f, "4", "planned-end"), ==, "2029-01-05");
}

/* Stages before the company's first one are not planned; the calendar's end is not passed. */
static void
test_plan_edges (Fixture *f, gconstpointer data)
{
  kumoji_history_set_text (f->history, KUMOJI_RECORD (kumoji_project_get_profile (f->project)),
                           "starting-stage", "2");
  kumoji_stage_plan_fill (kumoji_library_get_default (), f->project, "2026-02-01");
  g_assert_cmpstr (get_planned (f, "1", "planned-start"), ==, "");
  g_assert_cmpstr (get_planned (f, "2", "planned-start"), ==, "2026-02-01");
  g_assert_cmpstr (get_planned (f, "2", "planned-end"), ==, "2027-01-31");
  kumoji_history_undo (f->history);

  kumoji_stage_plan_fill (kumoji_library_get_default (), f->project, "9998-06-01");
  g_assert_cmpstr (get_planned (f, "2", "planned-start"), ==, "9998-06-01");
  g_assert_cmpstr (get_planned (f, "3", "planned-start"), ==, "");
  harness_settle ();
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

  add ("/roadmap/blockers", test_blockers);
  add ("/roadmap/current", test_current);
  add ("/roadmap/timeline", test_timeline);
  add ("/roadmap/form", test_form);
  add ("/roadmap/decision", test_decision);
  add ("/roadmap/plan", test_plan);
  add ("/roadmap/plan/edges", test_plan_edges);
  return harness_run ();
}
