/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References: which items of different guides ask the same.
 *
 * They stand in groups of items, each under a topic. A group names items and never a group, and
 * what an item has in one group is not carried over to another: so who asks the same of whom is the
 * same seen from both sides, and there is no chain that could lead in a circle. */
#include "config.h"

#include "catalog/kumoji-references.h"

#include "data/kumoji-core-resources.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "catalog/kumoji-place.h"

#define REFERENCES_VERSION 1
#define REFERENCES_FILE "references.json"
#define REFERENCES_PATH "/io/github/kumoji/Kumoji/" REFERENCES_FILE

typedef struct
{
  char *id;
  KumojiText topic;
  GArray *members; /* of KumojiReference */
} Group;

struct _KumojiReferences
{
  GPtrArray *groups;
  GHashTable *by_item; /* by "catalog/item": the groups that it stands in, a GPtrArray */
};

static void
group_free (Group *group)
{
  g_free (group->id);
  kumoji_text_clear (&group->topic);
  g_array_unref (group->members);
  g_free (group);
}

/* The item that "catalog/item" names. */
static gboolean
look_up (KumojiLibrary *library, const char *name, KumojiReference *member)
{
  const char *slash = strchr (name, '/');

  if (slash == NULL)
    return FALSE;
  g_autofree char *id = g_strndup (name, slash - name);
  member->catalog = kumoji_library_get_catalog (library, id);
  member->item =
    member->catalog != NULL ? kumoji_catalog_get_item (member->catalog, slash + 1) : NULL;
  return member->item != NULL;
}

static void
put_under (KumojiReferences *self, const char *name, Group *group)
{
  GPtrArray *groups = g_hash_table_lookup (self->by_item, name);

  if (groups == NULL)
    {
      groups = g_ptr_array_new ();
      g_hash_table_insert (self->by_item, g_strdup (name), groups);
    }
  g_ptr_array_add (groups, group);
}

static gboolean
is_member (const Group *group, KumojiItem *item)
{
  for (guint i = 0; i < group->members->len; i++)
    if (g_array_index (group->members, KumojiReference, i).item == item)
      return TRUE;
  return FALSE;
}

static void
read_members (KumojiReferences *self,
              Group *group,
              const KumojiPlace *place,
              KumojiLibrary *library)
{
  g_auto (GStrv) names = kumoji_place_dup_strings (place, "items");

  for (int i = 0; names[i] != NULL && !kumoji_place_failed (place); i++)
    {
      KumojiReference member = { .topic = &group->topic };
      const gboolean known = look_up (library, names[i], &member);
      if (!known || is_member (group, member.item))
        {
          g_autofree char *reason =
            g_strdup_printf (known ? _("“%s” stands twice in this group")
                                   : _("“%s” is not known; it must be a catalog/item"),
                             names[i]);
          kumoji_place_fail (place, "items", reason);
          return;
        }
      g_array_append_val (group->members, member);
      put_under (self, names[i], group);
    }
  if (group->members->len < 2)
    kumoji_place_fail (place, "items", _("must name at least two items"));
}

static void
read_group (KumojiReferences *self, const KumojiPlace *place, KumojiLibrary *library)
{
  Group *group = g_new0 (Group, 1);

  group->members = g_array_new (FALSE, FALSE, sizeof (KumojiReference));
  group->id = g_strdup (kumoji_place_get_string (place, "id", TRUE));
  for (guint i = 0; i < self->groups->len; i++)
    if (g_strcmp0 (((Group *) self->groups->pdata[i])->id, group->id) == 0)
      kumoji_place_fail (place, "id", _("stands twice in this file"));
  kumoji_place_get_text (place, "title", TRUE, &group->topic);
  g_ptr_array_add (self->groups, group);
  read_members (self, group, place, library);
}

/**
 * kumoji_references_new_from_bytes: (skip)
 * @bytes: the file of the references
 * @name: its name, for messages
 * @library: the catalogs that it refers to; must outlive the references
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the references, or %NULL with the first thing that is wrong
 */
KumojiReferences *
kumoji_references_new_from_bytes (GBytes *bytes,
                                  const char *name,
                                  KumojiLibrary *library,
                                  GError **error)
{
  g_autoptr (KumojiReferences) self = g_new0 (KumojiReferences, 1);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) broken = NULL;
  KumojiPlace root;
  guint n = 0;

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->by_item =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  if (kumoji_place_init_root (&root, name, parser, bytes, "kumoji-references", REFERENCES_VERSION,
                              &broken))
    n = kumoji_place_get_length (&root, "groups", TRUE);
  for (guint i = 0; i < n && broken == NULL; i++)
    {
      KumojiPlace place;
      if (kumoji_place_init_element (&place, &root, "groups", i))
        read_group (self, &place, library);
    }
  if (broken != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * kumoji_references_free:
 * @self: references
 */
void
kumoji_references_free (KumojiReferences *self)
{
  g_hash_table_unref (self->by_item);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/* What the library is compiled with and broken is a broken build, found by the first test. */
static const KumojiReferences *
references_of (KumojiLibrary *library)
{
  static GMutex mutex;
  static const char key[] = "kumoji-references";
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  KumojiReferences *self = g_object_get_data (G_OBJECT (library), key);

  if (self == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes =
        g_resource_lookup_data (kumoji_core_get_resource (), REFERENCES_PATH,
                                G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      if (bytes != NULL)
        self = kumoji_references_new_from_bytes (bytes, REFERENCES_FILE, library, &error);
      if (self == NULL)
        g_error ("%s", error->message);
      g_object_set_data_full (G_OBJECT (library), key, self,
                              (GDestroyNotify) kumoji_references_free);
    }
  return self;
}

static gboolean
is_listed (GPtrArray *list, KumojiItem *item)
{
  for (guint i = 0; i < list->len; i++)
    if (((KumojiReference *) list->pdata[i])->item == item)
      return TRUE;
  return FALSE;
}

/**
 * kumoji_references_find: (skip)
 * @self: references
 * @catalog: a catalog's id
 * @item: an item's id
 *
 * Returns: (transfer full) (element-type KumojiReference): the other items that ask the same, each
 *   once, topic by topic; empty for an item that stands alone
 */
GPtrArray *
kumoji_references_find (const KumojiReferences *self, const char *catalog, const char *item)
{
  g_autofree char *name = g_strconcat (catalog, "/", item, NULL);
  GPtrArray *groups = g_hash_table_lookup (self->by_item, name);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      GArray *members = ((Group *) groups->pdata[i])->members;
      for (guint j = 0; j < members->len; j++)
        {
          const KumojiReference *member = &g_array_index (members, KumojiReference, j);
          const gboolean itself = g_str_equal (kumoji_catalog_get_id (member->catalog), catalog)
                                  && g_str_equal (kumoji_item_get_id (member->item), item);
          if (!itself && !is_listed (list, member->item))
            g_ptr_array_add (list, g_memdup2 (member, sizeof *member));
        }
    }
  return list;
}

/**
 * kumoji_references_list:
 * @library: the catalogs
 * @catalog: a catalog's id
 * @item: an item's id
 *
 * Returns: (transfer full) (element-type KumojiReference): the other items that ask the same, as
 *   kumoji_references_find() in the references that Kumoji brings along; they hold as long as
 *   @library
 */
GPtrArray *
kumoji_references_list (KumojiLibrary *library, const char *catalog, const char *item)
{
  return kumoji_references_find (references_of (library), catalog, item);
}
