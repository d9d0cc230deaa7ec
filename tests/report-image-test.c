/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of pictures: what is taken and what is refused. */
#include "report-colours.h"

#include <string.h>

#include "catalog/kumoji-language.h"
#include "report/kumoji-png.h"

/* Without a byte behind the end, so that a sanitizer sees a read beyond it. */
static KumojiImage *
try_bytes (const guint8 *data, gsize size, GError **error)
{
  g_autoptr (GBytes) file = g_bytes_new (data, size);

  return kumoji_image_new (file, error);
}

static void
assert_refused (const guint8 *data, gsize size, const char *why)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (try_bytes (data, size, &error));
  g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_IMAGE);
  g_assert_nonnull (strstr (error->message, why));
}

static guint8 *
find (guint8 *data, gsize size, const char *wanted)
{
  const gsize length = strlen (wanted);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, wanted, length) == 0)
      return data + i;
  g_assert_not_reached ();
}

static void
test_kind (gconstpointer data)
{
  const Kind *kind = data;
  g_autoptr (KumojiImage) image = read_image (kind->name), again = read_image (kind->name);
  g_autoptr (GBytes) png = kumoji_image_to_png (image, 8000);
  g_autoptr (GBytes) same = kumoji_image_to_png (again, 8000);
  g_autoptr (KumojiImage) back = kumoji_image_new (png, NULL);

  g_assert_cmpuint (kumoji_image_get_width (image), ==, WIDTH);
  g_assert_cmpuint (kumoji_image_get_height (image), ==, HEIGHT);
  for (guint i = 0; i < 4; i++)
    assert_colour (get_quarter (image, i), kind->colours[i], kind->tolerance);

  g_assert_true (g_bytes_equal (png, same));
  g_assert_nonnull (back);
  g_assert_cmpmem (kumoji_image_get_rows (image), WIDTH * HEIGHT * 3, kumoji_image_get_rows (back),
                   WIDTH * HEIGHT * 3);
}

/* What a camera writes into a JPEG behind its first two bytes: how it was held. */
static GBytes *
add_orientation (GBytes *jpeg, guint8 orientation, gboolean little)
{
  const guint8 big[] = { 0xff, 0xe1, 0, 34, 'E', 'x',         'i', 'f', 0, 0,  'M', 'M',
                         0,    42,   0, 0,  0,   8,           0,   1,   1, 18, 0,   3,
                         0,    0,    0, 1,  0,   orientation, 0,   0,   0, 0,  0,   0 };
  const guint8 small[] = { 0xff, 0xe1, 0, 34, 'E',         'x', 'i', 'f', 0,  0, 'I', 'I',
                           42,   0,    8, 0,  0,           0,   1,   0,   18, 1, 3,   0,
                           1,    0,    0, 0,  orientation, 0,   0,   0,   0,  0, 0,   0 };
  GByteArray *file = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (jpeg, &size);

  g_byte_array_append (file, data, 2);
  g_byte_array_append (file, little ? small : big, sizeof big);
  g_byte_array_append (file, data + 2, size - 2);

  return g_byte_array_free_to_bytes (file);
}

static void
test_orientation (void)
{
  static const guint32 shown[][4] = {
    { RED, GREEN, BLUE, YELLOW }, { RED, GREEN, BLUE, YELLOW }, { GREEN, RED, YELLOW, BLUE },
    { YELLOW, BLUE, GREEN, RED }, { BLUE, YELLOW, RED, GREEN }, { RED, BLUE, GREEN, YELLOW },
    { BLUE, RED, YELLOW, GREEN }, { YELLOW, GREEN, BLUE, RED }, { GREEN, YELLOW, RED, BLUE },
    { RED, GREEN, BLUE, YELLOW },
  };
  g_autoptr (GBytes) jpeg = read_file ("rgb.jpg");

  for (guint i = 0; i < G_N_ELEMENTS (shown) * 2; i++)
    {
      const guint orientation = i / 2;
      const gboolean turned = orientation >= 5 && orientation <= 8;
      g_autoptr (GBytes) file = add_orientation (jpeg, orientation, i % 2 == 1);
      g_autoptr (KumojiImage) image = kumoji_image_new (file, NULL);

      g_assert_nonnull (image);
      g_assert_cmpuint (kumoji_image_get_width (image), ==, turned ? HEIGHT : WIDTH);
      g_assert_cmpuint (kumoji_image_get_height (image), ==, turned ? WIDTH : HEIGHT);
      for (guint j = 0; j < 4; j++)
        assert_colour (get_quarter (image, j), shown[orientation][j], 3);
    }
}

/* A progressive picture, its last pass again and again: what there is to see stays the same, and
 * each pass of a large one takes as long as a whole picture. */
