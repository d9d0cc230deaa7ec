/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stamp: what a file was when we read or wrote it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KumojiStamp:
 * @etag: (nullable): the entity tag, where the file's place has one
 * @digest: SHA-256 of what the file held
 */
typedef struct
{
  char *etag;
  char *digest;
} KumojiStamp;

KumojiStamp *kumoji_stamp_new (const char *etag, GBytes *bytes);
KumojiStamp *kumoji_stamp_new_for_file (GFile *file, GBytes *bytes, GCancellable *cancellable);
KumojiStamp *kumoji_stamp_copy (const KumojiStamp *self);
void kumoji_stamp_free (KumojiStamp *self);
gboolean kumoji_stamp_is_current (const KumojiStamp *self,
                                  GFile *file,
                                  gboolean *current,
                                  GCancellable *cancellable,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiStamp, kumoji_stamp_free)

G_END_DECLS
