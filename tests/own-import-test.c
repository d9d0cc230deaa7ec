/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checklists from files: catalogs, sheets, and the folder in which a user keeps them. */
#include <glib/gstdio.h>
#include <string.h>

#include "files/kumoji-catalog-shelf.h"
#include "files/kumoji-guard.h"
#include "files/kumoji-project-file.h"
#include "rules/kumoji-check.h"

#define TEXT "{\"ja\": \"あ\", \"en\": \"a\"}"
#define HEAD "\"format\": \"kumoji-catalog\", \"version\": 1, \"id\": \"own-1\", "
#define ITEM(id) "{\"id\": \"" id "\", \"title\": " TEXT ", \"question\": " TEXT "}"
#define SECTIONS(items)                                                                            \
  "\"sections\": [{\"id\": \"A\", \"title\": " TEXT ", \"items\": [" items "]}]"
#define CATALOG(kind, items)                                                                       \
  "{" HEAD "\"kind\": \"" kind "\", \"subject\": \"company\", \"title\": " TEXT                    \
  ", " SECTIONS (items) "}"

static KumojiCatalogImport *
import_json (const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));

  return kumoji_catalog_import_new_from_json (bytes, "c.json", error);
}

typedef struct
{
  const char *json;
  const char *message; /* how it begins */
} Broken;

static const Broken broken[] = {
  { CATALOG ("checklist", ITEM ("1") "," ITEM ("1")), "c.json: sections[0].items[1].id: " },
  { CATALOG ("riddle", ITEM ("1")), "c.json: kind: “riddle” is not known; it must be one of " },
  { CATALOG ("checklist", ""), "c.json: sections: " },
  { CATALOG ("checklist", "{\"id\": \"1\"}"), "c.json: sections[0].items[0].title: is missing" },
  { CATALOG ("checklist", "{\"id\": \"1\", \"title\": {\"en\": \"\"}}"),
    "c.json: sections[0].items[0].title: is missing" },
  { CATALOG ("checklist",
             "{\"id\": 99999999999999999999, \"title\": " TEXT ", \"question\": " TEXT "}"),
    "c.json: sections[0].items[0].id: must not be the number 99999999999999999999" },
  { CATALOG ("impact", ITEM ("1")), "c.json: impacts: " },
  { "{\"format\": \"kumoji-project\", \"version\": 1}",
    "c.json: format: must be “kumoji-catalog”" },
  { "{" HEAD "\"id\": \"twice\"}", "" },
  { "{\"format\": \"kumoji-catalog\", \"version\": 2}", "c.json: version: " },
  { "[]", "c.json: /: " },
  { "section,number\n", "" },
  { "", "" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KumojiCatalogImport) import = import_json (broken[i].json, &error);

      g_assert_null (import);
      g_assert_nonnull (error);
      g_assert_true (error->domain == KUMOJI_CATALOG_ERROR || error->domain == KUMOJI_GUARD_ERROR);
      if (!g_str_has_prefix (error->message, broken[i].message))
        g_error ("“%s” does not begin with “%s”", error->message, broken[i].message);
    }
}

/* What a catalog may say and no record may hold. */
static void
test_long (void)
{
  g_autofree char *title = g_strnfill (1001, 'x');
  g_autofree char *item = g_strdup_printf ("{\"id\": \"1\", \"title\": {\"en\": \"%s\"}, "
                                           "\"question\": " TEXT "}",
                                           title);
  g_autofree char *json =
    g_strdup_printf ("{" HEAD "\"kind\": \"checklist\", \"subject\": \"company\", \"title\": " TEXT
                     ", \"sections\": [{\"id\": \"A\", \"title\": " TEXT ", \"items\": [%s]}]}",
                     item);
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiCatalogImport) import = import_json (json, &error);

  g_assert_null (import);
  g_assert_cmpstr (error->message, ==,
                   "c.json: sections[0].items[0].title.en: is longer than 1,000 characters");
}

