/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term popover: what a word of the glossary means. */
#pragma once

#include <adwaita.h>

#include "catalog/kumoji-catalog.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_TERM_POPOVER (kumoji_term_popover_get_type ())
G_DECLARE_FINAL_TYPE (KumojiTermPopover, kumoji_term_popover, KUMOJI, TERM_POPOVER, GtkPopover)

KumojiTermPopover *
kumoji_term_popover_open (GtkWidget *parent, KumojiCatalog *catalog, KumojiItem *item);

G_END_DECLS
