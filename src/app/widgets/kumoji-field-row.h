/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field row: one field of a record in a boxed list, as the record's table describes it. */
#pragma once

#include <adwaita.h>

#include "app/widgets/kumoji-field-link.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_FIELD_ROW (kumoji_field_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiFieldRow, kumoji_field_row, KUMOJI, FIELD_ROW, AdwPreferencesRow)

GtkWidget *kumoji_field_row_new (const char *field);

void kumoji_field_row_bind (KumojiFieldRow *self, KumojiRecord *record, KumojiHistory *history);
void kumoji_field_row_reset (KumojiFieldRow *self);
void kumoji_field_row_set_writer (KumojiFieldRow *self, KumojiFieldWriter writer, gpointer data);
void kumoji_field_row_set_subtitle (KumojiFieldRow *self, const char *subtitle);
void kumoji_field_row_set_problem (KumojiFieldRow *self, const char *problem);

KumojiFieldLink *kumoji_field_row_get_link (KumojiFieldRow *self);
GtkWidget *kumoji_field_row_get_editor (KumojiFieldRow *self);
const char *kumoji_field_row_get_message (KumojiFieldRow *self);

void kumoji_field_rows_bind (GtkWidget *root, KumojiRecord *record, KumojiHistory *history);
KumojiFieldRow *kumoji_field_rows_find (GtkWidget *root, const char *field);
void kumoji_field_commit (GtkRoot *root);

G_END_DECLS
