/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the report to management: information against sales, and the checklists. */
#include "report/sections/kumoji-summary-charts.h"

#include "catalog/kumoji-phrases.h"
#include "report/sections/kumoji-check-sheet.h"
#include "report/sections/kumoji-share-table.h"
#include "report/sections/kumoji-standing.h"
#include "report/sections/kumoji-top-assets.h"

/* Points. */
#define CHART_GAP 22.0
#define LEAST_CHART 110.0
#define BAR_HEIGHT 7.0
#define ROW_HEIGHT 16.0

/* Shares of the width. */
#define TABLE_SHARE 0.62
#define NAME_SHARE 0.42
#define BAR_SHARE 0.2

#define N_FIGURES 3

/* Rows that surely fit a page; a company with so many services reads their sheets. */
#define MOST_SHEETS 20

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

/* Where the columns of figures end, from the right. */
static KumojiBox
get_figure_box (const KumojiBox *row, guint i)
{
  const double room = row->width * (1 - NAME_SHARE - BAR_SHARE) - 8;
  const double slot = room / N_FIGURES;

  return (KumojiBox){ row->x + row->width - (N_FIGURES - i) * slot, row->y, slot, row->height };
}

static void
draw_titles (KumojiReportContext *context, KumojiPage *page, const KumojiBox *row)
{
  const char *titles[N_FIGURES] = {
    kumoji_item_state_get_label (KUMOJI_ITEM_YES, context->language),
    kumoji_item_state_get_label (KUMOJI_ITEM_NO, context->language),
    kumoji_item_state_get_label (KUMOJI_ITEM_UNANSWERED, context->language),
  };
  KumojiCanvas canvas = kumoji_report_canvas (context);

  canvas.page = page;
  for (guint i = 0; i < N_FIGURES; i++)
    kumoji_canvas_write (&canvas, titles[i], KUMOJI_SIZE_RUNNING, FALSE, canvas.palette->dim,
                         KUMOJI_ALIGN_RIGHT, get_figure_box (row, i));
}

static void
draw_sheet (KumojiReportContext *context,
            KumojiPage *page,
            const KumojiBox *row,
            const KumojiCheckSheet *sheet)
{
  KumojiCanvas canvas = kumoji_report_canvas (context);
  const char *title = kumoji_catalog_get_short_title (sheet->catalog, context->language);
  const KumojiBox bar = { row->x + row->width * NAME_SHARE, row->y + (ROW_HEIGHT - BAR_HEIGHT) / 2,
                          row->width * BAR_SHARE, BAR_HEIGHT };
  g_autofree char *name = NULL;
  KumojiScore score;
  guint figures[N_FIGURES];

  kumoji_score_work_out (&score, sheet->catalog, sheet->round,
                         kumoji_project_get_profile (context->project));
  name = sheet->service != NULL
           ? g_strdup_printf ("%s: %s", title,
                              kumoji_record_get_text (KUMOJI_RECORD (sheet->service), "name"))
           : g_strdup (title);
  figures[0] = score.yes;
  figures[1] = score.no;
  figures[2] = kumoji_score_get_open (&score);

  canvas.page = page;
  kumoji_mark_draw (page, canvas.palette, score.passed ? KUMOJI_MARK_PASSED : KUMOJI_MARK_OPEN,
                    row->x, row->y + (ROW_HEIGHT - KUMOJI_SIZE_TABLE) / 2, KUMOJI_SIZE_TABLE);
  kumoji_canvas_write (&canvas, name, KUMOJI_SIZE_TABLE, FALSE, canvas.palette->text,
                       KUMOJI_ALIGN_LEFT,
                       (KumojiBox){ row->x + 14, row->y, row->width * NAME_SHARE - 24,
                                    ROW_HEIGHT });
  kumoji_chart_draw_progress (&canvas, &bar, score.yes, score.no, score.applicable);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      g_autofree char *figure = g_strdup_printf ("%u", figures[i]);

      kumoji_canvas_write (&canvas, figure, KUMOJI_SIZE_TABLE, FALSE, canvas.palette->text,
                           KUMOJI_ALIGN_RIGHT, get_figure_box (row, i));
    }
}

/**
 * kumoji_summary_add_checklists:
 *
 * Adds how far the checklists are, a bar each.
 */
void
kumoji_summary_add_checklists (KumojiReportContext *context)
{
  g_autoptr (GArray) sheets = kumoji_check_sheet_list (context);
  KumojiBox row;
  KumojiPage *page;

  kumoji_flow_add_heading (context->flow, 2,
                           kumoji_report_say (context, N_("How far the checklists are")));
  if (sheets->len == 0)
    {
      kumoji_flow_add_text (context->flow,
                            kumoji_report_say (context, N_("No checklist has been begun.")));
      return;
    }
  if (sheets->len > MOST_SHEETS)
    g_array_set_size (sheets, MOST_SHEETS);
  page = kumoji_flow_reserve (context->flow, ROW_HEIGHT * (sheets->len + 1), &row);
  row.height = ROW_HEIGHT;
  draw_titles (context, page, &row);
  for (guint i = 0; i < sheets->len; i++)
    {
      row.y += ROW_HEIGHT;
      draw_sheet (context, page, &row, &g_array_index (sheets, KumojiCheckSheet, i));
    }
}
