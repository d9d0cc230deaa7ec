/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The issued list: the reports that were issued, and how one enters there. */
#pragma once

#include "app/kumoji-pane.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ISSUED_LIST (kumoji_issued_list_get_type ())
G_DECLARE_FINAL_TYPE (KumojiIssuedList, kumoji_issued_list, KUMOJI, ISSUED_LIST, KumojiPane)

void kumoji_issued_list_offer (KumojiIssuedList *self, GFile *file);
void kumoji_issued_list_enter (KumojiIssuedList *self, GFile *file);

G_END_DECLS
