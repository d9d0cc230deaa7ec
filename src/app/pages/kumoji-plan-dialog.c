/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan dialog: asks for the first day, and plans all stages from it. */
#include "config.h"

#include "app/pages/kumoji-plan-dialog.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-stage-plan.h"
#include "app/widgets/kumoji-field-row.h"

struct _KumojiPlanDialog
{
  AdwWindow parent_instance;

  KumojiProject *project;
  KumojiRecord *draft; /* a stage that stands nowhere; only its day counts */
  KumojiHistory *draft_history;

  KumojiFieldRow *start;
};

G_DEFINE_FINAL_TYPE (KumojiPlanDialog, kumoji_plan_dialog, ADW_TYPE_WINDOW)

static void
fill_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiPlanDialog *self = KUMOJI_PLAN_DIALOG (widget);
  const char *start;

  kumoji_field_commit (GTK_ROOT (self));
  start = kumoji_record_get_text (self->draft, "planned-start");
  kumoji_field_row_set_problem (self->start, *start != '\0' ? NULL : _("Enter the first day."));
  if (*kumoji_field_row_get_message (self->start) != '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->start));
      return;
    }
  kumoji_stage_plan_fill (kumoji_project_get_library (self->project), self->project, start);
  gtk_window_close (GTK_WINDOW (self));
}

static void
kumoji_plan_dialog_dispose (GObject *object)
{
  KumojiPlanDialog *self = KUMOJI_PLAN_DIALOG (object);

  g_clear_object (&self->draft_history);
  g_clear_object (&self->draft);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (kumoji_plan_dialog_parent_class)->dispose (object);
}

static void
kumoji_plan_dialog_class_init (KumojiPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_plan_dialog_dispose;

  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiPlanDialog, start);
  gtk_widget_class_install_action (widget_class, "plan.fill", NULL, fill_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kumoji_plan_dialog_init (KumojiPlanDialog *self)
{
  self->draft = g_object_new (KUMOJI_TYPE_STAGE, NULL);
  self->draft_history = kumoji_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_plan_dialog_new:
 * @parent: (nullable): the window over which it opens
 * @project: the project
 * @today: the day, ISO 8601
 *
 * Returns: (transfer none): a dialog, to be presented
 */
KumojiPlanDialog *
kumoji_plan_dialog_new (GtkWindow *parent, KumojiProject *project, const char *today)
{
  KumojiPlanDialog *self = g_object_new (KUMOJI_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);
  g_autofree char *start = kumoji_stage_plan_propose_start (project, today);

  self->project = g_object_ref (project);
  kumoji_history_set_text (self->draft_history, self->draft, "planned-start", start);
  kumoji_field_row_bind (self->start, self->draft, self->draft_history);
  return self;
}
