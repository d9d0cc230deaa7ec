/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JPEG: a file read into a raster. */
#include "report/kumoji-jpeg.h"

/* Before jpeglib.h, which needs it. */
#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>
#include <setjmp.h>
#include <string.h>

/* A progressive picture comes in ten passes or so. One of thousands says nothing more, and each
 * takes as long as the whole. */
#define MOST_PASSES 100

#define EXIF_MARKER (JPEG_APP0 + 1)
#define EXIF_ORIENTATION 0x0112
#define EXIF_SHORT 3

typedef struct
{
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf failed;
  guint8 *rows;
  guint8 *row; /* four inks a pixel */
  guint orientation;
  GError *refused;
} Reader;

/**
 * kumoji_jpeg_is_one:
 *
 * Returns: whether a file begins as a JPEG
 */
gboolean
kumoji_jpeg_is_one (const guint8 *data, gsize size)
{
  return size >= 3 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff;
}

static void G_GNUC_NORETURN
fail_cb (j_common_ptr jpeg)
{
  Reader *reader = jpeg->client_data;

  longjmp (reader->failed, 1);
}

/* libjpeg goes on with grey where the file is broken, and only warns: that would be printed. What
 * these few warn of does no harm. */
static void
message_cb (j_common_ptr jpeg, int level)
{
  if (level >= 0)
    return;

  switch (jpeg->err->msg_code)
    {
    case JWRN_ADOBE_XFORM:
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
      break;
    default:
      fail_cb (jpeg);
    }
}

static void
progress_cb (j_common_ptr jpeg)
{
  if (((j_decompress_ptr) jpeg)->input_scan_number > MOST_PASSES)
    fail_cb (jpeg);
}

static guint
get_number (const guint8 *data, guint n_bytes, gboolean little)
{
  guint number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | data[little ? n_bytes - 1 - i : i];

  return number;
}

/* The first directory of what cameras write: "Exif", the order of bytes, where the directory is,
 * how many entries it has, and twelve bytes for each: what, which type, how many, value. */
static guint
find_orientation (const guint8 *data, guint size)
{
  gboolean little;
  guint at, n_entries;

  if (size < 14 || memcmp (data, "Exif\0\0", 6) != 0)
    return 1;
  data += 6;
  size -= 6;
  little = data[0] == 'I';
  at = get_number (data + 4, 4, little);
  if (at > size - 2)
    return 1;

  n_entries = get_number (data + at, 2, little);
  at += 2;
  for (guint i = 0; i < n_entries && size - at >= 12; i++, at += 12)
    if (get_number (data + at, 2, little) == EXIF_ORIENTATION
        && get_number (data + at + 2, 2, little) == EXIF_SHORT)
      return get_number (data + at + 8, 2, little);

  return 1;
}

static guint
get_orientation (Reader *reader)
{
  for (jpeg_saved_marker_ptr marker = reader->jpeg.marker_list; marker != NULL;
       marker = marker->next)
    if (marker->marker == EXIF_MARKER)
      return find_orientation (marker->data, marker->data_length);

  return 1;
}

/* As printers mix the inks, without a profile. Adobe writes how much paper shows, others how much
 * ink there is. */
static void
mix_inks (Reader *reader, guint8 *to)
{
  const guint8 *from = reader->row;
  const guint turned = reader->jpeg.saw_Adobe_marker ? 0 : 255;

  for (guint x = 0; x < reader->jpeg.output_width; x++, from += 4)
    for (guint i = 0; i < 3; i++)
      *to++ = ((from[i] ^ turned) * (from[3] ^ turned) + 127) / 255;
}

static void
read_rows (Reader *reader)
{
  j_decompress_ptr jpeg = &reader->jpeg;
  const gboolean inks = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
  gsize stride;

  jpeg->out_color_space = inks ? JCS_CMYK : JCS_RGB;
  jpeg_start_decompress (jpeg);
  stride = (gsize) jpeg->output_width * 3;
  reader->rows = g_malloc_n (stride, jpeg->output_height);
  if (inks)
    reader->row = g_malloc_n (jpeg->output_width, 4);
  while (jpeg->output_scanline < jpeg->output_height)
    {
      guint8 *to = reader->rows + stride * jpeg->output_scanline;

      jpeg_read_scanlines (jpeg, inks ? &reader->row : &to, 1);
      if (inks)
        mix_inks (reader, to);
    }
  jpeg_finish_decompress (jpeg);
}

/* libjpeg leaves what fails by a jump to here, so what it needs is kept in the reader. */
static gboolean
read_jpeg (Reader *reader, const guint8 *data, gsize size)
{
  if (setjmp (reader->failed) != 0)
    {
      /* Its own limit is past ours. */
      if (reader->errors.msg_code == JERR_IMAGE_TOO_BIG)
        kumoji_raster_allows (reader->jpeg.image_width, reader->jpeg.image_height,
                              &reader->refused);
      return FALSE;
    }

  jpeg_create_decompress (&reader->jpeg);
  reader->progress.progress_monitor = progress_cb;
  reader->jpeg.progress = &reader->progress;
  jpeg_mem_src (&reader->jpeg, data, size);
  jpeg_save_markers (&reader->jpeg, EXIF_MARKER, 0xffff);
  jpeg_read_header (&reader->jpeg, TRUE);
  if (!kumoji_raster_allows (reader->jpeg.image_width, reader->jpeg.image_height, &reader->refused))
    return FALSE;
  /* Now, for what was found goes with the end of reading. */
  reader->orientation = get_orientation (reader);
  read_rows (reader);

  return TRUE;
}

/**
 * kumoji_jpeg_read:
 * @data: what kumoji_jpeg_is_one()
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with %KUMOJI_REPORT_ERROR_IMAGE
 */
KumojiRaster *
kumoji_jpeg_read (const guint8 *data, gsize size, GError **error)
{
  Reader reader = { .refused = NULL };
  g_autoptr (KumojiRaster) raster = NULL;

  reader.jpeg.err = jpeg_std_error (&reader.errors);
  reader.jpeg.client_data = &reader;
  reader.errors.error_exit = fail_cb;
  reader.errors.emit_message = message_cb;
  if (read_jpeg (&reader, data, size))
    raster = kumoji_raster_new_take (reader.jpeg.output_width, reader.jpeg.output_height,
                                     g_steal_pointer (&reader.rows));
  else if (reader.refused != NULL)
    g_propagate_error (error, g_steal_pointer (&reader.refused));
  else
    kumoji_raster_set_damaged (error);

  jpeg_destroy_decompress (&reader.jpeg);
  g_free (reader.rows);
  g_free (reader.row);
  if (raster == NULL || reader.orientation < 2 || reader.orientation > 8)
    return g_steal_pointer (&raster);

  return kumoji_raster_turn (raster, reader.orientation);
}
