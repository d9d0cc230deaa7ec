/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The valuation: what the company's information is worth, held against its annual sales. */
#include "rules/kumoji-valuation.h"

#include "catalog/kumoji-phrases.h"

G_DEFINE_QUARK (kumoji-valuation-error, kumoji_valuation_error)

#define MILLION 1000000

typedef struct
{
  const char *id;
  const char *label;
} StateWords;

static const StateWords states[] = {
  [KUMOJI_VALUATION_BALANCED] = { "balanced", N_("Balanced") },
  [KUMOJI_VALUATION_OVER] = { "over", N_("Above sales") },
  [KUMOJI_VALUATION_UNDER] = { "under", N_("Below sales") },
  [KUMOJI_VALUATION_UNKNOWN] = { "unknown", N_("No sales entered") },
};

/* One share for each choice of the field, and a last one for assets of which it was not said. */
static GArray *
shares_new (const char *field)
{
  GArray *shares = g_array_new (FALSE, TRUE, sizeof (KumojiShare));
  const KumojiField *described = kumoji_record_type_get_field (KUMOJI_TYPE_ASSET, field);

  for (const KumojiChoice *choice = described->choices; choice->id != NULL; choice++)
    {
      KumojiShare share = { choice->id, choice->label };
      g_array_append_val (shares, share);
    }
  KumojiShare none = { "", N_("Not said yet") };
  g_array_append_val (shares, none);
  return shares;
}

/* Adds within 64 bits: the caller has checked that the sum of all fits. */
static void
add_to_share (GArray *shares, KumojiRecord *asset, guint field, gint64 yen)
{
  const char *id = g_value_get_string (kumoji_record_get_value_at (asset, field));

  for (guint i = 0; i < shares->len; i++)
    {
      KumojiShare *share = &g_array_index (shares, KumojiShare, i);
      if (!g_str_equal (share->id, id))
        continue;
      share->total += yen;
      share->assets++;
      return;
    }
}

/* FALSE where the asset's value, or the total with it, goes beyond 64 bits. */
static gboolean
add_to_total (KumojiValuation *self, KumojiAsset *asset, gint64 *counted_yen)
{
  gboolean counts = kumoji_asset_counts (asset);
  gint64 yen;

  self->assets++;
  self->counted += counts;
  *counted_yen = 0;
  if (!kumoji_asset_get_total (asset, &yen))
    return FALSE;
  if (counts)
    *counted_yen = yen;
  return !__builtin_add_overflow (self->total, *counted_yen, &self->total);
}

