/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two languages that Kumoji speaks, and a text that is said in both. */
#include "catalog/kumoji-language.h"

#include "catalog/kumoji-phrases.h"

static const char *const codes[KUMOJI_N_LANGUAGES] = { "ja", "en" };

/* -1 until somebody asks or sets it; atomic, for reports are laid out in threads. */
static int process_language = -1;

/**
 * kumoji_language_get_code:
 * @language: a language
 *
 * Returns: (transfer none): "ja" or "en"
 */
const char *
kumoji_language_get_code (KumojiLanguage language)
{
  return codes[language];
}

/**
 * kumoji_language_parse:
 * @code: (nullable): what the user or a file says, e.g. "ja" or "en"
 * @language: (out): the language
 *
 * Returns: whether @code is one of the two languages; @language is left alone where not
 */
gboolean
kumoji_language_parse (const char *code, KumojiLanguage *language)
{
  for (int i = 0; i < KUMOJI_N_LANGUAGES; i++)
    if (g_strcmp0 (code, codes[i]) == 0)
      {
        *language = i;
        return TRUE;
      }
  return FALSE;
}

static KumojiLanguage
language_of_locale (void)
{
  const char *const *names = g_get_language_names ();

  /* The list is ordered by preference and ends in "C"; the first that we speak wins. */
  for (int i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "ja"))
        return KUMOJI_LANGUAGE_JA;
      if (g_str_has_prefix (names[i], "en"))
        return KUMOJI_LANGUAGE_EN;
    }
  return KUMOJI_LANGUAGE_EN;
}

/**
 * kumoji_language_get_default:
 *
 * The language of messages of this process: what kumoji_language_set_default() said, else what the
 * locale asks for, else English.
 *
 * Returns: the language
 */
KumojiLanguage
kumoji_language_get_default (void)
{
  int language = g_atomic_int_get (&process_language);

  if (language < 0)
    {
      language = language_of_locale ();
      g_atomic_int_set (&process_language, language);
    }
  return language;
}

/**
 * kumoji_language_set_default:
 * @language: the language of messages from now on
 *
 * The command line calls this for `--lang`.
 */
void
kumoji_language_set_default (KumojiLanguage language)
{
  g_atomic_int_set (&process_language, language);
}

/**
 * kumoji_text_get:
 * @text: a text
 * @language: the language wanted
 *
 * Returns: (transfer none) (nullable): the text in @language, in the other language where that one
 *   is missing, %NULL where the text is absent
 */
const char *
kumoji_text_get (const KumojiText *text, KumojiLanguage language)
{
  return text->in[language] != NULL ? text->in[language] : text->in[!language];
}

/**
 * kumoji_text_is_empty:
 * @text: a text
 *
 * Returns: whether the text is said in no language
 */
gboolean
kumoji_text_is_empty (const KumojiText *text)
{
  return text->in[KUMOJI_LANGUAGE_JA] == NULL && text->in[KUMOJI_LANGUAGE_EN] == NULL;
}

/**
 * kumoji_text_lacks:
 * @text: a text
 * @language: a language
 *
 * Returns: whether the text is said in the other language alone
 */
gboolean
kumoji_text_lacks (const KumojiText *text, KumojiLanguage language)
{
  return text->in[language] == NULL && text->in[!language] != NULL;
}

/**
 * kumoji_language_get_lack:
 * @language: the reader's language
 *
 * Returns: (transfer none): what is said of a text that lacks that language
 */
const char *
kumoji_language_get_lack (KumojiLanguage language)
{
  return language == KUMOJI_LANGUAGE_EN ? kumoji_phrase (language, N_("No English text"))
                                        : kumoji_phrase (language, N_("No Japanese text"));
}

/**
 * kumoji_text_fill:
 * @text: a text
 * @words: (nullable): what it shall say in both languages where it says nothing yet
 */
void
kumoji_text_fill (KumojiText *text, const char *words)
{
  if (!kumoji_text_is_empty (text))
    return;
  for (int i = 0; i < KUMOJI_N_LANGUAGES; i++)
    text->in[i] = g_strdup (words);
}

/**
 * kumoji_text_clear:
 * @text: a text
 *
 * Frees what @text holds, not @text itself.
 */
void
kumoji_text_clear (KumojiText *text)
{
  for (int i = 0; i < KUMOJI_N_LANGUAGES; i++)
    g_clear_pointer (&text->in[i], g_free);
}
