/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of information assets: editing in place, its order and its columns. */
#include "config.h"

#include "app-assets.h"

#include "app/widgets/kumoji-field-row.h"

static void
test_edit (Fixture *f, gconstpointer data)
{
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "customer-property", 1, 150000);
  KumojiAsset *roll = add_asset (f, "社員名簿", "personal", 40, 150000);
  harness_settle ();

  /* Enter commits and goes on below. Full-width digits are digits. */
  kumoji_asset_table_edit (f->table, ledger, "count");
  type (f, ledger, "count", "３００");
  press_enter (f, ledger, "count");
  g_assert_cmpint (kumoji_record_get_integer (KUMOJI_RECORD (ledger), "count"), ==, 300);
  g_assert_cmpstr (get_text (f, ledger, "count"), ==, "300");
  g_assert_cmpstr (get_text (f, ledger, KUMOJI_ASSET_TOTAL), ==, "45,000,000");
  g_assert_null (get_editor (f, ledger, "count"));
  g_assert_nonnull (get_editor (f, roll, "count"));

  /* Tab goes to the next cell; a value that is worked out is passed over. */
  press (get_editor (f, roll, "count"), GDK_KEY_Tab);
  g_assert_nonnull (get_editor (f, roll, "unit-value"));
  type (f, roll, "unit-value", "¥100,000");
  press (get_editor (f, roll, "unit-value"), GDK_KEY_Tab);
  g_assert_nonnull (get_editor (f, roll, "rank"));
  g_assert_cmpstr (get_text (f, roll, KUMOJI_ASSET_TOTAL), ==, "4,000,000");

  /* Escape gives up. */
  press (get_editor (f, roll, "rank"), GDK_KEY_Escape);
  g_assert_false (kumoji_asset_table_is_editing (f->table));
  kumoji_asset_table_edit (f->table, roll, "name");
  type (f, roll, "name", "別の名");
  press (get_editor (f, roll, "name"), GDK_KEY_Escape);
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (roll), "name"), ==, "社員名簿");

  undo (f);
  g_assert_cmpstr (get_text (f, roll, "unit-value"), ==, "150,000");
  undo (f);
  g_assert_cmpstr (get_text (f, ledger, "count"), ==, "1");
  redo (f);
  g_assert_cmpstr (get_text (f, ledger, "count"), ==, "300");
}

static void
test_edit_steps (Fixture *f, gconstpointer data)
{
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "", 1, 1);
  harness_settle ();

  for (int i = 0; i < 2; i++)
    {
      kumoji_asset_table_edit (f->table, ledger, "count");
      type (f, ledger, "count", i == 0 ? "2" : "3");
      press_enter (f, ledger, "count");
    }
  g_assert_cmpint (kumoji_record_get_integer (KUMOJI_RECORD (ledger), "count"), ==, 3);
  undo (f);
  g_assert_cmpint (kumoji_record_get_integer (KUMOJI_RECORD (ledger), "count"), ==, 2);
}

static void
test_edit_invalid (Fixture *f, gconstpointer data)
{
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "", 300, 150000);
  guint64 point;
  harness_settle ();

  point = kumoji_history_get_point (f->history);
  kumoji_asset_table_edit (f->table, ledger, "count");
  type (f, ledger, "count", "三百");
  press_enter (f, ledger, "count");
  KumojiCellEditor *editor = get_editor (f, ledger, "count");
  g_assert_nonnull (editor);
  g_assert_cmpstr (kumoji_cell_editor_get_text (editor), ==, "三百");
  g_assert_nonnull (strstr (kumoji_cell_editor_get_problem (editor), "三百"));
  g_assert_cmpuint (kumoji_history_get_point (f->history), ==, point);

  /* It is still there when the focus has gone, and when the row was away. */
  gtk_window_set_focus (f->window, NULL);
  harness_settle ();
  g_assert_nonnull (get_editor (f, ledger, "count"));
  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (f->table), "どこにもない");
  harness_settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 0);
  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (f->table), "");
  harness_settle ();
  g_assert_cmpstr (kumoji_cell_editor_get_text (get_editor (f, ledger, "count")), ==, "三百");

  type (f, ledger, "count", "-1");
  press_enter (f, ledger, "count");
  g_assert_nonnull (get_editor (f, ledger, "count"));
  type (f, ledger, "count", "310");
  press_enter (f, ledger, "count");
  g_assert_null (get_editor (f, ledger, "count"));
  g_assert_cmpint (kumoji_record_get_integer (KUMOJI_RECORD (ledger), "count"), ==, 310);
}

