/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lock: who has a project's file open. */
#pragma once

#include <gio/gio.h>

#include "files/kumoji-owner.h"

G_BEGIN_DECLS

/**
 * KumojiLock:
 * @place: the lock's own file; two files are the same project where their locks' places are equal
 * @owner: who has the project open
 * @since: since when, seconds since 1970; 0 where it is not known
 * @token: unlike any other lock's; "" for one that cannot be read
 */
typedef struct
{
  GFile *place;
  KumojiOwner *owner;
  gint64 since;
  char *token;
} KumojiLock;

/**
 * KumojiLockResult:
 * @KUMOJI_LOCK_OURS: the lock was taken, and is to be released
 * @KUMOJI_LOCK_HELD: somebody else has it
 * @KUMOJI_LOCK_NONE: a lock cannot be written there; the file opens without one
 */
typedef enum
{
  KUMOJI_LOCK_OURS,
  KUMOJI_LOCK_HELD,
  KUMOJI_LOCK_NONE,
} KumojiLockResult;

KumojiLockResult kumoji_lock_take (GFile *file, gboolean break_held, KumojiLock **lock);
void kumoji_lock_release (KumojiLock *self);
void kumoji_lock_free (KumojiLock *self);
char *kumoji_lock_dup_sentence (const KumojiLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiLock, kumoji_lock_free)

G_END_DECLS
