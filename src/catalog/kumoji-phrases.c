/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own texts in a language that is chosen at run time.
 *
 * gettext answers for one language a process, the locale's. A report's language is chosen for each
 * report, so the compiled translation (po/ja.po as GNU .mo, a resource) is looked up here. Its
 * format is that of the gettext manual, "The Format of GNU MO Files". */
#include "config.h"

#include "catalog/kumoji-phrases.h"

#include "data/kumoji-core-resources.h"

#include <gio/gio.h>
#include <string.h>

#define MO_MAGIC 0x950412deU
#define MO_HEADER 28

static guint32
mo_word (const guint8 *data, gsize size, gsize offset)
{
  guint32 word = 0;

  if (offset + sizeof word <= size)
    memcpy (&word, data + offset, sizeof word);
  return GUINT32_FROM_LE (word);
}

/* The string that the descriptor at @offset points to, or NULL where it leaves the data. */
static const char *
mo_string (const guint8 *data, gsize size, gsize offset)
{
  guint32 length = mo_word (data, size, offset);
  guint32 start = mo_word (data, size, offset + 4);

  if ((gsize) start + length + 1 > size || data[start + length] != '\0')
    return NULL;
  return (const char *) data + start;
}

/* Keys and values point into @bytes, which the caller keeps. A plural's key ends at its singular,
 * for that is where its first string ends. */
static GHashTable *
mo_read (GBytes *bytes)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < MO_HEADER || mo_word (data, size, 0) != MO_MAGIC)
    return table;

  guint32 n = mo_word (data, size, 8);
  guint32 originals = mo_word (data, size, 12);
  guint32 translations = mo_word (data, size, 16);
  for (guint32 i = 0; i < n; i++)
    {
      const char *english = mo_string (data, size, (gsize) originals + 8 * (gsize) i);
      const char *text = mo_string (data, size, (gsize) translations + 8 * (gsize) i);
      if (english != NULL && text != NULL && *english != '\0' && *text != '\0')
        g_hash_table_insert (table, (gpointer) english, (gpointer) text);
    }
  return table;
}

/* The texts lie in the file, which lives as long as the table, that is as long as the process. */
typedef struct
{
  GBytes *file;
  GHashTable *table;
} Translation;

static GHashTable *
japanese (void)
{
  static Translation *translation = NULL;

  if (g_once_init_enter (&translation))
    {
      g_autoptr (GError) error = NULL;
      Translation *read = g_new0 (Translation, 1);

      read->file = g_resource_lookup_data (kumoji_core_get_resource (),
                                           "/io/github/kumoji/Kumoji/phrases/ja.mo",
                                           G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      /* The translation is compiled in: without it the build is broken. */
      if (read->file == NULL)
        g_error ("%s", error->message);
      read->table = mo_read (read->file);
      g_once_init_leave (&translation, read);
    }
  return translation->table;
}

/**
 * kumoji_phrase:
 * @language: the language wanted
 * @english: the text in English, as it stands in the source
 *
 * Returns: (transfer none): the text in @language, or @english where no translation is known
 */
const char *
kumoji_phrase (KumojiLanguage language, const char *english)
{
  const char *text = NULL;

  if (language == KUMOJI_LANGUAGE_JA && english != NULL)
    text = g_hash_table_lookup (japanese (), english);
  return text != NULL ? text : english;
}

/**
 * kumoji_phrase_plural:
 * @language: the language wanted
 * @singular: the text for one, in English
 * @plural: the text for any other number, in English
 * @n: the number
 *
 * Returns: (transfer none): the text for @n in @language
 */
const char *
kumoji_phrase_plural (KumojiLanguage language, const char *singular, const char *plural, gulong n)
{
  const char *text = kumoji_phrase (language, singular);

  /* Japanese has one form for all numbers. */
  if (text != singular)
    return text;
  return n == 1 ? singular : plural;
}

/**
 * kumoji_phrase_exists:
 * @language: a language
 * @english: a text in English
 *
 * Returns: whether the text can be said in @language; English is always there
 */
gboolean
kumoji_phrase_exists (KumojiLanguage language, const char *english)
{
  return language == KUMOJI_LANGUAGE_EN || g_hash_table_contains (japanese (), english);
}
