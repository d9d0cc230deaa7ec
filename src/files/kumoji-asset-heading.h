/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heading of a sheet of assets: which column holds which field. */
#pragma once

#include "files/kumoji-csv-sheet.h"
#include "project/kumoji-asset.h"

G_BEGIN_DECLS

/**
 * KumojiAssetHeading:
 * @row: where it stands in the sheet, from 0; the assets follow
 * @columns: (array length=n_columns): for each column the index of its field, -1 for none
 * @n_columns: how many cells the heading has
 * @unknown: (array zero-terminated=1): the headings of columns that are no field, as they stand
 */
typedef struct
{
  guint row;
  int *columns;
  guint n_columns;
  char **unknown;
} KumojiAssetHeading;

KumojiAssetHeading *kumoji_asset_heading_new (const KumojiCsvSheet *sheet, GError **error);
void kumoji_asset_heading_free (KumojiAssetHeading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiAssetHeading, kumoji_asset_heading_free)

G_END_DECLS
