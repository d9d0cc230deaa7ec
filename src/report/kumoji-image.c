/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An image: a PNG or JPEG picture that has been checked, as opaque pixels on white. */
#include "report/kumoji-image.h"

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-jpeg.h"
#include "report/kumoji-png.h"
#include "report/kumoji-raster.h"

#define LARGEST_FILE (10 * 1000 * 1000)

struct _KumojiImage
{
  gatomicrefcount references;
  guint number;
  KumojiRaster *raster;
  guint32 *words; /* made when a painter first asks */
};

G_DEFINE_BOXED_TYPE (KumojiImage, kumoji_image, kumoji_image_ref, kumoji_image_unref)

/* By what is in it: a name says nothing, and other decoders are never tried. */
static KumojiRaster *
read_file (GBytes *file, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);

  if (size > LARGEST_FILE)
    g_set_error_literal (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_IMAGE,
                         _("The picture's file is larger than 10 MB; save it smaller and choose "
                            "that file"));
  else if (kumoji_png_is_one (data, size))
    return kumoji_png_read (data, size, error);
  else if (kumoji_jpeg_is_one (data, size))
    return kumoji_jpeg_read (data, size, error);
  else
    g_set_error_literal (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_IMAGE,
                         _("This file is no PNG or JPEG picture; choose one that is, or save the "
                            "picture as PNG"));

  return NULL;
}

/**
 * kumoji_image_new:
 * @file: the content of a file
 *
 * Checks and decodes a picture. At most 10 MB, 8,000 pixels on a side and 40 million in all; what
 * is larger is refused by its header, before a pixel is decoded. What is transparent becomes white,
 * the colour of paper; a photograph is turned as its camera was held. Meant for a worker thread:
 * the largest picture takes about a second.
 *
 * Returns: (transfer full) (nullable): the image, or %NULL with %KUMOJI_REPORT_ERROR_IMAGE
 */
KumojiImage *
kumoji_image_new (GBytes *file, GError **error)
{
  static int n_images;
  KumojiRaster *raster = read_file (file, error);
  KumojiImage *image;

  if (raster == NULL)
    return NULL;

  image = g_new0 (KumojiImage, 1);
  g_atomic_ref_count_init (&image->references);
  image->number = g_atomic_int_add (&n_images, 1);
  image->raster = raster;

  return image;
}

KumojiImage *
kumoji_image_ref (KumojiImage *image)
{
  g_atomic_ref_count_inc (&image->references);

  return image;
}

void
kumoji_image_unref (KumojiImage *image)
{
  if (image == NULL || !g_atomic_ref_count_dec (&image->references))
    return;

  kumoji_raster_free (image->raster);
  g_free (image->words);
  g_free (image);
}

/**
 * kumoji_image_get_number:
 *
 * Returns: what no other image of this process has
 */
guint
kumoji_image_get_number (KumojiImage *image)
{
  return image->number;
}

/**
 * kumoji_image_get_width:
 *
 * Returns: pixels
 */
guint
kumoji_image_get_width (KumojiImage *image)
{
  return image->raster->width;
}

/**
 * kumoji_image_get_height:
 *
 * Returns: pixels
 */
guint
kumoji_image_get_height (KumojiImage *image)
{
  return image->raster->height;
}

/**
 * kumoji_image_get_rows:
 *
 * Returns: (transfer none): red, green and blue of each pixel, a byte each, row by row from the top
 *   without gaps
 */
const guint8 *
kumoji_image_get_rows (KumojiImage *image)
{
  return image->raster->rows;
}

/**
 * kumoji_image_get_words:
 *
 * The same pixels as 0x00RRGGBB, which is cairo's CAIRO_FORMAT_RGB24.
 *
 * Returns: (transfer none): row by row from the top without gaps
 */
const guint32 *
kumoji_image_get_words (KumojiImage *image)
{
  if (g_once_init_enter (&image->words))
    {
      const gsize n_pixels = (gsize) image->raster->width * image->raster->height;
      const guint8 *from = image->raster->rows;
      guint32 *words = g_new (guint32, n_pixels);

      for (gsize i = 0; i < n_pixels; i++, from += 3)
        words[i] = (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
      g_once_init_leave (&image->words, words);
    }

  return image->words;
}

/**
 * kumoji_image_to_png:
 * @most_pixels: of the longer side; a larger picture is made smaller
 *
 * What is kept of a picture: nothing but its pixels, so neither the place nor the day where a
 * photograph was taken. The same picture gives the same bytes.
 *
 * Returns: (transfer full): the content of a PNG file
 */
GBytes *
kumoji_image_to_png (KumojiImage *image, guint most_pixels)
{
  g_autoptr (KumojiRaster) raster = kumoji_raster_shrink (image->raster, MAX (1, most_pixels));

  return kumoji_png_write (raster);
}

/**
 * kumoji_image_fit:
 * @box: the room for it, points
 * @across: where it goes in a wider room: 0 is left, 0.5 the middle, 1 right
 * @down: where it goes in a higher room: 0 is the top, 1 the bottom
 *
 * Returns: the largest part of @box that has the proportions of the picture
 */
KumojiBox
kumoji_image_fit (KumojiImage *image, const KumojiBox *box, double across, double down)
{
  const double scale =
    MIN ((double) box->width / image->raster->width, (double) box->height / image->raster->height);
  const double width = image->raster->width * scale, height = image->raster->height * scale;

  return (KumojiBox){ box->x + (box->width - width) * across,
                      box->y + (box->height - height) * down, width, height };
}
