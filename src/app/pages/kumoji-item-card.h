/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item card: one item of a catalog, and what is answered to it. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-checklist.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ITEM_CARD (kumoji_item_card_get_type ())
G_DECLARE_FINAL_TYPE (KumojiItemCard, kumoji_item_card, KUMOJI, ITEM_CARD, AdwBin)

void kumoji_item_card_show (KumojiItemCard *self, KumojiChecklist *checklist, KumojiItem *item);
void kumoji_item_card_refresh (KumojiItemCard *self);
gboolean kumoji_item_card_answer (KumojiItemCard *self, const char *answer);
gboolean kumoji_item_card_press (KumojiItemCard *self, char key);
gboolean kumoji_item_card_wants_reason (KumojiItemCard *self);
void kumoji_item_card_focus_reason (KumojiItemCard *self);

G_END_DECLS
