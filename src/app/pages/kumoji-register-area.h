/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of the register: the table, the balance and the details, as the window has room. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KUMOJI_TYPE_REGISTER_AREA (kumoji_register_area_get_type ())
G_DECLARE_FINAL_TYPE (KumojiRegisterArea, kumoji_register_area, KUMOJI, REGISTER_AREA, GtkWidget)

G_END_DECLS
