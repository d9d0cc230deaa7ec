/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Checklists: answering by keys and by mouse, reasons, progress, rounds and services. */
#include "config.h"

#include <adwaita.h>

#include "app/kumoji-ui.h"
#include "app/pages/kumoji-answer-buttons.h"
#include "app/pages/kumoji-checklist-view.h"
#include "app/pages/kumoji-checklists-page.h"
#include "app/pages/kumoji-item-card.h"
#include "app/pages/kumoji-item-line.h"
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
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *card;
} Fixture;

static void
spin (void)
{
  gint64 end = g_get_monotonic_time () + 150 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static gpointer
child_of (gpointer widget, GType type, const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, type, name);

  g_assert_nonnull (child);
  return child;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->project = kumoji_project_new ();
  f->history = kumoji_project_get_history (f->project);
  f->page = g_object_new (KUMOJI_TYPE_CHECKLISTS_PAGE, NULL);
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->page));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  kumoji_pane_set_project (f->page, f->project);
  f->view = child_of (f->page, KUMOJI_TYPE_CHECKLISTS_PAGE, "view");
  f->card = child_of (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "card");
  gtk_window_present (GTK_WINDOW (f->window));
  spin ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  GtkWidget *window = g_object_ref (f->window);
  KumojiPane *page = g_object_ref (f->page);

  gtk_window_destroy (GTK_WINDOW (f->window));
  spin ();
  g_assert_finalize_object (window);
  g_assert_finalize_object (page);
  g_assert_finalize_object (f->project);
}

/* As the page's own key handlers get it: returns whether the page took the key. */
static gboolean
press (Fixture *f, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->page));
  gboolean is_taken = FALSE;

  for (guint i = 0; !is_taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &is_taken);
    }
  return is_taken;
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
    gtk_label_get_label (child_of (f->card, KUMOJI_TYPE_ITEM_CARD, "question"));
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
  return gtk_progress_bar_get_fraction (child_of (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "progress"));
}

static GtkToggleButton *
get_button (Fixture *f, const char *answer)
{
  return kumoji_answer_buttons_get_button (child_of (f->card, KUMOJI_TYPE_ITEM_CARD, "answers"),
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
  spin ();
  g_assert_false (is_active (f, "waiting"));
  kumoji_history_redo (f->history);
  kumoji_history_redo (f->history);
  assert_answer (f, "3.3", "waiting");
  assert_answer (f, "3.2", NULL);
  spin ();
  g_assert_true (is_active (f, "waiting"));

  g_assert_false (press (f, GDK_KEY_y, GDK_CONTROL_MASK));
  g_assert_false (press (f, GDK_KEY_x, 0));
}

static GtkEventController *
find_root_keys (Fixture *f)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (f->window);

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
  spin ();
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
  spin ();
  kumoji_history_redo (f->history);
  assert_answer (f, "3.1", "yes");
}

static void
test_keys_in_text (Fixture *f, gconstpointer data)
{
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  spin ();
  gtk_widget_grab_focus (GTK_WIDGET (get_row (f, "memo")));
  g_assert_false (press (f, GDK_KEY_y, 0));
  g_assert_false (press (f, GDK_KEY_Left, 0));
  g_assert_false (press (f, GDK_KEY_Down, GDK_CONTROL_MASK));
  gtk_widget_grab_focus (GTK_WIDGET (get_row (f, "evidence")));
  g_assert_false (press (f, GDK_KEY_n, 0));
  assert_answer (f, "3.1", NULL);
  assert_item (f, "3.1");

  GtkWidget *round = child_of (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "round_button");
  GtkMenuButton *button = child_of (round, KUMOJI_TYPE_ROUND_BUTTON, "button");
  gtk_menu_button_popup (button);
  spin ();
  g_assert_false (press (f, GDK_KEY_y, 0));
  assert_answer (f, "3.1", NULL);
  gtk_menu_button_popdown (button);
  spin ();
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
  spin ();
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
  spin ();
  g_assert_cmpstr (get_field (f, PROVIDER, "3.1", "reason"), ==, "自社で運用する");
  g_assert_cmpstr (kumoji_field_row_get_message (get_row (f, "reason")), ==, "");
  g_assert_cmpfloat (get_progress (f), ==, 0.25);

  kumoji_history_undo (f->history);
  spin ();
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_buffer (f, "reason")), ==, 0);
  g_assert_cmpstr (kumoji_field_row_get_message (get_row (f, "reason")), !=, "");
  kumoji_history_redo (f->history);
  spin ();
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_buffer (f, "reason")), ==, 7);

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
  spin ();
  gtk_text_buffer_insert_at_cursor (get_buffer (f, "memo"), "を依頼", -1);
  spin ();
  g_assert_cmpstr (get_field (f, PROVIDER, "3.2", "memo"), ==, "見積もりを依頼");
  g_assert_cmpfloat (get_progress (f), ==, 0.0);
  press (f, GDK_KEY_Right, 0);
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_buffer (f, "memo")), ==, 0);
  press (f, GDK_KEY_Left, 0);
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_buffer (f, "memo")), ==, 7);

  kumoji_history_undo (f->history);
  spin ();
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_buffer (f, "memo")), ==, 0);
  g_assert_false (kumoji_history_can_undo (f->history));
  kumoji_history_redo (f->history);
  spin ();
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_buffer (f, "memo")), ==, 7);
}

