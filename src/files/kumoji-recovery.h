/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recovery copy: what a project said that was in no file yet. */
#pragma once

#include "files/kumoji-file-error.h"
#include "files/kumoji-owner.h"

G_BEGIN_DECLS

/**
 * KumojiRecovery:
 * @id: names the copy, unlike any other
 * @file: (nullable): the project's file; %NULL for one that was never saved
 * @company: whose project it is; may be ""
 * @time: of the last edit in it, seconds since 1970
 * @base: (nullable): SHA-256 of what @file held when it was read or saved last
 * @owner: (nullable): the program that wrote it
 * @digest: (nullable): SHA-256 of the project in it
 *
 * @owner and @digest are set when a copy is written.
 */
typedef struct
{
  char *id;
  GFile *file;
  char *company;
  gint64 time;
  char *base;
  KumojiOwner *owner;
  char *digest;
} KumojiRecovery;

char *kumoji_recovery_dup_folder (void);

KumojiRecovery *kumoji_recovery_new (const char *id);
void kumoji_recovery_free (KumojiRecovery *self);

gboolean kumoji_recovery_write (const KumojiRecovery *self, GBytes *project, GError **error);
KumojiRecovery *kumoji_recovery_read (const char *id, GBytes **project, GError **error);
gboolean kumoji_recovery_remove (const char *id, GError **error);
GPtrArray *kumoji_recovery_list (guint *n_broken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiRecovery, kumoji_recovery_free)

G_END_DECLS
