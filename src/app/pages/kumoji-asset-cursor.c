/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cursor of the register: in which cell the keyboard is, and where it goes next. */
#include "config.h"

#include "app/pages/kumoji-asset-cursor.h"

/* A row that is scrolled to is there after a frame or two. */
#define MAX_TRIES 8

struct _KumojiAssetCursor
{
  GObject parent_instance;

  GtkColumnView *view;   /* unowned: the table owns both */
  KumojiAssetHead *head; /* unowned */
  GPtrArray *cells;      /* every cell that is in use */
  const KumojiAssetColumn *current;

  /* The cell that somebody wants to be in, while it is still on its way into sight. */
  KumojiAsset *wanted;
  gboolean wants_edit;
  gboolean wants_open;
  guint tries;
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (KumojiAssetCursor, kumoji_asset_cursor, G_TYPE_OBJECT)

static void
kumoji_asset_cursor_dispose (GObject *object)
{
  KumojiAssetCursor *self = KUMOJI_ASSET_CURSOR (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick_id);
  self->tick_id = 0;
  g_clear_object (&self->wanted);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (kumoji_asset_cursor_parent_class)->dispose (object);
}

static void
kumoji_asset_cursor_class_init (KumojiAssetCursorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kumoji_asset_cursor_dispose;
}

static void
kumoji_asset_cursor_init (KumojiAssetCursor *self)
{
  self->current = kumoji_asset_column_find ("name");
}

/**
 * kumoji_asset_cursor_new:
 * @view: (transfer none): the register
 * @head: (transfer none): its columns
 * @cells: (element-type KumojiAssetCell) (transfer none): its cells in use, at any time
 *
 * Returns: (transfer full): a cursor; the table lets it go before @view
 */
KumojiAssetCursor *
kumoji_asset_cursor_new (GtkColumnView *view, KumojiAssetHead *head, GPtrArray *cells)
{
  KumojiAssetCursor *self = g_object_new (KUMOJI_TYPE_ASSET_CURSOR, NULL);

  self->view = view;
  self->head = head;
  self->cells = g_ptr_array_ref (cells);
  return self;
}

static GListModel *
get_model (KumojiAssetCursor *self)
{
  return G_LIST_MODEL (gtk_column_view_get_model (self->view));
}

/**
 * kumoji_asset_cursor_find_position:
 * @self: a cursor
 * @asset: an asset
 * @position: (out): its row
 *
 * Returns: whether it is in the table
 */
gboolean
kumoji_asset_cursor_find_position (KumojiAssetCursor *self, KumojiAsset *asset, guint *position)
{
  GListModel *model = get_model (self);
  guint n = g_list_model_get_n_items (model);

  for (*position = 0; *position < n; (*position)++)
    {
      g_autoptr (KumojiAsset) found = g_list_model_get_item (model, *position);
      if (found == asset)
        return TRUE;
    }
  return FALSE;
}

/**
 * kumoji_asset_cursor_find_cell:
 * @self: a cursor
 * @position: a row
 * @column: a column
 *
 * Returns: (transfer none) (nullable): the cell there, where it is in sight or nearly so
 */
KumojiAssetCell *
kumoji_asset_cursor_find_cell (KumojiAssetCursor *self,
                               guint position,
                               const KumojiAssetColumn *column)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (kumoji_asset_cell_get_column (self->cells->pdata[i]) == column
        && kumoji_asset_cell_get_position (self->cells->pdata[i]) == position)
      return self->cells->pdata[i];
  return NULL;
}

static void
scroll_to (KumojiAssetCursor *self, guint position)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

/* Whether the wanted cell is there by now, or never will be. */
static gboolean
try_wanted (KumojiAssetCursor *self)
{
  KumojiAssetCell *cell;
  guint position;

  if (self->wanted == NULL || self->tries++ >= MAX_TRIES
      || !kumoji_asset_cursor_find_position (self, self->wanted, &position))
    return TRUE;
  cell = kumoji_asset_cursor_find_cell (self, position, self->current);
  if (cell == NULL || gtk_widget_get_width (GTK_WIDGET (cell)) == 0)
    {
      scroll_to (self, position);
      return FALSE;
    }
  if (self->wants_edit)
    kumoji_asset_cell_edit (cell, self->wants_open);
  else
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  return TRUE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KumojiAssetCursor *self = KUMOJI_ASSET_CURSOR (data);

  if (!try_wanted (self))
    return G_SOURCE_CONTINUE;
  g_clear_object (&self->wanted);
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

/**
 * kumoji_asset_cursor_go_to:
 * @self: a cursor
 * @position: a row
 * @column: a column in sight
 * @edit: whether editing begins there
 * @open: whether a list of choices opens at once then
 *
 * Chooses the row, too. A row out of sight is scrolled to first, which takes a frame or two.
 */
void
kumoji_asset_cursor_go_to (KumojiAssetCursor *self,
                           guint position,
                           const KumojiAssetColumn *column,
                           gboolean edit,
                           gboolean open)
{
  g_autoptr (KumojiAsset) asset = g_list_model_get_item (get_model (self), position);

  g_set_object (&self->wanted, asset);
  self->current = column;
  self->wants_edit = edit;
  self->wants_open = open;
  self->tries = 0;
  scroll_to (self, position);
  gtk_selection_model_select_item (gtk_column_view_get_model (self->view), position, TRUE);
  if (try_wanted (self))
    g_clear_object (&self->wanted);
  else if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, self, NULL);
}

