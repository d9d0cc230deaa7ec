/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item tools: what a list of items shows, where it leads, and whether items are marked. */
#include "config.h"

#include "app/pages/kumoji-item-tools.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-concern-button.h"
#include "app/widgets/kumoji-kind-words.h"

struct _KumojiItemTools
{
  AdwBin parent_instance;

  KumojiItemLines *lines;
  KumojiItemMarks *marks;
  KumojiKind kind;

  GtkLabel *heading;
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
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiItemTools, kumoji_item_tools, ADW_TYPE_BIN)

static gboolean
concerns_cb (KumojiItem *item, gpointer data)
{
  return kumoji_concern_button_matches (KUMOJI_ITEM_TOOLS (data)->concern_button, item);
}

static void
show_count (GtkToggleButton *button, const char *label, guint count)
{
  /* Translators: a filter and how many questions it leaves. */
  g_autofree char *text = g_strdup_printf (_("%s %u"), label, count);

  gtk_button_set_label (GTK_BUTTON (button), text);
}

static void
changed (KumojiItemTools *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
make_sections_menu (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu =
    kumoji_item_lines_make_menu (KUMOJI_ITEM_TOOLS (data)->lines, "items.section");

  gtk_menu_button_set_menu_model (button, menu);
}

static void
marks_changed_cb (KumojiItemTools *self)
{
  gtk_toggle_button_set_active (self->marks_button, kumoji_item_marks_is_active (self->marks));
}

static void
marks_toggled_cb (KumojiItemTools *self)
{
  const gboolean active = gtk_toggle_button_get_active (self->marks_button);

  if (active != kumoji_item_marks_is_active (self->marks))
    kumoji_item_marks_set_active (self->marks, active);
}

static void
filter_toggled_cb (KumojiItemTools *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  kumoji_item_tools_set_filter (self, button == self->open_button ? KUMOJI_ITEM_FILTER_OPEN
                                      : button == self->no_button ? KUMOJI_ITEM_FILTER_NO
                                                                  : KUMOJI_ITEM_FILTER_ALL);
}

static void
kumoji_item_tools_dispose (GObject *object)
{
  KumojiItemTools *self = KUMOJI_ITEM_TOOLS (object);

  if (self->sections_button != NULL)
    gtk_menu_button_set_create_popup_func (self->sections_button, NULL, NULL, NULL);
  if (self->lines != NULL)
    kumoji_item_lines_set_concerns (self->lines, NULL, NULL);
  g_clear_object (&self->marks);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (kumoji_item_tools_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-item-tools.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, KumojiItemTools, name)
  BIND (heading);
  BIND (tools);
  BIND (sections_button);
  BIND (concern_button);
  BIND (marks_button);
  BIND (filters);
  BIND (all_button);
  BIND (open_button);
  BIND (no_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, marks_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
}

static void
kumoji_item_tools_class_init (KumojiItemToolsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kumoji_item_tools_dispose;

  /**
   * KumojiItemTools::changed:
   * @self: the tools
   *
   * Other items are left by the filter, or by what concerns the reader.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KUMOJI_TYPE_CONCERN_BUTTON);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
kumoji_item_tools_init (KumojiItemTools *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->sections_button, make_sections_menu, self, NULL);
}

/**
 * kumoji_item_tools_set_lines:
 * @self: the tools
 * @lines: what they filter
 * @marks: which of the lines are marked
 */
void
kumoji_item_tools_set_lines (KumojiItemTools *self, KumojiItemLines *lines, KumojiItemMarks *marks)
{
  g_set_object (&self->lines, lines);
  g_set_object (&self->marks, marks);
  kumoji_item_lines_set_concerns (lines, concerns_cb, self);
  g_signal_connect_object (marks, "changed", G_CALLBACK (marks_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The filter of another kind may have no button here. */
static void
take_kind (KumojiItemTools *self, KumojiKind kind)
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

/**
 * kumoji_item_tools_show:
 * @self: the tools
 * @catalog: whose items the list is about to show
 * @has_sections: whether it is so long that one goes from section to section
 *
 * A kind that is not answered has nothing to filter, and nothing to mark.
 */
void
kumoji_item_tools_show (KumojiItemTools *self, KumojiCatalog *catalog, gboolean has_sections)
{
  const gboolean is_counted = kumoji_catalog_get_kind (catalog) != KUMOJI_KIND_REFERENCE;

  take_kind (self, kumoji_catalog_get_kind (catalog));
  gtk_label_set_label (self->heading, kumoji_kind_get_heading (self->kind));
  gtk_widget_set_visible (self->filters, is_counted);
  gtk_widget_set_visible (GTK_WIDGET (self->no_button),
                          kumoji_kind_get_missing (self->kind) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->marks_button), is_counted);
  kumoji_concern_button_show (self->concern_button, catalog);
  gtk_widget_set_visible (GTK_WIDGET (self->sections_button), has_sections);
  gtk_widget_set_visible (self->tools,
                          has_sections || kumoji_catalog_get_facets (catalog)->len > 0);
}

/**
 * kumoji_item_tools_recount:
 * @self: the tools
 *
 * Counts of the items that concern the reader what each filter leaves, and how far each section is.
 *
 * Returns: how many items are shown, in folded sections, too
 */
guint
kumoji_item_tools_recount (KumojiItemTools *self)
{
  const char *missing = kumoji_kind_get_missing (self->kind);
  guint counts[KUMOJI_N_ITEM_FILTERS];
  guint n_shown = kumoji_item_lines_recount (self->lines, counts);

  kumoji_item_marks_prune (self->marks);
  show_count (self->all_button, _("All"), counts[KUMOJI_ITEM_FILTER_ALL]);
  show_count (self->open_button, C_("questions", "Open"), counts[KUMOJI_ITEM_FILTER_OPEN]);
  if (missing != NULL)
    show_count (self->no_button, missing, counts[KUMOJI_ITEM_FILTER_NO]);
  return n_shown;
}

/**
 * kumoji_item_tools_set_filter:
 * @self: the tools
 * @filter: which items are shown
 */
void
kumoji_item_tools_set_filter (KumojiItemTools *self, KumojiItemFilter filter)
{
  GtkToggleButton *buttons[] = { self->all_button, self->open_button, self->no_button };

  if (kumoji_item_lines_get_filter (self->lines) == filter)
    return;
  kumoji_item_lines_set_filter (self->lines, filter);
  gtk_toggle_button_set_active (buttons[filter], TRUE);
  if (filter == KUMOJI_ITEM_FILTER_NO)
    kumoji_item_lines_unfold (self->lines);
  changed (self);
}

/**
 * kumoji_item_tools_show_all:
 * @self: the tools
 *
 * Every item is shown, whatever was chosen before.
 */
void
kumoji_item_tools_show_all (KumojiItemTools *self)
{
  kumoji_concern_button_clear (self->concern_button);
  kumoji_item_tools_set_filter (self, KUMOJI_ITEM_FILTER_ALL);
}
