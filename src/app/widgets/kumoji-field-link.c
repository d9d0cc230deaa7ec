/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field link: ties an editor to one field of a record. */
#include "app/widgets/kumoji-field-link.h"

struct _KumojiFieldLink
{
  GObject parent_instance;

  char *field;
  GType record_type;
  KumojiRecord *record;
  KumojiHistory *history;
  gulong notify_id;
  KumojiFieldWriter writer;
  gpointer writer_data;
  char *error;
};

enum
{
  CHANGED,
  ERROR_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiFieldLink, kumoji_field_link, G_TYPE_OBJECT)

static void
disconnect_record (KumojiFieldLink *self)
{
  if (self->record != NULL)
    g_clear_signal_handler (&self->notify_id, self->record);
}

static void
kumoji_field_link_dispose (GObject *object)
{
  KumojiFieldLink *self = KUMOJI_FIELD_LINK (object);

  disconnect_record (self);
  g_clear_object (&self->record);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (kumoji_field_link_parent_class)->dispose (object);
}

static void
kumoji_field_link_finalize (GObject *object)
{
  KumojiFieldLink *self = KUMOJI_FIELD_LINK (object);

  g_free (self->field);
  g_free (self->error);

  G_OBJECT_CLASS (kumoji_field_link_parent_class)->finalize (object);
}

