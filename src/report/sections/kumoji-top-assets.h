/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The assets that are worth most. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

void kumoji_top_assets_add (KumojiReportContext *context);

G_END_DECLS
