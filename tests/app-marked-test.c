/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several items answered together: marking them by mouse, keys and screen reader, and what is asked
 * before answers are overwritten. */
#include "app-harness.h"

#include "app/pages/kumoji-checklist-edit.h"
#include "app/pages/kumoji-checklist-view.h"
#include "app/pages/kumoji-item-list.h"
#include "app/pages/kumoji-item-tools.h"
#include "app/pages/kumoji-item-row.h"
#include "app/pages/kumoji-marked-bar.h"
#include "app/pages/kumoji-section-row.h"
#include "project/kumoji-edit.h"

#define CATALOG "jssa-practice"
#define TODAY "2026-11-20"

typedef struct
{
  Harness harness;
  KumojiHistory *history;
  GtkWidget *view;
  GtkWidget *items;
  KumojiItemMarks *marks;
  KumojiMarkedBar *bar;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_setenv ("KUMOJI_TODAY", TODAY, TRUE);
  harness_set_up (&f->harness, data);
  f->history = harness_get_history (&f->harness);
  harness_go (&f->harness, "checklists", CATALOG "//0.1");
  f->view = harness_find (GTK_WIDGET (f->harness.window), KUMOJI_TYPE_CHECKLIST_VIEW, 0);
  f->items = harness_get_child (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "items");
  f->bar = harness_get_child (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "marked_bar");
  f->marks = kumoji_item_list_get_marks (KUMOJI_ITEM_LIST (f->items));
  WAIT_UNTIL (harness_find (f->items, KUMOJI_TYPE_ITEM_ROW, 3) != NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  harness_tear_down (&f->harness, data);
}

static void
mark (Fixture *f, const char *item)
{
  g_assert_true (gtk_widget_activate_action (f->items, "items.mark", "s", item));
}

static guint
count_marked (Fixture *f)
{
  g_autoptr (GPtrArray) marked = kumoji_item_marks_list (f->marks);

  return marked->len;
}

static const char *
get_field (Fixture *f, const char *catalog, const char *item, const char *field)
{
  KumojiAssessment *round =
    kumoji_project_get_last_round (harness_get_project (&f->harness), catalog, "");
  KumojiAnswer *answer = round != NULL ? kumoji_assessment_get_answer (round, item) : NULL;

  return answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), field) : "";
}

#define assert_field(f, item, field, expected)                                                     \
  g_assert_cmpstr (get_field (f, CATALOG, item, field), ==, expected)

static void
click (Fixture *f, const char *answer)
{
  GtkButton *button = kumoji_marked_bar_get_button (f->bar, answer);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
reply (Fixture *f, const char *response)
{
  AdwMessageDialog *dialog;

  WAIT_UNTIL (harness_find_dialog (&f->harness) != NULL);
  /* A click on the button says the reply and closes the dialog. */
  dialog = g_object_ref (harness_find_dialog (&f->harness));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  harness_settle ();
  g_assert_finalize_object (dialog);
}

/* The mode shows boxes in the rows, and a bar that counts. */
static void
test_mode (Fixture *f, gconstpointer data)
{
  GtkToggleButton *button =
    harness_get_child (harness_find (GTK_WIDGET (f->items), KUMOJI_TYPE_ITEM_TOOLS, 0),
                       KUMOJI_TYPE_ITEM_TOOLS, "marks_button");
  GtkWidget *row = harness_find (f->items, KUMOJI_TYPE_ITEM_ROW, 0);
  GtkCheckButton *all = harness_get_child (f->bar, KUMOJI_TYPE_MARKED_BAR, "all");
  GtkCheckButton *check;

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->bar)));
  g_assert_null (harness_find (row, GTK_TYPE_CHECK_BUTTON, 0));
  gtk_toggle_button_set_active (button, TRUE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->bar)));
  g_assert_false (
    gtk_widget_get_sensitive (harness_get_child (f->bar, KUMOJI_TYPE_MARKED_BAR, "answers")));
  check = harness_find (row, GTK_TYPE_CHECK_BUTTON, 0);
  g_assert_nonnull (check);

  /* As a screen reader ticks it. */
  gtk_check_button_set_active (check, TRUE);
  g_assert_cmpuint (count_marked (f), ==, 1);
  g_assert_true (gtk_check_button_get_inconsistent (all));
  g_assert_cmpstr (gtk_check_button_get_label (all), ==, "1 marked");
  gtk_check_button_set_active (check, FALSE);
  g_assert_cmpuint (count_marked (f), ==, 0);

  /* A section is six practices; all are 77, in folded sections, too. */
  check =
    harness_find (harness_find (f->items, KUMOJI_TYPE_SECTION_ROW, 0), GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (check, TRUE);
  g_assert_cmpuint (count_marked (f), ==, 6);
  gtk_check_button_set_active (check, FALSE);
  g_assert_cmpuint (count_marked (f), ==, 0);
  gtk_check_button_set_active (all, TRUE);
  g_assert_cmpuint (count_marked (f), ==, 77);
  g_assert_false (gtk_check_button_get_inconsistent (all));

  gtk_toggle_button_set_active (button, FALSE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->bar)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (check)));
  g_assert_cmpuint (count_marked (f), ==, 0);
}

