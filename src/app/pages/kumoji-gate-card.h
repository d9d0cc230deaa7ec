/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gate card: whether the way out of a stage is open, all that blocks it, and who decided. */
#pragma once

#include <adwaita.h>

#include "rules/kumoji-gate.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_GATE_CARD (kumoji_gate_card_get_type ())
G_DECLARE_FINAL_TYPE (KumojiGateCard, kumoji_gate_card, KUMOJI, GATE_CARD, AdwBin)

void kumoji_gate_card_set (KumojiGateCard *self, const KumojiGate *gate);

G_END_DECLS
