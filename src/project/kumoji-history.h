/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history: every edit of a project, to be undone and redone. The only way to change a record.
 */
#pragma once

#include "project/kumoji-list.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_HISTORY (kumoji_history_get_type ())
G_DECLARE_FINAL_TYPE (KumojiHistory, kumoji_history, KUMOJI, HISTORY, GObject)

/* A saved point that no state is: the project says what no file says, and undo does not change it.
 */
#define KUMOJI_HISTORY_NO_POINT G_MAXUINT64

KumojiHistory *kumoji_history_new (void);

gboolean kumoji_history_set_value (KumojiHistory *self,
                                   KumojiRecord *record,
                                   const char *name,
                                   const GValue *value,
                                   GError **error);
gboolean kumoji_history_set_parsed (KumojiHistory *self,
                                    KumojiRecord *record,
                                    const char *name,
                                    const char *text,
                                    GError **error);
gboolean kumoji_history_set_text (KumojiHistory *self,
                                  KumojiRecord *record,
                                  const char *name,
                                  const char *text);
gboolean kumoji_history_set_integer (KumojiHistory *self,
                                     KumojiRecord *record,
                                     const char *name,
                                     gint64 number);
gboolean kumoji_history_set_flag (KumojiHistory *self,
                                  KumojiRecord *record,
                                  const char *name,
                                  gboolean flag);
void
kumoji_history_insert (KumojiHistory *self, KumojiList *list, guint position, KumojiRecord *record);
void kumoji_history_remove (KumojiHistory *self, KumojiList *list, guint position);
void kumoji_history_begin (KumojiHistory *self, const char *name);
void kumoji_history_end (KumojiHistory *self);
void kumoji_history_seal (KumojiHistory *self);

gboolean kumoji_history_can_undo (KumojiHistory *self);
gboolean kumoji_history_can_redo (KumojiHistory *self);
const char *kumoji_history_get_undo_name (KumojiHistory *self);
const char *kumoji_history_get_redo_name (KumojiHistory *self);
void kumoji_history_undo (KumojiHistory *self);
void kumoji_history_redo (KumojiHistory *self);

gboolean kumoji_history_is_modified (KumojiHistory *self);
guint64 kumoji_history_get_point (KumojiHistory *self);
void kumoji_history_set_saved_point (KumojiHistory *self, guint64 point);

G_END_DECLS
