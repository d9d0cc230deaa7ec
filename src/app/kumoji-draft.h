/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft: the pages of a report as they would be printed now, laid out in another thread. */
#pragma once

#include "project/kumoji-project.h"
#include "report/kumoji-report.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_DRAFT (kumoji_draft_get_type ())
G_DECLARE_FINAL_TYPE (KumojiDraft, kumoji_draft, KUMOJI, DRAFT, GObject)

KumojiDraft *kumoji_draft_new (KumojiProject *project, const KumojiReportOptions *options);
void kumoji_draft_run_async (KumojiDraft *self, GAsyncReadyCallback callback, gpointer data);
KumojiDocument *kumoji_draft_run_finish (KumojiDraft *self, GAsyncResult *result, GError **error);
void kumoji_draft_cancel (KumojiDraft *self);

G_END_DECLS
