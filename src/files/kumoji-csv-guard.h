/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formula guard: an apostrophe before a cell that a spreadsheet would run. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kumoji_csv_needs_guard (const char *cell);
const char *kumoji_csv_skip_guard (const char *cell);

G_END_DECLS
