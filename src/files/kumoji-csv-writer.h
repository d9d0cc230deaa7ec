/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The CSV writer: rows of cells as a text that spreadsheets open. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *kumoji_csv_writer_new (void);
void kumoji_csv_writer_add_row (GString *out, const char *const *cells, guint n_cells);

G_END_DECLS
