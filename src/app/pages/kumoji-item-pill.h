/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pills of items and of scores: where they stand, as icon and colour. */
#pragma once

#include "app/widgets/kumoji-pill.h"
#include "rules/kumoji-score.h"

G_BEGIN_DECLS

KumojiPillKind kumoji_item_state_get_pill (KumojiItemState state, KumojiAnswer *answer);
KumojiPillKind kumoji_score_get_pill (const KumojiScore *score);

G_END_DECLS
