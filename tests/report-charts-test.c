/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the charts: each stays in its box, reads well, and bears any value, on both painters. */
#include <glib/gstdio.h>
#include <string.h>

#include "project/kumoji-edit.h"
#include "report-fixture.h"
#include "report-page.h"
#include "report-picture.h"
#include "report/kumoji-donut-chart.h"
#include "report/kumoji-line-chart.h"
#include "report/kumoji-pdf-painter.h"
#include "report/kumoji-radar-chart.h"
#include "report/kumoji-scale.h"
#include "report/kumoji-search.h"
#include "report/kumoji-spread.h"
#include "report/kumoji-stage-chart.h"
#include "report/kumoji-timeline.h"

#define SIZE 8.0
#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define N_MONTHS 61
#define HUGE_AMOUNT 4611686018427387904.0 /* 2^62 */

/* More than a painter darkens beside an edge: pixels around the box. */
#define MARGIN 3

#define LONG_NAME "とても長い名前のつづく区分と、その説明までついているもの"

static KumojiTypeface *typeface;
static char *directory;

typedef void (*DrawFunc) (const KumojiCanvas *canvas, const KumojiBox *box, gboolean hostile);

static void
draw_donut (const KumojiCanvas *canvas, const KumojiBox *box, gboolean hostile)
{
  const KumojiColour *colours = canvas->palette->series;
  const KumojiDonutPart parts[] = {
    { "はい 32", 32, colours[1] },   { "いいえ 3", 3, colours[5] },
    { "回答待ち 2", 2, colours[2] }, { "未回答 4", 4, canvas->palette->plan },
    { "該当なし 1", 1, colours[4] },
  };
  const KumojiDonutPart worst[] = {
    { LONG_NAME, HUGE_AMOUNT, colours[0] },
    { "数でない", NAN, colours[1] },
    { "負", -3, colours[2] },
    { "果てしない", INFINITY, colours[3] },
    { "1", 1, colours[4] },
    { LONG_NAME, HUGE_AMOUNT, colours[5] },
    { "最大", G_MAXDOUBLE, colours[6] },
    { "", G_MAXDOUBLE, colours[0] },
    { NULL, 7, colours[1] },
    { "2", 2, colours[2] },
  };
  const KumojiDonut usual = { parts, G_N_ELEMENTS (parts), "84 %", "はい 32 / 38" };
  const KumojiDonut stressed = { worst, G_N_ELEMENTS (worst), "¥9,223,372,036,854,775,807",
                                 LONG_NAME };

  kumoji_donut_chart_draw (canvas, box, hostile ? &stressed : &usual);
}

static void
draw_radar (const KumojiCanvas *canvas, const KumojiBox *box, gboolean hostile)
{
  static const char *const axes[] = { "前提条件", "選ぶとき",   "使うとき", LONG_NAME,
                                      "契約",     "教育の計画", "監査",     LONG_NAME,
                                      "退職",     "委託",       "見直し",   "事業の継続" };
  const double before[] = { 20, 40, 60, 10, 80, 50, 5, 10, 0, 20, 30, 40 };
  const double now[] = { 80, 60, 90, 100, 100, 70, 60, 50, 40, 30, 20, 100 };
  const double worst[] = { NAN, INFINITY, -INFINITY, -5, 1e300, HUGE_AMOUNT, 0, 100, NAN, 1, 2, 3 };
  const double none[] = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN };
  const KumojiRadarSeries two[] = { { "第1回", before }, { "第2回", now } };
  const KumojiRadarSeries many[] = { { LONG_NAME, worst }, { NULL, none }, { "第2回", now } };
  const KumojiRadar usual = { axes, 5, two, G_N_ELEMENTS (two), 100, " %" };
  const KumojiRadar stressed = { axes, 12, many, G_N_ELEMENTS (many), 100, NULL };

  kumoji_radar_chart_draw (canvas, box, hostile ? &stressed : &usual);
}

