/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF's streams: what libharu keeps of a page that is done, and the document as bytes.
 *
 * libharu has no call for either. Both lean on what its headers show: a stream object writes
 * whatever stream it holds, and HPDF_SaveToStream() writes into the stream that the document has.
 */
#include "report/kumoji-pdf-stream.h"

/* Most pages take less than two pieces of so many bytes. */
#define PIECE 1024

/* What a page takes in the file beside its content: bytes of objects and references. */
#define OBJECTS 640

/* Room for the fonts of a report, bytes. */
#define FONTS (1024 * 1024)

static HPDF_STATUS
write_filter_cb (HPDF_Dict contents, HPDF_Stream stream)
{
  return HPDF_Stream_WriteStr (stream, "/Filter /FlateDecode\012");
}

/**
 * kumoji_pdf_pack_page:
 * @page: a page that nothing will be drawn on any more, with all texts and paths ended
 *
 * libharu compresses pages when it saves them. Ten thousand pages are too much to be kept as they
 * are until then, and saving them would take seconds in which nobody can cancel.
 *
 * Returns: the bytes that it will take in the file
 */
gsize
kumoji_pdf_pack_page (HPDF_Page page)
{
  HPDF_PageAttr attr = page->attr;
  HPDF_Dict contents = attr->contents;
  HPDF_Stream packed = HPDF_MemStream_New (page->mmgr, PIECE);

  if (packed == NULL
      || HPDF_Stream_WriteToStream (contents->stream, packed, HPDF_STREAM_FILTER_FLATE_DECODE, NULL)
           != HPDF_OK)
    {
      HPDF_Stream_Free (packed);
      return contents->stream->size;
    }

  HPDF_Stream_Free (contents->stream);
  contents->stream = attr->stream = packed;
  contents->filter = HPDF_STREAM_FILTER_NONE;
  contents->write_fn = write_filter_cb;

  return packed->size + OBJECTS;
}

typedef struct
{
  GByteArray *bytes;
  GCancellable *cancellable;
} Output;

static HPDF_STATUS
write_cb (HPDF_Stream stream, const HPDF_BYTE *data, HPDF_UINT size)
{
  Output *output = stream->attr;

  if (g_cancellable_is_cancelled (output->cancellable))
    return HPDF_FILE_IO_ERROR;
  g_byte_array_append (output->bytes, data, size);

  return HPDF_OK;
}

/**
 * kumoji_pdf_save:
 * @pages_size: what kumoji_pdf_pack_page() said, added up
 * @cancellable: (nullable): to give up
 *
 * Never HPDF_SaveToFile: on a full disk it reports success.
 *
 * Returns: (transfer full): the document, of no use where an error was reported or @cancellable is
 *   cancelled
 */
GBytes *
kumoji_pdf_save (HPDF_Doc pdf, gsize pages_size, GCancellable *cancellable)
{
  /* An array that grows in place takes twice its size while it moves. */
  Output output = { g_byte_array_sized_new (pages_size + FONTS), cancellable };

  pdf->stream = HPDF_CallbackWriter_New (pdf->mmgr, write_cb, &output);
  if (pdf->stream != NULL)
    {
      HPDF_SaveToStream (pdf);
      HPDF_Stream_Free (pdf->stream);
      pdf->stream = NULL;
    }

  return g_byte_array_free_to_bytes (output.bytes);
}
