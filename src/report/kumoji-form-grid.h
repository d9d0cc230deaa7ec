/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form grid: labels with what is known beside them, or with room to write by hand. */
#pragma once

#include "report/kumoji-table.h"

G_BEGIN_DECLS

/* Points: a line written by hand. */
#define KUMOJI_FORM_LINE 27.0

typedef struct _KumojiFormGrid KumojiFormGrid;

KumojiFormGrid *
kumoji_form_grid_new (KumojiTypeface *typeface, KumojiLanguage language, guint n_columns);
void kumoji_form_grid_free (KumojiFormGrid *grid);

void
kumoji_form_grid_add_field (KumojiFormGrid *grid, const char *label, const char *value, guint span);
void kumoji_form_grid_add_space (KumojiFormGrid *grid, const char *label, double height);
void kumoji_flow_add_form_grid (KumojiFlow *flow, KumojiFormGrid *grid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiFormGrid, kumoji_form_grid_free)

G_END_DECLS
