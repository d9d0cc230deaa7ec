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

#define KUMOJI_TYPE_FILE_WATCH (kumoji_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (KumojiFileWatch, kumoji_file_watch, KUMOJI, FILE_WATCH, GObject)

KumojiFileWatch *kumoji_file_watch_new (void);
void kumoji_file_watch_follow (KumojiFileWatch *self, GFile *file, const KumojiStamp *stamp);
void kumoji_file_watch_set_paused (KumojiFileWatch *self, gboolean paused);
void kumoji_file_watch_check (KumojiFileWatch *self);
KumojiDisk kumoji_file_watch_get_disk (KumojiFileWatch *self);
const KumojiStamp *kumoji_file_watch_get_found (KumojiFileWatch *self);

G_END_DECLS
