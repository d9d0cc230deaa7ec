/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PNG: a file read into a raster, and a raster written as a file. */
#include "report/kumoji-png.h"

#include <png.h>
#include <string.h>

static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

/* A chunk is its length, its name, that many bytes, and a sum of four bytes. */
#define NAME 4
#define CONTENT 8
#define AROUND 12

static guint32
get_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/**
 * kumoji_png_is_one:
 *
 * Returns: whether a file begins as a PNG
 */
gboolean
kumoji_png_is_one (const guint8 *data, gsize size)
{
  return size >= sizeof signature && memcmp (data, signature, sizeof signature) == 0;
}

/* libpng reads no further than the last row; what was cut off behind it would not be noticed. */
static gboolean
is_whole (const guint8 *data, gsize size)
{
  gsize at = sizeof signature;

  while (size - at >= AROUND)
    {
      const guint32 length = get_number (data + at);

      if (length > size - at - AROUND)
        return FALSE;
      if (memcmp (data + at + NAME, "IEND", 4) == 0)
        return TRUE;
      at += AROUND + length;
    }

  return FALSE;
}

/* Its own size, before libpng has seen the file. */
static gboolean
is_allowed (const guint8 *data, gsize size, GError **error)
{
  const guint8 *chunk = data + sizeof signature;

  if (size < sizeof signature + AROUND + 8 || memcmp (chunk + NAME, "IHDR", 4) != 0)
    {
      kumoji_raster_set_damaged (error);
      return FALSE;
    }

  return kumoji_raster_allows (get_number (chunk + CONTENT), get_number (chunk + CONTENT + 4),
                               error);
}

/* In place. As other programs do it, on the values as they are: the picture then looks as it did
 * where it was drawn. */
static void
blend_on_white (guint8 *pixels, gsize n_pixels)
{
  const guint8 *from = pixels;
  guint8 *to = pixels;

  for (gsize i = 0; i < n_pixels; i++, from += 4, to += 3)
    {
      const guint alpha = from[3];

      for (guint j = 0; j < 3; j++)
        to[j] = (from[j] * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}

static guint8 *
read_rows (png_image *image)
{
  const gsize n_pixels = (gsize) image->width * image->height;
  const gboolean sees_through = (image->format & PNG_FORMAT_FLAG_ALPHA) != 0;
  g_autofree guint8 *rows = NULL;

  image->format = sees_through ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  /* Else 16 bits a colour are taken for another scale than 8 bits are. */
  image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
  rows = g_malloc_n (n_pixels, sees_through ? 4 : 3);
  if (!png_image_finish_read (image, NULL, rows, 0, NULL))
    return NULL;
  if (!sees_through)
    return g_steal_pointer (&rows);

  blend_on_white (rows, n_pixels);

  return g_realloc_n (g_steal_pointer (&rows), n_pixels, 3);
}

/**
 * kumoji_png_read:
 * @data: what kumoji_png_is_one()
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with %KUMOJI_REPORT_ERROR_IMAGE
 */
KumojiRaster *
kumoji_png_read (const guint8 *data, gsize size, GError **error)
{
  png_image image = { .version = PNG_IMAGE_VERSION };
  guint8 *rows = NULL;
  guint width, height;

  if (!is_allowed (data, size, error))
    return NULL;

  if (is_whole (data, size) && png_image_begin_read_from_memory (&image, data, size))
    rows = read_rows (&image);
  width = image.width;
  height = image.height;
  png_image_free (&image);
  if (rows == NULL)
    {
      kumoji_raster_set_damaged (error);
      return NULL;
    }

  return kumoji_raster_new_take (width, height, rows);
}

/**
 * kumoji_png_write:
 *
 * Returns: (transfer full): the content of a file; the same raster gives the same bytes
 */
GBytes *
kumoji_png_write (const KumojiRaster *raster)
{
  png_image image = { .version = PNG_IMAGE_VERSION,
                      .width = raster->width,
                      .height = raster->height,
                      .format = PNG_FORMAT_RGB };
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX (image);
  guint8 *data = g_malloc (size);

  /* Nothing but a lack of memory can fail here, and GLib ends the program on that. */
  if (!png_image_write_to_memory (&image, data, &size, FALSE, raster->rows, 0, NULL))
    g_error ("libpng: %s", image.message);

  return g_bytes_new_take (g_realloc (data, size), size);
}
