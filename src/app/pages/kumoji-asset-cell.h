/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of the register: shows one value of one asset, and edits it in place. */
#pragma once

#include <gtk/gtk.h>

#include "app/pages/kumoji-asset-column.h"
#include "app/pages/kumoji-cell-editor.h"
#include "project/kumoji-history.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ASSET_CELL (kumoji_asset_cell_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAssetCell, kumoji_asset_cell, KUMOJI, ASSET_CELL, GtkWidget)

GtkWidget *kumoji_asset_cell_new (const KumojiAssetColumn *column, GHashTable *drafts);
void kumoji_asset_cell_bind (KumojiAssetCell *self, KumojiHistory *history, GtkListItem *item);
void kumoji_asset_cell_unbind (KumojiAssetCell *self);

const KumojiAssetColumn *kumoji_asset_cell_get_column (KumojiAssetCell *self);
KumojiAsset *kumoji_asset_cell_get_asset (KumojiAssetCell *self);
guint kumoji_asset_cell_get_position (KumojiAssetCell *self);
const char *kumoji_asset_cell_get_text (KumojiAssetCell *self);
char *kumoji_asset_cell_dup_tooltip (KumojiAssetCell *self);

void kumoji_asset_cell_edit (KumojiAssetCell *self, gboolean open);
KumojiCellEditor *kumoji_asset_cell_get_editor (KumojiAssetCell *self);

G_END_DECLS
