/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history: every edit of a project, to be undone and redone. The only way to change a record.
 */
#include "project/kumoji-history.h"

#include "project/kumoji-history-private.h"

/* More than anybody takes back by hand. A step is some hundred bytes, but texts may be long and
 * records many. Beyond either bound the oldest steps go. */
#define MAX_STEPS 10000
#define MAX_BYTES (64 * 1024 * 1024)

typedef struct
{
  KumojiCommand *command;
  guint64 point; /* names the state behind the command */
  gsize size;    /* of the command, in bytes */
} Step;

struct _KumojiHistory
{
  GObject parent_instance;

  GArray *done;   /* of Step, the last one on top */
  GArray *undone; /* of Step, the next one on top */
  gsize size;     /* of what is done, in bytes */
  KumojiCommand *group;
  guint depth;
  gboolean sealed;
  guint64 base_point; /* the state before the first step */
  guint64 next_point;
  guint64 saved_point;
};

enum
{
  PROP_CAN_UNDO = 1,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiHistory, kumoji_history, G_TYPE_OBJECT)

static void
step_clear (Step *step)
{
  g_clear_pointer (&step->command, kumoji_command_free);
}

static void
kumoji_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KumojiHistory *self = KUMOJI_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, kumoji_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, kumoji_history_can_redo (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, kumoji_history_is_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_history_finalize (GObject *object)
{
  KumojiHistory *self = KUMOJI_HISTORY (object);

  g_array_unref (self->done);
  g_array_unref (self->undone);
  g_clear_pointer (&self->group, kumoji_command_free);

  G_OBJECT_CLASS (kumoji_history_parent_class)->finalize (object);
}

static void
kumoji_history_class_init (KumojiHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kumoji_history_get_property;
  object_class->finalize = kumoji_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KumojiHistory::changed:
   * @self: the history
   *
   * The project says something else than before: an edit, an undo or a redo is complete.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GArray *
steps_new (void)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  g_array_set_clear_func (steps, (GDestroyNotify) step_clear);
  return steps;
}

static void
kumoji_history_init (KumojiHistory *self)
{
  self->done = steps_new ();
  self->undone = steps_new ();
  self->next_point = 1;
}

/**
 * kumoji_history_new:
 *
 * Returns: (transfer full): an empty history
 */
KumojiHistory *
kumoji_history_new (void)
{
  return g_object_new (KUMOJI_TYPE_HISTORY, NULL);
}

static void
announce (KumojiHistory *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static Step *
top (GArray *steps)
{
  return steps->len > 0 ? &g_array_index (steps, Step, steps->len - 1) : NULL;
}

/* Lets the oldest steps go; the last one stays however large it is. */
static void
keep_bounds (KumojiHistory *self)
{
  guint n = 0;

  while (self->done->len - n > 1 && (self->done->len - n > MAX_STEPS || self->size > MAX_BYTES))
    {
      const Step *oldest = &g_array_index (self->done, Step, n++);
      self->size -= oldest->size;
      self->base_point = oldest->point;
    }
  if (n > 0)
    g_array_remove_range (self->done, 0, n);
}

/* Enters a command that has just been done. */
static void
push (KumojiHistory *self, KumojiCommand *command)
{
  Step *last = top (self->done);

  if (self->depth > 0)
    {
      kumoji_command_group_add (self->group, command);
      return;
    }

  g_array_set_size (self->undone, 0);
  /* A step that ends in the saved state stays by itself, so that undo finds that state again. */
  if (!self->sealed && last != NULL && last->point != self->saved_point
      && kumoji_command_merge (last->command, command))
    {
      kumoji_command_free (command);
      last->point = self->next_point++;
      self->size -= last->size;
      last->size = kumoji_command_get_size (last->command);
    }
  else
    {
      Step step = { command, self->next_point++, kumoji_command_get_size (command) };
      g_array_append_val (self->done, step);
    }
  self->size += top (self->done)->size;
  keep_bounds (self);
  self->sealed = FALSE;
  announce (self);
}

/**
 * kumoji_history_perform: (skip)
 * @self: a history
 * @command: (transfer full): a command that is not done yet
 *
 * Does it, and enters it.
 */
void
kumoji_history_perform (KumojiHistory *self, KumojiCommand *command)
{
  kumoji_command_redo (command);
  push (self, command);
}

/**
 * kumoji_history_set_value:
 * @self: a history
 * @record: a record of its project
 * @name: the name of a scalar field, not "id"
 * @value: what it shall hold
 * @error: return location for %KUMOJI_FIELD_ERROR
 *
 * A value that is there already makes no step. Steps on the same field become one until
 * kumoji_history_seal().
 *
 * Returns: whether the field may hold @value, and holds it now
 */
gboolean
kumoji_history_set_value (KumojiHistory *self,
                          KumojiRecord *record,
                          const char *name,
                          const GValue *value,
                          GError **error)
{
  int index = kumoji_record_find (record, name);
  const KumojiField *field = kumoji_record_get_field (record, name);

  g_return_val_if_fail (index > 0 && kumoji_field_is_scalar (field), FALSE);

  if (!kumoji_field_check (field, value, error))
    return FALSE;
  if (kumoji_field_values_equal (field, kumoji_record_get_value_at (record, index), value)
      && kumoji_state_find_extra (kumoji_record_get_state (record), name) == NULL)
    return TRUE;
  kumoji_history_perform (self, kumoji_command_new_set (record, index, value));
  return TRUE;
}

/**
 * kumoji_history_set_parsed:
 * @self: a history
 * @record: a record of its project
 * @name: the name of a scalar field, not "id"
 * @text: what somebody typed
 * @error: return location for %KUMOJI_FIELD_ERROR
 *
 * Returns: whether the field may hold what @text says, and holds it now
 */
gboolean
kumoji_history_set_parsed (KumojiHistory *self,
                           KumojiRecord *record,
                           const char *name,
                           const char *text,
                           GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  return kumoji_field_parse (kumoji_record_get_field (record, name), text, &value, error)
         && kumoji_history_set_value (self, record, name, &value, error);
}

/**
 * kumoji_history_set_text:
 * @self: a history
 * @record: a record of its project
 * @name: the name of a text, memo, choice or date
 * @text: what it shall hold
 *
 * Returns: whether the field may hold @text, and holds it now
 */
gboolean
kumoji_history_set_text (KumojiHistory *self,
                         KumojiRecord *record,
                         const char *name,
                         const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  return kumoji_history_set_value (self, record, name, &value, NULL);
}

/**
 * kumoji_history_set_integer:
 * @self: a history
 * @record: a record of its project
 * @name: the name of an integer
 * @number: what it shall hold, in the field's unit
 *
 * Returns: whether the field may hold @number, and holds it now
 */
gboolean
kumoji_history_set_integer (KumojiHistory *self,
                            KumojiRecord *record,
                            const char *name,
                            gint64 number)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, number);
  return kumoji_history_set_value (self, record, name, &value, NULL);
}

