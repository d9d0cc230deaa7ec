/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register as a table: sorted, filtered, chosen from and edited in place. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-asset-cell.h"
#include "app/pages/kumoji-asset-filter.h"
#include "app/pages/kumoji-asset-head.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ASSET_TABLE (kumoji_asset_table_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAssetTable, kumoji_asset_table, KUMOJI, ASSET_TABLE, AdwBin)

void kumoji_asset_table_set_project (KumojiAssetTable *self, KumojiProject *project);
KumojiAssetFilter *kumoji_asset_table_get_filter (KumojiAssetTable *self);
KumojiAssetHead *kumoji_asset_table_get_head (KumojiAssetTable *self);
GtkSelectionModel *kumoji_asset_table_get_model (KumojiAssetTable *self);
GPtrArray *kumoji_asset_table_get_selected (KumojiAssetTable *self);

gboolean kumoji_asset_table_show_asset (KumojiAssetTable *self, KumojiAsset *asset);
void kumoji_asset_table_edit (KumojiAssetTable *self, KumojiAsset *asset, const char *column);
KumojiAssetCell *
kumoji_asset_table_find_cell (KumojiAssetTable *self, KumojiAsset *asset, const char *column);
gboolean kumoji_asset_table_is_editing (KumojiAssetTable *self);
void kumoji_asset_table_settle (KumojiAssetTable *self);

G_END_DECLS