static void
add_assets (KumojiValuation *self, KumojiList *assets)
{
  GArray *shares[] = { self->by_group, self->by_class, self->by_category, self->by_sensitivity,
                       self->by_rank };
  static const char *const names[] = { "group", "class", "category", "sensitivity", "rank" };
  guint fields[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    fields[i] = kumoji_record_type_find (KUMOJI_TYPE_ASSET, names[i]);
  for (guint i = 0; i < kumoji_list_get_length (assets); i++)
    {
      KumojiRecord *asset = kumoji_list_get (assets, i);
      gint64 yen;

      if (!add_to_total (self, KUMOJI_ASSET (asset), &yen) && self->overflow == NULL)
        self->overflow = KUMOJI_ASSET (asset);
      for (guint j = 0; j < G_N_ELEMENTS (names) && self->overflow == NULL; j++)
        add_to_share (shares[j], asset, fields[j], yen);
    }
}

static void
compare_with_sales (KumojiValuation *self, gint64 tolerance)
{
  self->ratio_millionths = -1;
  self->state = KUMOJI_VALUATION_UNKNOWN;
  if (self->sales == 0)
    return;

  self->difference = self->total - self->sales;
  __int128 ratio = (__int128) self->total * MILLION / self->sales;
  if (ratio <= G_MAXINT64)
    self->ratio_millionths = (gint64) ratio;
  if ((__int128) ABS (self->difference) * 100 <= (__int128) tolerance * self->sales)
    self->state = KUMOJI_VALUATION_BALANCED;
  else
    self->state = self->difference > 0 ? KUMOJI_VALUATION_OVER : KUMOJI_VALUATION_UNDER;
}

/**
 * kumoji_valuation_new:
 * @project: what the company says
 *
 * 002_3d0f212953d0b829.txt, 3.3.4: value per record × count, added up and held against annual
 * sales. DESIGN.md section 4, Valuation.
 *
 * Returns: (transfer full): the valuation, which points into @project
 */
KumojiValuation *
kumoji_valuation_new (KumojiProject *project)
{
  KumojiValuation *self = g_new0 (KumojiValuation, 1);
  KumojiRecord *profile = KUMOJI_RECORD (kumoji_project_get_profile (project));

  self->by_group = shares_new ("group");
  self->by_class = shares_new ("class");
  self->by_category = shares_new ("category");
  self->by_sensitivity = shares_new ("sensitivity");
  self->by_rank = shares_new ("rank");
  self->sales = kumoji_record_get_integer (profile, "annual-sales");
  add_assets (self, kumoji_project_get_assets (project));
  if (self->overflow != NULL)
    self->total = 0;
  compare_with_sales (self, kumoji_record_get_integer (profile, "tolerance"));
  if (self->overflow != NULL)
    self->state = KUMOJI_VALUATION_UNKNOWN;
  return self;
}

/**
 * kumoji_valuation_free:
 * @self: (transfer full): a valuation
 */
void
kumoji_valuation_free (KumojiValuation *self)
{
  g_array_unref (self->by_group);
  g_array_unref (self->by_class);
  g_array_unref (self->by_category);
  g_array_unref (self->by_sensitivity);
  g_array_unref (self->by_rank);
  g_free (self);
}

/**
 * kumoji_valuation_dup_overflow_message:
 * @self: a valuation
 * @language: the reader's language
 *
 * Returns: (transfer full) (nullable): what is wrong and what to do where a value goes beyond 64
 *   bits, else %NULL
 */
char *
kumoji_valuation_dup_overflow_message (KumojiValuation *self, KumojiLanguage language)
{
  if (self->overflow == NULL)
    return NULL;
  return g_strdup_printf (
    kumoji_phrase (language,
                   N_("The value of “%s” is too large to be added up; check its count and "
                       "its value per record.")),
    kumoji_record_get_text (KUMOJI_RECORD (self->overflow), "name"));
}

/**
 * kumoji_valuation_get_balancing_value:
 * @self: a valuation
 * @asset: an asset of its project
 * @unit_value: (out): yen a record, rounded half up
 *
 * Which value per record of @asset would make the total equal to annual sales.
 *
 * Returns: whether there is one: the asset counts, it has records, sales are known, and the other
 *   assets are not above them
 */
gboolean
kumoji_valuation_get_balancing_value (KumojiValuation *self, KumojiAsset *asset, gint64 *unit_value)
{
  gint64 count = kumoji_record_get_integer (KUMOJI_RECORD (asset), "count");
  gint64 own;

  if (self->overflow != NULL || self->sales == 0 || count == 0 || !kumoji_asset_counts (asset)
      || !kumoji_asset_get_total (asset, &own))
    return FALSE;

  gint64 wanted = self->sales - (self->total - own);
  if (wanted < 0)
    return FALSE;
  *unit_value = (gint64) (((__int128) wanted * 2 + count) / ((__int128) count * 2));
  return TRUE;
}

/**
 * kumoji_valuation_state_get_id:
 * @state: how the total stands to sales
 *
 * Returns: (transfer none): its word in `check --json`
 */
const char *
kumoji_valuation_state_get_id (KumojiValuationState state)
{
  return states[state].id;
}

/**
 * kumoji_valuation_state_get_label:
 * @state: how the total stands to sales
 * @language: the reader's language
 *
 * Returns: (transfer none): one or two words for it
 */
const char *
kumoji_valuation_state_get_label (KumojiValuationState state, KumojiLanguage language)
{
  return kumoji_phrase (language, states[state].label);
}
