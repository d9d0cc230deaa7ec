/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop application's start. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/kumoji-application.h"
#include "catalog/kumoji-language.h"

/* Where the desktop's locale is not generated on this machine, GTK would fall back to English while
 * the texts that Kumoji carries along stay Japanese: take the language alone, then. */
static void
set_locale (void)
{
  const char *folder = g_getenv ("KUMOJI_LOCALEDIR"); /* of a build that is not installed */

  if (setlocale (LC_ALL, "") == NULL)
    {
      setlocale (LC_ALL, "C.UTF-8");
      gtk_disable_setlocale ();
      g_setenv ("LANGUAGE", kumoji_language_get_code (kumoji_language_get_default ()), FALSE);
    }
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : KUMOJI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (KumojiApplication) application = NULL;

  set_locale ();
  application = kumoji_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
