/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paper check: a report's PDF read, and held against a project, in another thread. */
#pragma once

#include "report/kumoji-signed-paper.h"

G_BEGIN_DECLS

/**
 * KumojiPaperCheck:
 * @paper: what the PDF says of itself
 * @comparison: with the project as it stood when the check began
 */
typedef struct
{
  KumojiSignedPaper *paper;
  KumojiComparison comparison;
} KumojiPaperCheck;

void kumoji_paper_check_async (GFile *file,
                               KumojiProject *project,
                               GAsyncReadyCallback callback,
                               gpointer data);
KumojiPaperCheck *kumoji_paper_check_finish (GAsyncResult *result, GError **error);
void kumoji_paper_check_free (KumojiPaperCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiPaperCheck, kumoji_paper_check_free)

G_END_DECLS
