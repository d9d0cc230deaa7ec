/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two languages that Kumoji speaks, and a text that is said in both. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KUMOJI_LANGUAGE_JA,
  KUMOJI_LANGUAGE_EN,
} KumojiLanguage;

#define KUMOJI_N_LANGUAGES 2

/**
 * KumojiText:
 *
 * One text in each language, indexed by #KumojiLanguage. %NULL where a text is optional and absent.
 */
typedef struct
{
  char *in[KUMOJI_N_LANGUAGES];
} KumojiText;

const char *kumoji_language_get_code (KumojiLanguage language);
gboolean kumoji_language_parse (const char *code, KumojiLanguage *language);
KumojiLanguage kumoji_language_get_default (void);
void kumoji_language_set_default (KumojiLanguage language);
const char *kumoji_language_get_lack (KumojiLanguage language);

const char *kumoji_text_get (const KumojiText *text, KumojiLanguage language);
gboolean kumoji_text_is_empty (const KumojiText *text);
gboolean kumoji_text_lacks (const KumojiText *text, KumojiLanguage language);
void kumoji_text_fill (KumojiText *text, const char *words);
void kumoji_text_clear (KumojiText *text);

G_END_DECLS
