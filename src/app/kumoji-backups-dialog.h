/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backups dialog: the saved versions of a project, to compare, to restore, to open beside. */
#pragma once

#include "app/kumoji-window.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_BACKUPS_DIALOG (kumoji_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KumojiBackupsDialog, kumoji_backups_dialog, KUMOJI, BACKUPS_DIALOG, AdwWindow)

KumojiBackupsDialog *kumoji_backups_dialog_new (KumojiWindow *window);
gboolean kumoji_backups_dialog_is_busy (KumojiBackupsDialog *self);

G_END_DECLS
