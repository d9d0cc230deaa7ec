/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wording: one text of an own catalog in each language, of one line or of several. */
#include "project/kumoji-wording.h"

#include "catalog/kumoji-phrases.h"

static const KumojiField short_fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "ja", KUMOJI_FIELD_TEXT, N_("Japanese") },
  { "en", KUMOJI_FIELD_TEXT, N_("English") },
};

static const KumojiField long_fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "ja", KUMOJI_FIELD_MEMO, N_("Japanese") },
  { "en", KUMOJI_FIELD_MEMO, N_("English") },
};

KUMOJI_DEFINE_RECORD_OF (KumojiShortWording, kumoji_short_wording, N_("text"), short_fields)
KUMOJI_DEFINE_RECORD_OF (KumojiWording, kumoji_wording, N_("text"), long_fields)

/**
 * kumoji_record_is_wording:
 * @self: a record
 *
 * Returns: whether it is a text in both languages
 */
gboolean
kumoji_record_is_wording (KumojiRecord *self)
{
  return KUMOJI_IS_SHORT_WORDING (self) || KUMOJI_IS_WORDING (self);
}

/**
 * kumoji_wording_get:
 * @self: a wording
 * @language: the reader's language
 *
 * Returns: (transfer none): what it says, in the other language where it lacks that one; "" where
 *   it says nothing; until the next edit
 */
const char *
kumoji_wording_get (KumojiRecord *self, KumojiLanguage language)
{
  const char *said = kumoji_record_get_text (self, kumoji_language_get_code (language));

  return *said != '\0' ? said : kumoji_record_get_text (self, kumoji_language_get_code (!language));
}

/**
 * kumoji_wording_dup_label:
 * @self: a wording that stands in another record
 * @field: one of its languages
 * @language: the reader's language
 *
 * Returns: (transfer full): what people call it, e.g. "Question (Japanese)"
 */
char *
kumoji_wording_dup_label (KumojiRecord *self, const KumojiField *field, KumojiLanguage language)
{
  const KumojiField *home = kumoji_record_get_home (self);

  /* Translators: a text and its language, e.g. "Question (Japanese)". */
  return g_strdup_printf (kumoji_phrase (language, N_("%s (%s)")),
                          kumoji_field_get_label (home, language),
                          kumoji_field_get_label (field, language));
}
