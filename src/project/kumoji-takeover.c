/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A takeover: a project says what another version of it says, as one step. */
#include "project/kumoji-takeover.h"

#include "project/kumoji-history-private.h"

/* How far the one becomes the other. */
typedef struct
{
  KumojiHistory *history;
  gboolean whole; /* with what is no part of what the company says */
} Takeover;

static void take_record (const Takeover *self, KumojiRecord *record, KumojiRecord *other);

static gboolean
is_aside (const KumojiField *fields, guint n_fields, const KumojiExtra *extra)
{
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].is_aside
        && (g_str_equal (fields[i].name, extra->name)
            || kumoji_extra_is_element_of (extra, fields[i].name)))
      return TRUE;
  return FALSE;
}

static void
copy_extras (KumojiState *state,
             const KumojiState *from,
             const KumojiField *fields,
             guint n_fields,
             gboolean aside)
{
  for (guint i = 0; from->extras != NULL && i < from->extras->len; i++)
    {
      const KumojiExtra *extra = from->extras->pdata[i];
      if (is_aside (fields, n_fields, extra) == aside)
        kumoji_state_add_extra (state, extra->name, extra->json, extra->reason);
    }
}

/* What @record shall hold: what @other holds, but for the fields that are no part of what the
 * company says. Shared where that is all of it. */
static KumojiState *
merge_states (const Takeover *self, KumojiRecord *record, KumojiRecord *other)
{
  const KumojiState *mine = kumoji_record_get_state (record);
  KumojiState *theirs = kumoji_record_get_state (other);
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (record, &n_fields);
  gboolean has_aside = FALSE;

  for (guint i = 0; !self->whole && i < n_fields; i++)
    has_aside |= fields[i].is_aside;
  if (!has_aside)
    return kumoji_state_ref (theirs);

  KumojiState *state = kumoji_state_new (fields, n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (kumoji_field_is_scalar (&fields[i]))
      g_value_copy (fields[i].is_aside ? &mine->values[i] : &theirs->values[i], &state->values[i]);
  copy_extras (state, mine, fields, n_fields, TRUE);
  copy_extras (state, theirs, fields, n_fields, FALSE);
  return state;
}

static gboolean
extras_equal (const GPtrArray *a, const GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const KumojiExtra *first = a->pdata[i];
      const KumojiExtra *second = b->pdata[i];
      if (!g_str_equal (first->name, second->name) || !g_str_equal (first->json, second->json))
        return FALSE;
    }
  return TRUE;
}

static gboolean
holds (KumojiRecord *record, const KumojiState *state)
{
  const KumojiState *mine = kumoji_record_get_state (record);
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (record, &n_fields);

  for (guint i = 0; mine != state && i < n_fields; i++)
    if (kumoji_field_is_scalar (&fields[i])
        && !kumoji_field_values_equal (&fields[i], &mine->values[i], &state->values[i]))
      return FALSE;
  return mine == state || extras_equal (mine->extras, state->extras);
}

static KumojiRecord *
copy_record (KumojiRecord *record)
{
  g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (record);

  return kumoji_snapshot_restore (snapshot);
}

/* Whoever stands in both lists stays the same record: pages that show it go on showing it. */
static void
take_list (const Takeover *self, KumojiList *list, KumojiList *other)
{
  g_autofree guint *match = kumoji_list_match (list, other);
  guint n = kumoji_list_get_length (other);
  GPtrArray *records = g_ptr_array_new_full (n, g_object_unref);
  gboolean same = n == kumoji_list_get_length (list);

  for (guint i = 0; i < n; i++)
    {
      same = same && match[i] == i;
      if (match[i] == G_MAXUINT)
        {
          g_ptr_array_add (records, copy_record (kumoji_list_get (other, i)));
          continue;
        }
      KumojiRecord *record = kumoji_list_get (list, match[i]);
      g_ptr_array_add (records, g_object_ref (record));
      take_record (self, record, kumoji_list_get (other, i));
    }
  if (same)
    g_ptr_array_unref (records);
  else
    kumoji_history_perform (self->history, kumoji_command_new_swap_list (list, records));
}

static void
take_record (const Takeover *self, KumojiRecord *record, KumojiRecord *other)
{
  KumojiState *state = merge_states (self, record, other);
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (record, &n_fields);

  if (holds (record, state))
    kumoji_state_unref (state);
  else
    kumoji_history_perform (self->history, kumoji_command_new_swap_state (record, state));
  for (guint i = 0; i < n_fields; i++)
    {
      gpointer child = kumoji_record_get_child_at (record, i);
      if (child == NULL || (fields[i].is_aside && !self->whole))
        continue;
      if (KUMOJI_IS_LIST (child))
        take_list (self, child, kumoji_record_get_child_at (other, i));
      else
        take_record (self, child, kumoji_record_get_child_at (other, i));
    }
}

static void
run (KumojiProject *project, KumojiProject *other, const char *name, gboolean whole)
{
  Takeover self = { kumoji_project_get_history (project), whole };

  kumoji_history_begin (self.history, name);
  take_record (&self, KUMOJI_RECORD (project), KUMOJI_RECORD (other));
  kumoji_history_end (self.history);
}

/**
 * kumoji_takeover:
 * @project: a project
 * @other: another version of it, which stays as it is
 * @name: what the menu calls the step
 *
 * From now on @project says what @other says, with all that the file of @other has and no field
 * takes. What is no part of what the company says stays: the id, and the reports that were issued.
 * One step; where both say the same there is none.
 */
void
kumoji_takeover (KumojiProject *project, KumojiProject *other, const char *name)
{
  run (project, other, name, FALSE);
}

/**
 * kumoji_takeover_whole:
 * @project: a project
 * @other: what its file says now, which stays as it is
 * @name: what the menu calls the step
 *
 * As kumoji_takeover(), with the id and the reports that were issued: from now on @project says all
 * that @other says, and saving either writes the same.
 */
void
kumoji_takeover_whole (KumojiProject *project, KumojiProject *other, const char *name)
{
  run (project, other, name, TRUE);
}
