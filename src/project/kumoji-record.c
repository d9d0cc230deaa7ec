/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record: something that the company says, as its table of fields describes it. */
#include "project/kumoji-record-private.h"

#include "catalog/kumoji-phrases.h"

typedef struct
{
  KumojiState *state;
  GObject **children;   /* one for each field of records; NULL where the table has none */
  KumojiRecord *parent; /* holds us, through a list or directly */
  KumojiList *list;     /* where we stand, if it is a list */
  const char *name;     /* the parent's field, if we stand in it directly */
  guint stamp;          /* another one after each change in us or below */
} KumojiRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KumojiRecord, kumoji_record, G_TYPE_OBJECT)

static KumojiRecordPrivate *
priv_of (KumojiRecord *self)
{
  return kumoji_record_get_instance_private (self);
}

/**
 * kumoji_record_touch: (skip)
 * @self: a record that is about to change, or in which a list is
 */
void
kumoji_record_touch (KumojiRecord *self)
{
  for (; self != NULL; self = priv_of (self)->parent)
    priv_of (self)->stamp++;
}

/**
 * kumoji_record_get_stamp:
 * @self: a record
 *
 * Returns: a number that is another one after each change in the record and in all that it holds,
 *   for what is worked out of it and kept
 */
guint
kumoji_record_get_stamp (KumojiRecord *self)
{
  return priv_of (self)->stamp;
}

static void
kumoji_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KumojiRecord *self = KUMOJI_RECORD (object);
  KumojiRecordPrivate *priv = priv_of (self);
  const KumojiField *field = &KUMOJI_RECORD_GET_CLASS (self)->fields[prop_id - 1];

  if (kumoji_field_is_scalar (field))
    g_value_copy (&priv->state->values[prop_id - 1], value);
  else
    g_value_set_object (value, priv->children[prop_id - 1]);
}

static GParamSpec *
new_pspec (const KumojiField *field)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  switch (field->type)
    {
    case KUMOJI_FIELD_INTEGER:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, field->initial,
                                 flags);
    case KUMOJI_FIELD_FLAG:
      return g_param_spec_boolean (field->name, NULL, NULL, field->initial != 0, flags);
    case KUMOJI_FIELD_RECORD:
    case KUMOJI_FIELD_LIST:
      return g_param_spec_object (field->name, NULL, NULL, kumoji_field_get_value_type (field),
                                  flags);
    default:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);
    }
}

/**
 * kumoji_record_class_install_fields:
 * @klass: the class that is being set up
 * @noun: what such a record is called, in English
 * @fields: (array length=n_fields): the table, static; its first field is "id"
 * @n_fields: its length
 *
 * Makes @klass the record type that the table describes, with a property for each field. GObject
 * does not inherit get_property, so it is set here, in each class.
 */
void
kumoji_record_class_install_fields (KumojiRecordClass *klass,
                                    const char *noun,
                                    const KumojiField *fields,
                                    guint n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->noun = noun;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  object_class->get_property = kumoji_record_get_property;
  for (guint i = 0; i < n_fields; i++)
    {
      g_hash_table_insert (klass->by_name, (gpointer) fields[i].name, GUINT_TO_POINTER (i + 1));
      g_object_class_install_property (object_class, i + 1, new_pspec (&fields[i]));
    }
}

static void
create_children (KumojiRecord *self, const KumojiField *fields, guint n_fields)
{
  KumojiRecordPrivate *priv = priv_of (self);

  for (guint i = 0; i < n_fields; i++)
    {
      if (kumoji_field_is_scalar (&fields[i]))
        continue;
      if (priv->children == NULL)
        priv->children = g_new0 (GObject *, n_fields);
      if (fields[i].type == KUMOJI_FIELD_LIST)
        {
          priv->children[i] =
            G_OBJECT (kumoji_list_new (self, fields[i].name, fields[i].record_type ()));
          continue;
        }
      KumojiRecord *child = g_object_new (fields[i].record_type (), NULL);
      priv_of (child)->parent = self;
      priv_of (child)->name = fields[i].name;
      priv->children[i] = G_OBJECT (child);
    }
}

