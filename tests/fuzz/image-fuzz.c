/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzz target: a picture that somebody chose as a logo, and what is kept of it.
 *
 * See tests/fuzz/README.md. */
#include <string.h>

#include "catalog/kumoji-language.h"
#include "report/kumoji-image.h"

/* Larger ones only take longer: their sums are the same. */
#define LARGEST (1 << 16)

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

/* Made smaller, and read again, it is still a picture; the same one each time. */
static void
check_png (KumojiImage *image, guint most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = kumoji_image_to_png (image, most);
  g_autoptr (KumojiImage) kept = kumoji_image_new (png, &error);

  g_assert_no_error (error);
  g_autoptr (GBytes) again = kumoji_image_to_png (kept, most);
  g_assert_true (g_bytes_equal (png, again));
  g_assert_cmpuint (MAX (kumoji_image_get_width (kept), kumoji_image_get_height (kept)), <=, most);
}

static guint32
sum_up (const guint8 *data, gsize size)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      sum ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }

  return ~sum;
}

/* Nearly every change to a PNG makes a sum wrong, and is refused for that: with the sums put right
 * again the changes get further. */
static GBytes *
mend_sums (const guint8 *data, gsize size)
{
  guint8 *file = g_memdup2 (data, size);
  gsize at = 8;

  while (at + 12 <= size)
    {
      guint32 length, sum;

      memcpy (&length, file + at, 4);
      length = GUINT32_FROM_BE (length);
      if (length > size - at - 12)
        break;
      sum = GUINT32_TO_BE (sum_up (file + at + 4, length + 4));
      memcpy (file + at + 8 + length, &sum, 4);
      at += 12 + length;
    }

  return g_bytes_new_take (file, size);
}

static void
check_file (GBytes *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiImage) image = NULL;
  guint width, height;

  image = kumoji_image_new (file, &error);
  if (image == NULL)
    {
      g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_IMAGE);
      g_assert_nonnull (strstr (error->message, "; "));
      return;
    }

  g_assert_no_error (error);
  width = kumoji_image_get_width (image);
  height = kumoji_image_get_height (image);
  g_assert_true (width >= 1 && width <= 8000 && height >= 1 && height <= 8000);
  kumoji_image_get_words (image);
  if (width * height <= LARGEST)
    {
      check_png (image, 8000);
      check_png (image, 1 + g_bytes_get_size (file) % 50);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) file = g_bytes_new_static (data, size);

  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  check_file (file);
  if (size > 0 && data[0] == 0x89)
    {
      g_autoptr (GBytes) mended = mend_sums (data, size);

      check_file (mended);
    }

  return 0;
}
