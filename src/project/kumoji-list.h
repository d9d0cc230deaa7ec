/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list: the records of one kind that stand in a field of another record. A GListModel. */
#pragma once

#include "project/kumoji-record.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_LIST (kumoji_list_get_type ())
G_DECLARE_FINAL_TYPE (KumojiList, kumoji_list, KUMOJI, LIST, GObject)

guint kumoji_list_get_length (KumojiList *self);
gpointer kumoji_list_get (KumojiList *self, guint position);
gpointer kumoji_list_find (KumojiList *self, const char *id);
gboolean kumoji_list_get_position (KumojiList *self, KumojiRecord *record, guint *position);
guint *kumoji_list_match (KumojiList *self, KumojiList *other);
GType kumoji_list_get_record_type (KumojiList *self);
KumojiRecord *kumoji_list_get_owner (KumojiList *self);
const char *kumoji_list_get_name (KumojiList *self);

G_END_DECLS
