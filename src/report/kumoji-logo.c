/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A logo: a small picture that a project keeps as text. */
#include "report/kumoji-logo.h"

/* Pixels on the longer side: 300 dots an inch over the room that a cover has for it. A photograph
 * from a telephone would make the project's file a hundred times as large. */
#define MOST_PIXELS 800

/**
 * kumoji_logo_encode:
 * @file: a PNG or JPEG file
 * @error: return location for %KUMOJI_REPORT_ERROR_IMAGE
 *
 * Checks the picture and makes it small. Takes its time: call it in another thread.
 *
 * Returns: (transfer full) (nullable): what the project keeps: a PNG in base64
 */
char *
kumoji_logo_encode (GBytes *file, GError **error)
{
  g_autoptr (KumojiImage) image = kumoji_image_new (file, error);
  g_autoptr (GBytes) png = NULL;
  gsize size;
  const guchar *data;

  if (image == NULL)
    return NULL;
  png = kumoji_image_to_png (image, MOST_PIXELS);
  data = g_bytes_get_data (png, &size);
  return g_base64_encode (data, size);
}

/**
 * kumoji_logo_decode:
 * @text: what a project keeps
 * @error: return location for %KUMOJI_REPORT_ERROR_IMAGE
 *
 * Returns: (transfer full) (nullable): the picture
 */
KumojiImage *
kumoji_logo_decode (const char *text, GError **error)
{
  gsize size;
  guchar *data = g_base64_decode (text, &size);
  g_autoptr (GBytes) file = g_bytes_new_take (data, size);

  return kumoji_image_new (file, error);
}
