/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Checklists: answering by keys and by mouse, reasons, progress, rounds and services. */
#include "app-harness.h"

#include "app/pages/kumoji-answer-buttons.h"
#include "app/pages/kumoji-checklist-view.h"
#include "app/pages/kumoji-checklists-page.h"
#include "app/pages/kumoji-item-card.h"
#include "app/pages/kumoji-item-list.h"
#include "app/pages/kumoji-round-button.h"
#include "app/pages/kumoji-service-bar.h"
#include "app/widgets/kumoji-field-area.h"
#include "app/widgets/kumoji-field-entry.h"
#include "app/widgets/kumoji-field-row.h"
#include "app/widgets/kumoji-pill.h"
#include "project/kumoji-edit.h"

#define PROVIDER "jssa-stage3-provider"

typedef struct
{
  KumojiProject *project;
  KumojiHistory *history;
  KumojiPane *page;
  GtkWindow *window;
  GtkWidget *view;
  GtkWidget *card;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->project = kumoji_project_new ();
  f->history = kumoji_project_get_history (f->project);
  f->page = g_object_new (KUMOJI_TYPE_CHECKLISTS_PAGE, NULL);
  kumoji_pane_set_project (f->page, f->project);
  f->view = harness_get_child (f->page, KUMOJI_TYPE_CHECKLISTS_PAGE, "view");
  f->card = harness_get_child (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "card");
  f->window = harness_show (f->page, 1000, 700);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  harness_close (f->window);
  g_assert_finalize_object (f->project);
}

static gboolean
press (Fixture *f, guint keyval, GdkModifierType state)
{
  return harness_press (f->page, keyval, state);
}

static const char *
get_field (Fixture *f, const char *catalog, const char *item, const char *field)
{
  KumojiAssessment *round = kumoji_project_get_last_round (f->project, catalog, "");
  KumojiAnswer *answer = round != NULL ? kumoji_assessment_get_answer (round, item) : NULL;

  return answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), field) : NULL;
}

#define assert_answer(f, item, expected)                                                           \
  g_assert_cmpstr (get_field (f, PROVIDER, item, "answer"), ==, expected)

static void
assert_item (Fixture *f, const char *id)
{
  const char *question =
    gtk_label_get_text (harness_get_child (f->card, KUMOJI_TYPE_ITEM_CARD, "question"));
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_library_get_default ());

  for (guint i = 0; i < catalogs->len; i++)
    {
      KumojiItem *item = kumoji_catalog_get_item (catalogs->pdata[i], id);
      if (item != NULL
          && g_str_equal (question, kumoji_item_get_question (item, KUMOJI_LANGUAGE_EN)))
        return;
    }
  g_test_message ("%s is not the question of %s", question, id);
  g_test_fail ();
}

static double
get_progress (Fixture *f)
{
  return gtk_progress_bar_get_fraction (
    harness_get_child (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "progress"));
}

static GtkToggleButton *
get_button (Fixture *f, const char *answer)
{
  return kumoji_answer_buttons_get_button (harness_get_child (f->card, KUMOJI_TYPE_ITEM_CARD,
                                                              "answers"),
                                           answer);
}

static gboolean
is_active (Fixture *f, const char *answer)
{
  return gtk_toggle_button_get_active (get_button (f, answer));
}

static KumojiFieldRow *
get_row (Fixture *f, const char *name)
{
  return kumoji_field_rows_find (f->card, name);
}

static GtkTextBuffer *
get_buffer (Fixture *f, const char *name)
{
  return gtk_text_view_get_buffer (kumoji_field_area_get_view (
    KUMOJI_FIELD_AREA (kumoji_field_row_get_editor (get_row (f, name)))));
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  assert_item (f, "3.1");
  g_assert_true (press (f, GDK_KEY_y, 0));
  assert_answer (f, "3.1", "yes");
  assert_item (f, "3.2");
  g_assert_true (press (f, GDK_KEY_N, GDK_SHIFT_MASK));
  assert_answer (f, "3.2", "no");
  g_assert_true (press (f, GDK_KEY_w, 0));
  assert_answer (f, "3.3", "waiting");
  assert_item (f, "3.4");

  /* The arrows go back; U takes back, and moves on. */
  g_assert_true (press (f, GDK_KEY_Left, 0));
  assert_item (f, "3.3");
  g_assert_true (is_active (f, "waiting"));
  g_assert_true (press (f, GDK_KEY_Up, 0));
  g_assert_true (press (f, GDK_KEY_u, 0));
  assert_answer (f, "3.2", NULL);
  assert_item (f, "3.3");

  kumoji_history_undo (f->history);
  assert_answer (f, "3.2", "no");
  kumoji_history_undo (f->history);
  assert_answer (f, "3.3", NULL);
  WAIT_UNTIL (!is_active (f, "waiting"));
  kumoji_history_redo (f->history);
  kumoji_history_redo (f->history);
  assert_answer (f, "3.3", "waiting");
  assert_answer (f, "3.2", NULL);
  WAIT_UNTIL (is_active (f, "waiting"));

  g_assert_false (press (f, GDK_KEY_y, GDK_CONTROL_MASK));
  g_assert_false (press (f, GDK_KEY_x, 0));
}

