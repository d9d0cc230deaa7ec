/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the history and the loader write into a record. Nothing else does. */
#pragma once

#include "project/kumoji-list.h"
#include "project/kumoji-state.h"

G_BEGIN_DECLS

void kumoji_record_touch (KumojiRecord *self);
int kumoji_record_find (KumojiRecord *self, const char *name);
gpointer kumoji_record_get_child_at (KumojiRecord *self, guint index);
gboolean kumoji_record_has_children (KumojiRecord *self);
void kumoji_record_set_value_at (KumojiRecord *self, guint index, const GValue *value);
KumojiState *kumoji_record_get_state (KumojiRecord *self);
void kumoji_record_set_state (KumojiRecord *self, KumojiState *state);
KumojiState *kumoji_record_get_writable_state (KumojiRecord *self);
void kumoji_record_set_id (KumojiRecord *self, const char *id);
void kumoji_record_set_home (KumojiRecord *self, KumojiRecord *parent, KumojiList *list);
void kumoji_record_append_changes (KumojiRecord *self, GString *out, GHashTable *known);
gboolean kumoji_record_has_place (KumojiRecord *self, const KumojiExtra *extra);
gboolean kumoji_extra_is_element_of (const KumojiExtra *extra, const char *name);

KumojiList *kumoji_list_new (KumojiRecord *owner, const char *name, GType record_type);
void kumoji_list_insert (KumojiList *self, guint position, KumojiRecord *record);
void kumoji_list_remove (KumojiList *self, guint position);
void kumoji_list_fill (KumojiList *self, GPtrArray *records);
void kumoji_list_swap (KumojiList *self, GPtrArray **records);

G_END_DECLS
