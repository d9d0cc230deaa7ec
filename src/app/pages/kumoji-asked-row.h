/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An asked row: a question of another guide that asks the same, and where it stands. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-checklist.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ASKED_ROW (kumoji_asked_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAskedRow, kumoji_asked_row, KUMOJI, ASKED_ROW, GtkListBoxRow)

GtkWidget *kumoji_asked_row_new (guint number);
void kumoji_asked_row_set (KumojiAskedRow *self,
                           KumojiChecklist *checklist,
                           KumojiItem *item,
                           const char *notes,
                           gboolean offers);
void kumoji_asked_row_go (KumojiAskedRow *self);

G_END_DECLS
