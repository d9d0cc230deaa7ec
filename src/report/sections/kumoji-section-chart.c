/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a checklist side by side: this round, and the one before it. */
#include "report/sections/kumoji-section-chart.h"

#include <math.h>

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-radar-chart.h"
#include "report/sections/kumoji-report-words.h"
#include "rules/kumoji-result.h"

/* Points. */
#define LEAST_HEIGHT 128.0
#define GAP 12.0

/* Of the width. */
#define CHART_SHARE 0.4

/* Of the page: a table higher than that does not stand beside a chart. */
#define LARGEST_SHARE 0.5

#define NOTHING "–"

static KumojiScore
work_out (KumojiReportContext *context, const KumojiSection *section, KumojiAssessment *round)
{
  KumojiScore score;

  kumoji_score_work_out_items (&score, section->items, round,
                               kumoji_project_get_profile (context->project),
                               context->options->today);

  return score;
}

static char *
dup_round (KumojiReportContext *context, KumojiAssessment *round)
{
  return g_strdup_printf (kumoji_report_say (context, N_("Round %d")),
                          (int) kumoji_record_get_integer (KUMOJI_RECORD (round), "round"));
}

static void
add_figure (KumojiReportContext *context,
            KumojiTable *table,
            const KumojiSection *section,
            KumojiAssessment *round)
{
  const KumojiScore score = work_out (context, section, round);
  g_autofree char *figure = score.applicable > 0
                              ? g_strdup_printf ("%u / %u", score.yes, score.applicable)
                              : g_strdup (NOTHING);

  kumoji_table_add_text (table, figure);
}

static void
add_round_column (KumojiReportContext *context,
                  KumojiTable *table,
                  KumojiKind kind,
                  KumojiAssessment *round)
{
  g_autofree char *name = dup_round (context, round);
  g_autofree char *title =
    g_strdup_printf ("%s\n%s / %s", name, kumoji_result_get_done_label (kind, context->language),
                     /* Translators: how many questions or documents apply. */
                     kumoji_report_say (context, N_("applicable")));

  kumoji_table_add_column (table, title, 0, 0, KUMOJI_ALIGN_RIGHT);
}

/* The chart names its axes by numbers, so a section without one is counted. */
static char *
dup_number (const KumojiSection *section, guint position)
{
  return kumoji_report_section_has_number (section) ? g_strdup (section->id)
                                                    : g_strdup_printf ("%u", position + 1);
}

static KumojiTable *
new_table (KumojiReportContext *context, const KumojiCheckSheet *sheet)
{
  GPtrArray *sections = kumoji_catalog_get_sections (sheet->catalog);
  const KumojiKind kind = kumoji_catalog_get_kind (sheet->catalog);
  KumojiTable *table = kumoji_report_table_new (context);

  kumoji_table_set_size (table, KUMOJI_SIZE_SMALL);
  kumoji_table_add_column (table, kumoji_report_say (context, N_("Section")), 1, 0,
                           KUMOJI_ALIGN_LEFT);
  if (sheet->before != NULL)
    add_round_column (context, table, kind, sheet->before);
  add_round_column (context, table, kind, sheet->round);
  for (guint i = 0; i < sections->len; i++)
    {
      const KumojiSection *section = sections->pdata[i];
      g_autofree char *number = dup_number (section, i);
      g_autofree char *name =
        g_strdup_printf ("%s  %s", number, kumoji_text_get (&section->title, context->language));

      kumoji_table_add_row (table, KUMOJI_ROW_NORMAL, NULL);
      kumoji_table_add_text (table, name);
      if (sheet->before != NULL)
        add_figure (context, table, section, sheet->before);
      add_figure (context, table, section, sheet->round);
    }

  return table;
}

static void
get_shares (KumojiReportContext *context,
            const KumojiCheckSheet *sheet,
            KumojiAssessment *round,
            double *shares)
{
  GPtrArray *sections = kumoji_catalog_get_sections (sheet->catalog);

  for (guint i = 0; i < sections->len; i++)
    {
      const KumojiScore score = work_out (context, sections->pdata[i], round);

      shares[i] = score.applicable > 0 ? 100.0 * score.yes / score.applicable : NAN;
    }
}

/* The axes are named by the sections' numbers: the table beside them says the rest. */
static void
draw_radar (KumojiReportContext *context,
            KumojiPage *page,
            const KumojiBox *box,
            const KumojiCheckSheet *sheet)
{
  GPtrArray *sections = kumoji_catalog_get_sections (sheet->catalog);
  g_autofree char *now = dup_round (context, sheet->round);
  g_autofree char *then = sheet->before != NULL ? dup_round (context, sheet->before) : NULL;
  g_autoptr (GPtrArray) axes = g_ptr_array_new_with_free_func (g_free);
  double shares[2][KUMOJI_RADAR_MOST_AXES];
  const KumojiRadarSeries series[] = { { then, shares[0] }, { now, shares[1] } };
  const guint first = then != NULL ? 0 : 1;
  KumojiRadar radar = { NULL, sections->len, series + first, 2 - first, 100, " %" };
  KumojiCanvas canvas = kumoji_report_canvas (context);

  canvas.page = page;
  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_add (axes, dup_number (sections->pdata[i], i));
  radar.axes = (const char *const *) axes->pdata;
  if (then != NULL)
    get_shares (context, sheet, sheet->before, shares[0]);
  get_shares (context, sheet, sheet->round, shares[1]);
  kumoji_radar_chart_draw (&canvas, box, &radar);
}

/* How much is done says something where there is something to do; a register is read by itself. */
static gboolean
is_charted (KumojiKind kind)
{
  return kind == KUMOJI_KIND_CHECKLIST || kind == KUMOJI_KIND_PRACTICE;
}

/**
 * kumoji_section_chart_add:
 * @sheet: a checklist and its rounds
 *
 * Adds how the sections of a checklist stand, as a chart and as figures, to the pages; nothing for
 * one that is not begun, of which not much is to be done, or whose sections are too few or too many
 * for a chart.
 */
void
kumoji_section_chart_add (KumojiReportContext *context, const KumojiCheckSheet *sheet)
{
  const guint n_sections = kumoji_catalog_get_sections (sheet->catalog)->len;
  const double width = kumoji_flow_get_width (context->flow), chart_width = width * CHART_SHARE;
  const double table_width = width - chart_width - GAP;
  g_autoptr (KumojiTable) table = NULL;
  double table_height;
  KumojiPage *page;
  KumojiBox box, chart;

  if (sheet->round == NULL || !is_charted (kumoji_catalog_get_kind (sheet->catalog))
      || n_sections < KUMOJI_RADAR_LEAST_AXES || n_sections > KUMOJI_RADAR_MOST_AXES)
    return;
  table = new_table (context, sheet);
  table_height = kumoji_table_measure (table, table_width);
  if (table_height > LARGEST_SHARE * kumoji_flow_get_body_height (context->flow))
    return;

  kumoji_flow_add_heading (context->flow, 2,
                           kumoji_report_say (context, N_("How the sections stand")));
  page = kumoji_flow_reserve (context->flow, MAX (table_height, LEAST_HEIGHT), &box);
  chart = (KumojiBox){ box.x, box.y, chart_width, box.height };
  draw_radar (context, page, &chart, sheet);
  kumoji_table_draw (table, page, box.x + chart_width + GAP,
                     box.y + (box.height - table_height) / 2, table_width);
}
