/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of pictures share: pictures of known colours, and how near a colour is. */
#pragma once

#include "report/kumoji-image.h"

/* Each picture of tests/images is 24 × 16 pixels: four parts, red, green, blue, yellow. */
#define WIDTH 24
#define HEIGHT 16
#define RED 0xe02010
#define GREEN 0x10a040
#define BLUE 0x2040e0
#define YELLOW 0xf0c020
#define WHITE 0xffffff

typedef struct
{
  const char *name;
  guint32 colours[4];
  guint tolerance;
} Kind;

static const Kind kinds[] = {
  { "rgb.png", { RED, GREEN, BLUE, YELLOW } },
  { "rgb-16.png", { RED, GREEN, BLUE, YELLOW } },
  { "interlaced.png", { RED, GREEN, BLUE, YELLOW } },
  { "palette.png", { RED, GREEN, BLUE, YELLOW } },
  { "palette-transparent.png", { RED, GREEN, BLUE, WHITE } },
  { "alpha.png", { RED, 0x87cf9f, BLUE, WHITE }, 1 },
  { "alpha-16.png", { RED, 0x87cf9f, BLUE, WHITE }, 1 },
  { "grey.png", { 0x474747, 0x7a7a7a, 0x444444, 0xbebebe } },
  { "grey-16.png", { 0x474747, 0x7a7a7a, 0x444444, 0xbebebe }, 1 },
  { "grey-1.png", { 0x000000, WHITE, 0x000000, WHITE } },
  { "grey-alpha.png", { 0x474747, 0x7a7a7a, 0x444444, WHITE } },
  { "rgb.jpg", { RED, GREEN, BLUE, YELLOW }, 3 },
  { "subsampled.jpg", { RED, GREEN, BLUE, YELLOW }, 12 },
  { "progressive.jpg", { RED, GREEN, BLUE, YELLOW }, 3 },
  { "grey.jpg", { 0x484848, 0x7a7a7a, 0x454545, 0xbfbfbf }, 1 },
  { "cmyk.jpg", { RED, GREEN, BLUE, YELLOW }, 4 },
  { "ycck.jpg", { RED, GREEN, BLUE, YELLOW }, 4 },
  { "cmyk-plain.jpg", { RED, GREEN, BLUE, YELLOW }, 4 },
};

static inline GBytes *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "images", name, NULL);
  char *data;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));

  return g_bytes_new_take (data, size);
}

static inline KumojiImage *
read_image (const char *name)
{
  g_autoptr (GBytes) file = read_file (name);
  g_autoptr (GError) error = NULL;
  KumojiImage *image = kumoji_image_new (file, &error);

  g_assert_no_error (error);

  return image;
}

static inline guint
get_difference (guint32 one, guint32 two)
{
  guint most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    most = MAX (most, (guint) abs ((int) (one >> shift & 0xff) - (int) (two >> shift & 0xff)));

  return most;
}

#define assert_colour(colour, wanted, tolerance)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const guint32 found_ = (colour), wanted_ = (wanted);                                           \
    if (get_difference (found_, wanted_) > (tolerance))                                            \
      g_error ("%s:%d: #%06x instead of #%06x", __FILE__, __LINE__, found_, wanted_);              \
  }                                                                                                \
  G_STMT_END

/* At the middle of a quarter: 0 and 1 are the upper two. */
static inline guint32
get_quarter (KumojiImage *image, guint quarter)
{
  const guint width = kumoji_image_get_width (image), height = kumoji_image_get_height (image);
  const gsize x = width / 4 + quarter % 2 * width / 2, y = height / 4 + quarter / 2 * height / 2;
  const guint8 *pixel = kumoji_image_get_rows (image) + (y * width + x) * 3;
  const guint32 colour = (guint32) pixel[0] << 16 | (guint32) pixel[1] << 8 | pixel[2];

  g_assert_cmphex (kumoji_image_get_words (image)[y * width + x], ==, colour);

  return colour;
}
