/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record as JSON, read and written by its table of fields. */
#include "project/kumoji-record-json.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-json.h"
#include "project/kumoji-record-private.h"

/**
 * kumoji_problem_new:
 * @path: (transfer full): where
 * @reason: (transfer full): what is wrong
 *
 * Returns: (transfer full): the problem
 */
KumojiProblem *
kumoji_problem_new (char *path, char *reason)
{
  KumojiProblem *self = g_new (KumojiProblem, 1);

  self->path = path;
  self->reason = reason;
  return self;
}

/**
 * kumoji_problem_free:
 * @self: (transfer full): a problem
 */
void
kumoji_problem_free (KumojiProblem *self)
{
  g_free (self->path);
  g_free (self->reason);
  g_free (self);
}

static void
keep_extra (KumojiRecord *self,
            const char *name,
            JsonNode *node,
            const char *number_mark,
            const char *reason)
{
  g_autoptr (GString) json = g_string_new (NULL);

  kumoji_json_append_node (json, node, number_mark);
  kumoji_state_add_extra (kumoji_record_get_writable_state (self), name, json->str, reason);
}

/* A marked number is one that no field may hold: a fraction, or an integer beyond 64 bits. */
static const char *
marked_number (JsonNode *node, const char *number_mark)
{
  const char *text =
    JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
      ? json_node_get_string (node)
      : NULL;

  return text != NULL && number_mark != NULL && g_str_has_prefix (text, number_mark)
           ? text + strlen (number_mark)
           : NULL;
}

static void
load_scalar (KumojiRecord *self,
             guint index,
             const KumojiField *field,
             JsonNode *node,
             const char *number_mark)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  const char *number = marked_number (node, number_mark);

  if (JSON_NODE_HOLDS_VALUE (node))
    json_node_get_value (node, &value);
  if (number != NULL)
    {
      g_autofree char *reason =
        g_strdup_printf (field->type == KUMOJI_FIELD_INTEGER
                           ? _("must be a whole number of 64 bits at most, and is %.40s")
                           : _("must not be the number %.40s"),
                         number);
      keep_extra (self, field->name, node, number_mark, reason);
    }
  else if (!G_IS_VALUE (&value))
    keep_extra (self, field->name, node, number_mark, _("must be a single value"));
  else if (!kumoji_field_check (field, &value, &error))
    keep_extra (self, field->name, node, number_mark, error->message);
  else
    g_value_copy (&value, &kumoji_record_get_writable_state (self)->values[index]);
}

/* Elements that are no objects cannot become records: each is set aside as a member "assets[3]"
 * of the owner, and comes back behind the records of its list. */
static void
load_list (KumojiList *list, JsonNode *node, KumojiRecord *owner, const char *number_mark)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name = kumoji_list_get_name (list);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      keep_extra (owner, name, node, number_mark, _("must be a list"));
      return;
    }
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      if (!JSON_NODE_HOLDS_OBJECT (element))
        {
          g_autofree char *place = g_strdup_printf ("%s[%u]", name, i);
          keep_extra (owner, place, element, number_mark, _("must be an object"));
          continue;
        }
      KumojiRecord *record = g_object_new (kumoji_list_get_record_type (list), NULL);
      g_ptr_array_add (records, record);
      kumoji_record_load_json (record, json_node_get_object (element), number_mark);
    }
  kumoji_list_fill (list, records);
}

/**
 * kumoji_extra_is_element_of: (skip)
 * @extra: what was kept aside
 * @name: the name of a list
 *
 * Returns: whether it is an element of that list that was set aside
 */
gboolean
kumoji_extra_is_element_of (const KumojiExtra *extra, const char *name)
{
  gsize length = strlen (name);

  return extra->reason != NULL && strncmp (extra->name, name, length) == 0
         && extra->name[length] == '[';
}

/* An id must be there for undo, references and comparison to find the record again. */
static void
ensure_id (KumojiRecord *self)
{
  if (*kumoji_record_get_id (self) == '\0')
    {
      g_autofree char *id = g_uuid_string_random ();
      kumoji_record_set_id (self, id);
    }
}

/**
 * kumoji_record_load_json:
 * @self: a record that nobody has seen yet
 * @object: what a file says of it
 * @number_mark: (nullable): what the guard put in front of numbers that json-glib cannot keep
 *
 * Takes what the table knows. Members that it does not know, and values that a field may not hold,
 * are kept aside and written back as they were. Never fails.
 */
