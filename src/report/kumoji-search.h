/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search: where some words stand on the pages of a document. */
#pragma once

#include <gio/gio.h>

#include "report/kumoji-document.h"

G_BEGIN_DECLS

/**
 * KumojiMatch:
 * @number: which of the places it belongs to, counted from 0; one that is broken over two lines
 *   has two boxes
 * @page: counted from 0
 * @box: what to mark, points
 */
typedef struct
{
  guint number;
  guint page;
  KumojiBox box;
} KumojiMatch;

GArray *kumoji_search_find (KumojiDocument *document, const char *words, GCancellable *cancellable);
const char *kumoji_search_find_link (KumojiPage *page, double x, double y);
char *kumoji_search_dup_page_text (KumojiPage *page, guint max_characters);

G_END_DECLS
