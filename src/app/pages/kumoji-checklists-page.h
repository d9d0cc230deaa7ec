/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklists: what the guides ask, and what the company answers. */
#pragma once

#include "app/kumoji-pane.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_CHECKLISTS_PAGE (kumoji_checklists_page_get_type ())
G_DECLARE_FINAL_TYPE (KumojiChecklistsPage,
                      kumoji_checklists_page,
                      KUMOJI,
                      CHECKLISTS_PAGE,
                      KumojiPane)

KumojiRecord *kumoji_checklists_page_get_service (KumojiChecklistsPage *self);

G_END_DECLS
