/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Information assets, in process: what a hand does, and what undo takes back. */
#include "app-assets.h"

#include <stdio.h>

#include "app/pages/kumoji-asset-card.h"
#include "app/pages/kumoji-balance-card.h"
#include "app/pages/kumoji-copy-row.h"
#include "app/widgets/kumoji-pill.h"

static const char *
get_label (gpointer widget, GType widget_type, const char *child)
{
  return gtk_label_get_label (GTK_LABEL (harness_get_child (widget, widget_type, child)));
}

static const char *
get_total_line (Fixture *f)
{
  return get_label (f->page, KUMOJI_TYPE_ASSETS_PAGE, "total_line");
}

static gpointer
get_balance (Fixture *f)
{
  return harness_get_child (f->page, KUMOJI_TYPE_ASSETS_PAGE, "balance");
}

static void
test_add (Fixture *f, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->page), "asset.add", NULL);
  harness_settle ();
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
  harness_settle ();

  for (int i = 0; i < 3; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (f->page), "asset.add", NULL);
      harness_settle ();
      KumojiAsset *asset = kumoji_list_get (kumoji_project_get_assets (f->project), 40 + i);
      WAIT_UNTIL (kumoji_asset_table_find_cell (f->table, asset, "name") != NULL
                  && get_editor (f, asset, "name") != NULL);
      GtkWidget *editor = GTK_WIDGET (get_editor (f, asset, "name"));
      WAIT_UNTIL (gtk_widget_get_mapped (editor));
      g_assert_nonnull (gtk_widget_get_focus_child (editor));
      g_assert_true (gtk_widget_get_mapped (editor));
      press (KUMOJI_CELL_EDITOR (editor), GDK_KEY_Escape);
    }
  kumoji_pane_go_to (KUMOJI_PANE (f->page),
                     kumoji_record_get_id (
                       kumoji_list_get (kumoji_project_get_assets (f->project), 0)));
  harness_settle ();
  GtkWidget *focus = gtk_window_get_focus (f->window);
  g_assert_true (KUMOJI_IS_ASSET_CELL (focus));
  g_assert_cmpuint (kumoji_asset_cell_get_position (KUMOJI_ASSET_CELL (focus)), ==, 0);
}

static void
test_duplicate_and_delete (Fixture *f, gconstpointer data)
{
  KumojiAsset *ledger = add_asset (f, "得意先台帳", "customer-property", 300, 150000);
  add_asset (f, "社員名簿", "personal", 40, 150000);
  harness_settle ();

  kumoji_pane_go_to (KUMOJI_PANE (f->page), kumoji_record_get_id (KUMOJI_RECORD (ledger)));
  gtk_widget_activate_action (GTK_WIDGET (f->page), "asset.duplicate", NULL);
  harness_settle ();
  g_assert_cmpuint (get_n_assets (f), ==, 3);
  g_assert_cmpstr (get_shown (f, 1, "name"), ==, "得意先台帳");
  g_assert_cmpstr (get_shown (f, 1, "number"), ==, "A-003");
  undo (f);
  g_assert_cmpuint (get_n_assets (f), ==, 2);
  redo (f);

  gtk_selection_model_select_range (kumoji_asset_table_get_model (f->table), 0, 2, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "asset.delete", NULL);
  harness_settle ();
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
  harness_settle ();
  gpointer search = harness_get_child (f->page, KUMOJI_TYPE_ASSETS_PAGE, "search");
  gpointer group = harness_get_child (f->page, KUMOJI_TYPE_ASSETS_PAGE, "group");

  /* Full-width letters are found by half-width ones; all words must be there. */
  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (f->table), "cad a-003");
  harness_settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 1);
  g_assert_cmpstr (get_shown (f, 0, "name"), ==, "ＣＡＤ図面");
  g_assert_nonnull (strstr (get_total_line (f), "1 of 3"));
  g_assert_nonnull (strstr (get_total_line (f), "¥10,000"));

  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (f->table), "");
  gtk_drop_down_set_selected (group, 1);
  harness_settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 1);
  g_assert_cmpstr (get_shown (f, 0, "name"), ==, "社員名簿");

  /* Whoever is sent to a hidden asset sees it, and so does whoever adds one. */
  kumoji_pane_go_to (KUMOJI_PANE (f->page), kumoji_record_get_id (KUMOJI_RECORD (ledger)));
  harness_settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 3);
  g_autoptr (GPtrArray) selected = kumoji_asset_table_get_selected (f->table);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_true (selected->pdata[0] == ledger);

  gtk_editable_set_text (search, "社員");
  g_signal_emit_by_name (search, "search-changed");
  harness_settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (f->page), "asset.add", NULL);
  harness_settle ();
  g_assert_cmpuint (get_n_shown (f), ==, 4);
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
  harness_settle ();
  gpointer balance = get_balance (f);
  gpointer button = harness_get_child (balance, KUMOJI_TYPE_BALANCE_CARD, "sales_button");
  gpointer pill = harness_get_child (balance, KUMOJI_TYPE_BALANCE_CARD, "pill");

  g_assert_cmpstr (get_label (balance, KUMOJI_TYPE_BALANCE_CARD, "total"), ==, "¥45,000,000");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_OPEN);
  g_assert_nonnull (strstr (get_total_line (f), "1 count"));

  kumoji_history_set_integer (f->history, profile, "annual-sales", 60000000);
  kumoji_pane_go_to (KUMOJI_PANE (f->page), kumoji_record_get_id (KUMOJI_RECORD (ledger)));
  harness_settle ();
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_cmpstr (get_label (balance, KUMOJI_TYPE_BALANCE_CARD, "difference"), ==, "−¥15,000,000");
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_LATE);

  gpointer card = harness_get_child (f->page, KUMOJI_TYPE_ASSETS_PAGE, "card");
  g_assert_cmpstr (get_label (card, KUMOJI_TYPE_ASSET_CARD, "product"), ==,
                   "300 × ¥150,000 = ¥45,000,000");
  g_assert_nonnull (strstr (get_label (card, KUMOJI_TYPE_ASSET_CARD, "balancing"), "¥200,000"));
  g_assert_nonnull (strstr (get_label (card, KUMOJI_TYPE_ASSET_CARD, "loss"), "2 assets"));
  g_assert_nonnull (strstr (get_label (card, KUMOJI_TYPE_ASSET_CARD, "loss"), "¥45,000,000"));

  kumoji_history_set_integer (f->history, KUMOJI_RECORD (ledger), "unit-value", 200000);
  harness_settle ();
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_PASSED);
  undo (f);
  g_assert_cmpint (kumoji_pill_get_kind (pill), ==, KUMOJI_PILL_LATE);
}

