/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An export: one report on its way into a file, in another thread. */
#pragma once

#include "project/kumoji-project.h"
#include "report/kumoji-report.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_EXPORT (kumoji_export_get_type ())
G_DECLARE_FINAL_TYPE (KumojiExport, kumoji_export, KUMOJI, EXPORT, GObject)

KumojiExport *kumoji_export_new (KumojiProject *project, const KumojiReportOptions *options);
void kumoji_export_run_async (KumojiExport *self,
                              GFile *file,
                              GAsyncReadyCallback callback,
                              gpointer data);
gboolean kumoji_export_run_finish (KumojiExport *self, GAsyncResult *result, GError **error);
void kumoji_export_cancel (KumojiExport *self);
double kumoji_export_get_fraction (KumojiExport *self);
gboolean kumoji_export_is_blank (KumojiExport *self);
const char *const *kumoji_export_get_warnings (KumojiExport *self);

G_END_DECLS
