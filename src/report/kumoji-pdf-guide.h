/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PDF carries beside its pages: what it is called, its outline, its links. */
#pragma once

#include <hpdf.h>

#include "report/kumoji-document.h"

G_BEGIN_DECLS

/**
 * KumojiPdfLink:
 * @page: counted from 0
 * @box: the part of it to click
 * @anchor: where it leads to
 */
typedef struct
{
  guint page;
  KumojiBox box;
  char *anchor;
} KumojiPdfLink;

void kumoji_pdf_describe (HPDF_Doc pdf, KumojiDocument *document);
void kumoji_pdf_add_links (KumojiDocument *document, GArray *links, GPtrArray *pages);
void kumoji_pdf_add_outline (HPDF_Doc pdf, KumojiDocument *document, GPtrArray *pages);

G_END_DECLS
