/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: all catalogs that are at hand, and the stages. */
#pragma once

#include "catalog/kumoji-catalog.h"
#include "catalog/kumoji-stage-guide.h"

G_BEGIN_DECLS

/**
 * KumojiGroup:
 *
 * Catalogs that are listed together, in the order of the list.
 */
typedef enum
{
  KUMOJI_GROUP_STAGES,
  KUMOJI_GROUP_MANAGEMENT,
  KUMOJI_GROUP_OPERATION,
  KUMOJI_GROUP_USE,
  KUMOJI_GROUP_PROVIDER,
  KUMOJI_GROUP_CITY,
  KUMOJI_GROUP_OWN,
  KUMOJI_GROUP_REFERENCE,
} KumojiGroup;

#define KUMOJI_TYPE_LIBRARY (kumoji_library_get_type ())
G_DECLARE_FINAL_TYPE (KumojiLibrary, kumoji_library, KUMOJI, LIBRARY, GObject)

KumojiLibrary *kumoji_library_get_default (void);
KumojiLibrary *kumoji_library_new_with (KumojiLibrary *self, GPtrArray *own);
GPtrArray *kumoji_library_get_catalogs (KumojiLibrary *self);
KumojiCatalog *kumoji_library_get_catalog (KumojiLibrary *self, const char *id);
GPtrArray *kumoji_library_get_stages (KumojiLibrary *self);
const KumojiStageGuide *kumoji_library_get_stage (KumojiLibrary *self, const char *id);
KumojiGroup kumoji_library_get_group (KumojiLibrary *self, KumojiCatalog *catalog);
const char *kumoji_group_get_title (KumojiGroup group, KumojiLanguage language);

G_END_DECLS
