/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cursor of the register: in which cell the keyboard is, and where it goes next. */
#pragma once

#include <gtk/gtk.h>

#include "app/pages/kumoji-asset-cell.h"
#include "app/pages/kumoji-asset-head.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ASSET_CURSOR (kumoji_asset_cursor_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAssetCursor, kumoji_asset_cursor, KUMOJI, ASSET_CURSOR, GObject)

KumojiAssetCursor *
kumoji_asset_cursor_new (GtkColumnView *view, KumojiAssetHead *head, GPtrArray *cells);

gboolean
kumoji_asset_cursor_find_position (KumojiAssetCursor *self, KumojiAsset *asset, guint *position);
KumojiAssetCell *kumoji_asset_cursor_find_cell (KumojiAssetCursor *self,
                                                guint position,
                                                const KumojiAssetColumn *column);
KumojiAssetCell *kumoji_asset_cursor_get_cell (KumojiAssetCursor *self);

void kumoji_asset_cursor_show (KumojiAssetCursor *self, guint position);
void kumoji_asset_cursor_go_to (KumojiAssetCursor *self,
                                guint position,
                                const KumojiAssetColumn *column,
                                gboolean edit,
                                gboolean open);
void kumoji_asset_cursor_move (KumojiAssetCursor *self, KumojiAssetCell *cell, KumojiCellMove move);
void kumoji_asset_cursor_set_column (KumojiAssetCursor *self, const KumojiAssetColumn *column);
gboolean kumoji_asset_cursor_is_about_to_edit (KumojiAssetCursor *self);
gboolean
kumoji_asset_cursor_handle_key (KumojiAssetCursor *self, guint keyval, GdkModifierType modifiers);

G_END_DECLS
