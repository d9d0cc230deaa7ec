/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import of assets: what a sheet would make of the register, row by row. */
#pragma once

#include "files/kumoji-csv-sheet.h"
#include "files/kumoji-import-row.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

/* Each row becomes a record: more than any company lists. */
#define KUMOJI_ASSET_IMPORT_MAX_ROWS 100000

#define KUMOJI_ASSET_IMPORT_ERROR (kumoji_asset_import_error_quark ())

/**
 * KumojiAssetImportError:
 * @KUMOJI_ASSET_IMPORT_ERROR_HEADING: no row names the columns, or one is named twice
 * @KUMOJI_ASSET_IMPORT_ERROR_SIZE: too many rows
 */
typedef enum
{
  KUMOJI_ASSET_IMPORT_ERROR_HEADING,
  KUMOJI_ASSET_IMPORT_ERROR_SIZE,
} KumojiAssetImportError;

GQuark kumoji_asset_import_error_quark (void);

/**
 * KumojiImportProgress:
 * @fraction: how much is done, 0 to 1
 * @data: what was passed with it
 */
typedef void (*KumojiImportProgress) (double fraction, gpointer data);

typedef struct _KumojiAssetImport KumojiAssetImport;

KumojiAssetImport *kumoji_asset_import_new (const KumojiCsvSheet *sheet,
                                            KumojiProject *project,
                                            KumojiImportProgress progress,
                                            gpointer data,
                                            GCancellable *cancellable,
                                            GError **error);
void kumoji_asset_import_free (KumojiAssetImport *self);
GPtrArray *kumoji_asset_import_get_rows (KumojiAssetImport *self);
guint kumoji_asset_import_count (KumojiAssetImport *self, KumojiImportOutcome outcome);
const char *const *kumoji_asset_import_get_unknown (KumojiAssetImport *self);
void kumoji_asset_import_take (KumojiAssetImport *self, KumojiProject *project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiAssetImport, kumoji_asset_import_free)

G_END_DECLS
