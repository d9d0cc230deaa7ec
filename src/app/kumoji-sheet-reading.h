/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reading: a sheet of assets, read and held against the register in another thread. */
#pragma once

#include "files/kumoji-asset-import.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_SHEET_READING (kumoji_sheet_reading_get_type ())
G_DECLARE_FINAL_TYPE (KumojiSheetReading, kumoji_sheet_reading, KUMOJI, SHEET_READING, GObject)

KumojiSheetReading *kumoji_sheet_reading_new (KumojiProject *project, GFile *file);
void kumoji_sheet_reading_run_async (KumojiSheetReading *self,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
KumojiAssetImport *
kumoji_sheet_reading_run_finish (KumojiSheetReading *self, GAsyncResult *result, GError **error);
void kumoji_sheet_reading_cancel (KumojiSheetReading *self);
double kumoji_sheet_reading_get_fraction (KumojiSheetReading *self);

G_END_DECLS
