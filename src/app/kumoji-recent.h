/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The projects that were open lately, for the main menu. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kumoji_recent_add (GFile *file);
void kumoji_recent_fill_menu (GMenu *menu);

G_END_DECLS
