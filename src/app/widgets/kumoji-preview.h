/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A preview: the pages of a report as they would be printed now, to leaf through and to search. */
#pragma once

#include <adwaita.h>

#include "app/widgets/kumoji-page-roll.h"
#include "report/kumoji-report.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_PREVIEW (kumoji_preview_get_type ())
G_DECLARE_FINAL_TYPE (KumojiPreview, kumoji_preview, KUMOJI, PREVIEW, AdwBin)

void kumoji_preview_show (KumojiPreview *self,
                          KumojiProject *project,
                          const KumojiReportOptions *options);
void kumoji_preview_say (KumojiPreview *self, const char *text);
KumojiDocument *kumoji_preview_get_document (KumojiPreview *self);
gboolean kumoji_preview_is_busy (KumojiPreview *self);
KumojiPageRoll *kumoji_preview_get_roll (KumojiPreview *self);

G_END_DECLS
