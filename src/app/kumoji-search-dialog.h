/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search dialog: words that are looked for in all that is asked, answered and listed. */
#pragma once

#include "app/kumoji-window.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_SEARCH_DIALOG (kumoji_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KumojiSearchDialog, kumoji_search_dialog, KUMOJI, SEARCH_DIALOG, AdwWindow)

KumojiSearchDialog *kumoji_search_dialog_new (KumojiWindow *window);

G_END_DECLS
