/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Company: the profile, the persons in charge, and whether the guide fits. */
#include "app-harness.h"

#include "app/pages/kumoji-company-page.h"
#include "app/pages/kumoji-person-row.h"
#include "app/widgets/kumoji-field-entry.h"
#include "app/widgets/kumoji-field-picker.h"
#include "app/widgets/kumoji-field-row.h"
#include "app/widgets/kumoji-pill.h"
#include "project/kumoji-edit.h"

typedef struct
{
  KumojiProject *project;
  KumojiHistory *history;
  KumojiRecord *profile;
  KumojiPane *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->project = kumoji_project_new ();
  f->history = kumoji_project_get_history (f->project);
  f->profile = KUMOJI_RECORD (kumoji_project_get_profile (f->project));
  f->page = g_object_new (KUMOJI_TYPE_COMPANY_PAGE, NULL);
  kumoji_pane_set_project (f->page, f->project);
  f->window = harness_show (f->page, 900, 600);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  harness_close (f->window);
  g_assert_finalize_object (f->project);
}

static KumojiFieldRow *
get_row (gpointer root, const char *field)
{
  KumojiFieldRow *row = kumoji_field_rows_find (root, field);

  g_assert_nonnull (row);
  return row;
}

static GtkEditable *
get_editable (gpointer root, const char *field)
{
  return kumoji_field_entry_get_editable (
    KUMOJI_FIELD_ENTRY (kumoji_field_row_get_editor (get_row (root, field))));
}

/* Each scalar field of the profile has its row: a field that is added to the table is missed here.
 */
static void
test_every_field (Fixture *f, gconstpointer data)
{
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (f->profile, &n_fields);

  for (guint i = 1; i < n_fields; i++)
    if (kumoji_field_is_scalar (&fields[i]))
      {
        KumojiFieldRow *row = get_row (f->page, fields[i].name);
        g_assert_nonnull (kumoji_field_row_get_editor (row));
        g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                         fields[i].label);
      }
}

static void
test_typing (Fixture *f, gconstpointer data)
{
  gtk_editable_set_text (get_editable (f->page, "company"), "有限会社みなと海産");
  gtk_editable_set_text (get_editable (f->page, "annual-sales"), "１億円");
  g_assert_cmpint (kumoji_record_get_integer (f->profile, "annual-sales"), ==, 0);
  g_assert_cmpstr (kumoji_field_row_get_message (get_row (f->page, "annual-sales")), ==,
                   "Annual sales: “１億円” is no whole number");
  gtk_editable_set_text (get_editable (f->page, "annual-sales"), "１００，０００，０００");
  g_assert_cmpint (kumoji_record_get_integer (f->profile, "annual-sales"), ==, 100000000);
  g_assert_cmpstr (kumoji_field_row_get_message (get_row (f->page, "annual-sales")), ==, "");

  g_autofree char *subtitle = kumoji_pane_dup_subtitle (f->page);
  g_assert_cmpstr (subtitle, ==, "有限会社みなと海産");
  kumoji_history_undo (f->history);
  kumoji_history_undo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (get_editable (f->page, "company")), ==, "");
  kumoji_history_redo (f->history);
  kumoji_history_redo (f->history);
  g_assert_cmpstr (gtk_editable_get_text (get_editable (f->page, "annual-sales")), ==,
                   "¥100,000,000");
}

static void
test_persons (Fixture *f, gconstpointer data)
{
  GtkListBox *list = harness_get_child (f->page, KUMOJI_TYPE_COMPANY_PAGE, "persons");
  KumojiList *persons = kumoji_record_get_list (f->profile, "persons");

  gtk_widget_activate_action (GTK_WIDGET (f->page), "company.add-person", NULL);
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  gtk_editable_set_text (get_editable (row, "name"), "佐藤 <花子> & 弟");
  gtk_editable_set_text (get_editable (row, "department"), "総務課");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "佐藤 <花子> & 弟");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "総務課");
  g_assert_cmpuint (kumoji_list_get_length (persons), ==, 1);

  /* Profile rows have a field of that name in no person, and persons none of the profile. */
  g_assert_cmpstr (gtk_editable_get_text (get_editable (f->page, "company")), ==, "");

  gtk_widget_activate_action (row, "company.remove-person", "s",
                              kumoji_record_get_id (kumoji_list_get (persons, 0)));
  g_assert_cmpuint (kumoji_list_get_length (persons), ==, 0);
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  kumoji_history_undo (f->history);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0));
  g_assert_cmpstr (gtk_editable_get_text (get_editable (row, "name")), ==, "佐藤 <花子> & 弟");
  kumoji_history_redo (f->history);
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
}

static void
test_starting_reason (Fixture *f, gconstpointer data)
{
  GtkDropDown *stage = kumoji_field_picker_get_drop_down (
    KUMOJI_FIELD_PICKER (kumoji_field_row_get_editor (get_row (f->page, "starting-stage"))));
  KumojiFieldRow *reason = get_row (f->page, "starting-reason");

  gtk_drop_down_set_selected (stage, 1);
  harness_settle ();
  g_assert_cmpstr (kumoji_field_row_get_message (reason), ==, "");
  gtk_drop_down_set_selected (stage, 3);
  harness_settle ();
  g_assert_cmpstr (kumoji_field_row_get_message (reason), !=, "");
  kumoji_history_set_text (f->history, f->profile, "starting-reason", "メールは移した");
  harness_settle ();
  g_assert_cmpstr (kumoji_field_row_get_message (reason), ==, "");
  kumoji_history_undo (f->history);
  harness_settle ();
  g_assert_cmpstr (kumoji_field_row_get_message (reason), !=, "");
}

static void
test_fit (Fixture *f, gconstpointer data)
{
  KumojiPill *pill = harness_get_child (f->page, KUMOJI_TYPE_COMPANY_PAGE, "fit_pill");
  KumojiAssessment *round = kumoji_edit_ensure_round (f->project, "jssa-precondition", "");
  GPtrArray *items = kumoji_catalog_get_items (
    kumoji_library_get_catalog (kumoji_library_get_default (), "jssa-precondition"));

  harness_settle ();
  g_assert_cmpstr (kumoji_pill_get_label (pill), ==, "0 of 8");
  for (guint i = 0; i < items->len; i++)
    g_assert_true (kumoji_edit_answer (f->project, round, kumoji_item_get_id (items->pdata[i]),
                                       "answer", "yes", "2026-11-20", NULL));
  harness_settle ();
  g_assert_cmpstr (kumoji_pill_get_label (pill), ==, "8 of 8");
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_PASSED);
  kumoji_history_set_flag (f->history, f->profile, "digital-push", FALSE);
  harness_settle ();
  g_assert_cmpstr (kumoji_pill_get_label (pill), ==, "9 of 9");
}

static void
test_go_to (Fixture *f, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
    harness_get_child (f->page, KUMOJI_TYPE_COMPANY_PAGE, "scroller"));

  kumoji_pane_go_to (f->page, "confidentiality");
  harness_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 500);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_row (f->page, "confidentiality"))));
  kumoji_pane_go_to (f->page, "company");
  harness_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 100);
  kumoji_pane_go_to (f->page, "persons");
  kumoji_pane_go_to (f->page, "no-such-field");
  harness_settle ();
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/company/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("every-field", test_every_field);
  ADD ("typing", test_typing);
  ADD ("persons", test_persons);
  ADD ("starting-reason", test_starting_reason);
  ADD ("fit", test_fit);
  ADD ("go-to", test_go_to);
#undef ADD
  return harness_run ();
}
