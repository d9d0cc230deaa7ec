/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Information assets, in process: what a hand does, and what undo takes back. */
#include "config.h"

#include "app/kumoji-ui.h"
#include "app/pages/kumoji-asset-card.h"
#include "app/pages/kumoji-assets-page.h"
#include "app/pages/kumoji-balance-card.h"
#include "app/pages/kumoji-copy-row.h"
#include "app/widgets/kumoji-field-row.h"
#include "app/widgets/kumoji-pill.h"
#include "project/kumoji-edit.h"

typedef struct
{
  GtkWindow *window;
  KumojiAssetsPage *page;
  KumojiAssetTable *table;
  KumojiProject *project;
  KumojiHistory *history;
} Fixture;

/* Lets the main loop run until nothing is left to do, and a frame is drawn. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 150 * 1000;

  while (g_main_context_pending (NULL) || g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static KumojiAsset *
add_asset (Fixture *f, const char *name, const char *group, gint64 count, gint64 unit_value)
{
  KumojiAsset *asset = kumoji_edit_add_asset (f->project);

  kumoji_history_set_text (f->history, KUMOJI_RECORD (asset), "name", name);
  kumoji_history_set_text (f->history, KUMOJI_RECORD (asset), "group", group);
  kumoji_history_set_integer (f->history, KUMOJI_RECORD (asset), "count", count);
  kumoji_history_set_integer (f->history, KUMOJI_RECORD (asset), "unit-value", unit_value);
  kumoji_history_seal (f->history);
  return asset;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->project = kumoji_project_new ();
  f->history = kumoji_project_get_history (f->project);
  f->window = GTK_WINDOW (gtk_window_new ());
  f->page = g_object_new (KUMOJI_TYPE_ASSETS_PAGE, NULL);
  f->table = kumoji_assets_page_get_table (f->page);
  g_object_add_weak_pointer (G_OBJECT (f->page), (gpointer *) &f->page);
  gtk_window_set_default_size (f->window, 1100, 760);
  gtk_window_set_child (f->window, GTK_WIDGET (f->page));
  kumoji_pane_set_project (KUMOJI_PANE (f->page), f->project);
  gtk_window_present (f->window);
  settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  settle ();
  g_assert_null (f->page);
  g_assert_finalize_object (f->project);
}

static guint
get_n_assets (Fixture *f)
{
  return kumoji_list_get_length (kumoji_project_get_assets (f->project));
}

static guint
get_n_shown (Fixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (kumoji_asset_table_get_model (f->table)));
}

static const char *
get_shown (Fixture *f, guint position, const char *field)
{
  g_autoptr (KumojiRecord) asset =
    g_list_model_get_item (G_LIST_MODEL (kumoji_asset_table_get_model (f->table)), position);

  return kumoji_record_get_text (asset, field);
}

static const char *
get_text (Fixture *f, KumojiAsset *asset, const char *column)
{
  return kumoji_asset_cell_get_text (kumoji_asset_table_find_cell (f->table, asset, column));
}

/* The cell's editor, or NULL where nobody edits it. */
static KumojiCellEditor *
get_editor (Fixture *f, KumojiAsset *asset, const char *column)
{
  return kumoji_asset_cell_get_editor (kumoji_asset_table_find_cell (f->table, asset, column));
}

static GtkEditable *
get_entry (KumojiCellEditor *editor)
{
  return GTK_EDITABLE (
    gtk_widget_get_template_child (GTK_WIDGET (editor), KUMOJI_TYPE_CELL_EDITOR, "entry"));
}

static void
press (KumojiCellEditor *editor, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (editor));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        {
          g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
          break;
        }
    }
  g_assert_true (handled);
  settle ();
}

static void
type (Fixture *f, KumojiAsset *asset, const char *column, const char *text)
{
  KumojiCellEditor *editor = get_editor (f, asset, column);

  g_assert_nonnull (editor);
  gtk_editable_set_text (get_entry (editor), text);
}

static void
press_enter (Fixture *f, KumojiAsset *asset, const char *column)
{
  g_signal_emit_by_name (get_entry (get_editor (f, asset, column)), "activate");
  settle ();
}

static const char *
get_label (gpointer widget, GType widget_type, const char *child)
{
  return gtk_label_get_label (
    GTK_LABEL (gtk_widget_get_template_child (widget, widget_type, child)));
}

static const char *
get_total_line (Fixture *f)
{
  return get_label (f->page, KUMOJI_TYPE_ASSETS_PAGE, "total_line");
}

