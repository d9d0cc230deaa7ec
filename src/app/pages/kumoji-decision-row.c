/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decision row: what management decided at a gate, when and why. */
#include "config.h"

#include "app/pages/kumoji-decision-row.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-pill.h"

struct _KumojiDecisionRow
{
  GtkListBoxRow parent_instance;

  KumojiPill *pill;
  GtkLabel *who;
  GtkLabel *reason;
  GtkButton *remove;
};

G_DEFINE_FINAL_TYPE (KumojiDecisionRow, kumoji_decision_row, GTK_TYPE_LIST_BOX_ROW)

static void
kumoji_decision_row_class_init (KumojiDecisionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-decision-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiDecisionRow, pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiDecisionRow, who);
  gtk_widget_class_bind_template_child (widget_class, KumojiDecisionRow, reason);
  gtk_widget_class_bind_template_child (widget_class, KumojiDecisionRow, remove);
}

static void
kumoji_decision_row_init (KumojiDecisionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static KumojiPillKind
kind_of (const char *result)
{
  if (g_str_equal (result, "proceed"))
    return KUMOJI_PILL_PASSED;
  if (g_str_equal (result, "proceed-with-reservations"))
    return KUMOJI_PILL_LATE;
  return *result != '\0' ? KUMOJI_PILL_BLOCKED : KUMOJI_PILL_OPEN;
}

/**
 * kumoji_decision_row_new:
 * @decision: what it shows
 *
 * Its button is the action "stage.delete-decision" with the decision's id.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kumoji_decision_row_new (KumojiDecision *decision)
{
  KumojiDecisionRow *self = g_object_new (KUMOJI_TYPE_DECISION_ROW, NULL);
  KumojiRecord *record = KUMOJI_RECORD (decision);
  const char *result = kumoji_record_get_text (record, "result");
  const char *reason = kumoji_record_get_text (record, "reason");
  g_autofree char *word = kumoji_record_format (record, "result", kumoji_language_get_default ());
  /* Translators: the day of a decision, and who decided. */
  g_autofree char *who = g_strdup_printf (_("%s · %s"), kumoji_record_get_text (record, "date"),
                                          kumoji_record_get_text (record, "by"));
  g_autofree char *spoken = g_strdup_printf ("%s, %s", word, who);

  kumoji_pill_set (self->pill, kind_of (result), *word != '\0' ? word : _("Not set"));
  gtk_label_set_label (self->who, who);
  gtk_label_set_label (self->reason, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), *reason != '\0');
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "s",
                                    kumoji_record_get_id (record));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}
