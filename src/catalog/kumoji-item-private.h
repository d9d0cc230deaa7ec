/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a catalog reads its items. */
#pragma once

#include "catalog/kumoji-control.h"
#include "catalog/kumoji-facet.h"
#include "catalog/kumoji-item.h"

G_BEGIN_DECLS

extern const char *const kumoji_no_means_words[];

/**
 * KumojiItemFrame:
 * @kind: how its items are answered
 * @impacts: (element-type KumojiFacetValue): what is asked of each item of kind impact
 * @no_means: what a No means where an item does not say
 * @facets: (element-type KumojiFacet): those that an item may name
 * @controls: (element-type KumojiControl): those that an item may name
 * @is_draft: whether texts may be missing still
 * @known: (nullable) (element-type utf8 KumojiItem): by number, items that are as they were: of
 *   these only the number is read
 *
 * What the catalog says for all of its items.
 */
typedef struct
{
  KumojiKind kind;
  GPtrArray *impacts;
  KumojiNoMeans no_means;
  GPtrArray *facets;
  GPtrArray *controls;
  gboolean is_draft;
  GHashTable *known;
} KumojiItemFrame;

KumojiItem *kumoji_item_new_from_place (const KumojiPlace *place, const KumojiItemFrame *frame);

G_END_DECLS
