/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of pictures: what is taken and what is refused, and that both painters draw the same. */
#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "report-picture.h"
#include "report/kumoji-image.h"
#include "report/kumoji-pdf-painter.h"
#include "report/kumoji-png.h"

/* Each picture of tests/images is 24 × 16 pixels: four parts, red, green, blue, yellow. */
#define WIDTH 24
#define HEIGHT 16
#define RED 0xe02010
#define GREEN 0x10a040
#define BLUE 0x2040e0
#define YELLOW 0xf0c020
#define WHITE 0xffffff

static char *directory;

static GBytes *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "images", name, NULL);
  char *data;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));

  return g_bytes_new_take (data, size);
}

static KumojiImage *
read_image (const char *name)
{
  g_autoptr (GBytes) file = read_file (name);
  g_autoptr (GError) error = NULL;
  KumojiImage *image = kumoji_image_new (file, &error);

  g_assert_no_error (error);

  return image;
}

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

static guint
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
static guint32
get_quarter (KumojiImage *image, guint quarter)
{
  const guint width = kumoji_image_get_width (image), height = kumoji_image_get_height (image);
  const gsize x = width / 4 + quarter % 2 * width / 2, y = height / 4 + quarter / 2 * height / 2;
  const guint8 *pixel = kumoji_image_get_rows (image) + (y * width + x) * 3;
  const guint32 colour = (guint32) pixel[0] << 16 | (guint32) pixel[1] << 8 | pixel[2];

  g_assert_cmphex (kumoji_image_get_words (image)[y * width + x], ==, colour);

  return colour;
}

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

static void
test_fit (void)
{
  const KumojiBox wide = { 10, 20, 100, 16 }, high = { 10, 20, 24, 100 };
  g_autoptr (KumojiImage) image = read_image ("rgb.png");
  KumojiBox box = kumoji_image_fit (image, &wide, 0, 0);

  g_assert_cmpfloat_with_epsilon (box.x, 10, 0.01);
  g_assert_cmpfloat_with_epsilon (box.y, 20, 0.01);
  g_assert_cmpfloat_with_epsilon (box.width, 24, 0.01);
  g_assert_cmpfloat_with_epsilon (box.height, 16, 0.01);
  box = kumoji_image_fit (image, &wide, 1, 0.5);
  g_assert_cmpfloat_with_epsilon (box.x, 86, 0.01);
  box = kumoji_image_fit (image, &high, 0.5, 0.5);
  g_assert_cmpfloat_with_epsilon (box.x, 10, 0.01);
  g_assert_cmpfloat_with_epsilon (box.y, 62, 0.01);
  g_assert_cmpfloat_with_epsilon (box.width, 24, 0.01);
  g_assert_cmpfloat_with_epsilon (box.height, 16, 0.01);
}

static void
test_page_check (void)
{
  const KumojiBox inside = { 0, 0, 100, 100 }, outside = { 50, 0, 51, 10 },
                  nowhere = { NAN, 0, 10, 10 }, flat = { 0, 0, 10, 0 };
  g_autoptr (KumojiImage) image = read_image ("rgb.png");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4; i++)
    {
      const KumojiBox *const boxes[] = { &inside, &outside, &nowhere, &flat };
      g_autoptr (KumojiPage) page = kumoji_page_new (100, 100);

      g_clear_error (&error);
      kumoji_page_add_image (page, image, boxes[i]);
      g_assert_cmpint (kumoji_page_check (page, &error), ==, i == 0);
      g_assert_cmpint (kumoji_page_get_fault (page) != NULL, ==, i > 1);
      if (i > 0)
        g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY);
    }
}

/* Every kind, larger than its pixels, as large, smaller, and out of proportion. */
static KumojiPage *
new_page (void)
{
  KumojiPage *page = kumoji_page_new (400, 440);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (KumojiImage) image = read_image (kinds[i].name);
      const float x = 10 + i % 4 * 100, y = 10 + i / 4 * 84;
      const KumojiBox large = { x, y, 60, 40 }, small = { x + 70, y, 12, 8 },
                      narrow = { x, y + 50, 12, 24 };

      kumoji_page_add_image (page, image, &large);
      kumoji_page_add_image (page, image, &small);
      kumoji_page_add_image (page, image, &narrow);
      kumoji_page_add_box (page, &large, 0, KUMOJI_INK_STROKE (0, 0.5));
    }

  return page;
}

static GBytes *
paint (KumojiDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  kumoji_document_check (document, &error);
  g_assert_no_error (error);
  bytes = kumoji_pdf_paint (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return bytes;
}

static char *
save (GBytes *bytes)
{
  char *file = g_build_filename (directory, "pictures.pdf", NULL);

  g_assert_true (
    g_file_set_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));

  return file;
}

static guint32
get_ppm_colour (GBytes *ppm, double x, double y)
{
  gsize size, at;
  const char *data = g_bytes_get_data (ppm, &size);
  int width, height, n_read = 0;
  const guint8 *pixel;

  g_assert_cmpint (sscanf (data, "P6 %d %d 255%n", &width, &height, &n_read), ==, 2);
  at = n_read + 1 + ((gsize) (y * SCALE) * width + (gsize) (x * SCALE)) * 3;
  g_assert_cmpuint (at + 3, <=, size);
  pixel = (const guint8 *) data + at;

  return (guint32) pixel[0] << 16 | (guint32) pixel[1] << 8 | pixel[2];
}

