/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways in which a report can fail. */
#include "report/kumoji-report-error.h"

G_DEFINE_QUARK (kumoji-report-error, kumoji_report_error)
