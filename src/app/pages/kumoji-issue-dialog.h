/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An issue dialog: enters a report that left the office. */
#pragma once

#include <adwaita.h>

#include "report/kumoji-signed-paper.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ISSUE_DIALOG (kumoji_issue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KumojiIssueDialog, kumoji_issue_dialog, KUMOJI, ISSUE_DIALOG, AdwWindow)

KumojiIssueDialog *kumoji_issue_dialog_new (GtkWindow *parent,
                                            KumojiProject *project,
                                            GFile *file,
                                            const KumojiSignedPaper *paper,
                                            const char *today);
KumojiRecord *kumoji_issue_dialog_get_draft (KumojiIssueDialog *self);
KumojiHistory *kumoji_issue_dialog_get_draft_history (KumojiIssueDialog *self);

G_END_DECLS
