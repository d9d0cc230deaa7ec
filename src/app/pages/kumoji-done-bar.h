/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The done bar: when a recurring check is due, and a button that says that it was done today. */
#pragma once

#include <gtk/gtk.h>

#include "rules/kumoji-item-state.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_DONE_BAR (kumoji_done_bar_get_type ())
G_DECLARE_FINAL_TYPE (KumojiDoneBar, kumoji_done_bar, KUMOJI, DONE_BAR, GtkBox)

void kumoji_done_bar_show (KumojiDoneBar *self,
                           KumojiItem *item,
                           KumojiAnswer *answer,
                           KumojiItemState state);
GtkButton *kumoji_done_bar_get_button (KumojiDoneBar *self);

G_END_DECLS
