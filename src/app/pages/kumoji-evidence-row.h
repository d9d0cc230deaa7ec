/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence row: a text that may hold addresses and files, with buttons to open and attach. */
#pragma once

#include "app/widgets/kumoji-field-row.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_EVIDENCE_ROW (kumoji_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiEvidenceRow, kumoji_evidence_row, KUMOJI, EVIDENCE_ROW, GtkBox)

GtkWidget *kumoji_evidence_row_new (KumojiFieldRow *row);
void kumoji_evidence_row_attach (KumojiEvidenceRow *self, GFile *file);

G_END_DECLS