static void
kumoji_field_link_class_init (KumojiFieldLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kumoji_field_link_dispose;
  object_class->finalize = kumoji_field_link_finalize;

  /**
   * KumojiFieldLink::changed:
   * @self: the link
   *
   * The field says something else than before, or another field or record is meant.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KumojiFieldLink::error-changed:
   * @self: the link
   *
   * What kumoji_field_link_get_error() says is another than before.
   */
  signals[ERROR_CHANGED] = g_signal_new ("error-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kumoji_field_link_init (KumojiFieldLink *self)
{
  self->record_type = G_TYPE_INVALID;
}

/**
 * kumoji_field_link_new:
 *
 * Returns: (transfer full): a link to nothing yet
 */
KumojiFieldLink *
kumoji_field_link_new (void)
{
  return g_object_new (KUMOJI_TYPE_FIELD_LINK, NULL);
}

static void
take_error (KumojiFieldLink *self, char *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    {
      g_free (error);
      return;
    }
  g_free (self->error);
  self->error = error;
  g_signal_emit (self, signals[ERROR_CHANGED], 0);
}

static void
value_changed_cb (KumojiFieldLink *self)
{
  take_error (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
reconnect (KumojiFieldLink *self)
{
  disconnect_record (self);
  if (self->record != NULL && self->field != NULL
      && kumoji_record_get_field (self->record, self->field) != NULL)
    {
      g_autofree char *signal = g_strconcat ("notify::", self->field, NULL);
      self->notify_id =
        g_signal_connect_swapped (self->record, signal, G_CALLBACK (value_changed_cb), self);
    }
  value_changed_cb (self);
}

/**
 * kumoji_field_link_set_field:
 * @self: a link
 * @field: (nullable): the name of a scalar field
 */
void
kumoji_field_link_set_field (KumojiFieldLink *self, const char *field)
{
  if (g_strcmp0 (self->field, field) == 0)
    return;
  g_free (self->field);
  self->field = g_strdup (field);
  reconnect (self);
}

/**
 * kumoji_field_link_get_field:
 * @self: a link
 *
 * Returns: (transfer none) (nullable): the field's name
 */
const char *
kumoji_field_link_get_field (KumojiFieldLink *self)
{
  return self->field;
}

/**
 * kumoji_field_link_set_record_type:
 * @self: a link
 * @type: the type of the records to come: the field is known before there is a record
 */
void
kumoji_field_link_set_record_type (KumojiFieldLink *self, GType type)
{
  if (self->record_type == type)
    return;
  self->record_type = type;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kumoji_field_link_get_record_type:
 * @self: a link
 *
 * Returns: the type that was set, %G_TYPE_INVALID for any
 */
GType
kumoji_field_link_get_record_type (KumojiFieldLink *self)
{
  return self->record_type;
}

/**
 * kumoji_field_link_set_record:
 * @self: a link
 * @record: (nullable): the record whose field is shown; %NULL shows what a new one would hold
 */
void
kumoji_field_link_set_record (KumojiFieldLink *self, KumojiRecord *record)
{
  if (self->record == record)
    return;
  disconnect_record (self);
  g_set_object (&self->record, record);
  reconnect (self);
}

/**
 * kumoji_field_link_get_record:
 * @self: a link
 *
 * Returns: (transfer none) (nullable): the record whose field is shown
 */
KumojiRecord *
kumoji_field_link_get_record (KumojiFieldLink *self)
{
  return self->record;
}

/**
 * kumoji_field_link_set_history:
 * @self: a link
 * @history: (nullable): through which the field is changed
 */
void
kumoji_field_link_set_history (KumojiFieldLink *self, KumojiHistory *history)
{
  g_set_object (&self->history, history);
}

/**
 * kumoji_field_link_get_history:
 * @self: a link
 *
 * Returns: (transfer none) (nullable): through which the field is changed
 */
KumojiHistory *
kumoji_field_link_get_history (KumojiFieldLink *self)
{
  return self->history;
}

/**
 * kumoji_field_link_set_writer:
 * @self: a link
 * @writer: (nullable) (scope forever): writes in place of the history; must outlive the link
 * @data: for @writer
 */
void
kumoji_field_link_set_writer (KumojiFieldLink *self, KumojiFieldWriter writer, gpointer data)
{
  self->writer = writer;
  self->writer_data = data;
}

/**
 * kumoji_field_link_get_description:
 * @self: a link
 *
 * Returns: (transfer none) (nullable): the field as the record's table describes it
 */
const KumojiField *
kumoji_field_link_get_description (KumojiFieldLink *self)
{
  if (self->field == NULL)
    return NULL;
  if (self->record != NULL)
    return kumoji_record_get_field (self->record, self->field);
  if (self->record_type != G_TYPE_INVALID)
    return kumoji_record_type_get_field (self->record_type, self->field);
  return NULL;
}

/**
 * kumoji_field_link_get_text:
 * @self: a link to a text, memo, choice or date
 *
 * Returns: (transfer none): what it holds, "" without a record
 */
const char *
kumoji_field_link_get_text (KumojiFieldLink *self)
{
  return self->record != NULL ? kumoji_record_get_text (self->record, self->field) : "";
}

/**
 * kumoji_field_link_get_integer:
 * @self: a link to an integer
 *
 * Returns: what it holds, in the field's unit; what a new record holds without a record
 */
gint64
kumoji_field_link_get_integer (KumojiFieldLink *self)
{
  return self->record != NULL ? kumoji_record_get_integer (self->record, self->field)
                              : kumoji_field_link_get_description (self)->initial;
}

/**
 * kumoji_field_link_get_flag:
 * @self: a link to a flag
 *
 * Returns: what it holds; what a new record holds without a record
 */
gboolean
kumoji_field_link_get_flag (KumojiFieldLink *self)
{
  return self->record != NULL ? kumoji_record_get_flag (self->record, self->field)
                              : kumoji_field_link_get_description (self)->initial != 0;
}

/**
 * kumoji_field_link_dup_shown:
 * @self: a link
 *
 * Returns: (transfer full): the value as an entry shows it: integers with commas and their unit, an
 *   integer that nobody has given yet (0 where a new record holds 0) as ""
 */
char *
kumoji_field_link_dup_shown (KumojiFieldLink *self)
{
  const KumojiField *field = kumoji_field_link_get_description (self);

  if (field == NULL)
    return g_strdup ("");
  if (field->type != KUMOJI_FIELD_INTEGER)
    return g_strdup (kumoji_field_link_get_text (self));

  gint64 number = kumoji_field_link_get_integer (self);
  if (number == 0 && field->initial == 0)
    return g_strdup ("");
  if (field->unit == KUMOJI_UNIT_YEN)
    return kumoji_yen_format (number);
  g_autofree char *digits = kumoji_integer_format (number);
  return field->unit == KUMOJI_UNIT_PERCENT ? g_strconcat (digits, " %", NULL)
                                            : g_steal_pointer (&digits);
}

/**
 * kumoji_field_link_check:
 * @self: a link
 * @text: what somebody is typing
 *
 * Returns: whether the field may hold it; nothing is written
 */
gboolean
kumoji_field_link_check (KumojiFieldLink *self, const char *text)
{
  const KumojiField *field = kumoji_field_link_get_description (self);
  g_auto (GValue) value = G_VALUE_INIT;

  return field != NULL && kumoji_field_parse (field, text, &value, NULL);
}

/**
 * kumoji_field_link_write:
 * @self: a link
 * @text: what somebody typed or chose
 *
 * Writes through the history, or through the writer where there is one. What is wrong with a text
 * that the field may not hold is said by kumoji_field_link_get_error().
 *
 * Returns: whether the field holds it now
 */
gboolean
kumoji_field_link_write (KumojiFieldLink *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean is_written = FALSE;

  if (self->writer != NULL)
    is_written = self->writer (self->field, text, self->writer_data, &error);
  else if (self->record != NULL && self->history != NULL)
    is_written = kumoji_history_set_parsed (self->history, self->record, self->field, text, &error);
  take_error (self, error != NULL ? g_strdup (error->message) : NULL);
  return is_written;
}

/**
 * kumoji_field_link_seal:
 * @self: a link
 *
 * The user leaves the field: what follows is another step.
 */
void
kumoji_field_link_seal (KumojiFieldLink *self)
{
  if (self->history != NULL)
    kumoji_history_seal (self->history);
}

/**
 * kumoji_field_link_get_error:
 * @self: a link
 *
 * Returns: (transfer none) (nullable): why the text written last was refused
 */
const char *
kumoji_field_link_get_error (KumojiFieldLink *self)
{
  return self->error;
}

/**
 * kumoji_field_link_clear_error:
 * @self: a link
 *
 * What was refused has been corrected or given up.
 */
void
kumoji_field_link_clear_error (KumojiFieldLink *self)
{
  take_error (self, NULL);
}

/**
 * kumoji_field_link_reset:
 * @self: a link
 *
 * Makes the editor show what the field holds, whatever is typed in it.
 */
void
kumoji_field_link_reset (KumojiFieldLink *self)
{
  value_changed_cb (self);
}
