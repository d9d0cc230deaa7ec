/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog shelf: the folder in which a user keeps checklists for all of his projects. */
#include "files/kumoji-catalog-shelf.h"

#include <string.h>

/* More than anybody keeps; a folder of something else is not read for minutes. */
#define MOST_FILES 200

static void
shelved_free (KumojiShelved *self)
{
  g_free (self->name);
  g_clear_object (&self->catalog);
  g_free (self->problem);
  g_free (self);
}

/**
 * kumoji_catalog_shelf_get_path:
 *
 * Returns: (transfer full): the folder, which need not be there
 */
char *
kumoji_catalog_shelf_get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "kumoji", "catalogs", NULL);
}

static KumojiShelved *
read_file (const char *folder, const char *name, GCancellable *cancellable)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiCatalogImport) import = kumoji_catalog_import_load (file, cancellable, &error);
  KumojiShelved *self = g_new0 (KumojiShelved, 1);

  self->name = g_filename_display_name (name);
  if (import != NULL)
    self->catalog = g_object_ref (import->catalog);
  else
    self->problem = g_strdup (error->message);
  return self;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/**
 * kumoji_catalog_shelf_read:
 * @path: a folder
 * @cancellable: (nullable): to stop it
 *
 * Not for the main loop. A folder that is not there, or may not be read, holds nothing; a broken
 * file is told, and keeps no other from being read.
 *
 * Returns: (transfer full) (element-type KumojiShelved): what its files *.json hold, by their names
 */
GPtrArray *
kumoji_catalog_shelf_read (const char *path, GCancellable *cancellable)
{
  GPtrArray *shelved = g_ptr_array_new_with_free_func ((GDestroyNotify) shelved_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name != '.' && g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < MIN (names->len, MOST_FILES) && !g_cancellable_is_cancelled (cancellable);
       i++)
    g_ptr_array_add (shelved, read_file (path, names->pdata[i], cancellable));
  return shelved;
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, kumoji_catalog_shelf_read (task_data, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * kumoji_catalog_shelf_read_async:
 * @path: a folder
 * @cancellable: (nullable): to stop it
 * @callback: called on the main loop when it is done
 * @user_data: for @callback
 *
 * Reads in a thread.
 */
void
kumoji_catalog_shelf_read_async (const char *path,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, kumoji_catalog_shelf_read_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * kumoji_catalog_shelf_read_finish:
 * @result: what the callback got
 * @error: return location for a cancellation
 *
 * Returns: (transfer full) (nullable) (element-type KumojiShelved): as of
 *   kumoji_catalog_shelf_read()
 */
GPtrArray *
kumoji_catalog_shelf_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