void
kumoji_record_load_json (KumojiRecord *self, JsonObject *object, const char *number_mark)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      int index = kumoji_record_find (self, name);
      const KumojiField *field = kumoji_record_get_field (self, name);

      if (index < 0)
        keep_extra (self, name, node, number_mark, NULL);
      else if (field->type == KUMOJI_FIELD_LIST)
        load_list (kumoji_record_get_child_at (self, index), node, self, number_mark);
      else if (field->type != KUMOJI_FIELD_RECORD)
        load_scalar (self, index, field, node, number_mark);
      else if (JSON_NODE_HOLDS_OBJECT (node))
        kumoji_record_load_json (kumoji_record_get_child_at (self, index),
                                 json_node_get_object (node), number_mark);
      else
        keep_extra (self, name, node, number_mark, _("must be an object"));
    }
  if (kumoji_record_get_parent (self) == NULL)
    ensure_id (self);
}

static void
append_scalar (GString *out, const KumojiField *field, const GValue *value)
{
  if (field->type == KUMOJI_FIELD_INTEGER)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, g_value_get_int64 (value));
  else if (field->type == KUMOJI_FIELD_FLAG)
    g_string_append (out, g_value_get_boolean (value) ? "true" : "false");
  else
    kumoji_json_append_string (out, g_value_get_string (value));
}

static void
append_name (GString *out, const char *name, guint depth, gboolean *first)
{
  if (!*first)
    g_string_append_c (out, ',');
  *first = FALSE;
  kumoji_json_append_indent (out, depth);
  kumoji_json_append_string (out, name);
  g_string_append (out, ": ");
}

static void append_record (KumojiRecord *self, GString *out, guint depth, GHashTable *known);

static void
append_list (KumojiRecord *owner, KumojiList *list, GString *out, guint depth, GHashTable *known)
{
  const GPtrArray *extras = kumoji_record_get_state (owner)->extras;
  guint n = kumoji_list_get_length (list);

  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      kumoji_json_append_indent (out, depth + 1);
      append_record (kumoji_list_get (list, i), out, depth + 1, known);
      g_string_append_c (out, ',');
    }
  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const KumojiExtra *extra = extras->pdata[i];
      if (!kumoji_extra_is_element_of (extra, kumoji_list_get_name (list)))
        continue;
      kumoji_json_append_indent (out, depth + 1);
      kumoji_json_append_indented (out, extra->json, depth + 1);
      g_string_append_c (out, ',');
    }
  g_string_truncate (out, out->len - 1);
  kumoji_json_append_indent (out, depth);
  g_string_append_c (out, ']');
}

static gboolean
child_is_initial (KumojiRecord *owner, gpointer child)
{
  const GPtrArray *extras = kumoji_record_get_state (owner)->extras;

  if (KUMOJI_IS_RECORD (child))
    return kumoji_record_is_initial (child);
  for (guint i = 0; extras != NULL && i < extras->len; i++)
    if (kumoji_extra_is_element_of (extras->pdata[i], kumoji_list_get_name (child)))
      return FALSE;
  return kumoji_list_get_length (child) == 0;
}

static gboolean
says_something (gpointer child)
{
  if (KUMOJI_IS_RECORD (child))
    return !kumoji_record_is_initial (child);
  for (guint i = 0; i < kumoji_list_get_length (child); i++)
    if (!kumoji_record_is_initial (kumoji_list_get (child, i)))
      return TRUE;
  return FALSE;
}

/* What stands in the place of a field that may not hold it. Where a record or a list should be, it
 * gives way once somebody said something below it: no edit is lost for what cannot be right. */
static const KumojiExtra *
find_aside (KumojiRecord *self, guint index)
{
  guint n_fields;
  const KumojiField *field = &kumoji_record_get_fields (self, &n_fields)[index];
  const KumojiExtra *extra = kumoji_state_find_extra (kumoji_record_get_state (self), field->name);
  gpointer child = kumoji_record_get_child_at (self, index);

  return extra != NULL && child != NULL && says_something (child) ? NULL : extra;
}

/**
 * kumoji_record_has_place: (skip)
 * @self: a record
 * @extra: what it keeps aside
 *
 * Returns: whether that stands in the place of a field or in a list, and not at the record's end
 */
