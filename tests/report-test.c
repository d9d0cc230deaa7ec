/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of reports: what stands on the paper of the sample company and of one that says nothing. */
#include <glib/gstdio.h>
#include <string.h>

#include "report-fixture.h"
#include "rules/kumoji-fingerprint.h"
#include "rules/kumoji-gate.h"

static const char *const companies[] = { "有限会社みなと海産", "Minato Seafood Ltd." };

typedef struct
{
  KumojiProject *project;
  KumojiReportOptions options;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);

  fixture->project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, language);
  kumoji_report_options_init (&fixture->options, language, FIXTURE_TODAY);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->project);
}

static void
test_parts (void)
{
  g_autoptr (GError) error = NULL;
  KumojiReportParts parts = 0;
  KumojiReportOrder order;
  guint n;
  const KumojiReportPart *known = kumoji_report_get_parts (&n);

  g_assert_cmpuint (n, ==, 6);
  g_assert_true (kumoji_report_parse_parts ("summary, assets", &parts, NULL, NULL));
  g_assert_cmpuint (parts, ==, KUMOJI_REPORT_SUMMARY | KUMOJI_REPORT_ASSETS);
  g_assert_true (kumoji_report_parse_parts ("all", &parts, NULL, NULL));
  g_assert_cmpuint (parts, ==, KUMOJI_REPORT_ALL);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (kumoji_report_parse_parts (known[i].id, &parts, NULL, NULL));
      g_assert_cmpuint (parts, ==, known[i].part);
    }

  /* Printed as they were named; the others would follow. */
  g_assert_true (kumoji_report_parse_parts ("roadmap,summary", &parts, &order, NULL));
  g_assert_cmpstr (order.places[0]->id, ==, "roadmap");
  g_assert_cmpstr (order.places[1]->id, ==, "summary");
  g_assert_cmpstr (order.places[2]->id, ==, "checklists");
  g_assert_cmpstr (order.places[3]->id, ==, "assets");
  kumoji_report_order_move (&order, 0, 3);
  g_assert_cmpstr (order.places[0]->id, ==, "summary");
  g_assert_cmpstr (order.places[3]->id, ==, "roadmap");
  kumoji_report_order_move (&order, 3, 1);
  g_autofree char *ids = kumoji_report_order_dup_ids (&order, KUMOJI_REPORT_ALL);
  g_assert_cmpstr (ids, ==, "summary,roadmap,checklists,assets,sources,glossary");

  /* What tells of the pages stays behind them. */
  g_assert_true (kumoji_report_parse_parts ("glossary,roadmap", &parts, &order, NULL));
  g_assert_cmpstr (order.places[0]->id, ==, "roadmap");
  g_assert_cmpstr (order.places[5]->id, ==, "glossary");
  kumoji_report_order_move (&order, 0, 5);
  g_assert_cmpstr (order.places[4]->id, ==, "roadmap");
  g_assert_cmpstr (order.places[5]->id, ==, "glossary");
  kumoji_report_order_move (&order, 5, 0);
  g_assert_cmpstr (order.places[5]->id, ==, "glossary");

  g_assert_false (kumoji_report_parse_parts ("summary,treasure", &parts, NULL, &error));
  g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_PART);
  g_assert_nonnull (strstr (error->message, "treasure"));
  g_assert_nonnull (strstr (error->message, "roadmap"));
  g_assert_false (kumoji_report_parse_parts ("", &parts, NULL, NULL));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  char *unknown[] = { (char *) "jssa-stage9", NULL };
  g_autoptr (GError) error = NULL;

  fixture->options.catalogs = unknown;
  g_assert_null (kumoji_report_lay_out (fixture->project, &fixture->options, NULL, &error));
  g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_CATALOG);
  g_clear_error (&error);

  fixture->options.catalogs = NULL;
  fixture->options.blank = TRUE;
  fixture->options.parts = KUMOJI_REPORT_SUMMARY | KUMOJI_REPORT_ROADMAP;
  g_assert_null (kumoji_report_lay_out (fixture->project, &fixture->options, NULL, &error));
  g_assert_error (error, KUMOJI_REPORT_ERROR, KUMOJI_REPORT_ERROR_PART);
  g_assert_nonnull (strstr (error->message, "checklists"));
}