/**
 * kumoji_asset_cursor_show:
 * @self: a cursor
 * @position: a row
 *
 * Chooses the row, and brings it into sight.
 */
void
kumoji_asset_cursor_show (KumojiAssetCursor *self, guint position)
{
  kumoji_asset_cursor_go_to (self, position, self->current, FALSE, FALSE);
}

/* The next column that can be edited, in the next row where this one ends. */
static void
edit_neighbour (KumojiAssetCursor *self, guint position, const KumojiAssetColumn *column, int step)
{
  guint n = g_list_model_get_n_items (get_model (self));
  const KumojiAssetColumn *next = column, *beside;

  do
    {
      beside = kumoji_asset_head_get_neighbour (self->head, next, step);
      if (beside == NULL)
        {
          if (step < 0 ? position == 0 : position + 1 >= n)
            return;
          position += step;
          while ((beside = kumoji_asset_head_get_neighbour (self->head, next, -step)) != NULL)
            next = beside;
        }
      else
        next = beside;
    }
  while (kumoji_asset_column_get_field (next) == NULL);
  kumoji_asset_cursor_go_to (self, position, next, TRUE, FALSE);
}

/**
 * kumoji_asset_cursor_move:
 * @self: a cursor
 * @cell: a cell that was edited
 * @move: where editing goes on
 */
void
kumoji_asset_cursor_move (KumojiAssetCursor *self, KumojiAssetCell *cell, KumojiCellMove move)
{
  guint position = kumoji_asset_cell_get_position (cell);
  guint n = g_list_model_get_n_items (get_model (self));

  if (move == KUMOJI_CELL_BELOW && position + 1 < n)
    kumoji_asset_cursor_go_to (self, position + 1, kumoji_asset_cell_get_column (cell), TRUE,
                               FALSE);
  else if (move == KUMOJI_CELL_NEXT)
    edit_neighbour (self, position, kumoji_asset_cell_get_column (cell), 1);
  else if (move == KUMOJI_CELL_PREVIOUS)
    edit_neighbour (self, position, kumoji_asset_cell_get_column (cell), -1);
}

/**
 * kumoji_asset_cursor_set_column:
 * @self: a cursor
 * @column: the column in which the next key works
 */
void
kumoji_asset_cursor_set_column (KumojiAssetCursor *self, const KumojiAssetColumn *column)
{
  self->current = column;
}

/**
 * kumoji_asset_cursor_is_about_to_edit:
 * @self: a cursor
 *
 * Returns: whether editing begins as soon as a cell has come into sight
 */
gboolean
kumoji_asset_cursor_is_about_to_edit (KumojiAssetCursor *self)
{
  return self->wanted != NULL && self->wants_edit;
}

/**
 * kumoji_asset_cursor_get_cell:
 * @self: a cursor
 *
 * Returns: (transfer none) (nullable): the cell on which a key works: the one with the focus, or
 *   the current one of the row with the focus
 */
KumojiAssetCell *
kumoji_asset_cursor_get_cell (KumojiAssetCursor *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->view)));

  if (focus == NULL || KUMOJI_IS_ASSET_CELL (focus))
    return focus != NULL ? KUMOJI_ASSET_CELL (focus) : NULL;
  for (guint i = 0; i < self->cells->len; i++)
    if (kumoji_asset_cell_get_column (self->cells->pdata[i]) == self->current
        && kumoji_asset_cell_get_asset (self->cells->pdata[i]) != NULL
        && gtk_widget_is_ancestor (self->cells->pdata[i], focus)
        && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)) && !GTK_IS_COLUMN_VIEW (focus)
        && !GTK_IS_LIST_VIEW (focus))
      return self->cells->pdata[i];
  return NULL;
}

static gboolean
move_beside (KumojiAssetCursor *self, KumojiAssetCell *cell, int step)
{
  const KumojiAssetColumn *column =
    kumoji_asset_head_get_neighbour (self->head, kumoji_asset_cell_get_column (cell), step);

  if (column != NULL)
    kumoji_asset_cursor_go_to (self, kumoji_asset_cell_get_position (cell), column, FALSE, FALSE);
  return GDK_EVENT_STOP;
}

static gboolean
move_below (KumojiAssetCursor *self, KumojiAssetCell *cell, int step)
{
  guint position = kumoji_asset_cell_get_position (cell);
  guint n = g_list_model_get_n_items (get_model (self));

  if (step < 0 ? position > 0 : position + 1 < n)
    kumoji_asset_cursor_go_to (self, position + step, kumoji_asset_cell_get_column (cell), FALSE,
                               FALSE);
  return GDK_EVENT_STOP;
}

/**
 * kumoji_asset_cursor_handle_key:
 * @self: a cursor
 * @keyval: the key
 * @modifiers: what is held with it
 *
 * Keys while nothing is edited; what has the focus takes no text then, so no input method waits.
 *
 * Returns: whether the key is used up
 */
gboolean
kumoji_asset_cursor_handle_key (KumojiAssetCursor *self, guint keyval, GdkModifierType modifiers)
{
  KumojiAssetCell *cell = kumoji_asset_cursor_get_cell (self);

  if (cell == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
      return move_beside (self, cell, -1);
    case GDK_KEY_Right:
      return move_beside (self, cell, 1);
    case GDK_KEY_Up:
      return move_below (self, cell, -1);
    case GDK_KEY_Down:
      return move_below (self, cell, 1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      kumoji_asset_cursor_go_to (self, kumoji_asset_cell_get_position (cell),
                                 kumoji_asset_cell_get_column (cell), TRUE, TRUE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}
