/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Catalogs: what is bundled is whole, and a broken one is refused with its place. */
#include <string.h>

#include "catalog/kumoji-library.h"
#include "catalog/kumoji-phrases.h"

typedef struct
{
  const char *id;
  guint items;
  KumojiKind kind;
  KumojiSubject subject;
} Expected;

/* Counts of coverage.tsv; behind them what is there to look up. */
static const Expected expected[] = {
  { "ipa-guide", 15, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_SERVICE },
  { "ipa-2011", 14, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_SERVICE },
  { "jssa-precondition", 9, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_COMPANY },
  { "jssa-stage2", 9, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_COMPANY },
  { "jssa-stage3-scope", 4, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_COMPANY },
  { "jssa-stage3-provider", 4, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_COMPANY },
  { "jssa-stage3-governance", 7, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_COMPANY },
  { "jssa-stage3-core", 12, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_COMPANY },
  { "jssa-stage4", 11, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_COMPANY },
  { "jssa-practice", 77, KUMOJI_KIND_PRACTICE, KUMOJI_SUBJECT_COMPANY },
  { "iso27017-customer", 39, KUMOJI_KIND_APPLICABILITY, KUMOJI_SUBJECT_COMPANY },
  { "isms-documents", 42, KUMOJI_KIND_DOCUMENT, KUMOJI_SUBJECT_COMPANY },
  { "contract-terms", 17, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_SERVICE },
  { "provider-criteria", 9, KUMOJI_KIND_CRITERION, KUMOJI_SUBJECT_SERVICE },
  { "governance-decisions", 8, KUMOJI_KIND_PRACTICE, KUMOJI_SUBJECT_COMPANY },
  { "management-actions", 7, KUMOJI_KIND_PRACTICE, KUMOJI_SUBJECT_COMPANY },
  { "mic-provider", 196, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_SERVICE },
  { "amagasaki-class2", 53, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_SERVICE },
  { "amagasaki-class1", 9, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_SERVICE },
  { "threats", 10, KUMOJI_KIND_IMPACT, KUMOJI_SUBJECT_COMPANY },
  { "operations", 15, KUMOJI_KIND_RECURRING, KUMOJI_SUBJECT_COMPANY },
  { "delegation-policy", 4, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_COMPANY },
  { "bcp-disasters", 5, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_COMPANY },
  { "evaluation-policies", 8, KUMOJI_KIND_DOCUMENT, KUMOJI_SUBJECT_COMPANY },
  { "provider-selection", 15, KUMOJI_KIND_CRITERION, KUMOJI_SUBJECT_SERVICE },
  { "expectations", 15, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_COMPANY },
  { "it-maturity", 10, KUMOJI_KIND_CHECKLIST, KUMOJI_SUBJECT_COMPANY },
  { "glossary", 83, KUMOJI_KIND_REFERENCE, KUMOJI_SUBJECT_COMPANY },
  { "schemes", 16, KUMOJI_KIND_REFERENCE, KUMOJI_SUBJECT_SERVICE },
};

static void
test_bundled (void)
{
  KumojiLibrary *library = kumoji_library_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      KumojiCatalog *catalog = kumoji_library_get_catalog (library, expected[i].id);
      g_assert_nonnull (catalog);
      g_assert_cmpuint (kumoji_catalog_get_items (catalog)->len, ==, expected[i].items);
      g_assert_cmpint (kumoji_catalog_get_kind (catalog), ==, expected[i].kind);
      g_assert_cmpint (kumoji_catalog_get_subject (catalog), ==, expected[i].subject);
    }
  g_assert_cmpuint (kumoji_library_get_catalogs (library)->len, ==, G_N_ELEMENTS (expected));
  g_assert_null (kumoji_library_get_catalog (library, "nothing"));
}

static void
assert_text (const char *text, KumojiLanguage language)
{
  gboolean beyond_ascii = FALSE;

  g_assert_nonnull (text);
  g_assert_cmpstr (text, !=, "");
  for (const char *p = text; *p != '\0'; p++)
    beyond_ascii |= (guchar) *p >= 0xE3;
  /* A text of the wrong language is the likeliest slip of a hand that copies. */
  if (language == KUMOJI_LANGUAGE_JA && strlen (text) > 6)
    g_assert_true (beyond_ascii);
}

