/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the application's widgets need before the first of them is made. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kumoji_ui_init (void);

G_END_DECLS