/* What we do not know is kept, to the last digit. */
static void
test_whole (void)
{
  static const char json[] =
    "{" HEAD "\"kind\": \"practice\", \"subject\": \"service\", \"weight\": 99.70, "
    "\"see-also\": [\"own-1/1\"], \"title\": {\"ja\": \"<b>太字</b> & 𠮷\"}, "
    "\"sections\": [{\"id\": \"A\", \"title\": " TEXT
    ", \"items\": [{\"id\": \"1\", \"title\": " TEXT
    ", \"question\": {\"en\": \"<span foreground='red'>Is it?</span>\"}, \"points\": 1e400}]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiCatalogImport) import = import_json (json, &error);

  g_assert_no_error (error);
  g_autoptr (GBytes) bytes = kumoji_own_catalog_to_bytes (import->catalog);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "\"weight\": 99.70,"));
  g_assert_nonnull (strstr (text, "\"points\": 1e400"));
  g_assert_true (
    g_str_has_prefix (text, "{\n  \"format\": \"kumoji-catalog\",\n  \"version\": 1,"));

  /* Written and read again it is the same file. */
  g_autoptr (KumojiCatalogImport) again =
    kumoji_catalog_import_new_from_json (bytes, "d.json", &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) second = kumoji_own_catalog_to_bytes (again->catalog);
  g_assert_true (g_bytes_equal (bytes, second));

  /* Letters that are markup elsewhere are letters here, and the missing language is marked. */
  g_autoptr (KumojiCatalog) catalog = kumoji_own_catalog_read (import->catalog);
  KumojiItem *item = kumoji_catalog_get_item (catalog, "1");
  g_assert_cmpstr (kumoji_catalog_get_title (catalog, KUMOJI_LANGUAGE_EN), ==, "<b>太字</b> & 𠮷");
  g_assert_cmpstr (kumoji_item_get_question (item, KUMOJI_LANGUAGE_JA), ==,
                   "<span foreground='red'>Is it?</span>");
  g_assert_true (kumoji_item_lacks (item, KUMOJI_LANGUAGE_JA));
}

static char *
dup_large (guint n)
{
  GString *items = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (items,
                            "%s{\"id\": \"%u\", \"title\": " TEXT ", \"question\": " TEXT "}",
                            i > 0 ? ", " : "", i + 1);
  g_autofree char *all = g_string_free (items, FALSE);
  return g_strdup_printf ("{" HEAD "\"kind\": \"checklist\", \"subject\": \"company\", "
                          "\"title\": " TEXT ", \"sections\": [{\"id\": \"A\", \"title\": " TEXT
                          ", \"items\": [%s]}]}",
                          all);
}

static void
test_large (void)
{
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  g_autofree char *large = dup_large (5000);
  g_autofree char *too_large = dup_large (KUMOJI_CATALOG_MAX_ITEMS + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiCatalogImport) import = import_json (large, &error);

  g_assert_no_error (error);
  kumoji_own_edit_embed (project, import->catalog);
  KumojiCatalog *catalog =
    kumoji_library_get_catalog (kumoji_project_get_library (project), "own-1");
  g_assert_cmpuint (kumoji_catalog_get_items (catalog)->len, ==, 5000);
  g_autoptr (GPtrArray) problems =
    kumoji_check_project (kumoji_project_get_library (project), project);
  g_assert_cmpuint (problems->len, ==, 0);

  g_assert_null (import_json (too_large, &error));
  g_assert_cmpstr (error->message, ==,
                   "c.json: sections[0].items: a checklist may hold 10000 items and sections at "
                   "most; split it in several");
}

static KumojiCatalogImport *
import_sheet (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (KumojiCsvSheet) sheet = kumoji_csv_sheet_new (bytes, NULL, error);

  g_assert_nonnull (sheet);
  return kumoji_catalog_import_new_from_sheet (sheet, "社内点検", error);
}

static const char *
text_of (KumojiRecord *record, const char *field, const char *language)
{
  return kumoji_record_get_text (kumoji_record_get_record (record, field), language);
}

static void
test_sheet (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiCatalogImport) import =
    import_sheet ("ヒント,質問,担当,番号,区分,題名\n"
                  "台帳で見る,責任者を決めていますか,総務,1-1,体制,責任者\n"
                  ",手順書がありますか,,1-2,,\n"
                  "\n"
                  ",\"<b>復元</b>を\n試しましたか\",,2-1,備え,復元の試し\n"
                  ",同じ番号,,1-1,備え,\n"
                  ",番号がない,,,備え,\n"
                  "説明だけ,,,2-2,備え,\n"
                  ",空白,,2 3,備え,\n",
                  &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kumoji_own_catalog_count_items (import->catalog), ==, 3);
  KumojiList *sections = kumoji_own_catalog_get_sections (import->catalog);
  g_assert_cmpuint (kumoji_list_get_length (sections), ==, 2);
  g_assert_cmpstr (text_of (kumoji_list_get (sections, 1), "title", "ja"), ==, "備え");
  KumojiRecord *first = kumoji_own_catalog_find_item (import->catalog, "1-1");
  g_assert_cmpstr (text_of (first, "title", "ja"), ==, "責任者");
  g_assert_cmpstr (text_of (first, "question", "ja"), ==, "責任者を決めていますか");
  g_assert_cmpstr (text_of (first, "hint", "ja"), ==, "台帳で見る");
  g_assert_cmpstr (text_of (first, "title", "en"), ==, "");
  KumojiRecord *second = kumoji_own_catalog_find_item (import->catalog, "1-2");
  g_assert_cmpstr (text_of (second, "title", "ja"), ==, "手順書がありますか");
  g_assert_cmpstr (text_of (kumoji_own_catalog_find_item (import->catalog, "2-1"), "question",
                            "ja"),
                   ==, "<b>復元</b>を\n試しましたか");

  /* Each row that is left out, as the spreadsheet numbers it, and why. */
  static const guint rows[] = { 6, 7, 8, 9 };
  static const char *const reasons[] = { "the number 1-1 stands twice", "it has no number",
                                         "it has neither a title nor a question",
                                         "“2 3” is no number" };
  g_assert_cmpuint (import->refused->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KumojiRefusedRow *refused = import->refused->pdata[i];
      g_assert_cmpuint (refused->row, ==, rows[i]);
      g_assert_true (g_str_has_prefix (refused->reason, reasons[i]));
    }
  g_assert_cmpuint (g_strv_length (import->unused), ==, 1);
  g_assert_cmpstr (import->unused[0], ==, "担当");

  /* One step in the project, and sound there. */
  g_autoptr (KumojiProject) project = kumoji_project_new ();
  kumoji_own_edit_embed (project, import->catalog);
  g_autoptr (GPtrArray) problems =
    kumoji_check_project (kumoji_project_get_library (project), project);
  g_assert_cmpuint (problems->len, ==, 0);
  kumoji_history_undo (kumoji_project_get_history (project));
  g_assert_false (kumoji_history_can_undo (kumoji_project_get_history (project)));
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_catalogs (project)), ==, 0);
  kumoji_history_redo (kumoji_project_get_history (project));
  g_assert_cmpuint (kumoji_list_get_length (kumoji_project_get_catalogs (project)), ==, 1);
}

