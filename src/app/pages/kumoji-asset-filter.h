/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter of the register: words, a group and a rank. */
#pragma once

#include <gtk/gtk.h>

#include "project/kumoji-asset.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ASSET_FILTER (kumoji_asset_filter_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAssetFilter, kumoji_asset_filter, KUMOJI, ASSET_FILTER, GtkFilter)

KumojiAssetFilter *kumoji_asset_filter_new (void);
void kumoji_asset_filter_set_words (KumojiAssetFilter *self, const char *words);
void kumoji_asset_filter_set_choice (KumojiAssetFilter *self, const char *field, const char *id);
gboolean kumoji_asset_filter_is_empty (KumojiAssetFilter *self);

G_END_DECLS
