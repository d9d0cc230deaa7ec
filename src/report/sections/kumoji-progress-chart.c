/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the checklists are: all answers as a donut, and a line for each checklist. */
#include "report/sections/kumoji-progress-chart.h"

#include "catalog/kumoji-phrases.h"
#include "report/kumoji-donut-chart.h"
#include "report/sections/kumoji-check-sheet.h"

/* Points. */
#define DONUT_SIDE 96.0
#define DONUT_GAP 14.0
#define BAR_WIDTH 44.0
#define BAR_HEIGHT 7.0
#define ROW_HEIGHT 16.0
#define SERVICE_HEIGHT 11.0
#define HEAD_LINE 10.0
#define KEY_HEIGHT 2.5
#define KEY_GAP 2.0
#define MARK_ROOM 14.0
#define LEAST_FIGURE 24.0
#define LARGEST_HEAD 44.0
#define FIGURE_GAP 6.0

#define N_FIGURES 5

/* Rows: the report to management is to stay on two pages; the sheets themselves tell of all. */
#define MOST_SHEETS 10

/* The colours of the answers; the heads of the columns are the key to the donut. */
static const KumojiItemState states[N_FIGURES] = {
  KUMOJI_ITEM_YES,
  KUMOJI_ITEM_NO,
  KUMOJI_ITEM_WAITING,
  KUMOJI_ITEM_UNANSWERED,
  KUMOJI_ITEM_NOT_APPLICABLE,
};

/* What they are called where other kinds are counted with checklists; NULL: the same. */
static const char *const common_labels[N_FIGURES] = {
  N_("Done"), N_("Not met"), NULL, N_("Still open"), NULL,
};

typedef struct
{
  KumojiReportContext *context;
  KumojiCanvas canvas;
  gboolean mixed; /* not only checklists */
  double widths[N_FIGURES];
  double figures; /* all of them, points */
  double head;
} Layout;

static KumojiColour
get_colour (guint figure)
{
  const KumojiPalette *palette = &kumoji_palette_paper;
  const KumojiColour colours[N_FIGURES] = { palette->series[1], palette->series[5],
                                            palette->series[2], palette->plan, palette->rule };

  return colours[figure];
}

static const char *
get_label (const Layout *layout, guint figure)
{
  const KumojiLanguage language = layout->context->language;

  if (layout->mixed && common_labels[figure] != NULL)
    return kumoji_phrase (language, common_labels[figure]);
  return kumoji_item_state_get_label (states[figure], language);
}

static gboolean
is_mixed (GArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    if (kumoji_catalog_get_kind (g_array_index (sheets, KumojiCheckSheet, i).catalog)
        != KUMOJI_KIND_CHECKLIST)
      return TRUE;
  return FALSE;
}

static void
init_layout (Layout *layout, KumojiReportContext *context, gboolean mixed)
{
  *layout = (Layout){ context, kumoji_report_canvas (context), mixed, .head = HEAD_LINE };
  layout->canvas.size = KUMOJI_SIZE_RUNNING;
  for (guint i = 0; i < N_FIGURES; i++)
    {
      const char *label = get_label (layout, i);
      double head = kumoji_canvas_measure (&layout->canvas, label, FALSE);

      if (head > LARGEST_HEAD)
        head = kumoji_longest_word (context->typeface, context->language, label,
                                    KUMOJI_SIZE_RUNNING, FALSE)
               + 0.1;
      layout->widths[i] = MAX (head, LEAST_FIGURE) + FIGURE_GAP;
      layout->figures += layout->widths[i];
      if (kumoji_canvas_measure (&layout->canvas, label, FALSE) > layout->widths[i] - FIGURE_GAP)
        layout->head = 2 * HEAD_LINE;
    }
  layout->head += KEY_HEIGHT + 2 * KEY_GAP;
}

static void
get_figures (const KumojiScore *score, guint *figures)
{
  figures[0] = score->yes;
  figures[1] = score->no;
  figures[2] = score->waiting;
  figures[3] = kumoji_score_get_open (score) - score->waiting;
  figures[4] = score->not_applicable;
}

