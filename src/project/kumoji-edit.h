/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of a project that are more than one field: one step each. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

KumojiAssessment *
kumoji_edit_ensure_round (KumojiProject *project, const char *catalog, const char *subject);
KumojiAssessment *kumoji_edit_start_round (KumojiProject *project,
                                           const char *catalog,
                                           const char *subject,
                                           gboolean carries_over,
                                           const char *today);
gboolean kumoji_edit_answer (KumojiProject *project,
                             KumojiAssessment *assessment,
                             const char *item,
                             const char *field,
                             const char *text,
                             const char *today,
                             GError **error);
gboolean kumoji_edit_impact (KumojiProject *project,
                             KumojiAssessment *assessment,
                             const char *item,
                             const char *impact,
                             const char *level,
                             const char *today,
                             GError **error);
KumojiAsset *kumoji_edit_add_asset (KumojiProject *project);
KumojiAsset *kumoji_edit_duplicate_asset (KumojiProject *project, KumojiAsset *asset);
void kumoji_edit_delete_assets (KumojiProject *project, GPtrArray *assets);
KumojiService *kumoji_edit_add_service (KumojiProject *project, const char *name);
void kumoji_edit_delete_service (KumojiProject *project, KumojiService *service);
KumojiIssue *kumoji_edit_enter_issue (KumojiProject *project, KumojiRecord *draft);
void kumoji_edit_delete_issue (KumojiProject *project, KumojiIssue *issue);

G_END_DECLS
