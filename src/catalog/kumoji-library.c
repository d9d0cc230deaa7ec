/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: all catalogs that are at hand, and the stages. */
#include "config.h"

#include "catalog/kumoji-library.h"

#include "data/kumoji-core-resources.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"

#define RESOURCE_PATH "/io/github/kumoji/Kumoji/"

struct _KumojiLibrary
{
  GObject parent_instance;

  GPtrArray *catalogs;
  GHashTable *by_id;
  GPtrArray *stages;
};

G_DEFINE_FINAL_TYPE (KumojiLibrary, kumoji_library, G_TYPE_OBJECT)

typedef struct
{
  const char *id;
  KumojiGroup group;
} Place;

/* The order in which a company meets them. Catalogs that are not named here come behind. */
static const Place order[] = {
  { "jssa-precondition", KUMOJI_GROUP_STAGES },
  { "jssa-stage2", KUMOJI_GROUP_STAGES },
  { "jssa-stage3-scope", KUMOJI_GROUP_STAGES },
  { "jssa-stage3-provider", KUMOJI_GROUP_STAGES },
  { "jssa-stage3-governance", KUMOJI_GROUP_STAGES },
  { "jssa-stage3-core", KUMOJI_GROUP_STAGES },
  { "jssa-stage4", KUMOJI_GROUP_STAGES },
  { "jssa-practice", KUMOJI_GROUP_MANAGEMENT },
  { "management-actions", KUMOJI_GROUP_MANAGEMENT },
  { "governance-decisions", KUMOJI_GROUP_MANAGEMENT },
  { "delegation-policy", KUMOJI_GROUP_MANAGEMENT },
  { "evaluation-policies", KUMOJI_GROUP_MANAGEMENT },
  { "expectations", KUMOJI_GROUP_MANAGEMENT },
  { "it-maturity", KUMOJI_GROUP_MANAGEMENT },
  { "operations", KUMOJI_GROUP_OPERATION },
  { "threats", KUMOJI_GROUP_OPERATION },
  { "bcp-disasters", KUMOJI_GROUP_OPERATION },
  { "isms-documents", KUMOJI_GROUP_OPERATION },
  { "iso27017-customer", KUMOJI_GROUP_OPERATION },
  { "ipa-guide", KUMOJI_GROUP_USE },
  { "ipa-2011", KUMOJI_GROUP_USE },
  { "provider-selection", KUMOJI_GROUP_PROVIDER },
  { "provider-criteria", KUMOJI_GROUP_PROVIDER },
  { "contract-terms", KUMOJI_GROUP_PROVIDER },
  { "mic-provider", KUMOJI_GROUP_PROVIDER },
  { "amagasaki-class1", KUMOJI_GROUP_CITY },
  { "amagasaki-class2", KUMOJI_GROUP_CITY },
  { "schemes", KUMOJI_GROUP_REFERENCE },
  { "glossary", KUMOJI_GROUP_REFERENCE },
};

static void
kumoji_library_finalize (GObject *object)
{
  KumojiLibrary *self = KUMOJI_LIBRARY (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->catalogs);
  g_clear_pointer (&self->stages, g_ptr_array_unref);

  G_OBJECT_CLASS (kumoji_library_parent_class)->finalize (object);
}

static void
kumoji_library_class_init (KumojiLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_library_finalize;
}