/* Leaving the cell by the mouse or for the Save button writes what was typed. */
static void
test_edit_leave (Fixture *f, gconstpointer data)
{
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "", 300, 150000);
  harness_settle ();

  kumoji_asset_table_edit (f->table, ledger, "owner");
  type (f, ledger, "owner", "営業部長");
  gtk_window_set_focus (f->window, NULL);
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (ledger), "owner"), ==, "営業部長");
  harness_settle ();
  g_assert_false (kumoji_asset_table_is_editing (f->table));

  /* Saving from the keyboard leaves the cell open, and takes what is in it along. */
  kumoji_asset_table_edit (f->table, ledger, "name");
  type (f, ledger, "name", "顧客台帳");
  kumoji_field_commit (GTK_ROOT (f->window));
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (ledger), "name"), ==, "顧客台帳");
  undo (f);
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (ledger), "name"), ==, "得意先台帳");
}

static void
test_choice (Fixture *f, gconstpointer data)
{
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "", 300, 150000);
  harness_settle ();

  kumoji_asset_table_edit (f->table, ledger, "rank");
  GtkWidget *editor = GTK_WIDGET (get_editor (f, ledger, "rank"));
  GtkDropDown *choices =
    GTK_DROP_DOWN (harness_get_child (editor, KUMOJI_TYPE_CELL_EDITOR, "choices"));
  gtk_drop_down_set_selected (choices, 1);
  harness_settle ();
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (ledger), "rank"), ==, "a");
  g_assert_cmpstr (get_text (f, ledger, "rank"), ==, "A");
  g_assert_false (kumoji_asset_table_is_editing (f->table));
  undo (f);
  g_assert_cmpstr (get_text (f, ledger, "rank"), ==, "");
}

/* What is edited stays in sight until it is done, and comes and goes with undo. */
static void
test_filter_and_edit (Fixture *f, gconstpointer data)
{
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "customer-property", 300, 150000);
  add_asset (f, "仕入先台帳", "core-business", 40, 150000);
  add_asset (f, "社員名簿", "personal", 40, 150000);
  harness_settle ();

  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (f->table), "台帳");
  harness_settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 2);
  kumoji_asset_table_edit (f->table, ledger, "name");
  type (f, ledger, "name", "得意先");
  press (get_editor (f, ledger, "name"), GDK_KEY_Tab);
  g_assert_cmpuint (get_n_shown (f), ==, 2);
  press (get_editor (f, ledger, "group"), GDK_KEY_Escape);
  g_assert_cmpuint (get_n_shown (f), ==, 1);
  undo (f);
  g_assert_cmpuint (get_n_shown (f), ==, 2);
  redo (f);
  g_assert_cmpuint (get_n_shown (f), ==, 1);
}

