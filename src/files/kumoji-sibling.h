/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sibling: the new file, while it is written beside the old one (private). */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * KumojiSiblingKind:
 * @KUMOJI_SIBLING_UNNAMED: stands in no folder until it is whole, so that a kill leaves nothing
 * @KUMOJI_SIBLING_NAMED: stands in its folder from the first byte on, as any file system can do it
 */
typedef enum
{
  KUMOJI_SIBLING_UNNAMED,
  KUMOJI_SIBLING_NAMED,
} KumojiSiblingKind;

/**
 * KumojiSibling:
 * @fd: to write it
 * @path: (nullable): where it stands, %NULL while nowhere
 * @folder: where it shall stand
 */
typedef struct
{
  int fd;
  char *path;
  char *folder;
} KumojiSibling;

KumojiSibling *kumoji_sibling_new (const char *folder, mode_t mode, KumojiSiblingKind kind);
gboolean kumoji_sibling_name (KumojiSibling *self);
void kumoji_sibling_moved (KumojiSibling *self);
void kumoji_sibling_free (KumojiSibling *self);
void kumoji_sibling_sweep (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiSibling, kumoji_sibling_free)

G_END_DECLS
