/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares in the value of all information: as a table and as a bar. */
#include "report/sections/kumoji-share-table.h"

#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-report-words.h"

static void
add_row (KumojiReportContext *context,
         KumojiTable *table,
         KumojiRowKind kind,
         const char *name,
         guint assets,
         gint64 yen)
{
  g_autofree char *number = kumoji_integer_format (assets);
  g_autofree char *amount = kumoji_yen_format (yen);
  g_autofree char *share = kumoji_report_dup_share (yen, context->valuation->total);

  kumoji_table_add_row (table, kind, NULL);
  kumoji_table_add_text (table, name);
  kumoji_table_add_text (table, number);
  kumoji_table_add_text (table, amount);
  kumoji_table_add_text (table, share);
}

/**
 * kumoji_share_table_new:
 * @shares: (element-type KumojiShare): those without an asset are left out
 * @title: what the shares are of
 *
 * Returns: (transfer full): a table of the shares with their total
 */
KumojiTable *
kumoji_share_table_new (KumojiReportContext *context, GArray *shares, const char *title)
{
  const char *amount = kumoji_report_say (context, N_("Asset value"));
  g_autofree char *total = kumoji_yen_format (context->valuation->total);
  KumojiTable *table = kumoji_report_table_new (context);

  kumoji_table_add_column (table, title, 1, 0, KUMOJI_ALIGN_LEFT);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Assets")), 0, 0,
                           KUMOJI_ALIGN_RIGHT);
  kumoji_table_add_column (table, amount, 0,
                           MAX (kumoji_report_cell_width (context, total),
                                kumoji_report_cell_width (context, amount)),
                           KUMOJI_ALIGN_RIGHT);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Share")), 0, 0,
                           KUMOJI_ALIGN_RIGHT);
  for (guint i = 0; i < shares->len; i++)
    {
      const KumojiShare *share = &g_array_index (shares, KumojiShare, i);

      if (share->assets > 0)
        add_row (context, table, KUMOJI_ROW_NORMAL, kumoji_phrase (context->language, share->label),
                 share->assets, share->total);
    }
  add_row (context, table, KUMOJI_ROW_TOTAL, kumoji_report_say (context, N_("Total")),
           context->valuation->assets, context->valuation->total);

  return table;
}

/**
 * kumoji_share_bar_add:
 * @shares: (element-type KumojiShare): those without a value are left out
 *
 * Adds one bar of all shares to the pages; nothing where there is no value.
 */
void
kumoji_share_bar_add (KumojiReportContext *context, GArray *shares)
{
  KumojiCanvas canvas = kumoji_report_canvas (context);
  g_autoptr (GArray) amounts = g_array_new (FALSE, TRUE, sizeof (KumojiAmount));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  KumojiBox box;

  for (guint i = 0; i < shares->len; i++)
    {
      const KumojiShare *share = &g_array_index (shares, KumojiShare, i);
      KumojiAmount amount = { kumoji_phrase (context->language, share->label), NULL,
                              (double) share->total };

      if (share->total <= 0)
        continue;
      amount.text = kumoji_report_dup_share (share->total, context->valuation->total);
      g_ptr_array_add (texts, (gpointer) amount.text);
      g_array_append_val (amounts, amount);
    }
  if (amounts->len == 0)
    return;

  canvas.page =
    kumoji_flow_reserve (context->flow,
                         kumoji_chart_measure_stack (&canvas, kumoji_flow_get_width (context->flow),
                                                     (KumojiAmount *) amounts->data, amounts->len),
                         &box);
  kumoji_chart_draw_stack (&canvas, &box, (KumojiAmount *) amounts->data, amounts->len);
}
