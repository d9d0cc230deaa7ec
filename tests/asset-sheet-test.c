/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Test of the asset sheet: what a sheet makes of the register, row by row, and the exact way back.
 */
#include "files/kumoji-asset-sheet.h"

#include <string.h>

#include "catalog/kumoji-language.h"
#include "files/kumoji-asset-import.h"

#define MANY 10000

static KumojiAssetImport *
work_out_bytes (KumojiProject *project, GBytes *file, GError **error)
{
  g_autoptr (KumojiCsvSheet) sheet = kumoji_csv_sheet_new (file, NULL, error);

  return sheet != NULL ? kumoji_asset_import_new (sheet, project, NULL, NULL, NULL, error) : NULL;
}

static KumojiAssetImport *
work_out (KumojiProject *project, const char *text)
{
  g_autoptr (GBytes) file = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KumojiAssetImport *import = work_out_bytes (project, file, &error);

  g_assert_no_error (error);
  return import;
}

static void
assert_bytes (KumojiProject *project, GBytes *expected)
{
  g_autoptr (GBytes) bytes = kumoji_project_to_bytes (project);

  g_assert_true (g_bytes_equal (bytes, expected));
}

/* One step, that undo takes back and redo does again. */
static void
take (KumojiAssetImport *import, KumojiProject *project)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (GBytes) before = kumoji_project_to_bytes (project), after = NULL;
  guint64 point = kumoji_history_get_point (history);

  kumoji_asset_import_take (import, project);
  g_assert_cmpstr (kumoji_history_get_undo_name (history), ==, "Import information assets");
  after = kumoji_project_to_bytes (project);
  kumoji_history_undo (history);
  g_assert_cmpuint (kumoji_history_get_point (history), ==, point);
  assert_bytes (project, before);
  kumoji_history_redo (history);
  assert_bytes (project, after);
}

static void
import_text (KumojiProject *project, const char *text)
{
  g_autoptr (KumojiAssetImport) import = work_out (project, text);

  g_assert_cmpuint (kumoji_asset_import_count (import, KUMOJI_IMPORT_REFUSED), ==, 0);
  take (import, project);
}

static KumojiRecord *
get_asset (KumojiProject *project, guint position)
{
  return kumoji_list_get (kumoji_project_get_assets (project), position);
}

static void
assert_text (KumojiProject *project, guint position, const char *field, const char *expected)
{
  g_assert_cmpstr (kumoji_record_get_text (get_asset (project, position), field), ==, expected);
}

static void
assert_length (KumojiProject *project, guint n)
{
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_assets (project)), ==, n);
}

/* What is refused, a line each: the row's number and why. */
static char *
list_refused (KumojiAssetImport *import)
{
  GPtrArray *rows = kumoji_asset_import_get_rows (import);
  GString *refused = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const KumojiImportRow *row = rows->pdata[i];
      if (kumoji_import_row_is_refused (row))
        g_string_append_printf (refused, "%u: %s\n", row->number, row->detail);
    }
  return g_string_free (refused, FALSE);
}

static void
assert_refused (KumojiProject *project, const char *text, const char *expected)
{
  g_autoptr (KumojiAssetImport) import = work_out (project, text);
  g_autofree char *refused = list_refused (import);

  g_assert_cmpstr (refused, ==, expected);
}

