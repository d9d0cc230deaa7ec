/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Checklists for each kind: answered by click and by key, in words that fit, in groups. */
#include "app-harness.h"

#include "app/pages/kumoji-answer-buttons.h"
#include "app/pages/kumoji-catalog-row.h"
#include "app/pages/kumoji-checklist-view.h"
#include "app/pages/kumoji-checklists-page.h"
#include "app/pages/kumoji-done-bar.h"
#include "app/pages/kumoji-impact-rows.h"
#include "app/pages/kumoji-item-card.h"
#include "app/pages/kumoji-item-list.h"
#include "app/pages/kumoji-item-tools.h"
#include "app/widgets/kumoji-field-row.h"
#include "app/widgets/kumoji-kind-words.h"
#include "app/widgets/kumoji-pill.h"
#include "project/kumoji-edit.h"

typedef struct
{
  KumojiProject *project;
  KumojiHistory *history;
  KumojiPane *page;
  GtkWindow *window;
  GtkWidget *view;
  GtkWidget *card;
  char *service;
} Fixture;

#define card_child(f, name) harness_get_child ((f)->card, KUMOJI_TYPE_ITEM_CARD, name)
#define view_child(f, name) harness_get_child ((f)->view, KUMOJI_TYPE_CHECKLIST_VIEW, name)
#define page_child(f, name) harness_get_child ((f)->page, KUMOJI_TYPE_CHECKLISTS_PAGE, name)

static void
set_up (Fixture *f, gconstpointer data)
{
  g_setenv ("KUMOJI_TODAY", "2026-11-20", TRUE);
  f->project = kumoji_project_new ();
  f->history = kumoji_project_get_history (f->project);
  f->service =
    g_strdup (kumoji_record_get_id (KUMOJI_RECORD (kumoji_edit_add_service (f->project, "Mail"))));
  f->page = g_object_new (KUMOJI_TYPE_CHECKLISTS_PAGE, NULL);
  kumoji_pane_set_project (f->page, f->project);
  f->window = harness_show (f->page, 1000, 700);
  f->view = page_child (f, "view");
  f->card = view_child (f, "card");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  harness_close (f->window);
  g_assert_finalize_object (f->project);
  g_free (f->service);
}

static void
go (Fixture *f, const char *catalog, const char *item)
{
  KumojiCatalog *found = kumoji_library_get_catalog (kumoji_library_get_default (), catalog);
  const gboolean is_company = kumoji_catalog_get_subject (found) == KUMOJI_SUBJECT_COMPANY;
  g_autofree char *target =
    g_strdup_printf ("%s/%s/%s", catalog, is_company ? "" : f->service, item);

  kumoji_pane_go_to (f->page, target);
}

static gboolean
press (Fixture *f, guint keyval, GdkModifierType state)
{
  return harness_press (f->page, keyval, state);
}

static KumojiRecord *
get_answer (Fixture *f, const char *catalog, const char *item)
{
  KumojiCatalog *found = kumoji_library_get_catalog (kumoji_library_get_default (), catalog);
  const gboolean is_company = kumoji_catalog_get_subject (found) == KUMOJI_SUBJECT_COMPANY;
  KumojiAssessment *round =
    kumoji_project_get_last_round (f->project, catalog, is_company ? "" : f->service);

  return round != NULL ? (KumojiRecord *) kumoji_assessment_get_answer (round, item) : NULL;
}

static const char *
get_field (Fixture *f, const char *catalog, const char *item, const char *field)
{
  KumojiRecord *answer = get_answer (f, catalog, item);

  return answer != NULL ? kumoji_record_get_text (answer, field) : "";
}

static gboolean
is_shown (Fixture *f, const char *field)
{
  KumojiFieldRow *row = kumoji_field_rows_find (f->card, field);

  return row != NULL && gtk_widget_get_child_visible (GTK_WIDGET (row))
         && gtk_widget_get_visible (GTK_WIDGET (row))
         && gtk_widget_get_visible (gtk_widget_get_parent (GTK_WIDGET (row)));
}