gboolean
kumoji_record_has_place (KumojiRecord *self, const KumojiExtra *extra)
{
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (self, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, extra->name)
        || (fields[i].type == KUMOJI_FIELD_LIST
            && kumoji_extra_is_element_of (extra, fields[i].name)))
      return TRUE;
  return FALSE;
}

/* What was set aside stands in its field's place, so that a value that takes its place, and undo,
 * move nothing else. */
static void
append_field (KumojiRecord *self,
              guint index,
              GString *out,
              guint depth,
              gboolean *first,
              GHashTable *known)
{
  KumojiState *state = kumoji_record_get_state (self);
  guint n_fields;
  const KumojiField *field = &kumoji_record_get_fields (self, &n_fields)[index];
  const KumojiExtra *extra = find_aside (self, index);
  gpointer child = kumoji_record_get_child_at (self, index);

  if (extra == NULL
      && (child != NULL ? child_is_initial (self, child)
                        : kumoji_field_value_is_initial (field, &state->values[index])))
    return;
  append_name (out, field->name, depth, first);
  if (extra != NULL)
    kumoji_json_append_indented (out, extra->json, depth);
  else if (child == NULL)
    append_scalar (out, field, &state->values[index]);
  else if (KUMOJI_IS_LIST (child))
    append_list (self, child, out, depth, known);
  else
    append_record (child, out, depth, known);
}

static void
append_record (KumojiRecord *self, GString *out, guint depth, GHashTable *known)
{
  KumojiState *state = kumoji_record_get_state (self);
  const gboolean is_known = known != NULL && g_hash_table_contains (known, self);
  guint n_fields;
  gboolean first = TRUE;

  kumoji_record_get_fields (self, &n_fields);
  g_string_append_c (out, '{');
  for (guint i = 0; i < (is_known ? 1 : n_fields); i++)
    append_field (self, i, out, depth + 1, &first, known);
  for (guint i = 0; !is_known && state->extras != NULL && i < state->extras->len; i++)
    {
      const KumojiExtra *extra = state->extras->pdata[i];
      if (kumoji_record_has_place (self, extra))
        continue;
      append_name (out, extra->name, depth + 1, &first);
      kumoji_json_append_indented (out, extra->json, depth + 1);
    }
  if (!first)
    kumoji_json_append_indent (out, depth);
  g_string_append_c (out, '}');
}

/**
 * kumoji_record_append_json:
 * @self: a record
 * @out: where to
 * @depth: how deep its first line stands
 *
 * Appends the record as a project's file holds it: fields in the table's order, those that say
 * what a new record says left out, then what the table does not know, as it was read.
 */
void
kumoji_record_append_json (KumojiRecord *self, GString *out, guint depth)
{
  append_record (self, out, depth, NULL);
}

/**
 * kumoji_record_append_changes: (skip)
 * @self: a record
 * @out: where to
 * @known: (element-type KumojiRecord): records below it that the reader has already
 *
 * As kumoji_record_append_json(), but of the records in @known only the ids.
 */
void
kumoji_record_append_changes (KumojiRecord *self, GString *out, GHashTable *known)
{
  append_record (self, out, 0, known);
}

/* A member of the canonical form: of the table, or one that it does not know. */
typedef struct
{
  const char *name;
  const KumojiExtra *extra;
} Member;

static int
compare_members (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Member *) a)->name, ((const Member *) b)->name);
}

/* Where canonical JSON goes to. */
typedef struct
{
  GString *out;
  KumojiCanonicalTake take; /* or NULL */
  gpointer user_data;
  gboolean stopped;
} Sink;

static void append_canonical (KumojiRecord *self, Sink *sink);

static void
append_canonical_list (KumojiRecord *owner, KumojiList *list, Sink *sink)
{
  const GPtrArray *extras = kumoji_record_get_state (owner)->extras;
  GString *out = sink->out;

  g_string_append_c (out, '[');
  for (guint i = 0; i < kumoji_list_get_length (list) && !sink->stopped; i++)
    {
      /* All but the comma, which the end of the list takes back. */
      if (sink->take != NULL && i > 0)
        sink->stopped = !sink->take (out, sink->user_data);
      append_canonical (kumoji_list_get (list, i), sink);
      g_string_append_c (out, ',');
    }
  for (guint i = 0; extras != NULL && i < extras->len; i++)
    if (kumoji_extra_is_element_of (extras->pdata[i], kumoji_list_get_name (list)))
      g_string_append_printf (out, "%s,", ((const KumojiExtra *) extras->pdata[i])->json);
  out->str[out->len - 1] = ']';
}

