/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what a report says of its own pages: where the questions come from, what words mean. */
#include <string.h>

#include "catalog/kumoji-glossary.h"
#include "catalog/kumoji-guide.h"
#include "catalog/kumoji-references.h"
#include "report-fixture.h"
#include "rules/kumoji-fingerprint.h"

typedef struct
{
  KumojiProject *project;
  KumojiLibrary *library;
  KumojiReportOptions options;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = GPOINTER_TO_INT (data);

  fixture->project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, language);
  fixture->library = kumoji_project_get_library (fixture->project);
  kumoji_report_options_init (&fixture->options, language, FIXTURE_TODAY);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->project);
}

static char *
dup_pages (Fixture *fixture, KumojiReportParts parts)
{
  fixture->options.parts = parts;
  g_autoptr (KumojiDocument) document = fixture_lay_out (fixture->project, &fixture->options);

  return fixture_dup_text (document);
}

static void
assert_source (Fixture *fixture, const char *text, KumojiCatalog *catalog)
{
  const KumojiLanguage language = fixture->options.language;
  const char *guide = kumoji_guide_get_title (kumoji_catalog_get_source_file (catalog), language);
  GPtrArray *items = kumoji_catalog_get_items (catalog);

  g_assert_nonnull (guide);
  assert_has (text, guide);
  assert_has (text, kumoji_catalog_get_title (catalog, language));
  assert_has (text, kumoji_catalog_get_publisher (catalog, language));
  assert_has (text, kumoji_catalog_get_place (catalog, language));
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *row = g_strconcat (kumoji_item_get_id (items->pdata[i]),
                                          kumoji_item_get_title (items->pdata[i], language), NULL);

      assert_has (text, row);
    }
}

/* Alone it tells of all that is asked: number and title of each item, beside its guide. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (fixture->library);
  g_autofree char *text = dup_pages (fixture, KUMOJI_REPORT_SOURCES);
  guint n_items = 0;

  for (guint i = 0; i < catalogs->len; i++)
    {
      if (kumoji_catalog_get_kind (catalogs->pdata[i]) == KUMOJI_KIND_REFERENCE)
        continue;
      assert_source (fixture, text, catalogs->pdata[i]);
      n_items += kumoji_catalog_get_items (catalogs->pdata[i])->len;
    }
  g_assert_cmpuint (n_items, ==, 624);
}

/* With the sheets it tells of these alone. */
static void
test_printed (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = fixture->options.language;
  KumojiCatalog *city = kumoji_library_get_catalog (fixture->library, "amagasaki-class2");
  g_autofree char *text = dup_pages (fixture, KUMOJI_REPORT_CHECKLISTS | KUMOJI_REPORT_SOURCES);

  assert_source (fixture, text, kumoji_library_get_catalog (fixture->library, "ipa-guide"));
  assert_has_not (text, kumoji_catalog_get_title (city, language));
}

/* Each guide that asks the same is named once, with all its numbers. */
static void
test_also_asked (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = fixture->options.language;
  g_autoptr (GPtrArray) others = kumoji_references_list (fixture->library, "ipa-guide", "10");
  char *chosen[] = { (char *) "ipa-guide", NULL };
  g_autofree char *text = NULL;

  fixture->options.catalogs = chosen;
  text = dup_pages (fixture, KUMOJI_REPORT_CHECKLISTS | KUMOJI_REPORT_SOURCES);
  g_assert_cmpuint (others->len, >, 3);
  for (guint i = 0; i < others->len; i++)
    {
      const KumojiReference *other = others->pdata[i];

      assert_has (text, kumoji_catalog_get_short_title (other->catalog, language));
      assert_has (text, kumoji_item_get_id (other->item));
    }
}

static guint
count (const char *text, const char *words)
{
  g_autofree char *dense = fixture_dup_dense (words);
  guint n = 0;

  for (const char *p = strstr (text, dense); p != NULL; p = strstr (p + strlen (dense), dense))
    n++;
  return n;
}

