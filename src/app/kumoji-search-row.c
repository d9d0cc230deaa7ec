/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search row: something that was found, the heading of a group, or how many more there are. */
#include "config.h"

#include "app/kumoji-search-row.h"

#include <glib/gi18n.h>

struct _KumojiSearchRow
{
  GtkListBoxRow parent_instance;

  KumojiFindGroup group;
  char *target; /* NULL for what is no place */

  GtkLabel *title;
  GtkLabel *place;
  GtkLabel *excerpt;
};

G_DEFINE_FINAL_TYPE (KumojiSearchRow, kumoji_search_row, GTK_TYPE_LIST_BOX_ROW)

static const char *const group_titles[] = {
  [KUMOJI_FIND_QUESTIONS] = N_("Questions"),       [KUMOJI_FIND_ANSWERS] = N_("Answers"),
  [KUMOJI_FIND_ASSETS] = N_("Information assets"), [KUMOJI_FIND_SERVICES] = N_("Cloud services"),
  [KUMOJI_FIND_TERMS] = N_("To look up"),
};

static void
kumoji_search_row_finalize (GObject *object)
{
  g_free (KUMOJI_SEARCH_ROW (object)->target);

  G_OBJECT_CLASS (kumoji_search_row_parent_class)->finalize (object);
}

static void
kumoji_search_row_class_init (KumojiSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kumoji_search_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiSearchRow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiSearchRow, place);
  gtk_widget_class_bind_template_child (widget_class, KumojiSearchRow, excerpt);
}

static void
kumoji_search_row_init (KumojiSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_search_row_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
kumoji_search_row_new (void)
{
  return g_object_new (KUMOJI_TYPE_SEARCH_ROW, NULL);
}

/* Attributes, for what was found is not ours: as markup it might say anything. */
static void
show_text (GtkLabel *label, const char *text, GArray *spans)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const KumojiSpan *span = &g_array_index (spans, KumojiSpan, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
      bold->start_index = line->start_index = (guint) span->start;
      bold->end_index = line->end_index = (guint) span->end;
      pango_attr_list_insert (attributes, bold);
      pango_attr_list_insert (attributes, line);
    }
  gtk_label_set_label (label, text);
  gtk_label_set_attributes (label, attributes);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  pango_attr_list_unref (attributes);
}

static void
set (KumojiSearchRow *self, KumojiFindGroup group, const char *target, gboolean is_heading)
{
  self->group = group;
  g_free (self->target);
  self->target = g_strdup (target);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !is_heading);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), !is_heading);
  gtk_widget_set_focusable (GTK_WIDGET (self), !is_heading);
  if (is_heading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "heading-row");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "heading-row");
}

/**
 * kumoji_search_row_set_heading:
 * @self: a row
 * @group: a group
 * @n: how many are found in it
 */
void
kumoji_search_row_set_heading (KumojiSearchRow *self, KumojiFindGroup group, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  set (self, group, NULL, TRUE);
  show_text (self->title, _(group_titles[group]), NULL);
  show_text (self->place, count, NULL);
  show_text (self->excerpt, "", NULL);
}

/**
 * kumoji_search_row_set_found:
 * @self: a row
 * @group: a group
 * @found: something of it
 */
void
kumoji_search_row_set_found (KumojiSearchRow *self, KumojiFindGroup group, const KumojiFound *found)
{
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _(group_titles[group]), found->title);

  set (self, group, found->target, FALSE);
  show_text (self->title, found->title, found->title_spans);
  show_text (self->place, found->place, NULL);
  show_text (self->excerpt, found->excerpt, found->excerpt_spans);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, found->excerpt, -1);
}

/**
 * kumoji_search_row_set_more:
 * @self: a row
 * @group: a group
 * @n: how many of it are found and not shown
 */
void
kumoji_search_row_set_more (KumojiSearchRow *self, KumojiFindGroup group, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  set (self, group, NULL, FALSE);
  show_text (self->title, text, NULL);
  show_text (self->place, "", NULL);
  show_text (self->excerpt, "", NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * kumoji_search_row_get_group:
 * @self: a row
 *
 * Returns: to which group it belongs
 */
KumojiFindGroup
kumoji_search_row_get_group (KumojiSearchRow *self)
{
  return self->group;
}

/**
 * kumoji_search_row_get_target:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): where it leads, see #KumojiFound; %NULL for a heading and
 * for how many more there are
 */
const char *
kumoji_search_row_get_target (KumojiSearchRow *self)
{
  return self->target;
}