static GtkEventController *
find_root_keys (Fixture *f)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (g_strcmp0 (gtk_event_controller_get_name (controller), "kumoji-checklists-keys") == 0)
        return controller; /* the window keeps it */
    }
  return NULL;
}

/* The focus is in the sidebar, or nowhere: the keys answer all the same, while we are in sight. */
static void
test_keys_from_outside (Fixture *f, gconstpointer data)
{
  gboolean is_taken = FALSE;

  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  harness_settle ();
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  g_signal_emit_by_name (find_root_keys (f), "key-pressed", GDK_KEY_y, 0, 0, &is_taken);
  g_assert_true (is_taken);
  assert_answer (f, "3.1", "yes");
  assert_item (f, "3.2");

  gtk_widget_grab_focus (GTK_WIDGET (get_row (f, "memo")));
  g_signal_emit_by_name (find_root_keys (f), "key-pressed", GDK_KEY_y, 0, 0, &is_taken);
  g_assert_false (is_taken);
  gtk_widget_set_visible (GTK_WIDGET (f->page), FALSE);
  g_assert_null (find_root_keys (f));
  gtk_widget_set_visible (GTK_WIDGET (f->page), TRUE);
  g_assert_nonnull (find_root_keys (f));
}

/* All that was done on an untouched checklist is one step: its start and the answer. */
static void
test_first_answer (Fixture *f, gconstpointer data)
{
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  press (f, GDK_KEY_y, 0);
  kumoji_history_undo (f->history);
  g_assert_null (kumoji_project_get_last_round (f->project, PROVIDER, ""));
  g_assert_false (kumoji_history_can_undo (f->history));
  harness_settle ();
  kumoji_history_redo (f->history);
  assert_answer (f, "3.1", "yes");
}

static void
test_keys_in_text (Fixture *f, gconstpointer data)
{
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  harness_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (get_row (f, "memo")));
  g_assert_false (press (f, GDK_KEY_y, 0));
  g_assert_false (press (f, GDK_KEY_Left, 0));
  g_assert_false (press (f, GDK_KEY_Down, GDK_CONTROL_MASK));
  gtk_widget_grab_focus (GTK_WIDGET (get_row (f, "evidence")));
  g_assert_false (press (f, GDK_KEY_n, 0));
  assert_answer (f, "3.1", NULL);
  assert_item (f, "3.1");

  GtkWidget *round = harness_get_child (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "round_button");
  GtkMenuButton *button = harness_get_child (round, KUMOJI_TYPE_ROUND_BUTTON, "button");
  gtk_menu_button_popup (button);
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button))));
  harness_settle ();
  g_assert_false (press (f, GDK_KEY_y, 0));
  assert_answer (f, "3.1", NULL);
  gtk_menu_button_popdown (button);
  harness_settle ();
}

static void
test_mouse (Fixture *f, gconstpointer data)
{
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  GtkToggleButton *yes = get_button (f, "yes");
  GtkToggleButton *no = get_button (f, "no");

  /* A click answers and stays, so that a memo can be written; a second one takes it back. */
  g_signal_emit_by_name (yes, "clicked");
  assert_answer (f, "3.1", "yes");
  assert_item (f, "3.1");
  g_signal_emit_by_name (no, "clicked");
  assert_answer (f, "3.1", "no");
  g_assert_false (is_active (f, "yes"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_row (f, "reason"))));
  g_signal_emit_by_name (no, "clicked");
  assert_answer (f, "3.1", NULL);
  g_assert_false (is_active (f, "no"));
  kumoji_history_undo (f->history);
  assert_answer (f, "3.1", "no");
  kumoji_history_redo (f->history);
  assert_answer (f, "3.1", NULL);
}

