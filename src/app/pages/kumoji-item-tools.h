/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item tools: what a list of items shows, where it leads, and whether items are marked. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-item-marks.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ITEM_TOOLS (kumoji_item_tools_get_type ())
G_DECLARE_FINAL_TYPE (KumojiItemTools, kumoji_item_tools, KUMOJI, ITEM_TOOLS, AdwBin)

void
kumoji_item_tools_set_lines (KumojiItemTools *self, KumojiItemLines *lines, KumojiItemMarks *marks);
void kumoji_item_tools_show (KumojiItemTools *self, KumojiCatalog *catalog, gboolean has_sections);
guint kumoji_item_tools_recount (KumojiItemTools *self);
void kumoji_item_tools_set_filter (KumojiItemTools *self, KumojiItemFilter filter);
void kumoji_item_tools_show_all (KumojiItemTools *self);

G_END_DECLS
