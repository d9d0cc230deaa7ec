/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recovery row: one copy that was left behind, and what can be done with it. */
#include "config.h"

#include "app/kumoji-recovery-row.h"

#include <glib/gi18n.h>

struct _KumojiRecoveryRow
{
  AdwPreferencesRow parent_instance;

  KumojiRecovered *recovered; /* the window's */

  GtkLabel *company;
  GtkLabel *place;
  GtkLabel *facts;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiRecoveryRow, kumoji_recovery_row, ADW_TYPE_PREFERENCES_ROW)

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CHOSEN], g_quark_from_string (name));
}

static void
kumoji_recovery_row_class_init (KumojiRecoveryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * KumojiRecoveryRow::chosen:
   * @self: the row
   *
   * The detail is what was chosen: copy.recover, copy.compare or copy.discard.
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-recovery-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiRecoveryRow, company);
  gtk_widget_class_bind_template_child (widget_class, KumojiRecoveryRow, place);
  gtk_widget_class_bind_template_child (widget_class, KumojiRecoveryRow, facts);
  gtk_widget_class_install_action (widget_class, "copy.recover", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "copy.compare", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "copy.discard", NULL, choose_action);
}

static void
kumoji_recovery_row_init (KumojiRecoveryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_recovery_row_new:
 * @recovered: what can be recovered, which outlives the row
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kumoji_recovery_row_new (KumojiRecovered *recovered)
{
  KumojiRecoveryRow *self = g_object_new (KUMOJI_TYPE_RECOVERY_ROW, NULL);
  const char *company = recovered->copy->company;
  g_autofree char *place = kumoji_recovered_dup_place (recovered);
  g_autofree char *facts = kumoji_recovered_dup_facts (recovered);

  self->recovered = recovered;
  gtk_label_set_label (self->company, *company != '\0' ? company : _("New project"));
  gtk_label_set_label (self->place, place);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), place);
  gtk_label_set_label (self->facts, facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->company),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "copy.recover", recovered->mine != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "copy.compare",
                                 recovered->mine != NULL && recovered->has_file);
  return GTK_WIDGET (self);
}

/**
 * kumoji_recovery_row_get_recovered:
 * @self: a row
 *
 * Returns: (transfer none): what can be recovered
 */
KumojiRecovered *
kumoji_recovery_row_get_recovered (KumojiRecoveryRow *self)
{
  return self->recovered;
}
