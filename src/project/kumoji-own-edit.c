/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of own catalogs: one step each. */
#include "project/kumoji-own-edit.h"

#include <string.h>

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-record-private.h"

/* --- Ids -------------------------------------------------------------------------------------- */

/**
 * kumoji_own_catalog_new:
 * @id: its id
 *
 * Returns: (transfer full): a catalog that says nothing yet, in no project
 */
KumojiRecord *
kumoji_own_catalog_new (const char *id)
{
  KumojiRecord *self = g_object_new (KUMOJI_TYPE_OWN_CATALOG, NULL);

  kumoji_record_set_id (self, id);
  return self;
}

/**
 * kumoji_own_set_id:
 * @catalog: an own catalog that stands in no project
 * @id: another id
 */
void
kumoji_own_set_id (KumojiRecord *catalog, const char *id)
{
  g_return_if_fail (kumoji_record_get_parent (catalog) == NULL);

  kumoji_record_set_id (catalog, id);
}

static gboolean
is_taken (KumojiProject *project, const char *id)
{
  KumojiList *assessments = kumoji_project_get_assessments (project);

  if (kumoji_library_get_catalog (kumoji_library_get_default (), id) != NULL
      || kumoji_list_find (kumoji_project_get_catalogs (project), id) != NULL)
    return TRUE;
  /* Answers to a catalog that went astray are not answers to this one. */
  for (guint i = 0; i < kumoji_list_get_length (assessments); i++)
    if (g_str_equal (kumoji_record_get_text (kumoji_list_get (assessments, i), "catalog"), id))
      return TRUE;
  return FALSE;
}

/**
 * kumoji_own_dup_free_id:
 * @project: a project
 * @wanted: (nullable): the id of a catalog that it shall resemble
 *
 * Returns: (transfer full): an id that no catalog has and no answers name
 */