/* Of other kinds a sentence says what the item is. */
static gboolean
is_asked (KumojiKind kind)
{
  return kind != KUMOJI_KIND_DOCUMENT && kind != KUMOJI_KIND_IMPACT
         && kind != KUMOJI_KIND_REFERENCE;
}

static void
test_both_languages (void)
{
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_library_get_default ());

  for (guint i = 0; i < catalogs->len; i++)
    for (int language = 0; language < KUMOJI_N_LANGUAGES; language++)
      {
        GPtrArray *items = kumoji_catalog_get_items (catalogs->pdata[i]);
        assert_text (kumoji_catalog_get_title (catalogs->pdata[i], language), language);
        assert_text (kumoji_catalog_get_description (catalogs->pdata[i], language), language);
        for (guint j = 0; j < items->len; j++)
          {
            const char *question = kumoji_item_get_question (items->pdata[j], language);
            /* What is looked up may have a name that is the same everywhere: "ISAE 3402". */
            assert_text (kumoji_item_get_title (items->pdata[j], language),
                         kumoji_item_get_kind (items->pdata[j]) == KUMOJI_KIND_REFERENCE
                           ? KUMOJI_LANGUAGE_EN
                           : language);
            assert_text (question, language);
            assert_text (kumoji_item_get_hint (items->pdata[j], language), language);
            if (is_asked (kumoji_item_get_kind (items->pdata[j])))
              g_assert_true (
                g_str_has_suffix (question, language == KUMOJI_LANGUAGE_JA ? "か" : "?"));
          }
      }
}

static void
test_exclusions (void)
{
  KumojiLibrary *library = kumoji_library_get_default ();
  KumojiCatalog *precondition = kumoji_library_get_catalog (library, "jssa-precondition");
  KumojiCatalog *stage2 = kumoji_library_get_catalog (library, "jssa-stage2");
  KumojiCatalog *core = kumoji_library_get_catalog (library, "jssa-stage3-core");
  GPtrArray *items = kumoji_catalog_get_items (precondition);

  g_assert_true (kumoji_item_is_excluded_by_push (kumoji_catalog_get_item (precondition, "1.2")));
  g_assert_true (kumoji_item_is_excluded_by_push (kumoji_catalog_get_item (stage2, "1.1")));
  g_assert_false (kumoji_item_is_excluded_by_push (kumoji_catalog_get_item (stage2, "1.2")));
  for (guint i = 0; i < items->len; i++)
    g_assert_cmpint (kumoji_item_get_no_means (items->pdata[i]), ==, KUMOJI_NO_MEANS_MISFIT);
  g_assert_cmpint (kumoji_item_get_no_means (kumoji_catalog_get_item (core, "5.8")), ==,
                   KUMOJI_NO_MEANS_GAP);
}

static void
test_stages (void)
{
  static const char *const ids[] = { "0", "1", "2", "3", "4", "x" };
  static const gint64 months[] = { 6, 6, 12, 12, 12, 6 };
  KumojiLibrary *library = kumoji_library_get_default ();

  g_assert_cmpuint (kumoji_library_get_stages (library)->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const KumojiStageGuide *stage = kumoji_library_get_stage (library, ids[i]);
      g_assert_cmpint (stage->months, ==, months[i]);
      g_assert_cmpuint (stage->policy->len, >=, 2);
      /* A gate that names a catalog which is not there could never open. */
      for (char **id = stage->passed; *id != NULL; id++)
        g_assert_nonnull (kumoji_library_get_catalog (library, *id));
      for (char **id = stage->warns_not_passed; *id != NULL; id++)
        g_assert_nonnull (kumoji_library_get_catalog (library, *id));
    }

  const KumojiStageGuide *two = kumoji_library_get_stage (library, "2");
  g_assert_cmpuint (g_strv_length (two->passed), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) two->passed, "jssa-stage3-scope"));
  g_assert_true (g_strv_contains ((const char *const *) two->passed, "jssa-stage3-provider"));
  g_assert_true (two->warns_no_assets);
  g_assert_true (kumoji_library_get_stage (library, "0")->needs_person);
  g_assert_true (kumoji_library_get_stage (library, "4")->each_round);
  g_assert_true (kumoji_library_get_stage (library, "x")->needs_processes);
  g_assert_cmpstr (kumoji_library_get_stage (library, "x")->needs_stage_entered, ==, "3");
  g_assert_cmpint (kumoji_library_get_stage (library, "1")->budget_min, ==, 500000);
  g_assert_cmpint (kumoji_library_get_stage (library, "1")->budget_max, ==, 1000000);
}

