/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A difference: one thing that two projects do not say alike. */
#include "rules/kumoji-difference.h"

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-record-private.h"
#include "rules/kumoji-naming.h"
#include "rules/kumoji-order.h"

/* Where the comparison stands, on its way down. */
typedef struct
{
  const KumojiField *area;
  gboolean is_aside;
  char *id;     /* a GRefString, shared by all differences of one record */
  char *record; /* likewise */
} Place;

typedef struct
{
  KumojiNaming *before;
  KumojiNaming *after;
  KumojiLanguage language;
  GPtrArray *found;
} Comparison;

static void
compare_records (Comparison *self, const Place *place, KumojiRecord *a, KumojiRecord *b);

static void
difference_free (KumojiDifference *self)
{
  g_ref_string_release ((char *) self->id);
  g_ref_string_release ((char *) self->record);
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/* Takes @before and @after over. */
static KumojiDifference *
add (Comparison *self,
     const Place *place,
     KumojiDifferenceKind kind,
     const char *field,
     char *before,
     char *after)
{
  KumojiDifference *difference = g_new0 (KumojiDifference, 1);

  difference->kind = kind;
  difference->area = place->area;
  difference->is_aside = place->is_aside;
  difference->id = g_ref_string_acquire (place->id);
  difference->record = g_ref_string_acquire (place->record);
  difference->field = g_strdup (field);
  difference->before = before != NULL ? before : g_strdup ("");
  difference->after = after != NULL ? after : g_strdup ("");
  g_ptr_array_add (self->found, difference);
  return difference;
}

static void
place_clear (Place *place)
{
  g_ref_string_release (place->id);
  g_ref_string_release (place->record);
}

/* The place of a record in a list at @place, under the name that @naming gives it. */
static void
place_init (Place *self, const Place *place, KumojiNaming *naming, KumojiRecord *record)
{
  g_autofree char *name = kumoji_naming_dup_name (naming, record);
  g_autofree char *path =
    *place->record != '\0' ? g_strdup_printf ("%s › %s", place->record, name) : NULL;

  *self = *place;
  self->record = g_ref_string_new (path != NULL ? path : name);
  self->id = *place->id == '\0' ? g_ref_string_new (kumoji_record_get_id (record))
                                : g_ref_string_acquire (place->id);
}

static KumojiDifferenceKind
kind_of (gconstpointer before, gconstpointer after)
{
  return before == NULL  ? KUMOJI_DIFFERENCE_ADDED
         : after == NULL ? KUMOJI_DIFFERENCE_REMOVED
                         : KUMOJI_DIFFERENCE_CHANGED;
}

/* --- What was kept aside ---------------------------------------------------------------------- */

/* Two pieces of JSON that no field takes; either may be absent. */
static void
compare_extras (Comparison *self,
                const Place *place,
                const char *label,
                const KumojiExtra *a,
                const KumojiExtra *b)
{
  if (g_strcmp0 (a != NULL ? a->json : NULL, b != NULL ? b->json : NULL) == 0)
    return;
  add (self, place, kind_of (a, b), label, g_strdup (a != NULL ? a->json : NULL),
       g_strdup (b != NULL ? b->json : NULL))
    ->is_set_aside = TRUE;
}

/* The extras of @record that stand at its end, or those that are elements of the list @name. */
static GPtrArray *
list_extras (KumojiRecord *record, const char *name)
{
  const GPtrArray *extras = kumoji_record_get_state (record)->extras;
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; extras != NULL && i < extras->len; i++)
    if (name != NULL ? kumoji_extra_is_element_of (extras->pdata[i], name)
                     : !kumoji_record_has_place (record, extras->pdata[i]))
      g_ptr_array_add (found, extras->pdata[i]);
  return found;
}

static void
add_moved (Comparison *self, const Place *place, const char *field, const KumojiPair *pair)
{
  add (self, place, KUMOJI_DIFFERENCE_MOVED, field, g_strdup_printf ("%u", pair->before + 1),
       g_strdup_printf ("%u", pair->after + 1));
}

static void
compare_extras_order (Comparison *self, const Place *place, GArray *pairs, guint n_before)
{
  kumoji_order_find_moved (pairs, n_before);
  for (guint i = 0; i < pairs->len; i++)
    if (g_array_index (pairs, KumojiPair, i).moved)
      {
        const KumojiPair *pair = &g_array_index (pairs, KumojiPair, i);
        add_moved (self, place, pair->key, pair);
      }
}

