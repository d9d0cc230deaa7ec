/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decision row: what management decided at a gate, when and why. */
#pragma once

#include <gtk/gtk.h>

#include "project/kumoji-stage.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_DECISION_ROW (kumoji_decision_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiDecisionRow, kumoji_decision_row, KUMOJI, DECISION_ROW, GtkListBoxRow)

GtkWidget *kumoji_decision_row_new (KumojiDecision *decision);

G_END_DECLS
