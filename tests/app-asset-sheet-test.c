/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test of sheets on the assets page: the preview, the import as one step, the export, a drop. */
#include "app-harness.h"

#include <string.h>

#include "app/kumoji-import-dialog.h"
#include "app/kumoji-outcome-row.h"
#include "app/pages/kumoji-asset-exchange.h"
#include "files/kumoji-asset-sheet.h"

#define MANY 10000

static const char sheet[] = "管理番号,資産,件数,Price\n"
                            "A-1,台帳,5,x\n"
                            "A-2,契約書,many,x\n"
                            "A-3,レシピ,7,x\n";

static KumojiPane *
get_pane (Harness *self)
{
  return kumoji_window_get_pane (self->window, "assets");
}

static KumojiList *
get_assets (Harness *self)
{
  return kumoji_project_get_assets (harness_get_project (self));
}

static KumojiImportDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (KUMOJI_IS_IMPORT_DIALOG (window->data))
      return window->data;
  return NULL;
}

static const char *
get_state (KumojiImportDialog *dialog)
{
  return gtk_stack_get_visible_child_name (harness_find (GTK_WIDGET (dialog), GTK_TYPE_STACK, 0));
}

/* Opens the preview of a sheet and waits until it is read. */
static KumojiImportDialog *
open_sheet (Harness *self, const char *text)
{
  g_autoptr (GFile) file = harness_write (self, "sheet.csv", text);
  g_autofree char *uri = g_file_get_uri (file);
  KumojiImportDialog *dialog;

  harness_go (self, "assets", "");
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (get_pane (self)), "asset.import-uri", "s", uri));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  WAIT_UNTIL (!g_str_equal (get_state (dialog), "busy"));
  return dialog;
}

static void
take (KumojiImportDialog *dialog)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.take", NULL));
}

static GtkToggleButton *
find_filter (KumojiImportDialog *dialog, const char *begins)
{
  GtkToggleButton *button;

  for (guint i = 0;
       (button = harness_find (GTK_WIDGET (dialog), GTK_TYPE_TOGGLE_BUTTON, i)) != NULL; i++)
    if (g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (button)), begins))
      return button;
  return NULL;
}

static void
test_import (Harness *self, gconstpointer data)
{
  KumojiImportDialog *dialog = open_sheet (self, sheet);
  KumojiOutcomeModel *model = kumoji_import_dialog_get_model (dialog);
  guint64 point = kumoji_history_get_point (harness_get_history (self));

  g_assert_cmpstr (get_state (dialog), ==, "rows");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
  g_assert_null (find_filter (dialog, "Changed"));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_filter (dialog, "New"))), ==, "New 2");
  gtk_toggle_button_set_active (find_filter (dialog, "Refused"), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  g_autoptr (KumojiOutcomeLine) line = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_cmpuint (kumoji_outcome_line_get_row (line)->number, ==, 3);
  g_assert_cmpstr (kumoji_outcome_line_get_row (line)->detail, ==,
                   "Count: “many” is no whole number");
  /* Nothing is touched before somebody says so. */
  g_assert_cmpuint (kumoji_list_get_length (get_assets (self)), ==, 0);
  take (dialog);
  harness_settle ();
  g_assert_null (find_dialog ());
  g_assert_cmpuint (kumoji_list_get_length (get_assets (self)), ==, 2);
  g_assert_cmpstr (kumoji_history_get_undo_name (harness_get_history (self)), ==,
                   "Import information assets");
  harness_activate (self, "win.undo");
  g_assert_cmpuint (kumoji_list_get_length (get_assets (self)), ==, 0);
  g_assert_cmpuint (kumoji_history_get_point (harness_get_history (self)), ==, point);
  harness_activate (self, "win.redo");
  g_assert_cmpuint (kumoji_list_get_length (get_assets (self)), ==, 2);
}

