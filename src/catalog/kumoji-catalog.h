/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog: the questions of one guide, in sections. */
#pragma once

#include <gio/gio.h>

#include "catalog/kumoji-control.h"
#include "catalog/kumoji-facet.h"
#include "catalog/kumoji-item.h"

G_BEGIN_DECLS

#define KUMOJI_CATALOG_FORMAT "kumoji-catalog"
#define KUMOJI_CATALOG_VERSION 1

/* Fifty times what the largest guide asks. */
#define KUMOJI_CATALOG_MAX_ITEMS 10000

#define KUMOJI_CATALOG_ERROR (kumoji_catalog_error_quark ())

typedef enum
{
  KUMOJI_CATALOG_ERROR_BROKEN,
} KumojiCatalogError;

GQuark kumoji_catalog_error_quark (void);

typedef enum
{
  KUMOJI_SUBJECT_COMPANY,
  KUMOJI_SUBJECT_SERVICE,
} KumojiSubject;

/**
 * KumojiSection:
 * @id: the section's number in its guide
 * @items: (element-type KumojiItem): in the order of the guide
 */
typedef struct
{
  char *id;
  KumojiText title;
  GPtrArray *items;
} KumojiSection;

#define KUMOJI_TYPE_CATALOG (kumoji_catalog_get_type ())
G_DECLARE_FINAL_TYPE (KumojiCatalog, kumoji_catalog, KUMOJI, CATALOG, GObject)

KumojiCatalog *kumoji_catalog_new_from_bytes (GBytes *bytes, const char *name, GError **error);
KumojiCatalog *kumoji_catalog_new_draft (GBytes *bytes, GHashTable *known, GError **error);
gboolean kumoji_catalog_id_is_valid (const char *id);

const char *kumoji_catalog_get_id (KumojiCatalog *self);
KumojiKind kumoji_catalog_get_kind (KumojiCatalog *self);
KumojiSubject kumoji_catalog_get_subject (KumojiCatalog *self);
const char *kumoji_catalog_get_title (KumojiCatalog *self, KumojiLanguage language);
const char *kumoji_catalog_get_short_title (KumojiCatalog *self, KumojiLanguage language);
const char *kumoji_catalog_get_description (KumojiCatalog *self, KumojiLanguage language);
const char *kumoji_catalog_get_publisher (KumojiCatalog *self, KumojiLanguage language);
const char *kumoji_catalog_get_place (KumojiCatalog *self, KumojiLanguage language);
gint64 kumoji_catalog_get_year (KumojiCatalog *self);
const char *kumoji_catalog_get_source_file (KumojiCatalog *self);
GPtrArray *kumoji_catalog_get_facets (KumojiCatalog *self);
GPtrArray *kumoji_catalog_get_impacts (KumojiCatalog *self);
const KumojiControl *kumoji_catalog_get_control (KumojiCatalog *self, KumojiItem *item);
GPtrArray *kumoji_catalog_get_sections (KumojiCatalog *self);
GPtrArray *kumoji_catalog_get_items (KumojiCatalog *self);
const KumojiSection *kumoji_catalog_get_section (KumojiCatalog *self, const char *id);
KumojiItem *kumoji_catalog_get_item (KumojiCatalog *self, const char *id);
GBytes *kumoji_catalog_get_bytes (KumojiCatalog *self);

G_END_DECLS
