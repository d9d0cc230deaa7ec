/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF's streams: what libharu keeps of a page that is done, and the document as bytes. */
#pragma once

#include <gio/gio.h>
#include <hpdf.h>

G_BEGIN_DECLS

gsize kumoji_pdf_pack_page (HPDF_Page page);
GBytes *kumoji_pdf_save (HPDF_Doc pdf, gsize pages_size, GCancellable *cancellable);

G_END_DECLS
