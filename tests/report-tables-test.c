/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of tables and form grids: stripes, spans, the place in a row, rows cut over pages. */
#include <math.h>
#include <string.h>

#include "report-page.h"
#include "report/kumoji-form-grid.h"
#include "report/kumoji-pdf-painter.h"

#define N_ROWS 90

static KumojiTypeface *typeface;

static KumojiFlow *
new_flow (KumojiOrientation orientation)
{
  KumojiFlow *flow = kumoji_flow_new (typeface, KUMOJI_LANGUAGE_JA, KUMOJI_PAPER_A4, "題");

  kumoji_flow_start_report (flow, "表", orientation);

  return flow;
}

static KumojiDocument *
finish (KumojiFlow *flow)
{
  g_autoptr (GError) error = NULL;
  KumojiDocument *document = kumoji_flow_finish (flow);

  kumoji_document_check (document, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < kumoji_document_get_n_pages (document); i++)
    assert_no_overlap (kumoji_document_get_page (document, i));

  return document;
}

static const KumojiDrawing *
find_text (KumojiPage *page, const char *text)
{
  for (guint i = 0; i < kumoji_page_get_n_drawings (page); i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);

      if (g_strcmp0 (drawing->text, text) == 0)
        return drawing;
    }
  g_error ("“%s” is not on the page", text);
}

/* Whether the text stands upon a box of that colour. */
static gboolean
is_upon (KumojiPage *page, const char *text, KumojiColour colour)
{
  const KumojiDrawing *found = find_text (page, text);

  for (guint i = 0; i < kumoji_page_get_n_drawings (page); i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);
      const KumojiPathStep *steps = kumoji_page_get_steps (page, drawing);

      if (drawing->kind == KUMOJI_DRAWING_PATH && drawing->text == NULL && drawing->n_steps == 5
          && drawing->ink.fill == colour && steps[0].y[0] < found->y && found->y < steps[2].y[0])
        return TRUE;
    }

  return FALSE;
}

static KumojiTable *
new_table (guint n_columns)
{
  KumojiTable *table = kumoji_table_new (typeface, KUMOJI_LANGUAGE_JA);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = g_strdup_printf ("列%u", i);

      kumoji_table_add_column (table, title, 1, 0, KUMOJI_ALIGN_LEFT);
    }

  return table;
}

static void
add_row (KumojiTable *table, KumojiRowKind kind, const char *text)
{
  kumoji_table_add_row (table, kind, NULL);
  kumoji_table_add_text (table, text);
}

static void
test_zebra (gconstpointer data)
{
  const gboolean zebra = GPOINTER_TO_INT (data);
  const KumojiColour stripe = kumoji_palette_paper.stripe;
  g_autoptr (KumojiFlow) flow = new_flow (KUMOJI_LANDSCAPE);
  g_autoptr (KumojiTable) table = new_table (3);
  g_autoptr (KumojiDocument) document = NULL;
  guint n_found = 0;

  kumoji_table_set_zebra (table, zebra);
  add_row (table, KUMOJI_ROW_GROUP, "組一");
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *name = g_strdup_printf ("行%02u", i);

      /* An odd number of rows above it: the stripes begin anew all the same. */
      if (i == 31)
        add_row (table, KUMOJI_ROW_GROUP, "組二");
      add_row (table, KUMOJI_ROW_NORMAL, name);
    }
  add_row (table, KUMOJI_ROW_TOTAL, "合計");
  kumoji_flow_add_table (flow, table);
  document = finish (flow);
  g_assert_cmpuint (kumoji_document_get_n_pages (document), >, 2);

  for (guint p = 0; p < kumoji_document_get_n_pages (document); p++)
    {
      KumojiPage *page = kumoji_document_get_page (document, p);

      g_assert_false (is_upon (page, "列0", stripe));
      for (guint i = 0; i < N_ROWS; i++)
        {
          g_autofree char *name = g_strdup_printf ("行%02u", i);

          if (!page_has (page, name))
            continue;
          g_assert_cmpint (is_upon (page, name, stripe), ==,
                           zebra && (i < 31 ? i : i - 31) % 2 == 1);
          n_found++;
        }
      if (page_has (page, "組二"))
        g_assert_false (is_upon (page, "組二", stripe));
    }
  g_assert_cmpuint (n_found, ==, N_ROWS);
}

/* Vertical lines that cross the height of a text. */
static guint
count_edges (KumojiPage *page, const char *text)
{
  const KumojiDrawing *found = find_text (page, text);
  guint n = 0;

  for (guint i = 0; i < kumoji_page_get_n_drawings (page); i++)
    {
      const KumojiDrawing *drawing = kumoji_page_get_drawing (page, i);
      const KumojiPathStep *steps = kumoji_page_get_steps (page, drawing);

      if (drawing->kind == KUMOJI_DRAWING_PATH && drawing->n_steps == 2
          && steps[0].x[0] == steps[1].x[0] && steps[0].y[0] < found->y && steps[1].y[0] > found->y)
        n++;
    }

  return n;
}