/* What is typed and refused belongs to its question alone. */
static void
test_refused_date (Fixture *f, gconstpointer data)
{
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  KumojiFieldRow *date = get_row (f, "date");
  GtkEditable *editable =
    kumoji_field_entry_get_editable (KUMOJI_FIELD_ENTRY (kumoji_field_row_get_editor (date)));

  spin ();
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
  spin ();
  g_assert_cmpfloat (get_progress (f), ==, 1.0 / 8);
  assert_item (f, "1.3");
  press (f, GDK_KEY_w, 0);
  g_assert_cmpfloat (get_progress (f), ==, 1.0 / 8);
  for (int i = 0; i < 6; i++)
    press (f, GDK_KEY_y, 0);
  spin ();
  g_assert_cmpfloat (get_progress (f), ==, 7.0 / 8);

  KumojiPill *pill = child_of (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "result_pill");
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_OPEN);
  kumoji_pane_go_to (f->page, "jssa-precondition//1.3");
  press (f, GDK_KEY_y, 0);
  spin ();
  g_assert_cmpfloat (get_progress (f), ==, 1.0);
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_PASSED);

  /* An excluded question is shown with why, and takes no answer. */
  kumoji_pane_go_to (f->page, "jssa-precondition//1.2");
  g_assert_true (
    gtk_widget_get_visible (child_of (f->card, KUMOJI_TYPE_ITEM_CARD, "excluded_box")));
  press (f, GDK_KEY_y, 0);
  g_assert_null (get_field (f, "jssa-precondition", "1.2", "answer"));
  kumoji_history_set_flag (f->history, KUMOJI_RECORD (kumoji_project_get_profile (f->project)),
                           "digital-push", FALSE);
  spin ();
  g_assert_cmpfloat (get_progress (f), ==, 8.0 / 9);
  press (f, GDK_KEY_n, 0);
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_BLOCKED);
}

static void
test_filter (Fixture *f, gconstpointer data)
{
  KumojiItemList *items = child_of (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "items");

  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  press (f, GDK_KEY_y, 0);
  press (f, GDK_KEY_n, 0);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 4);
  gtk_toggle_button_set_active (child_of (items, KUMOJI_TYPE_ITEM_LIST, "no_button"), TRUE);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 1);

  /* Steps follow the filter; answering the last open question leaves a sentence, not a void. */
  press (f, GDK_KEY_Left, 0);
  assert_item (f, "3.2");
  gtk_toggle_button_set_active (child_of (items, KUMOJI_TYPE_ITEM_LIST, "open_button"), TRUE);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 2);
  press (f, GDK_KEY_Right, 0);
  assert_item (f, "3.3");
  press (f, GDK_KEY_y, 0);
  press (f, GDK_KEY_y, 0);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 0);
  g_assert_true (gtk_widget_get_visible (child_of (items, KUMOJI_TYPE_ITEM_LIST, "empty_label")));
  gtk_toggle_button_set_active (child_of (items, KUMOJI_TYPE_ITEM_LIST, "all_button"), TRUE);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 4);

  /* The list leads to the question. */
  GtkSingleSelection *selection = child_of (items, KUMOJI_TYPE_ITEM_LIST, "selection");
  gtk_single_selection_set_selected (selection, 0);
  assert_item (f, "3.1");
}

