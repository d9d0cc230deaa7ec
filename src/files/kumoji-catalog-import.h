/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog import: a checklist that comes from a file, before it is embedded in a project. */
#pragma once

#include "files/kumoji-csv-sheet.h"
#include "project/kumoji-own-edit.h"

G_BEGIN_DECLS

/* As large as a checklist of as many items as one may have, with long texts. */
#define KUMOJI_CATALOG_MAX_BYTES (64 * 1024 * 1024)

/**
 * KumojiRefusedRow:
 * @row: its number in the sheet, as a spreadsheet shows it
 * @reason: what is wrong with it
 */
typedef struct
{
  guint row;
  char *reason;
} KumojiRefusedRow;

/**
 * KumojiCatalogImport:
 * @catalog: an own catalog that stands in no project
 * @refused: (element-type KumojiRefusedRow): rows of a sheet that are left out
 * @unused: (array zero-terminated=1): columns of a sheet that say nothing here
 */
typedef struct
{
  KumojiRecord *catalog;
  GPtrArray *refused;
  char **unused;
} KumojiCatalogImport;

KumojiCatalogImport *kumoji_catalog_import_new (KumojiRecord *catalog);
KumojiCatalogImport *
kumoji_catalog_import_new_from_json (GBytes *bytes, const char *name, GError **error);
KumojiCatalogImport *kumoji_catalog_import_new_from_sheet (const KumojiCsvSheet *sheet,
                                                           const char *title,
                                                           GError **error);
void kumoji_catalog_import_free (KumojiCatalogImport *self);
void kumoji_catalog_import_refuse (KumojiCatalogImport *self, guint row, char *reason);

KumojiCatalogImport *
kumoji_catalog_import_load (GFile *file, GCancellable *cancellable, GError **error);
void kumoji_catalog_import_load_async (GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
KumojiCatalogImport *kumoji_catalog_import_load_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiCatalogImport, kumoji_catalog_import_free)

G_END_DECLS
