/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A difference row: what it is about, and what both sides say. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KUMOJI_TYPE_DIFFERENCE_ROW (kumoji_difference_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiDifferenceRow, kumoji_difference_row, KUMOJI, DIFFERENCE_ROW, AdwBin)

G_END_DECLS
