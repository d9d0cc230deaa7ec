/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The local save: a whole new file takes the name of the old one in one step (private). */
#pragma once

#include "files/kumoji-access.h"

G_BEGIN_DECLS

gboolean kumoji_local_save (const char *path, GBytes *bytes, KumojiAccess access, GError **error);
gboolean kumoji_local_save_check (const char *path, GError **error);

G_END_DECLS
