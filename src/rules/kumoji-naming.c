/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A naming: what people call the records of a project, and what they read in their fields. */
#include "rules/kumoji-naming.h"

#include "catalog/kumoji-phrases.h"

/* Characters of one value, and bytes of all, in a summary: it names a record, it is not one. */
#define VALUE_MAX 60
#define SUMMARY_MAX 400

struct _KumojiNaming
{
  KumojiProject *project;
  KumojiLibrary *library;
  KumojiLanguage language;
  GHashTable *lists; /* by name, each a hash table of its records by id; made when asked for */
};

/**
 * kumoji_naming_new:
 * @project: a project that does not change meanwhile
 * @library: (nullable): the catalogs that its checklists are of
 * @language: the reader's language
 *
 * Returns: (transfer full): the naming of that project
 */
KumojiNaming *
kumoji_naming_new (KumojiProject *project, KumojiLibrary *library, KumojiLanguage language)
{
  KumojiNaming *self = g_new0 (KumojiNaming, 1);

  self->project = g_object_ref (project);
  self->library = library != NULL ? g_object_ref (library) : NULL;
  self->language = language;
  self->lists =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  return self;
}

/**
 * kumoji_naming_free:
 * @self: (transfer full): a naming
 */
void
kumoji_naming_free (KumojiNaming *self)
{
  g_hash_table_unref (self->lists);
  g_clear_object (&self->library);
  g_object_unref (self->project);
  g_free (self);
}

/* A list is searched once for each reference to it: thousands of copies may name an original. */
static KumojiRecord *
find_record (KumojiNaming *self, const char *list_name, const char *id)
{
  GHashTable *records = g_hash_table_lookup (self->lists, list_name);

  if (records == NULL)
    {
      KumojiList *list = kumoji_record_get_list (KUMOJI_RECORD (self->project), list_name);
      records = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = kumoji_list_get_length (list); i > 0; i--)
        g_hash_table_insert (records,
                             (gpointer) kumoji_record_get_id (kumoji_list_get (list, i - 1)),
                             kumoji_list_get (list, i - 1));
      g_hash_table_insert (self->lists, (gpointer) list_name, records);
    }
  return g_hash_table_lookup (records, id);
}

static KumojiCatalog *
find_catalog (KumojiNaming *self, KumojiRecord *assessment)
{
  if (self->library == NULL)
    return NULL;
  return kumoji_library_get_catalog (self->library, kumoji_record_get_text (assessment, "catalog"));
}

/* "Scope of the cloud · Mail service · Round 2". */
static char *
name_assessment (KumojiNaming *self, KumojiRecord *record)
{
  KumojiCatalog *catalog = find_catalog (self, record);
  const KumojiField *field = kumoji_record_get_field (record, "subject");
  g_autofree char *subject = kumoji_naming_dup_value (self, record, field);
  GString *name =
    g_string_new (catalog != NULL ? kumoji_catalog_get_short_title (catalog, self->language)
                                  : kumoji_record_get_text (record, "catalog"));

  if (*subject != '\0')
    g_string_append_printf (name, " · %s", subject);
  g_string_append (name, " · ");
  g_string_append_printf (name, kumoji_phrase (self->language, N_("Round %d")),
                          (int) kumoji_record_get_integer (record, "round"));
  return g_string_free (name, FALSE);
}

/* "5.8 Own development". */
static char *
name_answer (KumojiNaming *self, KumojiRecord *record)
{
  KumojiRecord *parent = kumoji_record_get_parent (record);
  KumojiCatalog *catalog = parent != NULL ? find_catalog (self, parent) : NULL;
  const char *id = kumoji_record_get_id (record);
  KumojiItem *item = catalog != NULL ? kumoji_catalog_get_item (catalog, id) : NULL;

  return item != NULL ? g_strdup_printf ("%s %s", id, kumoji_item_get_title (item, self->language))
                      : g_strdup (id);
}

static char *
name_stage (KumojiNaming *self, KumojiRecord *record)
{
  const char *id = kumoji_record_get_id (record);
  const KumojiStageGuide *guide =
    self->library != NULL ? kumoji_library_get_stage (self->library, id) : NULL;

  if (guide == NULL)
    return g_strdup_printf (kumoji_phrase (self->language, N_("Stage %s")), id);
  return g_strdup_printf (kumoji_phrase (self->language, N_("Stage %s: %s")), guide->number,
                          kumoji_text_get (&guide->name, self->language));
}

/* A catalog by its title, and a section or an item by its number, too. */
static char *
name_own (KumojiNaming *self, KumojiRecord *record)
{
  const char *id = kumoji_record_get_id (record);
  const char *title =
    kumoji_wording_get (kumoji_record_get_record (record, "title"), self->language);

  if (*title == '\0')
    return g_strdup (id);
  return KUMOJI_IS_OWN_CATALOG (record) ? g_strdup (title) : g_strdup_printf ("%s %s", id, title);
}