/* What stands on the pages is explained behind them, once; what does not is not. */
static void
test_glossary (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = fixture->options.language;
  GPtrArray *words =
    kumoji_catalog_get_items (kumoji_library_get_catalog (fixture->library, "glossary"));
  g_autofree char *bare = dup_pages (fixture, KUMOJI_REPORT_ROADMAP);
  g_autofree char *text = dup_pages (fixture, KUMOJI_REPORT_ROADMAP | KUMOJI_REPORT_GLOSSARY);
  guint n_explained = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *explanation = kumoji_item_get_question (words->pdata[i], language);
      const guint n = count (text, explanation);

      g_assert_cmpuint (count (bare, explanation), ==, 0);
      g_assert_cmpuint (n, <=, 1);
      n_explained += n;
    }
  g_assert_cmpuint (n_explained, >, 0);
  g_assert_cmpuint (n_explained, <, words->len);
  g_assert_cmpint (strncmp (text, bare, 200), ==, 0);
}

/* Management's page or two stands alone; the glossary alone is whole; nothing to explain, no page.
 */
static void
test_glossary_alone (Fixture *fixture, gconstpointer data)
{
  const KumojiLanguage language = fixture->options.language;
  GPtrArray *words =
    kumoji_catalog_get_items (kumoji_library_get_catalog (fixture->library, "glossary"));
  g_autofree char *summary = dup_pages (fixture, KUMOJI_REPORT_SUMMARY);
  g_autofree char *with = dup_pages (fixture, KUMOJI_REPORT_SUMMARY | KUMOJI_REPORT_GLOSSARY);
  g_autofree char *whole = dup_pages (fixture, KUMOJI_REPORT_GLOSSARY);

  g_assert_cmpstr (summary, ==, with);
  for (guint i = 0; i < words->len; i++)
    assert_has (whole, kumoji_item_get_question (words->pdata[i], language));
}

/* How a report looks is no part of what the company says. */
static void
test_fingerprint (void)
{
  g_autoptr (KumojiProject) project = kumoji_sample_new (KUMOJI_SAMPLE_COMPANY, KUMOJI_LANGUAGE_EN);
  g_autofree char *before = kumoji_fingerprint_new (project);
  g_autofree char *after = NULL;
  g_auto (KumojiReportOptions) options = { 0 };

  g_assert_true (kumoji_history_set_text (kumoji_project_get_history (project),
                                          KUMOJI_RECORD (kumoji_project_get_report_setup (project)),
                                          "parts-left-out", "glossary"));
  g_assert_true (kumoji_history_set_text (kumoji_project_get_history (project),
                                          KUMOJI_RECORD (kumoji_project_get_report_setup (project)),
                                          "parts-added", "sources"));
  after = kumoji_fingerprint_new (project);
  g_assert_cmpstr (before, ==, after);
  kumoji_report_options_init_for_project (&options, project, KUMOJI_LANGUAGE_EN, FIXTURE_TODAY);
  g_assert_cmpint (options.parts, ==, KUMOJI_REPORT_ALL & ~KUMOJI_REPORT_GLOSSARY);
}

/* A guide of somebody else has no title here. */
static void
test_guide (void)
{
  g_assert_null (kumoji_guide_get_title (NULL, KUMOJI_LANGUAGE_JA));
  g_assert_null (kumoji_guide_get_title ("own.txt", KUMOJI_LANGUAGE_JA));
  g_assert_nonnull (kumoji_guide_get_title ("003_0da338f9323f5385.txt", KUMOJI_LANGUAGE_JA));
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  static const char *const codes[] = { "ja", "en" };

  for (int i = 0; i < KUMOJI_N_LANGUAGES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-sources/%s/%s", name, codes[i]);

      g_test_add (path, Fixture, GINT_TO_POINTER (i), set_up, test, tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("all", test_all);
  add ("printed", test_printed);
  add ("also-asked", test_also_asked);
  add ("glossary", test_glossary);
  add ("glossary-alone", test_glossary_alone);
  g_test_add_func ("/report-sources/fingerprint", test_fingerprint);
  g_test_add_func ("/report-sources/guide", test_guide);

  return g_test_run ();
}
