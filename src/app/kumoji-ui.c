/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the application's widgets need before the first of them is made. */
#include "config.h"

#include "app/kumoji-ui.h"

#include "app/pages/kumoji-catalog-choice.h"
#include "app/widgets/kumoji-field-row.h"
#include "app/widgets/kumoji-chart-view.h"
#include "app/widgets/kumoji-pill.h"
#include "app/kumoji-app-resources.h"

/**
 * kumoji_ui_init:
 *
 * Makes the templates known. The application calls it by itself; a test that shows one widget
 * alone calls it first. Calling it again does nothing.
 */
void
kumoji_ui_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  /* A static library's resources are linked only where something names them. */
  g_resources_register (kumoji_app_get_resource ());
  /* Templates name these types before any code does. */
  g_type_ensure (KUMOJI_TYPE_CATALOG_CHOICE);
  g_type_ensure (KUMOJI_TYPE_CHART_VIEW);
  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  g_type_ensure (KUMOJI_TYPE_PILL);
  g_once_init_leave (&done, 1);
}
