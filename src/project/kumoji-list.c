/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list: the records of one kind that stand in a field of another record. A GListModel. */
#include "project/kumoji-list.h"

#include "project/kumoji-record-private.h"

struct _KumojiList
{
  GObject parent_instance;

  KumojiRecord *owner; /* owns us */
  const char *name;
  GType record_type;
  GPtrArray *records;
  guint last_found; /* who asks for one record's position asks for the next one's */
};

static void kumoji_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KumojiList,
                               kumoji_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, kumoji_list_model_init))

static GType
kumoji_list_get_item_type (GListModel *model)
{
  return KUMOJI_LIST (model)->record_type;
}

static guint
kumoji_list_get_n_items (GListModel *model)
{
  return KUMOJI_LIST (model)->records->len;
}

static gpointer
kumoji_list_get_item (GListModel *model, guint position)
{
  KumojiList *self = KUMOJI_LIST (model);

  return position < self->records->len ? g_object_ref (self->records->pdata[position]) : NULL;
}

static void
kumoji_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = kumoji_list_get_item_type;
  iface->get_n_items = kumoji_list_get_n_items;
  iface->get_item = kumoji_list_get_item;
}

static void
kumoji_list_finalize (GObject *object)
{
  KumojiList *self = KUMOJI_LIST (object);

  for (guint i = 0; i < self->records->len; i++)
    kumoji_record_set_home (self->records->pdata[i], NULL, NULL);
  g_ptr_array_unref (self->records);

  G_OBJECT_CLASS (kumoji_list_parent_class)->finalize (object);
}

static void
kumoji_list_class_init (KumojiListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_list_finalize;
}

