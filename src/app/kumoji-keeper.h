/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keeper: keeps a recovery copy of a project while it says what no file says. */
#pragma once

#include "app/kumoji-typing.h"

G_BEGIN_DECLS

/* From an edit to the moment when its copy is begun, milliseconds. The copy is to be on the disk
 * within 10 s of the edit; the rest is for writing it. */
#define KUMOJI_KEEPER_INTERVAL 8000

/**
 * KumojiKeeperTyping:
 * @data: what was given with the function
 *
 * Returns: (transfer full) (nullable): what is typed and not written into the project yet
 */
typedef KumojiTyping *(*KumojiKeeperTyping) (gpointer data);

#define KUMOJI_TYPE_KEEPER (kumoji_keeper_get_type ())
G_DECLARE_FINAL_TYPE (KumojiKeeper, kumoji_keeper, KUMOJI, KEEPER, GObject)

KumojiKeeper *kumoji_keeper_new (void);
void kumoji_keeper_set_interval (KumojiKeeper *self, guint interval);
void kumoji_keeper_set_typing (KumojiKeeper *self, KumojiKeeperTyping typing, gpointer data);

void kumoji_keeper_follow (KumojiKeeper *self, KumojiProject *project, const char *id);
void kumoji_keeper_set_file (KumojiKeeper *self, GFile *file, const char *base);
void kumoji_keeper_touch (KumojiKeeper *self);
void kumoji_keeper_keep_soon (KumojiKeeper *self);
void kumoji_keeper_keep_now (KumojiKeeper *self);
void kumoji_keeper_forget (KumojiKeeper *self);
void kumoji_keeper_stop (KumojiKeeper *self);

G_END_DECLS
