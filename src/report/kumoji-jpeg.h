/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JPEG: a file read into a raster. */
#pragma once

#include "report/kumoji-raster.h"

G_BEGIN_DECLS

gboolean kumoji_jpeg_is_one (const guint8 *data, gsize size);
KumojiRaster *kumoji_jpeg_read (const guint8 *data, gsize size, GError **error);

G_END_DECLS
