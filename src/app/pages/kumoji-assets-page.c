/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The information assets: what the company has, and what it is worth. */
#include "config.h"

#include "app/pages/kumoji-assets-page.h"

#include <glib/gi18n.h>

#include "app/kumoji-window.h"
#include "app/pages/kumoji-asset-card.h"
#include "app/pages/kumoji-asset-exchange.h"
#include "app/pages/kumoji-balance-card.h"
#include "app/pages/kumoji-register-area.h"
#include "app/pages/kumoji-share-row.h"
#include "project/kumoji-edit.h"
#include "rules/kumoji-valuation.h"

struct _KumojiAssetsPage
{
  KumojiPane parent_instance;

  KumojiValuation *valuation; /* as of the last refresh */
  guint shown_id;

  GtkStack *stack;
  GtkStack *table_stack;
  GtkSearchEntry *search;
  GtkDropDown *group;
  GtkDropDown *rank;
  GtkMenuButton *columns;
  KumojiAssetTable *table;
  KumojiBalanceCard *balance;
  GtkScrolledWindow *details;
  KumojiAssetCard *card;
  GtkLabel *hint;
  GtkListBox *groups;
  GtkWidget *groups_box;
  GtkLabel *total_line;
};

G_DEFINE_FINAL_TYPE (KumojiAssetsPage, kumoji_assets_page, KUMOJI_TYPE_PANE)

static KumojiList *
get_assets (KumojiAssetsPage *self)
{
  return kumoji_project_get_assets (kumoji_pane_get_project (KUMOJI_PANE (self)));
}

static const KumojiField *
get_field (const char *name)
{
  return kumoji_record_type_get_field (KUMOJI_TYPE_ASSET, name);
}

/* The filter of one choice: all, each of them, and those of which it was not said. */
static void
fill_filter (GtkDropDown *drop_down, const char *field, const char *all)
{
  const KumojiField *described = get_field (field);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, all);
  for (const KumojiChoice *choice = described->choices; choice->id != NULL; choice++)
    gtk_string_list_append (labels, kumoji_field_get_choice_label (described, choice->id,
                                                                   kumoji_language_get_default ()));
  gtk_string_list_append (labels, _("Not set"));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (labels));
}

static void
apply_filter (KumojiAssetsPage *self, GtkDropDown *drop_down, const char *field)
{
  const KumojiField *described = get_field (field);
  guint selected = gtk_drop_down_get_selected (drop_down), n = 0;

  while (described->choices[n].id != NULL)
    n++;
  kumoji_asset_filter_set_choice (kumoji_asset_table_get_filter (self->table), field,
                                  selected == 0   ? NULL
                                  : selected <= n ? described->choices[selected - 1].id
                                                  : "");
}

static void
group_cb (KumojiAssetsPage *self)
{
  apply_filter (self, self->group, "group");
}

static void
rank_cb (KumojiAssetsPage *self)
{
  apply_filter (self, self->rank, "rank");
}

static void
search_cb (GtkSearchEntry *search, KumojiAssetsPage *self)
{
  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (self->table),
                                 gtk_editable_get_text (GTK_EDITABLE (search)));
}

static void
clear_filters (KumojiAssetsPage *self)
{
  gtk_drop_down_set_selected (self->group, 0);
  gtk_drop_down_set_selected (self->rank, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  kumoji_asset_filter_set_words (kumoji_asset_table_get_filter (self->table), "");
}

static void
clear_filters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  clear_filters (KUMOJI_ASSETS_PAGE (widget));
}

/* A row of the totals leads to the assets behind it. */
static void
share_activated_cb (GtkListBox *groups, KumojiShareRow *row, KumojiAssetsPage *self)
{
  const KumojiField *field = get_field ("group");
  guint i = 0;

  while (field->choices[i].id != NULL
         && !g_str_equal (field->choices[i].id, kumoji_share_row_get_id (row)))
    i++;
  gtk_drop_down_set_selected (self->group, i + 1);
}

