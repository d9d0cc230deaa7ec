/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog row: a checklist in the list of checklists, with how far it is answered. */
#pragma once

#include <adwaita.h>

#include "app/pages/kumoji-checklist.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_CATALOG_ROW (kumoji_catalog_row_get_type ())
G_DECLARE_FINAL_TYPE (KumojiCatalogRow, kumoji_catalog_row, KUMOJI, CATALOG_ROW, GtkListBoxRow)

GtkWidget *kumoji_catalog_row_new (KumojiChecklist *checklist);
KumojiChecklist *kumoji_catalog_row_get_checklist (KumojiCatalogRow *self);
void kumoji_catalog_row_refresh (KumojiCatalogRow *self);

G_END_DECLS