static void
kumoji_record_constructed (GObject *object)
{
  KumojiRecord *self = KUMOJI_RECORD (object);
  KumojiRecordClass *klass = KUMOJI_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (kumoji_record_parent_class)->constructed (object);

  priv_of (self)->state = kumoji_state_new (klass->fields, klass->n_fields);
  create_children (self, klass->fields, klass->n_fields);
}

static void
kumoji_record_finalize (GObject *object)
{
  KumojiRecord *self = KUMOJI_RECORD (object);
  KumojiRecordPrivate *priv = priv_of (self);
  guint n_fields = KUMOJI_RECORD_GET_CLASS (self)->n_fields;

  for (guint i = 0; priv->children != NULL && i < n_fields; i++)
    {
      if (KUMOJI_IS_RECORD (priv->children[i]))
        priv_of (KUMOJI_RECORD (priv->children[i]))->parent = NULL;
      g_clear_object (&priv->children[i]);
    }
  g_free (priv->children);
  kumoji_state_unref (priv->state);

  G_OBJECT_CLASS (kumoji_record_parent_class)->finalize (object);
}

static void
kumoji_record_class_init (KumojiRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = kumoji_record_constructed;
  object_class->finalize = kumoji_record_finalize;
}

static void
kumoji_record_init (KumojiRecord *self)
{
}

/**
 * kumoji_record_find: (skip)
 * @self: a record
 * @name: a field's name
 *
 * Returns: the field's index in the table, -1 where there is none
 */
int
kumoji_record_find (KumojiRecord *self, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (KUMOJI_RECORD_GET_CLASS (self)->by_name, name)) - 1;
}

/* The index of a field that the caller takes from the table: a name that is not there is a bug. */
static guint
must_find (KumojiRecord *self, const char *name)
{
  int index = kumoji_record_find (self, name);

  if (index < 0)
    g_error ("%s has no field “%s”", G_OBJECT_TYPE_NAME (self), name);
  return index;
}

/**
 * kumoji_record_get_child_at: (skip)
 * @self: a record
 * @index: a field's index
 *
 * Returns: (transfer none) (nullable): the record or the list in that field
 */
gpointer
kumoji_record_get_child_at (KumojiRecord *self, guint index)
{
  KumojiRecordPrivate *priv = priv_of (self);

  return priv->children != NULL ? priv->children[index] : NULL;
}

/**
 * kumoji_record_has_children: (skip)
 * @self: a record
 *
 * Returns: whether its table has fields of records
 */
gboolean
kumoji_record_has_children (KumojiRecord *self)
{
  return priv_of (self)->children != NULL;
}

/**
 * kumoji_record_get_value_at:
 * @self: a record
 * @index: the index of a scalar field, from kumoji_record_type_find()
 *
 * Returns: (transfer none): its value, until the next edit
 */
const GValue *
kumoji_record_get_value_at (KumojiRecord *self, guint index)
{
  return &priv_of (self)->state->values[index];
}

/**
 * kumoji_record_set_value_at: (skip)
 * @self: a record
 * @index: the index of a scalar field
 * @value: what it shall hold, of the field's type
 */
void
kumoji_record_set_value_at (KumojiRecord *self, guint index, const GValue *value)
{
  KumojiState *state = kumoji_record_get_writable_state (self);

  g_value_copy (value, &state->values[index]);
  g_object_notify (G_OBJECT (self), KUMOJI_RECORD_GET_CLASS (self)->fields[index].name);
}

/**
 * kumoji_record_get_state: (skip)
 * @self: a record
 *
 * Returns: (transfer none): what it holds now
 */
KumojiState *
kumoji_record_get_state (KumojiRecord *self)
{
  return priv_of (self)->state;
}

/**
 * kumoji_record_set_state: (skip)
 * @self: a record that nobody has seen yet
 * @state: (transfer none): what it shall hold, shared with whoever else holds it
 */
