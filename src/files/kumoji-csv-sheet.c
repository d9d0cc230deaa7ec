/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV sheet: rows of cells, as they stood in a file.
 *
 * GLib has no reader of CSV, so this is one: a small state machine after RFC 4180 that is strict
 * about quotation marks. A mark where none may stand means that cells were torn apart or run
 * together; to guess would put a value under the wrong heading. */
#include "files/kumoji-csv-sheet.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "files/kumoji-csv-guard.h"
#include "files/kumoji-file-error.h"
#include "files/kumoji-file-reader.h"
#include "files/kumoji-guard.h"

#define ROWS_BETWEEN_LOOKS 1000

typedef struct
{
  guint number; /* in the file, as a spreadsheet counts: from 1, empty rows included */
  guint first;  /* of its cells */
  guint n_cells;
} Row;

struct _KumojiCsvSheet
{
  char *text;       /* the file's; each cell ends in a NUL */
  GPtrArray *cells; /* into the text */
  GArray *rows;     /* of Row */
};

/* Unquoting only makes a cell shorter, so that cells are written over what was read of them. */
typedef struct
{
  KumojiCsvSheet *sheet;
  const char *in;
  const char *end;
  char *out;
  char delimiter;
  Row row;
} Reader;

static gboolean
is_end (const Reader *self, char c)
{
  return c == self->delimiter || c == '\r' || c == '\n';
}

static gboolean
refuse_cell (const Reader *self, GError **error, const char *sentence)
{
  g_autofree char *column = kumoji_csv_column_name (self->row.n_cells);

  /* Translators: where in a sheet, e.g. "row 12, column C", and what is wrong there. */
  g_set_error (error, KUMOJI_CSV_ERROR, KUMOJI_CSV_ERROR_SYNTAX, _("row %u, column %s: %s"),
               self->row.number, column, sentence);
  return FALSE;
}

static gboolean
refuse_size (GError **error, const char *sentence)
{
  g_set_error_literal (error, KUMOJI_CSV_ERROR, KUMOJI_CSV_ERROR_SIZE, sentence);
  return FALSE;
}

static void
copy (Reader *self, const char *end)
{
  gsize length = end - self->in;

  memmove (self->out, self->in, length);
  self->out += length;
  self->in = end;
}

/* Behind the mark that opens it, up to and with the one that closes it. */
static gboolean
read_quoted (Reader *self, GError **error)
{
  for (;;)
    {
      const char *mark = memchr (self->in, '"', self->end - self->in);
      if (mark == NULL)
        return refuse_cell (self, error,
                            _("a quotation mark opens this cell and none closes it; correct the "
                               "sheet, and save it again"));
      copy (self, mark);
      self->in++;
      if (self->in == self->end || *self->in != '"')
        break;
      *self->out++ = *self->in++;
    }
  if (self->in == self->end || is_end (self, *self->in))
    return TRUE;
  return refuse_cell (self, error,
                      _(
                        "text follows the quotation mark that closes this cell; correct the sheet, "
                        "and save it again"));
}

static gboolean
read_plain (Reader *self, GError **error)
{
  const char *p = self->in;

  while (p < self->end && !is_end (self, *p))
    if (*p++ == '"')
      return refuse_cell (self, error,
                          _("a quotation mark stands inside a cell that does not begin with one; "
                             "correct the sheet, and save it again"));
  copy (self, p);
  return TRUE;
}

/* Reads one cell and what ends it; @end holds the delimiter, a line's end, or NUL for the file's.
 */
static gboolean
read_cell (Reader *self, char *end, GError **error)
{
  char *cell = self->out;

  if (self->row.n_cells == KUMOJI_CSV_MAX_COLUMNS)
    return refuse_size (error, _("the sheet has more than 1,000 columns; leave out those that are "
                                  "not needed"));
  if (self->sheet->cells->len == KUMOJI_CSV_MAX_CELLS)
    return refuse_size (error, _("the sheet has more than 4,000,000 cells; split it into several "
                                  "files"));
  if (self->in < self->end && *self->in == '"')
    {
      self->in++;
      if (!read_quoted (self, error))
        return FALSE;
    }
  else if (!read_plain (self, error))
    return FALSE;

  *end = self->in < self->end ? *self->in++ : '\0';
  if (*end == '\r' && self->in < self->end && *self->in == '\n')
    self->in++;
  *self->out++ = '\0';
  g_ptr_array_add (self->sheet->cells, (gpointer) kumoji_csv_skip_guard (cell));
  self->row.n_cells++;
  return TRUE;
}

static gboolean
is_empty (const KumojiCsvSheet *sheet, const Row *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*(const char *) sheet->cells->pdata[row->first + i] != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_row (Reader *self, GError **error)
{
  KumojiCsvSheet *sheet = self->sheet;
  char end;

  self->row = (Row){ self->row.number + 1, sheet->cells->len, 0 };
  if (self->row.number > KUMOJI_CSV_MAX_ROWS)
    return refuse_size (error, _("the sheet has more than 1,048,576 rows; split it into several "
                                  "files"));
  do
    if (!read_cell (self, &end, error))
      return FALSE;
  while (end == self->delimiter);
  if (is_empty (sheet, &self->row))
    g_ptr_array_set_size (sheet->cells, self->row.first);
  else
    g_array_append_val (sheet->rows, self->row);
  return TRUE;
}

/* What parts the cells of the first row that has more than one: comma, tab or semicolon. */
static char
find_delimiter (const char *text)
{
  guint commas = 0, tabs = 0, semicolons = 0;
  gboolean quoted = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      if (quoted)
        continue;
      commas += *p == ',';
      tabs += *p == '\t';
      semicolons += *p == ';';
      if ((*p == '\n' || *p == '\r') && commas + tabs + semicolons > 0)
        break;
    }
  if (commas >= tabs && commas >= semicolons)
    return ',';
  return tabs >= semicolons ? '\t' : ';';
}