static gpointer
get_balance (Fixture *f)
{
  return gtk_widget_get_template_child (GTK_WIDGET (f->page), KUMOJI_TYPE_ASSETS_PAGE, "balance");
}

static void
undo (Fixture *f)
{
  kumoji_history_undo (f->history);
  settle ();
}

static void
redo (Fixture *f)
{
  kumoji_history_redo (f->history);
  settle ();
}

static void
test_add (Fixture *f, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->page), "asset.add", NULL);
  settle ();
  g_assert_cmpuint (get_n_assets (f), ==, 1);
  KumojiAsset *asset = kumoji_list_get (kumoji_project_get_assets (f->project), 0);

  type (f, asset, "name", "得意先台帳");
  press_enter (f, asset, "name");
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (asset), "name"), ==, "得意先台帳");
  g_assert_cmpstr (get_text (f, asset, "name"), ==, "得意先台帳");
  g_assert_cmpstr (get_text (f, asset, "number"), ==, "A-001");
  g_assert_null (get_editor (f, asset, "name"));

  undo (f);
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (asset), "name"), ==, "");
  undo (f);
  g_assert_cmpuint (get_n_assets (f), ==, 0);
  g_assert_false (kumoji_history_can_undo (f->history));
  redo (f);
  redo (f);
  g_assert_cmpuint (get_n_shown (f), ==, 1);
  g_assert_cmpstr (get_shown (f, 0, "name"), ==, "得意先台帳");
}

/* A row that is out of sight comes into sight to be edited. */
static void
test_add_below (Fixture *f, gconstpointer data)
{
  for (int i = 0; i < 40; i++)
    add_asset (f, "帳票", "other", 1, 1);
  settle ();

  for (int i = 0; i < 3; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (f->page), "asset.add", NULL);
      settle ();
      KumojiAsset *asset = kumoji_list_get (kumoji_project_get_assets (f->project), 40 + i);
      GtkWidget *editor = GTK_WIDGET (get_editor (f, asset, "name"));
      g_assert_nonnull (editor);
      g_assert_nonnull (gtk_widget_get_focus_child (editor));
      g_assert_true (gtk_widget_get_mapped (editor));
      press (KUMOJI_CELL_EDITOR (editor), GDK_KEY_Escape);
    }
  kumoji_pane_go_to (KUMOJI_PANE (f->page),
                     kumoji_record_get_id (
                       kumoji_list_get (kumoji_project_get_assets (f->project), 0)));
  settle ();
  GtkWidget *focus = gtk_window_get_focus (f->window);
  g_assert_true (KUMOJI_IS_ASSET_CELL (focus));
  g_assert_cmpuint (kumoji_asset_cell_get_position (KUMOJI_ASSET_CELL (focus)), ==, 0);
}

static void
test_edit (Fixture *f, gconstpointer data)
{
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "customer-property", 1, 150000);
  KumojiAsset *roll = add_asset (f, "社員名簿", "personal", 40, 150000);
  settle ();

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
  settle ();

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
  settle ();

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
  settle ();
  g_assert_nonnull (get_editor (f, ledger, "count"));
  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (f->table), "どこにもない");
  settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 0);
  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (f->table), "");
  settle ();
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
  settle ();

  kumoji_asset_table_edit (f->table, ledger, "owner");
  type (f, ledger, "owner", "営業部長");
  gtk_window_set_focus (f->window, NULL);
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (ledger), "owner"), ==, "営業部長");
  settle ();
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
  settle ();

  kumoji_asset_table_edit (f->table, ledger, "rank");
  GtkWidget *editor = GTK_WIDGET (get_editor (f, ledger, "rank"));
  GtkDropDown *choices =
    GTK_DROP_DOWN (gtk_widget_get_template_child (editor, KUMOJI_TYPE_CELL_EDITOR, "choices"));
  gtk_drop_down_set_selected (choices, 1);
  settle ();
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (ledger), "rank"), ==, "a");
  g_assert_cmpstr (get_text (f, ledger, "rank"), ==, "A");
  g_assert_false (kumoji_asset_table_is_editing (f->table));
  undo (f);
  g_assert_cmpstr (get_text (f, ledger, "rank"), ==, "");
}

