/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A raster: rows of red, green and blue, a byte each, without gaps. */
#include "report/kumoji-raster.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"

#define LONGEST_SIDE 8000
#define MOST_PIXELS (40 * 1000 * 1000)

/**
 * kumoji_raster_allows:
 * @width: pixels, as the header of a file claims
 * @height: pixels
 *
 * To be asked before anything is allocated or decoded.
 *
 * Returns: whether a picture of that size is taken; else %FALSE with %KUMOJI_REPORT_ERROR_IMAGE
 */
gboolean
kumoji_raster_allows (guint64 width, guint64 height, GError **error)
{
  if (width == 0 || height == 0)
    {
      kumoji_raster_set_damaged (error);
      return FALSE;
    }
  if (width <= LONGEST_SIDE && height <= LONGEST_SIDE && width * height <= MOST_PIXELS)
    return TRUE;

  g_set_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_IMAGE,
               _("The picture has %u × %u pixels, more than 8,000 on a side or 40 million in all; "
                  "save it smaller and choose that file"),
               (guint) MIN (width, G_MAXUINT), (guint) MIN (height, G_MAXUINT));

  return FALSE;
}

/**
 * kumoji_raster_set_damaged:
 *
 * What a decoder says of a file that it cannot read to its end.
 */
void
kumoji_raster_set_damaged (GError **error)
{
  g_set_error_literal (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_IMAGE,
                       _(
                         "The picture is damaged, cut off, or of a rare kind; open it in a picture "
                         "program, save it as PNG and choose that file"));
}

/**
 * kumoji_raster_new_take:
 * @rows: (transfer full): @width × @height × 3 bytes
 *
 * Returns: (transfer full): a raster
 */
KumojiRaster *
kumoji_raster_new_take (guint width, guint height, guint8 *rows)
{
  KumojiRaster *raster = g_new (KumojiRaster, 1);

  raster->width = width;
  raster->height = height;
  raster->rows = rows;

  return raster;
}

void
kumoji_raster_free (KumojiRaster *raster)
{
  if (raster == NULL)
    return;

  g_free (raster->rows);
  g_free (raster);
}

/**
 * kumoji_raster_turn:
 * @orientation: 1 to 8 as Exif counts: what the first row and the first column stand for
 *
 * Returns: (transfer full): the raster as it is to be looked at
 */
KumojiRaster *
kumoji_raster_turn (const KumojiRaster *raster, guint orientation)
{
  /* Bits: the columns run from right to left, the rows from bottom to top, rows are columns. */
  static const guint8 ways[] = { 0, 0, 1, 3, 2, 4, 5, 7, 6 };
  const guint way = orientation < G_N_ELEMENTS (ways) ? ways[orientation] : 0;
  const gboolean swapped = (way & 4) != 0;
  const guint width = swapped ? raster->height : raster->width;
  const guint height = swapped ? raster->width : raster->height;
  guint8 *rows = g_malloc_n (width, (gsize) height * 3), *to = rows;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++, to += 3)
      {
        const guint across = way & 1 ? width - 1 - x : x;
        const guint down = way & 2 ? height - 1 - y : y;
        const gsize from =
          swapped ? (gsize) across * raster->width + down : (gsize) down * raster->width + across;

        memcpy (to, raster->rows + from * 3, 3);
      }

  return kumoji_raster_new_take (width, height, rows);
}

/* Adds a row, made as narrow as @width, to @sums with a weight. In units in which a source pixel is
 * @width and a target pixel is raster->width wide, so that all of it is whole numbers. */
static void
add_row (const KumojiRaster *raster, guint y, guint width, guint64 weight, guint64 *sums)
{
  const guint8 *from = raster->rows + (gsize) y * raster->width * 3;
  guint room = raster->width;

  for (guint x = 0; x < raster->width; x++, from += 3)
    {
      const guint here = MIN (room, width), rest = width - here;

      for (guint i = 0; i < 3; i++)
        sums[i] += weight * here * from[i];
      room -= here;
      if (room > 0)
        continue;

      sums += 3;
      room = raster->width - rest;
      for (guint i = 0; rest > 0 && i < 3; i++)
        sums[i] += weight * rest * from[i];
    }
}

static void
take_row (guint64 *sums, guint n_sums, guint64 weight, guint8 *to)
{
  for (guint i = 0; i < n_sums; i++)
    {
      to[i] = (sums[i] + weight / 2) / weight;
      sums[i] = 0;
    }
}

static guint
scale (guint side, guint most, guint longest)
{
  return MAX (1, ((guint64) side * most + longest / 2) / longest);
}

/**
 * kumoji_raster_shrink:
 * @most: of the longer side, pixels
 *
 * Each pixel becomes the mean of what it covers. Never makes larger.
 *
 * Returns: (transfer full): a raster of the same proportions
 */
KumojiRaster *
kumoji_raster_shrink (const KumojiRaster *raster, guint most)
{
  const guint longest = MAX (raster->width, raster->height);
  const guint width = longest > most ? scale (raster->width, most, longest) : raster->width;
  const guint height = longest > most ? scale (raster->height, most, longest) : raster->height;
  const guint64 whole = (guint64) raster->width * raster->height;
  guint8 *rows = g_malloc_n (width, (gsize) height * 3);
  g_autofree guint64 *sums = g_new0 (guint64, (gsize) width * 3);
  guint room = raster->height, row = 0;

  for (guint y = 0; y < raster->height; y++)
    {
      const guint here = MIN (room, height), rest = height - here;

      add_row (raster, y, width, here, sums);
      room -= here;
      if (room > 0)
        continue;

      take_row (sums, width * 3, whole, rows + (gsize) row++ * width * 3);
      room = raster->height - rest;
      if (rest > 0)
        add_row (raster, y, width, rest, sums);
    }

  return kumoji_raster_new_take (width, height, rows);
}
