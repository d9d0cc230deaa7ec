/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of check sheets: what stands on the paper of each kind of catalog, as other programs read
 * it. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "catalog/kumoji-phrases.h"
#include "report-kinds.h"
#include "report-picture.h"
#include "rules/kumoji-answering.h"
#include "rules/kumoji-marking.h"

/* One catalog of each kind. */
static const char *const examples[KUMOJI_N_KINDS] = {
  [KUMOJI_KIND_CHECKLIST] = "jssa-stage4",
  [KUMOJI_KIND_PRACTICE] = "jssa-practice",
  [KUMOJI_KIND_DOCUMENT] = "isms-documents",
  [KUMOJI_KIND_CRITERION] = "provider-criteria",
  [KUMOJI_KIND_APPLICABILITY] = "iso27017-customer",
  [KUMOJI_KIND_IMPACT] = "threats",
  [KUMOJI_KIND_RECURRING] = "operations",
  [KUMOJI_KIND_REFERENCE] = "schemes",
};

typedef struct
{
  KumojiProject *project;
  KumojiReportOptions options;
  char *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);
  int descriptor;

  fixture->project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, language);
  kinds_answer (fixture->project);
  kumoji_report_options_init (&fixture->options, language, FIXTURE_TODAY);
  fixture->options.parts = KUMOJI_REPORT_CHECKLISTS;
  descriptor = g_file_open_tmp ("kumoji-kinds-XXXXXX.pdf", &fixture->file, NULL);
  g_assert_cmpint (descriptor, >=, 0);
  close (descriptor);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->file);
  g_free (fixture->file);
  g_object_unref (fixture->project);
}

/* Writes the sheets of one catalog, NULL for all. */
static void
print (Fixture *fixture, const char *catalog)
{
  char *chosen[] = { (char *) catalog, NULL };
  g_autoptr (GError) error = NULL;

  fixture->options.catalogs = catalog != NULL ? chosen : NULL;
  g_object_unref (fixture_lay_out (fixture->project, &fixture->options));
  g_autoptr (GBytes) pdf =
    kumoji_report_render (fixture->project, &fixture->options, NULL, NULL, NULL, NULL, &error);
  fixture->options.catalogs = NULL;
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (fixture->file, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
}

static char *
dup_out (const char *const *argv)
{
  g_autoptr (GBytes) out = run (argv);
  gsize size;
  const char *text = g_bytes_get_data (out, &size);

  return g_strndup (text, size);
}

static char *
dup_paper (Fixture *fixture, const char *catalog)
{
  const char *const argv[] = { "pdftotext", "-raw", fixture->file, "-", NULL };
  g_autofree char *text = NULL;

  print (fixture, catalog);
  text = dup_out (argv);
  return fixture_dup_dense (text);
}

static KumojiCatalog *
get_catalog (Fixture *fixture, const char *id)
{
  return kumoji_library_get_catalog (kumoji_project_get_library (fixture->project), id);
}

/* Every kind has its items on paper, and each answer that it takes as a word beside a box. */
static void
test_items (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = fixture->options.language;

  for (int blank = 0; blank <= 1; blank++)
    for (guint kind = 0; kind < KUMOJI_N_KINDS; kind++)
      {
        KumojiCatalog *catalog = get_catalog (fixture, examples[kind]);
        const KumojiMeaning *answers = kumoji_answering_get (kind)->answers;
        GPtrArray *items = kumoji_catalog_get_items (catalog);
        g_autofree char *text = NULL;

        g_assert_cmpint (kumoji_catalog_get_kind (catalog), ==, kind);
        fixture->options.blank = blank;
        text = dup_paper (fixture, examples[kind]);
        assert_has (text, kumoji_catalog_get_title (catalog, language));
        for (guint i = 0; answers[i].answer != NULL; i++)
          assert_has (text, kumoji_answer_get_label (answers[i].answer, language));
        for (guint i = 0; i < items->len; i++)
          assert_has (text, kumoji_item_get_question (items->pdata[i], language));
      }
}

/* What was said stands on the sheet of its kind, and never on a blank one. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    KumojiKind kind;
    const char *said;
  } wanted[] = {
    { KUMOJI_KIND_PRACTICE, KINDS_MEMO },          { KUMOJI_KIND_DOCUMENT, KINDS_OWNER },
    { KUMOJI_KIND_DOCUMENT, KINDS_PLACE },         { KUMOJI_KIND_APPLICABILITY, KINDS_REASON },
    { KUMOJI_KIND_APPLICABILITY, KINDS_EVIDENCE }, { KUMOJI_KIND_RECURRING, KINDS_DOER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *text = NULL, *blank = NULL;

      fixture->options.blank = FALSE;
      text = dup_paper (fixture, examples[wanted[i].kind]);
      assert_has (text, wanted[i].said);
      fixture->options.blank = TRUE;
      blank = dup_paper (fixture, examples[wanted[i].kind]);
      assert_has_not (blank, wanted[i].said);
    }
}

/* The result speaks as its kind does. */
static void
test_results (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    KumojiKind kind;
    const char *result[KUMOJI_N_LANGUAGES];
  } wanted[] = {
    { KUMOJI_KIND_PRACTICE,
      { "実施：1件（該当する実践77件のうち）", "Done: 1 of 77 practices that apply." } },
    { KUMOJI_KIND_DOCUMENT,
      { "承認：1件（必要な文書42件のうち）", "Approved: 1 of 42 documents that are needed." } },
    { KUMOJI_KIND_CRITERION, { "採点：3件（項目9件のうち）", "Marked: 3 of 9 criteria." } },
    { KUMOJI_KIND_APPLICABILITY,
      { "決定：3件（管理策39件のうち）", "Decided: 3 of 39 controls." } },
    { KUMOJI_KIND_IMPACT, { "評価：1件（脅威10件のうち）", "Assessed: 1 of 10 threats." } },
    { KUMOJI_KIND_RECURRING, { "期限を過ぎた点検が1件あります。", "1 check is overdue." } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *text = dup_paper (fixture, examples[wanted[i].kind]);

      assert_has (text, wanted[i].result[fixture->options.language]);
    }
}

/* Sum and mean count what is marked, and 0 is a mark. */
static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = dup_paper (fixture, "provider-criteria");
  g_autofree char *blank = NULL;
  KumojiMarking none = { 0 };
  g_autofree char *mean = kumoji_marking_dup_mean (&none);

  assert_has (text, "3 / 9");
  assert_has (text, "5 / 27");
  assert_has (text, "1.67");
  g_assert_cmpstr (mean, ==, "–");
  fixture->options.blank = TRUE;
  blank = dup_paper (fixture, "provider-criteria");
  assert_has (blank, kumoji_phrase (fixture->options.language, N_("Sum of the marks")));
  assert_has_not (blank, "/ 27");
}

