/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan of the stages, from the day of the first one and the times that the guide recommends. */
#pragma once

#include "catalog/kumoji-library.h"
#include "project/kumoji-project.h"

G_BEGIN_DECLS

char *kumoji_stage_plan_propose_start (KumojiProject *project, const char *today);
void kumoji_stage_plan_fill (KumojiLibrary *library, KumojiProject *project, const char *start);

G_END_DECLS
