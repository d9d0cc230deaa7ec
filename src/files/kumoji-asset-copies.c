/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies in a sheet of assets: which asset each row is a copy of.
 *
 * A sheet names the original by its control number, or by its id. It may stand further down, and
 * the numbers that count are those that the register has once the sheet is in. */
#include "files/kumoji-asset-copies.h"

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-asset.h"

typedef struct
{
  guint field;
  GHashTable *ids;      /* to the asset, or to the draft of a new one */
  GHashTable *numbers;  /* the same; to NULL where several have that number */
  GHashTable *new_rows; /* from the draft of a new one to its row */
} Register;

static void
add (Register *self, KumojiRecord *asset)
{
  const char *number = kumoji_record_get_text (asset, "number");
  gboolean is_first = !g_hash_table_contains (self->numbers, number);

  g_hash_table_insert (self->ids, (gpointer) kumoji_record_get_id (asset), asset);
  g_hash_table_insert (self->numbers, (gpointer) number, is_first ? asset : NULL);
}

static void
fill (Register *self, GPtrArray *rows, KumojiList *assets)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      KumojiImportRow *row = rows->pdata[i];
      if (kumoji_import_row_is_refused (row))
        continue;
      add (self, row->draft);
      if (row->present != NULL)
        g_hash_table_add (changed, row->present);
      else
        g_hash_table_insert (self->new_rows, row->draft, row);
    }
  for (guint i = 0; i < kumoji_list_get_length (assets); i++)
    if (!g_hash_table_contains (changed, kumoji_list_get (assets, i)))
      add (self, kumoji_list_get (assets, i));
}

static void
refuse (const Register *self, KumojiImportRow *row, char *reason)
{
  guint n_fields;

  kumoji_import_row_refuse_field (row,
                                  &kumoji_record_get_fields (row->draft, &n_fields)[self->field],
                                  reason);
  g_free (reason);
}

static void
refuse_unknown (const Register *self, KumojiImportRow *row)
{
  refuse (self, row,
          g_hash_table_contains (self->numbers, row->reference)
            ? g_strdup_printf (_("several assets have the control number “%s”"), row->reference)
            : g_strdup_printf (_("there is no asset “%s” in the register or among the rows that "
                                  "come in"),
                               row->reference));
}

static void
resolve (Register *self, KumojiImportRow *row)
{
  g_auto (GValue) value = G_VALUE_INIT;
  KumojiRecord *original = g_hash_table_lookup (self->ids, row->reference);

  if (g_str_equal (kumoji_record_get_text (row->draft, "copy-of"), row->reference))
    return;
  if (original == NULL && *row->reference != '\0')
    original = g_hash_table_lookup (self->numbers, row->reference);
  if (original == row->draft)
    refuse (self, row, g_strdup (_("an asset is no copy of itself")));
  else if (original == NULL && *row->reference != '\0')
    refuse_unknown (self, row);
  else
    {
      g_value_init (&value, G_TYPE_STRING);
      g_value_set_string (&value, original != NULL ? kumoji_record_get_id (original) : "");
      kumoji_import_row_fill (row, self->field, &value);
      row->original = original != NULL ? g_hash_table_lookup (self->new_rows, original) : NULL;
    }
}

/* A copy of a new asset whose row is refused is refused, too; and a copy of that copy. Each row is
 * walked over once. */
static void
follow (const Register *self, KumojiImportRow *row)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  KumojiImportRow *last = row;

  while (last->original != NULL && !kumoji_import_row_is_refused (last))
    {
      KumojiImportRow *next = last->original;
      g_ptr_array_add (path, last);
      last->original = NULL;
      last = next;
    }
  for (guint i = path->len; kumoji_import_row_is_refused (last) && i > 0; i--)
    {
      KumojiImportRow *copy = path->pdata[i - 1];
      refuse (self, copy,
              g_strdup_printf (_("row %u, of which it is a copy, is refused"), last->number));
      last = copy;
    }
}

/**
 * kumoji_asset_copies_resolve:
 * @rows: (element-type KumojiImportRow): all rows of a sheet
 * @assets: the register
 *
 * Fills in what each row says to be a copy of, and refuses a row that is a copy of no asset.
 */
void
kumoji_asset_copies_resolve (GPtrArray *rows, KumojiList *assets)
{
  Register all = {
    .field = kumoji_record_type_find (KUMOJI_TYPE_ASSET, "copy-of"),
    .ids = g_hash_table_new (g_str_hash, g_str_equal),
    .numbers = g_hash_table_new (g_str_hash, g_str_equal),
    .new_rows = g_hash_table_new (NULL, NULL),
  };

  fill (&all, rows, assets);
  for (guint i = 0; i < rows->len; i++)
    {
      KumojiImportRow *row = rows->pdata[i];
      if (!kumoji_import_row_is_refused (row) && row->reference != NULL)
        resolve (&all, row);
    }
  for (guint i = 0; i < rows->len; i++)
    follow (&all, rows->pdata[i]);
  g_hash_table_unref (all.ids);
  g_hash_table_unref (all.numbers);
  g_hash_table_unref (all.new_rows);
}
