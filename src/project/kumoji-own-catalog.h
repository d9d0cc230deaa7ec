/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An own catalog: a checklist of the company itself, embedded in its project. */
#pragma once

#include "catalog/kumoji-catalog.h"
#include "project/kumoji-list.h"
#include "project/kumoji-wording.h"

G_BEGIN_DECLS

/* Its JSON is a catalog file, DESIGN.md section 3, but for "format" and "version". Its id is what
 * the rounds of the project name. */
#define KUMOJI_TYPE_OWN_CATALOG (kumoji_own_catalog_get_type ())
G_DECLARE_FINAL_TYPE (KumojiOwnCatalog, kumoji_own_catalog, KUMOJI, OWN_CATALOG, KumojiRecord)

#define KUMOJI_TYPE_OWN_SOURCE (kumoji_own_source_get_type ())
G_DECLARE_FINAL_TYPE (KumojiOwnSource, kumoji_own_source, KUMOJI, OWN_SOURCE, KumojiRecord)

#define KUMOJI_TYPE_OWN_SECTION (kumoji_own_section_get_type ())
G_DECLARE_FINAL_TYPE (KumojiOwnSection, kumoji_own_section, KUMOJI, OWN_SECTION, KumojiRecord)

/* An item's id is what the answers to it have for their id. */
#define KUMOJI_TYPE_OWN_ITEM (kumoji_own_item_get_type ())
G_DECLARE_FINAL_TYPE (KumojiOwnItem, kumoji_own_item, KUMOJI, OWN_ITEM, KumojiRecord)

KumojiRecord *kumoji_own_catalog_new_from_json (JsonObject *root, const char *number_mark);
GBytes *kumoji_own_catalog_to_bytes (KumojiRecord *self);
KumojiCatalog *kumoji_own_catalog_read (KumojiRecord *self);
KumojiCatalog *
kumoji_own_catalog_read_changes (KumojiRecord *self, KumojiCatalog *before, GHashTable *unchanged);
gboolean kumoji_own_catalog_check (KumojiRecord *self, const char *name, GError **error);
KumojiList *kumoji_own_catalog_get_sections (KumojiRecord *self);
KumojiRecord *kumoji_own_catalog_find_item (KumojiRecord *self, const char *id);
guint kumoji_own_catalog_count_items (KumojiRecord *self);
gboolean kumoji_own_lacks (KumojiRecord *self, KumojiLanguage language);

G_END_DECLS
