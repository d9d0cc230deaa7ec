/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An attachment: a file that somebody attached to an answer, and which of them may be opened. */
#pragma once

#include <gio/gio.h>

#include "files/kumoji-link.h"

G_BEGIN_DECLS

/* So many files are remembered as attached on this computer; then the oldest are forgotten. */
#define KUMOJI_ATTACHMENTS_MAX 2000

/**
 * KumojiAttachment:
 * @path: where it really is
 * @runs: whether opening it may run a program: it is only shown in its folder
 */
typedef struct
{
  char *path;
  gboolean runs;
} KumojiAttachment;

char *kumoji_attachment_compose (GFile *file, GFile *project);
gboolean kumoji_attachment_remember (GFile *file, GError **error);
KumojiAttachment *kumoji_attachment_find (const KumojiLink *link, GFile *project, GError **error);
void kumoji_attachment_free (KumojiAttachment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiAttachment, kumoji_attachment_free)

G_END_DECLS
