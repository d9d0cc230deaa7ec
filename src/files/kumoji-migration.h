/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migration: a project of an older version becomes one of this version (private). */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * KumojiMigration:
 * @root: the root of a project's file
 * @number_mark: what stands in front of numbers that json-glib cannot keep
 *
 * Changes @root from one version of the format to the next.
 */
typedef void (*KumojiMigration) (JsonObject *root, const char *number_mark);

void kumoji_migrate (JsonObject *root,
                     const char *number_mark,
                     gint64 version,
                     const KumojiMigration *chain);
void kumoji_migrate_to_present (JsonObject *root, const char *number_mark, gint64 version);

G_END_DECLS
