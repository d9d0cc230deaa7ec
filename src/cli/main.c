/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kumoji-cli: the job of Kumoji without a display. */
#include <locale.h>

#include "cli/kumoji-cli.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_set_prgname ("kumoji-cli");
  return kumoji_cli_run (argv);
}
