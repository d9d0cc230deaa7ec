/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item list: all items of a checklist with their states, or those that a filter leaves. */
#include "config.h"

#include "app/pages/kumoji-item-list.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-item-row.h"

struct _KumojiItemList
{
  AdwBin parent_instance;

  KumojiChecklist *checklist;
  KumojiItem *current;
  KumojiItemFilter filter;
  gboolean showing; /* we select ourselves */

  GListStore *lines;
  GtkCustomFilter *custom_filter;
  GtkFilterListModel *shown;
  GtkSingleSelection *selection;
  GtkListView *view;
  GtkWidget *scroller;
  GtkLabel *empty_label;
  GtkToggleButton *all_button;
  GtkToggleButton *open_button;
  GtkToggleButton *no_button;
};

enum
{
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiItemList, kumoji_item_list, ADW_TYPE_BIN)

static gboolean
matches (KumojiItemFilter filter, KumojiItemState state)
{
  switch (filter)
    {
    case KUMOJI_ITEM_FILTER_OPEN:
      return state == KUMOJI_ITEM_UNANSWERED || state == KUMOJI_ITEM_WAITING
             || state == KUMOJI_ITEM_REASON_MISSING;
    case KUMOJI_ITEM_FILTER_NO:
      return state == KUMOJI_ITEM_NO;
    default:
      return TRUE;
    }
}

static gboolean
filter_cb (gpointer item, gpointer data)
{
  return matches (KUMOJI_ITEM_LIST (data)->filter, kumoji_item_line_get_state (item));
}

static KumojiItemLine *
get_line (GListModel *model, guint position)
{
  g_autoptr (KumojiItemLine) line = g_list_model_get_item (model, position);

  return line; /* the model keeps it */
}

/* The list follows the item in the card, and scrolls to it: long lists must not lose the reader. */
static void
show_current (KumojiItemList *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (kumoji_item_line_get_item (get_line (model, i)) == self->current)
      position = i;

  self->showing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->showing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
show_empty (KumojiItemList *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0;

  if (is_empty)
    gtk_label_set_label (self->empty_label, self->filter == KUMOJI_ITEM_FILTER_NO
                                              ? _("No question is answered No.")
                                              : _("No question is open: all are answered."));
  gtk_widget_set_visible (self->scroller, !is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_label), is_empty);
}

static void
show_count (GtkToggleButton *button, const char *label, guint count)
{
  /* Translators: a filter and how many questions it leaves. */
  g_autofree char *text = g_strdup_printf (_("%s %u"), label, count);

  gtk_button_set_label (GTK_BUTTON (button), text);
}

static void
selected_cb (KumojiItemList *self)
{
  KumojiItemLine *line = gtk_single_selection_get_selected_item (self->selection);

  if (!self->showing && line != NULL)
    g_signal_emit (self, signals[SELECTED], 0, kumoji_item_line_get_item (line));
}

static void
filter_toggled_cb (KumojiItemList *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  kumoji_item_list_set_filter (self, button == self->open_button ? KUMOJI_ITEM_FILTER_OPEN
                                     : button == self->no_button ? KUMOJI_ITEM_FILTER_NO
                                                                 : KUMOJI_ITEM_FILTER_ALL);
}

static void
kumoji_item_list_dispose (GObject *object)
{
  KumojiItemList *self = KUMOJI_ITEM_LIST (object);

  self->showing = TRUE;
  g_clear_object (&self->checklist);
  g_clear_object (&self->current);
  if (self->custom_filter != NULL)
    gtk_custom_filter_set_filter_func (self->custom_filter, NULL, NULL, NULL);

  G_OBJECT_CLASS (kumoji_item_list_parent_class)->dispose (object);
}

