/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the overview says in sentences. */
#include "config.h"

#include "app/pages/kumoji-overview-words.h"

#include <glib/gi18n.h>

/* Stage 4 has no way out: its gate is that of a round. */
static char *
dup_round_heading (const KumojiGate *gate, const char *name, guint n)
{
  if (gate->open)
    return g_strdup_printf (_("We are in stage %s (%s). This round is complete."), gate->guide->id,
                            name);
  return g_strdup_printf (ngettext ("We are in stage %s (%s). %u reason keeps this round from "
                                    "being complete.",
                                    "We are in stage %s (%s). %u reasons keep this round from "
                                    "being complete.",
                                    n),
                          gate->guide->id, name, n);
}

static char *
dup_stage_heading (const KumojiGate *gate, const char *name, guint n)
{
  if (gate->open)
    return g_strdup_printf (_("We are in stage %s (%s). Nothing blocks the way on."),
                            gate->guide->id, name);
  if (gate->overridden)
    return g_strdup_printf (ngettext ("We are in stage %s (%s). Management goes on with %u "
                                      "reservation.",
                                      "We are in stage %s (%s). Management goes on with %u "
                                      "reservations.",
                                      n),
                            gate->guide->id, name, n);
  return g_strdup_printf (ngettext ("We are in stage %s (%s). %u reason keeps us from the next "
                                    "stage.",
                                    "We are in stage %s (%s). %u reasons keep us from the next "
                                    "stage.",
                                    n),
                          gate->guide->id, name, n);
}

/**
 * kumoji_overview_dup_heading:
 * @roadmap: where the company stands
 *
 * Returns: (transfer full): that, and whether the way is open, in two sentences
 */
char *
kumoji_overview_dup_heading (KumojiRoadmap *roadmap)
{
  const KumojiGate *gate = roadmap->current;
  const char *name;
  guint n;

  if (gate == NULL)
    return g_strdup (_("Every stage is finished."));
  name = kumoji_text_get (&gate->guide->name, kumoji_language_get_default ());
  n = gate->blockers->len;
  return gate->guide->each_round ? dup_round_heading (gate, name, n)
                                 : dup_stage_heading (gate, name, n);
}

static void
append (GString *text, char *part)
{
  if (text->len > 0)
    g_string_append (text, _(", "));
  g_string_append (text, part);
  g_free (part);
}

/**
 * kumoji_overview_dup_reasons:
 * @roadmap: where the company stands
 *
 * Returns: (transfer full): how many reasons of which kind block the way, "" for none
 */
char *
kumoji_overview_dup_reasons (KumojiRoadmap *roadmap)
{
  guint n[KUMOJI_BLOCKER_STAGE_NOT_ENTERED + 1] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  KumojiGate *gate = roadmap->current;
  guint open, waiting, no;

  for (guint i = 0; gate != NULL && i < gate->blockers->len; i++)
    n[g_array_index (gate->blockers, KumojiBlocker, i).reason]++;
  open = n[KUMOJI_BLOCKER_UNANSWERED] + n[KUMOJI_BLOCKER_REASON_MISSING];
  waiting = n[KUMOJI_BLOCKER_WAITING];
  no = n[KUMOJI_BLOCKER_NO];
  if (open > 0)
    append (text, g_strdup_printf (ngettext ("%u question is open", "%u questions are open", open),
                                   open));
  if (waiting > 0)
    append (text,
            g_strdup_printf (ngettext ("%u waits for an answer", "%u wait for an answer", waiting),
                             waiting));
  if (no > 0)
    append (text, g_strdup_printf (ngettext ("%u answer is No", "%u answers are No", no), no));
  if (text->len > 0)
    g_string_append (text, _(". "));
  if (n[KUMOJI_BLOCKER_NO_PERSON] > 0)
    g_string_append_printf (text, "%s ", _("Nobody is in charge yet."));
  if (n[KUMOJI_BLOCKER_NO_DECISION] > 0)
    g_string_append (text, _("Management has not decided yet."));
  else if (n[KUMOJI_BLOCKER_HELD] > 0)
    g_string_append (text, _("Management decided not to go on yet."));
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

/**
 * kumoji_overview_dup_difference:
 * @valuation: the asset value held against annual sales
 *
 * Returns: (transfer full): the difference in words
 */
char *
kumoji_overview_dup_difference (KumojiValuation *valuation)
{
  g_autofree char *sales = NULL;
  g_autofree char *difference = NULL;

  if (valuation->state == KUMOJI_VALUATION_UNKNOWN)
    return g_strdup (_("Annual sales are not entered yet."));
  sales = kumoji_yen_format (valuation->sales);
  difference = kumoji_yen_format (ABS (valuation->difference));
  if (valuation->difference == 0)
    return g_strdup_printf (_("Exactly the annual sales of %s"), sales);
  return valuation->difference > 0
           ? g_strdup_printf (_("%s more than the annual sales of %s"), difference, sales)
           : g_strdup_printf (_("%s less than the annual sales of %s"), difference, sales);
}
