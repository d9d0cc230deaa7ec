/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project's file: read into a project, and written from one. */
#pragma once

#include "files/kumoji-file-error.h"
#include "files/kumoji-guard.h"
#include "files/kumoji-stamp.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

/**
 * KumojiLoadFlags:
 * @KUMOJI_LOAD_NEWER: a file of a newer version is read all the same; whoever asks for it must not
 *   save it in its place
 */
typedef enum
{
  KUMOJI_LOAD_NONE = 0,
  KUMOJI_LOAD_NEWER = 1 << 0,
} KumojiLoadFlags;

KumojiProject *kumoji_project_file_parse (GBytes *bytes, KumojiLoadFlags flags, GError **error);
GBytes *kumoji_project_file_compose (const KumojiSnapshot *snapshot, GError **error);

KumojiProject *kumoji_project_file_load (GFile *file,
                                         KumojiLoadFlags flags,
                                         GCancellable *cancellable,
                                         KumojiStamp **stamp,
                                         GError **error);
void kumoji_project_file_load_async (GFile *file,
                                     KumojiLoadFlags flags,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
KumojiProject *
kumoji_project_file_load_finish (GAsyncResult *result, KumojiStamp **stamp, GError **error);

gboolean kumoji_project_file_save (GFile *file,
                                   const KumojiSnapshot *snapshot,
                                   const KumojiStamp *expected,
                                   GCancellable *cancellable,
                                   KumojiStamp **stamp,
                                   GError **error);

G_END_DECLS
