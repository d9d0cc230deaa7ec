/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the register: which columns are in sight, and by which one it is sorted.
 *
 * GTK 4.8 names neither columns nor the sorted one, so both are kept here, and in the settings
 * "asset-columns" (names, in order) and "asset-sort" (a name, behind "-" for the highest first). */
#include "config.h"

#include "app/pages/kumoji-asset-head.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-register-settings.h"

struct _KumojiAssetHead
{
  GObject parent_instance;

  GtkColumnView *view; /* unowned: it owns us */
  GSettings *settings; /* NULL where none are installed */
  GSimpleActionGroup *actions;
  GMenu *menu;
  GMenu *shown_menu;
  GMenu *sort_menu;
  char *sort; /* as in the settings */
  gboolean is_restoring;
};

G_DEFINE_FINAL_TYPE (KumojiAssetHead, kumoji_asset_head, G_TYPE_OBJECT)

static GQuark
column_quark (void)
{
  return g_quark_from_static_string ("kumoji-asset-column");
}

static const KumojiAssetColumn *
column_of (GtkColumnViewColumn *column)
{
  return g_object_get_qdata (G_OBJECT (column), column_quark ());
}

static GtkColumnViewColumn *
find_column (KumojiAssetHead *self, const char *name, guint *position)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      if (column_of (column) != NULL && g_str_equal (column_of (column)->name, name))
        {
          *position = i;
          return column;
        }
    }
  return NULL;
}

static void
save_columns (KumojiAssetHead *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (self->settings == NULL || self->is_restoring)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      if (gtk_column_view_column_get_visible (column))
        g_strv_builder_add (builder, column_of (column)->name);
    }
  names = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, KUMOJI_REGISTER_COLUMNS_KEY, (const char *const *) names);
}

static void
columns_changed_cb (GListModel *columns,
                    guint position,
                    guint removed,
                    guint added,
                    KumojiAssetHead *self)
{
  save_columns (self);
}

static int
measure (KumojiAssetHead *self, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* What a text needs in two lines: its longest word; in Japanese half of it and a character. */
static int
measure_in_two_lines (KumojiAssetHead *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean is_latin = g_str_is_ascii (text);
  int width = 0;

  if (!is_latin)
    return g_utf8_strlen (text, -1) > 6 ? measure (self, text) / 2 + measure (self, "国")
                                        : measure (self, text);
  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, measure (self, words[i]));
  return width;
}

static int
get_width (KumojiAssetHead *self, const KumojiAssetColumn *column)
{
  const KumojiField *field = kumoji_asset_column_get_field (column);
  int width = 48;

  if (column->width > 0)
    return column->width;
  if (!kumoji_asset_column_is_choice (column))
    return -1;
  for (guint i = 0; field->choices[i].id != NULL; i++)
    width =
      MAX (width,
           measure_in_two_lines (self,
                                 kumoji_field_get_choice_label (field, field->choices[i].id,
                                                                kumoji_language_get_default ())));
  return width + 2 * measure (self, "0") + 12;
}

/* GTK 4.8 takes the width of a hidden column from what is left to expand: it must have none. */
static void
set_visible (KumojiAssetHead *self, GtkColumnViewColumn *column, gboolean visible)
{
  gtk_column_view_column_set_fixed_width (column,
                                          visible ? get_width (self, column_of (column)) : -1);
  gtk_column_view_column_set_visible (column, visible);
}

static void
show_changed_cb (GSimpleAction *action, GVariant *state, KumojiAssetHead *self)
{
  const char *name = g_action_get_name (G_ACTION (action)) + strlen ("show-");
  guint position;
  GtkColumnViewColumn *column = find_column (self, name, &position);

  if (gtk_column_view_column_get_visible (column) != g_variant_get_boolean (state))
    set_visible (self, column, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
  save_columns (self);
}

/* Sorts by what @sort says, as in the settings. */
static void
sort_by (KumojiAssetHead *self, const char *sort)
{
  gboolean descending = *sort == '-';
  guint position;
  GtkColumnViewColumn *column = find_column (self, sort + descending, &position);

  gtk_column_view_sort_by_column (self->view, column,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
set_sort (KumojiAssetHead *self, const char *sort)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "sort");

  if (g_strcmp0 (self->sort, sort) == 0)
    return;
  g_free (self->sort);
  self->sort = g_strdup (sort);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (sort));
  if (self->settings != NULL && !self->is_restoring)
    g_settings_set_string (self->settings, KUMOJI_REGISTER_SORT_KEY, sort);
}

static void
sort_changed_cb (GSimpleAction *action, GVariant *state, KumojiAssetHead *self)
{
  g_autofree char *sort = g_variant_dup_string (state, NULL);

  sort_by (self, sort);
  set_sort (self, sort);
}