static void
test_duplicate_and_delete (Fixture *f, gconstpointer data)
{
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "customer-property", 300, 150000);
  add_asset (f, "社員名簿", "personal", 40, 150000);
  settle ();

  kumoji_pane_go_to (KUMOJI_PANE (f->page), kumoji_record_get_id (KUMOJI_RECORD (ledger)));
  gtk_widget_activate_action (GTK_WIDGET (f->page), "asset.duplicate", NULL);
  settle ();
  g_assert_cmpuint (get_n_assets (f), ==, 3);
  g_assert_cmpstr (get_shown (f, 1, "name"), ==, "得意先台帳");
  g_assert_cmpstr (get_shown (f, 1, "number"), ==, "A-003");
  undo (f);
  g_assert_cmpuint (get_n_assets (f), ==, 2);
  redo (f);

  gtk_selection_model_select_range (kumoji_asset_table_get_model (f->table), 0, 2, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "asset.delete", NULL);
  settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 1);
  g_assert_cmpstr (get_shown (f, 0, "name"), ==, "社員名簿");
  undo (f);
  g_assert_cmpuint (get_n_shown (f), ==, 3);
  redo (f);
  g_assert_cmpuint (get_n_shown (f), ==, 1);
}

static void
test_filter (Fixture *f, gconstpointer data)
{
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "customer-property", 300, 150000);
  add_asset (f, "社員名簿", "personal", 40, 150000);
  add_asset (f, "ＣＡＤ図面", "core-business", 10, 1000);
  settle ();
  gpointer search =
    gtk_widget_get_template_child (GTK_WIDGET (f->page), KUMOJI_TYPE_ASSETS_PAGE, "search");
  gpointer group =
    gtk_widget_get_template_child (GTK_WIDGET (f->page), KUMOJI_TYPE_ASSETS_PAGE, "group");

  /* Full-width letters are found by half-width ones; all words must be there. */
  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (f->table), "cad a-003");
  settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 1);
  g_assert_cmpstr (get_shown (f, 0, "name"), ==, "ＣＡＤ図面");
  g_assert_nonnull (strstr (get_total_line (f), "1 of 3"));
  g_assert_nonnull (strstr (get_total_line (f), "¥10,000"));

  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (f->table), "");
  gtk_drop_down_set_selected (group, 1);
  settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 1);
  g_assert_cmpstr (get_shown (f, 0, "name"), ==, "社員名簿");

  /* Whoever is sent to a hidden asset sees it, and so does whoever adds one. */
  kumoji_pane_go_to (KUMOJI_PANE (f->page), kumoji_record_get_id (KUMOJI_RECORD (ledger)));
  settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 3);
  g_autoptr (GPtrArray) selected = kumoji_asset_table_get_selected (f->table);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_true (selected->pdata[0] == ledger);

  gtk_editable_set_text (search, "社員");
  g_signal_emit_by_name (search, "search-changed");
  settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "asset.add", NULL);
  settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 4);
}

/* What is edited stays in sight until it is done, and comes and goes with undo. */
static void
test_filter_and_edit (Fixture *f, gconstpointer data)
{
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "customer-property", 300, 150000);
  add_asset (f, "仕入先台帳", "core-business", 40, 150000);
  add_asset (f, "社員名簿", "personal", 40, 150000);
  settle ();

  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (f->table), "台帳");
  settle ();
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
  settle ();
  GActionGroup *actions = kumoji_asset_head_get_actions (kumoji_asset_table_get_head (f->table));

  g_action_group_change_action_state (actions, "sort", g_variant_new_string ("-total"));
  settle ();
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
  settle ();
  g_assert_cmpstr (get_shown (f, 0, "group"), ==, "personal");
  g_assert_cmpstr (get_shown (f, 1, "group"), ==, "core-business");

  /* What undo brings back is in its place, too. */
  g_action_group_change_action_state (actions, "sort", g_variant_new_string ("-total"));
  undo (f);
  g_assert_cmpstr (get_shown (f, 2, "name"), ==, "小");
}

