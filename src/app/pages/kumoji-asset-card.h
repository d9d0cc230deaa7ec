/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The asset card: what the chosen asset is worth, what goes with its place, and all its fields. */
#pragma once

#include <adwaita.h>

#include "rules/kumoji-valuation.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ASSET_CARD (kumoji_asset_card_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAssetCard, kumoji_asset_card, KUMOJI, ASSET_CARD, AdwBin)

void kumoji_asset_card_bind (KumojiAssetCard *self, KumojiProject *project, KumojiAsset *asset);
void kumoji_asset_card_set_valuation (KumojiAssetCard *self, KumojiValuation *valuation);
KumojiAsset *kumoji_asset_card_get_asset (KumojiAssetCard *self);

G_END_DECLS
