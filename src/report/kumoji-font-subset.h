/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A font subset: a font file with the letters of one document and nothing else. */
#pragma once

#include <glib.h>

#include "report/kumoji-face.h"

G_BEGIN_DECLS

typedef struct _KumojiFontSubset KumojiFontSubset;

KumojiFontSubset *kumoji_font_subset_new (KumojiFace *face);
void kumoji_font_subset_free (KumojiFontSubset *self);
void kumoji_font_subset_add (KumojiFontSubset *self, const char *text);
const char *kumoji_font_subset_write (KumojiFontSubset *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiFontSubset, kumoji_font_subset_free)

G_END_DECLS
