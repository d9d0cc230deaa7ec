/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command: one edit, with what it takes to do it and to take it back (private). */
#include "project/kumoji-command.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-wording.h"

typedef enum
{
  COMMAND_SET,
  COMMAND_INSERT,
  COMMAND_REMOVE,
  COMMAND_SWAP_STATE,
  COMMAND_SWAP_LIST,
  COMMAND_GROUP,
} CommandKind;

struct _KumojiCommand
{
  CommandKind kind;
  char *name;

  /* set */
  KumojiRecord *record; /* insert and remove, too */
  guint field;
  GValue before;
  GValue after;
  KumojiExtra *aside; /* what the file had said, dropped by the first valid value */

  /* insert, remove */
  KumojiList *list;
  KumojiRecord *owner; /* keeps the list alive; NULL for the project, which owns the history */
  guint position;

  /* swap: what the record or the list does not hold now; doing and undoing it is the same */
  KumojiState *state;
  GPtrArray *records;

  /* group */
  GPtrArray *parts;
};

/* What the file had said in that place, which goes as soon as somebody says something valid. */
static KumojiExtra *
copy_extra (KumojiRecord *record, const char *name)
{
  const KumojiExtra *extra = kumoji_state_find_extra (kumoji_record_get_state (record), name);
  KumojiExtra *copy;

  if (extra == NULL)
    return NULL;
  copy = g_new0 (KumojiExtra, 1);
  copy->name = g_strdup (extra->name);
  copy->json = g_strdup (extra->json);
  copy->reason = g_strdup (extra->reason);
  return copy;
}

static void
drop_aside (KumojiRecord *record, const KumojiExtra *aside)
{
  if (aside != NULL)
    kumoji_state_drop_extra (kumoji_record_get_writable_state (record), aside->name);
}

static void
restore_aside (KumojiRecord *record, const KumojiExtra *aside)
{
  if (aside != NULL)
    kumoji_state_set_extra (kumoji_record_get_writable_state (record), aside->name, aside->json,
                            aside->reason);
}

static KumojiCommand *
command_new (CommandKind kind)
{
  KumojiCommand *self = g_new0 (KumojiCommand, 1);

  self->kind = kind;
  return self;
}

static char *
dup_set_name (KumojiRecord *record, const KumojiField *field)
{
  KumojiLanguage language = kumoji_language_get_default ();
  g_autofree char *label = kumoji_record_is_wording (record)
                             ? kumoji_wording_dup_label (record, field, language)
                             : g_strdup (kumoji_field_get_label (field, language));

  /* Translators: the name of an undo step; %s is a field, e.g. "Count". */
  return g_strdup_printf (_("Change “%s”"), label);
}

/**
 * kumoji_command_new_set:
 * @record: a record
 * @field: the index of a scalar field
 * @value: what it shall hold
 *
 * Returns: (transfer full): the command, not done yet
 */
KumojiCommand *
kumoji_command_new_set (KumojiRecord *record, guint field, const GValue *value)
{
  KumojiCommand *self = command_new (COMMAND_SET);
  const GValue *before = kumoji_record_get_value_at (record, field);
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (record, &n_fields);

  self->record = g_object_ref (record);
  self->field = field;
  g_value_init (&self->before, G_VALUE_TYPE (before));
  g_value_copy (before, &self->before);
  g_value_init (&self->after, G_VALUE_TYPE (before));
  g_value_copy (value, &self->after);
  self->aside = copy_extra (record, fields[field].name);
  self->name = dup_set_name (record, &fields[field]);
  return self;
}

static KumojiCommand *
command_new_list (CommandKind kind, KumojiList *list, guint position, KumojiRecord *record)
{
  KumojiCommand *self = command_new (kind);
  const char *noun = kumoji_record_get_noun (record, kumoji_language_get_default ());

  self->list = list;
  if (kumoji_record_get_parent (kumoji_list_get_owner (list)) != NULL)
    self->owner = g_object_ref (kumoji_list_get_owner (list));
  self->position = position;
  if (kind == COMMAND_INSERT)
    self->aside = copy_extra (kumoji_list_get_owner (list), kumoji_list_get_name (list));
  self->record = g_object_ref (record);
  /* Translators: the names of undo steps; %s is a kind of record, e.g. "information asset". */
  self->name = g_strdup_printf (kind == COMMAND_INSERT ? _("Add %s") : _("Delete %s"), noun);
  return self;
}

/**
 * kumoji_command_new_insert:
 * @list: a list
 * @position: where the record shall stand
 * @record: a record that stands in no list
 *
 * Returns: (transfer full): the command, not done yet
 */