static void
draw_lines (const KumojiCanvas *canvas, const KumojiBox *box, gboolean hostile)
{
  double own[N_MONTHS], cloud[N_MONTHS], worst[N_MONTHS], none[N_MONTHS];
  const KumojiLine two[] = { { "自社のIT", own }, { "クラウド", cloud } };
  const KumojiLine many[] = {
    { LONG_NAME, worst }, { "クラウド", worst }, { "ない", none }, { NULL, cloud }
  };
  const KumojiLineChart usual = { two, 2, N_MONTHS, "月", "累計費用", "円", 12, 18, "18か月め" };
  const KumojiLineChart stressed = { many,      G_N_ELEMENTS (many), N_MONTHS, LONG_NAME,
                                     LONG_NAME, LONG_NAME,           0,        7,
                                     LONG_NAME };

  for (guint i = 0; i < N_MONTHS; i++)
    {
      own[i] = 900000 + 145000.0 * i;
      cloud[i] = 3000000 + 22000.0 * i;
      worst[i] = i % 3 == 0 ? NAN : i % 7 == 0 ? -HUGE_AMOUNT : i % 5 == 0 ? INFINITY : HUGE_AMOUNT;
      none[i] = i % 2 == 0 ? NAN : 1e300;
    }
  kumoji_line_chart_draw (canvas, box, hostile ? &stressed : &usual);
}

static void
draw_columns (const KumojiCanvas *canvas, const KumojiBox *box, gboolean hostile)
{
  const KumojiAmount amounts[] = { { "資産の合計", "¥100,000,000", 1e8 },
                                   { "年間売上", "¥120,000,000", hostile ? NAN : 1.2e8 } };

  kumoji_chart_draw_columns (canvas, box, amounts, G_N_ELEMENTS (amounts));
}

static void
draw_stack (const KumojiCanvas *canvas, const KumojiBox *box, gboolean hostile)
{
  const KumojiAmount amounts[] = { { "個人情報", "16 %", 16 },
                                   { "その他", "84 %", hostile ? -INFINITY : 84 } };

  kumoji_chart_draw_stack (canvas, box, amounts, G_N_ELEMENTS (amounts));
}

static void
draw_stages (const KumojiCanvas *canvas, const KumojiBox *box, gboolean hostile)
{
  const KumojiStageMark stages[] = { { "0", "検討", KUMOJI_STEP_FINISHED },
                                     { "1", hostile ? LONG_NAME : "体験", KUMOJI_STEP_CURRENT } };

  kumoji_stage_chart_draw (canvas, box, stages, G_N_ELEMENTS (stages));
}

static void
draw_timeline (const KumojiCanvas *canvas, const KumojiBox *box, gboolean hostile)
{
  const KumojiSpan spans[] = { { "0", hostile ? LONG_NAME : "検討", KUMOJI_STEP_FINISHED, 739000,
                                 739100, 739000, 739200 } };

  kumoji_timeline_draw (canvas, box, spans, G_N_ELEMENTS (spans), 739500);
}

static void
draw_progress (const KumojiCanvas *canvas, const KumojiBox *box, gboolean hostile)
{
  kumoji_chart_draw_progress (canvas, box, 3, hostile ? G_MAXUINT : 1, 8);
}

typedef struct
{
  const char *name;
  DrawFunc draw;
  const char *found; /* a text that must be on the paper */
} Kind;

/* The new ones first: these keep within any box. */
static const Kind kinds[] = {
  { "donut", draw_donut, "84 %" },     { "radar", draw_radar, "前提条件" },
  { "lines", draw_lines, "18か月め" }, { "columns", draw_columns, NULL },
  { "stack", draw_stack, NULL },       { "stages", draw_stages, NULL },
  { "timeline", draw_timeline, NULL }, { "progress", draw_progress, NULL },
};

#define N_NEW 3

static KumojiCanvas
make_canvas (KumojiPage *page)
{
  return (KumojiCanvas){ page, typeface, &kumoji_palette_paper, KUMOJI_LANGUAGE_JA, SIZE };
}

static KumojiDocument *
new_document (const Kind *kind, const KumojiBox *box, gboolean hostile)
{
  KumojiDocument *document = kumoji_document_new (KUMOJI_LANGUAGE_JA, kind->name);
  g_autoptr (KumojiPage) page = kumoji_page_new (PAGE_WIDTH, PAGE_HEIGHT);
  const KumojiCanvas canvas = make_canvas (page);

  kind->draw (&canvas, box, hostile);
  kumoji_document_add_page (document, page);

  return document;
}

