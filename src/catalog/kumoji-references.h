/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References: which items of different guides ask the same. */
#pragma once

#include "catalog/kumoji-library.h"

G_BEGIN_DECLS

/**
 * KumojiReference:
 * @catalog: another guide
 * @item: its item that asks the same
 * @topic: what both are about
 */
typedef struct
{
  KumojiCatalog *catalog;
  KumojiItem *item;
  const KumojiText *topic;
} KumojiReference;

typedef struct _KumojiReferences KumojiReferences;

KumojiReferences *kumoji_references_new_from_bytes (GBytes *bytes,
                                                    const char *name,
                                                    KumojiLibrary *library,
                                                    GError **error);
void kumoji_references_free (KumojiReferences *self);
GPtrArray *
kumoji_references_find (const KumojiReferences *self, const char *catalog, const char *item);
GPtrArray *kumoji_references_list (KumojiLibrary *library, const char *catalog, const char *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiReferences, kumoji_references_free)

G_END_DECLS
