/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migration: a project of an older version becomes one of this version (private). */
#include "files/kumoji-migration.h"

#include "project/kumoji-project.h"

/* The first brings version 1 to version 2, the next 2 to 3, and so on. A version that changes what
 * a file says adds its function at the end, and an old file to the tests. */
static const KumojiMigration present[] = {
  NULL,
};

G_STATIC_ASSERT (G_N_ELEMENTS (present) == KUMOJI_PROJECT_VERSION);

/**
 * kumoji_migrate:
 * @root: the root of a project's file
 * @number_mark: what stands in front of numbers that json-glib cannot keep
 * @version: that @root is of, from 1 to the length of @chain and one
 * @chain: (array zero-terminated=1): the way from version 1 on
 *
 * Takes @root along the rest of the way.
 */
void
kumoji_migrate (JsonObject *root,
                const char *number_mark,
                gint64 version,
                const KumojiMigration *chain)
{
  for (const KumojiMigration *step = chain + (version - 1); *step != NULL; step++)
    (*step) (root, number_mark);
}

/**
 * kumoji_migrate_to_present:
 * @root: the root of a project's file
 * @number_mark: what stands in front of numbers that json-glib cannot keep
 * @version: that @root is of, from 1 to %KUMOJI_PROJECT_VERSION
 *
 * Makes @root one of %KUMOJI_PROJECT_VERSION.
 */
void
kumoji_migrate_to_present (JsonObject *root, const char *number_mark, gint64 version)
{
  kumoji_migrate (root, number_mark, version, present);
}
