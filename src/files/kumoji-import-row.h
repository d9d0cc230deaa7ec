/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import row: what one row of a sheet would make of the register. */
#pragma once

#include "project/kumoji-record.h"

G_BEGIN_DECLS

/**
 * KumojiImportOutcome:
 * @KUMOJI_IMPORT_NEW: a new asset
 * @KUMOJI_IMPORT_CHANGED: an asset of the register says something else
 * @KUMOJI_IMPORT_SAME: an asset of the register says that already
 * @KUMOJI_IMPORT_REFUSED: the row stays out
 */
typedef enum
{
  KUMOJI_IMPORT_NEW,
  KUMOJI_IMPORT_CHANGED,
  KUMOJI_IMPORT_SAME,
  KUMOJI_IMPORT_REFUSED,
  KUMOJI_IMPORT_N_OUTCOMES,
} KumojiImportOutcome;

typedef struct _KumojiImportRow KumojiImportRow;

/**
 * KumojiImportRow:
 * @number: its number in the sheet, from 1, the heading's row included
 * @outcome: what becomes of it
 * @title: what it is about: control number and name as the row has them
 * @detail: why it is refused, or which fields change and how; "" for neither
 * @draft: (nullable): what it makes of the asset
 * @present: (nullable): the asset of the register that it is about
 * @reference: (nullable): what it says to be a copy of, as it stands
 * @original: (nullable): the row of that asset where it is a new one
 *
 * One row of a sheet that is imported. The last four are there while it is worked out.
 */
struct _KumojiImportRow
{
  guint number;
  KumojiImportOutcome outcome;
  char *title;
  char *detail;

  KumojiRecord *draft;
  KumojiRecord *present;
  char *reference;
  KumojiImportRow *original;
};

KumojiImportRow *kumoji_import_row_new (guint number);
void kumoji_import_row_free (KumojiImportRow *self);
gboolean kumoji_import_row_is_refused (const KumojiImportRow *self);
void kumoji_import_row_refuse (KumojiImportRow *self, char *reason);
void kumoji_import_row_refuse_field (KumojiImportRow *self,
                                     const KumojiField *field,
                                     const char *reason);
void kumoji_import_row_begin (KumojiImportRow *self, GType type);
void kumoji_import_row_fill (KumojiImportRow *self, guint field, const GValue *value);

G_END_DECLS
