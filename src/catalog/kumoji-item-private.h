/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a catalog reads its items. */
#pragma once

#include "catalog/kumoji-item.h"
#include "catalog/kumoji-place.h"

G_BEGIN_DECLS

extern const char *const kumoji_no_means_words[];

KumojiItem *kumoji_item_new_from_place (const KumojiPlace *place, KumojiNoMeans no_means);

G_END_DECLS
