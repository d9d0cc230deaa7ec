/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The CSV writer: rows of cells as a text that spreadsheets open. */
#include "files/kumoji-csv-writer.h"

#include <string.h>

#include "files/kumoji-csv-guard.h"

/* Without it Excel reads the file in the encoding of the country. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/**
 * kumoji_csv_writer_new:
 *
 * Returns: (transfer full): the beginning of a file; ends as kumoji_csv_writer_add_row() leaves it
 */
GString *
kumoji_csv_writer_new (void)
{
  return g_string_new (BYTE_ORDER_MARK);
}

/* What another reader could take for an end or a delimiter, or would trim. */
static gboolean
needs_quotes (const char *cell)
{
  gsize length = strlen (cell);

  return strpbrk (cell, "\",;\t\r\n") != NULL
         || (length > 0 && (cell[0] == ' ' || cell[length - 1] == ' '));
}

static void
add_cell (GString *out, const char *cell)
{
  gboolean quotes = needs_quotes (cell);

  if (quotes)
    g_string_append_c (out, '"');
  if (kumoji_csv_needs_guard (cell))
    g_string_append_c (out, '\'');
  for (const char *quote; quotes && (quote = strchr (cell, '"')) != NULL; cell = quote + 1)
    {
      g_string_append_len (out, cell, quote - cell + 1);
      g_string_append_c (out, '"');
    }
  g_string_append (out, cell);
  if (quotes)
    g_string_append_c (out, '"');
}

/**
 * kumoji_csv_writer_add_row:
 * @out: what kumoji_csv_writer_new() began
 * @cells: (array length=n_cells): what the cells say, UTF-8
 * @n_cells: how many
 *
 * DESIGN.md section 6: commas, CRLF, quotes, and the formula guard. kumoji_csv_sheet_new() reads
 * exactly @cells again; a row of nothing but empty cells it leaves out.
 */
void
kumoji_csv_writer_add_row (GString *out, const char *const *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      add_cell (out, cells[i]);
    }
  g_string_append (out, "\r\n");
}
