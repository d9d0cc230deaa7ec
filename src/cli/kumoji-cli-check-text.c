/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kumoji-cli check: the finding as people read it. */
#include "cli/kumoji-cli-check.h"

#include "catalog/kumoji-phrases.h"
#include "cli/kumoji-cli-output.h"
#include "rules/kumoji-fingerprint.h"
#include "rules/kumoji-result.h"

/* A name and what is said of it, on a line of its own. */
static void
print_pair (const char *indent, const char *name, const char *value)
{
  g_autofree char *pair = g_strdup_printf (_("%s: %s"), name, value);

  kumoji_cli_print ("%s%s\n", indent, pair);
}

static void
print_head (const KumojiCliFinding *self)
{
  const char *company = kumoji_project_get_company (self->project);
  g_autofree char *clean = kumoji_cli_clean (company);
  g_autofree char *paper = kumoji_fingerprint_to_paper (self->fingerprint);

  kumoji_cli_print ("%s\n", *clean != '\0' ? clean : _("(company without a name)"));
  print_pair ("", _("Fingerprint"), paper);
  print_pair ("", _("File"), self->problems->len == 0 ? _("valid") : _("not valid"));
  for (guint i = 0; i < self->problems->len; i++)
    {
      const KumojiProblem *problem = self->problems->pdata[i];
      g_autofree char *path = kumoji_cli_clean (problem->path);
      g_autofree char *reason = kumoji_cli_clean (problem->reason);
      kumoji_cli_print ("  %s: %s\n", path, reason);
    }
}

static char *
title_of_round (const KumojiCliRound *round, KumojiLanguage language)
{
  const char *title = kumoji_catalog_get_title (round->catalog, language);
  g_autofree char *name = NULL;

  if (round->service == NULL)
    return g_strdup (title);
  name = kumoji_cli_clean (kumoji_record_get_text (KUMOJI_RECORD (round->service), "name"));
  return g_strdup_printf ("%s / %s", title, name);
}

/* Kinds that nobody passes say what they come to in their own words. */
static void
print_result (const KumojiCliRound *round, const char *title, KumojiLanguage language)
{
  g_autofree char *result =
    kumoji_result_dup_sentence (&round->score, kumoji_catalog_get_kind (round->catalog), language);

  kumoji_cli_print (_("  %s, round %d: %s\n"), title,
                    (int) kumoji_record_get_integer (KUMOJI_RECORD (round->round), "round"),
                    result);
}

static void
print_round (const KumojiCliRound *round, KumojiLanguage language)
{
  const KumojiScore *score = &round->score;
  g_autofree char *title = title_of_round (round, language);

  if (round->round == NULL)
    {
      print_pair ("  ", title, _("not started"));
      return;
    }
  if (kumoji_catalog_get_kind (round->catalog) != KUMOJI_KIND_CHECKLIST)
    {
      print_result (round, title, language);
      return;
    }
  kumoji_cli_print (_("  %s, round %d: %u of %u answered, %u Yes, %u No; %s\n"), title,
                    (int) kumoji_record_get_integer (KUMOJI_RECORD (round->round), "round"),
                    score->answered, score->items - score->excluded, score->yes, score->no,
                    score->passed ? _("passed") : _("not passed"));
}

/* Nobody needs all that could be answered, so of what is not begun only the awaited is named. */
static void
print_rounds (const KumojiCliFinding *self, KumojiLanguage language)
{
  guint n_others = 0;

  for (guint i = 0; i < self->rounds->len; i++)
    {
      const KumojiCliRound *round = &g_array_index (self->rounds, KumojiCliRound, i);
      const char *subject =
        round->service != NULL ? kumoji_record_get_id (KUMOJI_RECORD (round->service)) : "";

      if (round->round != NULL || kumoji_score_is_awaited (self->project, round->catalog, subject))
        print_round (round, language);
      else
        n_others++;
    }
  if (n_others > 0)
    kumoji_cli_print (P_("  %u more is not started\n", "  %u more are not started\n", n_others),
                      n_others);
}

static void
print_shares (GArray *shares)
{
  for (guint i = 0; i < shares->len; i++)
    {
      const KumojiShare *share = &g_array_index (shares, KumojiShare, i);
      g_autofree char *total = kumoji_yen_format (share->total);
      if (share->assets > 0)
        print_pair ("  ", _(share->label), total);
    }
}

static void
print_valuation (KumojiValuation *valuation, KumojiLanguage language)
{
  g_autofree char *total = kumoji_yen_format (valuation->total);
  g_autofree char *sales = kumoji_yen_format (valuation->sales);

  kumoji_cli_print ("\n%s\n", _("Information assets"));
  if (valuation->overflow != NULL)
    {
      g_autofree char *message = kumoji_valuation_dup_overflow_message (valuation, language);
      g_autofree char *clean = kumoji_cli_clean (message);
      kumoji_cli_print ("  %s\n", clean);
      return;
    }
  if (valuation->state == KUMOJI_VALUATION_UNKNOWN)
    kumoji_cli_print (_("  %s in all; annual sales are not known\n"), total);
  else
    kumoji_cli_print (_("  %s in all, annual sales %s: %s\n"), total, sales,
                      kumoji_valuation_state_get_label (valuation->state, language));
  print_shares (valuation->by_group);
}

static void
print_blockers (const KumojiGate *gate, KumojiLanguage language)
{
  for (guint i = 0; i < gate->blockers->len; i++)
    {
      const KumojiBlocker *blocker = &g_array_index (gate->blockers, KumojiBlocker, i);
      g_autofree char *title = kumoji_blocker_dup_title (blocker, language);
      g_autofree char *place = kumoji_blocker_dup_place (blocker, language);
      const char *state = kumoji_blocker_get_state_label (blocker, language);

      g_autofree char *placed =
        *place != '\0' ? g_strdup_printf (_("%s (%s)"), title, place) : g_strdup (title);
      print_pair ("    - ", placed, state);
    }
  for (guint i = 0; i < gate->warnings->len; i++)
    kumoji_cli_print ("    ! %s\n",
                      kumoji_warning_get_text (g_array_index (gate->warnings, KumojiWarning, i),
                                               language));
}

/* What keeps a gate shut is worth reading where the company stands, and where it went on all the
 * same; further on it is only all that is still to come. */
static void
print_gate (const KumojiRoadmap *roadmap, const KumojiGate *gate, KumojiLanguage language)
{
  kumoji_cli_print (_("  Stage %s %s: %s; %s\n"), gate->guide->number,
                    kumoji_text_get (&gate->guide->name, language),
                    kumoji_stage_state_get_label (gate->state, language),
                    gate->open         ? _("the gate is open")
                    : gate->overridden ? _("management goes on with reservations")
                                       : _("the gate is shut"));
  if (gate == roadmap->current || gate->overridden || gate->state == KUMOJI_STAGE_IN_PROGRESS)
    print_blockers (gate, language);
}

/**
 * kumoji_cli_check_print_text:
 * @self: a finding
 *
 * Prints a summary on standard output, in the language of the process.
 */
void
kumoji_cli_check_print_text (const KumojiCliFinding *self)
{
  KumojiLanguage language = kumoji_language_get_default ();

  print_head (self);
  kumoji_cli_print ("\n%s\n", _("Checklists"));
  print_rounds (self, language);
  print_valuation (self->valuation, language);
  kumoji_cli_print ("\n%s\n", _("Roadmap"));
  for (guint i = 0; i < self->roadmap->gates->len; i++)
    print_gate (self->roadmap, self->roadmap->gates->pdata[i], language);
}
