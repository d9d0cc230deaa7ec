/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field entry: edits a text, an integer or a date in one line. */
#pragma once

#include <adwaita.h>

#include "app/widgets/kumoji-field-editor.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_FIELD_ENTRY (kumoji_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (KumojiFieldEntry, kumoji_field_entry, KUMOJI, FIELD_ENTRY, KumojiFieldEditor)

GtkWidget *kumoji_field_entry_new (KumojiFieldLink *link);
GtkEditable *kumoji_field_entry_get_editable (KumojiFieldEntry *self);
void kumoji_field_entry_commit (KumojiFieldEntry *self);
char *kumoji_field_entry_dup_pending (KumojiFieldEntry *self);

G_END_DECLS
