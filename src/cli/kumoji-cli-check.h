/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding: all that follows from a project, to be printed (private). */
#pragma once

#include "rules/kumoji-gate.h"
#include "rules/kumoji-valuation.h"

G_BEGIN_DECLS

/**
 * KumojiCliRound:
 * @round: (nullable): a round of the checklist, %NULL where none was started
 *
 * One line of the checklists.
 */
typedef struct
{
  KumojiCatalog *catalog;
  KumojiService *service; /* NULL for the company */
  KumojiAssessment *round;
  KumojiScore score;
} KumojiCliRound;

/**
 * KumojiCliFinding:
 * @problems: (element-type KumojiProblem): empty for a valid project
 * @rounds: (element-type KumojiCliRound): by catalog, then by subject, then by round
 */
typedef struct
{
  KumojiProject *project;
  GPtrArray *problems;
  char *fingerprint;
  KumojiScore precondition;
  GArray *rounds;
  KumojiValuation *valuation;
  KumojiRoadmap *roadmap;
} KumojiCliFinding;

KumojiCliFinding *kumoji_cli_finding_new (KumojiProject *project, const char *today);
void kumoji_cli_finding_free (KumojiCliFinding *self);

void kumoji_cli_check_print_json (const KumojiCliFinding *self);
void kumoji_cli_check_print_text (const KumojiCliFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiCliFinding, kumoji_cli_finding_free)

G_END_DECLS