/* Cells over several columns, more than there are too, on pages that all repeat the titles. */
static void
test_spans (void)
{
  g_autoptr (KumojiFlow) flow = new_flow (KUMOJI_PORTRAIT);
  g_autoptr (KumojiTable) table = new_table (4);
  g_autoptr (KumojiDocument) document = NULL;
  guint n_found = 0;

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *wide = g_strdup_printf ("広い%02u", i);
      g_autofree char *end = g_strdup_printf ("端%02u", i);

      add_row (table, KUMOJI_ROW_NORMAL, "左");
      kumoji_table_add_text (table, wide)->span = i % 3 == 0 ? 9 : i % 3 == 1 ? 2 : 0;
      kumoji_table_add_text (table, end);
    }
  kumoji_flow_add_table (flow, table);
  document = finish (flow);
  g_assert_cmpuint (kumoji_document_get_n_pages (document), >, 2);

  for (guint p = 0; p < kumoji_document_get_n_pages (document); p++)
    {
      KumojiPage *page = kumoji_document_get_page (document, p);

      g_assert_cmpuint (count_edges (page, "列3"), ==, 5);
      for (guint i = 0; i < N_ROWS; i++)
        {
          g_autofree char *wide = g_strdup_printf ("広い%02u", i);
          g_autofree char *end = g_strdup_printf ("端%02u", i);

          if (!page_has (page, wide))
            continue;
          g_assert_cmpuint (count_edges (page, wide), ==, i % 3 == 0 ? 3 : i % 3 == 1 ? 4 : 5);
          g_assert_cmpint (page_has (page, end), ==, i % 3 != 0);
          if (i % 3 == 1)
            g_assert_cmpfloat_with_epsilon (find_text (page, end)->box.x,
                                            find_text (page, "列3")->box.x, 0.01);
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, ==, N_ROWS);
}

static void
test_place_in_row (void)
{
  g_autoptr (KumojiFlow) flow = new_flow (KUMOJI_PORTRAIT);
  g_autoptr (KumojiTable) table = new_table (3);
  g_autoptr (KumojiDocument) document = NULL;
  const KumojiDrawing *middle, *top;
  KumojiPage *page;

  add_row (table, KUMOJI_ROW_NORMAL, "中央");
  kumoji_table_add_text (table, "上")->top = TRUE;
  kumoji_table_set_row_height (table, 100);
  add_row (table, KUMOJI_ROW_NORMAL, "次");
  kumoji_flow_add_table (flow, table);
  document = finish (flow);
  page = kumoji_document_get_page (document, 0);

  middle = find_text (page, "中央");
  top = find_text (page, "上");
  g_assert_cmpfloat_with_epsilon (middle->box.height, 100, 0.01);
  g_assert_cmpfloat_with_epsilon (middle->y - middle->size * (KUMOJI_FACE_ASCENT - 0.5),
                                  middle->box.y + 50, 1);
  g_assert_cmpfloat (top->y, <, top->box.y + 20);
  g_assert_cmpfloat (find_text (page, "次")->box.height, <, 30);
}

/* A row taller than a page is cut, and says so on both sides of each cut; its text stays whole. */
static void
test_cut_row (void)
{
  g_autoptr (KumojiFlow) flow = new_flow (KUMOJI_PORTRAIT);
  g_autoptr (KumojiTable) table = new_table (2);
  g_autoptr (KumojiDocument) document = NULL;
  g_autoptr (GString) memo = g_string_new (NULL);
  guint n_pages, n_lines = 0;

  for (guint i = 0; i < 150; i++)
    g_string_append_printf (memo, "%s記%03u", i > 0 ? "\n" : "", i);
  add_row (table, KUMOJI_ROW_NORMAL, "短い");
  kumoji_table_add_text (table, memo->str);
  kumoji_flow_add_table (flow, table);
  document = finish (flow);
  n_pages = kumoji_document_get_n_pages (document);
  g_assert_cmpuint (n_pages, >, 2);

  for (guint p = 0; p < n_pages; p++)
    {
      KumojiPage *page = kumoji_document_get_page (document, p);

      g_assert_true (page_has (page, "列1"));
      g_assert_cmpint (page_has (page, "（続き）"), ==, p > 0);
      g_assert_cmpint (page_has (page, "次のページへ続く"), ==, p + 1 < n_pages);
      g_assert_cmpint (page_has (page, "短い"), ==, p == 0);
      for (guint i = 0; i < 150; i++)
        {
          g_autofree char *line = g_strdup_printf ("記%03u", i);

          n_lines += page_has (page, line);
        }
    }
  g_assert_cmpuint (n_lines, ==, 150);
}

