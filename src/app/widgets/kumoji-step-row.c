/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step row: a state, what it is about, and where one goes to mend it. */
#include "config.h"

#include "app/widgets/kumoji-step-row.h"

#include <glib/gi18n.h>

struct _KumojiStepRow
{
  GtkListBoxRow parent_instance;

  char *page;
  char *target;

  KumojiPill *pill;
  GtkLabel *title;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (KumojiStepRow, kumoji_step_row, GTK_TYPE_LIST_BOX_ROW)

static void
kumoji_step_row_finalize (GObject *object)
{
  KumojiStepRow *self = KUMOJI_STEP_ROW (object);

  g_free (self->page);
  g_free (self->target);

  G_OBJECT_CLASS (kumoji_step_row_parent_class)->finalize (object);
}

static void
kumoji_step_row_class_init (KumojiStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kumoji_step_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiStepRow, pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiStepRow, place);
}

static void
kumoji_step_row_init (KumojiStepRow *self)
{
  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_step_row_new:
 * @pills: (nullable): makes the pills of a list equally wide, so that the titles stand in line
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kumoji_step_row_new (GtkSizeGroup *pills)
{
  KumojiStepRow *self = g_object_new (KUMOJI_TYPE_STEP_ROW, NULL);

  if (pills != NULL)
    gtk_size_group_add_widget (pills, gtk_widget_get_parent (GTK_WIDGET (self->pill)));
  return GTK_WIDGET (self);
}

/**
 * kumoji_step_row_set:
 * @self: a row
 * @kind: the icon and the colour of the state
 * @state: the state in a word or two, "" for none
 * @title: what it is about
 * @place: where it comes from, "" for nothing
 * @page: the page to go to
 * @target: the place in it
 */
void
kumoji_step_row_set (KumojiStepRow *self,
                     KumojiPillKind kind,
                     const char *state,
                     const char *title,
                     const char *place,
                     const char *page,
                     const char *target)
{
  g_autofree char *name =
    *state != '\0' ? g_strdup_printf ("%s: %s", state, title) : g_strdup (title);

  kumoji_pill_set (self->pill, kind, state);
  gtk_widget_set_visible (GTK_WIDGET (self->pill), *state != '\0');
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
  g_free (self->page);
  self->page = g_strdup (page);
  g_free (self->target);
  self->target = g_strdup (target);
}

/**
 * kumoji_step_row_set_blocker:
 * @self: a row
 * @gate: a gate
 * @blocker: what keeps it shut
 */
void
kumoji_step_row_set_blocker (KumojiStepRow *self,
                             const KumojiGate *gate,
                             const KumojiBlocker *blocker)
{
  KumojiLanguage language = kumoji_language_get_default ();
  g_auto (KumojiDestination) to = { NULL };
  g_autofree char *title = kumoji_blocker_dup_title (blocker, language);
  g_autofree char *place = kumoji_blocker_dup_place (blocker, language);
  gboolean bad = blocker->reason == KUMOJI_BLOCKER_NO || blocker->reason == KUMOJI_BLOCKER_HELD;

  kumoji_destination_of_blocker (&to, gate, blocker);
  kumoji_step_row_set (self, bad ? KUMOJI_PILL_BLOCKED : KUMOJI_PILL_OPEN,
                       kumoji_blocker_get_state_label (blocker, language), title, place, to.page,
                       to.target);
}

/**
 * kumoji_step_row_set_warning:
 * @self: a row
 * @gate: a gate
 * @warning: what is worth knowing and blocks nothing
 */
void
kumoji_step_row_set_warning (KumojiStepRow *self, const KumojiGate *gate, KumojiWarning warning)
{
  g_auto (KumojiDestination) to = { NULL };

  kumoji_destination_of_warning (&to, gate, warning);
  kumoji_step_row_set (self, KUMOJI_PILL_LATE, C_("warning", "Note"),
                       kumoji_warning_get_text (warning, kumoji_language_get_default ()), "",
                       to.page, to.target);
}

/**
 * kumoji_step_row_go:
 * @self: a row
 *
 * Goes where it leads: what a list does when the row is activated.
 */
void
kumoji_step_row_go (KumojiStepRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "(ss)", self->page, self->target);
}
