/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report choices: what is printed and in which form, as the project keeps it. */
#pragma once

#include "app/kumoji-pane.h"
#include "report/kumoji-report-options.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_REPORT_CHOICES (kumoji_report_choices_get_type ())
G_DECLARE_FINAL_TYPE (KumojiReportChoices,
                      kumoji_report_choices,
                      KUMOJI,
                      REPORT_CHOICES,
                      KumojiPane)

void kumoji_report_choices_get_options (KumojiReportChoices *self, KumojiReportOptions *options);

G_END_DECLS
