/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test of CSV: what is read in each encoding, what is refused and where, and the exact way back. */
#include <glib/gstdio.h>
#include <string.h>

#include "catalog/kumoji-language.h"
#include "files/kumoji-csv-sheet.h"
#include "files/kumoji-csv-writer.h"

static KumojiCsvSheet *
read_bytes (const char *bytes, gsize length, GError **error)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes, length);

  return kumoji_csv_sheet_new (file, NULL, error);
}

static KumojiCsvSheet *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  KumojiCsvSheet *sheet = read_bytes (text, strlen (text), &error);

  g_assert_no_error (error);
  return sheet;
}

/* All that a sheet says: cells in brackets, a row a line behind its number. */
static char *
show (const KumojiCsvSheet *sheet)
{
  GString *shown = g_string_new (NULL);

  for (guint row = 0; row < kumoji_csv_sheet_get_n_rows (sheet); row++)
    {
      g_string_append_printf (shown, "%u", kumoji_csv_sheet_get_number (sheet, row));
      for (guint i = 0; i < kumoji_csv_sheet_get_n_cells (sheet, row); i++)
        g_string_append_printf (shown, "[%s]", kumoji_csv_sheet_get (sheet, row, i));
      g_string_append_c (shown, '\n');
    }
  return g_string_free (shown, FALSE);
}

