/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies in a sheet of assets: which asset each row is a copy of. */
#pragma once

#include "files/kumoji-import-row.h"
#include "project/kumoji-list.h"

G_BEGIN_DECLS

void kumoji_asset_copies_resolve (GPtrArray *rows, KumojiList *assets);

G_END_DECLS
