/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is searched: the texts of a project and of its catalogs at one moment. */
#include "rules/kumoji-find-private.h"

#include <string.h>

static const char *
keep (KumojiFindSource *self, const char *text)
{
  return *text != '\0' ? g_string_chunk_insert (self->texts, text) : "";
}

static const char *
keep_joined (KumojiFindSource *self, const char *first, const char *separator, const char *second)
{
  if (*first == '\0' || *second == '\0')
    return keep (self, *first != '\0' ? first : second);
  g_autofree char *joined = g_strconcat (first, separator, second, NULL);
  return keep (self, joined);
}

static void
add_body (KumojiFindEntry *entry, const char *text)
{
  guint n = 0;

  if (text == NULL || *text == '\0')
    return;
  while (entry->bodies[n] != NULL)
    n++;
  g_assert (n < KUMOJI_FIND_BODIES);
  entry->bodies[n] = text;
}

static const char *
keep_target (KumojiFindSource *self, KumojiCatalog *catalog, const char *subject, KumojiItem *item)
{
  g_autofree char *target =
    g_strjoin ("/", kumoji_catalog_get_id (catalog), subject, kumoji_item_get_id (item), NULL);

  return keep (self, target);
}

static void
add_item (KumojiFindSource *self, KumojiCatalog *catalog, KumojiItem *item, KumojiLanguage language)
{
  const gboolean is_term = kumoji_item_get_kind (item) == KUMOJI_KIND_REFERENCE;
  const char *title = kumoji_item_get_title (item, language);
  const char *const *terms = kumoji_item_get_terms (item, language);
  KumojiFindEntry entry = {
    .group = is_term ? KUMOJI_FIND_TERMS : KUMOJI_FIND_QUESTIONS,
    .target = keep_target (self, catalog, "", item),
    .title = is_term ? title : keep_joined (self, kumoji_item_get_id (item), "  ", title),
    .place = kumoji_catalog_get_short_title (catalog, language),
  };

  add_body (&entry, kumoji_item_get_question (item, language));
  add_body (&entry, kumoji_item_get_hint (item, language));
  if (terms != NULL)
    {
      g_autofree char *joined = g_strjoinv (" / ", (char **) terms);
      add_body (&entry, keep (self, joined));
    }
  g_array_append_val (self->entries, entry);
}

static void
add_answer (KumojiFindSource *self,
            KumojiCatalog *catalog,
            KumojiRecord *round,
            KumojiRecord *answer,
            const char *place,
            KumojiLanguage language)
{
  static const char *const fields[] = { "memo", "reason", "evidence", "by", "owner", "place" };
  KumojiItem *item = kumoji_catalog_get_item (catalog, kumoji_record_get_id (answer));
  KumojiFindEntry entry = { .group = KUMOJI_FIND_ANSWERS, .place = place };

  G_STATIC_ASSERT (G_N_ELEMENTS (fields) <= KUMOJI_FIND_BODIES);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_body (&entry, keep (self, kumoji_record_get_text (answer, fields[i])));
  if (item == NULL || entry.bodies[0] == NULL)
    return;
  entry.target = keep_target (self, catalog, kumoji_record_get_text (round, "subject"), item);
  entry.title =
    keep_joined (self, kumoji_item_get_id (item), "  ", kumoji_item_get_title (item, language));
  g_array_append_val (self->entries, entry);
}

/* The last round alone: it is what the checklists show. */
static void
add_round (KumojiFindSource *self,
           KumojiProject *project,
           KumojiRecord *round,
           KumojiLanguage language)
{
  const char *id = kumoji_record_get_text (round, "catalog");
  const char *subject = kumoji_record_get_text (round, "subject");
  KumojiCatalog *catalog = kumoji_library_get_catalog (self->library, id);
  KumojiList *answers = kumoji_record_get_list (round, "answers");
  KumojiRecord *service = kumoji_list_find (kumoji_project_get_services (project), subject);

  if (catalog == NULL
      || KUMOJI_RECORD (kumoji_project_get_last_round (project, id, subject)) != round)
    return;
  const char *place = keep_joined (self, kumoji_catalog_get_short_title (catalog, language), " · ",
                                   service != NULL ? kumoji_record_get_text (service, "name") : "");
  for (guint i = 0; i < kumoji_list_get_length (answers); i++)
    add_answer (self, catalog, round, kumoji_list_get (answers, i), place, language);
}

