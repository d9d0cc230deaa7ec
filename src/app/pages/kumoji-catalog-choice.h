/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog choice: which checklists are printed. */
#pragma once

#include <adwaita.h>

#include "catalog/kumoji-library.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_CATALOG_CHOICE (kumoji_catalog_choice_get_type ())
G_DECLARE_FINAL_TYPE (KumojiCatalogChoice,
                      kumoji_catalog_choice,
                      KUMOJI,
                      CATALOG_CHOICE,
                      AdwExpanderRow)

void kumoji_catalog_choice_show (KumojiCatalogChoice *self,
                                 KumojiLibrary *library,
                                 const char *const *ids);

G_END_DECLS