static void
kumoji_item_list_class_init (KumojiItemListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_item_list_dispose;

  /**
   * KumojiItemList::selected:
   * @self: the list
   * @item: the item that the user goes to
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, KUMOJI_TYPE_ITEM);

  g_type_ensure (KUMOJI_TYPE_ITEM_LINE);
  g_type_ensure (KUMOJI_TYPE_ITEM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-item-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiItemList, lines);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemList, custom_filter);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemList, shown);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemList, selection);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemList, view);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemList, scroller);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemList, empty_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemList, all_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemList, open_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiItemList, no_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
}

static void
kumoji_item_list_init (KumojiItemList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->custom_filter, filter_cb, self, NULL);
}

static void
append_section (GPtrArray *lines, KumojiSection *section, gboolean has_heading)
{
  g_autofree char *heading =
    g_strdup_printf ("%s  %s", section->id,
                     kumoji_text_get (&section->title, kumoji_language_get_default ()));

  for (guint i = 0; i < section->items->len; i++)
    g_ptr_array_add (lines, kumoji_item_line_new (section->items->pdata[i],
                                                  has_heading && i == 0 ? heading : NULL));
}

/**
 * kumoji_item_list_set_checklist:
 * @self: a list
 * @checklist: (nullable): whose items it shows
 */
void
kumoji_item_list_set_checklist (KumojiItemList *self, KumojiChecklist *checklist)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_set_object (&self->checklist, checklist);
  if (checklist != NULL)
    {
      GPtrArray *sections = kumoji_catalog_get_sections (kumoji_checklist_get_catalog (checklist));
      for (guint i = 0; i < sections->len; i++)
        append_section (lines, sections->pdata[i], sections->len > 1);
    }
  self->showing = TRUE;
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
  self->showing = FALSE;
  kumoji_item_list_refresh (self);
}

/**
 * kumoji_item_list_refresh:
 * @self: a list
 *
 * Shows what is answered now.
 */
void
kumoji_item_list_refresh (KumojiItemList *self)
{
  GListModel *lines = G_LIST_MODEL (self->lines);
  guint counts[3] = { 0 };
  gboolean is_other = FALSE;

  if (self->checklist == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      KumojiItemLine *line = get_line (lines, i);
      KumojiItemState state =
        kumoji_checklist_get_state (self->checklist, kumoji_item_line_get_item (line));
      is_other |= state != kumoji_item_line_get_state (line);
      kumoji_item_line_set_state (line, state);
      for (guint filter = 0; filter < G_N_ELEMENTS (counts); filter++)
        counts[filter] += matches (filter, state);
    }
  show_count (self->all_button, _("All"), counts[KUMOJI_ITEM_FILTER_ALL]);
  show_count (self->open_button, C_("questions", "Open"), counts[KUMOJI_ITEM_FILTER_OPEN]);
  show_count (self->no_button, _("No"), counts[KUMOJI_ITEM_FILTER_NO]);
  if (is_other && self->filter != KUMOJI_ITEM_FILTER_ALL)
    {
      self->showing = TRUE;
      gtk_filter_changed (GTK_FILTER (self->custom_filter), GTK_FILTER_CHANGE_DIFFERENT);
      self->showing = FALSE;
      show_current (self);
    }
  show_empty (self);
}

/**
 * kumoji_item_list_set_current:
 * @self: a list
 * @item: (nullable): the item that the card shows
 */
void
kumoji_item_list_set_current (KumojiItemList *self, KumojiItem *item)
{
  g_set_object (&self->current, item);
  show_current (self);
}

/**
 * kumoji_item_list_set_filter:
 * @self: a list
 * @filter: which items it shows
 */
void
kumoji_item_list_set_filter (KumojiItemList *self, KumojiItemFilter filter)
{
  GtkToggleButton *buttons[] = { self->all_button, self->open_button, self->no_button };

  if (self->filter == filter)
    return;
  self->filter = filter;
  gtk_toggle_button_set_active (buttons[filter], TRUE);
  self->showing = TRUE;
  gtk_filter_changed (GTK_FILTER (self->custom_filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->showing = FALSE;
  show_empty (self);
  show_current (self);
}

/**
 * kumoji_item_list_get_n_shown:
 * @self: a list
 *
 * Returns: how many items the filter leaves
 */
guint
kumoji_item_list_get_n_shown (KumojiItemList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}

/**
 * kumoji_item_list_find_next:
 * @self: a list
 * @step: 1 for the item behind the current one, -1 for the one before it
 * @skip_excluded: whether items out of the count are passed over
 *
 * Looks only at items that the filter leaves; the current one need not be among them any more.
 *
 * Returns: (transfer none) (nullable): the item, %NULL at the end
 */
KumojiItem *
kumoji_item_list_find_next (KumojiItemList *self, int step, gboolean skip_excluded)
{
  GListModel *lines = G_LIST_MODEL (self->lines);
  int n = (int) g_list_model_get_n_items (lines), i = 0;

  while (i < n && kumoji_item_line_get_item (get_line (lines, (guint) i)) != self->current)
    i++;
  for (i += step; i >= 0 && i < n; i += step)
    {
      KumojiItemLine *line = get_line (lines, (guint) i);
      KumojiItemState state = kumoji_item_line_get_state (line);
      if (matches (self->filter, state) && !(skip_excluded && state == KUMOJI_ITEM_EXCLUDED))
        return kumoji_item_line_get_item (line);
    }
  return NULL;
}
