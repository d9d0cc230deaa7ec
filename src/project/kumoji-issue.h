/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An issue: a report that left the office, and what the project said then. */
#pragma once

#include "project/kumoji-record.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ISSUE (kumoji_issue_get_type ())
G_DECLARE_FINAL_TYPE (KumojiIssue, kumoji_issue, KUMOJI, ISSUE, KumojiRecord)

char *kumoji_issue_dup_signatories (KumojiIssue *self, KumojiLanguage language);

G_END_DECLS
