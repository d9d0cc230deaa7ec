/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An intake: records from elsewhere come into a list, as one step.
 *
 * A draft is worked out beside the project, in any thread: only taking the drafts touches it, and
 * costs little more than a reference for each. */
#include "project/kumoji-intake.h"

#include "project/kumoji-history-private.h"
#include "project/kumoji-record-private.h"

/**
 * kumoji_intake_draft:
 * @type: a record type without lists in it
 * @present: (nullable): the record that shall say something else; %NULL for a new one
 *
 * Any thread may do this with a record of its own.
 *
 * Returns: (transfer full): a record in no list, under the id of @present or a new one, that says
 *   what @present says with all that is kept aside in it
 */
KumojiRecord *
kumoji_intake_draft (GType type, KumojiRecord *present)
{
  KumojiRecord *draft = g_object_new (type, NULL);
  g_autofree char *id = NULL;

  if (present != NULL)
    kumoji_record_set_state (draft, kumoji_record_get_state (present));
  else
    {
      id = g_uuid_string_random ();
      kumoji_record_set_id (draft, id);
    }
  return draft;
}

/**
 * kumoji_intake_fill:
 * @draft: a record that stands in no list
 * @field: the index of a scalar field; 0 is the id
 * @value: what it shall hold, checked by kumoji_field_parse()
 *
 * Returns: whether it held something else
 */
gboolean
kumoji_intake_fill (KumojiRecord *draft, guint field, const GValue *value)
{
  KumojiState *state = kumoji_record_get_state (draft);
  guint n_fields;
  const KumojiField *described = &kumoji_record_get_fields (draft, &n_fields)[field];

  if (kumoji_field_values_equal (described, &state->values[field], value)
      && kumoji_state_find_extra (state, described->name) == NULL)
    return FALSE;
  state = kumoji_record_get_writable_state (draft);
  g_value_copy (value, &state->values[field]);
  kumoji_state_drop_extra (state, described->name);
  return TRUE;
}

/**
 * kumoji_intake_take:
 * @history: of the project that @list is part of
 * @list: where to
 * @drafts: (element-type KumojiRecord): of kumoji_intake_draft(), each with another id
 * @name: what the menu calls the step
 *
 * What stands in the list under the id of a draft says from now on what the draft says; the other
 * drafts come to the end of the list. One step; none where @drafts is empty.
 */
void
kumoji_intake_take (KumojiHistory *history, KumojiList *list, GPtrArray *drafts, const char *name)
{
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = kumoji_list_get_length (list);
  g_autoptr (GPtrArray) after = g_ptr_array_new_full (n + drafts->len, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      KumojiRecord *record = kumoji_list_get (list, i);
      g_hash_table_insert (present, (gpointer) kumoji_record_get_id (record), record);
      g_ptr_array_add (after, g_object_ref (record));
    }
  kumoji_history_begin (history, name);
  for (guint i = 0; i < drafts->len; i++)
    {
      KumojiRecord *draft = drafts->pdata[i];
      KumojiRecord *record = g_hash_table_lookup (present, kumoji_record_get_id (draft));
      if (record == NULL)
        g_ptr_array_add (after, g_object_ref (draft));
      else
        kumoji_history_perform (history,
                                kumoji_command_new_swap_state (
                                  record, kumoji_state_ref (kumoji_record_get_state (draft))));
    }
  if (after->len > n)
    kumoji_history_perform (history, kumoji_command_new_swap_list (list, g_steal_pointer (&after)));
  kumoji_history_end (history);
}
