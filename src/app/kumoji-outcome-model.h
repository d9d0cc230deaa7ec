/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An outcome model: what becomes of each row of a sheet, as a list. A GListModel. */
#pragma once

#include "files/kumoji-asset-import.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_OUTCOME_LINE (kumoji_outcome_line_get_type ())
G_DECLARE_FINAL_TYPE (KumojiOutcomeLine, kumoji_outcome_line, KUMOJI, OUTCOME_LINE, GObject)

const KumojiImportRow *kumoji_outcome_line_get_row (KumojiOutcomeLine *self);

#define KUMOJI_TYPE_OUTCOME_MODEL (kumoji_outcome_model_get_type ())
G_DECLARE_FINAL_TYPE (KumojiOutcomeModel, kumoji_outcome_model, KUMOJI, OUTCOME_MODEL, GObject)

/* Rows of any outcome. */
#define KUMOJI_OUTCOME_ANY (-1)

KumojiOutcomeModel *kumoji_outcome_model_new (KumojiAssetImport *import);
KumojiAssetImport *kumoji_outcome_model_get_import (KumojiOutcomeModel *self);
guint kumoji_outcome_model_get_count (KumojiOutcomeModel *self, int outcome);
void kumoji_outcome_model_set_filter (KumojiOutcomeModel *self, int outcome);

G_END_DECLS
