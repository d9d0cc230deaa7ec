/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of assets by one of their columns, on the screen and on paper. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

/* The column that is no field: what an asset is worth. */
#define KUMOJI_ASSET_TOTAL "total"

gboolean kumoji_asset_order_is_known (const char *column);
gboolean kumoji_asset_order_is_numeric (const char *column);
gint64 kumoji_asset_order_get_number (KumojiAsset *asset, const char *column);
char *kumoji_asset_order_dup_text (KumojiAsset *asset, const char *column);
GPtrArray *kumoji_asset_order_sort (KumojiList *assets, const char *sort);

G_END_DECLS