/* What stands first in its table is what its kind is known by. */
static char *
name_by_fields (KumojiNaming *self, KumojiRecord *record)
{
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (record, &n_fields);

  for (guint i = 1; i < n_fields; i++)
    {
      if (!kumoji_field_is_scalar (&fields[i]) || fields[i].label == NULL
          || kumoji_field_value_is_initial (&fields[i], kumoji_record_get_value_at (record, i)))
        continue;
      return kumoji_naming_dup_value (self, record, &fields[i]);
    }
  return g_strdup (kumoji_record_get_noun (record, self->language));
}

/**
 * kumoji_naming_dup_name:
 * @self: a naming
 * @record: a record of its project
 *
 * Returns: (transfer full): what people call it: its own name with its number, else what it is
 *   known by, e.g. an item's title, else what kind of record it is
 */
char *
kumoji_naming_dup_name (KumojiNaming *self, KumojiRecord *record)
{
  gboolean has_number = kumoji_record_get_field (record, "number") != NULL;
  const char *number = has_number ? kumoji_record_get_text (record, "number") : "";

  if (KUMOJI_IS_ASSESSMENT (record))
    return name_assessment (self, record);
  if (G_OBJECT_TYPE (record) == KUMOJI_TYPE_ANSWER)
    return name_answer (self, record);
  if (KUMOJI_IS_STAGE (record))
    return name_stage (self, record);
  if (KUMOJI_IS_OWN_CATALOG (record) || KUMOJI_IS_OWN_SECTION (record)
      || KUMOJI_IS_OWN_ITEM (record))
    return name_own (self, record);
  if (kumoji_record_get_field (record, "name") == NULL
      || *kumoji_record_get_text (record, "name") == '\0')
    return name_by_fields (self, record);
  return g_strdup_printf ("%s%s%s", number, *number != '\0' ? " " : "",
                          kumoji_record_get_text (record, "name"));
}

/**
 * kumoji_naming_dup_value:
 * @self: a naming
 * @record: a record of its project
 * @field: a scalar field of it
 *
 * Returns: (transfer full): the value as a person reads it; where it refers to another record or
 *   to a catalog, the name of that
 */
char *
kumoji_naming_dup_value (KumojiNaming *self, KumojiRecord *record, const KumojiField *field)
{
  char *value = kumoji_record_format (record, field->name, self->language);
  KumojiRecord *other =
    field->refers_to != NULL ? find_record (self, field->refers_to, value) : NULL;
  KumojiCatalog *catalog = KUMOJI_IS_ASSESSMENT (record) && g_str_equal (field->name, "catalog")
                             ? find_catalog (self, record)
                             : NULL;

  if (other == NULL && catalog == NULL)
    return value;
  g_free (value);
  return other != NULL ? kumoji_naming_dup_name (self, other)
                       : g_strdup (kumoji_catalog_get_short_title (catalog, self->language));
}

static void
append_fact (GString *summary, const char *label, const char *value)
{
  g_autofree char *start = g_utf8_substring (value, 0, MIN (g_utf8_strlen (value, -1), VALUE_MAX));

  g_strdelimit (start, "\n\r\t", ' ');
  g_string_append_printf (summary, "%s%s: %s%s", summary->len > 0 ? " · " : "", label, start,
                          strlen (start) < strlen (value) ? "…" : "");
}

/**
 * kumoji_naming_dup_summary:
 * @self: a naming
 * @record: a record of its project
 *
 * Returns: (transfer full): what it says, in short, e.g. "Count: 1,200 · Rank: serious"
 */
char *
kumoji_naming_dup_summary (KumojiNaming *self, KumojiRecord *record)
{
  GString *summary = g_string_new (NULL);
  guint n_fields;
  const KumojiField *fields = kumoji_record_get_fields (record, &n_fields);

  for (guint i = 1; i < n_fields && summary->len < SUMMARY_MAX; i++)
    {
      const KumojiField *field = &fields[i];
      g_autofree char *value = NULL;

      if (field->label == NULL || field->type == KUMOJI_FIELD_RECORD)
        continue;
      if (field->type == KUMOJI_FIELD_LIST)
        {
          KumojiList *list = kumoji_record_get_list (record, field->name);
          if (kumoji_list_get_length (list) > 0)
            value = kumoji_integer_format (kumoji_list_get_length (list));
        }
      else if (!kumoji_field_value_is_initial (field, kumoji_record_get_value_at (record, i)))
        value = kumoji_naming_dup_value (self, record, field);
      if (value != NULL)
        append_fact (summary, kumoji_field_get_label (field, self->language), value);
    }
  return g_string_free (summary, FALSE);
}