/* The room of a figure, in a row that ends at the right of the text. */
static KumojiBox
get_figure_box (const Layout *layout, const KumojiBox *row, guint figure)
{
  double x = row->x + row->width - layout->figures;

  for (guint i = 0; i < figure; i++)
    x += layout->widths[i];

  return (KumojiBox){ x + FIGURE_GAP, row->y, layout->widths[figure] - FIGURE_GAP, row->height };
}

static void
draw_heads (const Layout *layout, const KumojiBox *row)
{
  for (guint i = 0; i < N_FIGURES; i++)
    {
      const KumojiTextStyle style = { KUMOJI_SIZE_RUNNING, FALSE, kumoji_palette_paper.dim,
                                      KUMOJI_ALIGN_RIGHT, HEAD_LINE / KUMOJI_SIZE_RUNNING };
      const KumojiBox box = get_figure_box (layout, row, i);
      const KumojiBox label = { box.x, box.y, box.width, layout->head - KEY_HEIGHT - 2 * KEY_GAP };
      const KumojiBox key = { box.x, label.y + label.height + KEY_GAP, box.width, KEY_HEIGHT };

      kumoji_label_draw (layout->canvas.page, layout->context->typeface, get_label (layout, i),
                         &style, &label);
      kumoji_page_add_box (layout->canvas.page, &key, 0, KUMOJI_INK_FILL (get_colour (i)));
    }
}

static double
get_row_height (const KumojiCheckSheet *sheet)
{
  return ROW_HEIGHT + (sheet->service != NULL ? SERVICE_HEIGHT : 0);
}

static void
draw_name (const Layout *layout, const KumojiBox *row, const KumojiCheckSheet *sheet, double width)
{
  const KumojiCanvas *canvas = &layout->canvas;
  const KumojiBox name = { row->x + MARK_ROOM, row->y, width, ROW_HEIGHT };
  const KumojiBox service = { name.x, row->y + ROW_HEIGHT - 2, width, SERVICE_HEIGHT };

  kumoji_canvas_write (canvas,
                       kumoji_catalog_get_short_title (sheet->catalog, layout->context->language),
                       KUMOJI_SIZE_TABLE, FALSE, canvas->palette->text, KUMOJI_ALIGN_LEFT, name);
  if (sheet->service != NULL)
    kumoji_canvas_write (canvas, kumoji_record_get_text (KUMOJI_RECORD (sheet->service), "name"),
                         KUMOJI_SIZE_RUNNING, FALSE, canvas->palette->dim, KUMOJI_ALIGN_LEFT,
                         service);
}

static void
draw_sheet (const Layout *layout,
            const KumojiBox *row,
            const KumojiCheckSheet *sheet,
            const KumojiScore *score)
{
  const KumojiCanvas *canvas = &layout->canvas;
  const KumojiBox line = { row->x, row->y, row->width, ROW_HEIGHT };
  const KumojiBox bar = { row->x + row->width - layout->figures - BAR_WIDTH,
                          row->y + (ROW_HEIGHT - BAR_HEIGHT) / 2, BAR_WIDTH, BAR_HEIGHT };
  guint figures[N_FIGURES];

  get_figures (score, figures);
  kumoji_mark_draw (canvas->page, canvas->palette,
                    score->passed ? KUMOJI_MARK_PASSED : KUMOJI_MARK_OPEN, row->x,
                    row->y + (ROW_HEIGHT - KUMOJI_SIZE_TABLE) / 2, KUMOJI_SIZE_TABLE);
  draw_name (layout, row, sheet, bar.x - row->x - MARK_ROOM - FIGURE_GAP);
  kumoji_chart_draw_progress (canvas, &bar, score->yes, score->no, score->applicable);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      g_autofree char *figure = g_strdup_printf ("%u", figures[i]);

      kumoji_canvas_write (canvas, figure, KUMOJI_SIZE_TABLE, FALSE,
                           figures[i] > 0 ? canvas->palette->text : canvas->palette->dim,
                           KUMOJI_ALIGN_RIGHT, get_figure_box (layout, &line, i));
    }
}

static void
add_up (KumojiScore *all, const KumojiScore *score)
{
  all->items += score->items;
  all->excluded += score->excluded;
  all->not_applicable += score->not_applicable;
  all->applicable += score->applicable;
  all->answered += score->answered;
  all->yes += score->yes;
  all->no += score->no;
  all->waiting += score->waiting;
}

