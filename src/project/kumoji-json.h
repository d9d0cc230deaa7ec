/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON text: what json-glib's generator cannot write exactly. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void kumoji_json_append_string (GString *out, const char *text);
void kumoji_json_append_node (GString *out, JsonNode *node, const char *number_mark);
void kumoji_json_append_indented (GString *out, const char *compact, guint depth);
void kumoji_json_append_indent (GString *out, guint depth);

G_END_DECLS
