/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decision dialog: records what management decided at the gate of a stage.
 *
 * The decision is written with a history of its own, which nobody undoes; it enters the project as
 * one step, and only when it is complete. */
#include "config.h"

#include "app/pages/kumoji-decision-dialog.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-field-row.h"

struct _KumojiDecisionDialog
{
  AdwWindow parent_instance;

  KumojiProject *project;
  KumojiStage *stage;
  KumojiRecord *draft;
  KumojiHistory *draft_history;

  GtkWidget *rows;
  KumojiFieldRow *result;
  KumojiFieldRow *by;
  KumojiFieldRow *date;
  KumojiFieldRow *reason;
};

G_DEFINE_FINAL_TYPE (KumojiDecisionDialog, kumoji_decision_dialog, ADW_TYPE_WINDOW)

static gboolean
is_set (KumojiDecisionDialog *self, const char *field)
{
  return *kumoji_record_get_text (self->draft, field) != '\0';
}

/* A decision says what, who, when, and why unless the company simply goes on. */
static gboolean
is_complete (KumojiDecisionDialog *self)
{
  gboolean is_plain = g_str_equal (kumoji_record_get_text (self->draft, "result"), "proceed");
  KumojiFieldRow *rows[] = { self->result, self->by, self->date, self->reason };

  kumoji_field_row_set_problem (self->result, is_set (self, "result")
                                                ? NULL
                                                : _("Choose what management decided."));
  kumoji_field_row_set_problem (self->by, is_set (self, "by") ? NULL : _("Enter who decided."));
  kumoji_field_row_set_problem (self->date, is_set (self, "date")
                                              ? NULL
                                              : _("Enter the day of the decision."));
  kumoji_field_row_set_problem (self->reason,
                                is_plain || is_set (self, "reason")
                                  ? NULL
                                  : _("Enter why: whoever reads the report will want to know."));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (*kumoji_field_row_get_message (rows[i]) != '\0')
      {
        gtk_widget_grab_focus (GTK_WIDGET (rows[i]));
        return FALSE;
      }
  return TRUE;
}

static void
record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiDecisionDialog *self = KUMOJI_DECISION_DIALOG (widget);
  KumojiHistory *history = kumoji_project_get_history (self->project);
  KumojiList *decisions = kumoji_record_get_list (KUMOJI_RECORD (self->stage), "decisions");

  kumoji_field_commit (GTK_ROOT (self));
  if (!is_complete (self))
    return;
  kumoji_field_rows_bind (self->rows, NULL, NULL);
  kumoji_history_begin (history, _("Record decision"));
  kumoji_history_insert (history, decisions, kumoji_list_get_length (decisions), self->draft);
  kumoji_history_end (history);
  gtk_window_close (GTK_WINDOW (self));
}

static void
kumoji_decision_dialog_dispose (GObject *object)
{
  KumojiDecisionDialog *self = KUMOJI_DECISION_DIALOG (object);

  g_clear_object (&self->draft_history);
  g_clear_object (&self->draft);
  g_clear_object (&self->stage);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (kumoji_decision_dialog_parent_class)->dispose (object);
}

static void
kumoji_decision_dialog_class_init (KumojiDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_decision_dialog_dispose;

  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/kumoji/Kumoji/kumoji-decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiDecisionDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, KumojiDecisionDialog, result);
  gtk_widget_class_bind_template_child (widget_class, KumojiDecisionDialog, by);
  gtk_widget_class_bind_template_child (widget_class, KumojiDecisionDialog, date);
  gtk_widget_class_bind_template_child (widget_class, KumojiDecisionDialog, reason);
  gtk_widget_class_install_action (widget_class, "decision.record", NULL, record_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kumoji_decision_dialog_init (KumojiDecisionDialog *self)
{
  self->draft = g_object_new (KUMOJI_TYPE_DECISION, NULL);
  self->draft_history = kumoji_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whoever decided last decides again, as a rule; else the one who stands for the company. */
static const char *
get_likely_person (KumojiProject *project, KumojiStage *stage)
{
  KumojiRecord *last = (KumojiRecord *) kumoji_stage_get_decision (stage);

  return last != NULL
           ? kumoji_record_get_text (last, "by")
           : kumoji_record_get_text (KUMOJI_RECORD (kumoji_project_get_profile (project)),
                                     "representative");
}

/**
 * kumoji_decision_dialog_new:
 * @parent: (nullable): the window over which it opens
 * @project: the project
 * @stage: a stage in it
 * @today: the day, ISO 8601
 *
 * Returns: (transfer none): a dialog, to be presented
 */
KumojiDecisionDialog *
kumoji_decision_dialog_new (GtkWindow *parent,
                            KumojiProject *project,
                            KumojiStage *stage,
                            const char *today)
{
  KumojiDecisionDialog *self =
    g_object_new (KUMOJI_TYPE_DECISION_DIALOG, "transient-for", parent, NULL);

  self->project = g_object_ref (project);
  self->stage = g_object_ref (stage);
  kumoji_history_set_text (self->draft_history, self->draft, "date", today);
  kumoji_history_set_text (self->draft_history, self->draft, "by",
                           get_likely_person (project, stage));
  kumoji_field_rows_bind (self->rows, self->draft, self->draft_history);
  return self;
}

/**
 * kumoji_decision_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none): the decision that is being written
 */
KumojiRecord *
kumoji_decision_dialog_get_draft (KumojiDecisionDialog *self)
{
  return self->draft;
}

/**
 * kumoji_decision_dialog_get_draft_history:
 * @self: a dialog
 *
 * Returns: (transfer none): through which the draft is changed
 */
KumojiHistory *
kumoji_decision_dialog_get_draft_history (KumojiDecisionDialog *self)
{
  return self->draft_history;
}
