/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column of the register: one field of an asset, or its value. */
#include "config.h"

#include "app/pages/kumoji-asset-column.h"

#include <glib/gi18n.h>

/* What the table shows when nobody chose columns yet comes first, in this order. */
static const KumojiAssetColumn columns[] = {
  { "number", N_("No."), 60 },
  { "name", .expands = TRUE },
  { "group" },
  { "sensitivity" },
  { "count", NULL, 62 },
  { "unit-value", NULL, 86 },
  { KUMOJI_ASSET_TOTAL, N_("Asset value"), 112 },
  { "rank", NULL, 64 },
  { "owner", N_("Owner"), 78 },
  { "cloud", N_("Cloud") },
  { "class", .is_optional = TRUE },
  { "category", .is_optional = TRUE },
  { "original", .is_optional = TRUE },
  { "counted", .is_optional = TRUE },
  { "location", NULL, 120, .is_optional = TRUE },
  { "medium", NULL, 96, .is_optional = TRUE },
  { "personal-data", .is_optional = TRUE },
  { "confidentiality", .is_optional = TRUE },
};

/**
 * kumoji_asset_columns_get:
 * @n_columns: (out): how many there are
 *
 * Returns: (array length=n_columns): all columns, in the order in which they stand at first
 */
const KumojiAssetColumn *
kumoji_asset_columns_get (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

/**
 * kumoji_asset_column_find:
 * @name: a column's name
 *
 * Returns: (nullable): the column
 */
const KumojiAssetColumn *
kumoji_asset_column_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].name, name))
      return &columns[i];
  return NULL;
}

/**
 * kumoji_asset_column_get_field:
 * @self: a column
 *
 * Returns: (nullable): the field that is edited in it; %NULL for what is worked out
 */
const KumojiField *
kumoji_asset_column_get_field (const KumojiAssetColumn *self)
{
  return kumoji_record_type_get_field (KUMOJI_TYPE_ASSET, self->name);
}

/**
 * kumoji_asset_column_get_title:
 * @self: a column
 *
 * Returns: (transfer none): what stands above it
 */
const char *
kumoji_asset_column_get_title (const KumojiAssetColumn *self)
{
  return self->title != NULL ? _(self->title)
                             : kumoji_field_get_label (kumoji_asset_column_get_field (self),
                                                       kumoji_language_get_default ());
}

/**
 * kumoji_asset_column_is_number:
 * @self: a column
 *
 * Returns: whether it holds numbers, which stand at the right
 */
gboolean
kumoji_asset_column_is_number (const KumojiAssetColumn *self)
{
  const KumojiField *field = kumoji_asset_column_get_field (self);

  return field == NULL || field->type == KUMOJI_FIELD_INTEGER;
}

/**
 * kumoji_asset_column_is_choice:
 * @self: a column
 *
 * Returns: whether one chooses its values from a list
 */
gboolean
kumoji_asset_column_is_choice (const KumojiAssetColumn *self)
{
  const KumojiField *field = kumoji_asset_column_get_field (self);

  return field != NULL && field->type == KUMOJI_FIELD_CHOICE;
}

/**
 * kumoji_asset_column_format:
 * @self: a column
 * @asset: an asset
 *
 * Numbers stand below each other, so the yen sign is left to the titles.
 *
 * Returns: (transfer full): what the cell shows
 */
char *
kumoji_asset_column_format (const KumojiAssetColumn *self, KumojiAsset *asset)
{
  const KumojiField *field = kumoji_asset_column_get_field (self);
  KumojiRecord *record = KUMOJI_RECORD (asset);
  gint64 total;

  if (field == NULL)
    return kumoji_asset_get_total (asset, &total) ? kumoji_integer_format (total)
                                                  : g_strdup (_("Too large"));
  if (field->type == KUMOJI_FIELD_INTEGER)
    return kumoji_integer_format (kumoji_record_get_integer (record, self->name));
  return kumoji_record_format (record, self->name, kumoji_language_get_default ());
}

static char *
get_text_cb (KumojiAsset *asset, const KumojiAssetColumn *self)
{
  return kumoji_asset_order_dup_text (asset, self->name);
}

static gint64
get_number_cb (KumojiAsset *asset, const KumojiAssetColumn *self)
{
  return kumoji_asset_order_get_number (asset, self->name);
}

/**
 * kumoji_asset_column_create_sorter:
 * @self: a column
 *
 * The sorters hold keys of their own, so that ten thousand assets sort without being asked for
 * their values over and over.
 *
 * Returns: (transfer full): what sorts by the column
 */
GtkSorter *
kumoji_asset_column_create_sorter (const KumojiAssetColumn *self)
{
  return kumoji_asset_order_is_numeric (self->name)
           ? GTK_SORTER (gtk_numeric_sorter_new (
             gtk_cclosure_expression_new (G_TYPE_INT64, NULL, 0, NULL, G_CALLBACK (get_number_cb),
                                          (gpointer) self, NULL)))
           : GTK_SORTER (gtk_string_sorter_new (
             gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_text_cb),
                                          (gpointer) self, NULL)));
}
