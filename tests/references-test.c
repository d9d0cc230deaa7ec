/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items of different guides ask the same, and what a broken file of references says. */
#include <string.h>

#include "catalog/kumoji-references.h"

static char *
name_of (const KumojiReference *reference)
{
  return g_strconcat (kumoji_catalog_get_id (reference->catalog), "/",
                      kumoji_item_get_id (reference->item), NULL);
}

/* What the items of ipa-guide are mapped to at least: a guide's own items where it has such a
 * question, none named where it has not (ISO/IEC 27017 does not ask about the choice of a service,
 * Amagasaki's classes not about the provider's reputation or help desk). */
static const struct
{
  const char *item;
  const char *others;
} wanted[] = {
  { "1", "ipa-2011/1 jssa-stage3-core/5.1 amagasaki-class1/3.1.2 amagasaki-class2/use-decision.2" },
  { "2", "ipa-2011/2 jssa-practice/2.8 jssa-stage3-core/5.7 provider-criteria/e" },
  { "3", "ipa-2011/3 jssa-practice/2.6 jssa-stage3-core/5.2 mic-provider/8.1.1.c" },
  { "4", "ipa-2011/4 jssa-stage3-core/5.9 mic-provider/6.3.1.b amagasaki-class2/use-decision.3 "
         "iso27017-customer/5.1.1" },
  { "5", "ipa-2011/9 jssa-stage3-core/5.5 mic-provider/6.3.2.b iso27017-customer/18.2.1" },
  { "6", "ipa-2011/10 jssa-stage3-core/5.6 mic-provider/6.1.1.d amagasaki-class2/4.1.1" },
  { "7", "ipa-2011/5 jssa-stage3-core/5.3 iso27017-customer/CLD.6.3.1" },
  { "8", "ipa-2011/6 jssa-stage3-core/5.9 mic-provider/9.4.1.c amagasaki-class2/4.3-access.1 "
         "iso27017-customer/9.4.1" },
  { "9", "ipa-2011/7 jssa-stage3-core/5.9 mic-provider/9.2.4 amagasaki-class2/4.3-access.2 "
         "iso27017-customer/9.2.3" },
  { "10", "ipa-2011/8 jssa-stage3-core/5.11 mic-provider/12.3.1.a amagasaki-class1/3.3.2 "
          "amagasaki-class2/4.4-continuity.1 iso27017-customer/12.3.1" },
  { "11", "ipa-2011/11 jssa-practice/3.5 mic-provider/12.6.1.a iso27017-customer/18.2.1" },
  { "12", "ipa-2011/12 jssa-stage3-core/5.7 mic-provider/12.1.1" },
  { "13", "ipa-2011/13 jssa-stage4/6.7 mic-provider/8.1.5.a amagasaki-class2/4.5-exit.1 "
          "iso27017-customer/CLD.8.1.5" },
  { "14", "ipa-2011/14 jssa-practice/3.6 mic-provider/6.1.1.a amagasaki-class2/4.3-other.3 "
          "iso27017-customer/15.1.2" },
  { "15", "jssa-practice/x.6 mic-provider/18.1.1.c amagasaki-class2/4.3-other.1 "
          "iso27017-customer/18.1.1" },
};

static void
test_mapped (void)
{
  KumojiLibrary *library = kumoji_library_get_default ();
  KumojiCatalog *guide = kumoji_library_get_catalog (library, "ipa-guide");

  g_assert_cmpuint (kumoji_catalog_get_items (guide)->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (GPtrArray) found = kumoji_references_list (library, "ipa-guide", wanted[i].item);
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_auto (GStrv) others = g_strsplit (wanted[i].others, " ", -1);
      for (guint j = 0; j < found->len; j++)
        g_hash_table_add (names, name_of (found->pdata[j]));
      for (guint j = 0; others[j] != NULL; j++)
        if (!g_hash_table_contains (names, others[j]))
          g_error ("ipa-guide/%s does not lead to %s", wanted[i].item, others[j]);
    }
}

static gboolean
leads_to (GPtrArray *list, KumojiItem *item)
{
  for (guint i = 0; i < list->len; i++)
    if (((KumojiReference *) list->pdata[i])->item == item)
      return TRUE;
  return FALSE;
}

