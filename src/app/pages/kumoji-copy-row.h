/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copy row: of which asset a copy is one. */
#pragma once

#include <adwaita.h>

#include "project/kumoji-project.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_COPY_ROW (kumoji_copy_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiCopyRow, kumoji_copy_row, KUMOJI, COPY_ROW, AdwActionRow)

void kumoji_copy_row_bind (KumojiCopyRow *self, KumojiProject *project, KumojiAsset *asset);
void kumoji_copy_row_refresh (KumojiCopyRow *self);

G_END_DECLS
