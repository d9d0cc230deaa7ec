/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the register: which columns are in sight, and by which one it is sorted. */
#pragma once

#include <gtk/gtk.h>

#include "app/pages/kumoji-asset-column.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ASSET_HEAD (kumoji_asset_head_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAssetHead, kumoji_asset_head, KUMOJI, ASSET_HEAD, GObject)

KumojiAssetHead *kumoji_asset_head_new (GtkColumnView *view, GSettings *settings);
void kumoji_asset_head_add_column (KumojiAssetHead *self,
                                   const KumojiAssetColumn *column,
                                   GtkListItemFactory *factory);
void kumoji_asset_head_restore (KumojiAssetHead *self);

GActionGroup *kumoji_asset_head_get_actions (KumojiAssetHead *self);
GMenuModel *kumoji_asset_head_get_menu (KumojiAssetHead *self);
const KumojiAssetColumn *kumoji_asset_head_get_sort (KumojiAssetHead *self, gboolean *descending);
const KumojiAssetColumn *
kumoji_asset_head_get_neighbour (KumojiAssetHead *self, const KumojiAssetColumn *column, int step);

G_END_DECLS
