/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item list: all items of a checklist with their states, or those that a filter leaves. */
#include "config.h"

#include "app/pages/kumoji-item-list.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-concern-button.h"
#include "app/pages/kumoji-item-marker.h"
#include "app/pages/kumoji-item-row.h"
#include "app/widgets/kumoji-kind-words.h"

/* A catalog with more questions than this begins with its sections folded. */
#define FOLDED_FROM 40

/* Rows that are made in one frame: more would keep the reader waiting. */
#define ROWS_A_FRAME 8

struct _KumojiItemList
{
  AdwBin parent_instance;

  KumojiItem *current;
  gboolean showing; /* we select ourselves */
  gboolean filled;  /* there is a checklist */
  guint n_shown;    /* items that the filters leave, folded or not */

  KumojiItemLines *lines;
  KumojiItemMarks *marks;
  GtkCustomFilter *custom_filter;
  GtkFilterListModel *shown;
  GtkSliceListModel *made; /* of those, the ones that have rows by now */
  guint growing;           /* the callback that makes more */
  KumojiKind kind;
  GtkSingleSelection *selection;
  GtkListView *view;
  GtkWidget *scroller;
  GtkLabel *heading;
  GtkLabel *empty_label;
  GtkWidget *tools;
  GtkMenuButton *sections_button;
  KumojiConcernButton *concern_button;
  GtkToggleButton *marks_button;
  GtkWidget *filters;
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
concerns_cb (KumojiItem *item, gpointer data)
{
  return kumoji_concern_button_matches (KUMOJI_ITEM_LIST (data)->concern_button, item);
}

static gboolean
filter_cb (gpointer item, gpointer data)
{
  return kumoji_item_lines_is_shown (KUMOJI_ITEM_LIST (data)->lines, item);
}

static KumojiItemLine *
get_line (GListModel *model, guint position)
{
  g_autoptr (KumojiItemLine) line = g_list_model_get_item (model, position);

  return line; /* the model keeps it */
}

static guint
find_current (KumojiItemList *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (kumoji_item_line_get_item (get_line (model, i)) == self->current)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
make_all (KumojiItemList *self)
{
  if (self->growing != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->growing);
  self->growing = 0;
  gtk_slice_list_model_set_size (self->made, G_MAXUINT);
}

/* The list follows the item in the card, and scrolls to it: long lists must not lose the reader. */
static void
show_current (KumojiItemList *self)
{
  guint position;

  self->showing = TRUE;
  position = find_current (self);
  if (position == GTK_INVALID_LIST_POSITION && self->growing != 0)
    {
      make_all (self);
      position = find_current (self);
    }
  gtk_single_selection_set_selected (self->selection, position);
  self->showing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

static void
show_empty (KumojiItemList *self)
{
  const KumojiItemFilter filter = kumoji_item_lines_get_filter (self->lines);
  gboolean is_empty = self->n_shown == 0;

  if (is_empty)
    gtk_label_set_label (self->empty_label,
                         filter == KUMOJI_ITEM_FILTER_NO ? kumoji_kind_get_none_missing (self->kind)
                         : filter == KUMOJI_ITEM_FILTER_OPEN
                           ? _("Nothing is open: all is answered.")
                           : _("Nothing here concerns you; choose something else above."));
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

/* Of the items that concern the reader: what the filters leave, and how far each section is. */
static void
recount (KumojiItemList *self)
{
  const char *missing = kumoji_kind_get_missing (self->kind);
  guint counts[KUMOJI_N_ITEM_FILTERS];

  self->n_shown = kumoji_item_lines_recount (self->lines, counts);
  kumoji_item_marks_prune (self->marks);
  show_count (self->all_button, _("All"), counts[KUMOJI_ITEM_FILTER_ALL]);
  show_count (self->open_button, C_("questions", "Open"), counts[KUMOJI_ITEM_FILTER_OPEN]);
  if (missing != NULL)
    show_count (self->no_button, missing, counts[KUMOJI_ITEM_FILTER_NO]);
}

static void
refilter (KumojiItemList *self)
{
  self->showing = TRUE;
  gtk_filter_changed (GTK_FILTER (self->custom_filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->showing = FALSE;
  show_empty (self);
}

static void
folded_cb (KumojiItemList *self)
{
  refilter (self);
  show_current (self);
}

static void
concern_changed_cb (KumojiItemList *self)
{
  recount (self);
  refilter (self);
  show_current (self);
}

static void
selected_cb (KumojiItemList *self)
{
  KumojiItemLine *line = gtk_single_selection_get_selected_item (self->selection);

  if (!self->showing && line != NULL && kumoji_item_line_get_item (line) != NULL)
    g_signal_emit (self, signals[SELECTED], 0, kumoji_item_line_get_item (line));
}

/* Enter on a heading; the mouse has the button in it. */
static void
activated_cb (KumojiItemList *self, guint position)
{
  KumojiItemLine *line = get_line (G_LIST_MODEL (self->selection), position);

  if (kumoji_item_line_get_item (line) == NULL)
    kumoji_item_line_set_folded (line, !kumoji_item_line_is_folded (line));
}

/* Goes to the first item of a section that the filters leave. */
static void
section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiItemList *self = KUMOJI_ITEM_LIST (widget);
  KumojiItem *first = kumoji_item_lines_find_first (self->lines, g_variant_get_uint32 (parameter));

  if (first != NULL)
    g_signal_emit (self, signals[SELECTED], 0, first);
}

/* An item by its id, a section by its title. */
static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiItemList *self = KUMOJI_ITEM_LIST (widget);
  GListModel *model = kumoji_item_lines_get_model (self->lines);
  const char *wanted = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      KumojiItem *item = kumoji_item_line_get_item (get_line (model, i));
      if (g_str_equal (wanted, item != NULL ? kumoji_item_get_id (item)
                                            : kumoji_item_line_get_title (get_line (model, i))))
        {
          kumoji_item_marks_toggle (self->marks, get_line (model, i));
          return;
        }
    }
}

static void
make_sections_menu (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu =
    kumoji_item_lines_make_menu (KUMOJI_ITEM_LIST (data)->lines, "items.section");

  gtk_menu_button_set_menu_model (button, menu);
}

static void
marks_changed_cb (KumojiItemList *self)
{
  gtk_toggle_button_set_active (self->marks_button, kumoji_item_marks_is_active (self->marks));
}

static void
marks_toggled_cb (KumojiItemList *self)
{
  const gboolean active = gtk_toggle_button_get_active (self->marks_button);

  if (active != kumoji_item_marks_is_active (self->marks))
    kumoji_item_marks_set_active (self->marks, active);
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
  g_clear_object (&self->current);
  if (self->sections_button != NULL)
    gtk_menu_button_set_create_popup_func (self->sections_button, NULL, NULL, NULL);
  if (self->custom_filter != NULL)
    gtk_custom_filter_set_filter_func (self->custom_filter, NULL, NULL, NULL);
  if (self->lines != NULL)
    kumoji_item_lines_set_concerns (self->lines, NULL, NULL);
  g_clear_object (&self->marks);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (kumoji_item_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-item-list.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, KumojiItemList, name)
  BIND (custom_filter);
  BIND (shown);
  BIND (made);
  BIND (selection);
  BIND (view);
  BIND (scroller);
  BIND (heading);
  BIND (empty_label);
  BIND (tools);
  BIND (sections_button);
  BIND (concern_button);
  BIND (marks_button);
  BIND (filters);
  BIND (all_button);
  BIND (open_button);
  BIND (no_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, concern_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, marks_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
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

  g_type_ensure (KUMOJI_TYPE_CONCERN_BUTTON);
  g_type_ensure (KUMOJI_TYPE_ITEM_LINE);
  g_type_ensure (KUMOJI_TYPE_ITEM_ROW);
  gtk_widget_class_install_action (widget_class, "items.section", "u", section_action);
  gtk_widget_class_install_action (widget_class, "items.mark", "s", mark_action);
  bind_template (widget_class);
}

static void
kumoji_item_list_init (KumojiItemList *self)
{
  g_autoptr (GtkListItemFactory) factory = kumoji_item_row_factory_new ();

  self->lines = kumoji_item_lines_new ();
  self->marks = kumoji_item_marks_new (self->lines);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->view, factory);
  gtk_custom_filter_set_filter_func (self->custom_filter, filter_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->sections_button, make_sections_menu, self, NULL);
  kumoji_item_lines_set_concerns (self->lines, concerns_cb, self);
  kumoji_item_marker_add (self->view, self->marks);
  g_signal_connect_object (self->lines, "folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "changed", G_CALLBACK (marks_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* A kind that is not answered has nothing to filter, and nothing to mark. */
static void
show_tools (KumojiItemList *self, KumojiCatalog *catalog)
{
  const gboolean is_counted = self->kind != KUMOJI_KIND_REFERENCE;
  gboolean has_sections = kumoji_catalog_get_items (catalog)->len > FOLDED_FROM
                          && kumoji_catalog_get_sections (catalog)->len > 1;

  gtk_label_set_label (self->heading, kumoji_kind_get_heading (self->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kumoji_kind_get_heading (self->kind), -1);
  gtk_widget_set_visible (self->filters, is_counted);
  gtk_widget_set_visible (GTK_WIDGET (self->no_button),
                          kumoji_kind_get_missing (self->kind) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->marks_button), is_counted);
  kumoji_concern_button_show (self->concern_button, catalog);
  gtk_widget_set_visible (GTK_WIDGET (self->sections_button), has_sections);
  gtk_widget_set_visible (self->tools,
                          has_sections || kumoji_catalog_get_facets (catalog)->len > 0);
}

/* The filter of another kind may have no button here. */
static void
take_kind (KumojiItemList *self, KumojiKind kind)
{
  self->kind = kind;
  if (kind == KUMOJI_KIND_REFERENCE
      || (kumoji_kind_get_missing (kind) == NULL
          && kumoji_item_lines_get_filter (self->lines) == KUMOJI_ITEM_FILTER_NO))
    {
      kumoji_item_lines_set_filter (self->lines, KUMOJI_ITEM_FILTER_ALL);
      gtk_toggle_button_set_active (self->all_button, TRUE);
    }
}

/* All rows are there in a moment, and none of the frames till then is late. */
static gboolean
grow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KumojiItemList *self = KUMOJI_ITEM_LIST (widget);
  guint size = gtk_slice_list_model_get_size (self->made) + ROWS_A_FRAME;
  gboolean is_whole = size >= g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  self->showing = TRUE;
  gtk_slice_list_model_set_size (self->made, is_whole ? G_MAXUINT : size);
  self->showing = FALSE;
  if (!is_whole)
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  show_current (self);
  return G_SOURCE_REMOVE;
}

/**
 * kumoji_item_list_set_checklist:
 * @self: a list
 * @checklist: whose items it shows
 * @current: the item that the card shows
 */
void
kumoji_item_list_set_checklist (KumojiItemList *self,
                                KumojiChecklist *checklist,
                                KumojiItem *current)
{
  KumojiCatalog *catalog = kumoji_checklist_get_catalog (checklist);
  const gboolean is_long = kumoji_catalog_get_items (catalog)->len > FOLDED_FROM;

  g_set_object (&self->current, current);
  self->filled = TRUE;
  kumoji_item_marks_set_active (self->marks, FALSE);
  take_kind (self, kumoji_catalog_get_kind (catalog));
  show_tools (self, catalog);

  /* All at once, so that the rows in sight are used again. Only the section of @current stands
   * open in a long list. */
  kumoji_item_lines_fill (self->lines, checklist, is_long ? current : NULL);
  recount (self);
  self->showing = TRUE;
  gtk_slice_list_model_set_size (self->made, ROWS_A_FRAME);
  if (self->growing == 0)
    self->growing = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
  gtk_filter_list_model_set_model (self->shown, kumoji_item_lines_get_model (self->lines));
  self->showing = FALSE;
  show_empty (self);
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
  const gboolean is_filtered = kumoji_item_lines_get_filter (self->lines) != KUMOJI_ITEM_FILTER_ALL;
  guint n_shown = self->n_shown;
  gboolean is_other;

  if (!self->filled)
    return;
  is_other = kumoji_item_lines_read (self->lines);
  recount (self);
  if ((is_other && is_filtered) || n_shown != self->n_shown)
    {
      refilter (self);
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
  KumojiItemLine *line = kumoji_item_lines_find (self->lines, item);

  /* Rows are still being made: the last of them shows it. */
  if (!g_set_object (&self->current, item) && self->growing != 0
      && find_current (self) == GTK_INVALID_LIST_POSITION)
    return;
  if (line != NULL && kumoji_item_line_get_heading (line) != NULL)
    kumoji_item_line_set_folded (kumoji_item_line_get_heading (line), FALSE);
  show_current (self);
}

/**
 * kumoji_item_list_show_all:
 * @self: a list
 *
 * Every question is shown, whatever was chosen before.
 */
void
kumoji_item_list_show_all (KumojiItemList *self)
{
  kumoji_concern_button_clear (self->concern_button);
  kumoji_item_list_set_filter (self, KUMOJI_ITEM_FILTER_ALL);
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

  if (kumoji_item_lines_get_filter (self->lines) == filter)
    return;
  kumoji_item_lines_set_filter (self->lines, filter);
  gtk_toggle_button_set_active (buttons[filter], TRUE);
  if (filter == KUMOJI_ITEM_FILTER_NO)
    kumoji_item_lines_unfold (self->lines);
  recount (self);
  refilter (self);
  show_current (self);
}

/**
 * kumoji_item_list_get_n_shown:
 * @self: a list
 *
 * Returns: how many items the filters leave, in folded sections, too
 */
guint
kumoji_item_list_get_n_shown (KumojiItemList *self)
{
  return self->n_shown;
}

/**
 * kumoji_item_list_get_marks:
 * @self: a list
 *
 * Returns: (transfer none): which items are to be answered together
 */
KumojiItemMarks *
kumoji_item_list_get_marks (KumojiItemList *self)
{
  return self->marks;
}

/**
 * kumoji_item_list_find_next:
 * @self: a list
 * @step: 1 for the item behind the current one, -1 for the one before it
 * @skip_excluded: whether items out of the count are passed over
 *
 * Returns: (transfer none) (nullable): the item, of those that the filters leave; %NULL at the end
 */
KumojiItem *
kumoji_item_list_find_next (KumojiItemList *self, int step, gboolean skip_excluded)
{
  return kumoji_item_lines_find_next (self->lines, self->current, step, skip_excluded);
}
