/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog: the questions of one guide, in sections. */
#include "catalog/kumoji-catalog.h"

#include <string.h>

#include "catalog/kumoji-item-private.h"
#include "catalog/kumoji-phrases.h"

/* What a person may type as an id in a terminal, and what no other id in a file can be taken for.
 */
#define MOST_ID 64

struct _KumojiCatalog
{
  GObject parent_instance;

  char *id;
  KumojiKind kind;
  KumojiSubject subject;
  KumojiText title;
  KumojiText short_title;
  KumojiText description;
  KumojiText publisher;
  KumojiText place;
  char *source_file;
  gint64 year;
  GPtrArray *facets;
  GPtrArray *controls;
  GPtrArray *impacts;
  GPtrArray *sections;
  GPtrArray *items; /* those of all sections, in order */
  GHashTable *by_id;
  GBytes *bytes;
};

G_DEFINE_QUARK (kumoji-catalog-error, kumoji_catalog_error)
G_DEFINE_FINAL_TYPE (KumojiCatalog, kumoji_catalog, G_TYPE_OBJECT)

static const char *const subjects[] = { "company", "service", NULL };

static void
section_free (KumojiSection *section)
{
  g_free (section->id);
  kumoji_text_clear (&section->title);
  g_ptr_array_unref (section->items);
  g_free (section);
}

static void
kumoji_catalog_finalize (GObject *object)
{
  KumojiCatalog *self = KUMOJI_CATALOG (object);

  g_free (self->id);
  g_free (self->source_file);
  kumoji_text_clear (&self->title);
  kumoji_text_clear (&self->short_title);
  kumoji_text_clear (&self->description);
  kumoji_text_clear (&self->publisher);
  kumoji_text_clear (&self->place);
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->facets, g_ptr_array_unref);
  g_clear_pointer (&self->controls, g_ptr_array_unref);
  g_clear_pointer (&self->impacts, g_ptr_array_unref);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (kumoji_catalog_parent_class)->finalize (object);
}

static void
kumoji_catalog_class_init (KumojiCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_catalog_finalize;
}

