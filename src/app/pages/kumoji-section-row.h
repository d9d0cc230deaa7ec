/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section row: a section's title and progress in the list of items; folds it. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-item-line.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_SECTION_ROW (kumoji_section_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiSectionRow, kumoji_section_row, KUMOJI, SECTION_ROW, AdwBin)

void kumoji_section_row_set_line (KumojiSectionRow *self, KumojiItemLine *line);
KumojiItemLine *kumoji_section_row_get_line (KumojiSectionRow *self);

G_END_DECLS
