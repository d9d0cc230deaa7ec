/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the session share (private). */
#pragma once

#include "app/kumoji-session.h"

G_BEGIN_DECLS

typedef enum
{
  KUMOJI_JOB_NONE,
  KUMOJI_JOB_LOAD,
  KUMOJI_JOB_SAVE,
} KumojiJob;

struct _KumojiSession
{
  GObject parent_instance;

  KumojiProject *project;
  GFile *file;
  KumojiStamp *stamp;
  KumojiReadOnly read_only;
  KumojiLock *lock;   /* ours; NULL where there is none */
  KumojiLock *holder; /* somebody else's, of the file that was asked for last */
  KumojiKeeper *keeper;
  KumojiFileWatch *watch;
  KumojiJob job;
  guint revert_id;
};

/**
 * KumojiOpened:
 * @project: what was opened
 * @file: (nullable): where it is kept
 * @stamp: (nullable): what @file was
 * @read_only: whether it is only shown
 * @lock: (nullable): our lock on @file
 * @keeps_lock: whether the lock that the session has is the one on @file
 * @holder: (nullable): who else has @file open
 * @copy: (nullable): the id of the recovery copy that it comes from
 *
 * What a session shows next.
 */
typedef struct
{
  KumojiProject *project;
  GFile *file;
  KumojiStamp *stamp;
  KumojiReadOnly read_only;
  KumojiLock *lock;
  gboolean keeps_lock;
  KumojiLock *holder;
  char *copy;
} KumojiOpened;

void kumoji_session_set_job (KumojiSession *self, KumojiJob job);
void kumoji_session_take_over (KumojiSession *self, KumojiOpened *opened);
void kumoji_session_set_stamp (KumojiSession *self, KumojiStamp *stamp);
void kumoji_session_set_lock (KumojiSession *self, KumojiLock *lock);
void kumoji_session_set_holder (KumojiSession *self, KumojiLock *holder);

G_END_DECLS