static void
test_reason (Fixture *f, gconstpointer data)
{
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  harness_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_row (f, "reason"))));
  g_assert_true (press (f, GDK_KEY_a, 0));

  /* It asks for the reason right there, and does not count without it. */
  assert_item (f, "3.1");
  assert_answer (f, "3.1", "not-applicable");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_row (f, "reason"))));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (f->window))));
  g_assert_cmpstr (kumoji_field_row_get_message (get_row (f, "reason")), !=, "");
  g_assert_cmpfloat (get_progress (f), ==, 0.0);

  gtk_text_buffer_insert_at_cursor (get_buffer (f, "reason"), "自社で", -1);
  gtk_text_buffer_insert_at_cursor (get_buffer (f, "reason"), "運用する", -1);
  WAIT_UNTIL (g_strcmp0 (get_field (f, PROVIDER, "3.1", "reason"), "自社で運用する") == 0);
  WAIT_UNTIL (*kumoji_field_row_get_message (get_row (f, "reason")) == '\0');
  WAIT_UNTIL (get_progress (f) == 0.25);

  kumoji_history_undo (f->history);
  WAIT_UNTIL (gtk_text_buffer_get_char_count (get_buffer (f, "reason")) == 0);
  WAIT_UNTIL (*kumoji_field_row_get_message (get_row (f, "reason")) != '\0');
  kumoji_history_redo (f->history);
  WAIT_UNTIL (gtk_text_buffer_get_char_count (get_buffer (f, "reason")) == 7);

  /* With the reason there, the key moves on. */
  gtk_widget_grab_focus (f->card);
  g_assert_true (press (f, GDK_KEY_a, 0));
  assert_item (f, "3.2");
}

/* A memo on a question that is not answered yet: one step, and it stays with its question. */
static void
test_memo (Fixture *f, gconstpointer data)
{
  kumoji_pane_go_to (f->page, PROVIDER "//3.2");
  gtk_text_buffer_insert_at_cursor (get_buffer (f, "memo"), "見積もり", -1);
  harness_settle ();
  gtk_text_buffer_insert_at_cursor (get_buffer (f, "memo"), "を依頼", -1);
  WAIT_UNTIL (g_strcmp0 (get_field (f, PROVIDER, "3.2", "memo"), "見積もりを依頼") == 0);
  harness_settle ();
  g_assert_cmpfloat (get_progress (f), ==, 0.0);
  press (f, GDK_KEY_Right, 0);
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_buffer (f, "memo")), ==, 0);
  press (f, GDK_KEY_Left, 0);
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_buffer (f, "memo")), ==, 7);

  kumoji_history_undo (f->history);
  WAIT_UNTIL (gtk_text_buffer_get_char_count (get_buffer (f, "memo")) == 0);
  g_assert_false (kumoji_history_can_undo (f->history));
  kumoji_history_redo (f->history);
  WAIT_UNTIL (gtk_text_buffer_get_char_count (get_buffer (f, "memo")) == 7);
}

/* What is typed and refused belongs to its question alone. */
static void
test_refused_date (Fixture *f, gconstpointer data)
{
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  KumojiFieldRow *date = get_row (f, "date");
  GtkEditable *editable =
    kumoji_field_entry_get_editable (KUMOJI_FIELD_ENTRY (kumoji_field_row_get_editor (date)));

  harness_settle ();
  gtk_editable_set_text (editable, "昨日");
  g_assert_cmpstr (kumoji_field_row_get_message (date), !=, "");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "昨日");
  press (f, GDK_KEY_Right, 0);
  g_assert_cmpstr (kumoji_field_row_get_message (date), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "");
  g_assert_null (kumoji_project_get_last_round (f->project, PROVIDER, ""));
}

static void
test_progress (Fixture *f, gconstpointer data)
{
  /* Nine questions; 1.2 is out of the count as long as there was the push. */
  kumoji_pane_go_to (f->page, "jssa-precondition//1.1");
  press (f, GDK_KEY_y, 0);
  WAIT_UNTIL (get_progress (f) == 1.0 / 8);
  assert_item (f, "1.3");
  press (f, GDK_KEY_w, 0);
  g_assert_cmpfloat (get_progress (f), ==, 1.0 / 8);
  for (int i = 0; i < 6; i++)
    press (f, GDK_KEY_y, 0);
  WAIT_UNTIL (get_progress (f) == 7.0 / 8);

  KumojiPill *pill = harness_get_child (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "result_pill");
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_OPEN);
  kumoji_pane_go_to (f->page, "jssa-precondition//1.3");
  press (f, GDK_KEY_y, 0);
  WAIT_UNTIL (get_progress (f) == 1.0);
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_PASSED);

  /* An excluded question is shown with why, and takes no answer. */
  kumoji_pane_go_to (f->page, "jssa-precondition//1.2");
  g_assert_true (
    gtk_widget_get_visible (harness_get_child (f->card, KUMOJI_TYPE_ITEM_CARD, "excluded_box")));
  press (f, GDK_KEY_y, 0);
  g_assert_null (get_field (f, "jssa-precondition", "1.2", "answer"));
  kumoji_history_set_flag (f->history, KUMOJI_RECORD (kumoji_project_get_profile (f->project)),
                           "digital-push", FALSE);
  WAIT_UNTIL (get_progress (f) == 8.0 / 9);
  press (f, GDK_KEY_n, 0);
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_BLOCKED);
}