static const char *
get_pill (Fixture *f)
{
  return kumoji_pill_get_label (card_child (f, "pill"));
}

static const char *
get_result (Fixture *f)
{
  return gtk_label_get_label (view_child (f, "result_label"));
}

/* Every answer of the table, by its button and by its key; each is one step. */
static void
test_answers (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *catalog;
    const char *item;
  } places[] = {
    { "jssa-stage2", "1.3" },         { "jssa-practice", "0.1" },   { "isms-documents", "1" },
    { "iso27017-customer", "5.1.1" }, { "provider-criteria", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *catalog = places[i].catalog, *item = places[i].item;
      KumojiCatalog *found = kumoji_library_get_catalog (kumoji_library_get_default (), catalog);
      const KumojiMeaning *one = kumoji_answering_get (kumoji_catalog_get_kind (found))->answers;

      for (; one->answer != NULL; one++)
        {
          go (f, catalog, item);
          KumojiAnswerButtons *buttons = card_child (f, "answers");
          GtkToggleButton *button = kumoji_answer_buttons_get_button (buttons, one->answer);
          g_assert_nonnull (button);
          g_signal_emit_by_name (button, "clicked");
          g_assert_cmpstr (get_field (f, catalog, item, "answer"), ==, one->answer);
          g_assert_true (gtk_toggle_button_get_active (button));
          kumoji_history_undo (f->history);
          g_assert_cmpstr (get_field (f, catalog, item, "answer"), !=, one->answer);
          kumoji_history_redo (f->history);
          g_assert_cmpstr (get_field (f, catalog, item, "answer"), ==, one->answer);
          kumoji_history_undo (f->history);

          gtk_widget_grab_focus (f->card);
          g_assert_true (press (f, (guint) one->key, 0));
          g_assert_cmpstr (get_field (f, catalog, item, "answer"), ==, one->answer);
          kumoji_history_undo (f->history);
        }
      go (f, catalog, item);
      g_assert_false (press (f, GDK_KEY_x, 0));
    }
}

/* What is asked beside the answer follows from the kind. */
static void
test_fields (Fixture *f, gconstpointer data)
{
  go (f, "jssa-stage2", "1.3");
  g_assert_false (is_shown (f, "reason"));
  g_assert_true (is_shown (f, "memo"));
  g_assert_false (is_shown (f, "owner"));
  press (f, GDK_KEY_n, 0);
  go (f, "jssa-stage2", "1.3");
  g_assert_true (is_shown (f, "reason"));

  go (f, "isms-documents", "1");
  g_assert_true (is_shown (f, "owner"));
  g_assert_true (is_shown (f, "place"));
  g_assert_false (is_shown (f, "interval"));
  g_assert_true (gtk_widget_get_visible (card_child (f, "statement")));

  go (f, "iso27017-customer", "5.1.1");
  g_assert_true (is_shown (f, "reason"));
  g_assert_cmpstr (adw_preferences_row_get_title (
                     ADW_PREFERENCES_ROW (kumoji_field_rows_find (f->card, "reason"))),
                   ==, "Justification");
  g_assert_false (gtk_widget_get_visible (card_child (f, "statement")));

  go (f, "provider-criteria", "a");
  g_assert_cmpstr (adw_preferences_row_get_title (
                     ADW_PREFERENCES_ROW (kumoji_field_rows_find (f->card, "memo"))),
                   ==, "What we found");
  go (f, "jssa-stage2", "1.3");
  g_assert_cmpstr (adw_preferences_row_get_title (
                     ADW_PREFERENCES_ROW (kumoji_field_rows_find (f->card, "memo"))),
                   ==, "Memo");
}

static gboolean
is_level (Fixture *f, const char *impact, const char *level)
{
  return gtk_toggle_button_get_active (
    kumoji_impact_rows_get_button (card_child (f, "impacts"), impact, level));
}