char *
kumoji_own_dup_free_id (KumojiProject *project, const char *wanted)
{
  const char *stem = wanted != NULL && g_str_has_prefix (wanted, "own-") ? wanted + 4 : wanted;
  g_autofree char *uuid = g_uuid_string_random ();
  char *id = wanted != NULL ? g_strdup_printf ("own-%.40s", stem) : NULL;

  for (guint n = 2; id != NULL && n < 100 && is_taken (project, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("own-%.40s-%u", stem, n);
    }
  if (id == NULL || is_taken (project, id))
    {
      g_free (id);
      id = g_strdup_printf ("own-%.8s", uuid);
    }
  return id;
}

static void
set_wording (KumojiRecord *record, const char *field, KumojiLanguage language, const char *title)
{
  KumojiRecord *wording = kumoji_record_get_record (record, field);
  int index = kumoji_record_find (wording, kumoji_language_get_code (language));

  g_value_set_string (&kumoji_record_get_writable_state (wording)->values[index], title);
}

/* Says of each title that it is a copy's; in a list it would stand under the other one's name. */
static void
mark_copy (KumojiRecord *copy)
{
  for (int i = 0; i < KUMOJI_N_LANGUAGES; i++)
    {
      const char *title = kumoji_record_get_text (kumoji_record_get_record (copy, "title"),
                                                  kumoji_language_get_code (i));
      /* Translators: the title of a copied checklist; %s is that of the other one. */
      g_autofree char *marked = g_strdup_printf (kumoji_phrase (i, N_("%s (own version)")), title);
      if (*title != '\0')
        set_wording (copy, "title", i, marked);
      set_wording (copy, "short-title", i, "");
    }
}

/**
 * kumoji_own_catalog_new_copy:
 * @project: a project
 * @catalog: a bundled catalog, or one of the project's own
 *
 * Returns: (transfer full): a copy of it under a free id, in no project yet
 */
KumojiRecord *
kumoji_own_catalog_new_copy (KumojiProject *project, KumojiCatalog *catalog)
{
  const char *wanted = kumoji_catalog_get_id (catalog);
  KumojiRecord *own = kumoji_list_find (kumoji_project_get_catalogs (project), wanted);
  g_autofree char *id = kumoji_own_dup_free_id (project, wanted);
  g_autoptr (JsonNode) root = NULL;
  KumojiRecord *copy;

  if (own != NULL)
    {
      g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (own);
      copy = kumoji_snapshot_restore (snapshot);
    }
  else
    {
      gsize size;
      const char *data = g_bytes_get_data (kumoji_catalog_get_bytes (catalog), &size);
      g_autofree char *text = g_strndup (data, size);
      root = json_from_string (text, NULL);
      copy = kumoji_own_catalog_new_from_json (json_node_get_object (root), NULL);
    }
  kumoji_record_set_id (copy, id);
  mark_copy (copy);
  return copy;
}

/* --- Sections and items ----------------------------------------------------------------------- */

static KumojiList *
items_of (KumojiRecord *section)
{
  return kumoji_record_get_list (section, "items");
}

/* "5.9" behind "5.8"; the number at the end of @before, one higher, until it is free. */
static char *
dup_next_id (KumojiRecord *catalog, const char *before)
{
  gsize start = strlen (before);
  char *id = NULL;

  while (start > 0 && g_ascii_isdigit (before[start - 1]) && strlen (before) - start < 6)
    start--;
  guint n = (guint) g_ascii_strtoull (before + start, NULL, 10);
  do
    {
      g_free (id);
      id = g_strdup_printf ("%.*s%u", (int) MIN (start, 30), before, ++n);
    }
  while (kumoji_own_catalog_find_item (catalog, id) != NULL);
  return id;
}

/**
 * kumoji_own_edit_add_section:
 * @history: of the project in which @catalog stands
 * @catalog: an own catalog
 * @position: where the section shall stand
 * @language: of @title
 * @title: its title, may be empty
 *
 * Returns: (transfer none): a new section without items
 */
KumojiRecord *
kumoji_own_edit_add_section (KumojiHistory *history,
                             KumojiRecord *catalog,
                             guint position,
                             KumojiLanguage language,
                             const char *title)
{
  KumojiList *sections = kumoji_own_catalog_get_sections (catalog);
  guint n = kumoji_list_get_length (sections);
  g_autoptr (KumojiRecord) section = g_object_new (KUMOJI_TYPE_OWN_SECTION, NULL);
  char *id = NULL;

  do
    {
      g_free (id);
      id = g_strdup_printf ("%u", ++n);
    }
  while (kumoji_list_find (sections, id) != NULL);
  kumoji_record_set_id (section, id);
  g_free (id);
  set_wording (section, "title", language, title);
  kumoji_history_begin (history, _("Add section"));
  kumoji_history_insert (history, sections, position, section);
  kumoji_history_end (history);
  return section;
}

/**
 * kumoji_own_edit_add_item:
 * @history: of the project in which @section stands
 * @section: a section of an own catalog
 * @position: where the item shall stand
 * @id: (nullable): its number; %NULL for the one behind that of the item before
 * @language: of @title
 * @title: its title, may be empty
 *
 * Returns: (transfer none): a new item
 */
KumojiRecord *
kumoji_own_edit_add_item (KumojiHistory *history,
                          KumojiRecord *section,
                          guint position,
                          const char *id,
                          KumojiLanguage language,
                          const char *title)
{
  KumojiRecord *catalog = kumoji_record_get_parent (section);
  g_autoptr (KumojiRecord) item = g_object_new (KUMOJI_TYPE_OWN_ITEM, NULL);
  g_autofree char *first = g_strdup_printf ("%.30s.0", kumoji_record_get_id (section));
  g_autofree char *next = NULL;

  if (id == NULL)
    next = dup_next_id (catalog, position > 0 ? kumoji_record_get_id (
                                   kumoji_list_get (items_of (section), position - 1))
                                              : first);
  kumoji_record_set_id (item, id != NULL ? id : next);
  set_wording (item, "title", language, title);
  kumoji_history_begin (history, _("Add item"));
  kumoji_history_insert (history, items_of (section), position, item);
  kumoji_history_end (history);
  return item;
}

/* The list in which a section or an item stands, and where. */
static KumojiList *
find_list (KumojiRecord *record, guint *position)
{
  KumojiRecord *parent = kumoji_record_get_parent (record);
  KumojiList *list = kumoji_record_get_list (parent, kumoji_record_get_home (record)->name);

  kumoji_list_get_position (list, record, position);
  return list;
}

/* Where a section or an item comes to stand that goes one up or down; an item at the end of its
 * section goes into the next one. NULL for nowhere. */
static KumojiList *
find_target (KumojiRecord *record, gboolean up, guint *position)
{
  KumojiList *list = find_list (record, position);
  guint at = *position;

  if (up ? at > 0 : at + 1 < kumoji_list_get_length (list))
    {
      *position = up ? at - 1 : at + 1;
      return list;
    }
  if (!KUMOJI_IS_OWN_ITEM (record))
    return NULL;

  KumojiList *sections = find_list (kumoji_record_get_parent (record), &at);
  if (up ? at == 0 : at + 1 >= kumoji_list_get_length (sections))
    return NULL;
  list = items_of (kumoji_list_get (sections, up ? at - 1 : at + 1));
  *position = up ? kumoji_list_get_length (list) : 0;
  return list;
}

/**
 * kumoji_own_edit_can_move:
 * @record: a section or an item of an own catalog
 * @up: whether it shall go up
 *
 * Returns: whether it can
 */
gboolean
kumoji_own_edit_can_move (KumojiRecord *record, gboolean up)
{
  guint position;

  return (KUMOJI_IS_OWN_SECTION (record) || KUMOJI_IS_OWN_ITEM (record))
         && find_target (record, up, &position) != NULL;
}

/**
 * kumoji_own_edit_move:
 * @history: of the project in which @record stands
 * @record: a section or an item of an own catalog
 * @up: whether it goes up
 *
 * Moves it by one; an item may come into the section beside its own. Answers stay with it.
 */
void
kumoji_own_edit_move (KumojiHistory *history, KumojiRecord *record, gboolean up)
{
  guint from, to;
  KumojiList *target = find_target (record, up, &to);
  KumojiList *list = find_list (record, &from);
  g_autoptr (KumojiRecord) moved = g_object_ref (record);

  if (target == NULL)
    return;
  kumoji_history_begin (history,
                        KUMOJI_IS_OWN_ITEM (record) ? _("Move item") : _("Move section"));
  kumoji_history_remove (history, list, from);
  kumoji_history_insert (history, target, to, moved);
  kumoji_history_end (history);
}

/* --- With the answers ------------------------------------------------------------------------- */

/**
 * kumoji_own_edit_embed:
 * @project: a project
 * @catalog: an own catalog that stands in no project
 *
 * Adds it; in place of the one with the same id where there is one. Answers stay.
 */
void
kumoji_own_edit_embed (KumojiProject *project, KumojiRecord *catalog)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *catalogs = kumoji_project_get_catalogs (project);
  KumojiRecord *before = kumoji_list_find (catalogs, kumoji_record_get_id (catalog));
  guint position = kumoji_list_get_length (catalogs);

  kumoji_history_begin (history, before != NULL ? _("Replace checklist") : _("Add checklist"));
  if (before != NULL)
    {
      kumoji_list_get_position (catalogs, before, &position);
      kumoji_history_remove (history, catalogs, position);
    }
  kumoji_history_insert (history, catalogs, position, catalog);
  kumoji_history_end (history);
}