static void
test_values (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  import_text (
    project, "件数,管理番号,資産,１件の価値（円）,ランク,原本／控え,Personal data,class,rank of \n"
             "３００,A-001,顧客台帳,\"￥150,000\",Ａ：重大,原本,Contained,information\n"
             " 1 200 ,A-002,\"a\nb\",\"50,000円\",b,Copy,ｃｏｎｔａｉｎｅｄ,ソフトウェア\n"
             ",A-003\n");
  assert_length (project, 3);
  g_assert_cmpint (kumoji_record_get_integer (get_asset (project, 0), "count"), ==, 300);
  g_assert_cmpint (kumoji_record_get_integer (get_asset (project, 0), "unit-value"), ==, 150000);
  assert_text (project, 0, "name", "顧客台帳");
  assert_text (project, 0, "rank", "a");
  assert_text (project, 0, "original", "original");
  assert_text (project, 0, "personal-data", "contained");
  assert_text (project, 0, "class", "information");
  g_assert_cmpint (kumoji_record_get_integer (get_asset (project, 1), "count"), ==, 1200);
  g_assert_cmpint (kumoji_record_get_integer (get_asset (project, 1), "unit-value"), ==, 50000);
  assert_text (project, 1, "name", "a\nb");
  assert_text (project, 1, "rank", "b");
  assert_text (project, 1, "original", "copy");
  assert_text (project, 1, "personal-data", "contained");
  assert_text (project, 1, "class", "software");
  g_assert_cmpint (kumoji_record_get_integer (get_asset (project, 2), "count"), ==, 0);
}

static void
test_heading (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autoptr (KumojiAssetImport) import =
    work_out (project, "Our register,,\n,,\nAsset,Price,,CONTROL  NUMBER,unit-value\n"
                       "Ledger,12,x,A-1,5\n");
  const char *const *unknown = kumoji_asset_import_get_unknown (import);
  const KumojiImportRow *row = kumoji_asset_import_get_rows (import)->pdata[0];

  g_assert_cmpuint (g_strv_length ((char **) unknown), ==, 1);
  g_assert_cmpstr (unknown[0], ==, "Price");
  g_assert_cmpuint (row->number, ==, 4);
  g_assert_cmpstr (row->title, ==, "A-1 Ledger");
  take (import, project);
  assert_text (project, 0, "number", "A-1");
  g_assert_cmpint (kumoji_record_get_integer (get_asset (project, 0), "unit-value"), ==, 5);
}

static void
assert_no_heading (const char *text, const char *begins)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autoptr (GBytes) file = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (work_out_bytes (project, file, &error));
  g_assert_error (error, KUMOJI_ASSET_IMPORT_ERROR, KUMOJI_ASSET_IMPORT_ERROR_HEADING);
  g_assert_true (g_str_has_prefix (error->message, begins));
}

static void
test_no_heading (void)
{
  assert_no_heading ("a,b\nc,d\n", "no row names the columns of the register; ");
  assert_no_heading ("Asset,資産\nc,d\n", "row 1: two columns say “資産”; ");
}

static void
test_refused (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  assert_refused (project,
                  "Control number,Asset,Count,Value per record,Original or copy,Price\n"
                  "A-1,Ledger,many,1,,\n"
                  "A-2,Ledger,-1,1.5,Twin,\n"
                  "A-3,Ledger,1,1,,,x\n"
                  "\n"
                  ",,,,,12\n"
                  "A-4,Ledger,4,2305843009213693952,,\n"
                  "A-5,Ledger,4,99999999999999999999,,\n"
                  "A-6,Ledger,4,5,,\n",
                  "2: Count: “many” is no whole number\n"
                  "3: Count: must not be negative; Value per record: “1.5” is no whole number; "
                  "Original or copy: “Twin” is not one of its choices (Original, Copy)\n"
                  "4: it has more cells than the heading; put quotation marks around a cell that "
                  "holds a comma\n"
                  "6: it says nothing in the columns of the register\n"
                  "7: value per record × count is too large a number\n"
                  "8: Value per record: “99999999999999999999” is no whole number\n");
}

static void
test_too_long (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autofree char *long_number = g_strnfill (41, 'n');
  g_autofree char *text = g_strconcat ("Control number,Asset\n", long_number, ",a\n", NULL);

  assert_refused (project, text, "2: Control number: is longer than 40 characters\n");
}