/* Nothing is preset; a click sets, a second one takes back; digits go from row to row. */
static void
test_impacts (Fixture *f, gconstpointer data)
{
  KumojiItem *item =
    kumoji_catalog_get_item (kumoji_library_get_catalog (kumoji_library_get_default (), "threats"),
                             "1");
  const KumojiFacetValue *first = kumoji_item_get_impacts (item)->pdata[0];

  go (f, "threats", "1");
  g_assert_true (gtk_widget_get_visible (card_child (f, "impacts")));
  g_assert_false (gtk_widget_get_visible (card_child (f, "answers")));
  g_assert_null (get_answer (f, "threats", "1"));
  for (guint i = 0; i < 3; i++)
    g_assert_false (
      is_level (f, ((KumojiFacetValue *) kumoji_item_get_impacts (item)->pdata[i])->id, "none"));

  g_signal_emit_by_name (kumoji_impact_rows_get_button (card_child (f, "impacts"), first->id,
                                                        "high"),
                         "clicked");
  g_assert_true (is_level (f, first->id, "high"));
  g_assert_cmpstr (get_pill (f), ==, "Begun");
  g_assert_cmpstr (get_field (f, "threats", "1", "date"), ==, "2026-11-20");
  g_signal_emit_by_name (kumoji_impact_rows_get_button (card_child (f, "impacts"), first->id,
                                                        "low"),
                         "clicked");
  g_assert_true (is_level (f, first->id, "low"));
  g_assert_false (is_level (f, first->id, "high"));
  kumoji_history_undo (f->history);
  WAIT_UNTIL (is_level (f, first->id, "high"));
  kumoji_history_redo (f->history);
  WAIT_UNTIL (is_level (f, first->id, "low"));
  g_signal_emit_by_name (kumoji_impact_rows_get_button (card_child (f, "impacts"), first->id,
                                                        "low"),
                         "clicked");
  g_assert_null (get_answer (f, "threats", "1"));

  /* Three digits assess one threat, and go on to the next. */
  gtk_widget_grab_focus (f->card);
  g_assert_true (press (f, GDK_KEY_3, 0));
  g_assert_true (press (f, GDK_KEY_0, 0));
  g_assert_true (is_level (f, first->id, "high"));
  g_assert_false (press (f, GDK_KEY_9, 0));
  g_assert_true (press (f, GDK_KEY_KP_1, 0));
  g_assert_cmpuint (kumoji_list_get_length (
                      kumoji_record_get_list (get_answer (f, "threats", "1"), "impacts")),
                    ==, 3);
  g_assert_true (g_str_has_prefix (get_result (f), "Assessed 1 of 10"));
  g_assert_false (is_level (f, first->id, "high"));

  /* U takes all three back in one step. */
  go (f, "threats", "1");
  g_assert_true (press (f, GDK_KEY_u, 0));
  g_assert_null (get_answer (f, "threats", "1"));
  kumoji_history_undo (f->history);
  g_assert_cmpuint (kumoji_list_get_length (
                      kumoji_record_get_list (get_answer (f, "threats", "1"), "impacts")),
                    ==, 3);
}

static void
say (Fixture *f, const char *catalog, const char *item, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;

  kumoji_edit_answer (f->project, kumoji_edit_ensure_round (f->project, catalog, ""), item, field,
                      text, "2026-11-20", &error);
  g_assert_no_error (error);
}

