/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cover: whose report it is, of which day, by whom, and what is in it. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

typedef struct _KumojiCover KumojiCover;

KumojiCover *kumoji_cover_begin (KumojiReportContext *context, GError **error);
void kumoji_cover_draw (KumojiCover *self, const char *title);
void kumoji_cover_free (KumojiCover *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiCover, kumoji_cover_free)

G_END_DECLS
