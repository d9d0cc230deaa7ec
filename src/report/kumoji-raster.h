/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A raster: rows of red, green and blue, a byte each, without gaps. */
#pragma once

#include <glib.h>

#include "report/kumoji-report-error.h"

G_BEGIN_DECLS

typedef struct
{
  guint width, height;
  guint8 *rows;
} KumojiRaster;

gboolean kumoji_raster_allows (guint64 width, guint64 height, GError **error);
void kumoji_raster_set_damaged (GError **error);

KumojiRaster *kumoji_raster_new_take (guint width, guint height, guint8 *rows);
void kumoji_raster_free (KumojiRaster *raster);

KumojiRaster *kumoji_raster_turn (const KumojiRaster *raster, guint orientation);
KumojiRaster *kumoji_raster_shrink (const KumojiRaster *raster, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiRaster, kumoji_raster_free)

G_END_DECLS
