/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pair layout: two cards side by side where there is room, else one below the other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KUMOJI_TYPE_PAIR_LAYOUT (kumoji_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (KumojiPairLayout, kumoji_pair_layout, KUMOJI, PAIR_LAYOUT, GtkLayoutManager)

GtkLayoutManager *kumoji_pair_layout_new (void);

G_END_DECLS
