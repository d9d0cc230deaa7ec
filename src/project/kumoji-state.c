/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state: the values of one record at one moment, shared until one side changes (private). */
#include "project/kumoji-state.h"

static void
extra_free (KumojiExtra *extra)
{
  g_free (extra->name);
  g_free (extra->json);
  g_free (extra->reason);
  g_free (extra);
}

static KumojiState *
state_alloc (guint n_values)
{
  KumojiState *self = g_malloc0 (sizeof (KumojiState) + n_values * sizeof (GValue));

  g_atomic_ref_count_init (&self->ref_count);
  self->n_values = n_values;
  return self;
}

/**
 * kumoji_state_new:
 * @fields: a table
 * @n_fields: its length
 *
 * Returns: (transfer full): what a new record of that table holds
 */
KumojiState *
kumoji_state_new (const KumojiField *fields, guint n_fields)
{
  KumojiState *self = state_alloc (n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (kumoji_field_is_scalar (&fields[i]))
      kumoji_field_init_value (&fields[i], &self->values[i]);
  return self;
}

/**
 * kumoji_state_ref:
 * @self: a state
 *
 * Returns: (transfer full): @self
 */
KumojiState *
kumoji_state_ref (KumojiState *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * kumoji_state_unref:
 * @self: (transfer full): a state
 */
void
kumoji_state_unref (KumojiState *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_values; i++)
    if (G_IS_VALUE (&self->values[i]))
      g_value_unset (&self->values[i]);
  g_clear_pointer (&self->extras, g_ptr_array_unref);
  g_free (self);
}

/**
 * kumoji_state_make_writable:
 * @self: (transfer full): a state
 *
 * Returns: (transfer full): @self where nobody else holds it, else a copy of it
 */
KumojiState *
kumoji_state_make_writable (KumojiState *self)
{
  if (g_atomic_ref_count_compare (&self->ref_count, 1))
    return self;

  KumojiState *copy = state_alloc (self->n_values);
  for (guint i = 0; i < self->n_values; i++)
    if (G_IS_VALUE (&self->values[i]))
      {
        g_value_init (&copy->values[i], G_VALUE_TYPE (&self->values[i]));
        g_value_copy (&self->values[i], &copy->values[i]);
      }
  for (guint i = 0; self->extras != NULL && i < self->extras->len; i++)
    {
      const KumojiExtra *extra = g_ptr_array_index (self->extras, i);
      kumoji_state_add_extra (copy, extra->name, extra->json, extra->reason);
    }
  kumoji_state_unref (self);
  return copy;
}

static gboolean
find_extra (const KumojiState *self, const char *name, guint *index)
{
  for (guint i = 0; self->extras != NULL && i < self->extras->len; i++)
    {
      const KumojiExtra *extra = g_ptr_array_index (self->extras, i);
      if (g_str_equal (extra->name, name))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * kumoji_state_find_extra:
 * @self: a state
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): what the file said under that name, if it was not taken
 */
const KumojiExtra *
kumoji_state_find_extra (const KumojiState *self, const char *name)
{
  guint index;

  return find_extra (self, name, &index) ? g_ptr_array_index (self->extras, index) : NULL;
}

/**
 * kumoji_state_add_extra:
 * @self: a state that nobody else holds
 * @name: a member's name, under which nothing is kept yet; an element's place in a list may be
 * spelt as a member that we do not know
 * @json: its value
 * @reason: (nullable): why it was set aside
 *
 * Takes the same time however much is kept already: a file may hold very many.
 */
void
kumoji_state_add_extra (KumojiState *self, const char *name, const char *json, const char *reason)
{
  KumojiExtra *extra = g_new0 (KumojiExtra, 1);

  extra->name = g_strdup (name);
  extra->json = g_strdup (json);
  extra->reason = g_strdup (reason);
  if (self->extras == NULL)
    self->extras = g_ptr_array_new_with_free_func ((GDestroyNotify) extra_free);
  g_ptr_array_add (self->extras, extra);
}

/**
 * kumoji_state_set_extra:
 * @self: a state that nobody else holds
 * @name: a member's name
 * @json: its value
 * @reason: (nullable): why it was set aside
 *
 * In place of what was kept under that name.
 */
void
kumoji_state_set_extra (KumojiState *self, const char *name, const char *json, const char *reason)
{
  kumoji_state_drop_extra (self, name);
  kumoji_state_add_extra (self, name, json, reason);
}

/**
 * kumoji_state_drop_extra:
 * @self: a state that nobody else holds
 * @name: a member's name
 */
void
kumoji_state_drop_extra (KumojiState *self, const char *name)
{
  guint index;

  if (find_extra (self, name, &index))
    g_ptr_array_remove_index (self->extras, index);
}
