/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The glossary: where a text uses the words that a catalog explains. */
#pragma once

#include "catalog/kumoji-library.h"

G_BEGIN_DECLS

/**
 * KumojiTermHit:
 * @catalog: where the word is explained
 * @item: what explains it
 * @start: where it begins in the text, in bytes
 * @end: behind its last byte
 */
typedef struct
{
  KumojiCatalog *catalog;
  KumojiItem *item;
  gsize start;
  gsize end;
} KumojiTermHit;

GPtrArray *kumoji_glossary_find (KumojiLibrary *library, const char *text, KumojiLanguage language);

G_END_DECLS
