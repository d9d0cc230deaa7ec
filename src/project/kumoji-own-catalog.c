/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An own catalog: a checklist of the company itself, embedded in its project. */
#include "project/kumoji-own-catalog.h"

#include "catalog/kumoji-phrases.h"
#include "project/kumoji-record-json.h"
#include "project/kumoji-record-private.h"

static const KumojiChoice kinds[] = {
  { "checklist", N_("Checklist") },
  { "practice", N_("Practices") },
  { "document", N_("List of documents") },
  { "criterion", N_("Criteria with marks") },
  { "applicability", N_("Statement of applicability") },
  { "impact", N_("Threats and their impact") },
  { "recurring", N_("Recurring checks") },
  { "reference", N_("Reference") },
  { NULL },
};

static const KumojiChoice subjects[] = {
  { "company", N_("The company") },
  { "service", N_("Each cloud service") },
  { NULL },
};

/* What these do not know, such as facets and controls, is kept and written back. */
static const KumojiField catalog_fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "kind", KUMOJI_FIELD_CHOICE, N_("How it is answered"), kinds },
  { "subject", KUMOJI_FIELD_CHOICE, N_("About"), subjects },
  { "title", KUMOJI_FIELD_RECORD, N_("Title"), .record_type = kumoji_short_wording_get_type },
  { "short-title", KUMOJI_FIELD_RECORD, N_("Title in lists"),
    .record_type = kumoji_short_wording_get_type },
  { "description", KUMOJI_FIELD_RECORD, N_("Description"),
    .record_type = kumoji_wording_get_type },
  { "source", KUMOJI_FIELD_RECORD, N_("Source"), .record_type = kumoji_own_source_get_type },
  { "sections", KUMOJI_FIELD_LIST, N_("Sections"), .record_type = kumoji_own_section_get_type },
};

static const KumojiField source_fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "file", KUMOJI_FIELD_TEXT, N_("File") },
  { "publisher", KUMOJI_FIELD_RECORD, N_("Publisher"),
    .record_type = kumoji_short_wording_get_type },
  { "year", KUMOJI_FIELD_INTEGER, N_("Year"), .max = 9999 },
  { "place", KUMOJI_FIELD_RECORD, N_("Place in it"),
    .record_type = kumoji_short_wording_get_type },
};

static const KumojiField section_fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "title", KUMOJI_FIELD_RECORD, N_("Title"), .record_type = kumoji_short_wording_get_type },
  { "items", KUMOJI_FIELD_LIST, N_("Items"), .record_type = kumoji_own_item_get_type },
};

static const KumojiField item_fields[] = {
  { "id", KUMOJI_FIELD_TEXT },
  { "title", KUMOJI_FIELD_RECORD, N_("Title"), .record_type = kumoji_short_wording_get_type },
  { "question", KUMOJI_FIELD_RECORD, N_("Question"), .record_type = kumoji_wording_get_type },
  { "hint", KUMOJI_FIELD_RECORD, N_("Hint"), .record_type = kumoji_wording_get_type },
  { "example", KUMOJI_FIELD_RECORD, N_("Example"), .record_type = kumoji_wording_get_type },
  { "look-for", KUMOJI_FIELD_RECORD, N_("What to look for"),
    .record_type = kumoji_wording_get_type },
  { "interval", KUMOJI_FIELD_INTEGER, N_("Interval in months"), .max = 1200 },
};

KUMOJI_DEFINE_RECORD_OF (KumojiOwnCatalog, kumoji_own_catalog, N_("own checklist"), catalog_fields)
KUMOJI_DEFINE_RECORD_OF (KumojiOwnSource, kumoji_own_source, N_("source"), source_fields)
KUMOJI_DEFINE_RECORD_OF (KumojiOwnSection, kumoji_own_section, N_("section"), section_fields)
KUMOJI_DEFINE_RECORD_OF (KumojiOwnItem, kumoji_own_item, N_("item"), item_fields)

/**
 * kumoji_own_catalog_new_from_json:
 * @root: the root of a catalog's file; loses its "format" and "version", which are facts of the
 * file
 * @number_mark: (nullable): what the guard put in front of numbers that json-glib cannot keep
 *
 * Never fails: see kumoji_record_list_problems() and kumoji_own_catalog_check().
 *
 * Returns: (transfer full): the catalog, in no project yet
 */
KumojiRecord *
kumoji_own_catalog_new_from_json (JsonObject *root, const char *number_mark)
{
  KumojiRecord *self = g_object_new (KUMOJI_TYPE_OWN_CATALOG, NULL);

  json_object_remove_member (root, "format");
  json_object_remove_member (root, "version");
  kumoji_record_load_json (self, root, number_mark);
  return self;
}

