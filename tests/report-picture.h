/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of painters share: pages as grey pictures, by either painter, and how they differ.
 */
#pragma once

#include <gio/gio.h>
#include <math.h>
#include <stdio.h>

#include "report/kumoji-cairo-painter.h"
#include "report/kumoji-document.h"

#define DPI 144.0
#define SCALE (DPI / 72)

/* A grey picture, a byte a pixel. */
typedef struct
{
  int width, height;
  guint8 *pixels;
} Picture;

static inline void
clear_picture (Picture *picture)
{
  g_free (picture->pixels);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, clear_picture)

/* Runs a program that must succeed; what it says on standard error is not ours. */
static inline GBytes *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                       &error);
  GBytes *out = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return out;
}

/* "P5 width height 255 ", then the pixels. */
static inline void
read_pgm (GBytes *bytes, Picture *picture)
{
  gsize size, offset;
  const char *data = g_bytes_get_data (bytes, &size);
  int n_read = 0;

  g_assert_cmpint (sscanf (data, "P5 %d %d 255%n", &picture->width, &picture->height, &n_read), ==,
                   2);
  offset = n_read + 1;
  g_assert_cmpuint (size, ==, offset + (gsize) picture->width * picture->height);
  picture->pixels = g_memdup2 (data + offset, size - offset);
}

static inline void
raster_pdf (const char *file, guint page, Picture *picture)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *dpi = g_strdup_printf ("%g", DPI);
  const char *const argv[] = { "pdftoppm", "-r", dpi,    "-gray", "-f",
                               number,     "-l", number, file,    NULL };
  g_autoptr (GBytes) bytes = run (argv);

  read_pgm (bytes, picture);
}

static inline void
raster_cairo (KumojiPage *page, int width, int height, Picture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  kumoji_cairo_paint (page, cr);
  cairo_surface_flush (surface);

  picture->width = width;
  picture->height = height;
  picture->pixels = g_malloc ((gsize) width * height);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface)
                                              + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        picture->pixels[y * width + x] =
          (((row[x] >> 16) & 0xff) * 30 + ((row[x] >> 8) & 0xff) * 59 + (row[x] & 0xff) * 11) / 100;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

#define BLOCK 8

static inline double
get_mean (const Picture *picture, int left, int top)
{
  double sum = 0;

  for (int y = top; y < top + BLOCK; y++)
    for (int x = left; x < left + BLOCK; x++)
      sum += picture->pixels[y * picture->width + x];

  return sum / (BLOCK * BLOCK);
}

/* The painters smooth edges each in its own way, so blocks of pixels are compared: a letter or a
 * line that is missing, or a pixel off its place, makes a block darker or lighter than that. */
static inline double
find_worst (const Picture *one, const Picture *two)
{
  double worst = 0;

  for (int y = 0; y + BLOCK <= MIN (one->height, two->height); y += BLOCK / 2)
    for (int x = 0; x + BLOCK <= MIN (one->width, two->width); x += BLOCK / 2)
      worst = MAX (worst, fabs (get_mean (one, x, y) - get_mean (two, x, y)));

  return worst;
}

#define TOLERANCE 45
