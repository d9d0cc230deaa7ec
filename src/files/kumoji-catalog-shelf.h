/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalog shelf: the folder in which a user keeps checklists for all of his projects. */
#pragma once

#include "files/kumoji-catalog-import.h"

G_BEGIN_DECLS

/**
 * KumojiShelved:
 * @name: the file's name
 * @catalog: (nullable): the checklist in it, which stands in no project
 * @problem: (nullable): why there is none, with the file's name in front
 */
typedef struct
{
  char *name;
  KumojiRecord *catalog;
  char *problem;
} KumojiShelved;

char *kumoji_catalog_shelf_get_path (void);
GPtrArray *kumoji_catalog_shelf_read (const char *path, GCancellable *cancellable);
void kumoji_catalog_shelf_read_async (const char *path,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *kumoji_catalog_shelf_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
