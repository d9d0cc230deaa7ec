/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text map of a PDF's font: which characters its codes stand for. */
#pragma once

#include <hpdf.h>

#include <glib.h>

G_BEGIN_DECLS

void kumoji_pdf_set_text_map (HPDF_Font font);

G_END_DECLS