static void
kumoji_list_init (KumojiList *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * kumoji_list_new: (skip)
 * @owner: the record whose field it is; owns it
 * @name: (transfer none): the field's name, static
 * @record_type: what it holds
 *
 * Returns: (transfer full): an empty list
 */
KumojiList *
kumoji_list_new (KumojiRecord *owner, const char *name, GType record_type)
{
  KumojiList *self = g_object_new (KUMOJI_TYPE_LIST, NULL);

  self->owner = owner;
  self->name = name;
  self->record_type = record_type;
  return self;
}

/**
 * kumoji_list_insert: (skip)
 * @self: a list
 * @position: from 0 to its length
 * @record: (transfer none): a record that stands in no list
 */
void
kumoji_list_insert (KumojiList *self, guint position, KumojiRecord *record)
{
  g_return_if_fail (position <= self->records->len);
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (record, self->record_type));

  kumoji_record_touch (self->owner);
  g_ptr_array_insert (self->records, position, g_object_ref (record));
  kumoji_record_set_home (record, self->owner, self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/**
 * kumoji_list_remove: (skip)
 * @self: a list
 * @position: below its length
 */
void
kumoji_list_remove (KumojiList *self, guint position)
{
  g_return_if_fail (position < self->records->len);

  kumoji_record_touch (self->owner);
  kumoji_record_set_home (self->records->pdata[position], NULL, NULL);
  g_ptr_array_remove_index (self->records, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * kumoji_list_fill: (skip)
 * @self: an empty list
 * @records: (element-type KumojiRecord): what to put in, in order
 *
 * One signal for all, for a loader that has thousands.
 */
void
kumoji_list_fill (KumojiList *self, GPtrArray *records)
{
  guint before = self->records->len;

  kumoji_record_touch (self->owner);
  for (guint i = 0; i < records->len; i++)
    {
      g_ptr_array_add (self->records, g_object_ref (records->pdata[i]));
      kumoji_record_set_home (records->pdata[i], self->owner, self);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, records->len);
}

/**
 * kumoji_list_swap: (skip)
 * @self: a list
 * @records: (inout) (transfer full) (element-type KumojiRecord): what shall stand in it, in order;
 *   what stood in it before
 *
 * One signal, about what lies between the first and the last record that is another one.
 */
void
kumoji_list_swap (KumojiList *self, GPtrArray **records)
{
  GPtrArray *before = self->records;
  GPtrArray *after = *records;
  guint shorter = MIN (before->len, after->len);
  guint start = 0;
  guint end = 0;

  while (start < shorter && before->pdata[start] == after->pdata[start])
    start++;
  while (end < shorter - start
         && before->pdata[before->len - 1 - end] == after->pdata[after->len - 1 - end])
    end++;
  kumoji_record_touch (self->owner);
  for (guint i = start; i < before->len - end; i++)
    kumoji_record_set_home (before->pdata[i], NULL, NULL);
  for (guint i = start; i < after->len - end; i++)
    kumoji_record_set_home (after->pdata[i], self->owner, self);
  self->records = after;
  *records = before;
  if (before->len != after->len || start < shorter)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end,
                                after->len - start - end);
}

/**
 * kumoji_list_get_length:
 * @self: a list
 *
 * Returns: how many records stand in it
 */
guint
kumoji_list_get_length (KumojiList *self)
{
  return self->records->len;
}

/**
 * kumoji_list_get:
 * @self: a list
 * @position: below its length
 *
 * Returns: (transfer none) (type KumojiRecord): the record there
 */
gpointer
kumoji_list_get (KumojiList *self, guint position)
{
  g_return_val_if_fail (position < self->records->len, NULL);

  return self->records->pdata[position];
}

/**
 * kumoji_list_find:
 * @self: a list
 * @id: a record's id
 *
 * Returns: (transfer none) (nullable) (type KumojiRecord): the first record with that id
 */
gpointer
kumoji_list_find (KumojiList *self, const char *id)
{
  for (guint i = 0; i < self->records->len; i++)
    if (g_str_equal (kumoji_record_get_id (self->records->pdata[i]), id))
      return self->records->pdata[i];
  return NULL;
}

/**
 * kumoji_list_get_position:
 * @self: a list
 * @record: a record
 * @position: (out) (optional): where it stands
 *
 * Returns: whether it stands in the list
 */
gboolean
kumoji_list_get_position (KumojiList *self, KumojiRecord *record, guint *position)
{
  guint found = self->last_found;

  if (found >= self->records->len || self->records->pdata[found] != record)
    found++;
  if ((found >= self->records->len || self->records->pdata[found] != record)
      && !g_ptr_array_find (self->records, record, &found))
    return FALSE;
  self->last_found = found;
  if (position != NULL)
    *position = found;
  return TRUE;
}

/* Its id as its file says it: one that no record may have was given another when it was read. */
static const char *
key_of (KumojiRecord *record)
{
  const KumojiExtra *aside = kumoji_state_find_extra (kumoji_record_get_state (record), "id");

  return aside != NULL ? aside->json : kumoji_record_get_id (record);
}

/* Most versions of a list begin alike, and many are alike to the end: no table is needed there. */
static guint
count_same_start (KumojiList *self, KumojiList *other, guint *match)
{
  guint n = MIN (self->records->len, other->records->len);
  guint i;

  for (i = 0;
       i < n && g_str_equal (key_of (self->records->pdata[i]), key_of (other->records->pdata[i]));
       i++)
    match[i] = i;
  return i;
}

/**
 * kumoji_list_match:
 * @self: a list
 * @other: another list of such records
 *
 * Finds records again by their ids; of several with one id the first is the first again, and so on.
 * Takes time in proportion to the lengths of both.
 *
 * Returns: (transfer full) (array): for each record of @other where it stands in @self, or
 *   %G_MAXUINT
 */
guint *
kumoji_list_match (KumojiList *self, KumojiList *other)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint *next = g_new0 (guint, self->records->len); /* with the same id, plus one */
  guint *match = g_new (guint, other->records->len + 1);
  guint same = count_same_start (self, other, match);

  for (guint i = self->records->len; i > same; i--)
    {
      gpointer key = (gpointer) key_of (self->records->pdata[i - 1]);
      next[i - 1] = GPOINTER_TO_UINT (g_hash_table_lookup (first, key));
      g_hash_table_insert (first, key, GUINT_TO_POINTER (i));
    }
  for (guint i = same; i < other->records->len; i++)
    {
      gpointer key = (gpointer) key_of (other->records->pdata[i]);
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (first, key));
      match[i] = found > 0 ? found - 1 : G_MAXUINT;
      if (found > 0)
        g_hash_table_insert (first, key, GUINT_TO_POINTER (next[found - 1]));
    }
  return match;
}

/**
 * kumoji_list_get_record_type:
 * @self: a list
 *
 * Returns: what it holds
 */
GType
kumoji_list_get_record_type (KumojiList *self)
{
  return self->record_type;
}

/**
 * kumoji_list_get_owner:
 * @self: a list
 *
 * Returns: (transfer none): the record whose field it is
 */
KumojiRecord *
kumoji_list_get_owner (KumojiList *self)
{
  return self->owner;
}

/**
 * kumoji_list_get_name:
 * @self: a list
 *
 * Returns: (transfer none): the name of that field
 */
const char *
kumoji_list_get_name (KumojiList *self)
{
  return self->name;
}