static KumojiRecord *
catalog_of (KumojiRecord *record)
{
  while (record != NULL && !KUMOJI_IS_OWN_CATALOG (record))
    record = kumoji_record_get_parent (record);
  return record;
}

/* Calls @visit with each answer to what @record asks; from the last to the first, for it may go. */
static guint
visit_answers (KumojiProject *project,
               KumojiRecord *record,
               void (*visit) (KumojiHistory *history, KumojiList *answers, guint position))
{
  KumojiList *assessments = kumoji_project_get_assessments (project);
  KumojiRecord *catalog = catalog_of (record);
  guint n = 0;

  for (guint i = 0; i < kumoji_list_get_length (assessments); i++)
    {
      KumojiRecord *round = kumoji_list_get (assessments, i);
      KumojiList *answers = kumoji_record_get_list (round, "answers");
      if (!g_str_equal (kumoji_record_get_text (round, "catalog"), kumoji_record_get_id (catalog)))
        continue;
      for (guint j = kumoji_list_get_length (answers); j > 0; j--)
        {
          const char *id = kumoji_record_get_id (kumoji_list_get (answers, j - 1));
          if (record != catalog
              && (KUMOJI_IS_OWN_ITEM (record) ? !g_str_equal (kumoji_record_get_id (record), id)
                                              : kumoji_list_find (items_of (record), id) == NULL))
            continue;
          n++;
          if (visit != NULL)
            visit (kumoji_project_get_history (project), answers, j - 1);
        }
    }
  return n;
}

