/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marked bar: how many items are marked, and what may be said to all of them at once. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-item-marks.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_MARKED_BAR (kumoji_marked_bar_get_type ())
G_DECLARE_FINAL_TYPE (KumojiMarkedBar, kumoji_marked_bar, KUMOJI, MARKED_BAR, AdwBin)

void kumoji_marked_bar_set_marks (KumojiMarkedBar *self, KumojiItemMarks *marks);
void kumoji_marked_bar_show (KumojiMarkedBar *self, KumojiChecklist *checklist);
gboolean kumoji_marked_bar_press (KumojiMarkedBar *self, char key);
GtkButton *kumoji_marked_bar_get_button (KumojiMarkedBar *self, const char *answer);

G_END_DECLS
