/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A path: where a record stands in a project, e.g. "assets[3]". */
#include "project/kumoji-path.h"

#include <stdlib.h>
#include <string.h>

#include "project/kumoji-list.h"

/**
 * kumoji_path_step:
 * @record: a record
 * @segment: one step down: "profile", or "assets[3]"
 *
 * Returns: (transfer none) (nullable): the record there
 */
KumojiRecord *
kumoji_path_step (KumojiRecord *record, const char *segment)
{
  const char *bracket = strchr (segment, '[');
  g_autofree char *name =
    bracket != NULL ? g_strndup (segment, (gsize) (bracket - segment)) : g_strdup (segment);
  const KumojiField *field = kumoji_record_get_field (record, name);
  KumojiList *list;
  guint position;

  if (field == NULL)
    return NULL;
  if (field->type == KUMOJI_FIELD_RECORD)
    return kumoji_record_get_record (record, name);
  if (field->type != KUMOJI_FIELD_LIST || bracket == NULL)
    return NULL;
  list = kumoji_record_get_list (record, name);
  position = (guint) strtoul (bracket + 1, NULL, 10);
  return position < kumoji_list_get_length (list) ? kumoji_list_get (list, position) : NULL;
}

/**
 * kumoji_path_find:
 * @root: a project
 * @path: of a record, as kumoji_record_dup_path() says it
 *
 * Returns: (transfer none) (nullable): the record there
 */
KumojiRecord *
kumoji_path_find (KumojiRecord *root, const char *path)
{
  g_auto (GStrv) segments = g_strsplit (path, ".", -1);
  KumojiRecord *record = root;

  for (guint i = 0; segments[i] != NULL && record != NULL; i++)
    record = kumoji_path_step (record, segments[i]);
  return record;
}

static void
append_path (KumojiRecord *self, GString *path)
{
  KumojiRecord *parent = kumoji_record_get_parent (self);
  const KumojiField *home = kumoji_record_get_home (self);
  guint position;

  if (parent == NULL)
    return;
  append_path (parent, path);
  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append (path, home->name);
  if (home->type == KUMOJI_FIELD_LIST
      && kumoji_list_get_position (kumoji_record_get_list (parent, home->name), self, &position))
    g_string_append_printf (path, "[%u]", position);
}

/**
 * kumoji_record_dup_path:
 * @self: a record
 * @field: (nullable): one of its fields
 *
 * Returns: (transfer full): where it stands in the project's file, e.g. "assets[3].count"
 */
char *
kumoji_record_dup_path (KumojiRecord *self, const char *field)
{
  GString *path = g_string_new (NULL);

  append_path (self, path);
  if (field != NULL)
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", field);
  return g_string_free (path, FALSE);
}
