/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Output: what a terminal gets; text from a project never acts as its escapes. */
#pragma once

#include <gio/gio.h>

#include "cli/kumoji-cli.h"

G_BEGIN_DECLS

char *kumoji_cli_clean (const char *text);
char *kumoji_cli_clean_json (const char *json);
void kumoji_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void kumoji_cli_print_bytes (GBytes *bytes);
KumojiCliStatus kumoji_cli_refuse (const char *file, const char *sentence);
KumojiCliStatus kumoji_cli_refuse_error (const char *argument, GFile *file, const GError *error);
KumojiCliStatus kumoji_cli_usage (const KumojiCliCommand *command, const char *sentence);
gboolean kumoji_cli_flush (void);

G_END_DECLS
