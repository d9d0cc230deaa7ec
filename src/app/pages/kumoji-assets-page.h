/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The information assets: what the company has, and what it is worth. */
#pragma once

#include "app/kumoji-pane.h"
#include "app/pages/kumoji-asset-table.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ASSETS_PAGE (kumoji_assets_page_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAssetsPage, kumoji_assets_page, KUMOJI, ASSETS_PAGE, KumojiPane)

KumojiAssetTable *kumoji_assets_page_get_table (KumojiAssetsPage *self);

G_END_DECLS