static void
add_records (KumojiFindSource *self,
             KumojiList *list,
             KumojiFindGroup group,
             const char *const *fields)
{
  guint at[KUMOJI_FIND_BODIES + 1];
  guint n = 0;

  for (; fields[n] != NULL; n++)
    at[n] = kumoji_record_type_find (kumoji_list_get_record_type (list), fields[n]);
  for (guint i = 0; i < kumoji_list_get_length (list); i++)
    {
      KumojiRecord *record = kumoji_list_get (list, i);
      KumojiFindEntry entry = {
        .group = group,
        .target = keep (self, kumoji_record_get_id (record)),
        .title = keep (self, g_value_get_string (kumoji_record_get_value_at (record, at[0]))),
        .place = "",
      };
      for (guint j = 1; j < n; j++)
        add_body (&entry,
                  keep (self, g_value_get_string (kumoji_record_get_value_at (record, at[j]))));
      g_array_append_val (self->entries, entry);
    }
}

static void
clear_entry (gpointer data)
{
  KumojiFindEntry *entry = data;

  g_free (entry->folded);
  g_free (entry->folded_title);
}

/**
 * kumoji_find_source_new:
 * @project: a project
 * @language: in which the catalogs are read
 *
 * Copies what a search looks at, so that a thread may search it while the project changes.
 *
 * Returns: (transfer full): the texts as they are now
 */
KumojiFindSource *
kumoji_find_source_new (KumojiProject *project, KumojiLanguage language)
{
  static const char *const asset_fields[] = { "name", "number", "owner", NULL };
  static const char *const service_fields[] = { "name", "provider", "note", NULL };
  KumojiFindSource *self = g_atomic_rc_box_new0 (KumojiFindSource);
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_project_get_library (project));
  KumojiList *rounds = kumoji_project_get_assessments (project);

  g_mutex_init (&self->mutex);
  self->library = g_object_ref (kumoji_project_get_library (project));
  self->texts = g_string_chunk_new (1 << 16);
  self->entries =
    g_array_sized_new (FALSE, FALSE, sizeof (KumojiFindEntry),
                       1024 + kumoji_list_get_length (kumoji_project_get_assets (project)));
  g_array_set_clear_func (self->entries, clear_entry);
  for (guint i = 0; i < catalogs->len; i++)
    {
      GPtrArray *items = kumoji_catalog_get_items (catalogs->pdata[i]);
      for (guint j = 0; j < items->len; j++)
        add_item (self, catalogs->pdata[i], items->pdata[j], language);
    }
  for (guint i = 0; i < kumoji_list_get_length (rounds); i++)
    add_round (self, project, kumoji_list_get (rounds, i), language);
  add_records (self, kumoji_project_get_assets (project), KUMOJI_FIND_ASSETS, asset_fields);
  add_records (self, kumoji_project_get_services (project), KUMOJI_FIND_SERVICES, service_fields);
  return self;
}

/**
 * kumoji_find_source_ref:
 * @self: what is searched
 *
 * Returns: (transfer full): @self
 */
KumojiFindSource *
kumoji_find_source_ref (KumojiFindSource *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_source (gpointer data)
{
  KumojiFindSource *self = data;

  g_array_unref (self->entries);
  g_string_chunk_free (self->texts);
  g_object_unref (self->library);
  g_mutex_clear (&self->mutex);
}

/**
 * kumoji_find_source_unref:
 * @self: (transfer full): what is searched
 */
void
kumoji_find_source_unref (KumojiFindSource *self)
{
  g_atomic_rc_box_release_full (self, clear_source);
}
