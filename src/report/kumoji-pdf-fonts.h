/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fonts of a PDF: the letters that are set in each, and what libharu calls it. */
#pragma once

#include <gio/gio.h>
#include <hpdf.h>

#include "report/kumoji-document.h"

G_BEGIN_DECLS

typedef struct _KumojiPdfFonts KumojiPdfFonts;

KumojiPdfFonts *kumoji_pdf_fonts_new (void);
void kumoji_pdf_fonts_free (KumojiPdfFonts *self);

gboolean kumoji_pdf_fonts_collect (KumojiPdfFonts *self,
                                   KumojiDocument *document,
                                   GCancellable *cancellable,
                                   GError **error);
HPDF_Font
kumoji_pdf_fonts_load (KumojiPdfFonts *self, HPDF_Doc pdf, KumojiFace *face, GError **error);

G_END_DECLS