static void
test_sort (Fixture *f, gconstpointer data)
{
  KumojiAsset *small = add_asset (f, "小", "personal", 1, 100);
  add_asset (f, "中", "other", 2, 100);
  add_asset (f, "大", "core-business", 3, 100);
  harness_settle ();
  GActionGroup *actions = kumoji_asset_head_get_actions (kumoji_asset_table_get_head (f->table));

  g_action_group_change_action_state (actions, "sort", g_variant_new_string ("-total"));
  harness_settle ();
  g_assert_cmpstr (get_shown (f, 0, "name"), ==, "大");
  g_assert_cmpstr (get_shown (f, 2, "name"), ==, "小");
  gboolean descending;
  g_assert_cmpstr (
    kumoji_asset_head_get_sort (kumoji_asset_table_get_head (f->table), &descending)->name, ==,
    KUMOJI_ASSET_TOTAL);
  g_assert_true (descending);

  /* A row that is edited keeps its place until its editing ends. */
  kumoji_asset_table_edit (f->table, small, "count");
  type (f, small, "count", "9");
  press (get_editor (f, small, "count"), GDK_KEY_Tab);
  g_assert_cmpint (kumoji_record_get_integer (KUMOJI_RECORD (small), "count"), ==, 9);
  g_assert_cmpstr (get_shown (f, 2, "name"), ==, "小");
  press (get_editor (f, small, "unit-value"), GDK_KEY_Escape);
  g_assert_cmpstr (get_shown (f, 0, "name"), ==, "小");

  /* Choices are in the guide's order, not in that of their letters. */
  g_action_group_change_action_state (actions, "sort", g_variant_new_string ("group"));
  harness_settle ();
  g_assert_cmpstr (get_shown (f, 0, "group"), ==, "personal");
  g_assert_cmpstr (get_shown (f, 1, "group"), ==, "core-business");

  /* What undo brings back is in its place, too. */
  g_action_group_change_action_state (actions, "sort", g_variant_new_string ("-total"));
  undo (f);
  g_assert_cmpstr (get_shown (f, 2, "name"), ==, "小");
}

static const char *
get_column_after (KumojiAssetsPage *page, const char *column)
{
  const KumojiAssetColumn *next =
    kumoji_asset_head_get_neighbour (kumoji_asset_table_get_head (
                                       kumoji_assets_page_get_table (page)),
                                     kumoji_asset_column_find (column), 1);

  return next != NULL ? next->name : NULL;
}

/* Which columns are in sight, and the order of the assets, are found again next time. */
static void
test_columns (Fixture *f, gconstpointer data)
{
  GActionGroup *actions = kumoji_asset_head_get_actions (kumoji_asset_table_get_head (f->table));
  g_autoptr (GSettings) settings = g_settings_new (KUMOJI_APPLICATION_ID);
  KumojiAssetsPage *next;
  gboolean descending;

  g_assert_cmpstr (get_column_after (f->page, "rank"), ==, "owner");
  g_assert_null (get_column_after (f->page, "cloud"));
  g_action_group_change_action_state (actions, "show-owner", g_variant_new_boolean (FALSE));
  g_action_group_change_action_state (actions, "show-location", g_variant_new_boolean (TRUE));
  g_action_group_change_action_state (actions, "sort", g_variant_new_string ("-count"));
  g_assert_cmpstr (get_column_after (f->page, "rank"), ==, "cloud");
  g_assert_cmpstr (get_column_after (f->page, "cloud"), ==, "location");

  next = g_object_ref_sink (g_object_new (KUMOJI_TYPE_ASSETS_PAGE, NULL));
  g_assert_cmpstr (get_column_after (next, "rank"), ==, "cloud");
  g_assert_cmpstr (get_column_after (next, "cloud"), ==, "location");
  g_assert_cmpstr (kumoji_asset_head_get_sort (
                     kumoji_asset_table_get_head (kumoji_assets_page_get_table (next)), &descending)
                     ->name,
                   ==, "count");
  g_assert_true (descending);
  g_assert_finalize_object (next);
  g_settings_reset (settings, "asset-columns");
  g_settings_reset (settings, "asset-sort");
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

  add ("/assets/edit", test_edit);
  add ("/assets/edit/steps", test_edit_steps);
  add ("/assets/edit/invalid", test_edit_invalid);
  add ("/assets/edit/leave", test_edit_leave);
  add ("/assets/edit/choice", test_choice);
  add ("/assets/filter/edit", test_filter_and_edit);
  add ("/assets/sort", test_sort);
  add ("/assets/columns", test_columns);
  return harness_run ();
}
