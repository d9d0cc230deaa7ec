/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project that a command works on: loaded, or refused in one line. */
#pragma once

#include "cli/kumoji-cli.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

KumojiProject *kumoji_cli_load (const char *argument);
KumojiCliStatus kumoji_cli_refuse_problems (const char *argument, GPtrArray *problems);

G_END_DECLS
