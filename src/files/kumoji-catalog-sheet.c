/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog sheet: a checklist in rows, as people keep them in a spreadsheet. */
#include "files/kumoji-catalog-import.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"

typedef enum
{
  COLUMN_SECTION,
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_QUESTION,
  COLUMN_HINT,
  N_COLUMNS
} Column;

/* What people write above them, in letters of one width and without capitals. */
static const char *const names[N_COLUMNS][8] = {
  [COLUMN_SECTION] = { "section", "区分", "セクション", "分類", "カテゴリ", "カテゴリー", "章" },
  [COLUMN_NUMBER] = { "number", "番号", "no", "no.", "id", "項番", "項目番号" },
  [COLUMN_TITLE] = { "title", "題名", "項目", "項目名", "タイトル", "見出し", "item" },
  [COLUMN_QUESTION] = { "question", "質問", "設問", "確認事項", "チェック項目", "確認内容",
                        "内容" },
  [COLUMN_HINT] = { "hint", "ヒント", "説明", "備考", "補足", "note" },
};

/* A sheet on its way into a catalog. */
typedef struct
{
  const KumojiCsvSheet *sheet;
  int columns[N_COLUMNS]; /* -1 for none */
  KumojiLanguage language;
  KumojiCatalogImport *import;
  KumojiHistory *history; /* of the draft */
  KumojiRecord *section;
  char *section_title;
  GHashTable *numbers;
} Sheet;

static int
find_column (const char *header)
{
  g_autofree char *folded = g_utf8_normalize (header, -1, G_NORMALIZE_NFKC);
  g_autofree char *name = g_utf8_strdown (folded != NULL ? folded : header, -1);

  g_strstrip (name);
  for (int i = 0; i < N_COLUMNS; i++)
    for (int j = 0; j < 8 && names[i][j] != NULL; j++)
      if (g_str_equal (names[i][j], name))
        return i;
  return -1;
}

static gboolean
read_header (Sheet *self, GError **error)
{
  g_autoptr (GStrvBuilder) unused = g_strv_builder_new ();

  for (int i = 0; i < N_COLUMNS; i++)
    self->columns[i] = -1;
  for (guint i = 0; i < kumoji_csv_sheet_get_n_cells (self->sheet, 0); i++)
    {
      const char *header = kumoji_csv_sheet_get (self->sheet, 0, i);
      int column = find_column (header);

      if (column >= 0 && self->columns[column] < 0)
        self->columns[column] = (int) i;
      else if (*header != '\0')
        g_strv_builder_add (unused, header);
    }
  if (self->columns[COLUMN_TITLE] < 0 && self->columns[COLUMN_QUESTION] < 0)
    {
      g_set_error_literal (error, KUMOJI_CSV_ERROR, KUMOJI_CSV_ERROR_SYNTAX,
                           _("its first row must name the columns: section, number, title, "
                              "question, hint; a question or a title at least"));
      return FALSE;
    }
  g_strfreev (self->import->unused);
  self->import->unused = g_strv_builder_end (unused);
  return TRUE;
}

static char *
dup_cell (const Sheet *self, guint row, Column column)
{
  int index = self->columns[column];

  return g_strstrip (
    g_strdup (index >= 0 ? kumoji_csv_sheet_get (self->sheet, row, (guint) index) : ""));
}

