/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the report to management: information against sales. */
#include "report/sections/kumoji-summary-charts.h"

#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-share-table.h"
#include "report/sections/kumoji-standing.h"
#include "report/sections/kumoji-top-assets.h"

/* Points. */
#define CHART_GAP 22.0
#define LEAST_CHART 110.0

/* Share of the width. */
#define TABLE_SHARE 0.62

/* Each amount stands whole above its column, in smaller type where it is a large one. */
static double
fit_size (const KumojiCanvas *canvas, const char *total, const char *sales, double width)
{
  const double widest = MAX (kumoji_typeface_measure (canvas->typeface, total, 1, TRUE),
                             kumoji_typeface_measure (canvas->typeface, sales, 1, TRUE));

  return MIN (canvas->size, (width - 1) / widest);
}

static void
draw_columns (KumojiReportContext *context, KumojiPage *page, const KumojiBox *box)
{
  KumojiCanvas canvas = kumoji_report_canvas (context);
  g_autofree char *total = kumoji_yen_format (context->valuation->total);
  g_autofree char *sales = kumoji_yen_format (context->valuation->sales);
  const KumojiAmount amounts[] = {
    { kumoji_report_say (context, N_("Total of the assets")), total,
      (double) context->valuation->total },
    { kumoji_report_say (context, N_("Annual sales")), sales, (double) context->valuation->sales },
  };

  canvas.page = page;
  canvas.size = fit_size (&canvas, total, sales, box->width / 2);
  kumoji_chart_draw_columns (&canvas, box, amounts, context->valuation->sales > 0 ? 2 : 1);
}

/**
 * kumoji_summary_add_assets:
 *
 * Adds the value of the information, by group, beside annual sales.
 */
void
kumoji_summary_add_assets (KumojiReportContext *context)
{
  const double width = kumoji_flow_get_width (context->flow), table_width = width * TABLE_SHARE;
  g_autofree char *standing = kumoji_standing_dup_value (context);
  KumojiPage *page;
  KumojiBox box, left;
  double height;

  kumoji_flow_add_heading (context->flow, 2,
                           kumoji_report_say (context, N_("Information assets and annual sales")));
  if (context->valuation->overflow != NULL || context->valuation->assets == 0)
    {
      kumoji_flow_add_text (context->flow, standing);
      return;
    }

  g_autoptr (KumojiTable) table =
    kumoji_share_table_new (context, context->valuation->by_group,
                            kumoji_report_label (context, KUMOJI_TYPE_ASSET, "group"));
  height = MAX (kumoji_table_measure (table, table_width), LEAST_CHART);
  page = kumoji_flow_reserve (context->flow, height, &box);
  left = (KumojiBox){ box.x, box.y, width - table_width - CHART_GAP, height };
  draw_columns (context, page, &left);
  kumoji_table_draw (table, page, box.x + width - table_width, box.y, table_width);
  kumoji_flow_add_space (context->flow, 7);
  kumoji_flow_add_text (context->flow, standing);
  kumoji_flow_add_space (context->flow, 9);
  kumoji_share_bar_add (context, context->valuation->by_group);
  kumoji_top_assets_add (context);
}