/* A title is a button that holds a box with the word and the arrow. */
static GtkWidget *
get_title_box (GtkWidget *title)
{
  GtkWidget *box = gtk_widget_get_first_child (title);

  return GTK_IS_BOX (box) ? box : NULL;
}

/* Which way the arrow beside a column's title points: 1 up, -1 down, 0 not at all. */
static int
get_arrow (GtkWidget *title)
{
  GtkWidget *box = get_title_box (title);
  GtkWidget *arrow = box != NULL ? gtk_widget_get_last_child (box) : NULL;

  if (arrow == NULL || GTK_IS_LABEL (arrow))
    return 0;
  return gtk_widget_has_css_class (arrow, "ascending")    ? 1
         : gtk_widget_has_css_class (arrow, "descending") ? -1
                                                          : 0;
}

static void
sorter_changed_cb (GtkSorter *sorter, GtkSorterChange change, KumojiAssetHead *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *title =
    gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->view)));

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int arrow = get_arrow (title);
      g_autofree char *sort = g_strconcat (arrow < 0 ? "-" : "", column_of (column)->name, NULL);
      if (arrow != 0)
        set_sort (self, sort);
      title = gtk_widget_get_next_sibling (title);
    }
}

/* Titles break into two lines, and those of numbers stand above them, at the right. */
static void
lay_out_titles (KumojiAssetHead *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *title =
    gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->view)));

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = get_title_box (title);
      GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;
      if (GTK_IS_LABEL (label))
        {
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
          gtk_label_set_lines (GTK_LABEL (label), 2);
          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
          gtk_label_set_xalign (GTK_LABEL (label),
                                kumoji_asset_column_is_number (column_of (column)) ? 1 : 0);
          gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
          gtk_widget_set_hexpand (label, TRUE);
        }
      title = gtk_widget_get_next_sibling (title);
    }
}

