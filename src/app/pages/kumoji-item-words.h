/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an item: where it stands in its catalog, and where it comes from. */
#pragma once

#include "app/pages/kumoji-checklist.h"

G_BEGIN_DECLS

char *kumoji_item_dup_place (KumojiItem *item, KumojiChecklist *checklist);
char *kumoji_item_dup_source (KumojiItem *item, KumojiCatalog *catalog);

G_END_DECLS
