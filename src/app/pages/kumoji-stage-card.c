/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stage card: what the chosen stage is for, and where it stands. */
#include "config.h"

#include "app/pages/kumoji-stage-card.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-bullet.h"
#include "app/widgets/kumoji-pill.h"
#include "rules/kumoji-stage-state.h"

struct _KumojiStageCard
{
  AdwBin parent_instance;

  GtkLabel *title;
  KumojiPill *pill;
  GtkLabel *type;
  GtkLabel *purpose;
  GtkBox *policy;
  GtkLabel *recommended;
  GtkLabel *planned;
  GtkLabel *actual;
  GtkLabel *money;
  GtkWidget *processes_label;
  GtkLabel *processes;
  GtkLabel *risk;
  KumojiPill *risk_pill;
};

G_DEFINE_FINAL_TYPE (KumojiStageCard, kumoji_stage_card, ADW_TYPE_BIN)

static void
kumoji_stage_card_class_init (KumojiStageCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KUMOJI_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-stage-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, type);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, purpose);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, policy);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, recommended);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, planned);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, actual);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, money);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, processes_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, processes);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, risk);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageCard, risk_pill);
}

static void
kumoji_stage_card_init (KumojiStageCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_state (KumojiStageCard *self, const KumojiGate *gate, const char *today)
{
  static const KumojiPillKind kinds[] = {
    [KUMOJI_STAGE_NOT_STARTED] = KUMOJI_PILL_OPEN,
    [KUMOJI_STAGE_IN_PROGRESS] = KUMOJI_PILL_CURRENT,
    [KUMOJI_STAGE_FINISHED] = KUMOJI_PILL_PASSED,
    [KUMOJI_STAGE_SKIPPED] = KUMOJI_PILL_NOT_APPLICABLE,
  };
  const char *state = kumoji_stage_state_get_label (gate->state, kumoji_language_get_default ());
  g_autofree char *with_month = NULL;

  if (gate->state == KUMOJI_STAGE_IN_PROGRESS)
    /* Translators: a state, and in which month of the stage we are: "In progress · month 9". */
    with_month =
      g_strdup_printf (_("%s · month %u"), state, kumoji_stage_get_month (gate->stage, today));
  kumoji_pill_set (self->pill, kinds[gate->state], with_month != NULL ? with_month : state);
}

static void
show_policy (KumojiStageCard *self, const KumojiStageGuide *guide)
{
  GtkWidget *bullet;

  while ((bullet = gtk_widget_get_first_child (GTK_WIDGET (self->policy))) != NULL)
    gtk_box_remove (self->policy, bullet);
  for (guint i = 0; i < guide->policy->len; i++)
    gtk_box_append (self->policy,
                    kumoji_bullet_new (
                      kumoji_text_get (guide->policy->pdata[i], kumoji_language_get_default ())));
}

static void
show_times (KumojiStageCard *self, const KumojiGate *gate)
{
  const KumojiStageGuide *guide = gate->guide;
  g_autofree char *months =
    g_strdup_printf (guide->per_round
                       ? ngettext ("%d month a round", "%d months a round", guide->months)
                       : ngettext ("at least %d month", "at least %d months", guide->months),
                     (int) guide->months);
  static const char *const fields[][2] = { { "planned-start", "planned-end" },
                                           { "actual-start", "actual-end" } };
  GtkLabel *labels[] = { self->planned, self->actual };

  gtk_label_set_label (self->recommended, months);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *from = kumoji_record_get_text (KUMOJI_RECORD (gate->stage), fields[i][0]);
      const char *to = kumoji_record_get_text (KUMOJI_RECORD (gate->stage), fields[i][1]);
      /* Translators: a time, from a day to a day; either may be missing. */
      g_autofree char *time = g_strdup_printf (_("%s – %s"), from, to);
      gtk_label_set_label (labels[i], *from != '\0' || *to != '\0' ? time : _("Not set"));
    }
}

static void
show_money (KumojiStageCard *self, KumojiRecord *stage)
{
  gint64 budget = kumoji_record_get_integer (stage, "budget");
  gint64 cost = kumoji_record_get_integer (stage, "cost");
  g_autofree char *planned = kumoji_yen_format (budget);
  g_autofree char *spent = kumoji_yen_format (cost);
  /* Translators: what was planned to be spent, and what was spent so far. */
  g_autofree char *money = g_strdup_printf (_("%s / %s"), planned, spent);

  gtk_label_set_label (self->money, budget > 0 || cost > 0 ? money : _("Not set"));
}

static void
show_risk (KumojiStageCard *self, const KumojiGate *gate)
{
  KumojiLanguage language = kumoji_language_get_default ();
  KumojiRecord *stage = KUMOJI_RECORD (gate->stage);
  const char *treatment = kumoji_record_get_text (stage, "residual-risk");
  g_autofree char *word = kumoji_record_format (stage, "residual-risk", language);

  gtk_label_set_label (self->risk, kumoji_text_get (&gate->guide->residual_risk, language));
  if (*treatment != '\0')
    kumoji_pill_set (self->risk_pill, KUMOJI_PILL_PASSED, word);
  else if (gate->state == KUMOJI_STAGE_NOT_STARTED || gate->state == KUMOJI_STAGE_SKIPPED)
    kumoji_pill_set (self->risk_pill, KUMOJI_PILL_OPEN, _("Not decided yet"));
  else
    kumoji_pill_set (self->risk_pill, KUMOJI_PILL_LATE, _("Not yet treated or accepted"));
}

/**
 * kumoji_stage_card_set:
 * @self: a card
 * @gate: the gate out of the stage that it shows
 * @today: the day, ISO 8601
 */
void
kumoji_stage_card_set (KumojiStageCard *self, const KumojiGate *gate, const char *today)
{
  KumojiLanguage language = kumoji_language_get_default ();
  const KumojiStageGuide *guide = gate->guide;
  g_autofree char *title =
    /* Translators: a stage's number and name. */
    g_strdup_printf (_("Stage %s  %s"), guide->number, kumoji_text_get (&guide->name, language));
  const char *processes = kumoji_record_get_text (KUMOJI_RECORD (gate->stage), "processes");

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->type, kumoji_text_get (&guide->type, language));
  gtk_label_set_label (self->purpose, kumoji_text_get (&guide->purpose, language));
  show_state (self, gate, today);
  show_policy (self, guide);
  show_times (self, gate);
  show_money (self, KUMOJI_RECORD (gate->stage));
  show_risk (self, gate);
  gtk_widget_set_visible (self->processes_label, guide->needs_processes);
  gtk_widget_set_visible (GTK_WIDGET (self->processes), guide->needs_processes);
  gtk_label_set_label (self->processes, *processes != '\0' ? processes : _("None named"));
}