static void
show_groups (KumojiAssetsPage *self)
{
  GArray *shares = self->valuation->by_group;

  gtk_widget_set_visible (self->groups_box, self->valuation->overflow == NULL);
  for (guint i = 0; i < shares->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->groups, (int) i);
      if (row == NULL)
        {
          gtk_list_box_append (self->groups, kumoji_share_row_new ());
          row = gtk_list_box_get_row_at_index (self->groups, (int) i);
        }
      kumoji_share_row_set (KUMOJI_SHARE_ROW (row), &g_array_index (shares, KumojiShare, i),
                            self->valuation->total);
    }
}

/* What is in sight, counted and added up. */
static char *
dup_total_line (KumojiAssetsPage *self)
{
  GListModel *model = G_LIST_MODEL (kumoji_asset_table_get_model (self->table));
  guint n = g_list_model_get_n_items (model), all = kumoji_list_get_length (get_assets (self));
  guint counted = 0;
  gint64 sum = 0, total;
  gboolean fits = TRUE;
  GString *line = g_string_new (NULL);
  g_autofree char *number = kumoji_integer_format (n);
  g_autofree char *of = kumoji_integer_format (all);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KumojiAsset) asset = g_list_model_get_item (model, i);
      if (!kumoji_asset_counts (asset))
        continue;
      counted++;
      fits = fits && kumoji_asset_get_total (asset, &total)
             && !__builtin_add_overflow (sum, total, &sum);
    }
  if (n < all)
    /* Translators: how many of all assets are in sight. */
    g_string_append_printf (line, _("%s of %s assets shown"), number, of);
  else
    g_string_append_printf (line, ngettext ("%s asset", "%s assets", n), number);
  if (counted < n)
    {
      g_autofree char *in_total = kumoji_integer_format (counted);
      /* Translators: how many of the assets in sight count. */
      g_string_append_printf (line, _(" · %s count in the total"), in_total);
    }
  g_autofree char *yen = kumoji_yen_format (sum);
  g_string_append (line, " · ");
  g_string_append_printf (line, _("Total %s"), fits ? yen : _("too large to be added up"));
  return g_string_free (line, FALSE);
}

static void
show_shown (KumojiAssetsPage *self)
{
  g_autofree char *line = dup_total_line (self);
  gboolean is_none =
    g_list_model_get_n_items (G_LIST_MODEL (kumoji_asset_table_get_model (self->table))) == 0;

  gtk_label_set_label (self->total_line, line);
  gtk_stack_set_visible_child_name (self->table_stack, is_none ? "none" : "table");
}

static gboolean
shown_idle_cb (gpointer data)
{
  KumojiAssetsPage *self = KUMOJI_ASSETS_PAGE (data);

  self->shown_id = 0;
  if (kumoji_pane_get_project (KUMOJI_PANE (self)) != NULL)
    show_shown (self);
  return G_SOURCE_REMOVE;
}

/* Sorting and filtering in steps change the table many times: the line is worked out once. */
static void
shown_changed_cb (KumojiAssetTable *table, KumojiAssetsPage *self)
{
  if (self->shown_id == 0)
    self->shown_id = g_idle_add_full (G_PRIORITY_LOW, shown_idle_cb, self, NULL);
}

static char *
dup_hint (GPtrArray *selected)
{
  gint64 sum = 0, total;

  if (selected->len < 2)
    return g_strdup (
      _("Choose an asset to see what it weighs, and to edit all that is said of it."));
  for (guint i = 0; i < selected->len; i++)
    if (!kumoji_asset_get_total (selected->pdata[i], &total)
        || __builtin_add_overflow (sum, total, &sum))
      return g_strdup (_("The values of these assets are too large to be added up."));
  g_autofree char *yen = kumoji_yen_format (sum);
  g_autofree char *number = kumoji_integer_format (selected->len);
  /* Translators: a number of assets, two or more, and what they are worth. */
  return g_strdup_printf (_("%s assets are chosen, worth %s together."), number, yen);
}