static void
kumoji_catalog_init (KumojiCatalog *self)
{
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
refuse_many (const KumojiPlace *place, const char *member)
{
  g_autofree char *reason =
    g_strdup_printf (_("a checklist may hold %d items and sections at most; split it in several"),
                     KUMOJI_CATALOG_MAX_ITEMS);

  kumoji_place_fail (place, member, reason);
}

static void
read_items (KumojiCatalog *self,
            const KumojiPlace *place,
            KumojiSection *section,
            const KumojiItemFrame *frame)
{
  guint n = kumoji_place_get_length (place, "items", FALSE);

  if (self->items->len + n > KUMOJI_CATALOG_MAX_ITEMS)
    refuse_many (place, "items");
  for (guint i = 0; i < n; i++)
    {
      KumojiPlace item_place;
      if (!kumoji_place_init_element (&item_place, place, "items", i))
        return;

      g_autoptr (KumojiItem) item = kumoji_item_new_from_place (&item_place, frame);
      if (kumoji_place_failed (place))
        return;
      if (!g_hash_table_insert (self->by_id, (gpointer) kumoji_item_get_id (item), item))
        kumoji_place_fail (&item_place, "id", _("stands twice in this catalog"));
      g_ptr_array_add (section->items, g_object_ref (item));
      g_ptr_array_add (self->items, g_steal_pointer (&item));
    }
}

static void
read_sections (KumojiCatalog *self, const KumojiPlace *root, const KumojiItemFrame *frame)
{
  guint n = kumoji_place_get_length (root, "sections", !frame->is_draft);

  if (n > KUMOJI_CATALOG_MAX_ITEMS)
    refuse_many (root, "sections");
  for (guint i = 0; i < n; i++)
    {
      KumojiPlace place;
      if (!kumoji_place_init_element (&place, root, "sections", i))
        return;

      KumojiSection *section = g_new0 (KumojiSection, 1);
      section->items = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (self->sections, section);
      section->id = g_strdup (kumoji_place_get_string (&place, "id", TRUE));
      kumoji_place_get_text (&place, "title", !frame->is_draft, &section->title);
      kumoji_text_fill (&section->title, section->id);
      read_items (self, &place, section, frame);
    }
  if (!kumoji_place_failed (root) && self->items->len == 0 && !frame->is_draft)
    kumoji_place_fail (root, "sections", _("must hold at least one item"));
}

static void
read_source (KumojiCatalog *self, const KumojiPlace *root)
{
  KumojiPlace source;

  /* What a company asks itself stands in no guide. */
  if (kumoji_place_failed (root) || !kumoji_place_init_member (&source, root, "source"))
    return;
  self->source_file = g_strdup (kumoji_place_get_string (&source, "file", FALSE));
  self->year = kumoji_place_get_integer (&source, "year", FALSE);
  kumoji_place_get_text (&source, "publisher", FALSE, &self->publisher);
  kumoji_place_get_text (&source, "place", FALSE, &self->place);
}

/* A title is never missing where something is shown. */
static void
read_title (KumojiCatalog *self, const KumojiPlace *root, gboolean is_draft)
{
  kumoji_place_get_text (root, "title", !is_draft, &self->title);
  kumoji_place_get_text (root, "short-title", FALSE, &self->short_title);
  kumoji_text_fill (&self->title, self->id);
}

static void
read_head (KumojiCatalog *self, const KumojiPlace *root, gboolean is_draft)
{
  self->id = g_strdup (kumoji_place_get_string (root, "id", TRUE));
  if (self->id != NULL && !kumoji_catalog_id_is_valid (self->id))
    kumoji_place_fail (root, "id",
                       _("must be of lower-case letters, digits, full stops and hyphens, no more "
                          "than 64"));
  self->kind = kumoji_place_get_choice (root, "kind", kumoji_kind_words, TRUE);
  self->subject = kumoji_place_get_choice (root, "subject", subjects, TRUE);
  read_title (self, root, is_draft);
  kumoji_place_get_text (root, "description", FALSE, &self->description);
  read_source (self, root);
}

static void
read_body (KumojiCatalog *self, const KumojiPlace *root, gboolean is_draft, GHashTable *known)
{
  self->facets = kumoji_facets_new_from_place (root);
  self->controls = kumoji_controls_new_from_place (root);
  self->impacts = kumoji_facet_values_new_from_place (root, "impacts");
  if (self->kind == KUMOJI_KIND_IMPACT && self->impacts->len == 0)
    kumoji_place_fail (root, "impacts", _("must not be empty"));

  const KumojiItemFrame frame = {
    self->kind,
    self->impacts,
    kumoji_place_get_choice (root, "no-means", kumoji_no_means_words, FALSE),
    self->facets,
    self->controls,
    is_draft,
    known,
  };
  read_sections (self, root, &frame);
}

static KumojiCatalog *
read_catalog (GBytes *bytes, const char *name, gboolean is_draft, GHashTable *known, GError **error)
{
  g_autoptr (KumojiCatalog) self = g_object_new (KUMOJI_TYPE_CATALOG, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) broken = NULL;
  KumojiPlace root;

  if (kumoji_place_init_root (&root, name, parser, bytes, KUMOJI_CATALOG_FORMAT,
                              KUMOJI_CATALOG_VERSION, &broken))
    read_head (self, &root, is_draft);
  if (broken == NULL)
    read_body (self, &root, is_draft, known);
  if (broken != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return NULL;
    }
  self->bytes = is_draft ? NULL : g_bytes_ref (bytes);
  return g_steal_pointer (&self);
}

/**
 * kumoji_catalog_new_from_bytes:
 * @bytes: a catalog file, DESIGN.md section 3
 * @name: the file's name, for messages
 * @error: return location
 *
 * A text may be in one language alone, see kumoji_text_get().
 *
 * Returns: (transfer full) (nullable): the catalog, or %NULL with an error that names the place
 */
KumojiCatalog *
kumoji_catalog_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  return read_catalog (bytes, name, FALSE, NULL, error);
}

/**
 * kumoji_catalog_new_draft:
 * @bytes: a catalog file, DESIGN.md section 3
 * @known: (nullable) (element-type utf8 KumojiItem): by number, items that were read before of a
 *   catalog with the same head: of these @bytes need say no more than the number
 * @error: return location
 *
 * As kumoji_catalog_new_from_bytes(), for one that is being written: it may hold no item yet, and
 * its texts may be missing. What has no title is known by its number.
 *
 * Returns: (transfer full) (nullable): the catalog, or %NULL with an error that names the place
 */
KumojiCatalog *
kumoji_catalog_new_draft (GBytes *bytes, GHashTable *known, GError **error)
{
  return read_catalog (bytes, "", TRUE, known, error);
}

/**
 * kumoji_catalog_id_is_valid:
 * @id: a text
 *
 * Returns: whether a catalog may have it for its id
 */
gboolean
kumoji_catalog_id_is_valid (const char *id)
{
  gsize length = strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789.-");

  return length > 0 && length <= MOST_ID && id[length] == '\0' && g_ascii_isalnum (*id);
}

/**
 * kumoji_catalog_get_id:
 * @self: a catalog
 *
 * Returns: (transfer none): its name in files, e.g. "jssa-stage2"
 */
const char *
kumoji_catalog_get_id (KumojiCatalog *self)
{
  return self->id;
}

/**
 * kumoji_catalog_get_kind:
 * @self: a catalog
 *
 * Returns: how its items are answered
 */
KumojiKind
kumoji_catalog_get_kind (KumojiCatalog *self)
{
  return self->kind;
}

/**
 * kumoji_catalog_get_subject:
 * @self: a catalog
 *
 * Returns: whom its questions are about
 */
KumojiSubject
kumoji_catalog_get_subject (KumojiCatalog *self)
{
  return self->subject;
}