#define TEXT "{\"ja\":\"あ\",\"en\":\"a\"}"
#define ITEM(id) "{\"id\":\"" id "\",\"title\":" TEXT ",\"question\":" TEXT ",\"hint\":" TEXT "}"
#define CATALOG(head, items)                                                                       \
  "{\"format\":\"kumoji-catalog\",\"version\":1,\"id\":\"t\",\"kind\":\"checklist\"," head         \
  "\"title\":" TEXT ",\"source\":{\"file\":\"f\",\"publisher\":" TEXT                              \
  ",\"year\":2020,\"place\":" TEXT "},\"sections\":[{\"id\":\"A\",\"title\":" TEXT                 \
  ",\"items\":[" items "]}]}"
#define COMPANY "\"subject\":\"company\","

#define FACETED(facets, controls)                                                                  \
  "{\"id\":\"1\",\"title\":" TEXT ",\"question\":" TEXT ",\"hint\":" TEXT ",\"look-for\":" TEXT    \
  ",\"facets\":" facets ",\"control\":" controls "}"
#define PHASES                                                                                     \
  COMPANY "\"facets\":[{\"id\":\"phase\",\"title\":" TEXT                                          \
          ",\"values\":[{\"id\":\"a\",\"title\":" TEXT "},{\"id\":\"b\",\"title\":" TEXT "}]}],"
#define CONTROL "{\"id\":\"6.1\",\"title\":" TEXT ",\"purpose\":" TEXT "}"
#define CONTROLS "\"controls\":[" CONTROL "],"

typedef struct
{
  const char *json;
  const char *place; /* NULL for a sound one */
} Broken;

static const Broken broken[] = {
  { CATALOG (COMPANY, ITEM ("1") "," ITEM ("2")), NULL },
  { CATALOG (COMPANY, ITEM ("1") "," ITEM ("1")), "t.json: sections[0].items[1].id: " },
  { CATALOG ("\"subject\":\"moon\",", ITEM ("1")), "t.json: subject: " },
  { CATALOG ("", ITEM ("1")), "t.json: subject: " },
  { CATALOG (COMPANY "\"no-means\":\"perhaps\",", ITEM ("1")), "t.json: no-means: " },
  { CATALOG (COMPANY, "{\"id\":\"1\",\"title\":{\"ja\":\"あ\"}}"),
    "t.json: sections[0].items[0].question: " },
  { CATALOG (COMPANY, "{\"id\":1}"), "t.json: sections[0].items[0].id: " },
  { CATALOG (COMPANY, "7"), "t.json: sections[0].items[0]: " },
  { CATALOG (COMPANY, ""), "t.json: sections: " },
  { CATALOG (PHASES CONTROLS, FACETED ("{\"phase\":[\"c\"]}", "\"6.1\"")),
    "t.json: sections[0].items[0].facets.phase: " },
  { CATALOG (PHASES CONTROLS, FACETED ("{\"phase\":\"a\"}", "\"6.1\"")),
    "t.json: sections[0].items[0].facets.phase: " },
  { CATALOG (PHASES CONTROLS, FACETED ("{\"role\":[\"a\"]}", "\"6.1\"")),
    "t.json: sections[0].items[0].facets.role: " },
  { CATALOG (PHASES CONTROLS, FACETED ("[]", "\"6.1\"")), "t.json: sections[0].items[0].facets: " },
  { CATALOG (PHASES CONTROLS, FACETED ("{}", "\"6.2\"")),
    "t.json: sections[0].items[0].control: " },
  { CATALOG (PHASES CONTROLS, FACETED ("{}", "6")), "t.json: sections[0].items[0].control: " },
  { CATALOG (COMPANY "\"facets\":{},", ITEM ("1")), "t.json: facets: " },
  { CATALOG (COMPANY "\"facets\":[7],", ITEM ("1")), "t.json: facets[0]: " },
  { CATALOG (COMPANY "\"facets\":[{\"id\":\"p\",\"title\":" TEXT ",\"values\":[]}],", ITEM ("1")),
    "t.json: facets[0].values: " },
  { CATALOG (COMPANY "\"facets\":[{\"id\":\"p\",\"title\":" TEXT ",\"values\":[{\"id\":\"a\"}]}],",
             ITEM ("1")),
    "t.json: facets[0].values[0].title: " },
  { CATALOG (COMPANY "\"controls\":[" CONTROL "," CONTROL "],", ITEM ("1")),
    "t.json: controls[1].id: " },
  { CATALOG (COMPANY "\"controls\":[{\"id\":\"1\",\"title\":" TEXT "}],", ITEM ("1")),
    "t.json: controls[0].purpose: " },
  { "{\"format\":\"kumoji-project\"}", "t.json: format: " },
  { "[]", "t.json: /: " },
  { "{", "t.json: " },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (broken[i].json, strlen (broken[i].json));
      g_autoptr (KumojiCatalog) catalog = kumoji_catalog_new_from_bytes (bytes, "t.json", &error);

      if (broken[i].place == NULL)
        {
          g_assert_no_error (error);
          g_assert_nonnull (kumoji_catalog_get_item (catalog, "2"));
          continue;
        }
      g_assert_null (catalog);
      g_assert_error (error, KUMOJI_CATALOG_ERROR, KUMOJI_CATALOG_ERROR_BROKEN);
      if (!g_str_has_prefix (error->message, broken[i].place))
        g_error ("“%s” does not begin with “%s”", error->message, broken[i].place);
    }
}

