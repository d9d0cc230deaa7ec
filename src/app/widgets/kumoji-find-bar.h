/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A find bar: words that are looked for on the pages of a document. */
#pragma once

#include <adwaita.h>

#include "report/kumoji-search.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_FIND_BAR (kumoji_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (KumojiFindBar, kumoji_find_bar, KUMOJI, FIND_BAR, AdwBin)

void kumoji_find_bar_set_document (KumojiFindBar *self, KumojiDocument *document);
void kumoji_find_bar_open (KumojiFindBar *self);
void kumoji_find_bar_step (KumojiFindBar *self, int step);
GArray *kumoji_find_bar_get_matches (KumojiFindBar *self);
const KumojiMatch *kumoji_find_bar_get_current (KumojiFindBar *self);

G_END_DECLS