static void
test_catalogs (Fixture *f, gconstpointer data)
{
  GtkListBox *catalogs = child_of (f->page, KUMOJI_TYPE_CHECKLISTS_PAGE, "catalogs");
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
  GtkWidget *button = child_of (f->view, KUMOJI_TYPE_CHECKLIST_VIEW, "round_button");
  GtkDropDown *rounds = child_of (button, KUMOJI_TYPE_ROUND_BUTTON, "rounds");
  KumojiFieldRow *assessor = child_of (button, KUMOJI_TYPE_ROUND_BUTTON, "assessor");
  GtkEditable *editable =
    kumoji_field_entry_get_editable (KUMOJI_FIELD_ENTRY (kumoji_field_row_get_editor (assessor)));

  /* The assessor can be named before the first answer, and signs it. */
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  gtk_editable_set_text (editable, "佐藤");
  spin ();
  press (f, GDK_KEY_y, 0);
  g_assert_cmpstr (get_field (f, PROVIDER, "3.1", "by"), ==, "佐藤");
  g_assert_cmpuint (strlen (get_field (f, PROVIDER, "3.1", "date")), ==, 10);
  spin ();
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "佐藤");

  KumojiChecklist *checklist =
    kumoji_checklist_new (f->project,
                          kumoji_library_get_catalog (kumoji_library_get_default (), PROVIDER), "");
  kumoji_checklist_start_round (checklist);
  g_assert_cmpint (kumoji_checklist_get_round (checklist), ==, 2);
  spin ();
  g_assert_cmpfloat (get_progress (f), ==, 0.0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (rounds)));
  g_assert_cmpuint (gtk_drop_down_get_selected (rounds), ==, 1);
  gtk_drop_down_set_selected (rounds, 0);
  spin ();
  g_assert_cmpfloat (get_progress (f), ==, 0.25);

  kumoji_history_undo (f->history);
  spin ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (rounds)));
  kumoji_history_redo (f->history);
  spin ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (rounds)));
  g_assert_finalize_object (checklist);
}

static void
test_services (Fixture *f, gconstpointer data)
{
  GtkStack *stack = child_of (f->page, KUMOJI_TYPE_CHECKLISTS_PAGE, "stack");
  KumojiServiceBar *bar = child_of (f->page, KUMOJI_TYPE_CHECKLISTS_PAGE, "service_bar");
  KumojiList *services = kumoji_project_get_services (f->project);

  gtk_toggle_button_set_active (child_of (f->page, KUMOJI_TYPE_CHECKLISTS_PAGE, "service_button"),
                                TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-service");
  g_assert_false (press (f, GDK_KEY_y, 0));

  kumoji_service_bar_add (bar);
  g_assert_cmpuint (kumoji_list_get_length (services), ==, 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "checklist");
  KumojiRecord *service = kumoji_list_get (services, 0);
  KumojiFieldRow *name =
    kumoji_field_rows_find (child_of (bar, KUMOJI_TYPE_SERVICE_BAR, "fields"), "name");
  gtk_editable_set_text (kumoji_field_entry_get_editable (
                           KUMOJI_FIELD_ENTRY (kumoji_field_row_get_editor (name))),
                         "会計クラウド");
  g_assert_cmpstr (kumoji_record_get_text (service, "name"), ==, "会計クラウド");
  gtk_menu_button_popdown (child_of (bar, KUMOJI_TYPE_SERVICE_BAR, "edit_button"));
  gtk_widget_grab_focus (f->card);
  press (f, GDK_KEY_y, 0);
  KumojiAssessment *round =
    kumoji_project_get_last_round (f->project, "ipa-guide", kumoji_record_get_id (service));
  g_assert_nonnull (round);

  /* Deleted with its answers, and back by one undo. */
  g_autofree char *id = g_strdup (kumoji_record_get_id (service));
  g_signal_emit_by_name (child_of (bar, KUMOJI_TYPE_SERVICE_BAR, "delete_button"), "clicked");
  spin ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "no-service");
  kumoji_history_undo (f->history);
  spin ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "checklist");
  g_assert_nonnull (kumoji_project_get_last_round (f->project, "ipa-guide", id));
  g_assert_cmpfloat (get_progress (f), ==, 1.0 / 15);
  kumoji_history_redo (f->history);
  spin ();
  g_assert_cmpuint (kumoji_list_get_length (services), ==, 0);
}

