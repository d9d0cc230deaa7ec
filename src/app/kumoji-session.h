/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: the project that is open, the file it came from, and whether it is saved. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

/**
 * KumojiSessionState:
 * @KUMOJI_SESSION_BLANK: nothing is said yet, and there is no file
 * @KUMOJI_SESSION_UNSAVED: it never was in a file
 * @KUMOJI_SESSION_MODIFIED: the file says something else
 * @KUMOJI_SESSION_SAVED: the file says the same
 * @KUMOJI_SESSION_SAVING: it is being written
 * @KUMOJI_SESSION_LOADING: another project is being read
 * @KUMOJI_SESSION_READ_ONLY: it is only shown
 */
typedef enum
{
  KUMOJI_SESSION_BLANK,
  KUMOJI_SESSION_UNSAVED,
  KUMOJI_SESSION_MODIFIED,
  KUMOJI_SESSION_SAVED,
  KUMOJI_SESSION_SAVING,
  KUMOJI_SESSION_LOADING,
  KUMOJI_SESSION_READ_ONLY,
} KumojiSessionState;

#define KUMOJI_TYPE_SESSION (kumoji_session_get_type ())
G_DECLARE_FINAL_TYPE (KumojiSession, kumoji_session, KUMOJI, SESSION, GObject)

KumojiSession *kumoji_session_new (void);

KumojiProject *kumoji_session_get_project (KumojiSession *self);
GFile *kumoji_session_get_file (KumojiSession *self);
KumojiSessionState kumoji_session_get_state (KumojiSession *self);
const char *kumoji_session_get_state_label (KumojiSession *self);
char *kumoji_session_dup_file_name (KumojiSession *self);
gboolean kumoji_session_is_modified (KumojiSession *self);
gboolean kumoji_session_is_read_only (KumojiSession *self);
gboolean kumoji_session_is_busy (KumojiSession *self);
GPtrArray *kumoji_session_dup_problems (KumojiSession *self);

void kumoji_session_begin (KumojiSession *self, KumojiProject *project);
void kumoji_session_load_async (KumojiSession *self,
                                GFile *file,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean kumoji_session_load_finish (KumojiSession *self, GAsyncResult *result, GError **error);
void kumoji_session_save_async (KumojiSession *self,
                                GFile *file,
                                gboolean overwrite,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean kumoji_session_save_finish (KumojiSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
