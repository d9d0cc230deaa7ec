/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of information assets share: the page with a project, its table and the cells. */
#pragma once

#include "app-harness.h"

#include "app/pages/kumoji-assets-page.h"
#include "project/kumoji-edit.h"

typedef struct
{
  GtkWindow *window;
  KumojiAssetsPage *page;
  KumojiAssetTable *table;
  KumojiProject *project;
  KumojiHistory *history;
} Fixture;

static inline KumojiAsset *
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

static inline void
set_up (Fixture *f, gconstpointer data)
{
  f->project = kumoji_project_new ();
  f->history = kumoji_project_get_history (f->project);
  f->page = g_object_new (KUMOJI_TYPE_ASSETS_PAGE, NULL);
  f->table = kumoji_assets_page_get_table (f->page);
  kumoji_pane_set_project (KUMOJI_PANE (f->page), f->project);
  f->window = harness_show (f->page, 1100, 760);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  harness_close (f->window);
  g_assert_finalize_object (f->project);
}

static inline guint
get_n_assets (Fixture *f)
{
  return kumoji_list_get_length (kumoji_project_get_assets (f->project));
}

static inline guint
get_n_shown (Fixture *f)
{
  return g_list_model_get_n_items (G_LIST_MODEL (kumoji_asset_table_get_model (f->table)));
}

static inline const char *
get_shown (Fixture *f, guint position, const char *field)
{
  g_autoptr (KumojiRecord) asset =
    g_list_model_get_item (G_LIST_MODEL (kumoji_asset_table_get_model (f->table)), position);

  return kumoji_record_get_text (asset, field);
}

static inline const char *
get_text (Fixture *f, KumojiAsset *asset, const char *column)
{
  return kumoji_asset_cell_get_text (kumoji_asset_table_find_cell (f->table, asset, column));
}

/* The cell's editor, or NULL where nobody edits it. */
static inline KumojiCellEditor *
get_editor (Fixture *f, KumojiAsset *asset, const char *column)
{
  return kumoji_asset_cell_get_editor (kumoji_asset_table_find_cell (f->table, asset, column));
}

static inline GtkEditable *
get_entry (KumojiCellEditor *editor)
{
  return GTK_EDITABLE (harness_get_child (editor, KUMOJI_TYPE_CELL_EDITOR, "entry"));
}

static inline void
press (KumojiCellEditor *editor, guint keyval)
{
  g_assert_true (harness_press (editor, keyval, 0));
  harness_settle ();
}

static inline void
type (Fixture *f, KumojiAsset *asset, const char *column, const char *text)
{
  KumojiCellEditor *editor = get_editor (f, asset, column);

  g_assert_nonnull (editor);
  gtk_editable_set_text (get_entry (editor), text);
}

static inline void
press_enter (Fixture *f, KumojiAsset *asset, const char *column)
{
  g_signal_emit_by_name (get_entry (get_editor (f, asset, column)), "activate");
  harness_settle ();
}

static inline void
undo (Fixture *f)
{
  kumoji_history_undo (f->history);
  harness_settle ();
}

static inline void
redo (Fixture *f)
{
  kumoji_history_redo (f->history);
  harness_settle ();
}

static inline void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}
