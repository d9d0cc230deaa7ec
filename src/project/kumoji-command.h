/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command: one edit, with what it takes to do it and to take it back (private). */
#pragma once

#include "project/kumoji-record-private.h"

G_BEGIN_DECLS

typedef struct _KumojiCommand KumojiCommand;

KumojiCommand *kumoji_command_new_set (KumojiRecord *record, guint field, const GValue *value);
KumojiCommand *kumoji_command_new_insert (KumojiList *list, guint position, KumojiRecord *record);
KumojiCommand *kumoji_command_new_remove (KumojiList *list, guint position);
KumojiCommand *kumoji_command_new_swap_state (KumojiRecord *record, KumojiState *state);
KumojiCommand *kumoji_command_new_swap_list (KumojiList *list, GPtrArray *records);
KumojiCommand *kumoji_command_new_group (const char *name);
void kumoji_command_free (KumojiCommand *self);

void kumoji_command_group_add (KumojiCommand *self, KumojiCommand *part);
gboolean kumoji_command_group_is_empty (KumojiCommand *self);
gboolean kumoji_command_merge (KumojiCommand *self, KumojiCommand *next);

void kumoji_command_redo (KumojiCommand *self);
void kumoji_command_undo (KumojiCommand *self);
gsize kumoji_command_get_size (KumojiCommand *self);
const char *kumoji_command_get_name (KumojiCommand *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiCommand, kumoji_command_free)

G_END_DECLS