static void
test_update (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiRecord *ledger;

  import_text (project, "number,name,count,note\nA-1,Ledger,5,keep\nA-2,Contracts,6,\n");
  ledger = get_asset (project, 0);
  g_autofree char *id = g_strdup (kumoji_record_get_id (ledger));
  g_autoptr (KumojiAssetImport) import =
    work_out (project, "number,name,count\nA-2,Contracts,6\nA-1,Ledgers,7\nA-3,Recipes,1\n");
  GPtrArray *rows = kumoji_asset_import_get_rows (import);

  g_assert_cmpuint (kumoji_asset_import_count (import, KUMOJI_IMPORT_SAME), ==, 1);
  g_assert_cmpuint (kumoji_asset_import_count (import, KUMOJI_IMPORT_CHANGED), ==, 1);
  g_assert_cmpuint (kumoji_asset_import_count (import, KUMOJI_IMPORT_NEW), ==, 1);
  g_assert_cmpstr (((KumojiImportRow *) rows->pdata[1])->detail, ==,
                   "Asset: Ledger → Ledgers · Count: 5 → 7");
  take (import, project);
  assert_length (project, 3);
  /* The same record in the same place; what the sheet has no column for stays. */
  g_assert_true (get_asset (project, 0) == ledger);
  g_assert_cmpstr (kumoji_record_get_id (ledger), ==, id);
  assert_text (project, 0, "name", "Ledgers");
  assert_text (project, 0, "note", "keep");
  assert_text (project, 2, "number", "A-3");
  /* An empty cell empties the field, and the id goes before the number. */
  g_autofree char *text = g_strdup_printf ("id,number,note\n%s,A-9,\n", id);
  import_text (project, text);
  assert_text (project, 0, "number", "A-9");
  assert_text (project, 0, "note", "");
}

static void
test_same (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);

  import_text (project, "number,name\nA-1,Ledger\n");
  guint64 point = kumoji_history_get_point (history);
  g_autoptr (KumojiAssetImport) import = work_out (project, "number,name\nA-1,Ledger\n");
  kumoji_asset_import_take (import, project);
  g_assert_cmpuint (kumoji_history_get_point (history), ==, point);
}

static void
test_twins (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  /* Two without a number are two assets. */
  import_text (project, "number,name\nA-1,Ledger\n,a\n,b\n");
  assert_refused (project, "number,name\nA-1,Ledger 2\nA-1,Ledger 3\nA-2,c\nA-2,d\n",
                  "3: row 2 is about the same asset; leave one of them out, or give this one "
                  "another control number and no id\n"
                  "5: row 4 is about the same asset; leave one of them out, or give this one "
                  "another control number and no id\n");
  /* With ids of their own, two may have one number; without, it is not clear which is meant. */
  import_text (project, "id,number,name\nx,A-7,c\ny,A-7,d\n");
  assert_length (project, 5);
  assert_refused (project, "number,name\nA-7,e\n",
                  "2: several assets of the register have the control number “A-7”; give each its "
                  "own first\n");
}

static void
test_copies (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();

  import_text (project, "number,copy-of\nA-2,A-1\nA-1,\nA-3,A-2\n");
  assert_text (project, 0, "copy-of", kumoji_record_get_id (get_asset (project, 1)));
  assert_text (project, 2, "copy-of", kumoji_record_get_id (get_asset (project, 0)));
  assert_refused (project,
                  "number,count,copy-of\nB-1,,B-2\nB-2,,B-3\nB-3,,B-9\nB-4,,B-4\nB-5,x,\nB-6,,B-5\n"
                  "B-7,,A-1\n",
                  "2: Copy of: row 3, of which it is a copy, is refused\n"
                  "3: Copy of: row 4, of which it is a copy, is refused\n"
                  "4: Copy of: there is no asset “B-9” in the register or among the rows that come "
                  "in\n"
                  "5: Copy of: an asset is no copy of itself\n"
                  "6: Count: “x” is no whole number\n"
                  "7: Copy of: there is no asset “B-5” in the register or among the rows that come "
                  "in\n");
  /* The number that an asset gets counts, not the one that it had. */
  g_autofree char *text = g_strdup_printf ("id,number,copy-of\n%s,C-1,\n,C-2,C-1\n",
                                           kumoji_record_get_id (get_asset (project, 1)));
  import_text (project, text);
  assert_text (project, 3, "copy-of", kumoji_record_get_id (get_asset (project, 1)));
}

