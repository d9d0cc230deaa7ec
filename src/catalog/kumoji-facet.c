/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A facet: one way to tell apart whom or when the items of a catalog concern, e.g. the phase. */
#include "catalog/kumoji-facet.h"

#include "catalog/kumoji-phrases.h"

static void
value_free (KumojiFacetValue *value)
{
  g_free (value->id);
  kumoji_text_clear (&value->title);
  g_free (value);
}

static void
facet_free (KumojiFacet *facet)
{
  g_free (facet->id);
  kumoji_text_clear (&facet->title);
  g_ptr_array_unref (facet->values);
  g_free (facet);
}

static const KumojiFacetValue *
find_value (GPtrArray *values, const char *id)
{
  for (guint i = 0; i < values->len; i++)
    {
      const KumojiFacetValue *value = values->pdata[i];
      if (g_str_equal (value->id, id))
        return value;
    }
  return NULL;
}

static void
read_value (GPtrArray *values, const KumojiPlace *place)
{
  const char *id = kumoji_place_get_string (place, "id", TRUE);

  if (id == NULL)
    return;
  if (find_value (values, id) != NULL)
    kumoji_place_fail (place, "id", _("stands twice in this list"));

  KumojiFacetValue *value = g_new0 (KumojiFacetValue, 1);
  value->id = g_strdup (id);
  kumoji_place_get_text (place, "title", TRUE, &value->title);
  g_ptr_array_add (values, value);
}

/**
 * kumoji_facet_values_new_from_place: (skip)
 * @place: an object; its error is set where something is wrong
 * @member: its list of ids with titles
 *
 * Returns: (transfer full) (element-type KumojiFacetValue): them; empty where there is no such list
 */
GPtrArray *
kumoji_facet_values_new_from_place (const KumojiPlace *place, const char *member)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) value_free);
  guint n = kumoji_place_get_length (place, member, FALSE);

  for (guint i = 0; i < n; i++)
    {
      KumojiPlace value;
      if (!kumoji_place_init_element (&value, place, member, i))
        break;
      read_value (values, &value);
    }
  return values;
}

static void
read_facet (GPtrArray *facets, const KumojiPlace *place)
{
  const char *id = kumoji_place_get_string (place, "id", TRUE);

  if (id == NULL)
    return;
  if (kumoji_facets_find (facets, id) != NULL)
    kumoji_place_fail (place, "id", _("stands twice in this catalog"));

  KumojiFacet *facet = g_new0 (KumojiFacet, 1);
  facet->id = g_strdup (id);
  g_ptr_array_add (facets, facet);
  kumoji_place_get_text (place, "title", TRUE, &facet->title);
  facet->values = kumoji_facet_values_new_from_place (place, "values");
  if (facet->values->len == 0)
    kumoji_place_fail (place, "values", _("must not be empty"));
}

/**
 * kumoji_facets_new_from_place: (skip)
 * @place: the catalog's object; its error is set where something is wrong
 *
 * Returns: (transfer full) (element-type KumojiFacet): the facets that the catalog declares
 */
GPtrArray *
kumoji_facets_new_from_place (const KumojiPlace *place)
{
  GPtrArray *facets = g_ptr_array_new_with_free_func ((GDestroyNotify) facet_free);
  guint n = kumoji_place_get_length (place, "facets", FALSE);

  for (guint i = 0; i < n; i++)
    {
      KumojiPlace facet;
      if (!kumoji_place_init_element (&facet, place, "facets", i))
        break;
      read_facet (facets, &facet);
    }
  return facets;
}

/**
 * kumoji_facets_find:
 * @facets: (element-type KumojiFacet): a catalog's facets
 * @id: a facet's id
 *
 * Returns: (transfer none) (nullable): the facet
 */
const KumojiFacet *
kumoji_facets_find (GPtrArray *facets, const char *id)
{
  for (guint i = 0; i < facets->len; i++)
    {
      const KumojiFacet *facet = facets->pdata[i];
      if (g_str_equal (facet->id, id))
        return facet;
    }
  return NULL;
}

/**
 * kumoji_facet_find_value:
 * @self: a facet
 * @id: a value's id
 *
 * Returns: (transfer none) (nullable): the value
 */
const KumojiFacetValue *
kumoji_facet_find_value (const KumojiFacet *self, const char *id)
{
  return find_value (self->values, id);
}

/* The values that an item has of one facet, each of them declared. */
static void
read_values_of (GPtrArray *facets, const KumojiPlace *place, const char *name, GHashTable *values)
{
  const KumojiFacet *facet = kumoji_facets_find (facets, name);
  g_auto (GStrv) ids = kumoji_place_dup_strings (place, name);

  if (facet == NULL)
    {
      kumoji_place_fail (place, name, _("this catalog declares no such facet"));
      return;
    }
  for (char **id = ids; *id != NULL; id++)
    if (kumoji_facet_find_value (facet, *id) == NULL)
      {
        g_autofree char *reason = g_strdup_printf (_("“%s” is no value of this facet"), *id);
        kumoji_place_fail (place, name, reason);
        return;
      }
  g_hash_table_insert (values, g_strdup (name), g_steal_pointer (&ids));
}

/**
 * kumoji_facets_read_values: (skip)
 * @facets: (element-type KumojiFacet): a catalog's facets
 * @item: an item's object; its error is set where the item has a value that is not declared
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GStrv): by facet, the values that the item
 *   has; %NULL where it has none
 */
GHashTable *
kumoji_facets_read_values (GPtrArray *facets, const KumojiPlace *item)
{
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GList) names = NULL;
  KumojiPlace place;

  if (kumoji_place_failed (item) || !kumoji_place_init_member (&place, item, "facets"))
    return NULL;
  values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  names = json_object_get_members (place.object);
  for (GList *name = names; name != NULL && !kumoji_place_failed (item); name = name->next)
    read_values_of (facets, &place, name->data, values);
  return g_steal_pointer (&values);
}
