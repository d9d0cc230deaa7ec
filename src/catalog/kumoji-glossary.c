/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The glossary: where a text uses the words that a catalog explains.
 *
 * A word that is only part of another one is none of ours: "log" in "blog", ログ in プログラム.
 * What stands beside it decides, by the script that it borders on:
 * - letters and digits, also behind a hyphen, always make another word;
 * - so does katakana, which writes a compound as one word (カタログ);
 * - of kanji, one character makes another word (権限者), two or more are a word beside ours, and
 * ours keeps its meaning (内部監査実施計画), and so do a few characters that are words of their
 * own;
 * - a word that ends in hiragana is a noun made of a verb; behind を it is the verb, and means
 *   something else (点を書き出し). */
#include "catalog/kumoji-glossary.h"

#include <string.h>

/* Whole words of one kanji: 又は, 及び, 等 and the like. */
static const gunichar words_of_one[] = { 0x53c8, 0x53ca, 0x7b49, 0x5404, 0x6e08, 0 };

#define HIRAGANA_WO 0x3092

typedef enum
{
  SCRIPT_NONE,
  SCRIPT_LETTERS,
  SCRIPT_KATAKANA,
  SCRIPT_KANJI,
  SCRIPT_HIRAGANA,
} Script;

typedef struct
{
  const char *word; /* the item's */
  gsize length;
  KumojiCatalog *catalog;
  KumojiItem *item;
} Term;

/* By the first character, in small letters: the terms that begin with it, the longest first. */
typedef struct
{
  GHashTable *terms[KUMOJI_N_LANGUAGES];
} Index;