static void
show_selected (KumojiAssetsPage *self)
{
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));
  g_autoptr (GPtrArray) selected = kumoji_asset_table_get_selected (self->table);
  KumojiAsset *asset = selected->len == 1 ? selected->pdata[0] : NULL;
  KumojiAsset *before = kumoji_asset_card_get_asset (self->card);
  g_autofree char *hint = dup_hint (selected);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.duplicate", selected->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asset.delete", selected->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->card), asset != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), asset == NULL);
  gtk_label_set_label (self->hint, hint);
  kumoji_asset_card_bind (self->card, project, asset);
  if (asset != NULL && self->valuation != NULL)
    kumoji_asset_card_set_valuation (self->card, self->valuation);
  if (asset != before)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->details), 0);
}

static void
selected_changed_cb (KumojiAssetTable *table, KumojiAssetsPage *self)
{
  if (self->valuation != NULL)
    show_selected (self);
}

static void
kumoji_assets_page_refresh (KumojiPane *pane)
{
  KumojiAssetsPage *self = KUMOJI_ASSETS_PAGE (pane);
  KumojiProject *project = kumoji_pane_get_project (pane);
  gboolean is_empty = kumoji_list_get_length (get_assets (self)) == 0;

  g_clear_pointer (&self->valuation, kumoji_valuation_free);
  self->valuation = kumoji_valuation_new (project);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "register");
  kumoji_balance_card_set (self->balance, self->valuation);
  show_groups (self);
  show_selected (self);
  show_shown (self);
  kumoji_asset_table_settle (self->table);
}

static void
kumoji_assets_page_set_project (KumojiPane *pane, KumojiProject *project)
{
  KumojiAssetsPage *self = KUMOJI_ASSETS_PAGE (pane);

  g_clear_pointer (&self->valuation, kumoji_valuation_free);
  kumoji_asset_card_bind (self->card, NULL, NULL);
  KUMOJI_PANE_CLASS (kumoji_assets_page_parent_class)->set_project (pane, project);
  kumoji_asset_table_set_project (self->table, project);
  clear_filters (self);
}

/* An asset that the filter hides comes into sight: the filter gives way. */
static void
show_asset (KumojiAssetsPage *self, KumojiAsset *asset)
{
  gtk_stack_set_visible_child_name (self->stack, "register");
  if (kumoji_asset_table_show_asset (self->table, asset))
    return;
  clear_filters (self);
  kumoji_asset_table_show_asset (self->table, asset);
}

static void
kumoji_assets_page_go_to (KumojiPane *pane, const char *target)
{
  KumojiAssetsPage *self = KUMOJI_ASSETS_PAGE (pane);
  KumojiAsset *asset = kumoji_list_find (get_assets (self), target);

  if (asset != NULL)
    show_asset (self, asset);
}

static gboolean
kumoji_assets_page_find (KumojiPane *pane)
{
  GtkWidget *search = GTK_WIDGET (KUMOJI_ASSETS_PAGE (pane)->search);

  return gtk_widget_get_mapped (search) && gtk_widget_grab_focus (search);
}

static char *
kumoji_assets_page_dup_subtitle (KumojiPane *pane)
{
  guint n = kumoji_list_get_length (get_assets (KUMOJI_ASSETS_PAGE (pane)));
  g_autofree char *number = kumoji_integer_format (n);

  return g_strdup_printf (ngettext ("%s asset", "%s assets", n), number);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiAssetsPage *self = KUMOJI_ASSETS_PAGE (widget);
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));
  KumojiAsset *asset = kumoji_edit_add_asset (project);

  show_asset (self, asset);
  gtk_stack_set_visible_child_name (self->table_stack, "table");
  kumoji_asset_table_edit (self->table, asset, "name");
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiAssetsPage *self = KUMOJI_ASSETS_PAGE (widget);
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (GPtrArray) selected = kumoji_asset_table_get_selected (self->table);
  KumojiAsset *copy = NULL;

  kumoji_history_begin (history, selected->len == 1 ? _("Duplicate information asset")
                                                    : _("Duplicate information assets"));
  for (guint i = 0; i < selected->len; i++)
    copy = kumoji_edit_duplicate_asset (project, selected->pdata[i]);
  kumoji_history_end (history);
  if (copy != NULL)
    show_asset (self, copy);
}

