/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part row: one part of a report, whether it is printed, and its place among the others. */
#pragma once

#include <adwaita.h>

#include "report/kumoji-report-part.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_PART_ROW (kumoji_part_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiPartRow, kumoji_part_row, KUMOJI, PART_ROW, AdwActionRow)

GtkWidget *kumoji_part_row_new (const KumojiReportPart *part);
const KumojiReportPart *kumoji_part_row_get_part (KumojiPartRow *self);
guint kumoji_part_row_get_place (KumojiPartRow *self);
void kumoji_part_row_show (KumojiPartRow *self, gboolean printed, guint place);

G_END_DECLS