/**
 * kumoji_history_set_flag:
 * @self: a history
 * @record: a record of its project
 * @name: the name of a flag
 * @flag: what it shall hold
 *
 * Returns: %TRUE
 */
gboolean
kumoji_history_set_flag (KumojiHistory *self, KumojiRecord *record, const char *name, gboolean flag)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, flag);
  return kumoji_history_set_value (self, record, name, &value, NULL);
}

/**
 * kumoji_history_insert:
 * @self: a history
 * @list: a list of its project
 * @position: from 0 to its length
 * @record: (transfer none): a record that stands in no list; gets an id where it has none
 */
void
kumoji_history_insert (KumojiHistory *self, KumojiList *list, guint position, KumojiRecord *record)
{
  if (*kumoji_record_get_id (record) == '\0')
    {
      g_autofree char *id = g_uuid_string_random ();
      kumoji_record_set_id (record, id);
    }
  kumoji_history_perform (self, kumoji_command_new_insert (list, position, record));
}

/**
 * kumoji_history_remove:
 * @self: a history
 * @list: a list of its project
 * @position: below its length
 */
void
kumoji_history_remove (KumojiHistory *self, KumojiList *list, guint position)
{
  kumoji_history_perform (self, kumoji_command_new_remove (list, position));
}

/**
 * kumoji_history_begin:
 * @self: a history
 * @name: what the menu calls the step
 *
 * What is done until the matching kumoji_history_end() is one step. May be nested: the outermost
 * one gives the name.
 */