static gboolean
press_in_list (Fixture *f, guint keyval, GdkModifierType state)
{
  GtkWidget *list = harness_get_child (f->items, KUMOJI_TYPE_ITEM_LIST, "view");

  return harness_press (list, keyval, state);
}

static void
focus_row (Fixture *f, guint position)
{
  GtkWidget *row = harness_find (f->items, KUMOJI_TYPE_ITEM_ROW, position);

  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_parent (row)));
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  focus_row (f, 1);
  g_assert_false (press_in_list (f, GDK_KEY_space, 0));
  g_assert_false (press_in_list (f, GDK_KEY_Escape, 0));
  g_assert_true (press_in_list (f, GDK_KEY_space, GDK_CONTROL_MASK));
  g_assert_true (kumoji_item_marks_is_active (f->marks));
  g_assert_cmpuint (count_marked (f), ==, 1);

  /* Up to another one, and one of them taken out again. */
  focus_row (f, 4);
  g_assert_true (press_in_list (f, GDK_KEY_space, GDK_SHIFT_MASK));
  g_assert_cmpuint (count_marked (f), ==, 4);
  focus_row (f, 2);
  g_assert_true (press_in_list (f, GDK_KEY_space, 0));
  g_assert_cmpuint (count_marked (f), ==, 3);

  /* A letter answers what is marked, not the question that is shown. */
  g_assert_true (kumoji_checklist_view_press (KUMOJI_CHECKLIST_VIEW (f->view), 'y'));
  assert_field (f, "0.2", "answer", "done");
  assert_field (f, "0.3", "answer", "");
  assert_field (f, "0.4", "answer", "done");
  assert_field (f, "0.5", "answer", "done");
  assert_field (f, "0.1", "answer", "");
  g_assert_cmpuint (count_marked (f), ==, 0);
  kumoji_history_undo (f->history);
  assert_field (f, "0.2", "answer", "");
  assert_field (f, "0.5", "answer", "");
  g_assert_false (kumoji_history_can_undo (f->history));
  kumoji_history_redo (f->history);
  assert_field (f, "0.4", "answer", "done");

  g_assert_true (press_in_list (f, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_cmpuint (count_marked (f), ==, 77);
  g_assert_true (press_in_list (f, GDK_KEY_Escape, 0));
  g_assert_false (kumoji_item_marks_is_active (f->marks));
  g_assert_true (kumoji_checklist_view_press (KUMOJI_CHECKLIST_VIEW (f->view), 'y'));
}

/* One reason for all, asked for once; nothing is written without it. */
static void
test_reason (Fixture *f, gconstpointer data)
{
  AdwMessageDialog *dialog;
  GtkWidget *entry;

  mark (f, "0.2");
  mark (f, "0.3");
  click (f, "not-applicable");
  reply (f, "cancel");
  assert_field (f, "0.2", "answer", "");
  g_assert_cmpuint (count_marked (f), ==, 2);

  click (f, "not-applicable");
  WAIT_UNTIL (harness_find_dialog (&f->harness) != NULL);
  dialog = harness_find_dialog (&f->harness);
  entry = adw_message_dialog_get_extra_child (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "enter"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "enter"));
  gtk_editable_set_text (GTK_EDITABLE (entry), " 社外に委託している ");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "enter"));
  reply (f, "enter");
  assert_field (f, "0.2", "answer", "not-applicable");
  assert_field (f, "0.2", "reason", "社外に委託している");
  assert_field (f, "0.3", "reason", "社外に委託している");
  assert_field (f, "0.3", "date", TODAY);
  kumoji_history_undo (f->history);
  assert_field (f, "0.2", "answer", "");
  g_assert_false (kumoji_history_can_undo (f->history));
  kumoji_history_redo (f->history);
  assert_field (f, "0.3", "reason", "社外に委託している");

  /* The reason goes with its answer. */
  mark (f, "0.2");
  mark (f, "0.3");
  click (f, "");
  assert_field (f, "0.2", "answer", "");
  assert_field (f, "0.2", "reason", "");
  assert_field (f, "0.3", "date", "");
  kumoji_history_undo (f->history);
  assert_field (f, "0.3", "reason", "社外に委託している");
}