/* Each item that leads to another one is led to by it; none leads to itself, or twice to one. */
static void
test_symmetric (void)
{
  KumojiLibrary *library = kumoji_library_get_default ();
  GPtrArray *catalogs = kumoji_library_get_catalogs (library);
  guint n = 0;

  for (guint i = 0; i < catalogs->len; i++)
    {
      const char *catalog = kumoji_catalog_get_id (catalogs->pdata[i]);
      GPtrArray *items = kumoji_catalog_get_items (catalogs->pdata[i]);
      for (guint j = 0; j < items->len; j++)
        {
          g_autoptr (GPtrArray) list =
            kumoji_references_list (library, catalog, kumoji_item_get_id (items->pdata[j]));
          g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
          g_assert_false (leads_to (list, items->pdata[j]));
          for (guint k = 0; k < list->len; k++)
            {
              const KumojiReference *other = list->pdata[k];
              g_autoptr (GPtrArray) back =
                kumoji_references_list (library, kumoji_catalog_get_id (other->catalog),
                                        kumoji_item_get_id (other->item));
              g_assert_true (leads_to (back, items->pdata[j]));
              g_assert_true (g_hash_table_add (seen, other->item));
              g_assert_nonnull (kumoji_text_get (other->topic, KUMOJI_LANGUAGE_JA));
              n++;
            }
        }
    }
  g_assert_cmpuint (n, >, 1000);
}

static char *
refusal_of (const char *groups)
{
  g_autofree char *text =
    g_strdup_printf ("{\"format\": \"kumoji-references\", \"version\": 1, \"groups\": %s}", groups);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiReferences) references =
    kumoji_references_new_from_bytes (bytes, "own.json", kumoji_library_get_default (), &error);

  g_assert_true ((references == NULL) == (error != NULL));
  return error != NULL ? g_strdup (error->message) : NULL;
}

#define GROUP(id, items)                                                                           \
  "{\"id\": \"" id "\", \"title\": {\"ja\": \"題\", \"en\": \"Topic\"}, \"items\": [" items "]}"

static void
test_broken (void)
{
  static const struct
  {
    const char *groups;
    const char *refusal;
  } cases[] = {
    { "[" GROUP ("a", "\"ipa-guide/1\", \"ipa-2011/1\"") "]", NULL },
    { "[" GROUP ("a", "\"ipa-guide/1\", \"no-such/1\"") "]",
      "own.json: groups[0].items: “no-such/1” is not known; it must be a catalog/item" },
    { "[" GROUP ("a", "\"ipa-guide/1\", \"ipa-2011/99\"") "]",
      "own.json: groups[0].items: “ipa-2011/99” is not known; it must be a catalog/item" },
    { "[" GROUP ("a", "\"ipa-guide\", \"ipa-2011/1\"") "]",
      "own.json: groups[0].items: “ipa-guide” is not known; it must be a catalog/item" },
    { "[" GROUP ("a", "\"ipa-guide/1\", \"ipa-2011/1\", \"ipa-guide/1\"") "]",
      "own.json: groups[0].items: “ipa-guide/1” stands twice in this group" },
    { "[" GROUP ("a", "\"ipa-guide/1\"") "]",
      "own.json: groups[0].items: must name at least two items" },
    { "[" GROUP ("a", "\"ipa-guide/1\", 7") "]",
      "own.json: groups[0].items: must be a list of texts" },
    { "[" GROUP ("a", "\"ipa-guide/1\", \"ipa-2011/1\"") ", " GROUP (
        "a", "\"ipa-guide/2\", \"ipa-2011/2\"") "]",
      "own.json: groups[1].id: stands twice in this file" },
    { "[{\"id\": \"a\", \"items\": []}]", "own.json: groups[0].title: is missing" },
    { "{}", "own.json: groups: must be a list" },
  };

  kumoji_language_set_default (KUMOJI_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *refusal = refusal_of (cases[i].groups);
      g_assert_cmpstr (refusal, ==, cases[i].refusal);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/references/mapped", test_mapped);
  g_test_add_func ("/references/symmetric", test_symmetric);
  g_test_add_func ("/references/broken", test_broken);
  return g_test_run ();
}
