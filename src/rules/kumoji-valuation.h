/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The valuation: what the company's information is worth, held against its annual sales. */
#pragma once

#include "project/kumoji-project.h"

G_BEGIN_DECLS

#define KUMOJI_VALUATION_ERROR (kumoji_valuation_error_quark ())

typedef enum
{
  KUMOJI_VALUATION_ERROR_OVERFLOW,
} KumojiValuationError;

GQuark kumoji_valuation_error_quark (void);

typedef enum
{
  KUMOJI_VALUATION_BALANCED,
  KUMOJI_VALUATION_OVER,
  KUMOJI_VALUATION_UNDER,
  KUMOJI_VALUATION_UNKNOWN,
} KumojiValuationState;

/**
 * KumojiShare:
 * @id: a choice's id; "" for assets of which it was not said
 * @label: the choice's name in English, for kumoji_phrase()
 * @total: yen, of the assets that count
 * @assets: how many assets there are, counted or not
 */
typedef struct
{
  const char *id;
  const char *label;
  gint64 total;
  guint assets;
} KumojiShare;

/**
 * KumojiValuation:
 * @total: yen, of the assets that count
 * @sales: yen a year, 0 for unknown
 * @difference: total − sales, yen
 * @ratio_millionths: total / sales in millionths, -1 without sales or beyond 64 bits
 * @by_group: (element-type KumojiShare): in the order of the choices, none last
 * @overflow: (nullable): the asset whose value, or whose share in the total, goes beyond 64 bits;
 *   the figures are then not to be shown
 */
typedef struct
{
  gint64 total;
  gint64 sales;
  gint64 difference;
  gint64 ratio_millionths;
  KumojiValuationState state;
  guint assets;
  guint counted;
  GArray *by_group;
  GArray *by_class;
  GArray *by_category;
  GArray *by_sensitivity;
  GArray *by_rank;
  KumojiAsset *overflow;
} KumojiValuation;

KumojiValuation *kumoji_valuation_new (KumojiProject *project);
void kumoji_valuation_free (KumojiValuation *self);
char *kumoji_valuation_dup_overflow_message (KumojiValuation *self, KumojiLanguage language);
gboolean kumoji_valuation_get_balancing_value (KumojiValuation *self,
                                               KumojiAsset *asset,
                                               gint64 *unit_value);
const char *kumoji_valuation_state_get_id (KumojiValuationState state);
const char *kumoji_valuation_state_get_label (KumojiValuationState state, KumojiLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KumojiValuation, kumoji_valuation_free)

G_END_DECLS
