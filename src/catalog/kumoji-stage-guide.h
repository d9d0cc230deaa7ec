/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stage guide: what the six stages of adoption ask, and the gate out of each. */
#pragma once

#include <gio/gio.h>

#include "catalog/kumoji-language.h"

G_BEGIN_DECLS

/**
 * KumojiStageGuide:
 * @id: "0" to "4", or "x"
 * @number: the same as people read it: "X" for "x"
 * @name: one word for it
 * @type: the guide's name of its model
 * @policy: (element-type KumojiText): what management decides to practise in it
 * @decision: what management weighs at the gate
 * @months: how long the stage should last at least, or how long a round of it lasts
 * @per_round: whether @months is the length of a round
 * @needs_person: the gate wants a person in charge
 * @passed: the catalogs that must be passed
 * @each_round: in the last round, which must not be over a year old
 * @warns_not_passed: the catalogs whose not being passed is worth a warning
 * @practices: (nullable): the catalog whose section of the stage's id says what to practise; what
 * is not done is worth a warning
 * @warns_no_assets: an empty register is worth a warning
 * @needs_stage_entered: (nullable): the stage that must have begun
 * @needs_processes: the stage's processes must be named
 * @budget_min: yen, 0 where the guide names none
 * @budget_max: yen, 0 where the guide names none
 */
typedef struct
{
  char *id;
  char *number;
  KumojiText name;
  KumojiText type;
  KumojiText purpose;
  GPtrArray *policy;
  KumojiText decision;
  KumojiText residual_risk;
  gint64 months;
  gboolean per_round;
  gboolean needs_person;
  char **passed;
  gboolean each_round;
  char **warns_not_passed;
  char *practices;
  gboolean warns_no_assets;
  char *needs_stage_entered;
  gboolean needs_processes;
  gint64 budget_min;
  gint64 budget_max;
} KumojiStageGuide;

GPtrArray *kumoji_stage_guides_new_from_bytes (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