/* Appends one member's value; FALSE where it is no content or says nothing. */
static gboolean
append_canonical_member (KumojiRecord *self, const Member *member, Sink *sink)
{
  GString *out = sink->out;
  const char *name = member->name;
  const KumojiExtra *extra = member->extra;
  int index = kumoji_record_find (self, name);
  const KumojiField *field = kumoji_record_get_field (self, name);
  gpointer child = index >= 0 ? kumoji_record_get_child_at (self, index) : NULL;

  if (field != NULL && field->is_aside)
    return FALSE;
  if (extra == NULL
      && (child != NULL
            ? child_is_initial (self, child)
            : kumoji_field_value_is_initial (field, kumoji_record_get_value_at (self, index))))
    return FALSE;

  kumoji_json_append_string (out, name);
  g_string_append_c (out, ':');
  if (extra != NULL)
    g_string_append (out, extra->json);
  else if (child == NULL)
    append_scalar (out, field, kumoji_record_get_value_at (self, index));
  else if (KUMOJI_IS_LIST (child))
    append_canonical_list (self, child, sink);
  else
    append_canonical (child, sink);
  g_string_append_c (out, ',');
  return TRUE;
}

static void
append_canonical (KumojiRecord *self, Sink *sink)
{
  GString *out = sink->out;
  KumojiState *state = kumoji_record_get_state (self);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (self, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      Member member = { fields[i].name, find_aside (self, i) };
      g_array_append_val (members, member);
    }
  for (guint i = 0; state->extras != NULL && i < state->extras->len; i++)
    {
      const KumojiExtra *extra = state->extras->pdata[i];
      Member member = { extra->name, extra };
      if (!kumoji_record_has_place (self, extra))
        g_array_append_val (members, member);
    }
  g_array_sort (members, compare_members);

  g_string_append_c (out, '{');
  for (guint i = 0; i < members->len; i++)
    append_canonical_member (self, &g_array_index (members, Member, i), sink);
  if (out->str[out->len - 1] == ',')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '}');
}

/**
 * kumoji_record_append_canonical:
 * @self: a record
 * @out: where to
 *
 * Appends what the record says as canonical JSON: keys sorted, no white space, UTF-8, fields at
 * their initial value and what is no content left out (DESIGN.md section 4, Fingerprint).
 */
void
kumoji_record_append_canonical (KumojiRecord *self, GString *out)
{
  Sink sink = { out };

  append_canonical (self, &sink);
}

/**
 * kumoji_record_write_canonical:
 * @self: a record
 * @out: where to, an empty string
 * @take: called after each record of its lists
 * @user_data: for @take
 *
 * As kumoji_record_append_canonical(), for a project with more records than one wants to hold or
 * wait for at once. What @take has not taken is left in @out.
 */
void
kumoji_record_write_canonical (KumojiRecord *self,
                               GString *out,
                               KumojiCanonicalTake take,
                               gpointer user_data)
{
  Sink sink = { out, take, user_data };

  append_canonical (self, &sink);
}

/**
 * kumoji_record_list_problems:
 * @self: a record
 * @problems: (element-type KumojiProblem): where to add what is wrong in it and below it
 *
 * The values that were set aside because their field may not hold them.
 */
void
kumoji_record_list_problems (KumojiRecord *self, GPtrArray *problems)
{
  KumojiState *state = kumoji_record_get_state (self);
  guint n_fields;

  for (guint i = 0; state->extras != NULL && i < state->extras->len; i++)
    {
      const KumojiExtra *extra = state->extras->pdata[i];
      const int index = kumoji_record_find (self, extra->name);

      if (extra->reason != NULL && (index < 0 || find_aside (self, index) != NULL))
        g_ptr_array_add (problems, kumoji_problem_new (kumoji_record_dup_path (self, extra->name),
                                                       g_strdup (extra->reason)));
    }
  kumoji_record_get_fields (self, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      gpointer child = kumoji_record_get_child_at (self, i);
      if (child == NULL)
        continue;
      if (KUMOJI_IS_RECORD (child))
        kumoji_record_list_problems (child, problems);
      else
        for (guint j = 0; j < kumoji_list_get_length (child); j++)
          kumoji_record_list_problems (kumoji_list_get (child, j), problems);
    }
}
