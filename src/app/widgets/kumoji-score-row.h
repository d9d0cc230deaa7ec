/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A score row: how far one checklist is answered. */
#pragma once

#include <adwaita.h>

#include "rules/kumoji-score.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_SCORE_ROW (kumoji_score_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiScoreRow, kumoji_score_row, KUMOJI, SCORE_ROW, GtkListBoxRow)

GtkWidget *kumoji_score_row_new (GtkSizeGroup *titles, GtkSizeGroup *counts);
void kumoji_score_row_set (KumojiScoreRow *self,
                           KumojiCatalog *catalog,
                           KumojiService *service,
                           const KumojiScore *score);
void kumoji_score_row_set_more (KumojiScoreRow *self, guint more);
void kumoji_score_row_go (KumojiScoreRow *self);

G_END_DECLS
