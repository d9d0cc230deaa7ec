/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options: what is typed behind a command. */
#pragma once

#include "cli/kumoji-cli.h"

G_BEGIN_DECLS

gboolean kumoji_cli_parse (const KumojiCliCommand *command,
                           char **arguments,
                           const GOptionEntry *entries,
                           KumojiCliStatus *status);
gboolean kumoji_cli_expect (const KumojiCliCommand *command,
                            char **words,
                            guint n,
                            const char *sentence,
                            KumojiCliStatus *status);

G_END_DECLS
