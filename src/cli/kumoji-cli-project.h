/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project that a command works on: loaded, or refused in one line. */
#pragma once

#include "cli/kumoji-cli.h"
#include "files/kumoji-stamp.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

KumojiProject *kumoji_cli_load (const char *argument);
KumojiProject *kumoji_cli_load_valid (const char *argument, KumojiStamp **stamp);
KumojiCliStatus kumoji_cli_refuse_problems (const char *argument, GPtrArray *problems);
gboolean kumoji_cli_is_valid (const char *argument, KumojiProject *project);
gboolean kumoji_cli_check_output (const char *output, const char *input, const char *same);

G_END_DECLS
