/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the glossary in a text: which are found, and which are only part of another word. */
#include <string.h>

#include "catalog/kumoji-glossary.h"

/* The text with what is found in brackets: what a reader would see marked. */
static char *
mark (const char *text, KumojiLanguage language)
{
  g_autoptr (GPtrArray) hits = kumoji_glossary_find (kumoji_library_get_default (), text, language);
  GString *marked = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const KumojiTermHit *hit = hits->pdata[i];
      g_assert_cmpuint (hit->start, >=, at);
      g_assert_cmpuint (hit->end, >, hit->start);
      g_assert_true (kumoji_catalog_get_item (hit->catalog, kumoji_item_get_id (hit->item))
                     == hit->item);
      g_string_append_len (marked, text + at, hit->start - at);
      g_string_append_printf (marked, "[%.*s]", (int) (hit->end - hit->start), text + hit->start);
      at = hit->end;
    }
  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

/* Each case is a marked text: the text itself is what is left without the brackets. */
static void
check (const char *const *cases, KumojiLanguage language)
{
  for (guint i = 0; cases[i] != NULL; i++)
    {
      g_auto (GStrv) opened = g_strsplit (cases[i], "[", -1);
      g_autofree char *joined = g_strjoinv ("", opened);
      g_auto (GStrv) closed = g_strsplit (joined, "]", -1);
      g_autofree char *text = g_strjoinv ("", closed);
      g_autofree char *marked = mark (text, language);
      g_assert_cmpstr (marked, ==, cases[i]);
    }
}

static void
test_english (void)
{
  static const char *const cases[] = {
    "",
    "Nothing to explain here.",
    /* each time, at the beginning, the end, and beside punctuation */
    "[Backups]: is a [backup] kept, and who checks the ([backup])? A [backup]",
    "the provider's [audit], “[audit]”",
    /* the longest, and no two over each other */
    "an [information asset register] of [information assets]",
    "[cloud service providers], [cloud services] and [cloud providers]",
    /* inside a word, behind a hyphen, beside a digit */
    "a blog, a backlog, a dialog box, patchwork and auditorium",
    "a log-in page, re-export, log2 and 2log",
    /* abbreviations by their case, other words by any */
    "the [SOC] of each PC, but soc and Soc",
    "[SLA], sla, [CLOUD SERVICE], and [Encryption]",
    "[My Number] is not my number",
    "[SaaS] is [SAAS], not saas",
    /* other letters are letters, too */
    "éaudit, auditß, [audit]…",
    NULL,
  };

  check (cases, KUMOJI_LANGUAGE_EN);
}

static void
test_japanese (void)
{
  static const char *const cases[] = {
    "",
    "説明する言葉はありません。",
    "[バックアップ]の[控え]と[ログ]を取り、[暗号化]します。",
    /* the longest */
    "[情報資産目録]に[情報資産]を書く。",
    /* katakana writes a compound as one word */
    "ログイン、プログラム、カタログ、ブログの[ログ]、イベントログ、半角のﾌﾟﾛｸﾞ",
    "[クラウドサービス]とクラウドサービスリスト",
    /* one kanji makes another word, more are words beside it */
    "権限者の[権限]、監査役の[監査]、暗号文、無権限",
    "[内部監査]実施計画、職務[権限]、[監査]又は[監査]等、各[監査]",
    "アクセス[権限]と[アクセス権]",
    /* a noun made of a verb, and the verb */
    "[控え]を取り、要点を控え、データの[書き出し]を試し、点を書き出します",
    "残る[リスクを受け入れ]る",
    /* Latin words in the text */
    "[SaaS]の[OS]、macOS、POSの[CSV]",
    "[段階 1]から[段階 2]へ。段階 12",
    NULL,
  };

  check (cases, KUMOJI_LANGUAGE_JA);
}

/* A hostile text is a text: nothing in it is markup, and no place in it is wrong. */
static void
test_hostile (void)
{
  static const char *const cases[] = {
    "<b>[audit]</b> & <a href=\"term:[audit]\">[SLA]</a> -",
    "--- [audit] - 👩‍👩‍👧[audit]\u202e[audit]",
    NULL,
  };
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autofree char *marked = mark (long_text, KUMOJI_LANGUAGE_EN);

  g_assert_cmpstr (marked, ==, long_text);
  check (cases, KUMOJI_LANGUAGE_EN);
}

