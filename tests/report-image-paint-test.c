/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of pictures on pages: where they stand, and that both painters draw the same. */
#include "report-colours.h"
#include "report-picture.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

#include "report/kumoji-pdf-painter.h"
#include "report/kumoji-png.h"

static char *directory;

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
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  directory = g_dir_make_tmp ("kumoji-XXXXXX", &error);
  g_assert_no_error (error);

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