static void
assert_reads (const char *text, const char *expected)
{
  g_autoptr (KumojiCsvSheet) sheet = read_text (text);
  g_autofree char *shown = show (sheet);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_rows (void)
{
  assert_reads ("a,b\r\nc,d\r\n", "1[a][b]\n2[c][d]\n");
  assert_reads ("a,b\nc,d", "1[a][b]\n2[c][d]\n");
  assert_reads ("a,b\rc,d\r", "1[a][b]\n2[c][d]\n");
  assert_reads ("a,,\n,b", "1[a][][]\n2[][b]\n");
  assert_reads ("a", "1[a]\n");
  assert_reads (" a , b ", "1[ a ][ b ]\n");
  /* Empty rows count, and are left out. */
  assert_reads ("\n\na,b\n,,\n\"\"\nc\n\n", "3[a][b]\n6[c]\n");
}

static void
test_quotes (void)
{
  assert_reads ("\"a\",\"b,c\"", "1[a][b,c]\n");
  assert_reads ("\"a\"\"b\",\"\"\"\"", "1[a\"b][\"]\n");
  assert_reads ("\"a\nb\r\nc\",d\ne,f", "1[a\nb\r\nc][d]\n2[e][f]\n");
  assert_reads ("\"\",a\n\"\"\"\"\"\",\"\"", "1[][a]\n2[\"\"][]\n");
}

static void
test_delimiters (void)
{
  assert_reads ("a\tb,c\td\n", "1[a][b,c][d]\n");
  assert_reads ("a;b;c,d\n1,5;2;3", "1[a][b][c,d]\n2[1,5][2][3]\n");
  assert_reads ("\"a;b;c\",d\n", "1[a;b;c][d]\n");
  /* A title above the table has none of them. */
  assert_reads ("Register\n\na\tb\nc,\td", "1[Register]\n3[a][b]\n4[c,][d]\n");
}

static void
assert_encoding (const char *encoding, const char *mark, gsize mark_length)
{
  static const char text[] = "資産,件数\r\n髙橋①の台帳〜,\"1\n２\"\r\n";
  g_autoptr (GString) file = g_string_new_len (mark, mark_length);
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiCsvSheet) sheet = NULL;
  g_autofree char *shown = NULL, *encoded = NULL;
  gsize length;
  /* CP932 has the full-width tilde where others have the wave dash. */
  gboolean is_cp932 = g_str_equal (encoding, "CP932");
  g_autofree char *typed = g_strdup (text);

  if (is_cp932)
    memcpy (strstr (typed, "〜"), "～", strlen ("～"));
  encoded = g_convert (typed, -1, encoding, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_string_append_len (file, encoded, length);
  sheet = read_bytes (file->str, file->len, &error);
  g_assert_no_error (error);
  shown = show (sheet);
  g_assert_cmpstr (shown, ==,
                   is_cp932 ? "1[資産][件数]\n2[髙橋①の台帳～][1\n２]\n"
                            : "1[資産][件数]\n2[髙橋①の台帳〜][1\n２]\n");
}

static void
test_encodings (void)
{
  assert_encoding ("UTF-8", "", 0);
  assert_encoding ("UTF-8", "\xef\xbb\xbf", 3);
  assert_encoding ("CP932", "", 0);
  assert_encoding ("UTF-16LE", "\xff\xfe", 2);
  assert_encoding ("UTF-16BE", "\xfe\xff", 2);
}

typedef struct
{
  const char *bytes;
  gsize length;
  KumojiCsvError code;
  const char *begins;
} Broken;

#define BYTES(text) text, sizeof text - 1

static const Broken broken[] = {
  { BYTES (""), KUMOJI_CSV_ERROR_EMPTY, "there is nothing in this file; " },
  { BYTES ("\xef\xbb\xbf"), KUMOJI_CSV_ERROR_EMPTY, "there is nothing in this file; " },
  { BYTES (",,\r\n\r\n"), KUMOJI_CSV_ERROR_EMPTY, "there is nothing in this file; " },
  { BYTES ("a,b\nc,d\"e\n"), KUMOJI_CSV_ERROR_SYNTAX, "row 2, column B: a quotation mark stands" },
  { BYTES ("a,b\n\"c\"d,e\n"), KUMOJI_CSV_ERROR_SYNTAX, "row 2, column A: text follows" },
  { BYTES ("a,b\n\n\"c\n,e\n"), KUMOJI_CSV_ERROR_SYNTAX,
    "row 3, column A: a quotation mark opens" },
  { BYTES ("\""), KUMOJI_CSV_ERROR_SYNTAX, "row 1, column A: a quotation mark opens" },
  { BYTES ("a\0b"), KUMOJI_CSV_ERROR_ENCODING, "this is no text file; " },
  { BYTES ("\xff\xfe"
           "a\0\0\0"),
    KUMOJI_CSV_ERROR_ENCODING, "this is no text file; " },
  { BYTES ("\xff\xfe"
           "a\0,"),
    KUMOJI_CSV_ERROR_ENCODING, "line 1: its characters" },
  { BYTES ("\xff\xfe"
           "\0\xd8"
           "a\0"),
    KUMOJI_CSV_ERROR_ENCODING, "line 1: its characters" },
  { BYTES ("a\n\x83"), KUMOJI_CSV_ERROR_ENCODING, "line 2: its characters" },
  { BYTES ("\xef\xbb\xbf"
           "a\nb\n\xff"),
    KUMOJI_CSV_ERROR_ENCODING, "line 3: its characters" },
  { BYTES ("PK\x03\x04 xlsx"), KUMOJI_CSV_ERROR_ENCODING, "this is no CSV file but a workbook" },
  { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1"), KUMOJI_CSV_ERROR_ENCODING, "this is no CSV file but a" },
};

static void
test_broken (gconstpointer data)
{
  const Broken *file = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (file->bytes, file->length, &error));
  g_assert_error (error, KUMOJI_CSV_ERROR, (int) file->code);
  g_assert_true (g_str_has_prefix (error->message, file->begins));
  g_assert_nonnull (strstr (error->message, "; "));
}

static void
assert_too_large (char *text, gsize length)
{
  g_autoptr (GBytes) file = g_bytes_new_take (text, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (kumoji_csv_sheet_new (file, NULL, &error));
  g_assert_error (error, KUMOJI_CSV_ERROR, KUMOJI_CSV_ERROR_SIZE);
}

static void
test_bounds (void)
{
  g_autofree char *commas = g_strnfill (KUMOJI_CSV_MAX_COLUMNS - 1, ',');
  g_autofree char *widest = g_strconcat (commas, "a", NULL);
  g_autofree char *wider = g_strconcat (commas, ",a", NULL);
  g_autoptr (KumojiCsvSheet) sheet = read_text (widest);
  g_autoptr (GString) cells = g_string_new (NULL);

  g_assert_cmpuint (kumoji_csv_sheet_get_n_cells (sheet, 0), ==, KUMOJI_CSV_MAX_COLUMNS);
  g_assert_cmpstr (kumoji_csv_sheet_get (sheet, 0, KUMOJI_CSV_MAX_COLUMNS - 1), ==, "a");
  g_assert_cmpstr (kumoji_csv_sheet_get (sheet, 0, KUMOJI_CSV_MAX_COLUMNS), ==, "");
  assert_too_large (g_steal_pointer (&wider), KUMOJI_CSV_MAX_COLUMNS + 1);
  assert_too_large (g_strnfill (KUMOJI_CSV_MAX_BYTES + 1, 'a'), KUMOJI_CSV_MAX_BYTES + 1);
  assert_too_large (g_strnfill (KUMOJI_CSV_MAX_ROWS + 1, '\n'), KUMOJI_CSV_MAX_ROWS + 1);
  for (guint i = 0; i <= KUMOJI_CSV_MAX_CELLS / 500; i++)
    {
      g_string_append_c (cells, 'a');
      g_string_append_len (cells, commas, 499);
      g_string_append_c (cells, '\n');
    }
  gsize length = cells->len;
  assert_too_large (g_string_free (g_steal_pointer (&cells), FALSE), length);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "a,b\n");
  file = g_string_free_to_bytes (g_steal_pointer (&text));
  g_cancellable_cancel (cancellable);
  g_assert_null (kumoji_csv_sheet_new (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_load (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kumoji-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KumojiCsvSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (kumoji_csv_sheet_load (file, NULL, &error));
  g_assert_true (g_str_has_prefix (error->message, "sheet.csv: there is no such file; "));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "a,\"b\n", -1, NULL));
  g_assert_null (kumoji_csv_sheet_load (file, NULL, &error));
  g_assert_true (g_str_has_prefix (error->message, "sheet.csv: row 1, column B: "));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "a,b\n", -1, NULL));
  sheet = kumoji_csv_sheet_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kumoji_csv_sheet_get_n_rows (sheet), ==, 1);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
