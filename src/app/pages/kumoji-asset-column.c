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

/* "A-2" comes before "A-10". */
static char *
get_number_key (KumojiAsset *asset, gpointer data)
{
  const char *p = kumoji_record_get_text (KUMOJI_RECORD (asset), "number");
  GString *key = g_string_new (NULL);

  while (*p != '\0')
    {
      gsize digits = strspn (p, "0123456789");
      for (gsize i = digits; digits > 0 && i < 20; i++)
        g_string_append_c (key, '0');
      g_string_append_len (key, p, MAX (digits, 1));
      p += MAX (digits, 1);
    }
  return g_string_free (key, FALSE);
}

/* Choices in the order of the guide, those not made yet behind them. */
static gint64
get_choice_key (KumojiAsset *asset, const KumojiField *field)
{
  const char *id = kumoji_record_get_text (KUMOJI_RECORD (asset), field->name);
  gint64 i = 0;

  while (field->choices[i].id != NULL && !g_str_equal (field->choices[i].id, id))
    i++;
  return i;
}

static gint64
get_total_key (KumojiAsset *asset, gpointer data)
{
  gint64 total;

  kumoji_asset_get_total (asset, &total);
  return total;
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
  const KumojiField *field = kumoji_asset_column_get_field (self);

  if (field == NULL)
    return GTK_SORTER (gtk_numeric_sorter_new (
      gtk_cclosure_expression_new (G_TYPE_INT64, NULL, 0, NULL, G_CALLBACK (get_total_key), NULL,
                                   NULL)));
  if (field->type == KUMOJI_FIELD_CHOICE)
    return GTK_SORTER (gtk_numeric_sorter_new (
      gtk_cclosure_expression_new (G_TYPE_INT64, NULL, 0, NULL, G_CALLBACK (get_choice_key),
                                   (gpointer) field, NULL)));
  if (field->type == KUMOJI_FIELD_INTEGER)
    return GTK_SORTER (
      gtk_numeric_sorter_new (gtk_property_expression_new (KUMOJI_TYPE_ASSET, NULL, field->name)));
  if (g_str_equal (field->name, "number"))
    return GTK_SORTER (gtk_string_sorter_new (
      gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_number_key), NULL,
                                   NULL)));
  return GTK_SORTER (
    gtk_string_sorter_new (gtk_property_expression_new (KUMOJI_TYPE_ASSET, NULL, field->name)));
}
