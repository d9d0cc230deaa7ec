/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text map of a PDF's font: which characters its codes stand for.
 *
 * libharu's UTF-8 encoder makes the codes UTF-16 and says so in a "cidrange", which is a word of
 * another kind of map: poppler warns of it and guesses, and a stricter reader copies rubbish or
 * nothing. ISO 32000-1, 9.10.3, wants "bfrange", of which only the last byte may run. */
#include "report/kumoji-pdf-text-map.h"

#define ROWS 256
#define MOST_IN_BLOCK 64 /* 100 by the standard; this divides the rows */

static const char head[] =
  "/CIDInit /ProcSet findresource begin\n"
  "12 dict begin\n"
  "begincmap\n"
  "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
  "/CMapName /Adobe-Identity-UCS def\n"
  "/CMapType 2 def\n"
  "1 begincodespacerange\n"
  "<0000> <FFFF>\n"
  "endcodespacerange\n";

static const char foot[] = "endcmap\n"
                           "CMapName currentdict /CMap defineresource pop\n"
                           "end\n"
                           "end\n";

static char *
compose (void)
{
  GString *map = g_string_new (head);

  for (guint row = 0; row < ROWS; row++)
    {
      if (row % MOST_IN_BLOCK == 0)
        g_string_append_printf (map, "%d beginbfrange\n", MOST_IN_BLOCK);
      g_string_append_printf (map, "<%02X00> <%02XFF> <%02X00>\n", row, row, row);
      if (row % MOST_IN_BLOCK == MOST_IN_BLOCK - 1)
        g_string_append (map, "endbfrange\n");
    }
  g_string_append (map, foot);
  return g_string_free (map, FALSE);
}

/**
 * kumoji_pdf_set_text_map:
 * @font: a font of a document, with the encoder "UTF-8"
 *
 * Makes the text that is set in @font one that every reader can search and copy. An error is kept
 * by the document, as libharu does with all of its own.
 */
void
kumoji_pdf_set_text_map (HPDF_Font font)
{
  HPDF_Dict dict = HPDF_Dict_GetItem (font, "ToUnicode", HPDF_OCLASS_DICT);
  g_autofree char *map = NULL;

  if (dict == NULL || dict->stream == NULL)
    return;
  map = compose ();
  HPDF_MemStream_FreeData (dict->stream);
  HPDF_Stream_WriteStr (dict->stream, map);
}
