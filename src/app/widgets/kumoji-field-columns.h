/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Field columns: a label and an editor, side by side where there is room, else stacked. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KUMOJI_TYPE_FIELD_COLUMNS (kumoji_field_columns_get_type ())
G_DECLARE_FINAL_TYPE (KumojiFieldColumns, kumoji_field_columns, KUMOJI, FIELD_COLUMNS, GtkWidget)

void kumoji_field_columns_set_editor_width (KumojiFieldColumns *self, int width);

G_END_DECLS