static void
assert_sound (KumojiDocument *document)
{
  g_autoptr (GError) error = NULL;

  kumoji_document_check (document, &error);
  g_assert_no_error (error);
  assert_no_overlap (kumoji_document_get_page (document, 0));
}

/* Nothing but white around the box, and something else in it. */
static void
assert_in_box (const Picture *picture, const KumojiBox *box)
{
  guint n_dark = 0;

  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      {
        const gboolean inside = x >= box->x * SCALE - MARGIN && y >= box->y * SCALE - MARGIN
                                && x < (box->x + box->width) * SCALE + MARGIN
                                && y < (box->y + box->height) * SCALE + MARGIN;

        if (picture->pixels[y * picture->width + x] > 250)
          continue;
        n_dark++;
        if (!inside)
          g_error ("drawn at %d, %d, outside the box", x, y);
      }
  g_assert_cmpuint (n_dark, >, 500);
}

static void
assert_text (const char *file, const char *wanted)
{
  const char *const argv[] = { "pdftotext", file, "-", NULL };
  g_autoptr (GBytes) out = run (argv);
  gsize size;
  const char *text = g_bytes_get_data (out, &size);
  g_autofree char *whole = g_strndup (text, size);

  if (strstr (whole, wanted) == NULL)
    g_error ("“%s” is not in “%s”", wanted, whole);
}

static void
compare (const Kind *kind, const KumojiBox *box, gboolean hostile)
{
  g_autoptr (KumojiDocument) document = new_document (kind, box, hostile);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *file = g_build_filename (directory, "chart.pdf", NULL);
  g_auto (Picture) paper = { 0 }, screen = { 0 };
  gsize size;
  const char *data;

  assert_sound (document);
  pdf = kumoji_pdf_paint (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (pdf, &size);
  g_assert_true (g_file_set_contents (file, data, (gssize) size, NULL));
  raster_pdf (file, 0, &paper);
  raster_cairo (kumoji_document_get_page (document, 0), paper.width, paper.height, &screen);
  g_assert_cmpfloat (find_worst (&paper, &screen), <, TOLERANCE);
  assert_in_box (&paper, box);
  assert_in_box (&screen, box);
  if (!hostile && kind->found != NULL)
    assert_text (file, kind->found);
  g_unlink (file);
}

static void
test_painters (gconstpointer data)
{
  const Kind *kind = data;
  const KumojiBox boxes[] = { { 60, 70, 260, 150 }, { 300, 400, 180, 240 } };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      compare (kind, &boxes[i], FALSE);
      compare (kind, &boxes[i], TRUE);
    }
}

/* Whatever the room, nothing leaves it, and no label lies over another. */
static void
test_any_size (gconstpointer data)
{
  const Kind *kind = data;

  for (float width = 2; width < 520; width = width * 1.3f + 3)
    for (float height = 2; height < 520; height = height * 1.3f + 3)
      for (int hostile = 0; hostile < 2; hostile++)
        {
          const KumojiBox box = { 40, 40, width, height };
          g_autoptr (KumojiDocument) document = new_document (kind, &box, hostile);
          KumojiPage *page = kumoji_document_get_page (document, 0);

          assert_sound (document);
          for (guint i = 0; i < kumoji_page_get_n_drawings (page); i++)
            {
              const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);

              if (drawing->kind != KUMOJI_DRAWING_TEXT)
                continue;
              g_assert_cmpfloat (drawing->box.x, >=, box.x - 0.1);
              g_assert_cmpfloat (drawing->box.y, >=, box.y - 0.1);
              g_assert_cmpfloat (drawing->box.x + drawing->box.width, <=, box.x + width + 0.1);
              g_assert_cmpfloat (drawing->box.y + drawing->box.height, <=, box.y + height + 0.1);
            }
        }
}