/**
 * kumoji_own_count_answers:
 * @project: a project
 * @record: an own catalog in it, or a section or an item of one
 *
 * Returns: how many answers there are to what it asks, in all rounds
 */
guint
kumoji_own_count_answers (KumojiProject *project, KumojiRecord *record)
{
  return visit_answers (project, record, NULL);
}

static void
delete_rounds (KumojiProject *project, const char *catalog)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *assessments = kumoji_project_get_assessments (project);

  for (guint i = kumoji_list_get_length (assessments); i > 0; i--)
    if (g_str_equal (kumoji_record_get_text (kumoji_list_get (assessments, i - 1), "catalog"),
                     catalog))
      kumoji_history_remove (history, assessments, i - 1);
}

/**
 * kumoji_own_edit_delete:
 * @project: a project
 * @record: an own catalog in it, or a section or an item of one
 *
 * Deletes it with the answers to it. One undo brings all back.
 */
void
kumoji_own_edit_delete (KumojiProject *project, KumojiRecord *record)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  g_autoptr (KumojiRecord) gone = g_object_ref (record);
  guint position;
  KumojiList *list = find_list (record, &position);

  kumoji_history_begin (history, KUMOJI_IS_OWN_ITEM (record)      ? _("Delete item")
                                 : KUMOJI_IS_OWN_SECTION (record) ? _("Delete section")
                                                                  : _("Remove checklist"));
  if (KUMOJI_IS_OWN_CATALOG (record))
    delete_rounds (project, kumoji_record_get_id (record));
  else
    visit_answers (project, record, kumoji_history_remove);
  kumoji_history_remove (history, list, position);
  kumoji_history_end (history);
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, KUMOJI_FIELD_ERROR, KUMOJI_FIELD_ERROR_VALUE, reason);
  return FALSE;
}

static gboolean
check_number (KumojiRecord *item, const char *id, GError **error)
{
  if (!kumoji_item_id_is_valid (id))
    return refuse (error,
                   _("must be a number like 5.8: no more than 40 characters, without blanks "
                      "and slashes"));
  if (kumoji_own_catalog_find_item (catalog_of (item), id) != NULL)
    return refuse (error, _("another item has this number"));
  return TRUE;
}

/* An id never changes: a record that says the same takes the place of the one there. */
static KumojiRecord *
replace (KumojiHistory *history, KumojiList *list, guint position, const char *id)
{
  g_autoptr (KumojiSnapshot) snapshot = kumoji_record_snapshot (kumoji_list_get (list, position));
  g_autoptr (KumojiRecord) copy = kumoji_snapshot_restore (snapshot);

  kumoji_record_set_id (copy, id);
  kumoji_history_remove (history, list, position);
  kumoji_history_insert (history, list, position, copy);
  return copy;
}

/**
 * kumoji_own_edit_renumber:
 * @project: a project
 * @item: an item of an own catalog in it
 * @id: its new number
 * @error: return location for %KUMOJI_FIELD_ERROR
 *
 * The answers go with the item.
 *
 * Returns: (transfer none) (nullable): the item under its new number, which stands in the place of
 *   @item; %NULL where it cannot have that number
 */
KumojiRecord *
kumoji_own_edit_renumber (KumojiProject *project,
                          KumojiRecord *item,
                          const char *id,
                          GError **error)
{
  KumojiHistory *history = kumoji_project_get_history (project);
  KumojiList *assessments = kumoji_project_get_assessments (project);
  const char *catalog = kumoji_record_get_id (catalog_of (item));
  g_autofree char *before = g_strdup (kumoji_record_get_id (item));
  guint position;

  if (g_str_equal (before, id))
    return item;
  if (!check_number (item, id, error))
    return NULL;
  kumoji_history_begin (history, _("Change number"));
  for (guint i = 0; i < kumoji_list_get_length (assessments); i++)
    {
      KumojiRecord *round = kumoji_list_get (assessments, i);
      KumojiList *answers = kumoji_record_get_list (round, "answers");
      KumojiRecord *answer = kumoji_list_find (answers, before);
      if (answer != NULL && g_str_equal (kumoji_record_get_text (round, "catalog"), catalog)
          && kumoji_list_get_position (answers, answer, &position))
        replace (history, answers, position, id);
    }
  KumojiList *items = find_list (item, &position);
  KumojiRecord *renumbered = replace (history, items, position, id);
  kumoji_history_end (history);
  return renumbered;
}
