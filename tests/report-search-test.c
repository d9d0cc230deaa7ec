/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching a report: words are found where they stand, however they are set in type. */
#include "report-fixture.h"
#include "report/kumoji-flow.h"
#include "report/kumoji-search.h"

static KumojiTypeface *typeface;

static KumojiDocument *
new_document (const char *text)
{
  g_autoptr (KumojiFlow) flow =
    kumoji_flow_new (typeface, KUMOJI_LANGUAGE_JA, KUMOJI_PAPER_A4, "Search");

  kumoji_flow_start_report (flow, "Search", KUMOJI_PORTRAIT);
  kumoji_flow_add_text (flow, text);
  return kumoji_flow_finish (flow);
}

static guint
count_places (KumojiDocument *document, const char *words)
{
  g_autoptr (GArray) matches = kumoji_search_find (document, words, NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const KumojiMatch *match = &g_array_index (matches, KumojiMatch, i);
      KumojiPage *page = kumoji_document_get_page (document, match->page);

      g_assert_cmpfloat (match->box.width, >, 0);
      g_assert_cmpfloat (match->box.x, >=, 0);
      g_assert_cmpfloat (match->box.x + match->box.width, <=, kumoji_page_get_width (page));
      g_assert_cmpfloat (match->box.y + match->box.height, <=, kumoji_page_get_height (page));
    }
  return matches->len > 0 ? g_array_index (matches, KumojiMatch, matches->len - 1).number + 1 : 0;
}

static void
test_letters (void)
{
  g_autoptr (KumojiDocument) document =
    new_document ("得意先台帳は Cloud Service の ＡＢＣ に置く。葛城市の𠮷野家😀本店、得意先台帳。");

  g_assert_cmpuint (count_places (document, "得意先台帳"), ==, 2);
  g_assert_cmpuint (count_places (document, "cloud  SERVICE"), ==, 1);
  g_assert_cmpuint (count_places (document, "abc"), ==, 1);
  /* Outlines and letters together make a word. */
  g_assert_cmpuint (count_places (document, "𠮷野家😀本店"), ==, 1);
  g_assert_cmpuint (count_places (document, "ない言葉"), ==, 0);
  g_assert_cmpuint (count_places (document, "  "), ==, 0);
}

/* Wherever the line ends, the words are found. */
static void
test_broken_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KumojiDocument) document = NULL;
  g_autoptr (GArray) matches = NULL;
  gboolean broken = FALSE;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "情報資産目録の value of assets を%u、", i * i);
  document = new_document (text->str);
  g_assert_cmpuint (count_places (document, "情報資産目録の"), ==, 100);
  g_assert_cmpuint (count_places (document, "value of assets"), ==, 100);
  matches = kumoji_search_find (document, "情報資産目録の", NULL);
  for (guint i = 1; i < matches->len; i++)
    broken = broken
             || g_array_index (matches, KumojiMatch, i).number
                  == g_array_index (matches, KumojiMatch, i - 1).number;
  g_assert_true (broken);
}

static void
test_sample (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_JA);
  KumojiReportOptions options;
  g_autoptr (KumojiDocument) document = NULL;
  g_autofree char *all = NULL, *part = NULL;

  kumoji_report_options_init (&options, KUMOJI_LANGUAGE_JA, FIXTURE_TODAY);
  document = fixture_lay_out (project, &options);
  g_assert_cmpuint (count_places (document, kumoji_project_get_company (project)), >=,
                    kumoji_document_get_n_pages (document));
  all = kumoji_search_dup_page_text (kumoji_document_get_page (document, 0), 4000);
  g_assert_nonnull (strstr (all, kumoji_project_get_company (project)));
  part = kumoji_search_dup_page_text (kumoji_document_get_page (document, 0), 10);
  g_assert_cmpint (strncmp (all, part, strlen (part)), ==, 0);
  g_assert_cmpint (g_utf8_strlen (part, -1), <=, 12);
}

static void
test_cancelled (void)
{
  g_autoptr (KumojiDocument) document = new_document ("得意先台帳");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) matches = NULL;

  g_cancellable_cancel (cancellable);
  matches = kumoji_search_find (document, "得意先台帳", cancellable);
  g_assert_cmpuint (matches->len, ==, 0);
}

static void
test_link (void)
{
  const KumojiBox box = { 10, 20, 30, 40 };
  g_autoptr (KumojiPage) page = kumoji_page_new (100, 100);

  kumoji_page_add_link (page, &box, "there");
  g_assert_cmpstr (kumoji_search_find_link (page, 39, 59), ==, "there");
  g_assert_null (kumoji_search_find_link (page, 41, 59));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  typeface = kumoji_typeface_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/search/letters", test_letters);
  g_test_add_func ("/search/broken-lines", test_broken_lines);
  g_test_add_func ("/search/sample", test_sample);
  g_test_add_func ("/search/cancelled", test_cancelled);
  g_test_add_func ("/search/link", test_link);
  status = g_test_run ();
  g_assert_finalize_object (typeface);
  return status;
}