/**
 * kumoji_catalog_get_title:
 * @self: a catalog
 * @language: a language
 *
 * Returns: (transfer none): its title
 */
const char *
kumoji_catalog_get_title (KumojiCatalog *self, KumojiLanguage language)
{
  return kumoji_text_get (&self->title, language);
}

/**
 * kumoji_catalog_get_short_title:
 * @self: a catalog
 * @language: a language
 *
 * Returns: (transfer none): a title for lists; the title where it has no short one
 */
const char *
kumoji_catalog_get_short_title (KumojiCatalog *self, KumojiLanguage language)
{
  const char *title = kumoji_text_get (&self->short_title, language);

  return title != NULL ? title : kumoji_catalog_get_title (self, language);
}

/**
 * kumoji_catalog_get_description:
 * @self: a catalog
 * @language: a language
 *
 * Returns: (transfer none) (nullable): when to answer it, and what it decides
 */
const char *
kumoji_catalog_get_description (KumojiCatalog *self, KumojiLanguage language)
{
  return kumoji_text_get (&self->description, language);
}

/**
 * kumoji_catalog_get_publisher:
 * @self: a catalog
 * @language: a language
 *
 * Returns: (transfer none): who published its guide; that we did where it names none
 */
const char *
kumoji_catalog_get_publisher (KumojiCatalog *self, KumojiLanguage language)
{
  const char *publisher = kumoji_text_get (&self->publisher, language);

  return publisher != NULL ? publisher : kumoji_phrase (language, N_("Our own"));
}

/**
 * kumoji_catalog_get_place:
 * @self: a catalog
 * @language: a language
 *
 * Returns: (transfer none): where in its guide it stands; its title where it names no place
 */
const char *
kumoji_catalog_get_place (KumojiCatalog *self, KumojiLanguage language)
{
  const char *place = kumoji_text_get (&self->place, language);

  return place != NULL ? place : kumoji_catalog_get_title (self, language);
}

/**
 * kumoji_catalog_get_year:
 * @self: a catalog
 *
 * Returns: the year in which its guide came out, 0 where the guide does not say
 */
gint64
kumoji_catalog_get_year (KumojiCatalog *self)
{
  return self->year;
}

/**
 * kumoji_catalog_get_source_file:
 * @self: a catalog
 *
 * Returns: (transfer none) (nullable): the file of its guide
 */
const char *
kumoji_catalog_get_source_file (KumojiCatalog *self)
{
  return self->source_file;
}

/**
 * kumoji_catalog_get_facets:
 * @self: a catalog
 *
 * Returns: (transfer none) (element-type KumojiFacet): by what its items can be told apart
 */
GPtrArray *
kumoji_catalog_get_facets (KumojiCatalog *self)
{
  return self->facets;
}

/**
 * kumoji_catalog_get_impacts:
 * @self: a catalog
 *
 * Returns: (transfer none) (element-type KumojiFacetValue): of kind impact, what is asked of each
 *   item; empty for other kinds
 */
GPtrArray *
kumoji_catalog_get_impacts (KumojiCatalog *self)
{
  return self->impacts;
}

/**
 * kumoji_catalog_get_control:
 * @self: a catalog
 * @item: an item of it
 *
 * Returns: (transfer none) (nullable): the control that the item serves
 */
const KumojiControl *
kumoji_catalog_get_control (KumojiCatalog *self, KumojiItem *item)
{
  const char *id = kumoji_item_get_control (item);

  return id != NULL ? kumoji_controls_find (self->controls, id) : NULL;
}

/**
 * kumoji_catalog_get_sections:
 * @self: a catalog
 *
 * Returns: (transfer none) (element-type KumojiSection): its sections in order
 */
GPtrArray *
kumoji_catalog_get_sections (KumojiCatalog *self)
{
  return self->sections;
}

/**
 * kumoji_catalog_get_section:
 * @self: a catalog
 * @id: a section's number
 *
 * Returns: (transfer none) (nullable): the section
 */
const KumojiSection *
kumoji_catalog_get_section (KumojiCatalog *self, const char *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const KumojiSection *section = self->sections->pdata[i];
      if (g_str_equal (section->id, id))
        return section;
    }
  return NULL;
}

/**
 * kumoji_catalog_get_items:
 * @self: a catalog
 *
 * Returns: (transfer none) (element-type KumojiItem): the items of all sections in order
 */
GPtrArray *
kumoji_catalog_get_items (KumojiCatalog *self)
{
  return self->items;
}

/**
 * kumoji_catalog_get_item:
 * @self: a catalog
 * @id: an item's number
 *
 * Returns: (transfer none) (nullable): the item
 */
KumojiItem *
kumoji_catalog_get_item (KumojiCatalog *self, const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

/**
 * kumoji_catalog_get_bytes:
 * @self: a catalog
 *
 * Returns: (transfer none) (nullable): the file that it was read from; %NULL for a draft
 */
GBytes *
kumoji_catalog_get_bytes (KumojiCatalog *self)
{
  return self->bytes;
}