/* A size from a rule that went wrong: drawn as nothing, or refused with a sentence, never worse. */
static void
test_bad_sizes (gconstpointer data)
{
  static const float bad[] = { NAN, INFINITY, -INFINITY, -40, 0, 1e30f };
  const Kind *kind = data;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    for (guint which = 0; which < 4; which++)
      {
        float side[4] = { 40, 40, 200, 100 };
        g_autoptr (KumojiDocument) document = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) pdf = NULL;

        side[which] = bad[i];
        const KumojiBox box = { side[0], side[1], side[2], side[3] };
        document = new_document (kind, &box, FALSE);
        pdf = kumoji_pdf_paint (document, NULL, NULL, NULL, &error);
        if (!isfinite (bad[i]))
          g_assert_null (pdf);
        if (pdf != NULL)
          continue;
        g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY);
        g_assert_nonnull (strstr (error->message, "placed at no place of the page"));
      }
}

static KumojiPage *
draw_line_chart (const KumojiLineChart *chart, KumojiLanguage language)
{
  KumojiPage *page = kumoji_page_new (400, 200);
  KumojiCanvas canvas = make_canvas (page);
  const KumojiBox box = { 0, 0, 400, 200 };

  canvas.language = language;
  kumoji_line_chart_draw (&canvas, &box, chart);
  g_assert_true (kumoji_page_check (page, NULL));

  return page;
}

/* The drawings of a colour: the dot of the crossing is filled with the page's ground. */
static gboolean
find_dot (KumojiPage *page, double *x, double *y)
{
  for (guint i = 0; i < kumoji_page_get_n_drawings (page); i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);
      const KumojiPathStep *steps = kumoji_page_get_steps (page, drawing);

      if (drawing->kind != KUMOJI_DRAWING_PATH || drawing->ink.stroke != kumoji_palette_paper.text)
        continue;
      *x = steps[1].x[0];
      *y = steps[0].y[0];
      return TRUE;
    }

  return FALSE;
}

static void
test_crossing (void)
{
  const double own[] = { 0, 1, 2, 3, 4 }, cloud[] = { 3, 3, 3, 3, 3 };
  const double unknown[] = { 0, NAN, NAN, NAN, NAN };
  const KumojiLine lines[] = { { "Own IT", own }, { "Cloud", cloud } };
  const KumojiLine gap[] = { { "Own IT", unknown }, { "Cloud", cloud } };
  KumojiLineChart chart = { lines, 2, 5, "Months", "Cost", "yen", 0, 3, "month 3" };
  double x, y, x2, y2;
  g_autoptr (KumojiPage) at = draw_line_chart (&chart, KUMOJI_LANGUAGE_EN);

  g_assert_true (page_has (at, "month 3") && page_has (at, "Own IT") && page_has (at, "Cloud"));
  g_assert_true (page_has (at, "Months") && page_has (at, "Cost (yen)"));
  g_assert_true (find_dot (at, &x, &y));

  /* One month on, the lines have crossed before it: the dot is where they did. */
  chart.crossing = 4;
  g_autoptr (KumojiPage) behind = draw_line_chart (&chart, KUMOJI_LANGUAGE_EN);
  g_assert_true (find_dot (behind, &x2, &y2));
  g_assert_cmpfloat_with_epsilon (y, y2, 0.01);

  chart.crossing = -1;
  g_autoptr (KumojiPage) none = draw_line_chart (&chart, KUMOJI_LANGUAGE_EN);
  g_assert_false (find_dot (none, &x, &y));
  chart.crossing = 5;
  g_autoptr (KumojiPage) beyond = draw_line_chart (&chart, KUMOJI_LANGUAGE_EN);
  g_assert_false (find_dot (beyond, &x, &y));
  chart.crossing = 3;
  chart.lines = gap;
  g_autoptr (KumojiPage) not_known = draw_line_chart (&chart, KUMOJI_LANGUAGE_EN);
  g_assert_false (find_dot (not_known, &x, &y));
}

/* The crossing's label can be searched for, as a reader of the preview does. */
static void
test_found (void)
{
  const KumojiBox box = { 60, 70, 260, 150 };
  g_autoptr (KumojiDocument) document = new_document (&kinds[2], &box, FALSE);
  g_autoptr (GArray) matches = kumoji_search_find (document, "18か月め", NULL);

  g_assert_cmpuint (matches->len, ==, 1);
}