/* What a rule says of sizes may be nonsense: the table is laid as if it had said nothing. */
static void
test_bad_sizes (void)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY, -40 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (KumojiFlow) flow = new_flow (KUMOJI_PORTRAIT);
      g_autoptr (KumojiTable) table = kumoji_table_new (typeface, KUMOJI_LANGUAGE_JA);
      g_autoptr (KumojiDocument) document = NULL;
      KumojiBox box;
      guint n_pages;

      kumoji_table_set_size (table, bad[i]);
      kumoji_table_set_least_height (table, bad[i]);
      kumoji_table_add_column (table, "一", bad[i], 0, KUMOJI_ALIGN_LEFT);
      kumoji_table_add_column (table, "二", 1, bad[i], KUMOJI_ALIGN_LEFT);
      kumoji_table_add_column (table, "三", bad[i], bad[i], KUMOJI_ALIGN_LEFT);
      add_row (table, KUMOJI_ROW_NORMAL, "行");
      kumoji_table_set_row_height (table, bad[i]);
      kumoji_flow_add_table (flow, table);
      kumoji_flow_add_space (flow, bad[i]);
      kumoji_flow_reserve (flow, bad[i], &box);
      kumoji_flow_advance (flow, bad[i]);
      kumoji_flow_add_text (flow, "下");
      document = finish (flow);
      n_pages = kumoji_document_get_n_pages (document);
      g_assert_cmpuint (n_pages, ==, bad[i] > 0 ? 2 : 1);
      g_assert_cmpfloat (find_text (kumoji_document_get_page (document, 0), "行")->y, >, 0);
      g_assert_cmpfloat (find_text (kumoji_document_get_page (document, n_pages - 1), "下")->y, >,
                         0);
    }
}

/* A chart in room that is no number is a fault that no painter draws. */
static void
test_bad_room (void)
{
  g_autoptr (KumojiFlow) flow = new_flow (KUMOJI_PORTRAIT);
  g_autoptr (KumojiDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  KumojiBox box;
  KumojiPage *page = kumoji_flow_reserve (flow, NAN, &box);

  kumoji_page_add_box (page, &box, 0, KUMOJI_INK_FILL (0));
  document = kumoji_flow_finish (flow);
  g_assert_null (kumoji_pdf_paint (document, NULL, NULL, NULL, &error));
  g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_GEOMETRY);
}

static void
test_form (void)
{
  g_autoptr (KumojiFlow) flow = new_flow (KUMOJI_PORTRAIT);
  g_autoptr (KumojiFormGrid) form = kumoji_form_grid_new (typeface, KUMOJI_LANGUAGE_JA, 3);
  g_autoptr (KumojiDocument) document = NULL;
  KumojiPage *page;

  kumoji_form_grid_add_field (form, "一", "甲", 1);
  kumoji_form_grid_add_field (form, "二", "乙", 1);
  kumoji_form_grid_add_field (form, "三", NULL, 1);
  kumoji_form_grid_add_field (form, "四", "丙", 2);
  kumoji_form_grid_add_field (form, "五", "丁", 2);
  kumoji_form_grid_add_field (form, "六", "戊", 9);
  kumoji_form_grid_add_space (form, "理由", 120);
  kumoji_form_grid_add_space (form, "図", 5000);
  kumoji_flow_add_form_grid (flow, form);
  document = finish (flow);
  g_assert_cmpuint (kumoji_document_get_n_pages (document), ==, 2);
  page = kumoji_document_get_page (document, 0);

  /* The left and the right of each field: 2, 4 and 6 fields and labels. */
  g_assert_cmpuint (count_edges (page, "一"), ==, 7);
  g_assert_cmpuint (count_edges (page, "四"), ==, 3);
  g_assert_cmpuint (count_edges (page, "五"), ==, 3);
  g_assert_cmpuint (count_edges (page, "理由"), ==, 3);
  g_assert_cmpfloat_with_epsilon (find_text (page, "丙")->box.width,
                                  find_text (page, "戊")->box.width, 0.01);
  g_assert_cmpfloat (find_text (page, "一")->box.height, >=, KUMOJI_FORM_LINE);
  g_assert_cmpfloat_with_epsilon (find_text (page, "理由")->box.height, 120, 0.01);
  g_assert_cmpfloat (find_text (page, "理由")->y, <, find_text (page, "理由")->box.y + 20);
  g_assert_cmpfloat (find_text (page, "甲")->box.x, >, find_text (page, "一")->box.x);

  /* Room for more than a page is a whole page. */
  page = kumoji_document_get_page (document, 1);
  g_assert_cmpfloat_with_epsilon (find_text (page, "図")->box.height,
                                  kumoji_flow_get_body_height (flow), 0.01);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  typeface = kumoji_typeface_new (&error);
  g_assert_no_error (error);
  g_test_add_data_func ("/tables/zebra", GINT_TO_POINTER (TRUE), test_zebra);
  g_test_add_data_func ("/tables/no-zebra", GINT_TO_POINTER (FALSE), test_zebra);
  g_test_add_func ("/tables/spans", test_spans);
  g_test_add_func ("/tables/place-in-row", test_place_in_row);
  g_test_add_func ("/tables/cut-row", test_cut_row);
  g_test_add_func ("/tables/bad-sizes", test_bad_sizes);
  g_test_add_func ("/tables/bad-room", test_bad_room);
  g_test_add_func ("/tables/form", test_form);
  status = g_test_run ();
  g_assert_finalize_object (typeface);

  return status;
}
