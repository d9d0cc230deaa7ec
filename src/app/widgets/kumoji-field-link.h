/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field link: ties an editor to one field of a record. */
#pragma once

#include "project/kumoji-history.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_FIELD_LINK (kumoji_field_link_get_type ())
G_DECLARE_FINAL_TYPE (KumojiFieldLink, kumoji_field_link, KUMOJI, FIELD_LINK, GObject)

/**
 * KumojiFieldWriter:
 * @field: the field's name
 * @text: what somebody typed or chose
 * @data: what was given with the function
 * @error: return location for %KUMOJI_FIELD_ERROR
 *
 * Writes where there may be no record yet, e.g. the answer to an item that is not answered.
 *
 * Returns: whether the field may hold @text, and holds it now
 */
typedef gboolean (*KumojiFieldWriter) (const char *field,
                                       const char *text,
                                       gpointer data,
                                       GError **error);

KumojiFieldLink *kumoji_field_link_new (void);

void kumoji_field_link_set_field (KumojiFieldLink *self, const char *field);
const char *kumoji_field_link_get_field (KumojiFieldLink *self);
void kumoji_field_link_set_record_type (KumojiFieldLink *self, GType type);
GType kumoji_field_link_get_record_type (KumojiFieldLink *self);
void kumoji_field_link_set_record (KumojiFieldLink *self, KumojiRecord *record);
KumojiRecord *kumoji_field_link_get_record (KumojiFieldLink *self);
void kumoji_field_link_set_history (KumojiFieldLink *self, KumojiHistory *history);
KumojiHistory *kumoji_field_link_get_history (KumojiFieldLink *self);
void kumoji_field_link_set_writer (KumojiFieldLink *self, KumojiFieldWriter writer, gpointer data);

const KumojiField *kumoji_field_link_get_description (KumojiFieldLink *self);
const char *kumoji_field_link_get_text (KumojiFieldLink *self);
gint64 kumoji_field_link_get_integer (KumojiFieldLink *self);
gboolean kumoji_field_link_get_flag (KumojiFieldLink *self);
char *kumoji_field_link_dup_shown (KumojiFieldLink *self);

gboolean kumoji_field_link_check (KumojiFieldLink *self, const char *text);
gboolean kumoji_field_link_write (KumojiFieldLink *self, const char *text);
void kumoji_field_link_seal (KumojiFieldLink *self);
const char *kumoji_field_link_get_error (KumojiFieldLink *self);
void kumoji_field_link_clear_error (KumojiFieldLink *self);
void kumoji_field_link_reset (KumojiFieldLink *self);

G_END_DECLS
