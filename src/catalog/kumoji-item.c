/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item: one question of a catalog. */
#include "catalog/kumoji-item-private.h"

#include "catalog/kumoji-phrases.h"

struct _KumojiItem
{
  GObject parent_instance;

  char *id;
  KumojiText title;
  KumojiText question;
  KumojiText hint;
  KumojiText example;
  KumojiText look_for;
  char **terms[KUMOJI_N_LANGUAGES]; /* NULL for none */
  char *control;
  GHashTable *facets; /* by facet, its values; NULL for none */
  KumojiKind kind;
  GPtrArray *impacts;
  gint64 interval;
  KumojiNoMeans no_means;
  gboolean excluded_by_push;
};

G_DEFINE_FINAL_TYPE (KumojiItem, kumoji_item, G_TYPE_OBJECT)

#define MOST_ID 40

const char *const kumoji_no_means_words[] = { "gap", "misfit", "not-applicable", NULL };
static const char *const excluded_words[] = { "", "digital-push", NULL };

static void
kumoji_item_finalize (GObject *object)
{
  KumojiItem *self = KUMOJI_ITEM (object);

  g_free (self->id);
  kumoji_text_clear (&self->title);
  kumoji_text_clear (&self->question);
  kumoji_text_clear (&self->hint);
  kumoji_text_clear (&self->example);
  kumoji_text_clear (&self->look_for);
  for (int i = 0; i < KUMOJI_N_LANGUAGES; i++)
    g_strfreev (self->terms[i]);
  g_free (self->control);
  g_clear_pointer (&self->facets, g_hash_table_unref);
  g_clear_pointer (&self->impacts, g_ptr_array_unref);

  G_OBJECT_CLASS (kumoji_item_parent_class)->finalize (object);
}

static void
kumoji_item_class_init (KumojiItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_item_finalize;
}

static void
kumoji_item_init (KumojiItem *self)
{
}

static void
read_control (KumojiItem *self, const KumojiPlace *place, GPtrArray *controls)
{
  if (!kumoji_place_has (place, "control"))
    return;
  self->control = g_strdup (kumoji_place_get_string (place, "control", TRUE));
  if (self->control != NULL && kumoji_controls_find (controls, self->control) == NULL)
    kumoji_place_fail (place, "control", _("this catalog declares no such control"));
}

/* A number that is short, and that a path or a line of text may hold. */
static void
read_id (KumojiItem *self, const KumojiPlace *place)
{
  self->id = g_strdup (kumoji_place_get_string (place, "id", TRUE));
  if (self->id != NULL && !kumoji_item_id_is_valid (self->id))
    kumoji_place_fail (place, "id",
                       _("must be a number like 5.8: no more than 40 characters, without blanks "
                          "and slashes"));
}

/* An item that is being written says its number where it has no title yet, and its title where it
 * asks nothing yet. */
static void
fill_draft (KumojiItem *self)
{
  kumoji_text_fill (&self->title, self->id);
  if (kumoji_text_is_empty (&self->question))
    for (int i = 0; i < KUMOJI_N_LANGUAGES; i++)
      self->question.in[i] = g_strdup (self->title.in[i]);
}

/**
 * kumoji_item_id_is_valid:
 * @id: a text
 *
 * Returns: whether an item may have it for its number
 */
gboolean
kumoji_item_id_is_valid (const char *id)
{
  if (*id == '\0' || g_utf8_strlen (id, -1) > MOST_ID)
    return FALSE;
  for (; *id != '\0'; id = g_utf8_next_char (id))
    if (*id == '/' || g_unichar_isspace (g_utf8_get_char (id))
        || !g_unichar_isprint (g_utf8_get_char (id)))
      return FALSE;
  return TRUE;
}

/* An item that was read before, and of which nothing is said but the number. */
static KumojiItem *
find_known (const KumojiPlace *place, GHashTable *known)
{
  const char *id = known != NULL && json_object_get_size (place->object) == 1
                     ? kumoji_place_get_string (place, "id", TRUE)
                     : NULL;

  return id != NULL ? g_hash_table_lookup (known, id) : NULL;
}

static void
read_terms (KumojiItem *self, const KumojiPlace *place)
{
  KumojiPlace terms;

  if (!kumoji_place_init_member (&terms, place, "terms"))
    return;
  for (int i = 0; i < KUMOJI_N_LANGUAGES; i++)
    {
      const char *code = kumoji_language_get_code (i);
      g_auto (GStrv) words = kumoji_place_dup_strings (&terms, code);
      if (g_strv_contains ((const char *const *) words, ""))
        kumoji_place_fail (&terms, code, _("must not be empty"));
      if (words[0] != NULL)
        self->terms[i] = g_steal_pointer (&words);
    }
}

/**
 * kumoji_item_new_from_place: (skip)
 * @place: the item's object; its error is set where something is wrong
 * @frame: what its catalog says for all items
 *
 * Returns: (transfer full): the item, incomplete where @place has failed
 */