/* Each word that is explained is found where it stands alone, and by the item that explains it: a
 * word that two items explain would lead to the wrong one. */
static void
test_every_term (void)
{
  KumojiLibrary *library = kumoji_library_get_default ();
  static const char *const names[] = { "glossary", "schemes" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      KumojiCatalog *catalog = kumoji_library_get_catalog (library, names[i]);
      GPtrArray *items = kumoji_catalog_get_items (catalog);
      for (guint j = 0; j < items->len; j++)
        for (int language = 0; language < KUMOJI_N_LANGUAGES; language++)
          {
            const char *const *terms = kumoji_item_get_terms (items->pdata[j], language);
            g_assert_nonnull (terms);
            for (guint k = 0; terms[k] != NULL; k++)
              {
                g_autoptr (GPtrArray) hits = kumoji_glossary_find (library, terms[k], language);
                g_assert_cmpuint (hits->len, ==, 1);
                const KumojiTermHit *hit = hits->pdata[0];
                g_assert_cmpuint (hit->end, ==, strlen (terms[k]));
                g_assert_true (hit->item == items->pdata[j] && hit->catalog == catalog);
                n++;
              }
          }
    }
  g_assert_cmpuint (n, >, 300);
}

/* Items of other catalogs explain no words. */
static void
test_no_terms (void)
{
  KumojiCatalog *catalog = kumoji_library_get_catalog (kumoji_library_get_default (), "ipa-guide");

  g_assert_null (
    kumoji_item_get_terms (kumoji_catalog_get_item (catalog, "1"), KUMOJI_LANGUAGE_JA));
}

static char *
refusal_of (const char *terms)
{
  g_autofree char *text = g_strdup_printf (
    "{\"format\": \"kumoji-catalog\", \"version\": 1, \"id\": \"own\", \"kind\": \"reference\", "
    "\"subject\": \"company\", \"title\": {\"ja\": \"題\", \"en\": \"Title\"}, "
    "\"short-title\": {\"ja\": \"題\", \"en\": \"Title\"}, "
    "\"description\": {\"ja\": \"題\", \"en\": \"Title\"}, "
    "\"source\": {\"file\": \"own\", \"publisher\": {\"ja\": \"題\", \"en\": \"We\"}, "
    "\"place\": {\"ja\": \"題\", \"en\": \"Here\"}}, "
    "\"sections\": [{\"id\": \"a\", \"title\": {\"ja\": \"題\", \"en\": \"Title\"}, "
    "\"items\": [{\"id\": \"1\", \"title\": {\"ja\": \"題\", \"en\": \"Title\"}, "
    "\"question\": {\"ja\": \"題\", \"en\": \"Title\"}, "
    "\"hint\": {\"ja\": \"題\", \"en\": \"Title\"}, \"terms\": %s}]}]}",
    terms);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiCatalog) catalog = kumoji_catalog_new_from_bytes (bytes, "own.json", &error);

  g_assert_true ((catalog == NULL) == (error != NULL));
  return error != NULL ? g_strdup (error->message) : NULL;
}

static void
test_broken (void)
{
  static const struct
  {
    const char *terms;
    const char *refusal;
  } cases[] = {
    { "{\"ja\": [\"雲\"], \"en\": [\"cloud\"]}", NULL },
    { "{\"ja\": [\"雲\"]}", NULL },
    { "[\"cloud\"]", "own.json: sections[0].items[0].terms: an object is wanted here" },
    { "{\"en\": \"cloud\"}", "own.json: sections[0].items[0].terms.en: must be a list" },
    { "{\"en\": [7]}", "own.json: sections[0].items[0].terms.en: must be a list of texts" },
    { "{\"en\": [\"cloud\", \"\"]}", "own.json: sections[0].items[0].terms.en: must not be empty" },
  };

  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *refusal = refusal_of (cases[i].terms);
      g_assert_cmpstr (refusal, ==, cases[i].refusal);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/glossary/english", test_english);
  g_test_add_func ("/glossary/japanese", test_japanese);
  g_test_add_func ("/glossary/hostile", test_hostile);
  g_test_add_func ("/glossary/every-term", test_every_term);
  g_test_add_func ("/glossary/no-terms", test_no_terms);
  g_test_add_func ("/glossary/broken", test_broken);
  return g_test_run ();
}
