/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report: what a company says, as pages to read, to sign and to file. */
#pragma once

#include "report/kumoji-pdf-painter.h"
#include "report/kumoji-report-options.h"
#include "report/kumoji-watch.h"

G_BEGIN_DECLS

KumojiDocument *kumoji_report_lay_out (KumojiProject *project,
                                       const KumojiReportOptions *options,
                                       GCancellable *cancellable,
                                       GError **error);
GBytes *kumoji_report_render (KumojiProject *project,
                              const KumojiReportOptions *options,
                              KumojiReportProgress progress,
                              gpointer user_data,
                              char ***warnings,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
