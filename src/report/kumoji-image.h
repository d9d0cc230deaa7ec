/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An image: a PNG or JPEG picture that has been checked, as opaque pixels on white. */
#pragma once

#include <glib-object.h>

#include "report/kumoji-path.h"
#include "report/kumoji-report-error.h"

G_BEGIN_DECLS

typedef struct _KumojiImage KumojiImage;

#define KUMOJI_TYPE_IMAGE (kumoji_image_get_type ())
GType kumoji_image_get_type (void);

KumojiImage *kumoji_image_new (GBytes *file, GError **error);
KumojiImage *kumoji_image_ref (KumojiImage *image);
void kumoji_image_unref (KumojiImage *image);

guint kumoji_image_get_number (KumojiImage *image);
guint kumoji_image_get_width (KumojiImage *image);
guint kumoji_image_get_height (KumojiImage *image);
const guint8 *kumoji_image_get_rows (KumojiImage *image);
const guint32 *kumoji_image_get_words (KumojiImage *image);

GBytes *kumoji_image_to_png (KumojiImage *image, guint most_pixels);
KumojiBox kumoji_image_fit (KumojiImage *image, const KumojiBox *box, double across, double down);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiImage, kumoji_image_unref)

G_END_DECLS
