/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The balance card: what all information is worth, held against annual sales. */
#pragma once

#include <adwaita.h>

#include "rules/kumoji-valuation.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_BALANCE_CARD (kumoji_balance_card_get_type ())
G_DECLARE_FINAL_TYPE (KumojiBalanceCard, kumoji_balance_card, KUMOJI, BALANCE_CARD, AdwBin)

void kumoji_balance_card_set (KumojiBalanceCard *self, KumojiValuation *valuation);

G_END_DECLS
