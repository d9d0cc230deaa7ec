/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An add-catalog dialog: where an own checklist comes from, and what it will be. */
#pragma once

#include <adwaita.h>

#include "files/kumoji-catalog-import.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_ADD_CATALOG_DIALOG (kumoji_add_catalog_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KumojiAddCatalogDialog,
                      kumoji_add_catalog_dialog,
                      KUMOJI,
                      ADD_CATALOG_DIALOG,
                      AdwWindow)

KumojiAddCatalogDialog *kumoji_add_catalog_dialog_new (GtkWindow *parent, KumojiProject *project);
void kumoji_add_catalog_dialog_load (KumojiAddCatalogDialog *self, GFile *file);
KumojiRecord *kumoji_add_catalog_dialog_get_draft (KumojiAddCatalogDialog *self);

G_END_DECLS
