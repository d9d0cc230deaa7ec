/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the sidebar: a page's icon and title, and a small count. */
#include "config.h"

#include "app/widgets/kumoji-sidebar-row.h"

struct _KumojiSidebarRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (KumojiSidebarRow, kumoji_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
kumoji_sidebar_row_class_init (KumojiSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, KumojiSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiSidebarRow, count);
}

static void
kumoji_sidebar_row_init (KumojiSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_sidebar_row_new:
 * @icon: the name of an icon
 * @title: the page's title
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kumoji_sidebar_row_new (const char *icon, const char *title)
{
  KumojiSidebarRow *self = g_object_new (KUMOJI_TYPE_SIDEBAR_ROW, NULL);

  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

/**
 * kumoji_sidebar_row_set_count:
 * @self: a row
 * @count: what stands at its end, e.g. "6 / 8"; "" for nothing
 * @description: the same in words, for the tooltip and the screen reader
 */
void
kumoji_sidebar_row_set_count (KumojiSidebarRow *self, const char *count, const char *description)
{
  if (g_str_equal (gtk_label_get_label (self->count), count))
    return;
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), *count != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *count != '\0' ? description : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  *count != '\0' ? description : "", -1);
}