static void
test_facets (void)
{
  static const char json[] =
    CATALOG (PHASES CONTROLS, FACETED ("{\"phase\":[\"b\"]}", "\"6.1\"") "," ITEM ("2"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (KumojiCatalog) catalog = kumoji_catalog_new_from_bytes (bytes, "t.json", &error);

  g_assert_no_error (error);
  GPtrArray *facets = kumoji_catalog_get_facets (catalog);
  KumojiItem *first = kumoji_catalog_get_item (catalog, "1");
  KumojiItem *second = kumoji_catalog_get_item (catalog, "2");
  const KumojiFacet *phase = kumoji_facets_find (facets, "phase");

  g_assert_cmpuint (facets->len, ==, 1);
  g_assert_null (kumoji_facets_find (facets, "role"));
  g_assert_cmpuint (phase->values->len, ==, 2);
  g_assert_cmpstr (kumoji_text_get (&kumoji_facet_find_value (phase, "b")->title, 0), ==, "あ");
  g_assert_null (kumoji_facet_find_value (phase, "c"));
  g_assert_cmpuint (g_strv_length ((char **) kumoji_item_get_facet (first, "phase")), ==, 1);
  g_assert_cmpstr (kumoji_item_get_facet (first, "phase")[0], ==, "b");
  g_assert_null (kumoji_item_get_facet (first, "role"));
  g_assert_null (kumoji_item_get_facet (second, "phase"));
  g_assert_cmpstr (kumoji_item_get_look_for (first, KUMOJI_LANGUAGE_EN), ==, "a");
  g_assert_null (kumoji_item_get_look_for (second, KUMOJI_LANGUAGE_EN));
  g_assert_cmpstr (kumoji_catalog_get_control (catalog, first)->id, ==, "6.1");
  g_assert_null (kumoji_catalog_get_control (catalog, second));
}

static void
test_phrases (void)
{
  g_assert_cmpstr (kumoji_phrase (KUMOJI_LANGUAGE_EN, "is missing"), ==, "is missing");
  g_assert_cmpstr (kumoji_phrase (KUMOJI_LANGUAGE_JA, "is missing"), !=, "is missing");
  g_assert_cmpstr (kumoji_phrase (KUMOJI_LANGUAGE_JA, "no such phrase"), ==, "no such phrase");
  g_assert_false (kumoji_phrase_exists (KUMOJI_LANGUAGE_JA, "no such phrase"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog/bundled", test_bundled);
  g_test_add_func ("/catalog/both-languages", test_both_languages);
  g_test_add_func ("/catalog/exclusions", test_exclusions);
  g_test_add_func ("/catalog/stages", test_stages);
  g_test_add_func ("/catalog/broken", test_broken);
  g_test_add_func ("/catalog/facets", test_facets);
  g_test_add_func ("/catalog/phrases", test_phrases);
  return g_test_run ();
}
