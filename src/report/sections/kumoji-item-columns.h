/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a check sheet: which a kind of catalog has, and on which paper. */
#pragma once

#include "report/sections/kumoji-item-cells.h"

G_BEGIN_DECLS

const KumojiItemColumn *kumoji_item_columns_get (KumojiKind kind);
KumojiOrientation kumoji_item_columns_get_orientation (KumojiKind kind);

G_END_DECLS