static void
test_recurring (Fixture *f, gconstpointer data)
{
  const char *catalog = "operations", *item = "5.2.1.1";
  KumojiDoneBar *bar;

  say (f, catalog, item, "date", "2025-10-01");
  say (f, catalog, item, "due", "2026-11-01");
  kumoji_history_set_text (f->history,
                           KUMOJI_RECORD (kumoji_project_get_last_round (f->project, catalog, "")),
                           "assessor", "Sato");
  go (f, catalog, item);
  bar = card_child (f, "done_bar");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (bar)));
  WAIT_UNTIL (g_str_equal (get_pill (f), "Overdue"));
  g_assert_true (is_shown (f, "interval"));
  g_assert_true (is_shown (f, "due"));
  g_assert_false (is_shown (f, "reason"));

  /* One step; the day that was agreed is met, and the guide's interval counts on. */
  g_signal_emit_by_name (kumoji_done_bar_get_button (bar), "clicked");
  g_assert_cmpstr (get_field (f, catalog, item, "date"), ==, "2026-11-20");
  g_assert_cmpstr (get_field (f, catalog, item, "by"), ==, "Sato");
  g_assert_cmpstr (get_field (f, catalog, item, "due"), ==, "");
  g_assert_cmpstr (get_pill (f), ==, "In time");
  g_assert_true (g_str_has_prefix (get_result (f), "In time 1 of 15"));
  kumoji_history_undo (f->history);
  g_assert_cmpstr (get_field (f, catalog, item, "date"), ==, "2025-10-01");
  g_assert_cmpstr (get_field (f, catalog, item, "due"), ==, "2026-11-01");
  WAIT_UNTIL (g_str_equal (get_pill (f), "Overdue"));
  g_assert_cmpstr (get_result (f), ==, "In time 0 of 15 · Overdue 1 · Open 14");
  kumoji_history_redo (f->history);
  g_assert_cmpstr (get_field (f, catalog, item, "date"), ==, "2026-11-20");

  /* Y does the same, and goes on; U takes it back. */
  go (f, catalog, "5.2.1.2");
  gtk_widget_grab_focus (f->card);
  g_assert_true (press (f, GDK_KEY_y, 0));
  g_assert_cmpstr (get_field (f, catalog, "5.2.1.2", "date"), ==, "2026-11-20");
  g_assert_cmpstr (get_field (f, catalog, "5.2.1.2", "by"), ==, "Sato");
  go (f, catalog, "5.2.1.2");
  g_assert_true (press (f, GDK_KEY_u, 0));
  g_assert_null (get_answer (f, catalog, "5.2.1.2"));
  g_assert_false (press (f, GDK_KEY_n, 0));

  /* The third filter is called by what is missing here. */
  GtkButton *button = harness_get_child (harness_find (f->view, KUMOJI_TYPE_ITEM_TOOLS, 0),
                                         KUMOJI_TYPE_ITEM_TOOLS, "no_button");
  g_assert_cmpstr (gtk_button_get_label (button), ==, "Overdue 0");
}

static void
test_reference (Fixture *f, gconstpointer data)
{
  GtkWidget *items;
  static const char *const hidden[] = { "answers", "impacts", "done_bar", "fields", "pill" };

  go (f, "glossary", "cloud");
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    g_assert_false (gtk_widget_get_visible (card_child (f, hidden[i])));
  g_assert_false (gtk_widget_get_visible (view_child (f, "result")));
  items = view_child (f, "items");
  g_assert_false (gtk_widget_get_visible (
    harness_get_child (harness_find (GTK_WIDGET (items), KUMOJI_TYPE_ITEM_TOOLS, 0),
                       KUMOJI_TYPE_ITEM_TOOLS, "filters")));
  g_assert_false (gtk_widget_get_visible (
    harness_get_child (harness_find (GTK_WIDGET (items), KUMOJI_TYPE_ITEM_TOOLS, 0),
                       KUMOJI_TYPE_ITEM_TOOLS, "marks_button")));
  g_assert_cmpstr (gtk_label_get_label (harness_get_child (harness_find (GTK_WIDGET (items),
                                                                         KUMOJI_TYPE_ITEM_TOOLS, 0),
                                                           KUMOJI_TYPE_ITEM_TOOLS, "heading")),
                   ==, "All entries");
  g_assert_false (press (f, GDK_KEY_y, 0));
  g_assert_false (press (f, GDK_KEY_u, 0));
  g_assert_null (kumoji_project_get_last_round (f->project, "glossary", ""));
  g_assert_true (press (f, GDK_KEY_Right, 0));
}

