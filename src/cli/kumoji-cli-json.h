/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON output: written member by member, in the order of the calls. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void kumoji_cli_json_open (GString *out, const char *name, char bracket);
void kumoji_cli_json_close (GString *out, char bracket);
void kumoji_cli_json_add_text (GString *out, const char *name, const char *text);
void kumoji_cli_json_add_integer (GString *out, const char *name, gint64 number);
void kumoji_cli_json_add_millionths (GString *out, const char *name, gint64 millionths);
void kumoji_cli_json_add_flag (GString *out, const char *name, gboolean flag);
void kumoji_cli_json_add_null (GString *out, const char *name);
void kumoji_cli_json_print (GString *out);

G_END_DECLS