KumojiCommand *
kumoji_command_new_insert (KumojiList *list, guint position, KumojiRecord *record)
{
  return command_new_list (COMMAND_INSERT, list, position, record);
}

/**
 * kumoji_command_new_remove:
 * @list: a list
 * @position: which record shall go
 *
 * Returns: (transfer full): the command, not done yet
 */
KumojiCommand *
kumoji_command_new_remove (KumojiList *list, guint position)
{
  return command_new_list (COMMAND_REMOVE, list, position, kumoji_list_get (list, position));
}

/**
 * kumoji_command_new_swap_state:
 * @record: a record
 * @state: (transfer full): all that it shall hold, with what is kept aside
 *
 * Returns: (transfer full): the command, not done yet
 */
KumojiCommand *
kumoji_command_new_swap_state (KumojiRecord *record, KumojiState *state)
{
  KumojiCommand *self = command_new (COMMAND_SWAP_STATE);

  self->record = g_object_ref (record);
  self->state = state;
  return self;
}

/**
 * kumoji_command_new_swap_list:
 * @list: a list
 * @records: (transfer full) (element-type KumojiRecord): all that shall stand in it, in order;
 *   whoever does not stand in it now stands in no list
 *
 * Returns: (transfer full): the command, not done yet
 */
KumojiCommand *
kumoji_command_new_swap_list (KumojiList *list, GPtrArray *records)
{
  KumojiCommand *self = command_new (COMMAND_SWAP_LIST);

  self->list = list;
  if (kumoji_record_get_parent (kumoji_list_get_owner (list)) != NULL)
    self->owner = g_object_ref (kumoji_list_get_owner (list));
  self->records = records;
  return self;
}

/**
 * kumoji_command_new_group:
 * @name: what the menu calls it
 *
 * Returns: (transfer full): several commands as one step; none yet
 */
KumojiCommand *
kumoji_command_new_group (const char *name)
{
  KumojiCommand *self = command_new (COMMAND_GROUP);

  self->name = g_strdup (name);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) kumoji_command_free);
  return self;
}

/**
 * kumoji_command_free:
 * @self: (transfer full): a command
 */
