/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The concern button: what of a checklist concerns the reader, one choice a facet. */
#pragma once

#include <adwaita.h>

#include "catalog/kumoji-catalog.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_CONCERN_BUTTON (kumoji_concern_button_get_type ())
G_DECLARE_FINAL_TYPE (KumojiConcernButton, kumoji_concern_button, KUMOJI, CONCERN_BUTTON, AdwBin)

void kumoji_concern_button_show (KumojiConcernButton *self, KumojiCatalog *catalog);
gboolean kumoji_concern_button_matches (KumojiConcernButton *self, KumojiItem *item);
gboolean kumoji_concern_button_is_set (KumojiConcernButton *self);
void kumoji_concern_button_clear (KumojiConcernButton *self);

G_END_DECLS