static void
test_few_values (void)
{
  const double zeros[] = { 0, 0, 0 }, one[] = { 7 };
  const KumojiLine flat[] = { { "零", zeros } }, dot[] = { { "一", one } };
  const KumojiLineChart charts[] = {
    { flat, 1, 3, NULL, NULL, NULL, 0, -1, NULL },
    { dot, 1, 1, NULL, NULL, NULL, 0, 0, "x" },
    { flat, 0, 3, "月", "額", NULL, 0, 0, NULL },
    { NULL, 0, 0, "月", "額", NULL, 0, 0, NULL },
  };
  const KumojiDonut empty = { NULL, 0, NULL, NULL };
  const KumojiRadar two_axes = { (const char *const[]){ "一", "二" }, 2, NULL, 0, 100, NULL };
  g_autoptr (KumojiPage) page = kumoji_page_new (300, 300);
  g_autoptr (KumojiPage) blank = kumoji_page_new (300, 300);
  const KumojiCanvas canvas = make_canvas (page), nothing = make_canvas (blank);
  const KumojiBox box = { 0, 0, 300, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr (KumojiPage) chart = draw_line_chart (&charts[i], KUMOJI_LANGUAGE_JA);

      g_assert_cmpint (kumoji_page_get_n_drawings (chart) > 0, ==, i < 3);
    }
  kumoji_donut_chart_draw (&canvas, &box, &empty);
  g_assert_cmpuint (kumoji_page_get_n_drawings (page), ==, 1);
  kumoji_radar_chart_draw (&nothing, &box, &two_axes);
  g_assert_cmpuint (kumoji_page_get_n_drawings (blank), ==, 0);
}

static void
assert_ticks (double least, double most, guint most_ticks, const char *const *wanted)
{
  KumojiScale scale;

  kumoji_scale_init (&scale, least, most, most_ticks);
  kumoji_scale_choose_unit (&scale, KUMOJI_LANGUAGE_EN);
  g_assert_cmpuint (scale.n_ticks, ==, g_strv_length ((char **) wanted));
  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_autofree char *label = kumoji_scale_dup_label (&scale, i);

      g_assert_cmpstr (label, ==, wanted[i]);
    }
}

static void
test_scale (void)
{
  KumojiScale scale;

  assert_ticks (0, 100, 5, (const char *const[]){ "0", "20", "40", "60", "80", "100", NULL });
  assert_ticks (0, 101, 5, (const char *const[]){ "0", "50", "100", "150", NULL });
  assert_ticks (-3, 9, 4, (const char *const[]){ "-5", "0", "5", "10", NULL });
  assert_ticks (0.1, 0.3, 3, (const char *const[]){ "0.0", "0.1", "0.2", "0.3", NULL });
  assert_ticks (0, 9.5e6, 5, (const char *const[]){ "0", "2", "4", "6", "8", "10", NULL });
  assert_ticks (0, 0, 5, (const char *const[]){ "0", "1", NULL });
  assert_ticks (NAN, INFINITY, 5, (const char *const[]){ "0", "1", NULL });
  assert_ticks (5, 1400, 3, (const char *const[]){ "0.0", "0.5", "1.0", "1.5", NULL });

  kumoji_scale_init (&scale, 0, HUGE_AMOUNT, 5);
  kumoji_scale_choose_unit (&scale, KUMOJI_LANGUAGE_JA);
  g_assert_cmpstr (scale.unit_word, ==, "京");
  g_assert_cmpfloat (kumoji_scale_get_most (&scale), ==, 5e18);

  kumoji_scale_init_whole (&scale, 60, 12, 8);
  g_assert_cmpuint (scale.n_ticks, ==, 6);
  g_assert_cmpfloat (kumoji_scale_get_most (&scale), ==, 60);
  kumoji_scale_init_whole (&scale, 360, 12, 8);
  g_assert_cmpfloat (kumoji_scale_get_tick (&scale, 1), ==, 60);
  kumoji_scale_init_whole (&scale, 0, 0, 8);
  g_assert_cmpuint (scale.n_ticks, ==, 1);
}