void
kumoji_command_free (KumojiCommand *self)
{
  g_free (self->name);
  g_clear_object (&self->record);
  g_clear_object (&self->owner);
  if (G_IS_VALUE (&self->before))
    g_value_unset (&self->before);
  if (G_IS_VALUE (&self->after))
    g_value_unset (&self->after);
  if (self->aside != NULL)
    {
      g_free (self->aside->name);
      g_free (self->aside->json);
      g_free (self->aside->reason);
      g_free (self->aside);
    }
  g_clear_pointer (&self->state, kumoji_state_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

/**
 * kumoji_command_group_add:
 * @self: a group
 * @part: (transfer full): a command that has been done
 */
void
kumoji_command_group_add (KumojiCommand *self, KumojiCommand *part)
{
  g_ptr_array_add (self->parts, part);
}

/**
 * kumoji_command_group_is_empty:
 * @self: a group
 *
 * Returns: whether nothing was done in it
 */
gboolean
kumoji_command_group_is_empty (KumojiCommand *self)
{
  return self->parts->len == 0;
}

/**
 * kumoji_command_merge:
 * @self: the last command that was done
 * @next: the one done after it
 *
 * Typing in one field is one step: takes over what @next ends with, where both set the same field.
 *
 * Returns: whether @self now stands for both
 */
gboolean
kumoji_command_merge (KumojiCommand *self, KumojiCommand *next)
{
  /* The first letter of a memo also adds the answer that it belongs to. */
  if (self->kind == COMMAND_GROUP)
    return kumoji_command_merge (self->parts->pdata[self->parts->len - 1], next);
  if (self->kind != COMMAND_SET || next->kind != COMMAND_SET || self->record != next->record
      || self->field != next->field)
    return FALSE;
  g_value_copy (&next->after, &self->after);
  return TRUE;
}

static void
swap_state (KumojiRecord *record, KumojiState **state)
{
  g_autoptr (KumojiState) after = *state;
  KumojiState *before = kumoji_state_ref (kumoji_record_get_state (record));
  gboolean has_aside = before->extras != NULL || after->extras != NULL;
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (record, &n_fields);

  kumoji_record_set_state (record, after);
  *state = before;
  for (guint i = 0; i < n_fields; i++)
    if (kumoji_field_is_scalar (&fields[i])
        && (has_aside
            || !kumoji_field_values_equal (&fields[i], &before->values[i], &after->values[i])))
      g_object_notify (G_OBJECT (record), fields[i].name);
}

/**
 * kumoji_command_redo:
 * @self: a command that is not done
 */
void
kumoji_command_redo (KumojiCommand *self)
{
  switch (self->kind)
    {
    case COMMAND_SET:
      drop_aside (self->record, self->aside);
      kumoji_record_set_value_at (self->record, self->field, &self->after);
      break;
    case COMMAND_INSERT:
      drop_aside (kumoji_list_get_owner (self->list), self->aside);
      kumoji_list_insert (self->list, self->position, self->record);
      break;
    case COMMAND_REMOVE:
      kumoji_list_remove (self->list, self->position);
      break;
    case COMMAND_SWAP_STATE:
      swap_state (self->record, &self->state);
      break;
    case COMMAND_SWAP_LIST:
      kumoji_list_swap (self->list, &self->records);
      break;
    case COMMAND_GROUP:
      for (guint i = 0; i < self->parts->len; i++)
        kumoji_command_redo (self->parts->pdata[i]);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * kumoji_command_undo:
 * @self: a command that is done, and the last one that is
 */
void
kumoji_command_undo (KumojiCommand *self)
{
  switch (self->kind)
    {
    case COMMAND_SET:
      restore_aside (self->record, self->aside);
      kumoji_record_set_value_at (self->record, self->field, &self->before);
      break;
    case COMMAND_INSERT:
      kumoji_list_remove (self->list, self->position);
      restore_aside (kumoji_list_get_owner (self->list), self->aside);
      break;
    case COMMAND_REMOVE:
      kumoji_list_insert (self->list, self->position, self->record);
      break;
    case COMMAND_SWAP_STATE:
      swap_state (self->record, &self->state);
      break;
    case COMMAND_SWAP_LIST:
      kumoji_list_swap (self->list, &self->records);
      break;
    case COMMAND_GROUP:
      for (guint i = self->parts->len; i > 0; i--)
        kumoji_command_undo (self->parts->pdata[i - 1]);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gsize
size_text (const char *text)
{
  return text != NULL ? strlen (text) + 1 : 0;
}

static gsize
size_value (const GValue *value)
{
  return sizeof *value
         + (G_VALUE_TYPE (value) == G_TYPE_STRING ? size_text (g_value_get_string (value)) : 0);
}

static gsize
size_state (const KumojiState *state)
{
  gsize size = sizeof *state;

  for (guint i = 0; i < state->n_values; i++)
    size += size_value (&state->values[i]);
  for (guint i = 0; state->extras != NULL && i < state->extras->len; i++)
    size += size_text (((const KumojiExtra *) state->extras->pdata[i])->json);
  return size;
}

/* Of a record that stands in no list, with all that is in it. */
static gsize
size_record (KumojiRecord *record)
{
  const KumojiState *state = kumoji_record_get_state (record);
  gsize size = size_state (state);

  for (guint i = 0; i < state->n_values; i++)
    {
      gpointer child = kumoji_record_get_child_at (record, i);
      if (child == NULL)
        continue;
      if (KUMOJI_IS_RECORD (child))
        size += size_record (child);
      else
        for (guint j = 0; j < kumoji_list_get_length (child); j++)
          size += size_record (kumoji_list_get (child, j));
    }
  return size;
}

/* Those that still stand in the list are not kept by the command alone. */
static gsize
size_records (const GPtrArray *records)
{
  gsize size = records->len * sizeof (gpointer);

  for (guint i = 0; i < records->len; i++)
    if (kumoji_record_get_parent (records->pdata[i]) == NULL)
      size += size_record (records->pdata[i]);
  return size;
}

/**
 * kumoji_command_get_size:
 * @self: a command
 *
 * Returns: about how many bytes it takes, with the records that it keeps
 */
gsize
kumoji_command_get_size (KumojiCommand *self)
{
  gsize size = sizeof *self + size_text (self->name);

  if (self->aside != NULL)
    size += sizeof *self->aside + size_text (self->aside->json);
  if (self->kind == COMMAND_SET)
    size += size_value (&self->before) + size_value (&self->after);
  else if (self->kind == COMMAND_SWAP_STATE)
    size += size_state (self->state);
  else if (self->kind == COMMAND_SWAP_LIST)
    size += size_records (self->records);
  else if (self->kind == COMMAND_GROUP)
    for (guint i = 0; i < self->parts->len; i++)
      size += kumoji_command_get_size (self->parts->pdata[i]);
  else
    size += size_record (self->record);
  return size;
}

/**
 * kumoji_command_get_name:
 * @self: a command
 *
 * Returns: (transfer none): what the menu calls it
 */
const char *
kumoji_command_get_name (KumojiCommand *self)
{
  return self->name;
}