static GBytes *
repeat_pass (GBytes *jpeg, guint n_times)
{
  gsize size, start = 0;
  const guint8 *data = g_bytes_get_data (jpeg, &size);
  GByteArray *file = g_byte_array_new ();

  for (gsize i = 0; i + 1 < size; i++)
    if (data[i] == 0xff && data[i + 1] == 0xda)
      start = i;
  g_byte_array_append (file, data, size - 2);
  for (guint i = 0; i < n_times; i++)
    g_byte_array_append (file, data + start, size - 2 - start);
  g_byte_array_append (file, data + size - 2, 2);

  return g_byte_array_free_to_bytes (file);
}

static void
test_passes (void)
{
  g_autoptr (GBytes) jpeg = read_file ("progressive.jpg");
  g_autoptr (GBytes) few = repeat_pass (jpeg, 50), many = repeat_pass (jpeg, 5000);
  g_autoptr (KumojiImage) image = kumoji_image_new (few, NULL);

  g_assert_nonnull (image);
  for (guint i = 0; i < 4; i++)
    assert_colour (get_quarter (image, i), kinds[0].colours[i], 8);
  assert_refused (g_bytes_get_data (many, NULL), g_bytes_get_size (many), "damaged");
}

static KumojiImage *
shrink (KumojiImage *image, guint most)
{
  g_autoptr (GBytes) png = kumoji_image_to_png (image, most);
  KumojiImage *small = kumoji_image_new (png, NULL);

  g_assert_nonnull (small);

  return small;
}

static void
test_shrink (void)
{
  g_autoptr (KumojiImage) image = read_image ("rgb.png");
  g_autoptr (KumojiImage) larger = shrink (image, 1000), odd = shrink (image, 7),
                          three = shrink (image, 3), one = shrink (image, 1);

  g_assert_cmpuint (kumoji_image_get_width (larger), ==, WIDTH);
  g_assert_cmpuint (kumoji_image_get_width (odd), ==, 7);
  g_assert_cmpuint (kumoji_image_get_height (odd), ==, 5);
  for (guint i = 0; i < 4; i++)
    assert_colour (get_quarter (odd, i), get_quarter (image, i), 0);

  /* The middle of three columns is half of what is left and half of what is right of it. */
  g_assert_cmpuint (kumoji_image_get_height (three), ==, 2);
  assert_colour (kumoji_image_get_words (three)[0], RED, 0);
  assert_colour (kumoji_image_get_words (three)[1], 0x786028, 0);
  assert_colour (kumoji_image_get_words (three)[2], GREEN, 0);
  assert_colour (kumoji_image_get_words (three)[4], 0x888080, 0);
  g_assert_cmpuint (kumoji_image_get_height (one), ==, 1);
  assert_colour (kumoji_image_get_words (one)[0], 0x807054, 0);
}

/* Of what is kept, nothing is left but pixels: no day, no place, no name of a program. */
static void
test_nothing_kept (void)
{
  static const char *const names[] = { "IHDR", "sRGB", "IDAT", "IEND" };
  g_autoptr (GBytes) jpeg = read_file ("rgb.jpg");
  g_autoptr (GBytes) file = add_orientation (jpeg, 1, FALSE);
  g_autoptr (KumojiImage) image = kumoji_image_new (file, NULL);
  g_autoptr (GBytes) png = kumoji_image_to_png (image, 100);
  gsize size, at = 8;
  const guint8 *data = g_bytes_get_data (png, &size);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpuint (at + 12, <=, size);
      g_assert_cmpmem (data + at + 4, 4, names[i], 4);
      at += 12 + (data[at + 2] << 8 | data[at + 3]);
    }
  g_assert_cmpuint (at, ==, size);
}

static void
put_number (guint8 *to, guint32 number)
{
  for (guint i = 0; i < 4; i++)
    to[i] = number >> (24 - 8 * i);
}

/* The most memory that this process has ever had, kB. */
static guint64
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);

  return g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10);
}

static void
test_too_large (void)
{
  static const guint32 sizes[][2] = { { 20000, 10 },     { 10, 20000 },
                                      { 8001, 1 },       { 8000, 5001 },
                                      { 65535, 65535 },  { 65536, 65536 },
                                      { 0x7fffffff, 1 }, { 0xffffffff, 0xffffffff } };
  g_autoptr (GBytes) png = read_file ("rgb.png"), jpeg = read_file ("rgb.jpg");
  g_autofree guint8 *bomb = g_memdup2 (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  g_autofree guint8 *wide = g_memdup2 (g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg));
  guint8 *frame = find (wide, g_bytes_get_size (jpeg), "\xff\xc0");
  const guint64 before = get_peak ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      put_number (bomb + 16, sizes[i][0]);
      put_number (bomb + 20, sizes[i][1]);
      assert_refused (bomb, g_bytes_get_size (png), "8,000");
    }

  memcpy (frame + 5, "\xff\xff\xff\xff", 4);
  assert_refused (wide, g_bytes_get_size (jpeg), "65535 × 65535");
  memcpy (frame + 5, "\x00\x0a\x4e\x20", 4);
  assert_refused (wide, g_bytes_get_size (jpeg), "20000 × 10");
  g_assert_cmpuint (get_peak () - before, <, 4096);
}