static void
answer (Fixture *f, const char *item, const char *field, const char *text)
{
  KumojiProject *project = harness_get_project (&f->harness);

  g_assert_true (kumoji_edit_answer (project, kumoji_edit_ensure_round (project, CATALOG, ""), item,
                                     field, text, TODAY, NULL));
  kumoji_history_seal (f->history);
  harness_settle ();
}

/* What has another answer is counted, and left alone unless it is said otherwise. */
static void
test_others (Fixture *f, gconstpointer data)
{
  answer (f, "0.2", "answer", "open");
  answer (f, "0.2", "memo", "later");
  answer (f, "0.3", "answer", "done");
  mark (f, "0.2");
  mark (f, "0.3");
  mark (f, "0.4");

  click (f, "done");
  WAIT_UNTIL (harness_find_dialog (&f->harness) != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (harness_find_dialog (&f->harness)), ==,
                   "1 item has another answer already");
  reply (f, "cancel");
  assert_field (f, "0.4", "answer", "");
  click (f, "done");
  reply (f, "rest");
  assert_field (f, "0.2", "answer", "open");
  assert_field (f, "0.4", "answer", "done");

  mark (f, "0.2");
  click (f, "done");
  reply (f, "all");
  assert_field (f, "0.2", "answer", "done");
  assert_field (f, "0.2", "memo", "later");
  kumoji_history_undo (f->history);
  assert_field (f, "0.2", "answer", "open");
  kumoji_history_redo (f->history);
  assert_field (f, "0.2", "answer", "done");
}

/* What is not shown is not marked. */
static void
test_filter (Fixture *f, gconstpointer data)
{
  answer (f, "0.2", "answer", "done");
  mark (f, "0.1");
  mark (f, "0.2");
  g_assert_cmpuint (count_marked (f), ==, 2);
  kumoji_item_list_set_filter (KUMOJI_ITEM_LIST (f->items), KUMOJI_ITEM_FILTER_OPEN);
  g_assert_cmpuint (count_marked (f), ==, 1);
  kumoji_item_list_set_filter (KUMOJI_ITEM_LIST (f->items), KUMOJI_ITEM_FILTER_ALL);
  g_assert_cmpuint (count_marked (f), ==, 1);

  /* Another checklist begins anew. */
  harness_go (&f->harness, "checklists", "jssa-precondition//1.1");
  g_assert_false (kumoji_item_marks_is_active (f->marks));

  /* What is out of the count takes no answer. */
  kumoji_item_marks_set_active (f->marks, TRUE);
  kumoji_item_marks_set_all (f->marks, TRUE);
  g_assert_cmpuint (count_marked (f), ==, 8);
  click (f, "waiting");
  g_assert_cmpstr (get_field (f, "jssa-precondition", "1.1", "answer"), ==, "waiting");
  g_assert_cmpstr (get_field (f, "jssa-precondition", "1.2", "answer"), ==, "");
  kumoji_history_undo (f->history);
  g_assert_cmpstr (get_field (f, "jssa-precondition", "1.1", "answer"), ==, "");
}

static void
test_recurring (Fixture *f, gconstpointer data)
{
  harness_go (&f->harness, "checklists", "operations//5.2.1.1");
  mark (f, "5.2.1.1");
  mark (f, "5.2.1.2");
  click (f, KUMOJI_CHECKLIST_DONE);
  g_assert_cmpstr (get_field (f, "operations", "5.2.1.1", "date"), ==, TODAY);
  g_assert_cmpstr (get_field (f, "operations", "5.2.1.2", "date"), ==, TODAY);
  kumoji_history_undo (f->history);
  g_assert_cmpstr (get_field (f, "operations", "5.2.1.2", "date"), ==, "");
  g_assert_false (kumoji_history_can_undo (f->history));
  kumoji_history_redo (f->history);
  mark (f, "5.2.1.1");
  click (f, "");
  g_assert_cmpstr (get_field (f, "operations", "5.2.1.1", "date"), ==, "");
  g_assert_cmpstr (get_field (f, "operations", "5.2.1.2", "date"), ==, TODAY);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/app-marked/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("mode", test_mode);
  ADD ("keys", test_keys);
  ADD ("reason", test_reason);
  ADD ("others", test_others);
  ADD ("filter", test_filter);
  ADD ("recurring", test_recurring);
#undef ADD
  return harness_run ();
}
