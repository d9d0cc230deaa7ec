/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: the last saved versions of each project. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* So many versions of one file are kept, and so many of the newest are never thinned out. */
#define KUMOJI_BACKUPS_MAX 10
#define KUMOJI_BACKUPS_NEWEST 4

/**
 * KumojiBackup:
 * @time: when it was saved, microseconds since 1970, UTC
 * @digest: the first 16 digits of the SHA-256 of what it holds
 * @place: the first 8 digits of the SHA-256 of the URI that it was saved to
 * @uri: (nullable): that URI, where it is still known
 * @size: bytes
 * @path: where it is kept
 *
 * One version of a project.
 */
typedef struct
{
  gint64 time;
  char *digest;
  char *place;
  char *uri;
  guint64 size;
  char *path;
} KumojiBackup;

char *kumoji_backups_dup_folder (const char *id);
GPtrArray *kumoji_backups_list (const char *id);
gboolean kumoji_backups_has (const char *id, const char *digest);
gboolean
kumoji_backups_keep (const char *id, GFile *file, GBytes *bytes, gint64 time, GError **error);

GBytes *kumoji_backup_read (const KumojiBackup *self, GError **error);
KumojiBackup *kumoji_backup_copy (const KumojiBackup *self);
void kumoji_backup_free (KumojiBackup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiBackup, kumoji_backup_free)

G_END_DECLS