/* Overdue on the day after, not on the day itself; its own interval goes before the guide's. */
static void
test_overdue (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = fixture->options.language;
  const char *overdue = kumoji_item_state_get_label (KUMOJI_ITEM_OVERDUE, language);
  g_autofree char *text = NULL, *before = NULL;

  g_strlcpy (fixture->options.today, "2026-02-11", sizeof fixture->options.today);
  text = dup_paper (fixture, "operations");
  assert_has (text, overdue);
  assert_has (text, language == KUMOJI_LANGUAGE_JA ? "2027年5月1日" : "1 May 2027");
  assert_has (text, language == KUMOJI_LANGUAGE_JA ? "2026年2月10日" : "10 February 2026");

  g_strlcpy (fixture->options.today, "2026-02-10", sizeof fixture->options.today);
  before = dup_paper (fixture, "operations");
  assert_has_not (before, overdue);
}

/* A register lies on its side; the pages of one report go both ways. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  static const gboolean landscape[KUMOJI_N_KINDS] = {
    [KUMOJI_KIND_DOCUMENT] = TRUE,
    [KUMOJI_KIND_APPLICABILITY] = TRUE,
    [KUMOJI_KIND_IMPACT] = TRUE,
    [KUMOJI_KIND_RECURRING] = TRUE,
  };

  for (guint kind = 0; kind < KUMOJI_N_KINDS; kind++)
    {
      const char *const argv[] = { "pdfinfo", "-f", "1", "-l", "99", fixture->file, NULL };
      g_autofree char *info = NULL;

      print (fixture, examples[kind]);
      info = dup_out (argv);
      g_assert_true ((strstr (info, "841.89 x 595.276") != NULL) == landscape[kind]);
      g_assert_true ((strstr (info, "595.276 x 841.89") != NULL) == !landscape[kind]);
    }
}

/* How dark the square left of a word is, 0 to 255. */
static double
get_darkness (const Picture *picture, const char *boxes, const char *word)
{
  g_autofree char *pattern = g_strdup_printf (
    "xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"([0-9.]+)\">%s<", word);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  double edges[3], sum = 0;
  guint n = 0;

  if (!g_regex_match (regex, boxes, 0, &match))
    g_error ("“%s” is not on the page", word);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *edge = g_match_info_fetch (match, i + 1);

      edges[i] = g_ascii_strtod (edge, NULL) * SCALE;
    }
  for (int y = (int) edges[1]; y < edges[2]; y++)
    for (int x = (int) (edges[0] - 13 * SCALE); x < edges[0] - 2 * SCALE; x++, n++)
      sum += 255 - picture->pixels[y * picture->width + x];
  return sum / n;
}

