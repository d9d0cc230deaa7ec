/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The remote save: as safe as a mount of GVfs (smb, sftp, dav) allows (private). */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean kumoji_remote_save (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
