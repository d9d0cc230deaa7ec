/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of an own checklist: itself, and each section with its items behind it. */
#include "config.h"

#include "app/pages/kumoji-own-lines.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-pill.h"

/* One list of both models, which lets them go with it. */
static GListModel *
chain (GObject *first, GListModel *rest)
{
  g_autoptr (GListStore) head = g_list_store_new (KUMOJI_TYPE_RECORD);
  GListStore *both = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (head, first);
  g_list_store_append (both, head);
  g_list_store_append (both, rest);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (both)));
}

static gpointer
open_section (gpointer item, gpointer data)
{
  g_autoptr (KumojiRecord) section = item;

  return chain (G_OBJECT (section), G_LIST_MODEL (kumoji_record_get_list (section, "items")));
}

/**
 * kumoji_own_lines_new:
 * @catalog: an own catalog
 *
 * Returns: (transfer full): a list of its records, which follows every change of it
 */
GListModel *
kumoji_own_lines_new (KumojiRecord *catalog)
{
  GListModel *sections = g_object_ref (G_LIST_MODEL (kumoji_own_catalog_get_sections (catalog)));
  g_autoptr (GtkFlattenListModel) all = gtk_flatten_list_model_new (
    G_LIST_MODEL (gtk_map_list_model_new (sections, open_section, NULL, NULL)));

  return chain (G_OBJECT (catalog), G_LIST_MODEL (all));
}

/* --- A line ----------------------------------------------------------------------------------- */

static void
show_line (GtkListItem *line)
{
  KumojiRecord *record = gtk_list_item_get_item (line);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (line));
  GtkWidget *pill = gtk_widget_get_last_child (gtk_list_item_get_child (line));
  KumojiLanguage language = kumoji_language_get_default ();
  const char *title = kumoji_wording_get (kumoji_record_get_record (record, "title"), language);
  const gboolean is_item = KUMOJI_IS_OWN_ITEM (record);
  g_autofree char *text = KUMOJI_IS_OWN_CATALOG (record)
                            ? g_strdup (_("About this checklist"))
                            : g_strjoin (" ", kumoji_record_get_id (record), title, NULL);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_margin_start (label, is_item ? 12 : 0);
  if (is_item)
    gtk_widget_remove_css_class (label, "heading");
  else
    gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_visible (pill, kumoji_own_lacks (record, language));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *pill =
    kumoji_pill_new (KUMOJI_PILL_LATE, kumoji_language_get_lack (kumoji_language_get_default ()));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_list_item_set_child (line, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *line, KumojiHistory *history)
{
  g_signal_connect_object (history, "changed", G_CALLBACK (show_line), line, G_CONNECT_SWAPPED);
  show_line (line);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *line, KumojiHistory *history)
{
  g_signal_handlers_disconnect_by_func (history, show_line, line);
}

/**
 * kumoji_own_lines_new_factory:
 * @history: of the project in which the catalog stands
 *
 * Returns: (transfer full): what shows such lines, as they change
 */
GtkListItemFactory *
kumoji_own_lines_new_factory (KumojiHistory *history)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), history, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), history, 0);
  return factory;
}