static void
test_sheet_in_english (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiCatalogImport) import =
    import_sheet ("Question\nIs somebody in charge?\nIs there a plan?\n", &error);

  g_assert_no_error (error);
  KumojiRecord *second = kumoji_own_catalog_find_item (import->catalog, "2");
  g_assert_cmpstr (text_of (second, "question", "en"), ==, "Is there a plan?");
  g_assert_cmpstr (text_of (second, "question", "ja"), ==, "");
  g_assert_cmpstr (text_of (kumoji_record_get_parent (second), "title", "en"), ==, "General");
  g_assert_cmpuint (import->refused->len, ==, 0);
}

static void
test_sheet_refused (void)
{
  static const char *const sheets[][2] = {
    { "who,when\na,b\n", "its first row must name the columns" },
    { "number,question\n", "no question stands below its first row" },
    { "number,question\n,Is it?\n", "no row of it can be used; row 2: it has no number" },
  };
  g_autoptr (GString) large = g_string_new ("question\n");

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (import_sheet (sheets[i][0], &error));
      g_assert_true (g_str_has_prefix (error->message, sheets[i][1]));
    }
  for (guint i = 0; i <= KUMOJI_CATALOG_MAX_ITEMS; i++)
    g_string_append (large, "Is it?\n");
  g_autoptr (GError) error = NULL;
  g_assert_null (import_sheet (large->str, &error));
  g_assert_error (error, KUMOJI_CSV_ERROR, KUMOJI_CSV_ERROR_SIZE);
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A broken file is told, and hides no other one. */
static void
test_shelf (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kumoji-shelf-XXXXXX", NULL);
  static const char *const names[] = { "a.json", "b.json", "c.json", "notes.txt", ".d.json" };

  write_file (folder, "c.json", CATALOG ("checklist", ITEM ("1")));
  write_file (folder, "b.json", "{");
  write_file (folder, "a.json", CATALOG ("checklist", ITEM ("1") "," ITEM ("1")));
  write_file (folder, "notes.txt", "no checklist");
  write_file (folder, ".d.json", "{");
  g_autoptr (GPtrArray) shelved = kumoji_catalog_shelf_read (folder, NULL);
  g_assert_cmpuint (shelved->len, ==, 3);
  const KumojiShelved *first = shelved->pdata[0];
  const KumojiShelved *second = shelved->pdata[1];
  const KumojiShelved *third = shelved->pdata[2];
  g_assert_null (first->catalog);
  g_assert_true (g_str_has_prefix (first->problem, "a.json: sections[0].items[1].id: "));
  g_assert_true (g_str_has_prefix (second->problem, "b.json: "));
  g_assert_null (third->problem);
  g_assert_cmpstr (kumoji_record_get_id (third->catalog), ==, "own-1");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_autoptr (GPtrArray) none = kumoji_catalog_shelf_read (folder, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-import/broken", test_broken);
  g_test_add_func ("/own-import/long", test_long);
  g_test_add_func ("/own-import/whole", test_whole);
  g_test_add_func ("/own-import/large", test_large);
  g_test_add_func ("/own-import/sheet", test_sheet);
  g_test_add_func ("/own-import/sheet-in-english", test_sheet_in_english);
  g_test_add_func ("/own-import/sheet-refused", test_sheet_refused);
  g_test_add_func ("/own-import/shelf", test_shelf);
  return g_test_run ();
}
