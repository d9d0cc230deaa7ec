/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A share row: what one group of assets is worth, and which part of the total that is. */
#include "config.h"

#include "app/pages/kumoji-share-row.h"

#include <glib/gi18n.h>

#include "catalog/kumoji-phrases.h"

struct _KumojiShareRow
{
  GtkListBoxRow parent_instance;

  const char *id;

  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *amount;
  GtkLevelBar *bar;
};

G_DEFINE_FINAL_TYPE (KumojiShareRow, kumoji_share_row, GTK_TYPE_LIST_BOX_ROW)

static void
kumoji_share_row_class_init (KumojiShareRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-share-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiShareRow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiShareRow, detail);
  gtk_widget_class_bind_template_child (widget_class, KumojiShareRow, amount);
  gtk_widget_class_bind_template_child (widget_class, KumojiShareRow, bar);
}

static void
kumoji_share_row_init (KumojiShareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_share_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
kumoji_share_row_new (void)
{
  return g_object_new (KUMOJI_TYPE_SHARE_ROW, NULL);
}

/**
 * kumoji_share_format:
 * @part: yen
 * @total: yen, of which @part is a part
 *
 * Returns: (transfer full): the part as people read it: "45 %", "0.3 %"; "0 %" of nothing
 */
char *
kumoji_share_format (gint64 part, gint64 total)
{
  double percent = total > 0 ? 100.0 * (double) part / (double) total : 0;

  /* Translators: a part of a whole; %s is a number. */
  if (percent > 0 && percent < 10)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      g_ascii_formatd (number, sizeof number, "%.1f", percent);
      return g_strdup_printf (_("%s %%"), g_str_has_suffix (number, ".0")
                                             ? (number[strlen (number) - 2] = '\0', number)
                                             : number);
    }
  g_autofree char *whole = kumoji_integer_format ((gint64) (percent + 0.5));
  return g_strdup_printf (_("%s %%"), whole);
}

/**
 * kumoji_share_row_set:
 * @self: a row
 * @share: what it shows
 * @total: yen, of all shares together
 */
void
kumoji_share_row_set (KumojiShareRow *self, const KumojiShare *share, gint64 total)
{
  const char *title = kumoji_phrase (kumoji_language_get_default (), share->label);
  g_autofree char *yen = kumoji_yen_format (share->total);
  g_autofree char *part = kumoji_share_format (share->total, total);
  g_autofree char *detail = g_strdup_printf (
    /* Translators: how many assets a group has, and its part of the total, e.g. "3 · 45 %". */
    ngettext ("%u asset · %s", "%u assets · %s", share->assets), share->assets, part);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", title, yen, detail);

  self->id = share->id;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail);
  gtk_label_set_label (self->amount, yen);
  gtk_level_bar_set_value (self->bar, total > 0 ? (double) share->total / (double) total : 0);
  gtk_widget_set_visible (GTK_WIDGET (self), share->assets > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * kumoji_share_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): the group's id, "" for assets without one
 */
const char *
kumoji_share_row_get_id (KumojiShareRow *self)
{
  return self->id;
}