static void
test_other_project (Fixture *f, gconstpointer data)
{
  KumojiProject *other = kumoji_project_new ();

  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  press (f, GDK_KEY_y, 0);
  kumoji_pane_set_project (f->page, other);
  spin ();
  kumoji_pane_go_to (f->page, PROVIDER "//3.1");
  g_assert_false (is_active (f, "yes"));
  press (f, GDK_KEY_n, 0);
  assert_answer (f, "3.1", "yes");
  kumoji_pane_set_project (f->page, f->project);
  spin ();
  g_assert_finalize_object (other);
}

static KumojiCatalog *
long_catalog_new (guint n_items)
{
  g_autoptr (GString) json = g_string_new (
    "{\"format\":\"kumoji-catalog\",\"version\":1,\"id\":\"long\",\"kind\":\"checklist\","
    "\"subject\":\"company\",\"title\":{\"ja\":\"長\",\"en\":\"Long\"},"
    "\"short-title\":{\"ja\":\"長\",\"en\":\"Long\"},"
    "\"description\":{\"ja\":\"長\",\"en\":\"Long\"},\"source\":{\"file\":\"x.txt\","
    "\"publisher\":{\"ja\":\"P\",\"en\":\"P\"},\"place\":{\"ja\":\"1\",\"en\":\"1\"}},"
    "\"sections\":[{\"id\":\"1\",\"title\":{\"ja\":\"S\",\"en\":\"S\"},\"items\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= n_items; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"%u\",\"title\":{\"ja\":\"T\",\"en\":\"T %u\"},"
                            "\"question\":{\"ja\":\"Q\",\"en\":\"Question %u?\"},"
                            "\"hint\":{\"ja\":\"H\",\"en\":\"H\"}}",
                            i > 1 ? "," : "", i, i, i);
  g_string_append (json, "]}]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  KumojiCatalog *catalog = kumoji_catalog_new_from_bytes (bytes, "long.json", &error);
  g_assert_no_error (error);
  return catalog;
}

/* 196 questions, as the guide of 2014 has: the list makes rows for those in sight alone, and
 * follows the question. */
static void
test_long (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autoptr (KumojiCatalog) catalog = long_catalog_new (196);
  g_autoptr (KumojiChecklist) checklist = kumoji_checklist_new (project, catalog, "");
  GtkWidget *window = gtk_window_new ();
  KumojiChecklistView *view = g_object_new (KUMOJI_TYPE_CHECKLIST_VIEW, NULL);

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 700);
  kumoji_checklist_view_show (view, checklist);
  gtk_window_present (GTK_WINDOW (window));
  spin ();

  KumojiItemList *items = child_of (view, KUMOJI_TYPE_CHECKLIST_VIEW, "items");
  GtkWidget *list = child_of (items, KUMOJI_TYPE_ITEM_LIST, "view");
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 196);
  g_assert_cmpint (gtk_widget_get_height (list), <, 700);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  kumoji_checklist_view_show_item (view, "180");
  spin ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >,
                     gtk_adjustment_get_upper (adjustment) / 2);
  gint64 start = g_get_monotonic_time ();
  for (guint i = 0; i < 16; i++)
    {
      kumoji_checklist_view_answer (view, "yes");
      kumoji_checklist_view_step (view, 1, TRUE);
    }
  gint64 spent = g_get_monotonic_time () - start;
  g_test_minimized_result ((double) spent / 16000, "one answer of 196 takes %.2f ms",
                           (double) spent / 16000);
  g_assert_cmpint (spent / 16, <, 500 * G_TIME_SPAN_MILLISECOND);

  KumojiScore score;
  kumoji_checklist_work_out (checklist, &score);
  g_assert_cmpuint (score.yes, ==, 16);
  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
}

typedef struct
{
  KumojiProject *project;
  GtkWidget *window;
  KumojiChecklistView *view;
  KumojiItemList *items;
} Large;

