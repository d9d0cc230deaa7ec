/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register as a table: sorted, filtered, chosen from and edited in place. */
#include "config.h"

#include "app/pages/kumoji-asset-table.h"

#include "app/pages/kumoji-asset-cursor.h"
#include "app/pages/kumoji-register-settings.h"

/* Up to so many assets are filtered or sorted at once, more in steps between frames. Sorting is
 * quick, and each of its steps would have the table make most of its rows anew. The filter stands
 * behind the order, so that its steps sort nothing. */
#define FILTER_AT_ONCE 1000
#define SORT_AT_ONCE 20000

struct _KumojiAssetTable
{
  AdwBin parent_instance;

  KumojiHistory *history;
  KumojiAssetFilter *filter;
  KumojiAssetHead *head;
  GHashTable *drafts;
  GPtrArray *cells;  /* unowned: every cell that is in use */
  GHashTable *spare; /* the others, as an array for each column */
  KumojiAssetCursor *cursor;
  guint settle_id;

  GtkColumnView *view;
  GtkMultiSelection *selection;
  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;
};

enum
{
  SHOWN_CHANGED,
  SELECTED_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiAssetTable, kumoji_asset_table, ADW_TYPE_BIN)

static void
cell_done_cb (KumojiAssetCell *cell, int move, KumojiAssetTable *self)
{
  kumoji_asset_cursor_move (self->cursor, cell, move);
  kumoji_asset_table_settle (self);
}

/* A long register that is sorted lets all rows go and makes them anew: cells are kept for that. */
static GPtrArray *
get_spare_cells (KumojiAssetTable *self, const KumojiAssetColumn *column)
{
  GPtrArray *cells = g_hash_table_lookup (self->spare, column);

  if (cells == NULL)
    {
      cells = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->spare, (gpointer) column, cells);
    }
  return cells;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KumojiAssetTable *self)
{
  const KumojiAssetColumn *column = g_object_get_data (G_OBJECT (factory), "column");
  GPtrArray *spare = get_spare_cells (self, column);
  g_autoptr (GtkWidget) cell = NULL;

  if (spare->len > 0)
    cell = g_ptr_array_steal_index_fast (spare, spare->len - 1);
  else
    {
      cell = g_object_ref_sink (kumoji_asset_cell_new (column, self->drafts));
      g_signal_connect_object (cell, "done", G_CALLBACK (cell_done_cb), self, 0);
    }
  g_ptr_array_add (self->cells, cell);
  gtk_list_item_set_child (item, cell);
  /* When a row goes it lets its child go first. */
  g_object_set_data_full (G_OBJECT (item), "cell", g_steal_pointer (&cell), g_object_unref);
}