void
kumoji_record_set_state (KumojiRecord *self, KumojiState *state)
{
  KumojiRecordPrivate *priv = priv_of (self);

  kumoji_record_touch (self);
  kumoji_state_unref (priv->state);
  priv->state = kumoji_state_ref (state);
}

/**
 * kumoji_record_get_writable_state: (skip)
 * @self: a record
 *
 * Returns: (transfer none): what it holds, parted from all snapshots
 */
KumojiState *
kumoji_record_get_writable_state (KumojiRecord *self)
{
  KumojiRecordPrivate *priv = priv_of (self);

  kumoji_record_touch (self);
  priv->state = kumoji_state_make_writable (priv->state);
  return priv->state;
}

/**
 * kumoji_record_set_id: (skip)
 * @self: a record that nobody has seen yet
 * @id: its id
 */
void
kumoji_record_set_id (KumojiRecord *self, const char *id)
{
  g_value_set_string (&kumoji_record_get_writable_state (self)->values[0], id);
}

/**
 * kumoji_record_set_home: (skip)
 * @self: a record
 * @parent: (nullable): what holds it now
 * @list: (nullable): the list it stands in
 */
void
kumoji_record_set_home (KumojiRecord *self, KumojiRecord *parent, KumojiList *list)
{
  KumojiRecordPrivate *priv = priv_of (self);

  priv->parent = parent;
  priv->list = list;
}

/**
 * kumoji_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): what names it for good within its list
 */
const char *
kumoji_record_get_id (KumojiRecord *self)
{
  return g_value_get_string (&priv_of (self)->state->values[0]);
}

/**
 * kumoji_record_get_noun:
 * @self: a record
 * @language: the reader's language
 *
 * Returns: (transfer none): what such a record is called
 */
const char *
kumoji_record_get_noun (KumojiRecord *self, KumojiLanguage language)
{
  return kumoji_phrase (language, KUMOJI_RECORD_GET_CLASS (self)->noun);
}

/**
 * kumoji_record_get_fields:
 * @self: a record
 * @n_fields: (out): the table's length
 *
 * Returns: (transfer none) (array length=n_fields): its table
 */
const KumojiField *
kumoji_record_get_fields (KumojiRecord *self, guint *n_fields)
{
  *n_fields = KUMOJI_RECORD_GET_CLASS (self)->n_fields;
  return KUMOJI_RECORD_GET_CLASS (self)->fields;
}

/**
 * kumoji_record_get_field:
 * @self: a record
 * @name: a field's name
 *
 * Returns: (transfer none) (nullable): the field
 */
const KumojiField *
kumoji_record_get_field (KumojiRecord *self, const char *name)
{
  int index = kumoji_record_find (self, name);

  return index >= 0 ? &KUMOJI_RECORD_GET_CLASS (self)->fields[index] : NULL;
}

/**
 * kumoji_record_type_get_field:
 * @type: a record type
 * @name: a field's name
 *
 * Returns: (transfer none) (nullable): the field, where no record is at hand
 */
const KumojiField *
kumoji_record_type_get_field (GType type, const char *name)
{
  /* Never released: a record type stays for as long as the program runs. */
  KumojiRecordClass *klass = g_type_class_ref (type);
  int index = GPOINTER_TO_INT (g_hash_table_lookup (klass->by_name, name)) - 1;

  return index >= 0 ? &klass->fields[index] : NULL;
}

/**
 * kumoji_record_type_find:
 * @type: a record type
 * @name: the name of a field that it has
 *
 * For rules that read one field of thousands of records: the name is then looked up once.
 *
 * Returns: the field's index in the table
 */
guint
kumoji_record_type_find (GType type, const char *name)
{
  const KumojiField *field = kumoji_record_type_get_field (type, name);
  KumojiRecordClass *klass = g_type_class_peek (type);

  g_return_val_if_fail (field != NULL, 0);

  return field - klass->fields;
}

/**
 * kumoji_record_get_value:
 * @self: a record
 * @name: the name of a scalar field
 *
 * Returns: (transfer none): its value, until the next edit
 */
