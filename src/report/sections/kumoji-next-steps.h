/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to do next, as it follows from the blockers of the present gate. */
#pragma once

#include "report/sections/kumoji-report-context.h"

G_BEGIN_DECLS

void kumoji_next_steps_add (KumojiReportContext *context);

G_END_DECLS