/* Its file; of the records in @known only their ids. */
static GBytes *
write_file (KumojiRecord *self, GHashTable *known)
{
  const KumojiState *state = kumoji_record_get_state (self);
  GString *body = g_string_new (NULL);
  GString *file = g_string_new ("{");

  /* Whoever wrote a project's file by hand may have said them there. */
  if (kumoji_state_find_extra (state, "format") == NULL)
    g_string_append (file, "\n  \"format\": \"" KUMOJI_CATALOG_FORMAT "\",");
  if (kumoji_state_find_extra (state, "version") == NULL)
    g_string_append_printf (file, "\n  \"version\": %d,", KUMOJI_CATALOG_VERSION);
  kumoji_record_append_changes (self, body, known);
  /* Behind its brace; nothing follows where a project's file said nothing, not even an id. */
  if (g_str_equal (body->str, "{}"))
    file->str[file->len - 1] = '\n';
  g_string_append (file, body->str + 1);
  g_string_append_c (file, '\n');
  g_string_free (body, TRUE);
  return g_string_free_to_bytes (file);
}

/**
 * kumoji_own_catalog_to_bytes:
 * @self: an own catalog
 *
 * Returns: (transfer full): its file, DESIGN.md section 3: the same bytes for the same catalog
 */
GBytes *
kumoji_own_catalog_to_bytes (KumojiRecord *self)
{
  return write_file (self, NULL);
}

/**
 * kumoji_own_catalog_read:
 * @self: an own catalog
 *
 * Returns: (transfer full) (nullable): the catalog to be answered, however unfinished; %NULL where
 *   it makes none, as kumoji_own_catalog_check() then says
 */
KumojiCatalog *
kumoji_own_catalog_read (KumojiRecord *self)
{
  return kumoji_own_catalog_read_changes (self, NULL, NULL);
}

/**
 * kumoji_own_catalog_read_changes: (skip)
 * @self: an own catalog
 * @before: (nullable): what was read of it before, when its head said the same
 * @unchanged: (nullable) (element-type KumojiRecord): its items that have not changed since then
 *
 * As kumoji_own_catalog_read(): of thousands of items only those are read that have changed.
 *
 * Returns: (transfer full) (nullable): the catalog to be answered
 */
KumojiCatalog *
kumoji_own_catalog_read_changes (KumojiRecord *self, KumojiCatalog *before, GHashTable *unchanged)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = write_file (self, before != NULL ? unchanged : NULL);
  GHashTableIter iter;
  gpointer item;

  /* No others: a new item that has the number of a deleted one may say no more than that. */
  if (before != NULL)
    g_hash_table_iter_init (&iter, unchanged);
  while (before != NULL && g_hash_table_iter_next (&iter, &item, NULL))
    {
      const char *id = kumoji_record_get_id (item);
      g_hash_table_insert (known, (gpointer) id, kumoji_catalog_get_item (before, id));
    }
  return kumoji_catalog_new_draft (bytes, known, NULL);
}

/**
 * kumoji_own_catalog_check:
 * @self: an own catalog
 * @name: what the message calls it
 * @error: return location for %KUMOJI_CATALOG_ERROR
 *
 * Returns: whether it is complete; where not, the error names the place
 */
gboolean
kumoji_own_catalog_check (KumojiRecord *self, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = kumoji_own_catalog_to_bytes (self);
  g_autoptr (KumojiCatalog) catalog = kumoji_catalog_new_from_bytes (bytes, name, error);

  return catalog != NULL;
}

/**
 * kumoji_own_catalog_get_sections:
 * @self: an own catalog
 *
 * Returns: (transfer none): its sections
 */
KumojiList *
kumoji_own_catalog_get_sections (KumojiRecord *self)
{
  return kumoji_record_get_list (self, "sections");
}

/**
 * kumoji_own_catalog_find_item:
 * @self: an own catalog
 * @id: an item's number
 *
 * Returns: (transfer none) (nullable): the first item with that number
 */
KumojiRecord *
kumoji_own_catalog_find_item (KumojiRecord *self, const char *id)
{
  KumojiList *sections = kumoji_own_catalog_get_sections (self);

  for (guint i = 0; i < kumoji_list_get_length (sections); i++)
    {
      KumojiRecord *item =
        kumoji_list_find (kumoji_record_get_list (kumoji_list_get (sections, i), "items"), id);
      if (item != NULL)
        return item;
    }
  return NULL;
}

/**
 * kumoji_own_catalog_count_items:
 * @self: an own catalog
 *
 * Returns: how many items its sections have
 */
guint
kumoji_own_catalog_count_items (KumojiRecord *self)
{
  KumojiList *sections = kumoji_own_catalog_get_sections (self);
  guint n = 0;

  for (guint i = 0; i < kumoji_list_get_length (sections); i++)
    n += kumoji_list_get_length (kumoji_record_get_list (kumoji_list_get (sections, i), "items"));
  return n;
}

/**
 * kumoji_own_lacks:
 * @self: an own catalog, or a section or an item of one
 * @language: a language
 *
 * Returns: whether any of its texts is shown in the other language, for want of this one
 */
gboolean
kumoji_own_lacks (KumojiRecord *self, KumojiLanguage language)
{
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (self, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      KumojiRecord *wording = fields[i].type == KUMOJI_FIELD_RECORD
                                ? kumoji_record_get_record (self, fields[i].name)
                                : NULL;
      if (wording != NULL && kumoji_record_is_wording (wording)
          && *kumoji_record_get_text (wording, kumoji_language_get_code (language)) == '\0'
          && *kumoji_wording_get (wording, language) != '\0')
        return TRUE;
    }
  return FALSE;
}