const GValue *
kumoji_record_get_value (KumojiRecord *self, const char *name)
{
  return kumoji_record_get_value_at (self, must_find (self, name));
}

/**
 * kumoji_record_get_text:
 * @self: a record
 * @name: the name of a text, memo, choice or date
 *
 * Returns: (transfer none): what it holds, "" for nothing; until the next edit
 */
const char *
kumoji_record_get_text (KumojiRecord *self, const char *name)
{
  return g_value_get_string (kumoji_record_get_value (self, name));
}

/**
 * kumoji_record_get_integer:
 * @self: a record
 * @name: the name of an integer
 *
 * Returns: what it holds, in the field's unit
 */
gint64
kumoji_record_get_integer (KumojiRecord *self, const char *name)
{
  return g_value_get_int64 (kumoji_record_get_value (self, name));
}

/**
 * kumoji_record_get_flag:
 * @self: a record
 * @name: the name of a flag
 *
 * Returns: what it holds
 */
gboolean
kumoji_record_get_flag (KumojiRecord *self, const char *name)
{
  return g_value_get_boolean (kumoji_record_get_value (self, name));
}

/**
 * kumoji_record_get_list:
 * @self: a record
 * @name: the name of a list
 *
 * Returns: (transfer none): the list, the same one as long as the record lives
 */
KumojiList *
kumoji_record_get_list (KumojiRecord *self, const char *name)
{
  return KUMOJI_LIST (kumoji_record_get_child_at (self, must_find (self, name)));
}

/**
 * kumoji_record_get_record:
 * @self: a record
 * @name: the name of a field that holds a record
 *
 * Returns: (transfer none): that record, the same one as long as @self lives
 */
KumojiRecord *
kumoji_record_get_record (KumojiRecord *self, const char *name)
{
  return KUMOJI_RECORD (kumoji_record_get_child_at (self, must_find (self, name)));
}

/**
 * kumoji_record_format:
 * @self: a record
 * @name: the name of a scalar field
 * @language: the reader's language
 *
 * Returns: (transfer full): its value as a person reads it
 */
char *
kumoji_record_format (KumojiRecord *self, const char *name, KumojiLanguage language)
{
  guint index = must_find (self, name);

  return kumoji_field_format (&KUMOJI_RECORD_GET_CLASS (self)->fields[index],
                              kumoji_record_get_value_at (self, index), language);
}

/**
 * kumoji_record_is_initial:
 * @self: a record
 *
 * Returns: whether it says nothing beyond its id
 */
gboolean
kumoji_record_is_initial (KumojiRecord *self)
{
  KumojiRecordPrivate *priv = priv_of (self);
  KumojiRecordClass *klass = KUMOJI_RECORD_GET_CLASS (self);

  if (priv->state->extras != NULL && priv->state->extras->len > 0)
    return FALSE;
  for (guint i = 1; i < klass->n_fields; i++)
    {
      const KumojiField *field = &klass->fields[i];
      if (kumoji_field_is_scalar (field)
            ? !kumoji_field_value_is_initial (field, &priv->state->values[i])
          : field->type == KUMOJI_FIELD_LIST
            ? kumoji_list_get_length (KUMOJI_LIST (priv->children[i])) > 0
            : !kumoji_record_is_initial (KUMOJI_RECORD (priv->children[i])))
        return FALSE;
    }
  return TRUE;
}

/**
 * kumoji_record_get_parent:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the record that holds it
 */
KumojiRecord *
kumoji_record_get_parent (KumojiRecord *self)
{
  return priv_of (self)->parent;
}

/**
 * kumoji_record_get_home:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the field of its parent in which it stands, itself or
 *   through a list
 */
const KumojiField *
kumoji_record_get_home (KumojiRecord *self)
{
  KumojiRecordPrivate *priv = priv_of (self);

  if (priv->parent == NULL)
    return NULL;
  return kumoji_record_get_field (priv->parent, priv->list != NULL
                                                  ? kumoji_list_get_name (priv->list)
                                                  : priv->name);
}
