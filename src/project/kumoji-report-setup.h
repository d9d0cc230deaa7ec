/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report setup: how this company's reports look, from one printing to the next. */
#pragma once

#include "project/kumoji-record.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_REPORT_SETUP (kumoji_report_setup_get_type ())
G_DECLARE_FINAL_TYPE (KumojiReportSetup, kumoji_report_setup, KUMOJI, REPORT_SETUP, KumojiRecord)

/* In which a report can be printed; ends with an empty one. */
extern const KumojiChoice kumoji_report_languages[];

gboolean kumoji_report_setup_names (KumojiReportSetup *self, const char *field, const char *id);
char *kumoji_report_setup_dup_without (KumojiReportSetup *self, const char *field, const char *id);
char *kumoji_report_setup_dup_with (KumojiReportSetup *self, const char *field, const char *id);

G_END_DECLS
