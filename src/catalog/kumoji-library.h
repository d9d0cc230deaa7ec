/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: all catalogs that are at hand, and the stages. */
#pragma once

#include "catalog/kumoji-catalog.h"
#include "catalog/kumoji-stage-guide.h"

G_BEGIN_DECLS

#define KUMOJI_TYPE_LIBRARY (kumoji_library_get_type ())
G_DECLARE_FINAL_TYPE (KumojiLibrary, kumoji_library, KUMOJI, LIBRARY, GObject)

KumojiLibrary *kumoji_library_get_default (void);
GPtrArray *kumoji_library_get_catalogs (KumojiLibrary *self);
KumojiCatalog *kumoji_library_get_catalog (KumojiLibrary *self, const char *id);
GPtrArray *kumoji_library_get_stages (KumojiLibrary *self);
const KumojiStageGuide *kumoji_library_get_stage (KumojiLibrary *self, const char *id);

G_END_DECLS
