/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stage line: the stages on the way, each of which leads to its place in the roadmap. */
#pragma once

#include <adwaita.h>

#include "rules/kumoji-gate.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_STAGE_LINE (kumoji_stage_line_get_type ())
G_DECLARE_FINAL_TYPE (KumojiStageLine, kumoji_stage_line, KUMOJI, STAGE_LINE, AdwBin)

void kumoji_stage_line_set_roadmap (KumojiStageLine *self, KumojiRoadmap *roadmap);

G_END_DECLS
