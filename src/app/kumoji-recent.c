/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The projects that were open lately, for the main menu. */
#include "config.h"

#include "app/kumoji-recent.h"

#include <glib/gi18n.h>

#include "app/kumoji-chooser.h"

#define MIME_TYPE "application/x-kumoji+json"
#define MAX_ENTRIES 10

static int
compare_by_time (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static gboolean
is_project (GtkRecentInfo *info)
{
  return g_str_has_suffix (gtk_recent_info_get_uri (info), kumoji_file_kind_project.suffix)
         && (!gtk_recent_info_is_local (info) || gtk_recent_info_exists (info));
}

/**
 * kumoji_recent_add:
 * @file: a project that was opened or saved
 */
void
kumoji_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "Kumoji",
    .app_exec = (char *) "kumoji %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * kumoji_recent_fill_menu:
 * @menu: a menu
 *
 * Replaces what @menu holds by the last projects, the newest first. They call "win.open-uri".
 */
void
kumoji_recent_fill_menu (GMenu *menu)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  g_menu_remove_all (menu);
  items = g_list_sort (items, compare_by_time);
  for (GList *l = items; l != NULL && n < MAX_ENTRIES; l = l->next)
    {
      g_autoptr (GMenuItem) item = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *label = NULL;

      if (!is_project (l->data))
        continue;
      /* An underscore in a file's name is no mnemonic. */
      parts = g_strsplit (gtk_recent_info_get_display_name (l->data), "_", -1);
      label = g_strjoinv ("__", parts);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-uri", "s",
                                         gtk_recent_info_get_uri (l->data));
      g_menu_append_item (menu, item);
      n++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}