static Script
script_of (gunichar c)
{
  if ((c >= 0x30a1 && c <= 0x30fa) || (c >= 0x30fc && c <= 0x30ff) || (c >= 0xff66 && c <= 0xff9f))
    return SCRIPT_KATAKANA;
  if (c >= 0x3041 && c <= 0x309f)
    return SCRIPT_HIRAGANA;
  if ((c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c == 0x3005
      || (c >= 0x20000 && c <= 0x3ffff))
    return SCRIPT_KANJI;
  return g_unichar_isalnum (c) ? SCRIPT_LETTERS : SCRIPT_NONE;
}

static gunichar
char_before (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

static gboolean
is_one (gunichar c)
{
  for (int i = 0; words_of_one[i] != 0; i++)
    if (words_of_one[i] == c)
      return TRUE;
  return FALSE;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Whether a word that begins at @at, with a character of @script, is the end of a longer one. */
static gboolean
goes_on_before (const char *text, const char *at, Script script)
{
  gunichar before = char_before (text, at);

  if (script == SCRIPT_LETTERS && is_hyphen (before))
    {
      at = g_utf8_prev_char (at);
      before = char_before (text, at);
    }
  if (script == SCRIPT_NONE || script == SCRIPT_HIRAGANA || script_of (before) != script)
    return FALSE;
  if (script != SCRIPT_KANJI)
    return TRUE;
  return !is_one (before) && script_of (char_before (text, g_utf8_prev_char (at))) != SCRIPT_KANJI;
}

/* Whether a word that ends at @end, with a character of @script, is the beginning of a longer one.
 */
static gboolean
goes_on_behind (const char *end, Script script)
{
  gunichar behind = g_utf8_get_char (end);

  if (script == SCRIPT_LETTERS && is_hyphen (behind))
    {
      end = g_utf8_next_char (end);
      behind = g_utf8_get_char (end);
    }
  if (script == SCRIPT_NONE || script == SCRIPT_HIRAGANA || script_of (behind) != script)
    return FALSE;
  if (script != SCRIPT_KANJI)
    return TRUE;
  return !is_one (behind) && script_of (g_utf8_get_char (g_utf8_next_char (end))) != SCRIPT_KANJI;
}

/* How many bytes of @text the term takes, 0 where it does not stand there. A capital of the term is
 * one in the text, so that CSV and My Number are not found in "csv" and "my number". */
static gsize
match (const Term *term, const char *text)
{
  const char *word = term->word;
  const char *at = text;

  for (; *word != '\0'; word = g_utf8_next_char (word), at = g_utf8_next_char (at))
    {
      gunichar wanted = g_utf8_get_char (word);
      gunichar given = g_utf8_get_char (at);
      if (given == 0 || (given != wanted && g_unichar_tolower (given) != wanted))
        return 0;
    }
  return at - text;
}

static gboolean
stands_alone (const char *text, const char *start, const char *end)
{
  Script last = script_of (char_before (text, end));

  if (last == SCRIPT_HIRAGANA && char_before (text, start) == HIRAGANA_WO)
    return FALSE;
  return !goes_on_before (text, start, script_of (g_utf8_get_char (start)))
         && !goes_on_behind (end, last);
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const Term *term_a = *(const Term **) a, *term_b = *(const Term **) b;

  return term_a->length < term_b->length ? 1 : term_a->length > term_b->length ? -1 : 0;
}

static gpointer
first_of (const char *word)
{
  return GUINT_TO_POINTER (g_unichar_tolower (g_utf8_get_char (word)));
}

static void
add_terms (Index *self, KumojiCatalog *catalog, KumojiItem *item, KumojiLanguage language)
{
  const char *const *words = kumoji_item_get_terms (item, language);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      Term *term = g_new (Term, 1);
      GPtrArray *terms = g_hash_table_lookup (self->terms[language], first_of (words[i]));
      *term = (Term){ words[i], strlen (words[i]), catalog, item };
      if (terms == NULL)
        {
          terms = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (self->terms[language], first_of (words[i]), terms);
        }
      g_ptr_array_add (terms, term);
    }
}

static void
index_free (Index *self)
{
  for (int i = 0; i < KUMOJI_N_LANGUAGES; i++)
    g_hash_table_unref (self->terms[i]);
  g_free (self);
}

static Index *
index_new (KumojiLibrary *library)
{
  Index *self = g_new0 (Index, 1);
  GPtrArray *catalogs = kumoji_library_get_catalogs (library);

  for (int language = 0; language < KUMOJI_N_LANGUAGES; language++)
    {
      GHashTableIter iter;
      gpointer terms;
      self->terms[language] =
        g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
      for (guint i = 0; i < catalogs->len; i++)
        {
          GPtrArray *items = kumoji_catalog_get_items (catalogs->pdata[i]);
          for (guint j = 0; j < items->len; j++)
            add_terms (self, catalogs->pdata[i], items->pdata[j], language);
        }
      g_hash_table_iter_init (&iter, self->terms[language]);
      while (g_hash_table_iter_next (&iter, NULL, &terms))
        g_ptr_array_sort (terms, compare_terms);
    }
  return self;
}

/* Each library's index is made once, when the first text asks for it; threads may ask. */
static const Index *
index_of (KumojiLibrary *library)
{
  static GMutex mutex;
  static const char key[] = "kumoji-glossary";
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Index *self = g_object_get_data (G_OBJECT (library), key);

  if (self == NULL)
    {
      self = index_new (library);
      g_object_set_data_full (G_OBJECT (library), key, self, (GDestroyNotify) index_free);
    }
  return self;
}

static KumojiTermHit *
find_at (const Index *self, const char *text, const char *at, KumojiLanguage language)
{
  GPtrArray *terms = g_hash_table_lookup (self->terms[language], first_of (at));

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      const Term *term = terms->pdata[i];
      const gsize length = match (term, at);
      if (length > 0 && stands_alone (text, at, at + length))
        {
          KumojiTermHit *hit = g_new (KumojiTermHit, 1);
          const gsize start = at - text;
          *hit = (KumojiTermHit){ term->catalog, term->item, start, start + length };
          return hit;
        }
    }
  return NULL;
}

/**
 * kumoji_glossary_find:
 * @library: the catalogs, some of which explain words
 * @text: a text, UTF-8
 * @language: the text's language
 *
 * Finds the words that are explained: each time they occur, the longest where several begin at one
 * place, and no two over each other.
 *
 * Returns: (transfer full) (element-type KumojiTermHit): the places in order; they hold as long as
 *   @library
 */
GPtrArray *
kumoji_glossary_find (KumojiLibrary *library, const char *text, KumojiLanguage language)
{
  const Index *self = index_of (library);
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = text; *at != '\0';)
    {
      KumojiTermHit *hit = find_at (self, text, at, language);
      if (hit != NULL)
        g_ptr_array_add (hits, hit);
      at = hit != NULL ? text + hit->end : g_utf8_next_char (at);
    }
  return hits;
}