/* A value beyond all numbers is told in a sentence; no figure is shown that is none. */
static void
test_overflow (Fixture *f, gconstpointer data)
{
  KumojiAsset *huge = add_asset (f, "桁あふれ", "other", G_MAXINT64, 2);
  harness_settle ();
  gpointer balance = get_balance (f);
  gpointer figures = harness_get_child (balance, KUMOJI_TYPE_BALANCE_CARD, "figures");

  g_assert_cmpstr (get_text (f, huge, KUMOJI_ASSET_TOTAL), ==, "Too large");
  g_assert_false (gtk_widget_get_visible (figures));
  g_assert_nonnull (strstr (get_label (balance, KUMOJI_TYPE_BALANCE_CARD, "sentence"), "桁あふれ"));
  kumoji_pane_go_to (KUMOJI_PANE (f->page), kumoji_record_get_id (KUMOJI_RECORD (huge)));
  harness_settle ();
  undo (f);
  g_assert_true (gtk_widget_get_visible (figures));
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
  harness_settle ();
  gpointer card = harness_get_child (f->page, KUMOJI_TYPE_ASSETS_PAGE, "card");
  gpointer row = harness_get_child (card, KUMOJI_TYPE_ASSET_CARD, "copy_row");
  gpointer originals = harness_get_child (row, KUMOJI_TYPE_COPY_ROW, "originals");

  g_assert_true (gtk_widget_get_visible (row));
  gtk_drop_down_set_selected (originals, 2);
  harness_settle ();
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (copy), "copy-of"), ==,
                   kumoji_record_get_id (KUMOJI_RECORD (ledger)));

  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_ptr_array_add (gone, ledger);
  kumoji_edit_delete_assets (f->project, gone);
  harness_settle ();
  g_assert_cmpstr (kumoji_record_get_text (KUMOJI_RECORD (copy), "copy-of"), ==, "");
  g_assert_cmpuint (gtk_drop_down_get_selected (originals), ==, 0);
  undo (f);
  g_assert_cmpuint (gtk_drop_down_get_selected (originals), ==, 2);
  undo (f);
  g_assert_cmpuint (gtk_drop_down_get_selected (originals), ==, 0);
  redo (f);
  g_assert_cmpuint (gtk_drop_down_get_selected (originals), ==, 2);
}

/* The time without that in which we only waited for a processor that others had. */
static gint64
get_own_time (void)
{
  g_autofree char *text = NULL;
  guint64 waited = 0;

  if (g_file_get_contents ("/proc/thread-self/schedstat", &text, NULL, NULL))
    g_assert_cmpint (sscanf (text, "%*u %" G_GUINT64_FORMAT, &waited), ==, 1);
  return g_get_monotonic_time () - (gint64) (waited / 1000);
}

static gint64 step_start;

static void
begin_step (void)
{
  step_start = get_own_time ();
}

/* Runs the main loop to its rest, and says for how long it stood still at most. */
static void
end_step (const char *name)
{
  gint64 longest = get_own_time () - step_start;
  gint64 rest = g_get_monotonic_time () + 300 * 1000;

  while (g_get_monotonic_time () < rest)
    {
      gint64 start = get_own_time ();
      if (g_main_context_iteration (NULL, FALSE))
        {
          longest = MAX (longest, get_own_time () - start);
          rest = MAX (rest, g_get_monotonic_time () + 50 * 1000);
        }
    }
  g_test_message ("%s: %.1f ms", name, (double) longest / 1000);
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

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);

  add ("/assets/add", test_add);
  add ("/assets/add/below", test_add_below);
  add ("/assets/duplicate-and-delete", test_duplicate_and_delete);
  add ("/assets/filter", test_filter);
  add ("/assets/balance", test_balance);
  add ("/assets/overflow", test_overflow);
  add ("/assets/copy", test_copy);
  add ("/assets/many", test_many);
  return harness_run ();
}
