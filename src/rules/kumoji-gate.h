/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate out of a stage: open or not, and what blocks it. */
#pragma once

#include "rules/kumoji-score.h"

G_BEGIN_DECLS

typedef enum
{
  KUMOJI_BLOCKER_NO,
  KUMOJI_BLOCKER_UNANSWERED,
  KUMOJI_BLOCKER_WAITING,
  KUMOJI_BLOCKER_REASON_MISSING,
  KUMOJI_BLOCKER_NOTHING_APPLICABLE,
  KUMOJI_BLOCKER_NO_PERSON,
  KUMOJI_BLOCKER_NO_DECISION,
  KUMOJI_BLOCKER_HELD,
  KUMOJI_BLOCKER_NO_PROCESS,
  KUMOJI_BLOCKER_STAGE_NOT_ENTERED,
} KumojiBlockerReason;

/**
 * KumojiBlocker:
 * @catalog: (nullable): the checklist that it is about
 * @item: (nullable): the item of it
 *
 * One thing that keeps a gate shut.
 */
typedef struct
{
  KumojiCatalog *catalog;
  KumojiItem *item;
  KumojiBlockerReason reason;
} KumojiBlocker;

typedef enum
{
  KUMOJI_WARNING_PRECONDITION,
  KUMOJI_WARNING_NO_ASSETS,
  KUMOJI_WARNING_TOO_SHORT,
  KUMOJI_WARNING_ROUND_TOO_OLD,
  KUMOJI_WARNING_PRACTICES_OPEN,
  KUMOJI_WARNING_RESIDUAL_RISK,
  KUMOJI_WARNING_BUDGET,
  KUMOJI_WARNING_NO_EXPERT,
} KumojiWarning;

typedef enum
{
  KUMOJI_STAGE_NOT_STARTED,
  KUMOJI_STAGE_IN_PROGRESS,
  KUMOJI_STAGE_FINISHED,
  KUMOJI_STAGE_SKIPPED,
} KumojiStageState;

/**
 * KumojiGate:
 * @guide: the stage out of which it leads
 * @stage: what the company says of that stage
 * @open: nothing blocks it
 * @overridden: management goes on with blockers, with reservations
 * @blockers: (element-type KumojiBlocker): those of checklists first, in order
 * @warnings: (element-type KumojiWarning): what is worth knowing and blocks nothing
 */
typedef struct
{
  const KumojiStageGuide *guide;
  KumojiStage *stage;
  KumojiStageState state;
  gboolean open;
  gboolean overridden;
  GArray *blockers;
  GArray *warnings;
} KumojiGate;

/**
 * KumojiRoadmap:
 * @gates: (element-type KumojiGate): of stages 0 to 4 and x
 * @current: (nullable): the gate of the stage on which the company stands
 */
typedef struct
{
  GPtrArray *gates;
  KumojiGate *current;
} KumojiRoadmap;

KumojiRoadmap *
kumoji_roadmap_new (KumojiLibrary *library, KumojiProject *project, const char *today);
void kumoji_roadmap_free (KumojiRoadmap *self);
KumojiGate *kumoji_roadmap_get_gate (KumojiRoadmap *self, const char *stage);

const char *kumoji_blocker_reason_get_id (KumojiBlockerReason reason);
const char *kumoji_blocker_get_state_label (const KumojiBlocker *self, KumojiLanguage language);
char *kumoji_blocker_dup_title (const KumojiBlocker *self, KumojiLanguage language);
char *kumoji_blocker_dup_place (const KumojiBlocker *self, KumojiLanguage language);
const char *kumoji_warning_get_id (KumojiWarning warning);
const char *kumoji_warning_get_text (KumojiWarning warning, KumojiLanguage language);
const char *kumoji_stage_state_get_id (KumojiStageState state);
const char *kumoji_stage_state_get_label (KumojiStageState state, KumojiLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiRoadmap, kumoji_roadmap_free)

G_END_DECLS