/* Any values that the table takes, each asset after the first one a copy of one before it. */
static KumojiProject *
make_register (guint n)
{
  static const char *const pieces[] = { "=1+1", "-5", "'",  "\"", ",",  "\n", "\r\n",  "@x",
                                        "A-",   "顧", "𠮷", " ",  "\t", ";",  "+81-3", "9" };
  KumojiProject *project = kumoji_project_new ();
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *assets = kumoji_project_get_assets (project);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KumojiRecord) asset = g_object_new (KUMOJI_TYPE_ASSET, NULL);
      guint n_fields;
      const KumojiField *fields = kumoji_record_get_fields (asset, &n_fields);

      kumoji_history_insert (history, assets, i, asset);
      for (guint f = 1; f < n_fields; f++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          for (int left = g_test_rand_int_range (0, 5); left > 0; left--)
            g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          if (fields[f].refers_to != NULL)
            g_string_assign (text,
                             i > 0 ? kumoji_record_get_id (
                               kumoji_list_get (assets, (guint) g_test_rand_int_range (0, (int) i)))
                                   : "");
          if (fields[f].type == KUMOJI_FIELD_INTEGER)
            kumoji_history_set_integer (history, asset, fields[f].name,
                                        g_test_rand_int () % 99999 & 0xffff);
          else
            g_assert_true (kumoji_history_set_text (history, asset, fields[f].name,
                                                    fields[f].type == KUMOJI_FIELD_CHOICE
                                                      ? fields[f].choices[i % 2].id
                                                      : text->str));
        }
    }
  return project;
}

static void
test_round_trip (gconstpointer data)
{
  KumojiLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (KumojiProject) project = make_register (60), other = kumoji_project_new ();
  g_autoptr (GBytes) sheet = kumoji_asset_sheet_compose (project, language);
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiAssetImport) import = work_out_bytes (other, sheet, &error);
  g_autofree char *refused = NULL;
  guint n_fields;

  g_assert_no_error (error);
  refused = list_refused (import);
  g_assert_cmpstr (refused, ==, "");
  take (import, other);
  assert_length (other, 60);
  for (guint i = 0; i < 60; i++)
    {
      KumojiRecord *a = get_asset (project, i), *b = get_asset (other, i);
      const KumojiField *fields = kumoji_record_get_fields (a, &n_fields);
      for (guint f = 0; f < n_fields; f++)
        g_assert_true (kumoji_field_values_equal (&fields[f], kumoji_record_get_value_at (a, f),
                                                  kumoji_record_get_value_at (b, f)));
    }
  g_autoptr (GBytes) again = kumoji_asset_sheet_compose (other, language);
  g_assert_true (g_bytes_equal (sheet, again));
  /* And nothing would change where all of it is there already. */
  g_autoptr (KumojiAssetImport) same = work_out_bytes (project, sheet, &error);
  g_assert_cmpuint (kumoji_asset_import_count (same, KUMOJI_IMPORT_SAME), ==, 60);
}

static void
progress_cb (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static GBytes *
make_many (void)
{
  GString *text = g_string_new ("管理番号,資産,区分,件数,1件の価値,ランク,控えの元,備考\n");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "N-%05u,台帳 %u,個人情報,%u,\"1,500\",A：重大,%s,=1+%u\n", i, i,
                            i % 700, i > 0 ? "N-00000" : "", i);
  return g_string_free_to_bytes (text);
}

