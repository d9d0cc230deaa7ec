/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of a checklist beside a field of one answer: impacts, what is done again, many at once. */
#pragma once

#include "app/pages/kumoji-checklist.h"

G_BEGIN_DECLS

/* What is said to recurring checks: it was done today. Not an answer that stands in a file. */
#define KUMOJI_CHECKLIST_DONE "done-today"

void kumoji_checklist_write_impact (KumojiChecklist *self,
                                    KumojiItem *item,
                                    const char *impact,
                                    const char *level);
void kumoji_checklist_write_done (KumojiChecklist *self, KumojiItem *item);
void kumoji_checklist_clear (KumojiChecklist *self, KumojiItem *item);

GPtrArray *
kumoji_checklist_list_others (KumojiChecklist *self, GPtrArray *items, const char *answer);
void kumoji_checklist_answer_items (KumojiChecklist *self,
                                    GPtrArray *items,
                                    const char *answer,
                                    const char *reason);

G_END_DECLS
