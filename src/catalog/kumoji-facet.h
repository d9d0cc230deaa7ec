/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A facet: one way to tell apart whom or when the items of a catalog concern, e.g. the phase. */
#pragma once

#include "catalog/kumoji-place.h"

G_BEGIN_DECLS

/* An item with this value concerns everybody, as one without any value does. */
#define KUMOJI_FACET_ANY "any"

/**
 * KumojiFacetValue:
 * @id: its name in the items, e.g. "procure"
 */
typedef struct
{
  char *id;
  KumojiText title;
} KumojiFacetValue;

/**
 * KumojiFacet:
 * @id: its name in the items, e.g. "phase"
 * @values: (element-type KumojiFacetValue): in the order in which they are offered
 */
typedef struct
{
  char *id;
  KumojiText title;
  GPtrArray *values;
} KumojiFacet;

GPtrArray *kumoji_facet_values_new_from_place (const KumojiPlace *place, const char *member);
GPtrArray *kumoji_facets_new_from_place (const KumojiPlace *place);
const KumojiFacet *kumoji_facets_find (GPtrArray *facets, const char *id);
const KumojiFacetValue *kumoji_facet_find_value (const KumojiFacet *self, const char *id);
GHashTable *kumoji_facets_read_values (GPtrArray *facets, const KumojiPlace *item);

G_END_DECLS
