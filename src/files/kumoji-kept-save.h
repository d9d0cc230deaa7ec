/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kept save: a project's file is written, and what was in it and what is in it now are kept. */
#pragma once

#include "files/kumoji-project-file.h"

G_BEGIN_DECLS

gboolean kumoji_kept_save (GFile *file,
                           const KumojiSnapshot *snapshot,
                           const KumojiStamp *expected,
                           GCancellable *cancellable,
                           KumojiStamp **stamp,
                           GError **backup_error,
                           GError **error);

G_END_DECLS
