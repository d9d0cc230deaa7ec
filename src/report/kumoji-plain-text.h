/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain text: what a user typed, made ready to be set in type. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kumoji_plain_text (const char *text);
gboolean kumoji_plain_text_is_selector (gunichar character);

G_END_DECLS
