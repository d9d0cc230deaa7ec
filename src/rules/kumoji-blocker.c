/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blockers and warnings of a gate, in words. */
#include "rules/kumoji-gate.h"

#include "catalog/kumoji-phrases.h"

typedef struct
{
  const char *id;
  const char *state; /* a word or two, where the item's title says the rest */
  const char *title; /* where there is no item */
} BlockerWords;

/* DESIGN.md section 4, Gates */
static const BlockerWords blockers[] = {
  [KUMOJI_BLOCKER_NO] = { "no", N_("No"), NULL },
  [KUMOJI_BLOCKER_UNANSWERED] = { "unanswered", N_("Unanswered"), NULL },
  [KUMOJI_BLOCKER_WAITING] = { "waiting", N_("Waiting"), NULL },
  [KUMOJI_BLOCKER_REASON_MISSING] = { "reason-missing", N_("Reason missing"), NULL },
  [KUMOJI_BLOCKER_NOTHING_APPLICABLE] = { "nothing-applicable", N_("Nothing applies"),
                                          N_("No question of the checklist applies") },
  [KUMOJI_BLOCKER_NO_PERSON] = { "no-person", N_("Nobody named"), N_("Name a person in charge") },
  [KUMOJI_BLOCKER_NO_DECISION] = { "no-decision", N_("No decision"),
                                   N_("Record the decision of management") },
  [KUMOJI_BLOCKER_HELD] = { "held", N_("Held"), N_("Management decided not to go on yet") },
  [KUMOJI_BLOCKER_NO_PROCESS] = { "no-process", N_("None named"),
                                  N_("Name the sensitive processes") },
  [KUMOJI_BLOCKER_STAGE_NOT_ENTERED] = { "stage-not-entered", N_("Too early"),
                                         N_("Stage 3 has not begun") },
};

typedef struct
{
  const char *id;
  const char *text;
} WarningWords;

static const WarningWords warnings[] = {
  [KUMOJI_WARNING_PRECONDITION] = { "precondition",
                                    N_(
                                      "The precondition check does not say that the guide fits.") },
  [KUMOJI_WARNING_NO_ASSETS] = { "no-assets", N_("The register of information assets is empty.") },
  [KUMOJI_WARNING_TOO_SHORT] = { "too-short",
                                 N_("The recommended time in this stage is not over.") },
  [KUMOJI_WARNING_ROUND_TOO_OLD] = { "round-too-old", N_("The last round is over a year old.") },
  [KUMOJI_WARNING_PRACTICES_OPEN] = { "practices-open",
                                      N_("Some practices of this stage are not done yet.") },
  [KUMOJI_WARNING_RESIDUAL_RISK] = { "residual-risk",
                                     N_("The residual risk is neither treated nor accepted.") },
  [KUMOJI_WARNING_BUDGET] = { "budget", N_("Budget or cost is outside of what is meant.") },
  [KUMOJI_WARNING_NO_EXPERT] = { "no-expert",
                                 N_("No qualified security expert can be asked: a high risk.") },
};

/**
 * kumoji_blocker_reason_get_id:
 * @reason: why a gate is shut
 *
 * Returns: (transfer none): its word in `check --json`
 */
const char *
kumoji_blocker_reason_get_id (KumojiBlockerReason reason)
{
  return blockers[reason].id;
}

/**
 * kumoji_blocker_get_state_label:
 * @self: a blocker
 * @language: the reader's language
 *
 * Returns: (transfer none): a word or two that say why it blocks
 */
const char *
kumoji_blocker_get_state_label (const KumojiBlocker *self, KumojiLanguage language)
{
  return kumoji_phrase (language, blockers[self->reason].state);
}

/**
 * kumoji_blocker_dup_title:
 * @self: a blocker
 * @language: the reader's language
 *
 * Returns: (transfer full): what it is about
 */
char *
kumoji_blocker_dup_title (const KumojiBlocker *self, KumojiLanguage language)
{
  if (self->item != NULL)
    return g_strdup (kumoji_item_get_title (self->item, language));
  return g_strdup (kumoji_phrase (language, blockers[self->reason].title));
}

/**
 * kumoji_blocker_dup_place:
 * @self: a blocker
 * @language: the reader's language
 *
 * Returns: (transfer full): where it comes from, e.g. "3.3 Choice of provider"; "" where it is no
 *   question of a checklist
 */
char *
kumoji_blocker_dup_place (const KumojiBlocker *self, KumojiLanguage language)
{
  if (self->catalog == NULL)
    return g_strdup ("");

  const char *title = kumoji_catalog_get_short_title (self->catalog, language);
  return self->item != NULL ? g_strdup_printf ("%s %s", kumoji_item_get_id (self->item), title)
                            : g_strdup (title);
}

/**
 * kumoji_warning_get_id:
 * @warning: a warning
 *
 * Returns: (transfer none): its word in `check --json`
 */
const char *
kumoji_warning_get_id (KumojiWarning warning)
{
  return warnings[warning].id;
}

/**
 * kumoji_warning_get_text:
 * @warning: a warning
 * @language: the reader's language
 *
 * Returns: (transfer none): the warning, one sentence
 */
const char *
kumoji_warning_get_text (KumojiWarning warning, KumojiLanguage language)
{
  return kumoji_phrase (language, warnings[warning].text);
}
