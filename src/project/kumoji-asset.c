/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An asset: information, software, equipment or a service that the company lives on. */
#include "project/kumoji-asset.h"

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-profile.h"

/* 002_3d0f212953d0b829.txt, table 8 */
static const KumojiChoice groups[] = {
  { "personal", N_("Personal information") },
  { "customer-property", N_("Customers' property") },
  { "regulated", N_("Regulated information") },
  { "core-business", N_("Core business") },
  { "it-operations", N_("IT operations") },
  { "other", N_("Other information") },
  { NULL },
};

/* 002_3d0f212953d0b829.txt, table 7 */
static const KumojiChoice classes[] = {
  { "information", N_("Information and data") },
  { "software", N_("Software") },
  { "physical", N_("Physical asset") },
  { "service", N_("Service") },
  { NULL },
};

/* 002_3d0f212953d0b829.txt, table 6 */
static const KumojiChoice categories[] = {
  { "personal", N_("Personal information") },
  { "customer-personal", N_("Customers' personal information") },
  { "customer-property", N_("Customers' property") },
  { "regulated", N_("Regulated information") },
  { "core-business", N_("Core business") },
  { "it-operations", N_("IT operations") },
  { "other-leak", N_("Other leaks") },
  { NULL },
};

static const KumojiChoice sensitivities[] = {
  { "basic", N_("Basic") },
  { "sensitive", N_("Sensitive") },
  { "exceptional", N_("Exceptional") },
  { NULL },
};

static const KumojiChoice copies[] = {
  { "original", N_("Original") },
  { "copy", N_("Copy") },
  { NULL },
};

static const KumojiChoice countings[] = {
  { "yes", N_("Counts") },
  { "no", N_("Does not count") },
  { NULL },
};

static const KumojiChoice ranks[] = {
  { "a", N_("A: grave") },
  { "b", N_("B: serious") },
  { "c", N_("C: limited") },
  { NULL },
};

static const KumojiChoice personals[] = {
  { "none", N_("None") },
  { "contained", N_("Contained") },
  { "special", N_("Contained, needs special care") },
  { NULL },
};

static const KumojiChoice decisions[] = {
  { "stay", N_("Stays") },  { "candidate", N_("Candidate") }, { "move", N_("To be moved") },
  { "moved", N_("Moved") }, { "stage-x", N_("In stage X") },  { NULL },
};

static const KumojiField fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "number", KUMOJI_FIELD_TEXT, N_("Control number"), .max = 40 },
  { "name", KUMOJI_FIELD_TEXT, N_("Asset") },
  { "group", KUMOJI_FIELD_CHOICE, N_("Group"), groups },
  { "class", KUMOJI_FIELD_CHOICE, N_("Class"), classes },
  { "category", KUMOJI_FIELD_CHOICE, N_("Risk category"), categories },
  { "sensitivity", KUMOJI_FIELD_CHOICE, N_("Sensitivity"), sensitivities },
  { "original", KUMOJI_FIELD_CHOICE, N_("Original or copy"), copies },
  { "copy-of", KUMOJI_FIELD_TEXT, N_("Copy of"), .refers_to = "assets" },
  { "counted", KUMOJI_FIELD_CHOICE, N_("In the total"), countings },
  { "count", KUMOJI_FIELD_INTEGER, N_("Count") },
  { "unit-value", KUMOJI_FIELD_INTEGER, N_("Value per record"), .unit = KUMOJI_UNIT_YEN },
  { "rank", KUMOJI_FIELD_CHOICE, N_("Rank"), ranks },
  { "owner", KUMOJI_FIELD_TEXT, N_("Asset owner") },
  { "permitted-use", KUMOJI_FIELD_MEMO, N_("Permitted use") },
  { "location", KUMOJI_FIELD_TEXT, N_("Location") },
  { "medium", KUMOJI_FIELD_TEXT, N_("Medium") },
  { "measures", KUMOJI_FIELD_MEMO, N_("Measures") },
  { "personal-data", KUMOJI_FIELD_CHOICE, N_("Personal data"), personals },
  { "cloud", KUMOJI_FIELD_CHOICE, N_("Cloud decision"), decisions },
  { "confidentiality", KUMOJI_FIELD_CHOICE, N_("Confidentiality"),
    kumoji_confidentiality_choices },
  { "note", KUMOJI_FIELD_MEMO, N_("Note") },
};

KUMOJI_DEFINE_RECORD (KumojiAsset, kumoji_asset, N_("information asset"))

/* Where the table has what the rules read of each of thousands of assets. */
typedef struct
{
  guint class;
  guint original;
  guint counted;
  guint count;
  guint unit_value;
} Indexes;

static const Indexes *
indexes (void)
{
  static Indexes found;
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      found.class = kumoji_record_type_find (KUMOJI_TYPE_ASSET, "class");
      found.original = kumoji_record_type_find (KUMOJI_TYPE_ASSET, "original");
      found.counted = kumoji_record_type_find (KUMOJI_TYPE_ASSET, "counted");
      found.count = kumoji_record_type_find (KUMOJI_TYPE_ASSET, "count");
      found.unit_value = kumoji_record_type_find (KUMOJI_TYPE_ASSET, "unit-value");
      g_once_init_leave (&once, 1);
    }
  return &found;
}

/**
 * kumoji_asset_get_total:
 * @self: an asset
 * @yen: (out): value per record × count, in yen; the highest number where it overflows
 *
 * 002_3d0f212953d0b829.txt, 3.3.4, step 4.
 *
 * Returns: whether the product fits into 64 bits
 */
gboolean
kumoji_asset_get_total (KumojiAsset *self, gint64 *yen)
{
  KumojiRecord *record = KUMOJI_RECORD (self);
  gint64 count = g_value_get_int64 (kumoji_record_get_value_at (record, indexes ()->count));
  gint64 value = g_value_get_int64 (kumoji_record_get_value_at (record, indexes ()->unit_value));

  if (!__builtin_mul_overflow (value, count, yen))
    return TRUE;
  *yen = G_MAXINT64;
  return FALSE;
}

static gboolean
says (KumojiAsset *self, guint index, const char *choice)
{
  const GValue *value = kumoji_record_get_value_at (KUMOJI_RECORD (self), index);

  return g_str_equal (g_value_get_string (value), choice);
}

/**
 * kumoji_asset_counts:
 * @self: an asset
 *
 * What the user chose; else originals count, copies and physical assets do not: these belong to
 * the ledger of fixed assets. 002_3d0f212953d0b829.txt, 3.3.4.3, table 7 and step 4 b.
 *
 * Returns: whether its value is part of the total
 */
gboolean
kumoji_asset_counts (KumojiAsset *self)
{
  if (!says (self, indexes ()->counted, ""))
    return says (self, indexes ()->counted, "yes");
  return !says (self, indexes ()->original, "copy") && !says (self, indexes ()->class, "physical");
}
