/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reports: what is printed, and in which form. */
#pragma once

#include "app/kumoji-pane.h"
#include "report/kumoji-report.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_REPORTS_PAGE (kumoji_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (KumojiReportsPage, kumoji_reports_page, KUMOJI, REPORTS_PAGE, KumojiPane)

void kumoji_reports_page_export_to (KumojiReportsPage *self, GFile *file);
gboolean kumoji_reports_page_is_busy (KumojiReportsPage *self);

G_END_DECLS
