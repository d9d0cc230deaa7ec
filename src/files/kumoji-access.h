/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Access: who may read and write a file (private). */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * KumojiAccess:
 * @KUMOJI_ACCESS_KEEP: who may read and write the file stays as it is; a new one is like any
 *   document
 * @KUMOJI_ACCESS_OWNER: its owner alone, from the first byte on
 */
typedef enum
{
  KUMOJI_ACCESS_KEEP,
  KUMOJI_ACCESS_OWNER,
} KumojiAccess;

void kumoji_access_copy (const char *from, const struct stat *old, int to);

G_END_DECLS