static void
check_colours (KumojiPage *page, GBytes *pdf, cairo_surface_t *screen)
{
  for (guint i = 0; i < kumoji_page_get_n_drawings (page); i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);

      for (guint j = 0; drawing->kind == KUMOJI_DRAWING_IMAGE && j < 4; j++)
        {
          const guint32 colour = get_quarter (drawing->image, j);
          const double x = drawing->box.x + drawing->box.width * (0.25 + j % 2 * 0.5);
          const double y = drawing->box.y + drawing->box.height * (0.25 + j / 2 * 0.5);
          const guint8 *row = cairo_image_surface_get_data (screen)
                              + (int) (y * SCALE) * cairo_image_surface_get_stride (screen);

          assert_colour (get_ppm_colour (pdf, x, y), colour, 12);
          assert_colour (((const guint32 *) row)[(int) (x * SCALE)] & 0xffffff, colour, 12);
        }
    }
}

static void
test_both_painters (void)
{
  g_autoptr (KumojiDocument) document = kumoji_document_new (KUMOJI_LANGUAGE_EN, "Pictures");
  g_autoptr (KumojiPage) page = new_page ();
  g_autoptr (GBytes) bytes = NULL, again = NULL, ppm = NULL, checked = NULL;
  g_autofree char *file = NULL;
  g_auto (Picture) pdf = { 0 }, screen = { 0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 880);
  cairo_t *cr = cairo_create (surface);

  kumoji_document_add_page (document, page);
  bytes = paint (document);
  again = paint (document);
  g_assert_true (g_bytes_equal (bytes, again));
  file = save (bytes);
  checked = run ((const char *const[]){ "qpdf", "--check", file, NULL });
  raster_pdf (file, 0, &pdf);
  raster_cairo (page, pdf.width, pdf.height, &screen);
  g_test_message ("worst: %.1f", find_worst (&pdf, &screen));
  g_assert_cmpfloat (find_worst (&pdf, &screen), <, TOLERANCE);

  ppm = run ((const char *const[]){ "pdftoppm", "-r", "144", file, NULL });
  cairo_scale (cr, SCALE, SCALE);
  kumoji_cairo_paint (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  check_colours (page, ppm, surface);
  cairo_surface_destroy (surface);
  g_unlink (file);
}

/* A picture that no compression makes smaller. */
static KumojiImage *
new_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree guint8 *rows = g_malloc (200 * 200 * 3);
  const KumojiRaster raster = { 200, 200, rows };
  g_autoptr (GBytes) png = NULL;

  for (guint i = 0; i < 200 * 200 * 3; i++)
    rows[i] = g_rand_int_range (rand, 0, 256);
  png = kumoji_png_write (&raster);

  return kumoji_image_new (png, NULL);
}

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;

  return CAIRO_STATUS_SUCCESS;
}

/* On fifty pages, in the file once: in ours, and in what GTK gives to a printer. */
static void
test_once (void)
{
  const KumojiBox box = { 10, 10, 50, 50 };
  const gsize picture = 200 * 200 * 3;
  g_autoptr (KumojiDocument) document = kumoji_document_new (KUMOJI_LANGUAGE_EN, "Fifty");
  g_autoptr (KumojiImage) image = new_noise ();
  g_autoptr (GBytes) bytes = NULL;
  gsize printed = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_cb, &printed, 100, 100);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (KumojiPage) page = kumoji_page_new (100, 100);

      kumoji_page_add_image (page, image, &box);
      kumoji_document_add_page (document, page);
      kumoji_cairo_paint (page, cr);
      cairo_show_page (cr);
    }
  bytes = paint (document);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, picture);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, picture + 50 * 1000);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (printed, >, picture);
  g_assert_cmpuint (printed, <, picture + 50 * 1000);
}

static gpointer
paint_cb (gpointer page)
{
  Picture *picture = g_new0 (Picture, 1);

  for (guint i = 0; i < 20; i++)
    {
      clear_picture (picture);
      raster_cairo (page, 200, 200, picture);
    }

  return picture;
}

static void
test_threads (void)
{
  const KumojiBox box = { 0, 0, 100, 100 };
  g_autoptr (KumojiPage) page = kumoji_page_new (100, 100);
  g_autoptr (KumojiImage) image = new_noise ();
  g_auto (Picture) expected = { 0 };
  GThread *threads[4];

  kumoji_page_add_image (page, image, &box);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("paint", paint_cb, page);
  raster_cairo (page, 200, 200, &expected);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      Picture *picture = g_thread_join (threads[i]);

      g_assert_cmpmem (picture->pixels, 200 * 200, expected.pixels, 200 * 200);
      clear_picture (picture);
      g_free (picture);
    }
}

int
main (int argc, char **argv)
{
  static const char *const cut_off[] = { "alpha.png", "interlaced.png", "rgb.jpg",
                                         "progressive.jpg" };
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  directory = g_dir_make_tmp ("kumoji-XXXXXX", &error);
  g_assert_no_error (error);

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
  g_test_add_func ("/image/fit", test_fit);
  g_test_add_func ("/image/page-check", test_page_check);
  g_test_add_func ("/image/both-painters", test_both_painters);
  g_test_add_func ("/image/once", test_once);
  g_test_add_func ("/image/threads", test_threads);
  status = g_test_run ();
  g_rmdir (directory);
  g_free (directory);

  return status;
}
