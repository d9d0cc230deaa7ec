/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Today: the rules take the day as an argument, and this is where it comes from. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *kumoji_today_new (void);

G_END_DECLS
