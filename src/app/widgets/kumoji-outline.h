/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An outline: a button with the headings of a document, to go to one of them. */
#pragma once

#include <adwaita.h>

#include "report/kumoji-document.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_OUTLINE (kumoji_outline_get_type ())
G_DECLARE_FINAL_TYPE (KumojiOutline, kumoji_outline, KUMOJI, OUTLINE, AdwBin)

void kumoji_outline_set_document (KumojiOutline *self, KumojiDocument *document);

G_END_DECLS
