/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own texts in a language that is chosen at run time. */
#pragma once

#include "catalog/kumoji-language.h"

G_BEGIN_DECLS

const char *kumoji_phrase (KumojiLanguage language, const char *english) G_GNUC_FORMAT (2);
const char *
kumoji_phrase_plural (KumojiLanguage language, const char *singular, const char *plural, gulong n)
  G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);
gboolean kumoji_phrase_exists (KumojiLanguage language, const char *english);

/* Below the application no text depends on an installed locale: the command line, the tests and
 * reports in either language find the same texts. The application itself uses <glib/gi18n.h>,
 * and must not include this header with it. */
#ifndef _
#define _(english) kumoji_phrase (kumoji_language_get_default (), english)
#define N_(english) (english)
#define P_(singular, plural, n)                                                                    \
  kumoji_phrase_plural (kumoji_language_get_default (), singular, plural, n)
#endif

G_END_DECLS
