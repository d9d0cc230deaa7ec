/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate card: whether the way out of a stage is open, all that blocks it, and who decided. */
#include "config.h"

#include "app/pages/kumoji-gate-card.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-decision-row.h"
#include "app/widgets/kumoji-step-row.h"

struct _KumojiGateCard
{
  AdwBin parent_instance;

  const KumojiGate *gate; /* unowned: the page's, replaced before it goes */
  GtkSizeGroup *pills;

  GtkLabel *title;
  KumojiPill *pill;
  GtkLabel *weighs;
  GtkListBox *blockers;
  GtkWidget *warnings_title;
  GtkListBox *warnings;
  GtkListBox *decisions;
  GtkWidget *no_decision;
};

G_DEFINE_FINAL_TYPE (KumojiGateCard, kumoji_gate_card, ADW_TYPE_BIN)

/* What can be mended on this page is done here; for the rest the row leads to its page. */
static void
blocker_activated_cb (GtkListBox *list, GtkListBoxRow *row, KumojiGateCard *self)
{
  const KumojiBlocker *blocker =
    &g_array_index (self->gate->blockers, KumojiBlocker, gtk_list_box_row_get_index (row));
  GtkWidget *widget = GTK_WIDGET (self);

  switch (blocker->reason)
    {
    case KUMOJI_BLOCKER_NO_DECISION:
    case KUMOJI_BLOCKER_HELD:
      gtk_widget_activate_action (widget, "stage.decide", NULL);
      break;
    case KUMOJI_BLOCKER_NO_PROCESS:
      gtk_widget_activate_action (widget, "stage.edit", "s", "processes");
      break;
    case KUMOJI_BLOCKER_STAGE_NOT_ENTERED:
      gtk_widget_activate_action (widget, "stage.choose", "s",
                                  self->gate->guide->needs_stage_entered);
      break;
    default:
      kumoji_step_row_go (KUMOJI_STEP_ROW (row));
    }
}

static void
warning_activated_cb (GtkListBox *list, GtkListBoxRow *row, KumojiGateCard *self)
{
  KumojiWarning warning =
    g_array_index (self->gate->warnings, KumojiWarning, gtk_list_box_row_get_index (row));
  const char *field = warning == KUMOJI_WARNING_BUDGET          ? "budget"
                      : warning == KUMOJI_WARNING_RESIDUAL_RISK ? "residual-risk"
                      : warning == KUMOJI_WARNING_TOO_SHORT     ? "actual-end"
                                                                : NULL;

  if (field != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "stage.edit", "s", field);
  else
    kumoji_step_row_go (KUMOJI_STEP_ROW (row));
}

static void
kumoji_gate_card_dispose (GObject *object)
{
  KumojiGateCard *self = KUMOJI_GATE_CARD (object);

  g_clear_object (&self->pills);

  G_OBJECT_CLASS (kumoji_gate_card_parent_class)->dispose (object);
}

static void
kumoji_gate_card_class_init (KumojiGateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_gate_card_dispose;

  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-gate-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiGateCard, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiGateCard, pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiGateCard, weighs);
  gtk_widget_class_bind_template_child (widget_class, KumojiGateCard, blockers);
  gtk_widget_class_bind_template_child (widget_class, KumojiGateCard, warnings_title);
  gtk_widget_class_bind_template_child (widget_class, KumojiGateCard, warnings);
  gtk_widget_class_bind_template_child (widget_class, KumojiGateCard, decisions);
  gtk_widget_class_bind_template_child (widget_class, KumojiGateCard, no_decision);
  gtk_widget_class_bind_template_callback (widget_class, blocker_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, warning_activated_cb);
}

static void
kumoji_gate_card_init (KumojiGateCard *self)
{
  self->pills = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_title (const KumojiGate *gate)
{
  const char *id = gate->guide->id;

  if (gate->guide->each_round)
    return g_strdup (_("Gate at the end of each round"));
  if (g_ascii_isdigit (*id))
    return g_strdup_printf (_("Gate to stage %d"), *id - '0' + 1);
  return g_strdup_printf (_("Gate of stage %s"), gate->guide->number);
}

static void
show_state (KumojiGateCard *self, const KumojiGate *gate)
{
  if (gate->open)
    kumoji_pill_set (self->pill, KUMOJI_PILL_PASSED, _("Open"));
  else if (gate->overridden)
    kumoji_pill_set (self->pill, KUMOJI_PILL_LATE, _("With reservations"));
  else
    kumoji_pill_set (self->pill, KUMOJI_PILL_BLOCKED, _("Closed"));
}

/* As many rows as wanted; those that are there already are kept, and with them the focus. */
static void
ensure_rows (KumojiGateCard *self, GtkListBox *list, guint n)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    if (gtk_list_box_get_row_at_index (list, (int) i) == NULL)
      gtk_list_box_append (list, kumoji_step_row_new (self->pills));
  while ((row = gtk_list_box_get_row_at_index (list, (int) n)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
}

static void
show_blockers (KumojiGateCard *self, const KumojiGate *gate)
{
  ensure_rows (self, self->blockers, gate->blockers->len);
  for (guint i = 0; i < gate->blockers->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->blockers, (int) i);
      kumoji_step_row_set_blocker (KUMOJI_STEP_ROW (row), gate,
                                   &g_array_index (gate->blockers, KumojiBlocker, i));
    }
}

static void
show_warnings (KumojiGateCard *self, const KumojiGate *gate)
{
  ensure_rows (self, self->warnings, gate->warnings->len);
  gtk_widget_set_visible (self->warnings_title, gate->warnings->len > 0);
  for (guint i = 0; i < gate->warnings->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->warnings, (int) i);
      kumoji_step_row_set_warning (KUMOJI_STEP_ROW (row), gate,
                                   g_array_index (gate->warnings, KumojiWarning, i));
    }
}

/* The last one first: it is the one that holds. */
static void
show_decisions (KumojiGateCard *self, const KumojiGate *gate)
{
  KumojiList *decisions = kumoji_record_get_list (KUMOJI_RECORD (gate->stage), "decisions");
  guint n = kumoji_list_get_length (decisions);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->decisions, 0)) != NULL)
    gtk_list_box_remove (self->decisions, GTK_WIDGET (row));
  for (guint i = n; i > 0; i--)
    gtk_list_box_append (self->decisions,
                         kumoji_decision_row_new (kumoji_list_get (decisions, i - 1)));
  gtk_widget_set_visible (GTK_WIDGET (self->decisions), n > 0);
  gtk_widget_set_visible (self->no_decision, n == 0);
}

/**
 * kumoji_gate_card_set:
 * @self: a card
 * @gate: what it shows; must live until the card shows another one
 */
void
kumoji_gate_card_set (KumojiGateCard *self, const KumojiGate *gate)
{
  g_autofree char *title = dup_title (gate);

  self->gate = gate;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->weighs,
                       kumoji_text_get (&gate->guide->decision, kumoji_language_get_default ()));
  show_state (self, gate);
  show_blockers (self, gate);
  show_warnings (self, gate);
  show_decisions (self, gate);
}
