/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An asset: information, software, equipment or a service that the company lives on. */
#pragma once

#include "project/kumoji-record.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ASSET (kumoji_asset_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAsset, kumoji_asset, KUMOJI, ASSET, KumojiRecord)

gboolean kumoji_asset_get_total (KumojiAsset *self, gint64 *yen);
gboolean kumoji_asset_counts (KumojiAsset *self);

G_END_DECLS
