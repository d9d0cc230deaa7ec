/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stage card: what the chosen stage is for, and where it stands. */
#pragma once

#include <adwaita.h>

#include "rules/kumoji-gate.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_STAGE_CARD (kumoji_stage_card_get_type ())
G_DECLARE_FINAL_TYPE (KumojiStageCard, kumoji_stage_card, KUMOJI, STAGE_CARD, AdwBin)

void kumoji_stage_card_set (KumojiStageCard *self, const KumojiGate *gate, const char *today);

G_END_DECLS
