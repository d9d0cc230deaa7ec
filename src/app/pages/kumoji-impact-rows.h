/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The impact rows: in which ways a threat may hit the company, and how hard in each. */
#pragma once

#include <gtk/gtk.h>

#include "catalog/kumoji-item.h"
#include "project/kumoji-assessment.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_IMPACT_ROWS (kumoji_impact_rows_get_type ())
G_DECLARE_FINAL_TYPE (KumojiImpactRows, kumoji_impact_rows, KUMOJI, IMPACT_ROWS, GtkGrid)

void kumoji_impact_rows_show (KumojiImpactRows *self, KumojiItem *item, KumojiAnswer *answer);
const char *kumoji_impact_rows_find_next (KumojiImpactRows *self);
GtkToggleButton *
kumoji_impact_rows_get_button (KumojiImpactRows *self, const char *impact, const char *level);

const char *kumoji_impact_find_level (char key);

G_END_DECLS
