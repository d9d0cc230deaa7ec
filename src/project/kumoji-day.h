/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day as people type it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kumoji_day_to_iso (const char *text);

G_END_DECLS