/* What every page has: page n / N, the company, the fingerprint. */
static void
test_running (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);
  g_autofree char *fingerprint = kumoji_fingerprint_new (fixture->project);
  g_autofree char *paper = kumoji_fingerprint_to_paper (fingerprint);
  const guint n = kumoji_document_get_n_pages (document);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = fixture_dup_page_text (document, i);
      g_autofree char *number = g_strdup_printf ("%u/%u", i + 1, n);

      assert_has (text, companies[language]);
      assert_has (text, language == KUMOJI_LANGUAGE_JA ? "2026年11月20日" : "20 November 2026");
      assert_has (text, paper);
      assert_has (text, number);
      g_assert_true (g_str_has_suffix (text, number));
    }
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_library_get_default (), fixture->project, FIXTURE_TODAY);

  fixture->options.parts = KUMOJI_REPORT_SUMMARY;
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);
  g_autofree char *text = fixture_dup_text (document);

  g_assert_cmpuint (kumoji_document_get_n_pages (document), <=, 2);
  g_assert_cmpuint (roadmap->current->blockers->len, ==, 4);
  for (guint i = 0; i < roadmap->current->blockers->len; i++)
    {
      const KumojiBlocker *blocker = &g_array_index (roadmap->current->blockers, KumojiBlocker, i);
      g_autofree char *title = kumoji_blocker_dup_title (blocker, language);

      assert_has (text, title);
    }
  assert_has (text, "¥100,000,000");
  assert_has (text, "¥45,000,000");
  assert_has (text, "45.0%");
}

static void
test_roadmap (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_library_get_default (), fixture->project, FIXTURE_TODAY);

  fixture->options.parts = KUMOJI_REPORT_ROADMAP;
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);
  g_autofree char *text = fixture_dup_text (document);

  for (guint i = 0; i < roadmap->gates->len; i++)
    {
      const KumojiGate *gate = roadmap->gates->pdata[i];

      assert_has (text, kumoji_text_get (&gate->guide->residual_risk, language));
      for (guint j = 0; j < gate->guide->policy->len; j++)
        assert_has (text, kumoji_text_get (gate->guide->policy->pdata[j], language));
      for (guint j = 0; j < gate->blockers->len; j++)
        {
          g_autofree char *title =
            kumoji_blocker_dup_title (&g_array_index (gate->blockers, KumojiBlocker, j), language);

          assert_has (text, title);
        }
    }
}

/* Nothing that the register says is missing on paper. */
static void
test_assets (Fixture *fixture, gconstpointer data)
{
  KumojiList *assets = kumoji_project_get_assets (fixture->project);

  fixture->options.parts = KUMOJI_REPORT_ASSETS;
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);
  g_autofree char *text = fixture_dup_text (document);

  for (guint i = 0; i < kumoji_list_get_length (assets); i++)
    {
      KumojiRecord *asset = kumoji_list_get (assets, i);
      guint n_fields;
      const KumojiField *fields = kumoji_record_get_fields (asset, &n_fields);

      for (guint j = 1; j < n_fields; j++)
        {
          g_autofree char *value =
            kumoji_record_format (asset, fields[j].name, fixture->options.language);

          if (!g_str_equal (fields[j].name, "copy-of"))
            assert_has (text, value);
        }
    }
  assert_has (text, "¥100,000,000");
  assert_has (text, "(¥45,000,000)"); /* the ledger's copy does not count */
}

static void
test_checklists (Fixture *fixture, gconstpointer data)
{
  KumojiList *rounds = kumoji_project_get_assessments (fixture->project);

  fixture->options.parts = KUMOJI_REPORT_CHECKLISTS;
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);
  g_autofree char *text = fixture_dup_text (document);

  for (guint i = 0; i < kumoji_list_get_length (rounds); i++)
    {
      KumojiRecord *round = kumoji_list_get (rounds, i);
      KumojiCatalog *catalog =
        kumoji_library_get_catalog (kumoji_library_get_default (),
                                    kumoji_record_get_text (round, "catalog"));
      GPtrArray *items = kumoji_catalog_get_items (catalog);

      assert_has (text, kumoji_catalog_get_title (catalog, fixture->options.language));
      for (guint j = 0; j < items->len; j++)
        {
          KumojiRecord *answer =
            (KumojiRecord *) kumoji_assessment_get_answer (KUMOJI_ASSESSMENT (round),
                                                           kumoji_item_get_id (items->pdata[j]));

          assert_has (text, kumoji_item_get_question (items->pdata[j], fixture->options.language));
          if (answer == NULL)
            continue;
          assert_has (text, kumoji_record_get_text (answer, "memo"));
          assert_has (text, kumoji_record_get_text (answer, "evidence"));
        }
    }
}

