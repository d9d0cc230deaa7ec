/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A side layout: a narrow column beside what fills the page; above it where there is no room. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KUMOJI_TYPE_SIDE_LAYOUT (kumoji_side_layout_get_type ())
G_DECLARE_FINAL_TYPE (KumojiSideLayout, kumoji_side_layout, KUMOJI, SIDE_LAYOUT, GtkLayoutManager)

G_END_DECLS
