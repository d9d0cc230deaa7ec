/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PNG: a file read into a raster, and a raster written as a file. */
#pragma once

#include "report/kumoji-raster.h"

G_BEGIN_DECLS

gboolean kumoji_png_is_one (const guint8 *data, gsize size);
KumojiRaster *kumoji_png_read (const guint8 *data, gsize size, GError **error);
GBytes *kumoji_png_write (const KumojiRaster *raster);

G_END_DECLS
