/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item row: an item's state, number and title in the list of items. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-item-line.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ITEM_ROW (kumoji_item_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiItemRow, kumoji_item_row, KUMOJI, ITEM_ROW, AdwBin)

KumojiItemLine *kumoji_item_row_get_line (KumojiItemRow *self);

GtkListItemFactory *kumoji_item_row_factory_new (void);

G_END_DECLS