static void
teardown_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KumojiAssetTable *self)
{
  GtkWidget *cell = g_object_steal_data (G_OBJECT (item), "cell");
  GPtrArray *spare =
    get_spare_cells (self, kumoji_asset_cell_get_column (KUMOJI_ASSET_CELL (cell)));

  g_ptr_array_remove_fast (self->cells, cell);
  gtk_list_item_set_child (item, NULL);
  g_ptr_array_add (spare, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KumojiAssetTable *self)
{
  kumoji_asset_cell_bind (KUMOJI_ASSET_CELL (gtk_list_item_get_child (item)), self->history, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, KumojiAssetTable *self)
{
  kumoji_asset_cell_unbind (KUMOJI_ASSET_CELL (gtk_list_item_get_child (item)));
}

static GtkListItemFactory *
create_factory (KumojiAssetTable *self, const KumojiAssetColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", (gpointer) column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  return factory;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                KumojiAssetTable *self)
{
  return kumoji_asset_cursor_handle_key (self->cursor, keyval, modifiers);
}

static KumojiAssetCell *
pick_cell (KumojiAssetTable *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell =
    picked != NULL ? gtk_widget_get_ancestor (picked, KUMOJI_TYPE_ASSET_CELL) : NULL;

  return cell != NULL ? KUMOJI_ASSET_CELL (cell) : NULL;
}

/* The row has chosen itself by now, and taken the focus; the cell that was clicked wants it. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, KumojiAssetTable *self)
{
  KumojiAssetCell *cell = pick_cell (self, x, y);

  if (cell == NULL || kumoji_asset_cell_get_editor (cell) != NULL)
    return;
  kumoji_asset_cursor_set_column (self->cursor, kumoji_asset_cell_get_column (cell));
  if (n_press == 1)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  else if (n_press == 2)
    kumoji_asset_cell_edit (cell, TRUE);
}

static gboolean
query_tooltip_cb (GtkWidget *view,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  KumojiAssetTable *self)
{
  KumojiAssetCell *cell =
    keyboard ? kumoji_asset_cursor_get_cell (self->cursor) : pick_cell (self, x, y);
  g_autofree char *text = cell != NULL ? kumoji_asset_cell_dup_tooltip (cell) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* Whether just those assets are in sight that the filter lets through. To filter anew would empty a
 * long table for a moment, and lose the place in it. */
static gboolean
is_filtered (KumojiAssetTable *self)
{
  GListModel *all = G_LIST_MODEL (self->sorted), *shown = G_LIST_MODEL (self->filtered);
  guint n = g_list_model_get_n_items (all), n_shown = g_list_model_get_n_items (shown);
  guint next = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KumojiAsset) asset = g_list_model_get_item (all, i);
      g_autoptr (KumojiAsset) expected = g_list_model_get_item (shown, next);
      if (gtk_filter_match (GTK_FILTER (self->filter), asset) != (asset == expected))
        return FALSE;
      next += asset == expected;
    }
  return next == n_shown;
}

/* An edited row stays where it is until its editing ends; then order and filter hold again. */
static gboolean
settle_cb (gpointer data)
{
  KumojiAssetTable *self = KUMOJI_ASSET_TABLE (data);
  gboolean descending;

  self->settle_id = 0;
  if (kumoji_asset_table_is_editing (self))
    return G_SOURCE_REMOVE;
  if (!kumoji_asset_filter_is_empty (self->filter)
      && gtk_filter_list_model_get_pending (self->filtered) == 0 && !is_filtered (self))
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (kumoji_asset_head_get_sort (self->head, &descending) != NULL)
    gtk_sorter_changed (gtk_column_view_get_sorter (self->view), GTK_SORTER_CHANGE_DIFFERENT);
  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  KumojiAssetTable *self)
{
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

static void
selection_changed_cb (GtkSelectionModel *model, guint position, guint n, KumojiAssetTable *self)
{
  g_signal_emit (self, signals[SELECTED_CHANGED], 0);
}

static void
kumoji_asset_table_dispose (GObject *object)
{
  KumojiAssetTable *self = KUMOJI_ASSET_TABLE (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->cursor);
  if (self->sorted != NULL)
    gtk_sort_list_model_set_model (self->sorted, NULL);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (kumoji_asset_table_parent_class)->dispose (object);
}

static void
kumoji_asset_table_finalize (GObject *object)
{
  KumojiAssetTable *self = KUMOJI_ASSET_TABLE (object);

  g_clear_object (&self->head);
  g_clear_object (&self->filter);
  g_hash_table_unref (self->drafts);
  g_ptr_array_unref (self->cells);
  g_hash_table_unref (self->spare);

  G_OBJECT_CLASS (kumoji_asset_table_parent_class)->finalize (object);
}

static void
kumoji_asset_table_class_init (KumojiAssetTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kumoji_asset_table_dispose;
  object_class->finalize = kumoji_asset_table_finalize;

  /**
   * KumojiAssetTable::shown-changed:
   * @self: the table
   *
   * Other assets are in sight than before.
   */
  signals[SHOWN_CHANGED] = g_signal_new ("shown-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KumojiAssetTable::selected-changed:
   * @self: the table
   *
   * Other assets are chosen than before.
   */
  signals[SELECTED_CHANGED] = g_signal_new ("selected-changed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-asset-table.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetTable, view);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetTable, selection);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetTable, sorted);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetTable, filtered);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, items_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
}

static void
kumoji_asset_table_init (KumojiAssetTable *self)
{
  g_autoptr (GSettings) settings = kumoji_register_settings_new ();
  guint n_columns;
  const KumojiAssetColumn *columns = kumoji_asset_columns_get (&n_columns);

  self->filter = kumoji_asset_filter_new ();
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cells = g_ptr_array_new ();
  self->spare = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->head = kumoji_asset_head_new (self->view, settings);
  self->cursor = kumoji_asset_cursor_new (self->view, self->head, self->cells);
  for (guint i = 0; i < n_columns; i++)
    kumoji_asset_head_add_column (self->head, &columns[i], create_factory (self, &columns[i]));
  kumoji_asset_head_restore (self->head);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "register",
                                  kumoji_asset_head_get_actions (self->head));
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (self->filter));
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->view));
}

static void
set_in_steps (KumojiAssetTable *self, gboolean filter, gboolean sort)
{
  /* GTK 4.8 must not be told to filter at once while all pass: it copies a set that it lacks. */
  if (filter || !kumoji_asset_filter_is_empty (self->filter))
    gtk_filter_list_model_set_incremental (self->filtered, filter);
  gtk_sort_list_model_set_incremental (self->sorted, sort);
}

