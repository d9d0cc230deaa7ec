/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the overview says in sentences. */
#pragma once

#include "rules/kumoji-gate.h"
#include "rules/kumoji-valuation.h"

G_BEGIN_DECLS

char *kumoji_overview_dup_heading (KumojiRoadmap *roadmap);
char *kumoji_overview_dup_reasons (KumojiRoadmap *roadmap);
char *kumoji_overview_dup_difference (KumojiValuation *valuation);

G_END_DECLS
