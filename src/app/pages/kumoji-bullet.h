/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bullet: one point of a list, with its lines below each other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KUMOJI_TYPE_BULLET (kumoji_bullet_get_type ())
G_DECLARE_FINAL_TYPE (KumojiBullet, kumoji_bullet, KUMOJI, BULLET, GtkBox)

GtkWidget *kumoji_bullet_new (const char *text);

G_END_DECLS