static void
large_show (Large *large, const char *catalog)
{
  KumojiLibrary *library = kumoji_library_get_default ();
  g_autoptr (KumojiChecklist) checklist =
    kumoji_checklist_new (large->project, kumoji_library_get_catalog (library, catalog),
                          kumoji_record_get_id (
                            kumoji_list_get (kumoji_project_get_services (large->project), 0)));

  kumoji_checklist_view_show (large->view, checklist);
}

/* Till all rows are made: a few in each frame. */
static void
large_settle (Large *large)
{
  GListModel *shown = child_of (large->items, KUMOJI_TYPE_ITEM_LIST, "shown");
  GListModel *made = child_of (large->items, KUMOJI_TYPE_ITEM_LIST, "made");
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (g_list_model_get_n_items (made) < g_list_model_get_n_items (shown)
         && g_get_monotonic_time () < end)
    spin ();
  g_assert_cmpuint (g_list_model_get_n_items (made), ==, g_list_model_get_n_items (shown));
  spin ();
}

static void
large_set_up (Large *large)
{
  large->project = kumoji_project_new ();
  kumoji_edit_add_service (large->project, "Mail");
  large->window = gtk_window_new ();
  large->view = g_object_new (KUMOJI_TYPE_CHECKLIST_VIEW, NULL);
  gtk_window_set_child (GTK_WINDOW (large->window), GTK_WIDGET (large->view));
  gtk_window_set_default_size (GTK_WINDOW (large->window), 800, 700);
  gtk_window_present (GTK_WINDOW (large->window));
  large->items = child_of (large->view, KUMOJI_TYPE_CHECKLIST_VIEW, "items");
  spin ();
}

static void
large_tear_down (Large *large)
{
  GtkWidget *window = g_object_ref (large->window);

  gtk_window_destroy (GTK_WINDOW (window));
  spin ();
  g_assert_finalize_object (window);
  g_assert_finalize_object (large->project);
}

static KumojiItemLine *
line_at (Large *large, guint position)
{
  GListModel *shown = child_of (large->items, KUMOJI_TYPE_ITEM_LIST, "shown");
  g_autoptr (KumojiItemLine) line = g_list_model_get_item (shown, position);

  return line; /* the model keeps it */
}

static guint
count_lines (Large *large)
{
  return g_list_model_get_n_items (child_of (large->items, KUMOJI_TYPE_ITEM_LIST, "shown"));
}

static void
assert_shown (Large *large, const char *id)
{
  GtkSingleSelection *selection = child_of (large->items, KUMOJI_TYPE_ITEM_LIST, "selection");
  KumojiItemLine *line = gtk_single_selection_get_selected_item (selection);

  g_assert_nonnull (line);
  g_assert_cmpstr (kumoji_item_get_id (kumoji_item_line_get_item (line)), ==, id);
}

/* Ten sections: only the one in which the reader is stands open, and each says how far it is. */
static void
test_sections (void)
{
  Large large;

  large_set_up (&large);
  gint64 start = g_get_monotonic_time ();
  large_show (&large, "mic-provider");
  gint64 spent = g_get_monotonic_time () - start;
  g_test_minimized_result ((double) spent / 1000, "196 questions are shown in %.2f ms",
                           (double) spent / 1000);
  large_settle (&large);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 196);
  g_assert_cmpuint (count_lines (&large), ==, 10 + 34);
  assert_shown (&large, "6.1.1.a");
  g_assert_null (kumoji_item_line_get_item (line_at (&large, 0)));
  g_assert_cmpstr (kumoji_item_line_get_progress (line_at (&large, 0)), ==, "0 / 34");

  kumoji_checklist_view_answer (large.view, "yes");
  kumoji_checklist_view_step (large.view, 1, TRUE);
  kumoji_checklist_view_answer (large.view, "waiting");
  g_assert_cmpstr (kumoji_item_line_get_progress (line_at (&large, 0)), ==, "1 / 34");

  /* Fold it, and go to the next section by the menu: it opens. */
  kumoji_item_line_set_folded (line_at (&large, 0), TRUE);
  g_assert_cmpuint (count_lines (&large), ==, 10);
  spin ();
  gtk_widget_activate_action (GTK_WIDGET (large.items), "items.section", "u", 35);
  assert_shown (&large, "8.1.1.a");
  g_assert_cmpuint (count_lines (&large), ==, 10 + 16);
  kumoji_checklist_view_step (large.view, -1, FALSE);
  assert_shown (&large, "6.3.2.note");
  g_assert_cmpuint (count_lines (&large), ==, 10 + 16 + 34);

  /* Those that are open or answered No stand below their headings; empty sections go. */
  kumoji_item_list_set_filter (large.items, KUMOJI_ITEM_FILTER_OPEN);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 195);
  kumoji_item_list_set_filter (large.items, KUMOJI_ITEM_FILTER_NO);
  g_assert_cmpuint (count_lines (&large), ==, 0);
  kumoji_checklist_view_answer (large.view, "no");
  g_assert_cmpuint (count_lines (&large), ==, 2);
  spin ();
  large_tear_down (&large);
}