static void
test_spread (void)
{
  KumojiSpread apart[] = { { 50, 10, 0 }, { 20, 10, 1 } };
  KumojiSpread near[] = { { 50, 10, 0 }, { 51, 10, 1 }, { 52, 20, 2 }, { -900, 10, 3 } };
  KumojiSpread many[] = { { 5, 10, 0 }, { 5, 10, 1 }, { 5, 10, 2 } };

  g_assert_cmpuint (kumoji_spread (apart, 2, 0, 100), ==, 2);
  g_assert_cmpfloat (apart[0].centre, ==, 20);
  g_assert_cmpfloat (apart[1].centre, ==, 50);

  g_assert_cmpuint (kumoji_spread (near, 4, 0, 60), ==, 4);
  g_assert_cmpuint (near[0].id, ==, 3);
  g_assert_cmpfloat (near[0].centre, >=, 5);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat (near[i].centre - near[i].height / 2, >=,
                       near[i - 1].centre + near[i - 1].height / 2);
  g_assert_cmpfloat (near[3].centre + near[3].height / 2, <=, 60);

  g_assert_cmpuint (kumoji_spread (many, 3, 0, 25), ==, 2);
  g_assert_cmpuint (kumoji_spread (many, 3, 0, -5), ==, 0);
}

/* The summary's donut says what the checklists' lines say, and a sheet shows its last round beside
 * the one before. */
static void
test_reports (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_EN);
  KumojiRecord *service = kumoji_list_get (kumoji_project_get_services (project), 0);
  const char *subject = kumoji_record_get_id (service);
  KumojiAssessment *before = kumoji_project_get_last_round (project, "ipa-guide", subject);
  KumojiList *rounds = kumoji_project_get_assessments (project);
  KumojiReportOptions options;

  /* The checklists alone: those of other kinds are counted in words of their own. */
  while (kumoji_list_get_length (rounds) > 5)
    kumoji_history_remove (kumoji_project_get_history (project), rounds,
                           kumoji_list_get_length (rounds) - 1);
  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_EN, FIXTURE_TODAY);
  options.parts = KUMOJI_REPORT_SUMMARY | KUMOJI_REPORT_CHECKLISTS;
  g_autoptr (KumojiDocument) one = fixture_lay_out (project, &options);
  g_autofree char *one_text = fixture_dup_text (one);

  assert_has (one_text, "82 %");
  assert_has (one_text, "Yes 32 / 39");
  assert_has (one_text, "How the sections stand");
  assert_has (one_text, "Round 1");
  assert_has_not (one_text, "Round 2");

  g_assert_nonnull (before);
  KumojiAssessment *now =
    kumoji_edit_start_round (project, "ipa-guide", subject, FALSE, FIXTURE_TODAY);
  g_assert_true (kumoji_project_get_round_before (project, now) == before);
  g_assert_null (kumoji_project_get_round_before (project, before));
  g_assert_true (kumoji_edit_answer (project, now, "1", "answer", "no", FIXTURE_TODAY, NULL));
  g_autoptr (KumojiDocument) two = fixture_lay_out (project, &options);
  g_autofree char *two_text = fixture_dup_text (two);

  assert_has (two_text, "Round 1");
  assert_has (two_text, "Round 2");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  typeface = kumoji_typeface_new (&error);
  g_assert_no_error (error);
  directory = g_dir_make_tmp ("kumoji-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *painters = g_strdup_printf ("/charts/%s/painters", kinds[i].name);
      g_autofree char *any_size = g_strdup_printf ("/charts/%s/any-size", kinds[i].name);
      g_autofree char *bad_sizes = g_strdup_printf ("/charts/%s/bad-sizes", kinds[i].name);

      g_test_add_data_func (bad_sizes, &kinds[i], test_bad_sizes);
      if (i >= N_NEW)
        continue;
      g_test_add_data_func (painters, &kinds[i], test_painters);
      g_test_add_data_func (any_size, &kinds[i], test_any_size);
    }
  g_test_add_func ("/charts/lines/crossing", test_crossing);
  g_test_add_func ("/charts/lines/found", test_found);
  g_test_add_func ("/charts/few-values", test_few_values);
  g_test_add_func ("/charts/scale", test_scale);
  g_test_add_func ("/charts/spread", test_spread);
  g_test_add_func ("/charts/reports", test_reports);
  status = g_test_run ();
  g_rmdir (directory);
  g_free (directory);
  g_assert_finalize_object (typeface);

  return status;
}
