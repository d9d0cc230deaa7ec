/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist view: one checklist, question by question, and its result. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-checklist.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_CHECKLIST_VIEW (kumoji_checklist_view_get_type ())
G_DECLARE_FINAL_TYPE (KumojiChecklistView, kumoji_checklist_view, KUMOJI, CHECKLIST_VIEW, AdwBin)

void kumoji_checklist_view_show (KumojiChecklistView *self, KumojiChecklist *checklist);
void kumoji_checklist_view_forget (KumojiChecklistView *self);
void kumoji_checklist_view_refresh (KumojiChecklistView *self);
void kumoji_checklist_view_show_item (KumojiChecklistView *self, const char *id);
void kumoji_checklist_view_step (KumojiChecklistView *self, int direction, gboolean skip_excluded);
gboolean kumoji_checklist_view_answer (KumojiChecklistView *self, const char *answer);
gboolean kumoji_checklist_view_press (KumojiChecklistView *self, char key);

G_END_DECLS