static void
test_balance (Fixture *f, gconstpointer data)
{
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (f->project));
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "customer-property", 300, 150000);
  KumojiAsset *copy = add_asset (f, "控え", "customer-property", 300, 150000);

  kumoji_history_set_text (f->history, KUMOJI_RECORD (copy), "original", "copy");
  kumoji_history_set_text (f->history, KUMOJI_RECORD (copy), "location", "金庫");
  kumoji_history_set_text (f->history, KUMOJI_RECORD (ledger), "location", "金庫");
  settle ();
  gpointer balance = get_balance (f);
  gpointer button =
    gtk_widget_get_template_child (balance, KUMOJI_TYPE_BALANCE_CARD, "sales_button");
  gpointer pill = gtk_widget_get_template_child (balance, KUMOJI_TYPE_BALANCE_CARD, "pill");

  g_assert_cmpstr (get_label (balance, KUMOJI_TYPE_BALANCE_CARD, "total"), ==, "¥45,000,000");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_OPEN);
  g_assert_nonnull (strstr (get_total_line (f), "1 count"));

  kumoji_history_set_integer (f->history, profile, "annual-sales", 60000000);
  kumoji_pane_go_to (KUMOJI_PANE (f->page), kumoji_record_get_id (KUMOJI_RECORD (ledger)));
  settle ();
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_cmpstr (get_label (balance, KUMOJI_TYPE_BALANCE_CARD, "difference"), ==, "−¥15,000,000");
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_LATE);

  gpointer card =
    gtk_widget_get_template_child (GTK_WIDGET (f->page), KUMOJI_TYPE_ASSETS_PAGE, "card");
  g_assert_cmpstr (get_label (card, KUMOJI_TYPE_ASSET_CARD, "product"), ==,
                   "300 × ¥150,000 = ¥45,000,000");
  g_assert_nonnull (strstr (get_label (card, KUMOJI_TYPE_ASSET_CARD, "balancing"), "¥200,000"));
  g_assert_nonnull (strstr (get_label (card, KUMOJI_TYPE_ASSET_CARD, "loss"), "2 assets"));
  g_assert_nonnull (strstr (get_label (card, KUMOJI_TYPE_ASSET_CARD, "loss"), "¥45,000,000"));

  kumoji_history_set_integer (f->history, KUMOJI_RECORD (ledger), "unit-value", 200000);
  settle ();
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_PASSED);
  undo (f);
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_LATE);
}

/* A value beyond all numbers is told in a sentence; no figure is shown that is none. */
static void
test_overflow (Fixture *f, gconstpointer data)
{
  KumojiAsset *huge = add_asset (f, "桁あふれ", "other", G_MAXINT64, 2);
  settle ();
  gpointer balance = get_balance (f);
  gpointer figures = gtk_widget_get_template_child (balance, KUMOJI_TYPE_BALANCE_CARD, "figures");

  g_assert_cmpstr (get_text (f, huge, KUMOJI_ASSET_TOTAL), ==, "Too large");
  g_assert_false (gtk_widget_get_visible (figures));
  g_assert_nonnull (strstr (get_label (balance, KUMOJI_TYPE_BALANCE_CARD, "sentence"), "桁あふれ"));
  kumoji_pane_go_to (KUMOJI_PANE (f->page), kumoji_record_get_id (KUMOJI_RECORD (huge)));
  settle ();
  undo (f);
  g_assert_true (gtk_widget_get_visible (figures));
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

/* A copy names its original; where the original goes, it names none, and no other by accident. */
static void
test_copy (Fixture *f, gconstpointer data)
{
  add_asset (f, "社員名簿", "personal", 40, 150000);
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "customer-property", 300, 150000);
  KumojiAsset *copy = add_asset (f, "控え", "customer-property", 300, 150000);
  kumoji_history_set_text (f->history, KUMOJI_RECORD (copy), "original", "copy");
  kumoji_pane_go_to (KUMOJI_PANE (f->page), kumoji_record_get_id (KUMOJI_RECORD (copy)));
  settle ();
  gpointer card =
    gtk_widget_get_template_child (GTK_WIDGET (f->page), KUMOJI_TYPE_ASSETS_PAGE, "card");
  gpointer row = gtk_widget_get_template_child (card, KUMOJI_TYPE_ASSET_CARD, "copy_row");
  gpointer originals = gtk_widget_get_template_child (row, KUMOJI_TYPE_COPY_ROW, "originals");

  g_assert_true (gtk_widget_get_visible (row));
  gtk_drop_down_set_selected (originals, 2);
  settle ();
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (copy), "copy-of"), ==,
                   kumoji_record_get_id (KUMOJI_RECORD (ledger)));

  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_ptr_array_add (gone, ledger);
  kumoji_edit_delete_assets (f->project, gone);
  settle ();
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (copy), "copy-of"), ==, "");
  g_assert_cmpuint (gtk_drop_down_get_selected (originals), ==, 0);
  undo (f);
  g_assert_cmpuint (gtk_drop_down_get_selected (originals), ==, 2);
  undo (f);
  g_assert_cmpuint (gtk_drop_down_get_selected (originals), ==, 0);
  redo (f);
  g_assert_cmpuint (gtk_drop_down_get_selected (originals), ==, 2);
}

static gint64 step_start;

static void
begin_step (void)
{
  step_start = g_get_monotonic_time ();
}

