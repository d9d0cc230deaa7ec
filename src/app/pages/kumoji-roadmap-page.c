/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roadmap: six stages, and the gate out of each. */
#include "config.h"

#include "app/pages/kumoji-roadmap-page.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-decision-dialog.h"
#include "app/pages/kumoji-gate-card.h"
#include "app/pages/kumoji-plan-dialog.h"
#include "app/pages/kumoji-stage-card.h"
#include "app/pages/kumoji-timeline-view.h"
#include "app/widgets/kumoji-field-row.h"
#include "app/widgets/kumoji-pair-layout.h"
#include "files/kumoji-today.h"
#include "rules/kumoji-gate.h"

struct _KumojiRoadmapPage
{
  KumojiPane parent_instance;

  KumojiRoadmap *roadmap; /* as of the last refresh */
  char *today;
  char *chosen; /* a stage's id; NULL until somebody chose one */

  GtkScrolledWindow *scrolled;
  KumojiTimelineView *timeline;
  GtkWidget *plan_hint;
  KumojiStageCard *stage_card;
  KumojiGateCard *gate_card;
  GtkWidget *form;
  GtkWidget *processes;
};

G_DEFINE_FINAL_TYPE (KumojiRoadmapPage, kumoji_roadmap_page, KUMOJI_TYPE_PANE)

static const KumojiGate *
get_chosen_gate (KumojiRoadmapPage *self)
{
  KumojiGate *gate =
    self->chosen != NULL ? kumoji_roadmap_get_gate (self->roadmap, self->chosen) : NULL;

  if (gate != NULL)
    return gate;
  return self->roadmap->current != NULL ? self->roadmap->current : self->roadmap->gates->pdata[0];
}

/* Nothing planned yet: the page offers to do it. */
static gboolean
is_planned (KumojiProject *project)
{
  KumojiList *stages = kumoji_project_get_stages (project);

  for (guint i = 0; i < kumoji_list_get_length (stages); i++)
    if (*kumoji_record_get_text (kumoji_list_get (stages, i), "planned-start") != '\0')
      return TRUE;
  return FALSE;
}

static void
show_stage (KumojiRoadmapPage *self)
{
  const KumojiGate *gate = get_chosen_gate (self);
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));

  kumoji_timeline_view_set_roadmap (self->timeline, self->roadmap, gate->guide->id, self->today);
  kumoji_stage_card_set (self->stage_card, gate, self->today);
  kumoji_gate_card_set (self->gate_card, gate);
  kumoji_field_rows_bind (self->form, KUMOJI_RECORD (gate->stage),
                          kumoji_project_get_history (project));
  gtk_widget_set_visible (self->processes, gate->guide->needs_processes);
}

static void
kumoji_roadmap_page_refresh (KumojiPane *pane)
{
  KumojiRoadmapPage *self = KUMOJI_ROADMAP_PAGE (pane);
  KumojiProject *project = kumoji_pane_get_project (pane);
  KumojiRoadmap *before = self->roadmap;

  g_free (self->today);
  self->today = kumoji_today_new ();
  self->roadmap = kumoji_roadmap_new (kumoji_project_get_library (project), project, self->today);
  show_stage (self);
  gtk_widget_set_visible (self->plan_hint, !is_planned (project));
  g_clear_pointer (&before, kumoji_roadmap_free);
}

static void
kumoji_roadmap_page_set_project (KumojiPane *pane, KumojiProject *project)
{
  KumojiRoadmapPage *self = KUMOJI_ROADMAP_PAGE (pane);

  g_clear_pointer (&self->chosen, g_free);
  kumoji_field_rows_bind (self->form, NULL, NULL);
  KUMOJI_PANE_CLASS (kumoji_roadmap_page_parent_class)->set_project (pane, project);
}

static void
choose (KumojiRoadmapPage *self, const char *stage)
{
  if (kumoji_library_get_stage (kumoji_library_get_default (), stage) == NULL)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (stage);
  if (self->roadmap != NULL && kumoji_pane_get_project (KUMOJI_PANE (self)) != NULL)
    kumoji_roadmap_page_refresh (KUMOJI_PANE (self));
}