static void
test_update (Harness *self, gconstpointer data)
{
  KumojiImportDialog *dialog = open_sheet (self, sheet);
  KumojiOutcomeModel *model;

  take (dialog);
  harness_settle ();
  dialog = open_sheet (self, "number,count\nA-1,5\nA-3,8\n");
  model = kumoji_import_dialog_get_model (dialog);
  g_assert_cmpuint (kumoji_outcome_model_get_count (model, KUMOJI_IMPORT_SAME), ==, 1);
  g_assert_cmpuint (kumoji_outcome_model_get_count (model, KUMOJI_IMPORT_CHANGED), ==, 1);
  take (dialog);
  harness_settle ();
  g_assert_cmpint (kumoji_record_get_integer (kumoji_list_get (get_assets (self), 1), "count"), ==,
                   8);
  harness_activate (self, "win.undo");
  g_assert_cmpint (kumoji_record_get_integer (kumoji_list_get (get_assets (self), 1), "count"), ==,
                   7);
  /* What says the same again changes nothing, and is not offered. */
  dialog = open_sheet (self, "number,count\nA-1,5\n");
  take (dialog);
  g_assert_true (find_dialog () == dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  harness_settle ();
}

static void
test_failed (Harness *self, gconstpointer data)
{
  KumojiImportDialog *dialog = open_sheet (self, "Asset\n\"<b>a\n");
  AdwStatusPage *page = harness_find (GTK_WIDGET (dialog), ADW_TYPE_STATUS_PAGE, 0);

  g_assert_cmpstr (get_state (dialog), ==, "failed");
  g_assert_true (
    g_str_has_prefix (adw_status_page_get_description (page), "row 2, column A: a quotation mark"));
  gtk_window_close (GTK_WINDOW (dialog));
  harness_settle ();
  dialog = open_sheet (self, "Asset,Count\n");
  g_assert_cmpstr (get_state (dialog), ==, "none");
  gtk_window_close (GTK_WINDOW (dialog));
  harness_settle ();
}

/* An edit while the preview is open: what is taken in is never held against another register. */
static void
test_changed_meanwhile (Harness *self, gconstpointer data)
{
  KumojiImportDialog *dialog = open_sheet (self, sheet);
  g_autoptr (KumojiRecord) asset = g_object_new (KUMOJI_TYPE_ASSET, NULL);
  KumojiHistory *history = harness_get_history (self);

  kumoji_history_begin (history, "other");
  kumoji_history_insert (history, get_assets (self), 0, asset);
  kumoji_history_set_text (history, asset, "number", "A-1");
  kumoji_history_end (history);
  take (dialog);
  g_assert_cmpuint (kumoji_list_get_length (get_assets (self)), ==, 1);
  WAIT_UNTIL (g_str_equal (get_state (dialog), "rows"));
  g_assert_cmpuint (kumoji_outcome_model_get_count (kumoji_import_dialog_get_model (dialog),
                                                    KUMOJI_IMPORT_CHANGED),
                    ==, 1);
  take (dialog);
  harness_settle ();
  g_assert_cmpuint (kumoji_list_get_length (get_assets (self)), ==, 2);
}

static GFile *
write_many (Harness *self)
{
  g_autoptr (GString) text = g_string_new ("管理番号,資産,区分,件数,1件の価値,ランク\n");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "N-%05u,台帳 %u,個人情報,%u,1500,%s\n", i, i, i % 700,
                            i % 5000 == 1 ? "Z" : "B");
  return harness_write (self, "many.csv", text->str);
}

/* Closed while it is read, nothing comes of it. */
static void
test_close (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_many (self);
  KumojiImportDialog *dialog = g_object_ref (
    kumoji_import_dialog_present (GTK_WINDOW (self->window), harness_get_project (self), file));

  harness_turn ();
  gtk_window_close (GTK_WINDOW (dialog));
  harness_settle ();
  g_assert_finalize_object (dialog);
  g_assert_cmpuint (kumoji_list_get_length (get_assets (self)), ==, 0);
}