/* Runs the main loop to its rest, and says for how long it stood still at most. Half a second is
 * what nobody takes for a jam yet, on a machine that has other things to do; alone it is some
 * hundredths. */
static void
end_step (const char *name)
{
  gint64 longest = g_get_monotonic_time () - step_start;
  gint64 rest = g_get_monotonic_time () + 300 * 1000;

  while (g_get_monotonic_time () < rest)
    {
      gint64 start = g_get_monotonic_time ();
      if (g_main_context_iteration (NULL, FALSE))
        {
          longest = MAX (longest, g_get_monotonic_time () - start);
          rest = MAX (rest, g_get_monotonic_time () + 50 * 1000);
        }
    }
  g_test_message ("%s: %.1f ms", name, (double) longest / 1000);
  g_assert_cmpint (longest, <, 500 * 1000);
}

static void
test_many (Fixture *f, gconstpointer data)
{
  GActionGroup *actions = kumoji_asset_head_get_actions (kumoji_asset_table_get_head (f->table));
  KumojiAsset *asset;

  g_signal_handlers_block_matched (f->history, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, f->page);
  kumoji_pane_set_project (KUMOJI_PANE (f->page), NULL);
  kumoji_history_begin (f->history, "Fill");
  for (int i = 0; i < 10000; i++)
    {
      g_autoptr (KumojiRecord) record = g_object_new (KUMOJI_TYPE_ASSET, NULL);
      g_autofree char *name = g_strdup_printf ("資産%d", i * 7919 % 10000);
      KumojiList *assets = kumoji_project_get_assets (f->project);
      kumoji_history_insert (f->history, assets, kumoji_list_get_length (assets), record);
      kumoji_history_set_text (f->history, record, "name", name);
      kumoji_history_set_integer (f->history, record, "count", i);
      kumoji_history_set_integer (f->history, record, "unit-value", 10);
    }
  kumoji_history_end (f->history);
  begin_step ();
  kumoji_pane_set_project (KUMOJI_PANE (f->page), f->project);
  end_step ("first sight");
  g_assert_cmpuint (get_n_shown (f), ==, 10000);
  asset = kumoji_list_get (kumoji_project_get_assets (f->project), 5000);

  KumojiAssetFilter *filter = kumoji_asset_table_get_filter (f->table);

  begin_step ();
  kumoji_history_set_integer (f->history, KUMOJI_RECORD (asset), "count", 7);
  end_step ("edit");
  begin_step ();
  kumoji_asset_filter_set_words (filter, "資産12");
  end_step ("filter");
  g_assert_cmpuint (get_n_shown (f), ==, 111);
  begin_step ();
  kumoji_asset_filter_set_words (filter, "");
  end_step ("clear");
  begin_step ();
  g_action_group_change_action_state (actions, "sort", g_variant_new_string ("-count"));
  end_step ("sort");
  g_assert_cmpstr (get_shown (f, 0, "name"), ==, "資産2081");
  g_assert_cmpuint (get_n_shown (f), ==, 10000);
  begin_step ();
  kumoji_asset_filter_set_words (filter, "資産12");
  end_step ("filter what is sorted");
  g_assert_cmpuint (get_n_shown (f), ==, 111);
  begin_step ();
  kumoji_history_set_integer (f->history, KUMOJI_RECORD (asset), "count", 8);
  end_step ("edit what is filtered");
  begin_step ();
  kumoji_asset_filter_set_words (filter, "");
  end_step ("clear what is sorted");
  begin_step ();
  kumoji_pane_go_to (KUMOJI_PANE (f->page), kumoji_record_get_id (KUMOJI_RECORD (asset)));
  end_step ("go to");
  undo (f);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  kumoji_ui_init ();

  add ("/assets/add", test_add);
  add ("/assets/add/below", test_add_below);
  add ("/assets/edit", test_edit);
  add ("/assets/edit/steps", test_edit_steps);
  add ("/assets/edit/invalid", test_edit_invalid);
  add ("/assets/edit/leave", test_edit_leave);
  add ("/assets/edit/choice", test_choice);
  add ("/assets/duplicate-and-delete", test_duplicate_and_delete);
  add ("/assets/filter", test_filter);
  add ("/assets/filter/edit", test_filter_and_edit);
  add ("/assets/sort", test_sort);
  add ("/assets/balance", test_balance);
  add ("/assets/overflow", test_overflow);
  add ("/assets/columns", test_columns);
  add ("/assets/copy", test_copy);
  add ("/assets/many", test_many);
  return g_test_run ();
}
