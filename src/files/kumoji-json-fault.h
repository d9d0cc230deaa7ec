/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fault: what is wrong at a place of a JSON text, said to the user. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *kumoji_json_fault_shorten (const char *text);
void kumoji_json_fault_set (GError **error,
                            int code,
                            const char *text,
                            const char *at,
                            const char *reason);

G_END_DECLS