static void
test_filter (Fixture *f, gconstpointer data)
{
  KumojiItemList *items = harness_get_child (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "items");

  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  press (f, GDK_KEY_y, 0);
  press (f, GDK_KEY_n, 0);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 4);
  gtk_toggle_button_set_active (harness_get_child (items, KUMOJI_TYPE_ITEM_LIST, "no_button"),
                                TRUE);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 1);

  /* Steps follow the filter; answering the last open question leaves a sentence, not a void. */
  press (f, GDK_KEY_Left, 0);
  assert_item (f, "3.2");
  gtk_toggle_button_set_active (harness_get_child (items, KUMOJI_TYPE_ITEM_LIST, "open_button"),
                                TRUE);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 2);
  press (f, GDK_KEY_Right, 0);
  assert_item (f, "3.3");
  press (f, GDK_KEY_y, 0);
  press (f, GDK_KEY_y, 0);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 0);
  g_assert_true (
    gtk_widget_get_visible (harness_get_child (items, KUMOJI_TYPE_ITEM_LIST, "empty_label")));
  gtk_toggle_button_set_active (harness_get_child (items, KUMOJI_TYPE_ITEM_LIST, "all_button"),
                                TRUE);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 4);

  /* The list leads to the question. */
  GtkSingleSelection *selection = harness_get_child (items, KUMOJI_TYPE_ITEM_LIST, "selection");
  gtk_single_selection_set_selected (selection, 0);
  assert_item (f, "3.1");
}

static void
test_catalogs (Fixture *f, gconstpointer data)
{
  GtkListBox *catalogs = harness_get_child (f->page, KUMOJI_TYPE_CHECKLISTS_PAGE, "catalogs");
  g_autofree char *subtitle = NULL;

  kumoji_pane_go_to (f->page, PROVIDER "//3.3");
  int index = gtk_list_box_row_get_index (gtk_list_box_get_selected_row (catalogs));
  g_assert_true (press (f, GDK_KEY_Up, GDK_CONTROL_MASK));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (catalogs)), ==,
                   index - 1);
  assert_item (f, "2.1");
  g_assert_true (press (f, GDK_KEY_Down, GDK_CONTROL_MASK));
  assert_item (f, "3.3"); /* where the reader was */
  subtitle = kumoji_pane_dup_subtitle (f->page);
  g_assert_cmpstr (subtitle, ==, "Choice of provider · Round 1");

  kumoji_pane_go_to (f->page, "no-such-catalog//1");
  kumoji_pane_go_to (f->page, PROVIDER "//no-such-item");
  kumoji_pane_go_to (f->page, "");
  assert_item (f, "3.3");
}

static void
test_rounds (Fixture *f, gconstpointer data)
{
  GtkWidget *button = harness_get_child (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "round_button");
  GtkDropDown *rounds = harness_get_child (button, KUMOJI_TYPE_ROUND_BUTTON, "rounds");
  KumojiFieldRow *assessor = harness_get_child (button, KUMOJI_TYPE_ROUND_BUTTON, "assessor");
  GtkEditable *editable =
    kumoji_field_entry_get_editable (KUMOJI_FIELD_ENTRY (kumoji_field_row_get_editor (assessor)));

  /* The assessor can be named before the first answer, and signs it. */
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  gtk_editable_set_text (editable, "佐藤");
  harness_settle ();
  press (f, GDK_KEY_y, 0);
  g_assert_cmpstr (get_field (f, PROVIDER, "3.1", "by"), ==, "佐藤");
  g_assert_cmpuint (strlen (get_field (f, PROVIDER, "3.1", "date")), ==, 10);
  harness_settle ();
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "佐藤");

  KumojiChecklist *checklist =
    kumoji_checklist_new (f->project,
                          kumoji_library_get_catalog (kumoji_library_get_default (), PROVIDER), "");
  kumoji_checklist_start_round (checklist);
  g_assert_cmpint (kumoji_checklist_get_round (checklist), ==, 2);
  WAIT_UNTIL (get_progress (f) == 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (rounds)));
  g_assert_cmpuint (gtk_drop_down_get_selected (rounds), ==, 1);
  gtk_drop_down_set_selected (rounds, 0);
  WAIT_UNTIL (get_progress (f) == 0.25);

  kumoji_history_undo (f->history);
  WAIT_UNTIL (!gtk_widget_get_visible (GTK_WIDGET (rounds)));
  kumoji_history_redo (f->history);
  WAIT_UNTIL (gtk_widget_get_visible (GTK_WIDGET (rounds)));
  g_assert_finalize_object (checklist);
}

