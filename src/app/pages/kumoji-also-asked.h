/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Also asked: the questions of other guides that ask the same, and what is noted there. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-checklist.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ALSO_ASKED (kumoji_also_asked_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAlsoAsked, kumoji_also_asked, KUMOJI, ALSO_ASKED, AdwBin)

void kumoji_also_asked_show (KumojiAlsoAsked *self, KumojiChecklist *checklist, KumojiItem *item);
void kumoji_also_asked_refresh (KumojiAlsoAsked *self);

G_END_DECLS
