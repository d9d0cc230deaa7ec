/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF painter: writes a document through libharu. */
#pragma once

#include <gio/gio.h>

#include "report/kumoji-document.h"

G_BEGIN_DECLS

/**
 * KumojiPaintProgress:
 * @done: pages painted
 * @total: pages to paint
 */
typedef void (*KumojiPaintProgress) (guint done, guint total, gpointer user_data);

GBytes *kumoji_pdf_paint (KumojiDocument *document,
                          KumojiPaintProgress progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);

GBytes *kumoji_pdf_paint_last (KumojiDocument *document,
                               KumojiPaintProgress progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
