/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer fields: what is asked beside an answer, as the kind of the item wants it. */
#pragma once

#include <gtk/gtk.h>

#include "app/pages/kumoji-checklist.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ANSWER_FIELDS (kumoji_answer_fields_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAnswerFields, kumoji_answer_fields, KUMOJI, ANSWER_FIELDS, GtkGrid)

void kumoji_answer_fields_show (KumojiAnswerFields *self,
                                KumojiChecklist *checklist,
                                KumojiItem *item,
                                KumojiItemState state);
void kumoji_answer_fields_reset (KumojiAnswerFields *self);
void kumoji_answer_fields_focus (KumojiAnswerFields *self, const char *field);

G_END_DECLS
