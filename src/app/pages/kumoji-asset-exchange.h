/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exchange of the register with spreadsheets: what the assets page does with CSV files. */
#pragma once

#include "app/kumoji-pane.h"

G_BEGIN_DECLS

void kumoji_asset_exchange_export_to (KumojiPane *pane, GFile *file);
void kumoji_asset_exchange_class_init (GtkWidgetClass *widget_class);

G_END_DECLS
