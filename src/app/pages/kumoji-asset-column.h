/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column of the register: one field of an asset, or its value. */
#pragma once

#include <gtk/gtk.h>

#include "rules/kumoji-asset-order.h"

G_BEGIN_DECLS

/**
 * KumojiAssetColumn:
 * @name: the field's name; "total" for what is worked out
 * @title: (nullable): in English, where the field's own label is too long above a column
 * @width: pixels; 0 for as many as its choices need in two lines, or as its cells ask for
 * @expands: whether it takes what the others leave
 * @is_optional: whether it stays out of sight until the user asks for it
 */
typedef struct
{
  const char *name;
  const char *title;
  int width;
  gboolean expands;
  gboolean is_optional;
} KumojiAssetColumn;

const KumojiAssetColumn *kumoji_asset_columns_get (guint *n_columns);
const KumojiAssetColumn *kumoji_asset_column_find (const char *name);

const KumojiField *kumoji_asset_column_get_field (const KumojiAssetColumn *self);
const char *kumoji_asset_column_get_title (const KumojiAssetColumn *self);
gboolean kumoji_asset_column_is_number (const KumojiAssetColumn *self);
gboolean kumoji_asset_column_is_choice (const KumojiAssetColumn *self);
char *kumoji_asset_column_format (const KumojiAssetColumn *self, KumojiAsset *asset);
GtkSorter *kumoji_asset_column_create_sorter (const KumojiAssetColumn *self);

G_END_DECLS
