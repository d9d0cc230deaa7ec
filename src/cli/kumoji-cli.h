/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: a table of commands, one file each. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KumojiCliStatus:
 * @KUMOJI_CLI_DONE: done and valid
 * @KUMOJI_CLI_REFUSED: refused or not valid; one line on standard error says why
 * @KUMOJI_CLI_USAGE: the command was not understood
 *
 * The exit status.
 */
typedef enum
{
  KUMOJI_CLI_DONE = 0,
  KUMOJI_CLI_REFUSED = 1,
  KUMOJI_CLI_USAGE = 2,
} KumojiCliStatus;

typedef struct _KumojiCliCommand KumojiCliCommand;

/**
 * KumojiCliCommand:
 * @name: as typed
 * @arguments: what follows it, for the help
 * @summary: what it does, in English, to be looked up with kumoji_phrase()
 * @run: does it; its arguments begin with @name
 */
struct _KumojiCliCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  KumojiCliStatus (*run) (const KumojiCliCommand *self, char **arguments);
};

KumojiCliStatus kumoji_cli_run (char **arguments);
gboolean kumoji_cli_is_language_chosen (void);

KumojiCliStatus kumoji_cli_new (const KumojiCliCommand *self, char **arguments);
KumojiCliStatus kumoji_cli_check (const KumojiCliCommand *self, char **arguments);
KumojiCliStatus kumoji_cli_report (const KumojiCliCommand *self, char **arguments);
KumojiCliStatus kumoji_cli_assets (const KumojiCliCommand *self, char **arguments);
KumojiCliStatus kumoji_cli_catalog (const KumojiCliCommand *self, char **arguments);
KumojiCliStatus kumoji_cli_verify (const KumojiCliCommand *self, char **arguments);

G_END_DECLS