/* Members that this version does not know: they stand at the end, in the order of the file. */
static void
compare_unknown (Comparison *self, const Place *place, KumojiRecord *a, KumojiRecord *b)
{
  g_autoptr (GPtrArray) before = list_extras (a, NULL);
  g_autoptr (GPtrArray) after = list_extras (b, NULL);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) pairs = g_array_new (FALSE, TRUE, sizeof (KumojiPair));

  if (before->len == 0 && after->len == 0)
    return;
  for (guint i = 0; i < before->len; i++)
    g_hash_table_insert (by_name, ((KumojiExtra *) before->pdata[i])->name,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < after->len; i++)
    {
      const KumojiExtra *extra = after->pdata[i];
      guint old = GPOINTER_TO_UINT (g_hash_table_lookup (by_name, extra->name));
      compare_extras (self, place, extra->name, old > 0 ? before->pdata[old - 1] : NULL, extra);
      if (old == 0)
        continue;
      KumojiPair pair = { old - 1, i, extra->name, FALSE };
      g_array_append_val (pairs, pair);
      g_hash_table_remove (by_name, extra->name);
    }
  for (guint i = 0; i < before->len; i++)
    {
      const KumojiExtra *extra = before->pdata[i];
      if (g_hash_table_contains (by_name, extra->name))
        compare_extras (self, place, extra->name, extra, NULL);
    }
  compare_extras_order (self, place, pairs, before->len);
}

/* Elements of a list that are no records: the file has them behind the records, by their order. */
static void
compare_elements (Comparison *self,
                  const Place *place,
                  const KumojiField *field,
                  KumojiRecord *a,
                  KumojiRecord *b)
{
  g_autoptr (GPtrArray) before = list_extras (a, field->name);
  g_autoptr (GPtrArray) after = list_extras (b, field->name);

  for (guint i = 0; i < MAX (before->len, after->len); i++)
    compare_extras (self, place, kumoji_field_get_label (field, self->language),
                    i < before->len ? before->pdata[i] : NULL,
                    i < after->len ? after->pdata[i] : NULL);
}

/* --- Fields and lists ------------------------------------------------------------------------- */

static char *
dup_value (KumojiNaming *naming,
           KumojiRecord *record,
           const KumojiField *field,
           const KumojiExtra *extra)
{
  return extra != NULL ? g_strdup (extra->json) : kumoji_naming_dup_value (naming, record, field);
}

static void
compare_scalar (Comparison *self, const Place *place, guint index, KumojiRecord *a, KumojiRecord *b)
{
  guint n_fields;
  const KumojiField *field = &kumoji_record_get_fields (a, &n_fields)[index];
  const KumojiExtra *from = kumoji_state_find_extra (kumoji_record_get_state (a), field->name);
  const KumojiExtra *to = kumoji_state_find_extra (kumoji_record_get_state (b), field->name);

  if (from != NULL && to != NULL
        ? g_str_equal (from->json, to->json)
        : from == to
            && kumoji_field_values_equal (field, kumoji_record_get_value_at (a, index),
                                          kumoji_record_get_value_at (b, index)))
    return;

  char *before = dup_value (self->before, a, field, from);
  char *after = dup_value (self->after, b, field, to);
  /* Two records of one name. */
  if (g_str_equal (before, after) && field->refers_to != NULL)
    {
      g_free (before);
      g_free (after);
      before = kumoji_record_format (a, field->name, self->language);
      after = kumoji_record_format (b, field->name, self->language);
    }
  g_autofree char *label = kumoji_record_is_wording (b)
                             ? kumoji_wording_dup_label (b, field, self->language)
                             : g_strdup (kumoji_field_get_label (field, self->language));
  KumojiDifference *difference = add (self, place, KUMOJI_DIFFERENCE_CHANGED, label, before, after);
  difference->is_aside |= field->is_aside;
  difference->is_set_aside = from != NULL || to != NULL;
}

static void
add_record (Comparison *self, const Place *place, KumojiRecord *a, KumojiRecord *b)
{
  KumojiNaming *naming = b != NULL ? self->after : self->before;
  char *summary = kumoji_naming_dup_summary (naming, b != NULL ? b : a);
  Place inner;

  place_init (&inner, place, naming, b != NULL ? b : a);
  add (self, &inner, kind_of (a, b), "", a != NULL ? summary : NULL, b != NULL ? summary : NULL);
  place_clear (&inner);
}

static GArray *
pair_records (KumojiList *a, KumojiList *b, const guint *match)
{
  GArray *pairs = g_array_new (FALSE, TRUE, sizeof (KumojiPair));

  for (guint i = 0; i < kumoji_list_get_length (b); i++)
    if (match[i] != G_MAXUINT)
      {
        KumojiPair pair = { match[i], i, kumoji_record_get_id (kumoji_list_get (b, i)), FALSE };
        g_array_append_val (pairs, pair);
      }
  kumoji_order_find_moved (pairs, kumoji_list_get_length (a));
  return pairs;
}

static void
compare_pair (Comparison *self,
              const Place *place,
              const KumojiPair *pair,
              KumojiRecord *a,
              KumojiRecord *b)
{
  Place inner;

  if (!pair->moved && !kumoji_record_has_children (a)
      && kumoji_record_get_state (a) == kumoji_record_get_state (b))
    return;
  place_init (&inner, place, self->after, b);
  if (pair->moved)
    add_moved (self, &inner, "", pair);
  compare_records (self, &inner, a, b);
  place_clear (&inner);
}