static gboolean
read_rows (KumojiCsvSheet *sheet, gsize length, GCancellable *cancellable, GError **error)
{
  Reader reader = {
    .sheet = sheet,
    .in = sheet->text,
    .end = sheet->text + length,
    .out = sheet->text,
    .delimiter = find_delimiter (sheet->text),
  };

  while (reader.in < reader.end)
    if (!read_row (&reader, error)
        || (reader.row.number % ROWS_BETWEEN_LOOKS == 0
            && g_cancellable_set_error_if_cancelled (cancellable, error)))
      return FALSE;
  if (sheet->rows->len > 0)
    return TRUE;
  g_set_error_literal (error, KUMOJI_CSV_ERROR, KUMOJI_CSV_ERROR_EMPTY,
                       _("there is nothing in this file; choose another one"));
  return FALSE;
}

/**
 * kumoji_csv_sheet_new:
 * @file: what a file holds, in an encoding that kumoji_csv_text_new() reads
 * @cancellable: (nullable): to stop it
 * @error: return location for %KUMOJI_CSV_ERROR or a cancellation; its message is a sentence
 *   without the file's name
 *
 * Reads rows of cells with commas, tabs or semicolons between them; a quoted cell may hold these,
 * and line breaks. Rows of nothing but empty cells are left out. What guards a formula is taken
 * off.
 *
 * Returns: (transfer full) (nullable): the sheet, with one row at least
 */
KumojiCsvSheet *
kumoji_csv_sheet_new (GBytes *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (KumojiCsvSheet) self = g_new0 (KumojiCsvSheet, 1);
  gsize length;

  self->cells = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->text = kumoji_csv_text_new (file, &length, error);
  if (self->text == NULL || !read_rows (self, length, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * kumoji_csv_sheet_load:
 * @file: a file, local or not
 * @cancellable: (nullable): to stop it
 * @error: return location for %KUMOJI_CSV_ERROR, an error of kumoji_file_read() or a cancellation;
 *   its message begins with the file's name
 *
 * As kumoji_csv_sheet_new().
 *
 * Returns: (transfer full) (nullable): the sheet, with one row at least
 */
KumojiCsvSheet *
kumoji_csv_sheet_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) bytes = kumoji_file_read (file, cancellable, NULL, &cause);
  KumojiCsvSheet *sheet = NULL;

  if (bytes != NULL)
    sheet = kumoji_csv_sheet_new (bytes, cancellable, &cause);
  else if (g_error_matches (cause, KUMOJI_GUARD_ERROR, KUMOJI_GUARD_ERROR_SIZE))
    {
      g_clear_error (&cause);
      kumoji_csv_text_check_size (G_MAXSIZE, &cause);
    }
  if (sheet == NULL)
    {
      kumoji_file_error_name (&cause, file);
      g_propagate_error (error, g_steal_pointer (&cause));
    }
  return sheet;
}

/**
 * kumoji_csv_sheet_free:
 * @self: (transfer full) (nullable): a sheet
 */
void
kumoji_csv_sheet_free (KumojiCsvSheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self->text);
  g_free (self);
}

/**
 * kumoji_csv_sheet_get_n_rows:
 * @self: a sheet
 *
 * Returns: how many rows it has that say something
 */
guint
kumoji_csv_sheet_get_n_rows (const KumojiCsvSheet *self)
{
  return self->rows->len;
}

/**
 * kumoji_csv_sheet_get_number:
 * @self: a sheet
 * @row: a row, from 0
 *
 * Returns: its number in the file as a spreadsheet shows it: from 1, empty rows included
 */
guint
kumoji_csv_sheet_get_number (const KumojiCsvSheet *self, guint row)
{
  return g_array_index (self->rows, Row, row).number;
}

/**
 * kumoji_csv_sheet_get_n_cells:
 * @self: a sheet
 * @row: a row, from 0
 *
 * Returns: how many cells stand in it; not each row need have as many
 */
guint
kumoji_csv_sheet_get_n_cells (const KumojiCsvSheet *self, guint row)
{
  return g_array_index (self->rows, Row, row).n_cells;
}

/**
 * kumoji_csv_sheet_get:
 * @self: a sheet
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): what the cell says, UTF-8; "" behind the last cell of the row
 */
const char *
kumoji_csv_sheet_get (const KumojiCsvSheet *self, guint row, guint column)
{
  const Row *found = &g_array_index (self->rows, Row, row);

  return column < found->n_cells ? self->cells->pdata[found->first + column] : "";
}

/**
 * kumoji_csv_column_name:
 * @column: a column, from 0
 *
 * Returns: (transfer full): what a spreadsheet calls it: "A" to "Z", "AA" and so on
 */
char *
kumoji_csv_column_name (guint column)
{
  GString *name = g_string_new (NULL);

  for (guint left = column + 1; left > 0; left = (left - 1) / 26)
    g_string_prepend_c (name, 'A' + (left - 1) % 26);
  return g_string_free (name, FALSE);
}
