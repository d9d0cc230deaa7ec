/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The assets that are worth most. */
#include "report/sections/kumoji-top-assets.h"

#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-report-words.h"

#define MOST_ASSETS 5

/* The higher value first; equal ones stay as they stand in the register. */
static void
insert (GPtrArray *top, KumojiAsset *asset)
{
  gint64 value, other;
  guint i = top->len;

  if (!kumoji_asset_counts (asset) || !kumoji_asset_get_total (asset, &value) || value == 0)
    return;
  while (i > 0 && kumoji_asset_get_total (top->pdata[i - 1], &other) && other < value)
    i--;
  g_ptr_array_insert (top, (int) i, asset);
  if (top->len > MOST_ASSETS)
    g_ptr_array_set_size (top, MOST_ASSETS);
}

static void
add_column (KumojiReportContext *context, KumojiTable *table, const char *field, double weight)
{
  kumoji_table_add_column (table, kumoji_report_label (context, KUMOJI_TYPE_ASSET, field), weight,
                           0, KUMOJI_ALIGN_LEFT);
}

static void
add_row (KumojiReportContext *context, KumojiTable *table, KumojiAsset *asset)
{
  KumojiRecord *record = KUMOJI_RECORD (asset);
  static const char *const fields[] = { "number", "name", "owner", "rank" };
  g_autofree char *place = kumoji_report_dup_asset_name (asset);
  g_autofree char *amount = NULL, *share = NULL;
  gint64 value;

  kumoji_asset_get_total (asset, &value);
  amount = kumoji_yen_format (value);
  share = kumoji_report_dup_share (value, context->valuation->total);
  kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, place);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = kumoji_record_format (record, fields[i], context->language);

      kumoji_table_add_text (table, text);
    }
  kumoji_table_add_text (table, amount);
  kumoji_table_add_text (table, share);
}

/**
 * kumoji_top_assets_add:
 *
 * Adds the assets that are worth most to the pages; nothing where none has a value.
 */
void
kumoji_top_assets_add (KumojiReportContext *context)
{
  KumojiList *assets = kumoji_project_get_assets (context->project);
  g_autoptr (GPtrArray) top = g_ptr_array_new ();

  for (guint i = 0; i < kumoji_list_get_length (assets); i++)
    insert (top, kumoji_list_get (assets, i));
  if (top->len == 0)
    return;

  g_autoptr (KumojiTable) table = kumoji_report_table_new (context);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("No.")), 0, 0, KUMOJI_ALIGN_LEFT);
  add_column (context, table, "name", 3);
  add_column (context, table, "owner", 2);
  add_column (context, table, "rank", 0);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Asset value")), 0, 0,
                           KUMOJI_ALIGN_RIGHT);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Share")), 0, 0,
                           KUMOJI_ALIGN_RIGHT);
  for (guint i = 0; i < top->len; i++)
    add_row (context, table, top->pdata[i]);
  kumoji_flow_add_heading (context->flow, 2,
                           kumoji_report_say (context, N_("The most valuable assets")));
  kumoji_flow_add_table (context->flow, table);
}
