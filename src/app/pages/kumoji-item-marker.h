/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item marker: marks the rows of a list by mouse and keyboard. */
#pragma once

#include <gtk/gtk.h>

#include "app/pages/kumoji-item-marks.h"

G_BEGIN_DECLS

void kumoji_item_marker_add (GtkListView *view, KumojiItemMarks *marks);
void kumoji_item_marker_show (GtkBox *row, KumojiItemLine *line, const char *name);

G_END_DECLS
