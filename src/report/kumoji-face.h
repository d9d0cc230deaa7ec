/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A face: one font file, its widths and outlines. Safe to use from several threads. */
#pragma once

#include <glib.h>

#include "report/kumoji-path.h"

G_BEGIN_DECLS

/* The em box of Japanese type: text of any face is set on it, so that lines keep their rhythm. */
#define KUMOJI_FACE_ASCENT 0.88
#define KUMOJI_FACE_DESCENT 0.12

typedef struct _KumojiFace KumojiFace;
typedef struct _KumojiFaceLibrary KumojiFaceLibrary;

KumojiFaceLibrary *kumoji_face_library_new (void);
void kumoji_face_library_unref (KumojiFaceLibrary *library);

KumojiFace *kumoji_face_new (KumojiFaceLibrary *library, const char *file, guint index);
KumojiFace *kumoji_face_ref (KumojiFace *face);
void kumoji_face_unref (KumojiFace *face);

const char *kumoji_face_get_file (KumojiFace *face);
guint kumoji_face_get_index (KumojiFace *face);
gboolean kumoji_face_is_bold (KumojiFace *face);
gboolean kumoji_face_is_embeddable (KumojiFace *face);
gboolean kumoji_face_encodes (KumojiFace *face, gunichar character);

gboolean kumoji_face_find (KumojiFace *face, gunichar character, guint *glyph, guint *width);
gboolean kumoji_face_find_variant (KumojiFace *face,
                                   gunichar character,
                                   gunichar selector,
                                   guint *glyph,
                                   guint *width);
gboolean kumoji_face_trace (KumojiFace *face,
                            guint glyph,
                            double x,
                            double baseline,
                            double size,
                            KumojiPath *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiFace, kumoji_face_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiFaceLibrary, kumoji_face_library_unref)

G_END_DECLS