void
kumoji_history_begin (KumojiHistory *self, const char *name)
{
  if (self->depth++ == 0)
    self->group = kumoji_command_new_group (name);
}

/**
 * kumoji_history_end:
 * @self: a history
 *
 * Ends what kumoji_history_begin() began. Where nothing was done there is no step.
 */
void
kumoji_history_end (KumojiHistory *self)
{
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  KumojiCommand *group = g_steal_pointer (&self->group);
  if (kumoji_command_group_is_empty (group))
    kumoji_command_free (group);
  else
    push (self, group);
}

/**
 * kumoji_history_seal:
 * @self: a history
 *
 * What is typed from now on is a step of its own: the user left the field.
 */
void
kumoji_history_seal (KumojiHistory *self)
{
  self->sealed = TRUE;
}

/**
 * kumoji_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step to take back
 */
gboolean
kumoji_history_can_undo (KumojiHistory *self)
{
  return self->done->len > 0;
}

/**
 * kumoji_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step to do again
 */
gboolean
kumoji_history_can_redo (KumojiHistory *self)
{
  return self->undone->len > 0;
}

/**
 * kumoji_history_get_undo_name:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the name of the step that undo takes back
 */
const char *
kumoji_history_get_undo_name (KumojiHistory *self)
{
  return self->done->len > 0 ? kumoji_command_get_name (top (self->done)->command) : NULL;
}

/**
 * kumoji_history_get_redo_name:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): the name of the step that redo does again
 */
const char *
kumoji_history_get_redo_name (KumojiHistory *self)
{
  return self->undone->len > 0 ? kumoji_command_get_name (top (self->undone)->command) : NULL;
}

/* Moves the top of one pile to the other; the command itself is done or undone by the caller. */
static void
move_top (GArray *from, GArray *to)
{
  Step step = *top (from);

  top (from)->command = NULL;
  g_array_set_size (from, from->len - 1);
  g_array_append_val (to, step);
}

/**
 * kumoji_history_undo:
 * @self: a history
 *
 * Takes the last step back; nothing where there is none.
 */
void
kumoji_history_undo (KumojiHistory *self)
{
  if (self->done->len == 0 || self->depth > 0)
    return;
  kumoji_command_undo (top (self->done)->command);
  self->size -= top (self->done)->size;
  move_top (self->done, self->undone);
  self->sealed = TRUE;
  announce (self);
}

/**
 * kumoji_history_redo:
 * @self: a history
 *
 * Does the last step that was taken back again; nothing where there is none.
 */
void
kumoji_history_redo (KumojiHistory *self)
{
  if (self->undone->len == 0 || self->depth > 0)
    return;
  kumoji_command_redo (top (self->undone)->command);
  self->size += top (self->undone)->size;
  move_top (self->undone, self->done);
  self->sealed = TRUE;
  announce (self);
}

/**
 * kumoji_history_get_point:
 * @self: a history
 *
 * Returns: a number that names the present state: undo and redo find it again, an edit never does
 */
guint64
kumoji_history_get_point (KumojiHistory *self)
{
  return self->done->len > 0 ? top (self->done)->point : self->base_point;
}

/**
 * kumoji_history_set_saved_point:
 * @self: a history
 * @point: the state that the file holds, from kumoji_history_get_point() when it was taken
 */
void
kumoji_history_set_saved_point (KumojiHistory *self, guint64 point)
{
  self->saved_point = point;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

/**
 * kumoji_history_is_modified:
 * @self: a history
 *
 * Returns: whether the project says something else than its file
 */
gboolean
kumoji_history_is_modified (KumojiHistory *self)
{
  return kumoji_history_get_point (self) != self->saved_point;
}
