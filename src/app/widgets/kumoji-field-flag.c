/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field flag: says yes or no by a switch. */
#include "config.h"

#include "app/widgets/kumoji-field-flag.h"

static void
active_cb (GtkSwitch *flag, GParamSpec *pspec, KumojiFieldLink *link)
{
  if (gtk_switch_get_active (flag) == kumoji_field_link_get_flag (link))
    return;
  kumoji_field_link_write (link, gtk_switch_get_active (flag) ? "true" : "false");
  kumoji_field_link_seal (link);
}

static void
link_changed_cb (KumojiFieldLink *link, GtkSwitch *flag)
{
  const KumojiField *field = kumoji_field_link_get_description (link);

  if (field == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (flag), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kumoji_field_get_label (field, kumoji_language_get_default ()),
                                  -1);
  gtk_switch_set_active (flag, kumoji_field_link_get_flag (link));
}

/**
 * kumoji_field_flag_new:
 * @link: what it edits: a flag
 *
 * Returns: (transfer floating): a switch
 */
GtkWidget *
kumoji_field_flag_new (KumojiFieldLink *link)
{
  GtkWidget *flag = gtk_switch_new ();

  gtk_widget_set_valign (flag, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (flag, GTK_ALIGN_END);
  link_changed_cb (link, GTK_SWITCH (flag));
  g_signal_connect_object (flag, "notify::active", G_CALLBACK (active_cb), link, 0);
  g_signal_connect_object (link, "changed", G_CALLBACK (link_changed_cb), flag, 0);
  return flag;
}