static void
test_services (Fixture *f, gconstpointer data)
{
  GtkStack *stack = harness_get_child (f->page, KUMOJI_TYPE_CHECKLISTS_PAGE, "stack");
  KumojiServiceBar *bar = harness_get_child (f->page, KUMOJI_TYPE_CHECKLISTS_PAGE, "service_bar");
  KumojiList *services = kumoji_project_get_services (f->project);

  gtk_toggle_button_set_active (harness_get_child (f->page, KUMOJI_TYPE_CHECKLISTS_PAGE,
                                                   "service_button"),
                                TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-service");
  g_assert_false (press (f, GDK_KEY_y, 0));

  kumoji_service_bar_add (bar);
  g_assert_cmpuint (kumoji_list_get_length (services), ==, 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "checklist");
  KumojiRecord *service = kumoji_list_get (services, 0);
  KumojiFieldRow *name =
    kumoji_field_rows_find (harness_get_child (bar, KUMOJI_TYPE_SERVICE_BAR, "fields"), "name");
  gtk_editable_set_text (kumoji_field_entry_get_editable (
                           KUMOJI_FIELD_ENTRY (kumoji_field_row_get_editor (name))),
                         "会計クラウド");
  g_assert_cmpstr (kumoji_record_get_text (service, "name"), ==, "会計クラウド");
  gtk_menu_button_popdown (harness_get_child (bar, KUMOJI_TYPE_SERVICE_BAR, "edit_button"));
  gtk_widget_grab_focus (f->card);
  press (f, GDK_KEY_y, 0);
  KumojiAssessment *round =
    kumoji_project_get_last_round (f->project, "ipa-guide", kumoji_record_get_id (service));
  g_assert_nonnull (round);

  /* Deleted with its answers, and back by one undo. */
  g_autofree char *id = g_strdup (kumoji_record_get_id (service));
  g_signal_emit_by_name (harness_get_child (bar, KUMOJI_TYPE_SERVICE_BAR, "delete_button"),
                         "clicked");
  WAIT_UNTIL (g_str_equal (gtk_stack_get_visible_child_name (stack), "no-service"));
  kumoji_history_undo (f->history);
  WAIT_UNTIL (g_str_equal (gtk_stack_get_visible_child_name (stack), "checklist"));
  g_assert_nonnull (kumoji_project_get_last_round (f->project, "ipa-guide", id));
  WAIT_UNTIL (get_progress (f) == 1.0 / 15);
  kumoji_history_redo (f->history);
  harness_settle ();
  g_assert_cmpuint (kumoji_list_get_length (services), ==, 0);
}

static void
test_other_project (Fixture *f, gconstpointer data)
{
  KumojiProject *other = kumoji_project_new ();

  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  press (f, GDK_KEY_y, 0);
  kumoji_pane_set_project (f->page, other);
  harness_settle ();
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  g_assert_false (is_active (f, "yes"));
  press (f, GDK_KEY_n, 0);
  assert_answer (f, "3.1", "yes");
  kumoji_pane_set_project (f->page, f->project);
  harness_settle ();
  g_assert_finalize_object (other);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/checklists/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("keys", test_keys);
  ADD ("keys-from-outside", test_keys_from_outside);
  ADD ("first-answer", test_first_answer);
  ADD ("keys-in-text", test_keys_in_text);
  ADD ("mouse", test_mouse);
  ADD ("reason", test_reason);
  ADD ("memo", test_memo);
  ADD ("refused-date", test_refused_date);
  ADD ("progress", test_progress);
  ADD ("filter", test_filter);
  ADD ("catalogs", test_catalogs);
  ADD ("rounds", test_rounds);
  ADD ("services", test_services);
  ADD ("other-project", test_other_project);
#undef ADD
  return harness_run ();
}
