/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The safe save: a file is the old one or the new one, whole, whatever happens. */
#pragma once

#include "files/kumoji-stamp.h"

G_BEGIN_DECLS

gboolean kumoji_safe_save (GFile *file,
                           GBytes *bytes,
                           const KumojiStamp *expected,
                           GCancellable *cancellable,
                           KumojiStamp **stamp,
                           GError **error);
gboolean kumoji_safe_save_check (GFile *file, GError **error);
gboolean kumoji_safe_save_private (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
