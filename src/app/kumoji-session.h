/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session: the project that is open, the file it came from, and whether it is saved. */
#pragma once

#include "app/kumoji-keeper.h"
#include "app/kumoji-file-watch.h"
#include "files/kumoji-lock.h"

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

/**
 * KumojiReadOnly:
 * @KUMOJI_READ_ONLY_NOT: it can be edited
 * @KUMOJI_READ_ONLY_NEWER: a newer Kumoji wrote it
 * @KUMOJI_READ_ONLY_HELD: somebody else has it open, see kumoji_session_get_holder()
 */
typedef enum
{
  KUMOJI_READ_ONLY_NOT,
  KUMOJI_READ_ONLY_NEWER,
  KUMOJI_READ_ONLY_HELD,
} KumojiReadOnly;

/**
 * KumojiOpening:
 * @KUMOJI_OPENING_FREE: to edit it, where nobody else has it open
 * @KUMOJI_OPENING_READ_ONLY: to look at it
 * @KUMOJI_OPENING_COPY: as a new project that says the same
 * @KUMOJI_OPENING_ANYWAY: to edit it, and to take away the lock of somebody else
 */
typedef enum
{
  KUMOJI_OPENING_FREE,
  KUMOJI_OPENING_READ_ONLY,
  KUMOJI_OPENING_COPY,
  KUMOJI_OPENING_ANYWAY,
} KumojiOpening;

/**
 * KumojiSaving:
 * @KUMOJI_SAVING_CAREFULLY: what somebody else changed is not overwritten, nor a file that somebody
 *   else has open
 * @KUMOJI_SAVING_OVERWRITE: even if somebody else changed it since it was read
 * @KUMOJI_SAVING_UNLOCKED: even if somebody else has it open, whose lock stays
 */
typedef enum
{
  KUMOJI_SAVING_CAREFULLY = 0,
  KUMOJI_SAVING_OVERWRITE = 1 << 0,
  KUMOJI_SAVING_UNLOCKED = 1 << 1,
} KumojiSaving;

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
KumojiReadOnly kumoji_session_get_read_only (KumojiSession *self);
KumojiDisk kumoji_session_get_disk (KumojiSession *self);
const KumojiLock *kumoji_session_get_holder (KumojiSession *self);
gboolean kumoji_session_has_lock (KumojiSession *self, const KumojiLock *lock);
KumojiKeeper *kumoji_session_get_keeper (KumojiSession *self);
gboolean kumoji_session_is_busy (KumojiSession *self);
GPtrArray *kumoji_session_dup_problems (KumojiSession *self);

void kumoji_session_begin (KumojiSession *self, KumojiProject *project);
void kumoji_session_close (KumojiSession *self);
void kumoji_session_leave (KumojiSession *self);
void kumoji_session_check_disk (KumojiSession *self);
void kumoji_session_keep_mine (KumojiSession *self);
void kumoji_session_load_async (KumojiSession *self,
                                GFile *file,
                                KumojiOpening opening,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean kumoji_session_load_finish (KumojiSession *self, GAsyncResult *result, GError **error);
void kumoji_session_recover_async (KumojiSession *self,
                                   const char *id,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
gboolean kumoji_session_recover_finish (KumojiSession *self, GAsyncResult *result, GError **error);
void
kumoji_session_take_theirs_async (KumojiSession *self, GAsyncReadyCallback callback, gpointer data);
gboolean
kumoji_session_take_theirs_finish (KumojiSession *self, GAsyncResult *result, GError **error);
void kumoji_session_save_async (KumojiSession *self,
                                GFile *file,
                                KumojiSaving saving,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean kumoji_session_save_finish (KumojiSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