static void
kumoji_roadmap_page_go_to (KumojiPane *pane, const char *target)
{
  choose (KUMOJI_ROADMAP_PAGE (pane), target);
}

static char *
kumoji_roadmap_page_dup_subtitle (KumojiPane *pane)
{
  KumojiProject *project = kumoji_pane_get_project (pane);
  g_autofree char *today = kumoji_today_new ();
  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_project_get_library (project), project, today);
  const KumojiStageGuide *guide = roadmap->current != NULL ? roadmap->current->guide : NULL;

  /* Translators: a stage's number and name. */
  return guide != NULL
           ? g_strdup_printf (_("Now in stage %s, %s"), guide->id,
                              kumoji_text_get (&guide->name, kumoji_language_get_default ()))
           : NULL;
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (KUMOJI_ROADMAP_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiRoadmapPage *self = KUMOJI_ROADMAP_PAGE (widget);
  KumojiFieldRow *row = kumoji_field_rows_find (self->form, g_variant_get_string (parameter, NULL));

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiRoadmapPage *self = KUMOJI_ROADMAP_PAGE (widget);
  KumojiDecisionDialog *dialog;

  if (self->roadmap == NULL)
    return;
  dialog =
    kumoji_decision_dialog_new (get_window (widget), kumoji_pane_get_project (KUMOJI_PANE (self)),
                                get_chosen_gate (self)->stage, self->today);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
delete_decision_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiRoadmapPage *self = KUMOJI_ROADMAP_PAGE (widget);
  KumojiHistory *history = kumoji_pane_get_history (KUMOJI_PANE (self));
  KumojiList *decisions =
    kumoji_record_get_list (KUMOJI_RECORD (get_chosen_gate (self)->stage), "decisions");
  KumojiRecord *decision = kumoji_list_find (decisions, g_variant_get_string (parameter, NULL));
  guint position;

  if (decision == NULL || !kumoji_list_get_position (decisions, decision, &position))
    return;
  kumoji_history_begin (history, _("Delete decision"));
  kumoji_history_remove (history, decisions, position);
  kumoji_history_end (history);
}

static void
plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiRoadmapPage *self = KUMOJI_ROADMAP_PAGE (widget);
  g_autofree char *today = kumoji_today_new ();
  KumojiPlanDialog *dialog =
    kumoji_plan_dialog_new (get_window (widget), kumoji_pane_get_project (KUMOJI_PANE (self)),
                            today);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
kumoji_roadmap_page_dispose (GObject *object)
{
  KumojiRoadmapPage *self = KUMOJI_ROADMAP_PAGE (object);

  g_clear_pointer (&self->roadmap, kumoji_roadmap_free);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (kumoji_roadmap_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (KUMOJI_TYPE_TIMELINE_VIEW);
  g_type_ensure (KUMOJI_TYPE_STAGE_CARD);
  g_type_ensure (KUMOJI_TYPE_GATE_CARD);
  g_type_ensure (KUMOJI_TYPE_PAIR_LAYOUT);
  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-roadmap-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiRoadmapPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoadmapPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoadmapPage, plan_hint);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoadmapPage, stage_card);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoadmapPage, gate_card);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoadmapPage, form);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoadmapPage, processes);
}

static void
kumoji_roadmap_page_class_init (KumojiRoadmapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KumojiPaneClass *pane_class = KUMOJI_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_roadmap_page_dispose;
  pane_class->set_project = kumoji_roadmap_page_set_project;
  pane_class->refresh = kumoji_roadmap_page_refresh;
  pane_class->go_to = kumoji_roadmap_page_go_to;
  pane_class->dup_subtitle = kumoji_roadmap_page_dup_subtitle;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "stage.choose", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "stage.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "stage.decide", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "stage.delete-decision", "s",
                                   delete_decision_action);
  gtk_widget_class_install_action (widget_class, "stage.plan", NULL, plan_action);
}

static void
kumoji_roadmap_page_init (KumojiRoadmapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_roadmap_page_get_stage:
 * @self: a page that has been in sight
 *
 * Returns: (transfer none): the id of the stage that is chosen
 */
const char *
kumoji_roadmap_page_get_stage (KumojiRoadmapPage *self)
{
  return get_chosen_gate (self)->guide->id;
}
