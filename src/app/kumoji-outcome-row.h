/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An outcome row: one row of a sheet, and what becomes of it. */
#pragma once

#include <adwaita.h>

#include "files/kumoji-import-row.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_OUTCOME_ROW (kumoji_outcome_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiOutcomeRow, kumoji_outcome_row, KUMOJI, OUTCOME_ROW, AdwBin)

const char *kumoji_outcome_get_label (KumojiImportOutcome outcome);

G_END_DECLS
