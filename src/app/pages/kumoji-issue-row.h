/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An issue row: a report that was issued, and whether the project still says the same. */
#pragma once

#include <gtk/gtk.h>

#include "rules/kumoji-comparison.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ISSUE_ROW (kumoji_issue_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiIssueRow, kumoji_issue_row, KUMOJI, ISSUE_ROW, GtkListBoxRow)

GtkWidget *kumoji_issue_row_new (KumojiIssue *issue);
void kumoji_issue_row_compare (KumojiIssueRow *self, const KumojiFingerprints *now);

G_END_DECLS