static void
test_refused (void)
{
  static const char text[] = "これは画像ではありません。";
  static const char gif[] = "GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0"
                            "\x02\x02"
                            "D\x01\0;";
  g_autoptr (GBytes) png = read_file ("rgb.png"), jpeg = read_file ("rgb.jpg");
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  const gsize size = g_bytes_get_size (png);
  g_autofree guint8 *large = g_malloc0 (10 * 1000 * 1000 + 1);
  guint8 *content = find (data, size, "IDAT");

  assert_refused ((const guint8 *) "", 0, "no PNG or JPEG");
  assert_refused ((const guint8 *) text, strlen (text), "no PNG or JPEG");
  assert_refused ((const guint8 *) gif, sizeof gif - 1, "no PNG or JPEG");
  assert_refused ((const guint8 *) "\xff\xd8\xff\xd9", 4, "damaged");
  memcpy (large, data, size);
  assert_refused (large, 10 * 1000 * 1000 + 1, "10 MB");
  put_number (data + 16, 0);
  assert_refused (data, size, "damaged");

  /* A sum that is wrong, of the header and of the pixels. */
  put_number (data + 16, WIDTH);
  data[29] ^= 1;
  assert_refused (data, size, "damaged");
  data[29] ^= 1;
  content[4 + (content[-2] << 8 | content[-1])] ^= 1;
  assert_refused (data, size, "damaged");
}

/* Cut off anywhere, nothing is taken for the whole picture. */
static void
test_cut_off (gconstpointer data)
{
  g_autoptr (GBytes) file = read_file (data);

  for (gsize size = 0; size < g_bytes_get_size (file); size++)
    assert_refused (g_bytes_get_data (file, NULL), size, "; ");
}

/* A byte that is wrong is found out, or does no harm. */
static void
test_wrong_byte (void)
{
  g_autoptr (GBytes) file = read_file ("rgb.png");
  g_autoptr (KumojiImage) image = kumoji_image_new (file, NULL);
  const gsize size = g_bytes_get_size (file);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (file, NULL), size);

  for (gsize i = 0; i < size * 8; i++)
    {
      g_autoptr (KumojiImage) other = NULL;

      data[i / 8] ^= 1 << i % 8;
      other = try_bytes (data, size, NULL);
      if (other != NULL)
        g_assert_cmpmem (kumoji_image_get_rows (image), WIDTH * HEIGHT * 3,
                         kumoji_image_get_rows (other), WIDTH * HEIGHT * 3);
      data[i / 8] ^= 1 << i % 8;
    }
}

/* Of the largest size that is taken, each side and both. */
static void
test_largest (void)
{
  g_autoptr (KumojiImage) image = read_image ("rgb.png");
  KumojiRaster raster = { 8000, 5000, NULL };
  g_autoptr (GBytes) file = NULL, png = NULL;
  g_autoptr (KumojiImage) large = NULL, small = NULL;

  raster.rows = g_malloc0_n (raster.width, (gsize) raster.height * 3);
  memcpy (raster.rows, kumoji_image_get_rows (image), 3);
  file = kumoji_png_write (&raster);
  g_free (raster.rows);
  large = kumoji_image_new (file, NULL);
  g_assert_nonnull (large);
  g_assert_cmpuint (kumoji_image_get_width (large), ==, 8000);
  assert_colour (kumoji_image_get_words (large)[0], RED, 0);
  png = kumoji_image_to_png (large, 800);
  small = kumoji_image_new (png, NULL);
  g_assert_cmpuint (kumoji_image_get_width (small), ==, 800);
  g_assert_cmpuint (kumoji_image_get_height (small), ==, 500);
}

int
main (int argc, char **argv)
{
  static const char *const cut_off[] = { "alpha.png", "interlaced.png", "rgb.jpg",
                                         "progressive.jpg" };

  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/image/kind/", kinds[i].name, NULL);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cut_off); i++)
    {
      g_autofree char *path = g_strconcat ("/image/cut-off/", cut_off[i], NULL);

      g_test_add_data_func (path, cut_off[i], test_cut_off);
    }
  g_test_add_func ("/image/too-large", test_too_large);
  g_test_add_func ("/image/orientation", test_orientation);
  g_test_add_func ("/image/passes", test_passes);
  g_test_add_func ("/image/shrink", test_shrink);
  g_test_add_func ("/image/nothing-kept", test_nothing_kept);
  g_test_add_func ("/image/refused", test_refused);
  g_test_add_func ("/image/wrong-byte", test_wrong_byte);
  g_test_add_func ("/image/largest", test_largest);
  return g_test_run ();
}
