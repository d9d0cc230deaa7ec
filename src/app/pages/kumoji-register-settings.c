/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of the register: which columns are in sight, and by which one it is sorted. */
#include "config.h"

#include "app/pages/kumoji-register-settings.h"

/**
 * kumoji_register_settings_new:
 *
 * Returns: (transfer full) (nullable): where the register's look is kept; %NULL where the schema is
 *   not installed, as in a widget's test: it is then not kept
 */
GSettings *
kumoji_register_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, KUMOJI_APPLICATION_ID, TRUE) : NULL;

  return schema != NULL && g_settings_schema_has_key (schema, KUMOJI_REGISTER_COLUMNS_KEY)
           ? g_settings_new (KUMOJI_APPLICATION_ID)
           : NULL;
}

/**
 * kumoji_register_settings_dup_sort:
 *
 * Returns: (transfer full): a column's name, with "-" in front for the highest first; "" for the
 *   register's own order
 */
char *
kumoji_register_settings_dup_sort (void)
{
  g_autoptr (GSettings) settings = kumoji_register_settings_new ();

  return settings != NULL ? g_settings_get_string (settings, KUMOJI_REGISTER_SORT_KEY)
                          : g_strdup ("");
}
