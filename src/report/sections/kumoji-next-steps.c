/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to do next, as it follows from the blockers of the present gate. */
#include "report/sections/kumoji-next-steps.h"

#include "catalog/kumoji-phrases.h"

/* Numbers of questions named in one step. */
#define MOST_NUMBERS 12

#define N_REASONS (KUMOJI_BLOCKER_STAGE_NOT_ENTERED + 1)

/* In the order of work: answers come before the decision that rests on them. */
static const char *const steps[N_REASONS] = {
  [KUMOJI_BLOCKER_NO] = N_("Act on what was answered No, or have management accept the risk"),
  [KUMOJI_BLOCKER_UNANSWERED] = N_("Answer the open questions"),
  [KUMOJI_BLOCKER_WAITING] = N_("Ask again for the answers that we wait for"),
  [KUMOJI_BLOCKER_REASON_MISSING] = N_("Give the reason why a question does not apply"),
  [KUMOJI_BLOCKER_NOTHING_APPLICABLE] =
    N_("Check the reasons once more: no question of a checklist applies"),
  [KUMOJI_BLOCKER_NO_PERSON] = N_("Name a person in charge"),
  [KUMOJI_BLOCKER_NO_DECISION] = N_("Decision of management"),
  [KUMOJI_BLOCKER_HELD] = N_("Settle what made management hold, then decide anew"),
  [KUMOJI_BLOCKER_NO_PROCESS] = N_("Name the sensitive processes"),
  [KUMOJI_BLOCKER_STAGE_NOT_ENTERED] = N_("Begin stage 3 first"),
};

static void
append_number (GString *numbers, guint n, const char *number)
{
  if (n < MOST_NUMBERS)
    g_string_append_printf (numbers, "%s%s", n > 0 ? ", " : "", number);
  else if (n == MOST_NUMBERS)
    g_string_append (numbers, " …");
}

static char *
dup_step (KumojiReportContext *context, const KumojiGate *gate, KumojiBlockerReason reason)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < gate->blockers->len; i++)
    {
      const KumojiBlocker *blocker = &g_array_index (gate->blockers, KumojiBlocker, i);

      if (blocker->reason != reason)
        continue;
      if (blocker->item != NULL)
        append_number (numbers, n, kumoji_item_get_id (blocker->item));
      n++;
    }
  if (n == 0)
    return NULL;
  if (reason == KUMOJI_BLOCKER_NO_DECISION)
    return g_strdup_printf ("%s: %s", kumoji_phrase (context->language, steps[reason]),
                            kumoji_text_get (&gate->guide->decision, context->language));

  return numbers->len > 0
           ? g_strdup_printf ("%s: %s", kumoji_phrase (context->language, steps[reason]),
                              numbers->str)
           : g_strdup (kumoji_phrase (context->language, steps[reason]));
}

static void
add_way_on (KumojiReportContext *context, const KumojiGate *gate)
{
  if (!gate->guide->each_round)
    kumoji_flow_add_item (context->flow, KUMOJI_MARK_PASSED,
                          kumoji_report_say (context,
                                             N_("Close this stage and begin the next one")));
  else
    kumoji_flow_add_item (
      context->flow, KUMOJI_MARK_PASSED,
      kumoji_report_say (context, N_("Start the next round within a year of this one")));
}

/**
 * kumoji_next_steps_add:
 *
 * Adds what is to be done next to the pages.
 */
void
kumoji_next_steps_add (KumojiReportContext *context)
{
  const KumojiGate *gate = context->roadmap->current;

  kumoji_flow_add_heading (context->flow, 2, kumoji_report_say (context, N_("Next steps")));
  for (guint reason = 0; reason < N_REASONS; reason++)
    {
      g_autofree char *step = dup_step (context, gate, reason);

      if (step != NULL)
        kumoji_flow_add_item (context->flow, KUMOJI_MARK_NONE, step);
    }
  if (gate->open || gate->overridden)
    add_way_on (context, gate);
}
