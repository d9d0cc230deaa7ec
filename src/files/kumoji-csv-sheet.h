/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV sheet: rows of cells, as they stood in a file. */
#pragma once

#include "files/kumoji-csv-text.h"

G_BEGIN_DECLS

/* A spreadsheet's own limit, and more columns and cells than any form of ours has. */
#define KUMOJI_CSV_MAX_ROWS 1048576
#define KUMOJI_CSV_MAX_COLUMNS 1000
#define KUMOJI_CSV_MAX_CELLS 4000000

typedef struct _KumojiCsvSheet KumojiCsvSheet;

KumojiCsvSheet *kumoji_csv_sheet_new (GBytes *file, GCancellable *cancellable, GError **error);
KumojiCsvSheet *kumoji_csv_sheet_load (GFile *file, GCancellable *cancellable, GError **error);
void kumoji_csv_sheet_free (KumojiCsvSheet *self);

guint kumoji_csv_sheet_get_n_rows (const KumojiCsvSheet *self);
guint kumoji_csv_sheet_get_number (const KumojiCsvSheet *self, guint row);
guint kumoji_csv_sheet_get_n_cells (const KumojiCsvSheet *self, guint row);
const char *kumoji_csv_sheet_get (const KumojiCsvSheet *self, guint row, guint column);
char *kumoji_csv_column_name (guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiCsvSheet, kumoji_csv_sheet_free)

G_END_DECLS
