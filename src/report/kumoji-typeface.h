/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typeface of the reports: which face draws which character. Threads may share it. */
#pragma once

#include <glib-object.h>

#include "report/kumoji-face.h"
#include "report/kumoji-report-error.h"

G_BEGIN_DECLS

/**
 * KumojiGlyph:
 * @face: (transfer none): lives as long as the typeface
 * @glyph: its number in @face
 * @width: thousandths of an em
 * @encoded: it can be written as text; else its outline is drawn
 * @embolden: the face has no bold, its strokes are made thicker
 * @missing: no installed font has the character, this is 〓
 */
typedef struct
{
  KumojiFace *face;
  guint glyph, width;
  guint encoded : 1;
  guint embolden : 1;
  guint missing : 1;
} KumojiGlyph;

#define KUMOJI_TYPE_TYPEFACE (kumoji_typeface_get_type ())
G_DECLARE_FINAL_TYPE (KumojiTypeface, kumoji_typeface, KUMOJI, TYPEFACE, GObject)

KumojiTypeface *kumoji_typeface_new (GError **error);

void kumoji_typeface_find (KumojiTypeface *self,
                           gunichar character,
                           gunichar selector,
                           gboolean bold,
                           KumojiGlyph *glyph);
double kumoji_typeface_measure (KumojiTypeface *self, const char *text, double size, gboolean bold);

G_END_DECLS
