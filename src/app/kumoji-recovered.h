/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be recovered: a copy that a program left behind, held against its file. */
#pragma once

#include "files/kumoji-recovery.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

/**
 * KumojiRecovered:
 * @copy: what is known of it
 * @mine: (nullable): what the copy says; %NULL where it cannot be opened
 * @theirs: what the file says; a blank project where there is none
 * @has_file: whether there is a file to compare with
 * @n_differences: between both
 * @problem: (nullable): why the copy cannot be opened
 */
typedef struct
{
  KumojiRecovery *copy;
  KumojiProject *mine;
  KumojiProject *theirs;
  gboolean has_file;
  guint n_differences;
  char *problem;
} KumojiRecovered;

void kumoji_recovered_free (KumojiRecovered *self);
char *kumoji_recovered_dup_place (const KumojiRecovered *self);
char *kumoji_recovered_dup_facts (const KumojiRecovered *self);

void kumoji_recovered_find_async (GAsyncReadyCallback callback, gpointer data);
GPtrArray *kumoji_recovered_find_finish (GAsyncResult *result, guint *n_broken);

G_END_DECLS
