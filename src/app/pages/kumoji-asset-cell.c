/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of the register: shows one value of one asset, and edits it in place.
 *
 * GTK keeps some two hundred rows at hand and makes them anew when ten thousand assets are sorted.
 * So a cell is one inscription and no more: its child is made here, as a template would take longer
 * than all the rest, and clicks and tooltips are the table's. */
#include "config.h"

#include "app/pages/kumoji-asset-cell.h"

#include <glib/gi18n.h>

struct _KumojiAssetCell
{
  GtkWidget parent_instance;

  const KumojiAssetColumn *column;
  const KumojiField *field; /* NULL for what is worked out */
  GHashTable *drafts;       /* what was typed and is not valid yet, by asset and field */
  KumojiHistory *history;
  GtkListItem *item; /* unowned: the item's child lives as long as the item */
  KumojiAsset *asset;
  gulong notify_id;

  GtkInscription *text;
  KumojiCellEditor *editor;
  guint close_id;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiAssetCell, kumoji_asset_cell, GTK_TYPE_WIDGET)

static char *
get_draft_key (KumojiAssetCell *self)
{
  return g_strconcat (kumoji_record_get_id (KUMOJI_RECORD (self->asset)), " ", self->column->name,
                      NULL);
}

static void
set_css_class (gpointer widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* A rank is its letter in the table; the words stand in the tooltip and for the screen reader. */
static void
show_rank (KumojiAssetCell *self)
{
  const char *id = kumoji_record_get_text (KUMOJI_RECORD (self->asset), "rank");
  g_autofree char *letter = g_ascii_strup (id, -1);

  gtk_inscription_set_text (self->text, letter);
  set_css_class (self->text, "rank", *id != '\0');
  set_css_class (self->text, "rank-a", g_str_equal (id, "a"));
  set_css_class (self->text, "rank-b", g_str_equal (id, "b"));
  set_css_class (self->text, "rank-c", g_str_equal (id, "c"));
}

static void
show_value (KumojiAssetCell *self)
{
  g_autofree char *text = kumoji_asset_column_format (self->column, self->asset);
  g_autofree char *spoken = NULL;

  if (g_str_equal (self->column->name, "rank"))
    show_rank (self);
  else
    gtk_inscription_set_text (self->text, text);
  if (self->field == NULL)
    set_css_class (self->text, "uncounted", !kumoji_asset_counts (self->asset));
  /* Translators: a cell as a screen reader says it: its column, and what stands there. */
  spoken = g_strdup_printf (_("%s: %s"), kumoji_asset_column_get_title (self->column), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* The editor is forgotten first: what the focus leaves then is not written. */
static void
close_editor (KumojiAssetCell *self, gboolean take_focus)
{
  KumojiCellEditor *editor = g_steal_pointer (&self->editor);

  g_clear_handle_id (&self->close_id, g_source_remove);
  if (editor == NULL)
    return;
  gtk_widget_show (GTK_WIDGET (self->text));
  if (take_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (GTK_WIDGET (editor));
}

static gboolean
close_cb (gpointer data)
{
  KumojiAssetCell *self = KUMOJI_ASSET_CELL (data);

  self->close_id = 0;
  close_editor (self, gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL);
  g_signal_emit (self, signals[DONE], 0, KUMOJI_CELL_STAY);
  return G_SOURCE_REMOVE;
}

/* Writes what was typed into the project as a step of its own; else says why it cannot. */
static gboolean
commit (KumojiAssetCell *self)
{
  const char *text = kumoji_cell_editor_get_text (self->editor);
  g_autofree char *key = get_draft_key (self);
  g_autoptr (GError) error = NULL;
  gboolean is_valid;

  kumoji_history_seal (self->history);
  is_valid = kumoji_history_set_parsed (self->history, KUMOJI_RECORD (self->asset),
                                        self->column->name, text, &error);
  kumoji_history_seal (self->history);
  if (is_valid)
    {
      g_hash_table_remove (self->drafts, key);
      kumoji_cell_editor_set_problem (self->editor, NULL);
      return TRUE;
    }
  g_hash_table_insert (self->drafts, g_steal_pointer (&key), g_strdup (text));
  /* Translators: a field's name and what is wrong, e.g. “Count: must not be negative”. */
  g_autofree char *problem =
    g_strdup_printf (_("%s: %s"), kumoji_asset_column_get_title (self->column), error->message);
  kumoji_cell_editor_set_problem (self->editor, problem);
  return FALSE;
}

/* The project is about to be saved: what is typed here belongs to it. */
static void
commit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiAssetCell *self = KUMOJI_ASSET_CELL (widget);

  if (self->editor != NULL && self->close_id == 0)
    commit (self);
}

static void
editor_done_cb (KumojiCellEditor *editor, int move, KumojiAssetCell *self)
{
  if (self->close_id != 0 || !commit (self))
    return;
  if (move == KUMOJI_CELL_STAY)
    {
      /* The list of choices is still at work. */
      self->close_id = g_idle_add (close_cb, self);
      return;
    }
  close_editor (self, TRUE);
  g_signal_emit (self, signals[DONE], 0, move);
}

static void
editor_cancelled_cb (KumojiCellEditor *editor, KumojiAssetCell *self)
{
  g_autofree char *key = get_draft_key (self);

  g_hash_table_remove (self->drafts, key);
  close_editor (self, TRUE);
  g_signal_emit (self, signals[DONE], 0, KUMOJI_CELL_STAY);
}

/* The widget that had the focus may go only when the focus has arrived elsewhere. A window that
 * goes took what was valid before it closed, and has no place to say what is wrong. */
static void
focus_left_cb (GtkEventControllerFocus *controller, KumojiAssetCell *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (root)))
    return;
  if (self->editor != NULL && self->close_id == 0 && commit (self))
    self->close_id = g_idle_add (close_cb, self);
}

static void
open_editor (KumojiAssetCell *self, const char *text)
{
  g_autofree char *name = g_strdup_printf (
    /* Translators: what a screen reader calls a cell that is edited: column, asset. */
    _("%s, %s"), kumoji_asset_column_get_title (self->column),
    kumoji_record_get_text (KUMOJI_RECORD (self->asset), "name"));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->editor = KUMOJI_CELL_EDITOR (kumoji_cell_editor_new (self->field, text, name));
  g_signal_connect (self->editor, "done", G_CALLBACK (editor_done_cb), self);
  g_signal_connect (self->editor, "cancelled", G_CALLBACK (editor_cancelled_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), focus);
  gtk_widget_hide (GTK_WIDGET (self->text));
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
}

static void
kumoji_asset_cell_dispose (GObject *object)
{
  KumojiAssetCell *self = KUMOJI_ASSET_CELL (object);
  GtkWidget *child;

  kumoji_asset_cell_unbind (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->drafts, g_hash_table_unref);

  G_OBJECT_CLASS (kumoji_asset_cell_parent_class)->dispose (object);
}

static void
kumoji_asset_cell_class_init (KumojiAssetCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_asset_cell_dispose;

  /**
   * KumojiAssetCell::done:
   * @self: the cell
   * @move: a #KumojiCellMove: where editing goes on
   *
   * Editing has ended, in one way or another.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_install_action (widget_class, "cell.commit", NULL, commit_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "asset-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CELL);
}

static void
kumoji_asset_cell_init (KumojiAssetCell *self)
{
  self->text = g_object_new (GTK_TYPE_INSCRIPTION, "min-lines", 2, "nat-lines", 2, "text-overflow",
                             GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * kumoji_asset_cell_new:
 * @column: what it shows
 * @drafts: (transfer none): where it keeps what was typed and is not valid yet
 *
 * Returns: (transfer floating): a cell that shows no asset yet
 */
GtkWidget *
kumoji_asset_cell_new (const KumojiAssetColumn *column, GHashTable *drafts)
{
  KumojiAssetCell *self = g_object_new (KUMOJI_TYPE_ASSET_CELL, NULL);

  self->column = column;
  self->drafts = g_hash_table_ref (drafts);
  self->field = kumoji_asset_column_get_field (column);
  if (kumoji_asset_column_is_number (column))
    {
      gtk_inscription_set_xalign (self->text, 1);
      gtk_inscription_set_min_lines (self->text, 1);
      gtk_inscription_set_nat_lines (self->text, 1);
      gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
    }
  if (self->field == NULL || g_str_equal (column->name, "name"))
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "strong");
  if (column->expands)
    {
      gtk_inscription_set_min_chars (self->text, 13);
      gtk_inscription_set_nat_chars (self->text, 13);
    }
  if (g_str_equal (column->name, "rank"))
    {
      gtk_inscription_set_xalign (self->text, 0.5);
      gtk_inscription_set_min_lines (self->text, 1);
      gtk_inscription_set_nat_lines (self->text, 1);
      gtk_inscription_set_min_chars (self->text, 1);
      gtk_inscription_set_nat_chars (self->text, 1);
      gtk_widget_set_halign (GTK_WIDGET (self->text), GTK_ALIGN_START);
      gtk_widget_set_valign (GTK_WIDGET (self->text), GTK_ALIGN_CENTER);
    }
  return GTK_WIDGET (self);
}

/**
 * kumoji_asset_cell_bind:
 * @self: a cell
 * @history: through which the asset is changed
 * @item: (transfer none): the list's item that holds the asset, and the cell
 */
void
kumoji_asset_cell_bind (KumojiAssetCell *self, KumojiHistory *history, GtkListItem *item)
{
  g_autofree char *key = NULL;
  g_autofree char *signal = NULL;
  const char *draft;

  self->item = item;
  self->history = g_object_ref (history);
  self->asset = g_object_ref (gtk_list_item_get_item (item));
  signal =
    self->field != NULL ? g_strconcat ("notify::", self->column->name, NULL) : g_strdup ("notify");
  self->notify_id = g_signal_connect_swapped (self->asset, signal, G_CALLBACK (show_value), self);
  show_value (self);

  if (g_hash_table_size (self->drafts) == 0)
    return;
  key = get_draft_key (self);
  draft = g_hash_table_lookup (self->drafts, key);
  if (draft != NULL)
    {
      g_autofree char *text = g_strdup (draft);
      open_editor (self, text);
      commit (self);
    }
}

/**
 * kumoji_asset_cell_unbind:
 * @self: a cell
 *
 * It shows no asset any more. What was typed and is not valid waits for the asset to come back.
 */
void
kumoji_asset_cell_unbind (KumojiAssetCell *self)
{
  if (self->asset == NULL)
    return;
  close_editor (self, FALSE);
  g_clear_signal_handler (&self->notify_id, self->asset);
  g_clear_object (&self->asset);
  g_clear_object (&self->history);
  self->item = NULL;
}

/**
 * kumoji_asset_cell_get_column:
 * @self: a cell
 *
 * Returns: (transfer none): its column
 */
const KumojiAssetColumn *
kumoji_asset_cell_get_column (KumojiAssetCell *self)
{
  return self->column;
}

/**
 * kumoji_asset_cell_get_asset:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): what it shows now
 */
KumojiAsset *
kumoji_asset_cell_get_asset (KumojiAssetCell *self)
{
  return self->asset;
}

/**
 * kumoji_asset_cell_get_position:
 * @self: a cell
 *
 * Returns: the position of its row, %GTK_INVALID_LIST_POSITION for none
 */
guint
kumoji_asset_cell_get_position (KumojiAssetCell *self)
{
  return self->item != NULL ? gtk_list_item_get_position (self->item) : GTK_INVALID_LIST_POSITION;
}

/**
 * kumoji_asset_cell_get_text:
 * @self: a cell
 *
 * Returns: (transfer none): what it shows
 */
const char *
kumoji_asset_cell_get_text (KumojiAssetCell *self)
{
  return gtk_inscription_get_text (self->text);
}

/**
 * kumoji_asset_cell_dup_tooltip:
 * @self: a cell
 *
 * Returns: (transfer full) (nullable): what the cell could not show, or shows in short
 */
char *
kumoji_asset_cell_dup_tooltip (KumojiAssetCell *self)
{
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (self->asset == NULL)
    return NULL;
  if (self->field == NULL)
    return kumoji_asset_counts (self->asset) ? NULL : g_strdup (_("Does not count in the total"));
  text = kumoji_asset_column_format (self->column, self->asset);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->text), text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (g_str_equal (self->column->name, "rank") ? *text == '\0'
                                               : width <= gtk_widget_get_width (GTK_WIDGET (self)))
    return NULL;
  return g_steal_pointer (&text);
}

/**
 * kumoji_asset_cell_edit:
 * @self: a cell that shows an asset
 * @open: whether a list of choices opens at once
 *
 * Begins editing; nothing for a value that is worked out.
 */
void
kumoji_asset_cell_edit (KumojiAssetCell *self, gboolean open)
{
  g_autofree char *text = NULL;

  if (self->field == NULL || self->asset == NULL)
    return;
  if (self->editor == NULL)
    {
      text =
        self->field->type == KUMOJI_FIELD_INTEGER
          ? g_strdup_printf ("%" G_GINT64_FORMAT,
                             kumoji_record_get_integer (KUMOJI_RECORD (self->asset),
                                                        self->column->name))
          : g_strdup (kumoji_record_get_text (KUMOJI_RECORD (self->asset), self->column->name));
      open_editor (self, text);
    }
  kumoji_cell_editor_take_focus (self->editor, open);
}

/**
 * kumoji_asset_cell_get_editor:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): what it is edited with just now
 */
KumojiCellEditor *
kumoji_asset_cell_get_editor (KumojiAssetCell *self)
{
  return self->editor;
}