static void
test_chosen_checklists (Fixture *fixture, gconstpointer data)
{
  char *chosen[] = { (char *) "jssa-stage2", (char *) "jssa-stage4", NULL };
  KumojiLibrary *library = kumoji_library_get_default ();

  fixture->options.parts = KUMOJI_REPORT_CHECKLISTS;
  fixture->options.catalogs = chosen;
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);
  g_autofree char *text = fixture_dup_text (document);

  for (guint i = 0; chosen[i] != NULL; i++)
    assert_has (text, kumoji_catalog_get_title (kumoji_library_get_catalog (library, chosen[i]),
                                                fixture->options.language));
  assert_has_not (text, kumoji_catalog_get_title (kumoji_library_get_catalog (library, "ipa-guide"),
                                                  fixture->options.language));
}

static guint
count_yen (const char *text)
{
  guint n = 0;

  for (const char *p = strstr (text, "¥"); p != NULL; p = strstr (p + strlen ("¥"), "¥"))
    n++;
  return n;
}

/* A blank form has every question of every catalog that is asked, and no answer. */
static void
test_blank (Fixture *fixture, gconstpointer data)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_library_get_default ());
  KumojiList *rounds = kumoji_project_get_assessments (fixture->project);

  fixture->options.blank = TRUE;
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);
  g_autofree char *text = fixture_dup_text (document);
  guint n_asked = 0;

  for (guint i = 0; i < catalogs->len; i++)
    {
      GPtrArray *items = kumoji_catalog_get_items (catalogs->pdata[i]);

      if (kumoji_catalog_get_kind (catalogs->pdata[i]) == KUMOJI_KIND_REFERENCE)
        continue;
      for (guint j = 0; j < items->len; j++)
        {
          const char *question =
            kumoji_item_get_question (items->pdata[j], fixture->options.language);

          assert_has (text, question);
          n_asked += count_yen (question);
        }
    }
  for (guint i = 0; i < kumoji_list_get_length (rounds); i++)
    {
      KumojiRecord *round = kumoji_list_get (rounds, i);
      KumojiList *answers = kumoji_record_get_list (round, "answers");

      assert_has_not (text, kumoji_record_get_text (round, "assessor"));
      for (guint j = 0; j < kumoji_list_get_length (answers); j++)
        {
          const char *memo = kumoji_record_get_text (kumoji_list_get (answers, j), "memo");

          if (*memo != '\0')
            assert_has_not (text, memo);
        }
    }
  /* No amount but those that the guides ask about. */
  g_assert_cmpuint (count_yen (text), ==, n_asked);
  g_assert_cmpuint (kumoji_document_get_keywords (document)->len, ==, 0);
}

static void
test_metadata (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);
  g_autofree char *fingerprint = kumoji_fingerprint_new (fixture->project);
  GArray *keywords = kumoji_document_get_keywords (document);
  const KumojiKeyword *first = &g_array_index (keywords, KumojiKeyword, 0);

  g_assert_cmpstr (kumoji_document_get_author (document), ==, companies[fixture->options.language]);
  g_assert_cmpstr (first->key, ==, "kumoji-fingerprint");
  g_assert_cmpstr (first->value, ==, fingerprint);
  g_assert_cmpuint (keywords->len, ==,
                    4 + g_strv_length ((char **) kumoji_fingerprint_get_parts ()));
  /* One for each part, and below each its headings. */
  g_assert_cmpuint (kumoji_document_get_headings (document)->len, >, 4);
}

/* Small enough to be mailed: only the letters that are used, without their hints. */
static void
test_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf =
    kumoji_report_render (fixture->project, &fixture->options, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), <, 500 * 1000);
}

static gboolean
is_japanese (gunichar character)
{
  return (character >= 0x3040 && character <= 0x30ff)
         || (character >= 0x4e00 && character <= 0x9fff);
}

/* The English report of the English sample has no Japanese letter. */
static void
test_english_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);
  g_autofree char *text = fixture_dup_text (document);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_japanese (g_utf8_get_char (p)))
      g_error ("Japanese on an English page: %.60s", p);
}