/* On a grey print the levels still differ, from none to high. */
static void
test_levels (void)
{
  static const char *const words[] = { "No", "Low", "Moderate", "High" };
  Fixture fixture;
  double darkness[G_N_ELEMENTS (words)];

  set_up (&fixture, GINT_TO_POINTER (KUMOJI_LANGUAGE_EN));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      static const char *const levels[] = { "none", "low", "medium", "high" };
      const char *const argv[] = { "pdftotext", "-bbox", "-l", "1", fixture.file, "-", NULL };
      g_auto (Picture) picture = { 0 };
      g_autofree char *boxes = NULL;

      /* One level on the page, in all its cells; where nothing is said are boxes to tick. */
      for (guint j = 0; j < 10; j++)
        {
          g_autofree char *item = g_strdup_printf ("%u", j + 1);

          kinds_set_impact (fixture.project, item, "bankruptcy", levels[i]);
          kinds_set_impact (fixture.project, item, "sales-plunge", levels[i]);
          kinds_set_impact (fixture.project, item, "customers-leaving", levels[i]);
        }
      print (&fixture, "threats");
      boxes = dup_out (argv);
      raster_pdf (fixture.file, 0, &picture);
      darkness[i] = get_darkness (&picture, boxes, words[i]);
      if (i > 0)
        g_assert_cmpfloat (darkness[i], >, darkness[i - 1] + 5);
    }
  tear_down (&fixture, NULL);
}

static guint
count_pages (KumojiDocument *document, const char *title)
{
  guint n = 0;

  for (guint i = 0; i < kumoji_document_get_n_pages (document); i++)
    {
      g_autofree char *text = fixture_dup_page_text (document, i);

      n += fixture_has (text, title);
    }
  return n;
}

/* Which sheets come out: begun or asked by the gate; those named; on blank forms all that is asked.
 */
static void
test_which (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = fixture->options.language;
  const char *practices =
    kumoji_catalog_get_title (get_catalog (fixture, "jssa-practice"), language);
  const char *city = kumoji_catalog_get_title (get_catalog (fixture, "amagasaki-class2"), language);
  const char *glossary = kumoji_catalog_get_title (get_catalog (fixture, "glossary"), language);
  char *chosen[] = { (char *) "jssa-practice", (char *) "amagasaki-class2", (char *) "glossary",
                     NULL };
  const struct
  {
    char **catalogs;
    gboolean only_begun, blank, practices, city, glossary;
  } cases[] = {
    { NULL, FALSE, FALSE, TRUE, FALSE, FALSE },     { NULL, FALSE, TRUE, TRUE, TRUE, FALSE },
    { chosen, FALSE, FALSE, TRUE, TRUE, TRUE },     { chosen, TRUE, FALSE, TRUE, FALSE, FALSE },
    { chosen + 1, TRUE, FALSE, FALSE, TRUE, TRUE }, { chosen, TRUE, TRUE, TRUE, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture->options.catalogs = cases[i].catalogs;
      fixture->options.only_begun = cases[i].only_begun;
      fixture->options.blank = cases[i].blank;
      g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);

      g_assert_true ((count_pages (document, practices) > 0) == cases[i].practices);
      g_assert_true ((count_pages (document, city) > 0) == cases[i].city);
      g_assert_true ((count_pages (document, glossary) > 0) == cases[i].glossary);
    }
}

/* However much is begun, management reads two pages, in words that fit all kinds. */
static void
test_summary (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = fixture->options.language;
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_project_get_library (fixture->project));

  for (guint i = 0; i < catalogs->len; i++)
    if (kumoji_catalog_get_kind (catalogs->pdata[i]) != KUMOJI_KIND_REFERENCE)
      {
        const char *id = kumoji_catalog_get_id (catalogs->pdata[i]);

        kumoji_edit_ensure_round (fixture->project, id, kinds_get_subject (fixture->project, id));
      }
  fixture->options.parts = KUMOJI_REPORT_SUMMARY;
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);
  g_autofree char *text = fixture_dup_text (document);

  g_assert_cmpuint (kumoji_document_get_n_pages (document), <=, 2);
  assert_has (text, kumoji_phrase (language, N_("Still open")));
  assert_has (text, language == KUMOJI_LANGUAGE_JA ? "このほかの17件" : "counts 17 more");
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  static const char *const codes[] = { "ja", "en" };

  for (int i = 0; i < KUMOJI_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-kinds/%s/%s", name, codes[i]);

      g_test_add (path, Fixture, GINT_TO_POINTER (i), set_up, test, tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("items", test_items);
  add ("answers", test_answers);
  add ("results", test_results);
  add ("marks", test_marks);
  add ("overdue", test_overdue);
  add ("paper", test_paper);
  g_test_add_func ("/report-kinds/levels", test_levels);
  add ("which", test_which);
  add ("summary", test_summary);

  return g_test_run ();
}
