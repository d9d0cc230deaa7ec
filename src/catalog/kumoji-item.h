/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item: one question of a catalog. */
#pragma once

#include <json-glib/json-glib.h>

#include "catalog/kumoji-kind.h"

G_BEGIN_DECLS

/**
 * KumojiNoMeans:
 * @KUMOJI_NO_MEANS_GAP: something is missing: accept the risk or act
 * @KUMOJI_NO_MEANS_MISFIT: the guide was made for another kind of company; no risk, no action
 * @KUMOJI_NO_MEANS_NOT_APPLICABLE: the question does not concern us
 */
typedef enum
{
  KUMOJI_NO_MEANS_GAP,
  KUMOJI_NO_MEANS_MISFIT,
  KUMOJI_NO_MEANS_NOT_APPLICABLE,
} KumojiNoMeans;

#define KUMOJI_TYPE_ITEM (kumoji_item_get_type ())
G_DECLARE_FINAL_TYPE (KumojiItem, kumoji_item, KUMOJI, ITEM, GObject)

const char *kumoji_item_get_id (KumojiItem *self);
const char *kumoji_item_get_title (KumojiItem *self, KumojiLanguage language);
const char *kumoji_item_get_question (KumojiItem *self, KumojiLanguage language);
const char *kumoji_item_get_hint (KumojiItem *self, KumojiLanguage language);
const char *kumoji_item_get_example (KumojiItem *self, KumojiLanguage language);
const char *kumoji_item_get_look_for (KumojiItem *self, KumojiLanguage language);
const char *const *kumoji_item_get_terms (KumojiItem *self, KumojiLanguage language);
const char *kumoji_item_get_control (KumojiItem *self);
const char *const *kumoji_item_get_facet (KumojiItem *self, const char *facet);
KumojiKind kumoji_item_get_kind (KumojiItem *self);
GPtrArray *kumoji_item_get_impacts (KumojiItem *self);
gint64 kumoji_item_get_interval (KumojiItem *self);
KumojiNoMeans kumoji_item_get_no_means (KumojiItem *self);
gboolean kumoji_item_is_excluded_by_push (KumojiItem *self);
gboolean kumoji_item_lacks (KumojiItem *self, KumojiLanguage language);
gboolean kumoji_item_id_is_valid (const char *id);

G_END_DECLS
