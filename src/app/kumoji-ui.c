/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the application's widgets need before the first of them is made. */
#include "config.h"

#include "app/kumoji-ui.h"

#include "app/widgets/kumoji-pill.h"
#include "src/app/kumoji-app-resources.h"

#define RESOURCE_PATH "/io/github/kumoji/Kumoji/"

/**
 * kumoji_ui_init:
 *
 * Makes templates, icons and styles known. A test that shows one widget alone calls it after
 * gtk_init(); the application calls it by itself. Calling it again does nothing.
 */
void
kumoji_ui_init (void)
{
  static gsize done = 0;
  g_autoptr (GtkCssProvider) styles = NULL;
  GdkDisplay *display = gdk_display_get_default ();

  if (!g_once_init_enter (&done))
    return;
  /* A static library's resources are linked only where something names them. */
  g_resources_register (kumoji_app_get_resource ());
  g_type_ensure (KUMOJI_TYPE_PILL);
  if (display != NULL)
    {
      styles = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (styles, RESOURCE_PATH "style.css");
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (styles),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
      gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                        RESOURCE_PATH "icons");
    }
  g_once_init_leave (&done, 1);
}
