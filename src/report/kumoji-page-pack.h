/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page pack: the drawings of a page that nobody reads now, in a sixth of their room. */
#pragma once

#include "report/kumoji-page.h"

G_BEGIN_DECLS

typedef struct _KumojiPagePack KumojiPagePack;

KumojiPagePack *kumoji_page_pack_new (GArray *drawings, GArray *steps);
void kumoji_page_pack_free (KumojiPagePack *pack);

guint kumoji_page_pack_get_n_drawings (const KumojiPagePack *pack);
void kumoji_page_pack_read (const KumojiPagePack *pack, GArray **drawings, GArray **steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiPagePack, kumoji_page_pack_free)

G_END_DECLS
