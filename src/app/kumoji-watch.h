/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A watch: notices that somebody else changes the file that is open. */
#pragma once

#include "files/kumoji-stamp.h"

G_BEGIN_DECLS

/**
 * KumojiDisk:
 * @KUMOJI_DISK_SAME: the file holds what we read or wrote
 * @KUMOJI_DISK_CHANGED: somebody else wrote it
 * @KUMOJI_DISK_GONE: somebody else deleted or moved it
 */
typedef enum
{
  KUMOJI_DISK_SAME,
  KUMOJI_DISK_CHANGED,
  KUMOJI_DISK_GONE,
} KumojiDisk;

#define KUMOJI_TYPE_WATCH (kumoji_watch_get_type ())
G_DECLARE_FINAL_TYPE (KumojiWatch, kumoji_watch, KUMOJI, WATCH, GObject)

KumojiWatch *kumoji_watch_new (void);
void kumoji_watch_follow (KumojiWatch *self, GFile *file, const KumojiStamp *stamp);
void kumoji_watch_set_paused (KumojiWatch *self, gboolean paused);
void kumoji_watch_check (KumojiWatch *self);
KumojiDisk kumoji_watch_get_disk (KumojiWatch *self);
const KumojiStamp *kumoji_watch_get_found (KumojiWatch *self);

G_END_DECLS