assert_writes (const char *cell, const char *expected)
{
  const char *const cells[] = { "x", cell };
  GString *out = kumoji_csv_writer_new ();
  g_autofree char *row = g_strconcat ("\xef\xbb\xbfx,", expected, "\r\n", NULL);
  g_autoptr (KumojiCsvSheet) sheet = NULL;
  g_autofree char *written = NULL;

  kumoji_csv_writer_add_row (out, cells, G_N_ELEMENTS (cells));
  written = g_string_free (out, FALSE);
  g_assert_cmpstr (written, ==, row);
  sheet = read_text (written);
  g_assert_cmpuint (kumoji_csv_sheet_get_n_cells (sheet, 0), ==, 2);
  g_assert_cmpstr (kumoji_csv_sheet_get (sheet, 0, 1), ==, cell);
}

static void
test_writer (void)
{
  assert_writes ("a", "a");
  assert_writes ("", "");
  assert_writes (" a", "\" a\"");
  assert_writes ("a,b", "\"a,b\"");
  assert_writes ("a;b", "\"a;b\"");
  assert_writes ("say \"a\"", "\"say \"\"a\"\"\"");
  assert_writes ("a\nb\r\nc\rd", "\"a\nb\r\nc\rd\"");
  /* formulas */
  assert_writes ("=1+1", "'=1+1");
  assert_writes ("@SUM(A1)", "'@SUM(A1)");
  assert_writes ("-a", "'-a");
  assert_writes ("+81-3-1234", "'+81-3-1234");
  assert_writes ("\t=1", "\"'\t=1\"");
  assert_writes ("\r=1", "\"'\r=1\"");
  assert_writes ("=\"a\"", "\"'=\"\"a\"\"\"");
  assert_writes ("-", "'-");
  assert_writes ("-1.", "'-1.");
  assert_writes ("-1e5", "'-1e5");
  /* numbers */
  assert_writes ("-5", "-5");
  assert_writes ("+0.25", "+0.25");
  assert_writes ("1234", "1234");
  /* what looks guarded already */
  assert_writes ("'=1", "''=1");
  assert_writes ("'-5", "''-5");
  assert_writes ("''@a", "'''@a");
  assert_writes ("'a", "'a");
  assert_writes ("'", "'");
}

/* Cells of all that has a meaning in a sheet, in any order. */
static void
test_random (void)
{
  static const char *const pieces[] = { "\"", ",", "\r", "\n", ";", "\t", "'",  "=", "-",
                                        "+",  "@", "1",  ".",  " ", "a",  "資", "𠮷" };

  for (guint round = 0; round < 2000; round++)
    {
      GString *out = kumoji_csv_writer_new ();
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (KumojiCsvSheet) sheet = NULL;
      g_autofree char *written = NULL;

      g_ptr_array_add (cells, g_strdup ("a"));
      for (guint i = 0; i < 5; i++)
        {
          GString *cell = g_string_new (NULL);
          for (int left = g_test_rand_int_range (0, 8); left > 0; left--)
            g_string_append (cell, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          g_ptr_array_add (cells, g_string_free (cell, FALSE));
        }
      kumoji_csv_writer_add_row (out, (const char *const *) cells->pdata, cells->len);
      written = g_string_free (out, FALSE);
      sheet = read_text (written);
      g_assert_cmpuint (kumoji_csv_sheet_get_n_rows (sheet), ==, 1);
      g_assert_cmpuint (kumoji_csv_sheet_get_n_cells (sheet, 0), ==, cells->len);
      for (guint i = 0; i < cells->len; i++)
        g_assert_cmpstr (kumoji_csv_sheet_get (sheet, 0, i), ==, cells->pdata[i]);
    }
}

static void
test_column_names (void)
{
  static const char *const names[] = { "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA" };
  static const guint columns[] = { 0, 25, 26, 51, 52, 701, 702 };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *name = kumoji_csv_column_name (columns[i]);
      g_assert_cmpstr (name, ==, names[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  g_test_add_func ("/csv/rows", test_rows);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/delimiters", test_delimiters);
  g_test_add_func ("/csv/encodings", test_encodings);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv/broken/%u", i);
      g_test_add_data_func (path, &broken[i], test_broken);
    }
  g_test_add_func ("/csv/bounds", test_bounds);
  g_test_add_func ("/csv/cancel", test_cancel);
  g_test_add_func ("/csv/load", test_load);
  g_test_add_func ("/csv/writer", test_writer);
  g_test_add_func ("/csv/random", test_random);
  g_test_add_func ("/csv/column-names", test_column_names);
  return g_test_run ();
}