static void
kumoji_library_init (KumojiLibrary *self)
{
  self->catalogs = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static int
rank (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (g_str_equal (order[i].id, id))
      return i;
  return G_N_ELEMENTS (order);
}

static int
compare_catalogs (gconstpointer a, gconstpointer b)
{
  const char *id_a = kumoji_catalog_get_id (*(KumojiCatalog **) a);
  const char *id_b = kumoji_catalog_get_id (*(KumojiCatalog **) b);

  return rank (id_a) != rank (id_b) ? rank (id_a) - rank (id_b) : strcmp (id_a, id_b);
}

static void
add_catalog (KumojiLibrary *self, guint position, KumojiCatalog *catalog)
{
  g_ptr_array_insert (self->catalogs, position, g_object_ref (catalog));
  g_hash_table_insert (self->by_id, (gpointer) kumoji_catalog_get_id (catalog), catalog);
}

/* What is compiled in and broken is a broken build, found by the first test that runs. */
static GBytes *
lookup (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_resource_lookup_data (kumoji_core_get_resource (), path,
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  return bytes;
}

static void
load_bundled (KumojiLibrary *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names =
    g_resource_enumerate_children (kumoji_core_get_resource (), RESOURCE_PATH "catalogs/",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (names == NULL)
    g_error ("%s", error->message);
  for (int i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_PATH "catalogs/", names[i], NULL);
      g_autoptr (GBytes) bytes = lookup (path);
      KumojiCatalog *catalog = kumoji_catalog_new_from_bytes (bytes, names[i], &error);
      if (catalog == NULL)
        g_error ("%s", error->message);
      g_ptr_array_add (self->catalogs, catalog);
      g_hash_table_insert (self->by_id, (gpointer) kumoji_catalog_get_id (catalog), catalog);
    }
  g_ptr_array_sort (self->catalogs, compare_catalogs);

  g_autoptr (GBytes) stages = lookup (RESOURCE_PATH "stages.json");
  self->stages = kumoji_stage_guides_new_from_bytes (stages, "stages.json", &error);
  if (self->stages == NULL)
    g_error ("%s", error->message);
}

/**
 * kumoji_library_get_default:
 *
 * The library of the catalogs that Kumoji brings along. Never changes, so threads may share it.
 *
 * Returns: (transfer none): the library
 */
KumojiLibrary *
kumoji_library_get_default (void)
{
  static KumojiLibrary *library = NULL;

  if (g_once_init_enter (&library))
    {
      KumojiLibrary *loaded = g_object_new (KUMOJI_TYPE_LIBRARY, NULL);
      load_bundled (loaded);
      g_once_init_leave (&library, loaded);
    }
  return library;
}

/**
 * kumoji_library_new_with:
 * @self: a library
 * @own: (element-type KumojiCatalog): further catalogs, in order; of two with one id the first
 *   counts, and those of @self before all
 *
 * Returns: (transfer full): a library of both; what @self holds is shared
 */
KumojiLibrary *
kumoji_library_new_with (KumojiLibrary *self, GPtrArray *own)
{
  KumojiLibrary *both = g_object_new (KUMOJI_TYPE_LIBRARY, NULL);
  guint position = 0;

  both->stages = g_ptr_array_ref (self->stages);
  for (guint i = 0; i < self->catalogs->len; i++)
    {
      KumojiCatalog *catalog = self->catalogs->pdata[i];
      add_catalog (both, i, catalog);
      if (kumoji_library_get_group (self, catalog) < KUMOJI_GROUP_REFERENCE)
        position = i + 1;
    }
  for (guint i = 0; i < own->len; i++)
    if (kumoji_library_get_catalog (both, kumoji_catalog_get_id (own->pdata[i])) == NULL)
      add_catalog (both, position++, own->pdata[i]);
  return both;
}

/**
 * kumoji_library_get_catalogs:
 * @self: a library
 *
 * Returns: (transfer none) (element-type KumojiCatalog): in the order in which a company meets them
 */
GPtrArray *
kumoji_library_get_catalogs (KumojiLibrary *self)
{
  return self->catalogs;
}

/**
 * kumoji_library_get_catalog:
 * @self: a library
 * @id: a catalog's id
 *
 * Returns: (transfer none) (nullable): the catalog
 */
KumojiCatalog *
kumoji_library_get_catalog (KumojiLibrary *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/**
 * kumoji_library_get_stages:
 * @self: a library
 *
 * Returns: (transfer none) (element-type KumojiStageGuide): stages 0 to 4 and x
 */
GPtrArray *
kumoji_library_get_stages (KumojiLibrary *self)
{
  return self->stages;
}

/**
 * kumoji_library_get_stage:
 * @self: a library
 * @id: "0" to "4", or "x"
 *
 * Returns: (transfer none) (nullable): what the guide says of that stage
 */
const KumojiStageGuide *
kumoji_library_get_stage (KumojiLibrary *self, const char *id)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      const KumojiStageGuide *stage = g_ptr_array_index (self->stages, i);
      if (g_str_equal (stage->id, id))
        return stage;
    }
  return NULL;
}

/**
 * kumoji_library_get_group:
 * @self: a library
 * @catalog: one of its catalogs
 *
 * Returns: with which others it is listed
 */
KumojiGroup
kumoji_library_get_group (KumojiLibrary *self, KumojiCatalog *catalog)
{
  int place = rank (kumoji_catalog_get_id (catalog));

  return place < (int) G_N_ELEMENTS (order) ? order[place].group : KUMOJI_GROUP_OWN;
}

/**
 * kumoji_group_get_title:
 * @group: a group
 * @language: the reader's language
 *
 * Returns: (transfer none): what stands above the catalogs of it
 */
const char *
kumoji_group_get_title (KumojiGroup group, KumojiLanguage language)
{
  static const char *const titles[] = {
    [KUMOJI_GROUP_STAGES] = N_("Stage by stage"),
    [KUMOJI_GROUP_MANAGEMENT] = N_("Management and practice"),
    [KUMOJI_GROUP_OPERATION] = N_("Operation and safeguards"),
    [KUMOJI_GROUP_USE] = N_("Safe use"),
    [KUMOJI_GROUP_PROVIDER] = N_("The provider"),
    [KUMOJI_GROUP_CITY] = N_("City halls"),
    [KUMOJI_GROUP_OWN] = N_("Our own"),
    [KUMOJI_GROUP_REFERENCE] = N_("To look up"),
  };

  return kumoji_phrase (language, titles[group]);
}