static char *
dup_japanese_words (KumojiProject *project)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_library_get_default ());
  GPtrArray *stages = kumoji_library_get_stages (kumoji_library_get_default ());
  g_autoptr (GBytes) said = kumoji_project_to_bytes (project);
  g_autoptr (GString) words =
    g_string_new_len (g_bytes_get_data (said, NULL), (gssize) g_bytes_get_size (said));
  const KumojiLanguage ja = KUMOJI_LANGUAGE_JA;

  for (guint i = 0; i < catalogs->len; i++)
    {
      GPtrArray *items = kumoji_catalog_get_items (catalogs->pdata[i]);

      g_string_append (words, kumoji_catalog_get_title (catalogs->pdata[i], ja));
      g_string_append (words, kumoji_catalog_get_short_title (catalogs->pdata[i], ja));
      g_string_append (words, kumoji_catalog_get_publisher (catalogs->pdata[i], ja));
      for (guint j = 0; j < items->len; j++)
        {
          g_string_append (words, kumoji_item_get_id (items->pdata[j]));
          g_string_append (words, kumoji_item_get_title (items->pdata[j], ja));
          g_string_append (words, kumoji_item_get_question (items->pdata[j], ja));
        }
    }
  for (guint i = 0; i < stages->len; i++)
    {
      const KumojiStageGuide *guide = stages->pdata[i];

      g_string_append (words, kumoji_text_get (&guide->purpose, ja));
      g_string_append (words, kumoji_text_get (&guide->residual_risk, ja));
      g_string_append (words, kumoji_text_get (&guide->decision, ja));
      for (guint j = 0; j < guide->policy->len; j++)
        g_string_append (words, kumoji_text_get (guide->policy->pdata[j], ja));
    }

  return fixture_dup_dense (words->str);
}

/* On a Japanese page no English word stands but what the user or the guide says in letters, and
 * what Japanese offices call so. */
static void
test_japanese_only (Fixture *fixture, gconstpointer data)
{
  /* The sections II and III, as a number and as two axes of a chart, one behind the other; the
   * criterion i, and IPA in the cell behind it. */
  static const char *const usual[] = { "SNS", "III", "IIIIII", "iIPA", NULL };
  g_autoptr (GRegex) word = g_regex_new ("[A-Za-z]{3,}", 0, 0, NULL);
  g_autofree char *fingerprint = kumoji_fingerprint_new (fixture->project);
  g_autofree char *paper = kumoji_fingerprint_to_paper (fingerprint);
  g_autofree char *allowed = dup_japanese_words (fixture->project);
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);

  for (guint i = 0; i < kumoji_document_get_n_pages (document); i++)
    {
      g_autofree char *text = fixture_dup_page_text (document, i);
      g_autoptr (GMatchInfo) match = NULL;

      memset (strstr (text, paper), ' ', strlen (paper));
      g_regex_match (word, text, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *found = g_match_info_fetch (match, 0);

          if (strstr (allowed, found) == NULL && !g_strv_contains (usual, found))
            {
              g_test_message ("English on Japanese page %u: %s", i + 1, found);
              g_test_fail ();
            }
        }
    }
}

/* A company that has said nothing yet: no figure that nobody gave. */
static void
test_empty (gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_BLANK, language);
  KumojiReportOptions options;

  kumoji_report_options_init (&options, language, FIXTURE_TODAY);
  g_autoptr (KumojiDocument) document = fixture_lay_out (project, &options);
  g_autofree char *text = fixture_dup_text (document);

  assert_has (text, language == KUMOJI_LANGUAGE_JA ? "（会社名未記入）" : "(no company name)");
  assert_has_not (text, "¥0");
  assert_has_not (text, "100.0%");

  options.blank = TRUE;
  options.paper = KUMOJI_PAPER_LETTER;
  g_autoptr (KumojiDocument) blank = fixture_lay_out (project, &options);
  g_assert_cmpuint (kumoji_document_get_n_pages (blank), >, 8);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  static const char *const codes[] = { "ja", "en" };

  for (int i = 0; i < KUMOJI_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/%s/%s", name, codes[i]);

      g_test_add (path, Fixture, GINT_TO_POINTER (i), set_up, test, tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/parts", test_parts);
  add ("refused", test_refused);
  add ("running", test_running);
  add ("summary", test_summary);
  add ("roadmap", test_roadmap);
  add ("assets", test_assets);
  add ("checklists", test_checklists);
  add ("chosen-checklists", test_chosen_checklists);
  add ("blank", test_blank);
  add ("metadata", test_metadata);
  add ("size", test_size);
  g_test_add ("/report/english-only", Fixture, GINT_TO_POINTER (KUMOJI_LANGUAGE_EN), set_up,
              test_english_only, tear_down);
  g_test_add ("/report/japanese-only", Fixture, GINT_TO_POINTER (KUMOJI_LANGUAGE_JA), set_up,
              test_japanese_only, tear_down);
  g_test_add_data_func ("/report/empty/ja", GINT_TO_POINTER (KUMOJI_LANGUAGE_JA), test_empty);
  g_test_add_data_func ("/report/empty/en", GINT_TO_POINTER (KUMOJI_LANGUAGE_EN), test_empty);

  return g_test_run ();
}