static void
choose (Large *large, const char *facet, const char *value)
{
  GtkWidget *button = child_of (large->items, KUMOJI_TYPE_ITEM_LIST, "concern_button");
  g_autofree char *action = g_strconcat ("concern.", facet, NULL);

  g_assert_true (gtk_widget_activate_action (button, action, "s", value));
}

/* Items of a bundled catalog that have the value. */
static guint
count_of (const char *catalog, const char *facet, const char *value)
{
  GPtrArray *items =
    kumoji_catalog_get_items (kumoji_library_get_catalog (kumoji_library_get_default (), catalog));
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const char *const *values = kumoji_item_get_facet (items->pdata[i], facet);
      n += values != NULL && g_strv_contains (values, value);
    }
  g_assert_cmpuint (n, >, 0);
  return n;
}

/* What concerns one: by phase and role, by supplier and kind of service. */
static void
test_concern (void)
{
  Large large;

  large_set_up (&large);
  large_show (&large, "amagasaki-class2");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 53);
  choose (&large, "phase", "exit");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==,
                    count_of ("amagasaki-class2", "phase", "exit"));
  choose (&large, "role", "users");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), <,
                    count_of ("amagasaki-class2", "phase", "exit"));
  spin ();

  /* The choice stays for the other class of use, and says nothing to a catalog without it. */
  large_show (&large, "amagasaki-class1");
  choose (&large, "role", "");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 0);
  g_assert_true (
    gtk_widget_get_visible (child_of (large.items, KUMOJI_TYPE_ITEM_LIST, "empty_label")));
  choose (&large, "phase", "operate");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==,
                    count_of ("amagasaki-class1", "phase", "operate"));
  large_show (&large, "mic-provider");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 196);

  /* An item for any supplier concerns each; borders can be left out. */
  choose (&large, "supplier", "individual");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==,
                    count_of ("mic-provider", "supplier", "any")
                      + count_of ("mic-provider", "supplier", "individual"));
  choose (&large, "supplier", "");
  choose (&large, "cross-border", "without");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==,
                    196 - count_of ("mic-provider", "cross-border", "yes"));
  spin ();

  /* Whoever is sent to a question sees it. */
  kumoji_checklist_view_show_item (large.view, "6.1.2.c");
  g_assert_cmpuint (kumoji_item_list_get_n_shown (large.items), ==, 196);
  assert_shown (&large, "6.1.2.c");
  GtkWidget *card = child_of (large.view, KUMOJI_TYPE_CHECKLIST_VIEW, "card");
  g_assert_true (gtk_widget_get_visible (child_of (card, KUMOJI_TYPE_ITEM_CARD, "control_box")));
  g_assert_true (
    g_str_has_prefix (gtk_label_get_label (child_of (card, KUMOJI_TYPE_ITEM_CARD, "control")),
                      "6.1.2  "));
  large_show (&large, "ipa-guide");
  g_assert_false (gtk_widget_get_visible (child_of (card, KUMOJI_TYPE_ITEM_CARD, "control_box")));
  spin ();
  large_tear_down (&large);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  kumoji_ui_init ();

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
  g_test_add_func ("/checklists/long", test_long);
  g_test_add_func ("/app-checklists/sections", test_sections);
  g_test_add_func ("/app-checklists/concern", test_concern);
  return g_test_run ();
}
