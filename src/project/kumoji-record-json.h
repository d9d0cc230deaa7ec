/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record as JSON, read and written by its table of fields. */
#pragma once

#include <json-glib/json-glib.h>

#include "project/kumoji-record.h"

G_BEGIN_DECLS

/**
 * KumojiProblem:
 * @path: where in the file, e.g. "assets[3].count"
 * @reason: what is wrong
 */
typedef struct
{
  char *path;
  char *reason;
} KumojiProblem;

KumojiProblem *kumoji_problem_new (char *path, char *reason);
void kumoji_problem_free (KumojiProblem *self);

void kumoji_record_load_json (KumojiRecord *self, JsonObject *object, const char *number_mark);
void kumoji_record_append_json (KumojiRecord *self, GString *out, guint depth);
/**
 * KumojiCanonicalTake:
 * @out: what was written since the last call; may be taken and emptied
 * @user_data: as given
 *
 * Returns: whether to go on
 */
typedef gboolean (*KumojiCanonicalTake) (GString *out, gpointer user_data);

void kumoji_record_append_canonical (KumojiRecord *self, GString *out);
void kumoji_record_write_canonical (KumojiRecord *self,
                                    GString *out,
                                    KumojiCanonicalTake take,
                                    gpointer user_data);
void kumoji_record_list_problems (KumojiRecord *self, GPtrArray *problems);

G_END_DECLS
