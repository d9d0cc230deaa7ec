/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of a text: how each is drawn, and where a line may end. */
#pragma once

#include "catalog/kumoji-language.h"
#include "report/kumoji-typeface.h"

G_BEGIN_DECLS

/**
 * KumojiLetter:
 * @advance: thousandths of an em
 * @may_break: a line may begin with this letter
 * @phrase: a line had better begin with this letter: a phrase begins here
 * @whole: a word that is too long may be cut before this letter
 * @glued: no line should begin with this letter, whatever else gives way
 * @mark: it is set over the letter before
 */
typedef struct
{
  gunichar character;
  KumojiGlyph glyph;
  guint advance;
  guint may_break : 1;
  guint phrase : 1;
  guint whole : 1;
  guint glued : 1;
  guint mark : 1;
} KumojiLetter;

GArray *kumoji_letters_new (KumojiTypeface *typeface, const char *text, gboolean bold);
void kumoji_letters_find_breaks (GArray *letters, KumojiLanguage language, const char *text);
guint64 kumoji_letters_measure (GArray *letters, guint first, guint end);
guint kumoji_letters_find_end (GArray *letters,
                               guint first,
                               guint64 width,
                               gboolean phrases,
                               guint *next);

G_END_DECLS