KumojiItem *
kumoji_item_new_from_place (const KumojiPlace *place, const KumojiItemFrame *frame)
{
  KumojiItem *self = find_known (place, frame->known);

  if (self != NULL)
    return g_object_ref (self);
  self = g_object_new (KUMOJI_TYPE_ITEM, NULL);
  read_id (self, place);
  kumoji_place_get_text (place, "title", !frame->is_draft, &self->title);
  kumoji_place_get_text (place, "question", !frame->is_draft, &self->question);
  kumoji_place_get_text (place, "hint", FALSE, &self->hint);
  kumoji_place_get_text (place, "example", FALSE, &self->example);
  kumoji_place_get_text (place, "look-for", FALSE, &self->look_for);
  read_terms (self, place);
  read_control (self, place, frame->controls);
  self->facets = kumoji_facets_read_values (frame->facets, place);
  self->kind = frame->kind;
  self->impacts = g_ptr_array_ref (frame->impacts);
  self->interval = kumoji_place_get_integer (place, "interval", FALSE);
  self->no_means = frame->no_means;
  if (kumoji_place_has (place, "no-means"))
    self->no_means = kumoji_place_get_choice (place, "no-means", kumoji_no_means_words, FALSE);
  self->excluded_by_push = kumoji_place_get_choice (place, "excluded-when", excluded_words, FALSE);
  if (frame->is_draft)
    fill_draft (self);
  return self;
}

/**
 * kumoji_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the number that the item has in its guide, e.g. "5.8"
 */
const char *
kumoji_item_get_id (KumojiItem *self)
{
  return self->id;
}

/**
 * kumoji_item_get_title:
 * @self: an item
 * @language: a language
 *
 * Returns: (transfer none): its short name
 */
const char *
kumoji_item_get_title (KumojiItem *self, KumojiLanguage language)
{
  return kumoji_text_get (&self->title, language);
}

/**
 * kumoji_item_get_question:
 * @self: an item
 * @language: a language
 *
 * Returns: (transfer none): what it asks
 */
const char *
kumoji_item_get_question (KumojiItem *self, KumojiLanguage language)
{
  return kumoji_text_get (&self->question, language);
}

/**
 * kumoji_item_get_hint:
 * @self: an item
 * @language: a language
 *
 * Returns: (transfer none) (nullable): how to find out, and why it matters
 */
const char *
kumoji_item_get_hint (KumojiItem *self, KumojiLanguage language)
{
  return kumoji_text_get (&self->hint, language);
}

/**
 * kumoji_item_get_example:
 * @self: an item
 * @language: a language
 *
 * Returns: (transfer none) (nullable): a case from practice, where the guide has one
 */
const char *
kumoji_item_get_example (KumojiItem *self, KumojiLanguage language)
{
  return kumoji_text_get (&self->example, language);
}

/**
 * kumoji_item_get_look_for:
 * @self: an item
 * @language: a language
 *
 * Returns: (transfer none) (nullable): what to look for in the contract or on the provider's pages
 */
const char *
kumoji_item_get_look_for (KumojiItem *self, KumojiLanguage language)
{
  return kumoji_text_get (&self->look_for, language);
}

/**
 * kumoji_item_get_terms:
 * @self: an item
 * @language: a language
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the words that it explains, as
 * they stand in texts; %NULL where it explains none
 */
const char *const *
kumoji_item_get_terms (KumojiItem *self, KumojiLanguage language)
{
  return (const char *const *) self->terms[language];
}

/**
 * kumoji_item_get_control:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the number of the control that it serves; its catalog tells
 *   more of it
 */
const char *
kumoji_item_get_control (KumojiItem *self)
{
  return self->control;
}

/**
 * kumoji_item_get_facet:
 * @self: an item
 * @facet: a facet's id, e.g. "phase"
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the values that it has of it,
 *   %NULL where it has none
 */
const char *const *
kumoji_item_get_facet (KumojiItem *self, const char *facet)
{
  return self->facets != NULL ? g_hash_table_lookup (self->facets, facet) : NULL;
}

/**
 * kumoji_item_get_kind:
 * @self: an item
 *
 * Returns: how it is answered: as all of its catalog
 */
KumojiKind
kumoji_item_get_kind (KumojiItem *self)
{
  return self->kind;
}

/**
 * kumoji_item_get_impacts:
 * @self: an item
 *
 * Returns: (transfer none) (element-type KumojiFacetValue): of kind impact, the ways in which it
 *   may hit a company; empty for other kinds
 */
GPtrArray *
kumoji_item_get_impacts (KumojiItem *self)
{
  return self->impacts;
}

/**
 * kumoji_item_get_interval:
 * @self: an item
 *
 * Returns: of kind recurring, after how many months it is due again unless the company says
 *   otherwise; 0 where the catalog names none
 */
gint64
kumoji_item_get_interval (KumojiItem *self)
{
  return self->interval;
}

/**
 * kumoji_item_get_no_means:
 * @self: an item
 *
 * Returns: what a No to it says
 */
KumojiNoMeans
kumoji_item_get_no_means (KumojiItem *self)
{
  return self->no_means;
}

/**
 * kumoji_item_is_excluded_by_push:
 * @self: an item
 *
 * Returns: whether the item leaves the count for a company that went to the cloud for telework,
 *   e-commerce or social media
 */
gboolean
kumoji_item_is_excluded_by_push (KumojiItem *self)
{
  return self->excluded_by_push;
}

/**
 * kumoji_item_lacks:
 * @self: an item
 * @language: a language
 *
 * Returns: whether any of its texts is shown in the other language, for want of this one
 */
gboolean
kumoji_item_lacks (KumojiItem *self, KumojiLanguage language)
{
  return kumoji_text_lacks (&self->title, language) || kumoji_text_lacks (&self->question, language)
         || kumoji_text_lacks (&self->hint, language)
         || kumoji_text_lacks (&self->example, language)
         || kumoji_text_lacks (&self->look_for, language);
}