/* The longest turn of the main loop, in milliseconds, until it has nothing to do. */
static double
settle_longest (void)
{
  double longest = 0;

  for (gint64 idle = g_get_monotonic_time (); g_get_monotonic_time () - idle < 300000;)
    {
      gint64 before = g_get_monotonic_time ();
      if (!g_main_context_iteration (NULL, FALSE))
        continue;
      longest = MAX (longest, (g_get_monotonic_time () - before) / 1000.0);
      if (g_get_monotonic_time () - before > 1000)
        idle = g_get_monotonic_time ();
    }
  return longest;
}

static void
test_many (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_many (self);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GTimer) timer = g_timer_new ();
  KumojiImportDialog *dialog;
  double taken;

  harness_go (self, "assets", "");
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (get_pane (self)), "asset.import-uri", "s", uri));
  dialog = find_dialog ();
  WAIT_UNTIL (!g_str_equal (get_state (dialog), "busy"));
  g_assert_cmpuint (kumoji_outcome_model_get_count (kumoji_import_dialog_get_model (dialog),
                                                    KUMOJI_IMPORT_NEW),
                    ==, MANY - 2);
  harness_settle ();
  g_timer_start (timer);
  take (dialog);
  taken = g_timer_elapsed (timer, NULL);
  g_test_message ("10,000 rows taken in %.1f ms, the longest turn after that %.1f ms", taken * 1e3,
                  settle_longest ());
  g_assert_cmpuint (kumoji_list_get_length (get_assets (self)), ==, MANY - 2);
  g_timer_start (timer);
  kumoji_history_undo (harness_get_history (self));
  taken = g_timer_elapsed (timer, NULL);
  g_test_message ("undone in %.1f ms, the longest turn after that %.1f ms", taken * 1e3,
                  settle_longest ());
  g_assert_cmpuint (kumoji_list_get_length (get_assets (self)), ==, 0);
}

static void
test_export (Harness *self, gconstpointer data)
{
  KumojiImportDialog *dialog = open_sheet (self, sheet);
  g_autofree char *path = g_build_filename (self->folder, "register.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) nowhere = g_file_get_child (file, "below-a-file.csv");
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GBytes) written = NULL;

  take (dialog);
  harness_settle ();
  kumoji_asset_exchange_export_to (get_pane (self), file);
  WAIT_UNTIL (g_file_query_exists (file, NULL));
  harness_settle ();
  expected = kumoji_asset_sheet_compose (harness_get_project (self), KUMOJI_LANGUAGE_EN);
  written = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (written, expected));
  kumoji_asset_exchange_export_to (get_pane (self), nowhere);
  WAIT_UNTIL (harness_find_dialog (self) != NULL);
  g_assert_cmpstr (adw_message_dialog_get_heading (harness_find_dialog (self)), ==,
                   "The sheet was not written");
  gtk_window_destroy (GTK_WINDOW (harness_find_dialog (self)));
  harness_settle ();
}

static gboolean
drop (Harness *self, GFile *file)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->window));
  GSList files = { file, NULL };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &is_taken);
    }
  return is_taken;
}

static void
test_drop (Harness *self, gconstpointer data)
{
  g_autoptr (GFile) file = harness_write (self, "Register.CSV", sheet);

  g_assert_true (drop (self, file));
  g_assert_cmpstr (kumoji_window_get_page (self->window), ==, "assets");
  g_assert_nonnull (find_dialog ());
  WAIT_UNTIL (g_str_equal (get_state (find_dialog ()), "rows"));
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  harness_settle ();
  g_assert_cmpuint (kumoji_list_get_length (get_assets (self)), ==, 0);
}

#define ADD(path, function)                                                                        \
  g_test_add (path, Harness, NULL, harness_set_up, function, harness_tear_down)

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  ADD ("/app/asset-sheet/import", test_import);
  ADD ("/app/asset-sheet/update", test_update);
  ADD ("/app/asset-sheet/failed", test_failed);
  ADD ("/app/asset-sheet/changed-meanwhile", test_changed_meanwhile);
  ADD ("/app/asset-sheet/close", test_close);
  ADD ("/app/asset-sheet/many", test_many);
  ADD ("/app/asset-sheet/export", test_export);
  ADD ("/app/asset-sheet/drop", test_drop);
  return harness_run ();
}