static void
choose_pace (KumojiAssetTable *self)
{
  GListModel *assets = gtk_sort_list_model_get_model (self->sorted);
  guint n = assets != NULL ? g_list_model_get_n_items (assets) : 0;

  if (assets != NULL)
    set_in_steps (self, n > FILTER_AT_ONCE, n > SORT_AT_ONCE);
}

/**
 * kumoji_asset_table_set_project:
 * @self: a table
 * @project: (nullable): whose register it shall show
 */
void
kumoji_asset_table_set_project (KumojiAssetTable *self, KumojiProject *project)
{
  g_hash_table_remove_all (self->drafts);
  gtk_sort_list_model_set_model (self->sorted, NULL);
  g_clear_object (&self->history);
  if (project != NULL)
    self->history = g_object_ref (kumoji_project_get_history (project));
  if (project != NULL)
    gtk_sort_list_model_set_model (self->sorted,
                                   G_LIST_MODEL (kumoji_project_get_assets (project)));
  choose_pace (self);
}

/**
 * kumoji_asset_table_get_filter:
 * @self: a table
 *
 * Returns: (transfer none): what decides which assets are in sight
 */
KumojiAssetFilter *
kumoji_asset_table_get_filter (KumojiAssetTable *self)
{
  return self->filter;
}

/**
 * kumoji_asset_table_get_head:
 * @self: a table
 *
 * Returns: (transfer none): its columns
 */
KumojiAssetHead *
kumoji_asset_table_get_head (KumojiAssetTable *self)
{
  return self->head;
}

/**
 * kumoji_asset_table_get_model:
 * @self: a table
 *
 * Returns: (transfer none): the assets in sight, in their order, and which are chosen
 */
GtkSelectionModel *
kumoji_asset_table_get_model (KumojiAssetTable *self)
{
  return GTK_SELECTION_MODEL (self->selection);
}

/**
 * kumoji_asset_table_get_selected:
 * @self: a table
 *
 * Returns: (transfer container) (element-type KumojiAsset): the assets that are chosen
 */
GPtrArray *
kumoji_asset_table_get_selected (KumojiAssetTable *self)
{
  g_autoptr (GtkBitset) chosen =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *assets = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, chosen, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (assets, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
  return assets;
}

/**
 * kumoji_asset_table_show_asset:
 * @self: a table
 * @asset: an asset of its project
 *
 * Chooses it, and scrolls to it.
 *
 * Returns: whether the filter lets it through
 */
gboolean
kumoji_asset_table_show_asset (KumojiAssetTable *self, KumojiAsset *asset)
{
  guint position;

  /* What is still being filtered or sorted in steps is done now: the place must be known. */
  set_in_steps (self, FALSE, FALSE);
  choose_pace (self);
  if (!kumoji_asset_cursor_find_position (self->cursor, asset, &position))
    return FALSE;
  kumoji_asset_cursor_show (self->cursor, position);
  return TRUE;
}

/**
 * kumoji_asset_table_edit:
 * @self: a table
 * @asset: an asset in sight
 * @column: the name of a column in sight
 *
 * Begins editing in that cell.
 */
void
kumoji_asset_table_edit (KumojiAssetTable *self, KumojiAsset *asset, const char *column)
{
  guint position;

  if (kumoji_asset_cursor_find_position (self->cursor, asset, &position))
    kumoji_asset_cursor_go_to (self->cursor, position, kumoji_asset_column_find (column), TRUE,
                               TRUE);
}

/**
 * kumoji_asset_table_find_cell:
 * @self: a table
 * @asset: an asset
 * @column: a column's name
 *
 * Returns: (transfer none) (nullable): its cell, where it is near enough to be there
 */
KumojiAssetCell *
kumoji_asset_table_find_cell (KumojiAssetTable *self, KumojiAsset *asset, const char *column)
{
  guint position;

  return kumoji_asset_cursor_find_position (self->cursor, asset, &position)
           ? kumoji_asset_cursor_find_cell (self->cursor, position,
                                            kumoji_asset_column_find (column))
           : NULL;
}

/**
 * kumoji_asset_table_is_editing:
 * @self: a table
 *
 * Returns: whether somebody is editing a cell just now
 */
gboolean
kumoji_asset_table_is_editing (KumojiAssetTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (kumoji_asset_cell_get_editor (self->cells->pdata[i]) != NULL)
      return TRUE;
  return kumoji_asset_cursor_is_about_to_edit (self->cursor);
}

/**
 * kumoji_asset_table_settle:
 * @self: a table
 *
 * Assets have changed: sorts and filters again, as soon as nobody edits a cell.
 */
void
kumoji_asset_table_settle (KumojiAssetTable *self)
{
  choose_pace (self);
  if (self->settle_id == 0)
    self->settle_id = g_idle_add (settle_cb, self);
}