static gboolean
is_japanese (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    switch (g_unichar_get_script (g_utf8_get_char (text)))
      {
      case G_UNICODE_SCRIPT_HIRAGANA:
      case G_UNICODE_SCRIPT_KATAKANA:
      case G_UNICODE_SCRIPT_HAN:
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

/* A sheet is in one language: Japanese where any of its questions has a Japanese letter. */
static void
find_language (Sheet *self)
{
  guint n = kumoji_csv_sheet_get_n_rows (self->sheet);

  self->language = KUMOJI_LANGUAGE_EN;
  for (guint i = 1; i < n && self->language == KUMOJI_LANGUAGE_EN; i++)
    for (int j = COLUMN_TITLE; j < N_COLUMNS; j++)
      {
        g_autofree char *cell = dup_cell (self, i, j);
        if (is_japanese (cell))
          self->language = KUMOJI_LANGUAGE_JA;
      }
}

/* A row without a section stands in that of the row before. */
static void
enter_section (Sheet *self, const char *title)
{
  KumojiRecord *catalog = self->import->catalog;
  guint n = kumoji_list_get_length (kumoji_own_catalog_get_sections (catalog));

  if (self->section != NULL && (*title == '\0' || g_strcmp0 (title, self->section_title) == 0))
    return;
  if (*title == '\0')
    title = kumoji_phrase (self->language, N_("General"));
  g_free (self->section_title);
  self->section_title = g_strdup (title);
  self->section = kumoji_own_edit_add_section (self->history, catalog, n, self->language, title);
}

static gboolean
set_text (Sheet *self, KumojiRecord *item, const char *field, const char *text, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  return kumoji_history_set_value (self->history, kumoji_record_get_record (item, field),
                                   kumoji_language_get_code (self->language), &value, error);
}

/* What is wrong with a row's number; NULL for nothing. */
static char *
check_number (Sheet *self, const char *number)
{
  if (*number == '\0')
    return g_strdup (_("it has no number"));
  if (!kumoji_item_id_is_valid (number))
    return g_strdup_printf (_("“%.40s” is no number: no more than 40 characters, without blanks "
                               "and slashes"),
                            number);
  if (g_hash_table_contains (self->numbers, number))
    return g_strdup_printf (_("the number %s stands twice"), number);
  return NULL;
}

static void
add_item (Sheet *self, guint row, const char *number, const char *title, const char *question)
{
  g_autofree char *section = dup_cell (self, row, COLUMN_SECTION);
  g_autofree char *hint = dup_cell (self, row, COLUMN_HINT);
  const guint n_row = kumoji_csv_sheet_get_number (self->sheet, row);
  g_autoptr (GError) error = NULL;

  enter_section (self, section);
  KumojiList *items = kumoji_record_get_list (self->section, "items");
  guint n = kumoji_list_get_length (items);
  KumojiRecord *item =
    kumoji_own_edit_add_item (self->history, self->section, n, number, self->language, "");
  if (set_text (self, item, "title", *title != '\0' ? title : question, &error)
      && set_text (self, item, "question", *question != '\0' ? question : title, &error)
      && set_text (self, item, "hint", hint, &error))
    {
      g_hash_table_add (self->numbers, g_strdup (number));
      return;
    }
  kumoji_history_remove (self->history, items, n);
  kumoji_catalog_import_refuse (self->import, n_row,
                                g_strdup_printf (_("a text in it %s"), error->message));
}

static void
read_row (Sheet *self, guint row)
{
  g_autofree char *number = dup_cell (self, row, COLUMN_NUMBER);
  g_autofree char *title = dup_cell (self, row, COLUMN_TITLE);
  g_autofree char *question = dup_cell (self, row, COLUMN_QUESTION);
  char *reason;

  if (self->columns[COLUMN_NUMBER] < 0)
    {
      g_free (number);
      number = g_strdup_printf ("%u", row);
    }
  reason = check_number (self, number);
  if (reason == NULL && *title == '\0' && *question == '\0')
    reason = g_strdup (_("it has neither a title nor a question"));
  if (reason != NULL)
    kumoji_catalog_import_refuse (self->import, kumoji_csv_sheet_get_number (self->sheet, row),
                                  reason);
  else
    add_item (self, row, number, title, question);
}

static gboolean
read_rows (Sheet *self, GError **error)
{
  guint n = kumoji_csv_sheet_get_n_rows (self->sheet);

  if (n - 1 > KUMOJI_CATALOG_MAX_ITEMS)
    {
      g_set_error (error, KUMOJI_CSV_ERROR, KUMOJI_CSV_ERROR_SIZE,
                   _("a checklist may hold %d items and sections at most; split it in several"),
                   KUMOJI_CATALOG_MAX_ITEMS);
      return FALSE;
    }
  kumoji_history_begin (self->history, "");
  for (guint i = 1; i < n; i++)
    read_row (self, i);
  kumoji_history_end (self->history);
  if (g_hash_table_size (self->numbers) > 0)
    return TRUE;
  if (self->import->refused->len == 0)
    g_set_error_literal (error, KUMOJI_CSV_ERROR, KUMOJI_CSV_ERROR_EMPTY,
                         _("no question stands below its first row"));
  else
    {
      const KumojiRefusedRow *first = self->import->refused->pdata[0];
      g_set_error (error, KUMOJI_CSV_ERROR, KUMOJI_CSV_ERROR_EMPTY,
                   _("no row of it can be used; row %u: %s"), first->row, first->reason);
    }
  return FALSE;
}

static gboolean
read_sheet (Sheet *self, const char *title, GError **error)
{
  KumojiRecord *catalog = self->import->catalog;

  if (!read_header (self, error))
    return FALSE;
  find_language (self);
  kumoji_history_set_text (self->history, catalog, "kind", "checklist");
  kumoji_history_set_text (self->history, catalog, "subject", "company");
  return set_text (self, catalog, "title", title, error) && read_rows (self, error);
}

/**
 * kumoji_catalog_import_new_from_sheet:
 * @sheet: a sheet, whose first row names its columns in Japanese or English, in any order
 * @title: what the checklist shall be called
 * @error: return location for %KUMOJI_CSV_ERROR or %KUMOJI_FIELD_ERROR; its message is a sentence
 *   without the file's name
 *
 * A row is an item. Rows that cannot be one are left out, and told with the reason.
 *
 * Returns: (transfer full) (nullable): a checklist about the company, to be answered Yes or No; its
 *   id is free only by chance, see kumoji_own_dup_free_id()
 */
KumojiCatalogImport *
kumoji_catalog_import_new_from_sheet (const KumojiCsvSheet *sheet,
                                      const char *title,
                                      GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *id = g_strdup_printf ("own-%.8s", uuid);
  g_autoptr (KumojiCatalogImport) import = kumoji_catalog_import_new (kumoji_own_catalog_new (id));
  g_autoptr (KumojiHistory) history = kumoji_history_new ();
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Sheet self = { .sheet = sheet, .import = import, .history = history, .numbers = numbers };
  gboolean done = read_sheet (&self, title, error);

  g_free (self.section_title);
  return done ? g_steal_pointer (&import) : NULL;
}