static void
tell_deleted (KumojiAssetsPage *self, guint n)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *number = kumoji_integer_format (n);
  g_autofree char *title =
    g_strdup_printf (ngettext ("%s asset deleted", "%s assets deleted", n), number);
  AdwToast *toast;

  if (!KUMOJI_IS_WINDOW (root))
    return;
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  kumoji_window_add_toast (KUMOJI_WINDOW (root), toast);
}

/* What stands where the deleted ones stood is chosen next, so that the keyboard goes on there. */
static void
choose_position (KumojiAssetsPage *self, guint position)
{
  GListModel *model = G_LIST_MODEL (kumoji_asset_table_get_model (self->table));
  guint n = g_list_model_get_n_items (model);
  g_autoptr (KumojiAsset) asset =
    n > 0 ? g_list_model_get_item (model, MIN (position, n - 1)) : NULL;

  if (asset != NULL)
    kumoji_asset_table_show_asset (self->table, asset);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiAssetsPage *self = KUMOJI_ASSETS_PAGE (widget);
  g_autoptr (GPtrArray) selected = kumoji_asset_table_get_selected (self->table);

  if (selected->len == 0)
    return;
  g_autoptr (GtkBitset) chosen =
    gtk_selection_model_get_selection (kumoji_asset_table_get_model (self->table));
  guint first = gtk_bitset_get_minimum (chosen);
  kumoji_edit_delete_assets (kumoji_pane_get_project (KUMOJI_PANE (self)), selected);
  choose_position (self, first);
  tell_deleted (self, selected->len);
}

static void
kumoji_assets_page_dispose (GObject *object)
{
  KumojiAssetsPage *self = KUMOJI_ASSETS_PAGE (object);

  /* The table still says that it shows less and less while it goes. */
  if (self->table != NULL)
    g_signal_handlers_disconnect_by_data (self->table, self);
  self->table = NULL;
  g_clear_handle_id (&self->shown_id, g_source_remove);
  g_clear_pointer (&self->valuation, kumoji_valuation_free);

  G_OBJECT_CLASS (kumoji_assets_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-assets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, table_stack);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, search);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, group);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, rank);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, columns);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, table);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, balance);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, details);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, card);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, hint);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, groups);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, groups_box);
  gtk_widget_class_bind_template_child (widget_class, KumojiAssetsPage, total_line);
  gtk_widget_class_bind_template_callback (widget_class, group_cb);
  gtk_widget_class_bind_template_callback (widget_class, rank_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, share_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_changed_cb);
}

static void
kumoji_assets_page_class_init (KumojiAssetsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KumojiPaneClass *pane_class = KUMOJI_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_assets_page_dispose;
  pane_class->set_project = kumoji_assets_page_set_project;
  pane_class->refresh = kumoji_assets_page_refresh;
  pane_class->go_to = kumoji_assets_page_go_to;
  pane_class->find = kumoji_assets_page_find;
  pane_class->dup_subtitle = kumoji_assets_page_dup_subtitle;

  g_type_ensure (KUMOJI_TYPE_REGISTER_AREA);
  g_type_ensure (KUMOJI_TYPE_ASSET_TABLE);
  g_type_ensure (KUMOJI_TYPE_BALANCE_CARD);
  g_type_ensure (KUMOJI_TYPE_ASSET_CARD);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "asset.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "asset.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "asset.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "asset.clear-filters", NULL, clear_filters_action);
  kumoji_asset_exchange_class_init (widget_class);
}

static void
kumoji_assets_page_init (KumojiAssetsPage *self)
{
  KumojiAssetHead *head;

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_filter (self->group, "group", _("All groups"));
  fill_filter (self->rank, "rank", _("All ranks"));
  head = kumoji_asset_table_get_head (self->table);
  gtk_menu_button_set_menu_model (self->columns, kumoji_asset_head_get_menu (head));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "register",
                                  kumoji_asset_head_get_actions (head));
}

/**
 * kumoji_assets_page_get_table:
 * @self: a page
 *
 * Returns: (transfer none): the register in it
 */
KumojiAssetTable *
kumoji_assets_page_get_table (KumojiAssetsPage *self)
{
  return self->table;
}