/* What is not quite all never reads 100 %. */
static void
draw_donut (const Layout *layout, const KumojiBox *box, const KumojiScore *all)
{
  g_autofree char *share = all->applicable > 0
                             ? g_strdup_printf ("%u %%", all->yes * 100 / all->applicable)
                             : g_strdup ("–");
  g_autofree char *caption =
    g_strdup_printf ("%s %u / %u", get_label (layout, 0), all->yes, all->applicable);
  KumojiDonutPart parts[N_FIGURES] = { 0 };
  const KumojiDonut donut = { parts, N_FIGURES, share, caption };
  guint figures[N_FIGURES];

  get_figures (all, figures);
  for (guint i = 0; i < N_FIGURES; i++)
    parts[i] = (KumojiDonutPart){ NULL, figures[i], get_colour (i) };
  kumoji_donut_chart_draw (&layout->canvas, box, &donut);
}

static void
draw (KumojiReportContext *context,
      GArray *sheets,
      GArray *scores,
      const KumojiScore *all,
      gboolean mixed)
{
  Layout layout;
  KumojiBox box, row, ring;
  double rows;

  init_layout (&layout, context, mixed);
  rows = layout.head;
  for (guint i = 0; i < sheets->len; i++)
    rows += get_row_height (&g_array_index (sheets, KumojiCheckSheet, i));
  layout.canvas.page = kumoji_flow_reserve (context->flow, MAX (rows, DONUT_SIDE), &box);

  ring = (KumojiBox){ box.x, box.y + (MIN (box.height, 2 * DONUT_SIDE) - DONUT_SIDE) / 2,
                      DONUT_SIDE, DONUT_SIDE };
  draw_donut (&layout, &ring, all);
  row = (KumojiBox){ box.x + DONUT_SIDE + DONUT_GAP, box.y + (box.height - rows) / 2,
                     box.width - DONUT_SIDE - DONUT_GAP, 0 };
  draw_heads (&layout, &row);
  row.y += layout.head;
  for (guint i = 0; i < sheets->len; i++)
    {
      const KumojiCheckSheet *sheet = &g_array_index (sheets, KumojiCheckSheet, i);

      draw_sheet (&layout, &row, sheet, &g_array_index (scores, KumojiScore, i));
      row.y += get_row_height (sheet);
    }
}

/* Those that have no line. */
static void
add_others (KumojiReportContext *context, guint n)
{
  const KumojiTextStyle style = { KUMOJI_SIZE_SMALL, FALSE, kumoji_palette_paper.dim,
                                  KUMOJI_ALIGN_RIGHT, 1.4 };
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (kumoji_phrase_plural (context->language,
                                                N_("The ring counts %u more checklist."),
                                                N_("The ring counts %u more checklists."), n),
                          n);
  kumoji_flow_add_space (context->flow, 3);
  kumoji_flow_add_styled_text (context->flow, text, &style, 0);
}

/**
 * kumoji_progress_chart_add:
 *
 * Adds how far the checklists are to the pages. The donut counts all of them, those too that the
 * lines have no room for.
 */
void
kumoji_progress_chart_add (KumojiReportContext *context)
{
  g_autoptr (GArray) sheets = kumoji_check_sheet_list (context);
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (KumojiScore));
  KumojiScore all = { 0 };
  gboolean mixed;
  guint n_others;

  kumoji_flow_add_heading (context->flow, 2,
                           kumoji_report_say (context, N_("How far the checklists are")));
  if (sheets->len == 0)
    {
      kumoji_flow_add_text (context->flow,
                            kumoji_report_say (context, N_("No checklist has been begun.")));
      return;
    }
  for (guint i = 0; i < sheets->len; i++)
    {
      const KumojiCheckSheet *sheet = &g_array_index (sheets, KumojiCheckSheet, i);
      KumojiScore score;

      kumoji_score_work_out (&score, sheet->catalog, sheet->round,
                             kumoji_project_get_profile (context->project),
                             context->options->today);
      add_up (&all, &score);
      g_array_append_val (scores, score);
    }
  mixed = is_mixed (sheets);
  n_others = sheets->len - MIN (sheets->len, MOST_SHEETS);
  g_array_set_size (sheets, sheets->len - n_others);
  draw (context, sheets, scores, &all, mixed);
  add_others (context, n_others);
}
