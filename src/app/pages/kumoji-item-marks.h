/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item marks: which items of a checklist are to be answered together. */
#pragma once

#include "app/pages/kumoji-item-lines.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ITEM_MARKS (kumoji_item_marks_get_type ())
G_DECLARE_FINAL_TYPE (KumojiItemMarks, kumoji_item_marks, KUMOJI, ITEM_MARKS, GObject)

KumojiItemMarks *kumoji_item_marks_new (KumojiItemLines *lines);

void kumoji_item_marks_set_active (KumojiItemMarks *self, gboolean active);
gboolean kumoji_item_marks_is_active (KumojiItemMarks *self);

void kumoji_item_marks_set (KumojiItemMarks *self, KumojiItemLine *line, gboolean marked);
void kumoji_item_marks_toggle (KumojiItemMarks *self, KumojiItemLine *line);
void kumoji_item_marks_set_to (KumojiItemMarks *self, KumojiItemLine *line);
void kumoji_item_marks_set_all (KumojiItemMarks *self, gboolean marked);
void kumoji_item_marks_prune (KumojiItemMarks *self);

KumojiItemMark kumoji_item_marks_get (KumojiItemMarks *self);
GPtrArray *kumoji_item_marks_list (KumojiItemMarks *self);

G_END_DECLS
