/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state: the values of one record at one moment, shared until one side changes (private). */
#pragma once

#include "project/kumoji-field.h"

G_BEGIN_DECLS

/**
 * KumojiExtra:
 * @name: the member's name
 * @json: its value as it stood in the file
 * @reason: (nullable): why it was set aside; %NULL for a member that this version does not know
 *
 * What a file said and the table does not take: it is written back as it was.
 */
typedef struct
{
  char *name;
  char *json;
  char *reason;
} KumojiExtra;

/**
 * KumojiState:
 *
 * One value for each field of the table; those of records and lists stay empty.
 */
typedef struct
{
  gatomicrefcount ref_count;
  guint n_values;
  GPtrArray *extras;
  GValue values[];
} KumojiState;

KumojiState *kumoji_state_new (const KumojiField *fields, guint n_fields);
KumojiState *kumoji_state_ref (KumojiState *self);
void kumoji_state_unref (KumojiState *self);
KumojiState *kumoji_state_make_writable (KumojiState *self);

const KumojiExtra *kumoji_state_find_extra (const KumojiState *self, const char *name);
void
kumoji_state_add_extra (KumojiState *self, const char *name, const char *json, const char *reason);
void
kumoji_state_set_extra (KumojiState *self, const char *name, const char *json, const char *reason);
void kumoji_state_drop_extra (KumojiState *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiState, kumoji_state_unref)

G_END_DECLS