/* The third filter hides where its kind has no No, and what it had left is shown again. */
static void
test_filters (Fixture *f, gconstpointer data)
{
  KumojiItemList *items = view_child (f, "items");
  GtkWidget *no = harness_get_child (harness_find (GTK_WIDGET (items), KUMOJI_TYPE_ITEM_TOOLS, 0),
                                     KUMOJI_TYPE_ITEM_TOOLS, "no_button");

  go (f, "isms-documents", "1");
  press (f, GDK_KEY_n, 0);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (no)), ==, "No document 1");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (no), TRUE);
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 1);
  go (f, "jssa-practice", "0.1");
  g_assert_false (gtk_widget_get_visible (no));
  g_assert_cmpuint (kumoji_item_list_get_n_shown (items), ==, 77);
  g_assert_cmpstr (gtk_label_get_label (harness_get_child (harness_find (GTK_WIDGET (items),
                                                                         KUMOJI_TYPE_ITEM_TOOLS, 0),
                                                           KUMOJI_TYPE_ITEM_TOOLS, "heading")),
                   ==, "All practices");
}

/* In groups, each with its title above its first row; the first shown is one to work on. */
static void
test_groups (Fixture *f, gconstpointer data)
{
  GtkListBox *catalogs = page_child (f, "catalogs");
  KumojiGroup last = G_MAXINT;
  guint n_titles = 0;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (catalogs, i)) != NULL; i++)
    {
      KumojiChecklist *checklist = kumoji_catalog_row_get_checklist (KUMOJI_CATALOG_ROW (row));
      KumojiGroup group = kumoji_library_get_group (kumoji_library_get_default (),
                                                    kumoji_checklist_get_catalog (checklist));
      GtkWidget *title = gtk_list_box_row_get_header (row);
      g_assert_true ((title != NULL) == (group != last));
      if (title != NULL)
        g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (title)), ==,
                         kumoji_group_get_title (group, KUMOJI_LANGUAGE_EN));
      n_titles += title != NULL;
      last = group;
    }
  g_assert_cmpuint (n_titles, ==, 4);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (catalogs)), ==, 0);

  /* What is not awaited is not shown first: all that is has been passed. */
  go (f, "glossary", "cloud");
  row = gtk_list_box_get_selected_row (catalogs);
  g_assert_false (
    gtk_widget_get_visible (harness_get_child (row, KUMOJI_TYPE_CATALOG_ROW, "pill")));
  g_assert_true (press (f, GDK_KEY_Up, GDK_CONTROL_MASK));
  g_assert_true (gtk_list_box_get_selected_row (catalogs) != row);
  g_assert_true (press (f, GDK_KEY_Down, GDK_CONTROL_MASK));
  g_assert_true (gtk_list_box_get_selected_row (catalogs) == row);
}

static void
test_words (void)
{
  KumojiScore score = {
    .items = 9, .applicable = 8, .yes = 5, .no = 2, .answered = 8, .not_applicable = 1
  };
  static const char *const expected[] = {
    [KUMOJI_KIND_CHECKLIST] = "Yes 5 of 8 · No 2 · Open 1",
    [KUMOJI_KIND_PRACTICE] = "Done 5 of 8 · Open 1",
    [KUMOJI_KIND_DOCUMENT] = "Approved 5 of 8 · No document 2 · Open 1",
    [KUMOJI_KIND_CRITERION] = "Marked 5 of 8 · Open 1",
    [KUMOJI_KIND_APPLICABILITY] = "Decided 5 of 8 · Open 1",
    [KUMOJI_KIND_IMPACT] = "Assessed 5 of 8 · Open 1",
    [KUMOJI_KIND_RECURRING] = "In time 5 of 8 · Overdue 2 · Open 1",
    [KUMOJI_KIND_REFERENCE] = "",
  };

  for (KumojiKind kind = 0; kind < KUMOJI_N_KINDS; kind++)
    {
      g_autofree char *sentence = kumoji_score_dup_sentence (&score, kind);
      g_assert_cmpstr (sentence, ==, expected[kind]);
    }
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/app-kinds/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("answers", test_answers);
  ADD ("fields", test_fields);
  ADD ("impacts", test_impacts);
  ADD ("recurring", test_recurring);
  ADD ("reference", test_reference);
  ADD ("filters", test_filters);
  ADD ("groups", test_groups);
#undef ADD
  g_test_add_func ("/app-kinds/words", test_words);
  return harness_run ();
}
