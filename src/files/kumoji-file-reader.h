/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader: a whole file, within bounds. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *kumoji_file_read (GFile *file, GCancellable *cancellable, char **etag, GError **error);

G_END_DECLS