static void
compare_lists (Comparison *self, const Place *place, KumojiList *a, KumojiList *b)
{
  g_autofree guint *match = kumoji_list_match (a, b);
  g_autoptr (GArray) pairs = pair_records (a, b, match);
  g_autofree gboolean *stays = g_new0 (gboolean, kumoji_list_get_length (a) + 1);

  for (guint i = 0; i < pairs->len; i++)
    stays[g_array_index (pairs, KumojiPair, i).before] = TRUE;
  for (guint i = 0; i < kumoji_list_get_length (a); i++)
    if (!stays[i])
      add_record (self, place, kumoji_list_get (a, i), NULL);
  for (guint i = 0, next = 0; i < kumoji_list_get_length (b); i++)
    if (match[i] == G_MAXUINT)
      add_record (self, place, NULL, kumoji_list_get (b, i));
    else
      compare_pair (self, place, &g_array_index (pairs, KumojiPair, next++),
                    kumoji_list_get (a, match[i]), kumoji_list_get (b, i));
}

/* Where a file had something else in the place of a record or a list, nothing stands behind it. */
static gpointer
ref_child (KumojiRecord *record, guint index, const KumojiField *field, KumojiRecord **blank)
{
  if (kumoji_state_find_extra (kumoji_record_get_state (record), field->name) == NULL)
    return kumoji_record_get_child_at (record, index);
  *blank = g_object_new (G_OBJECT_TYPE (record), NULL);
  return kumoji_record_get_child_at (*blank, index);
}

static void
compare_child (Comparison *self, const Place *place, guint index, KumojiRecord *a, KumojiRecord *b)
{
  guint n_fields;
  const KumojiField *field = &kumoji_record_get_fields (a, &n_fields)[index];
  g_autoptr (KumojiRecord) blank_a = NULL;
  g_autoptr (KumojiRecord) blank_b = NULL;
  gpointer child_a = ref_child (a, index, field, &blank_a);
  gpointer child_b = ref_child (b, index, field, &blank_b);
  Place inner = *place;

  if (inner.area == NULL)
    {
      inner.area = field;
      inner.is_aside = field->is_aside;
    }
  compare_extras (self, &inner, kumoji_field_get_label (field, self->language),
                  kumoji_state_find_extra (kumoji_record_get_state (a), field->name),
                  kumoji_state_find_extra (kumoji_record_get_state (b), field->name));
  if (KUMOJI_IS_LIST (child_a))
    {
      compare_lists (self, &inner, child_a, child_b);
      compare_elements (self, &inner, field, blank_a != NULL ? blank_a : a,
                        blank_b != NULL ? blank_b : b);
    }
  else if (!kumoji_record_is_initial (child_a) || !kumoji_record_is_initial (child_b))
    compare_records (self, &inner, child_a, child_b);
}

static void
compare_records (Comparison *self, const Place *place, KumojiRecord *a, KumojiRecord *b)
{
  gboolean same = kumoji_record_get_state (a) == kumoji_record_get_state (b);
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (a, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (!kumoji_field_is_scalar (&fields[i]))
      compare_child (self, place, i, a, b);
    else if (!same)
      compare_scalar (self, place, i, a, b);
  if (!same)
    compare_unknown (self, place, a, b);
}

/**
 * kumoji_differences_new:
 * @before: a project
 * @after: another one, or another version of it
 * @library: (nullable): the catalogs that name the items of checklists
 * @language: the reader's language
 *
 * Compares record by record, by their tables of fields. Records are the same by their id, wherever
 * they stand; one that is only in one of the projects is one difference. There is none exactly
 * where both write the same file. Takes time in proportion to what both say, however they differ.
 *
 * Any thread may do this, with projects of its own.
 *
 * Returns: (transfer full) (element-type KumojiDifference): in the order of the file
 */
GPtrArray *
kumoji_differences_new (KumojiProject *before,
                        KumojiProject *after,
                        KumojiLibrary *library,
                        KumojiLanguage language)
{
  Comparison self = { kumoji_naming_new (before, library, language),
                      kumoji_naming_new (after, library, language), language,
                      g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free) };
  Place place = { NULL, FALSE, g_ref_string_new (""), g_ref_string_new ("") };

  compare_records (&self, &place, KUMOJI_RECORD (before), KUMOJI_RECORD (after));
  place_clear (&place);
  kumoji_naming_free (self.before);
  kumoji_naming_free (self.after);
  return self.found;
}

/**
 * kumoji_difference_kind_get_label:
 * @kind: what happened
 * @language: the reader's language
 *
 * Returns: (transfer none): that in a word
 */
const char *
kumoji_difference_kind_get_label (KumojiDifferenceKind kind, KumojiLanguage language)
{
  static const char *const labels[] = { N_("Added"), N_("Removed"), N_("Changed"),
                                        N_("Reordered") };

  return kumoji_phrase (language, labels[kind]);
}

/**
 * kumoji_difference_get_area_label:
 * @self: a difference
 * @language: the reader's language
 *
 * Returns: (transfer none): what people call the part of the project that it is in
 */
const char *
kumoji_difference_get_area_label (const KumojiDifference *self, KumojiLanguage language)
{
  return self->area != NULL ? kumoji_field_get_label (self->area, language)
                            : kumoji_phrase (language, N_("Project file"));
}
