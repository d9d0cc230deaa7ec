/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup row: one saved version, and how far it is from now. */
#pragma once

#include <adwaita.h>

#include "files/kumoji-backups.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_BACKUP_ROW (kumoji_backup_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiBackupRow, kumoji_backup_row, KUMOJI, BACKUP_ROW, AdwActionRow)

GtkWidget *kumoji_backup_row_new (KumojiBackup *backup, GFile *file);
const KumojiBackup *kumoji_backup_row_get_backup (KumojiBackupRow *self);
void kumoji_backup_row_set_differences (KumojiBackupRow *self, guint n);
void kumoji_backup_row_set_problem (KumojiBackupRow *self, const char *problem);
char *kumoji_backup_dup_date (const KumojiBackup *backup);

G_END_DECLS