static void
test_many (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autoptr (GBytes) file = make_many (), composed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiCsvSheet) sheet = NULL;
  g_autoptr (KumojiAssetImport) import = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  double read, worked, last = 0;

  sheet = kumoji_csv_sheet_new (file, NULL, &error);
  g_assert_no_error (error);
  read = g_timer_elapsed (timer, NULL);
  import = kumoji_asset_import_new (sheet, project, progress_cb, &last, NULL, &error);
  g_assert_no_error (error);
  worked = g_timer_elapsed (timer, NULL);
  g_assert_cmpfloat (last, >, 0.9);
  g_assert_cmpuint (kumoji_asset_import_count (import, KUMOJI_IMPORT_NEW), ==, MANY);
  g_timer_start (timer);
  kumoji_asset_import_take (import, project);
  g_test_message ("10,000 rows: read in %.1f ms, worked out in %.1f ms, taken in %.1f ms",
                  read * 1e3, (worked - read) * 1e3, g_timer_elapsed (timer, NULL) * 1e3);
  assert_length (project, MANY);
  assert_text (project, MANY - 1, "copy-of", kumoji_record_get_id (get_asset (project, 0)));
  g_timer_start (timer);
  composed = kumoji_asset_sheet_compose (project, KUMOJI_LANGUAGE_JA);
  g_test_message ("composed in %.1f ms", g_timer_elapsed (timer, NULL) * 1e3);
  g_autoptr (KumojiAssetImport) same = work_out_bytes (project, composed, &error);
  g_assert_cmpuint (kumoji_asset_import_count (same, KUMOJI_IMPORT_SAME), ==, MANY);
}

static void
test_many_changed (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autoptr (GBytes) file = make_many ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiAssetImport) first = work_out_bytes (project, file, &error), second = NULL;
  g_autoptr (GString) text = g_string_new ("number,count\n");
  g_autoptr (GTimer) timer = NULL;

  take (first, project);
  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "N-%05u,%u\n", i, 1000 + i);
  second = work_out (project, text->str);
  g_assert_cmpuint (kumoji_asset_import_count (second, KUMOJI_IMPORT_CHANGED), ==, MANY);
  timer = g_timer_new ();
  kumoji_asset_import_take (second, project);
  g_test_message ("10,000 assets changed in %.1f ms", g_timer_elapsed (timer, NULL) * 1e3);
  g_assert_cmpint (kumoji_record_get_integer (get_asset (project, 7), "count"), ==, 1007);
}

static void
test_cancel (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autoptr (GBytes) file = make_many ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiCsvSheet) sheet = kumoji_csv_sheet_new (file, NULL, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (kumoji_asset_import_new (sheet, project, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  g_test_add_func ("/asset-sheet/values", test_values);
  g_test_add_func ("/asset-sheet/heading", test_heading);
  g_test_add_func ("/asset-sheet/no-heading", test_no_heading);
  g_test_add_func ("/asset-sheet/refused", test_refused);
  g_test_add_func ("/asset-sheet/too-long", test_too_long);
  g_test_add_func ("/asset-sheet/update", test_update);
  g_test_add_func ("/asset-sheet/same", test_same);
  g_test_add_func ("/asset-sheet/twins", test_twins);
  g_test_add_func ("/asset-sheet/copies", test_copies);
  g_test_add_data_func ("/asset-sheet/round-trip/ja", GINT_TO_POINTER (KUMOJI_LANGUAGE_JA),
                        test_round_trip);
  g_test_add_data_func ("/asset-sheet/round-trip/en", GINT_TO_POINTER (KUMOJI_LANGUAGE_EN),
                        test_round_trip);
  g_test_add_func ("/asset-sheet/many", test_many);
  g_test_add_func ("/asset-sheet/many-changed", test_many_changed);
  g_test_add_func ("/asset-sheet/cancel", test_cancel);
  return g_test_run ();
}