static void
kumoji_asset_head_finalize (GObject *object)
{
  KumojiAssetHead *self = KUMOJI_ASSET_HEAD (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
  g_clear_object (&self->shown_menu);
  g_clear_object (&self->sort_menu);
  g_free (self->sort);

  G_OBJECT_CLASS (kumoji_asset_head_parent_class)->finalize (object);
}

static void
kumoji_asset_head_class_init (KumojiAssetHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_asset_head_finalize;
}

static void
kumoji_asset_head_init (KumojiAssetHead *self)
{
  g_autoptr (GSimpleAction) sort =
    g_simple_action_new_stateful ("sort", G_VARIANT_TYPE_STRING, g_variant_new_string (""));

  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
  self->shown_menu = g_menu_new ();
  self->sort_menu = g_menu_new ();
  self->sort = g_strdup ("");
  g_signal_connect (sort, "change-state", G_CALLBACK (sort_changed_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (sort));
  g_menu_append_submenu (self->menu, _("Sort by"), G_MENU_MODEL (self->sort_menu));
  g_menu_append_section (self->menu, _("Columns"), G_MENU_MODEL (self->shown_menu));
}

/**
 * kumoji_asset_head_new:
 * @view: (transfer none): the register, which owns the head
 * @settings: (nullable): where the choice of columns is kept
 *
 * Returns: (transfer full): a head without columns
 */
KumojiAssetHead *
kumoji_asset_head_new (GtkColumnView *view, GSettings *settings)
{
  KumojiAssetHead *self = g_object_new (KUMOJI_TYPE_ASSET_HEAD, NULL);

  self->view = view;
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_AFTER);
  return self;
}

static void
add_to_menus (KumojiAssetHead *self, const KumojiAssetColumn *column)
{
  const char *title = kumoji_asset_column_get_title (column);
  g_autofree char *show = g_strconcat ("show-", column->name, NULL);
  g_autofree char *detailed = g_strconcat ("register.", show, NULL);
  g_autofree char *down = g_strconcat ("-", column->name, NULL);
  g_autofree char *down_title = NULL;
  g_autoptr (GSimpleAction) action =
    g_simple_action_new_stateful (show, NULL, g_variant_new_boolean (!column->is_optional));
  g_autoptr (GMenuItem) up_item = g_menu_item_new (title, NULL);

  g_signal_connect (action, "change-state", G_CALLBACK (show_changed_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  if (!g_str_equal (column->name, "name"))
    g_menu_append (self->shown_menu, title, detailed);

  g_menu_item_set_action_and_target (up_item, "register.sort", "s", column->name);
  g_menu_append_item (self->sort_menu, up_item);
  if (!kumoji_asset_column_is_number (column))
    return;
  /* Translators: sort by a column, the highest number first; %s is the column. */
  down_title = g_strdup_printf (_("%s, highest first"), title);
  g_autoptr (GMenuItem) down_item = g_menu_item_new (down_title, NULL);
  g_menu_item_set_action_and_target (down_item, "register.sort", "s", down);
  g_menu_append_item (self->sort_menu, down_item);
}

/**
 * kumoji_asset_head_add_column:
 * @self: a head
 * @column: a column
 * @factory: (transfer full): makes its cells
 */
void
kumoji_asset_head_add_column (KumojiAssetHead *self,
                              const KumojiAssetColumn *column,
                              GtkListItemFactory *factory)
{
  g_autoptr (GtkColumnViewColumn) shown =
    gtk_column_view_column_new (kumoji_asset_column_get_title (column), factory);
  g_autoptr (GtkSorter) sorter = kumoji_asset_column_create_sorter (column);

  g_object_set_qdata (G_OBJECT (shown), column_quark (), (gpointer) column);
  gtk_column_view_column_set_sorter (shown, sorter);
  gtk_column_view_column_set_resizable (shown, TRUE);
  set_visible (self, shown, !column->is_optional);
  gtk_column_view_column_set_header_menu (shown, G_MENU_MODEL (self->menu));
  gtk_column_view_column_set_expand (shown, column->expands);
  gtk_column_view_append_column (self->view, shown);
  add_to_menus (self, column);
}

/**
 * kumoji_asset_head_restore:
 * @self: a head with all its columns
 *
 * Shows the columns that the user chose before, in the user's order, and sorts as before.
 */
void
kumoji_asset_head_restore (KumojiAssetHead *self)
{
  g_auto (GStrv) names = self->settings != NULL
                           ? g_settings_get_strv (self->settings, KUMOJI_REGISTER_COLUMNS_KEY)
                           : NULL;
  g_autofree char *sort = self->settings != NULL
                            ? g_settings_get_string (self->settings, KUMOJI_REGISTER_SORT_KEY)
                            : NULL;
  guint n_columns, position;
  const KumojiAssetColumn *columns = kumoji_asset_columns_get (&n_columns);

  self->is_restoring = TRUE;
  for (guint i = 0; names != NULL && names[0] != NULL && i < n_columns; i++)
    {
      g_autofree char *show = g_strconcat ("show-", columns[i].name, NULL);
      gboolean visible = g_strv_contains ((const char *const *) names, columns[i].name)
                         || g_str_equal (columns[i].name, "name");
      g_action_group_change_action_state (G_ACTION_GROUP (self->actions), show,
                                          g_variant_new_boolean (visible));
    }
  for (guint i = 0, place = 0; names != NULL && names[i] != NULL; i++)
    {
      GtkColumnViewColumn *column = find_column (self, names[i], &position);
      if (column != NULL)
        gtk_column_view_insert_column (self->view, place++, column);
    }
  if (sort != NULL && find_column (self, sort + (*sort == '-'), &position) != NULL)
    g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "sort",
                                        g_variant_new_string (sort));
  self->is_restoring = FALSE;
  lay_out_titles (self);
  g_signal_connect_object (gtk_column_view_get_columns (self->view), "items-changed",
                           G_CALLBACK (columns_changed_cb), self, 0);
}

/**
 * kumoji_asset_head_get_actions:
 * @self: a head
 *
 * Returns: (transfer none): "show-NAME" and "sort", to be found as "register.…"
 */
GActionGroup *
kumoji_asset_head_get_actions (KumojiAssetHead *self)
{
  return G_ACTION_GROUP (self->actions);
}

/**
 * kumoji_asset_head_get_menu:
 * @self: a head
 *
 * Returns: (transfer none): by which columns to sort, and which to show
 */
GMenuModel *
kumoji_asset_head_get_menu (KumojiAssetHead *self)
{
  return G_MENU_MODEL (self->menu);
}

/**
 * kumoji_asset_head_get_sort:
 * @self: a head
 * @descending: (out): whether the highest comes first
 *
 * Returns: (transfer none) (nullable): the column by which the register is sorted
 */
const KumojiAssetColumn *
kumoji_asset_head_get_sort (KumojiAssetHead *self, gboolean *descending)
{
  *descending = *self->sort == '-';
  return kumoji_asset_column_find (self->sort + *descending);
}

/**
 * kumoji_asset_head_get_neighbour:
 * @self: a head
 * @column: a column in sight
 * @step: 1 for the next one, -1 for the one before
 *
 * Returns: (transfer none) (nullable): the column beside it
 */
const KumojiAssetColumn *
kumoji_asset_head_get_neighbour (KumojiAssetHead *self, const KumojiAssetColumn *column, int step)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  int n = g_list_model_get_n_items (columns);
  guint position = 0;

  if (find_column (self, column->name, &position) == NULL)
    return NULL;
  for (int i = (int) position + step; i >= 0 && i < n; i += step)
    {
      g_autoptr (GtkColumnViewColumn) shown = g_list_model_get_item (columns, i);
      if (gtk_column_view_column_get_visible (shown))
        return column_of (shown);
    }
  return NULL;
}
