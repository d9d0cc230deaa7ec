/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop application's start. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/kumoji-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (KumojiApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, KUMOJI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = kumoji_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
