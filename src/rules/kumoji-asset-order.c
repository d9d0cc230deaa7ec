/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of assets by one of their columns, on the screen and on paper. */
#include "rules/kumoji-asset-order.h"

#include <string.h>

/* Digits of a number in an asset's own number; more stand as they are. */
#define MOST_DIGITS 20

static const KumojiField *
get_field (const char *column)
{
  return kumoji_record_type_get_field (KUMOJI_TYPE_ASSET, column);
}

/**
 * kumoji_asset_order_is_known:
 * @column: a field's name, or %KUMOJI_ASSET_TOTAL
 *
 * Returns: whether assets can be put in its order
 */
gboolean
kumoji_asset_order_is_known (const char *column)
{
  return g_str_equal (column, KUMOJI_ASSET_TOTAL) || get_field (column) != NULL;
}

/**
 * kumoji_asset_order_is_numeric:
 * @column: a known column
 *
 * Returns: whether kumoji_asset_order_get_number() puts assets in order, rather than
 *   kumoji_asset_order_dup_text()
 */
gboolean
kumoji_asset_order_is_numeric (const char *column)
{
  const KumojiField *field = get_field (column);

  return field == NULL || field->type == KUMOJI_FIELD_INTEGER || field->type == KUMOJI_FIELD_CHOICE;
}

/**
 * kumoji_asset_order_get_number:
 * @asset: an asset
 * @column: a numeric column
 *
 * Choices stand in the order of the guide, those not made yet behind them.
 *
 * Returns: the number that the asset is put in order by
 */
gint64
kumoji_asset_order_get_number (KumojiAsset *asset, const char *column)
{
  const KumojiField *field = get_field (column);
  gint64 number = 0;

  if (field == NULL)
    kumoji_asset_get_total (asset, &number);
  else if (field->type == KUMOJI_FIELD_INTEGER)
    number = kumoji_record_get_integer (KUMOJI_RECORD (asset), column);
  else
    {
      const char *id = kumoji_record_get_text (KUMOJI_RECORD (asset), column);

      while (field->choices[number].id != NULL && !g_str_equal (field->choices[number].id, id))
        number++;
    }
  return number;
}

/* "A-2" comes before "A-10". */
static char *
dup_number (const char *p)
{
  GString *key = g_string_new (NULL);

  while (*p != '\0')
    {
      gsize digits = strspn (p, "0123456789");
      for (gsize i = digits; digits > 0 && i < MOST_DIGITS; i++)
        g_string_append_c (key, '0');
      g_string_append_len (key, p, MAX (digits, 1));
      p += MAX (digits, 1);
    }
  return g_string_free (key, FALSE);
}

/**
 * kumoji_asset_order_dup_text:
 * @asset: an asset
 * @column: a column that is not numeric
 *
 * Returns: (transfer full): the text that the asset is put in order by
 */
char *
kumoji_asset_order_dup_text (KumojiAsset *asset, const char *column)
{
  const char *text = kumoji_record_get_text (KUMOJI_RECORD (asset), column);

  return g_str_equal (column, "number") ? dup_number (text) : g_strdup (text);
}

typedef struct
{
  KumojiAsset *asset;
  gint64 number;
  char *text; /* collation key, NULL for a number */
  guint position;
} Entry;

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Entry *first = a, *second = b;
  const int sign = GPOINTER_TO_INT (data);
  int order = first->text != NULL
                ? strcmp (first->text, second->text)
                : (first->number > second->number) - (first->number < second->number);

  return order != 0 ? sign * order
                    : (first->position > second->position) - (first->position < second->position);
}

static void
init_entry (Entry *entry, KumojiAsset *asset, const char *column, guint position)
{
  g_autofree char *text = NULL, *folded = NULL;

  entry->asset = asset;
  entry->position = position;
  if (kumoji_asset_order_is_numeric (column))
    {
      entry->number = kumoji_asset_order_get_number (asset, column);
      return;
    }
  /* As GTK's sorter does it: case counts for nothing, the rest goes by the locale. */
  text = kumoji_asset_order_dup_text (asset, column);
  folded = g_utf8_casefold (text, -1);
  entry->text = g_utf8_collate_key (folded, -1);
}

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->text);
}

/**
 * kumoji_asset_order_sort:
 * @assets: a register
 * @sort: a column, with "-" in front for the highest first; "" or a column that is not known for
 *   the register's own order
 *
 * Assets that are equal keep the register's order.
 *
 * Returns: (transfer container) (element-type KumojiAsset): the assets in that order
 */
GPtrArray *
kumoji_asset_order_sort (KumojiList *assets, const char *sort)
{
  const gboolean descending = *sort == '-';
  const char *column = sort + descending;
  const gboolean sorted = kumoji_asset_order_is_known (column);
  const guint n = kumoji_list_get_length (assets);
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, TRUE, sizeof (Entry), n);
  GPtrArray *result = g_ptr_array_sized_new (n);

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < n; i++)
    {
      KumojiAsset *asset = kumoji_list_get (assets, i);
      Entry entry = { asset, 0, NULL, i };

      if (sorted)
        init_entry (&entry, asset, column, i);
      g_array_append_val (entries, entry);
    }
  if (sorted)
    g_array_sort_with_data (entries, compare_cb, GINT_TO_POINTER (descending ? -1 : 1));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (result, g_array_index (entries, Entry, i).asset);
  return result;
}
