/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter of the register: words, a group and a rank. */
#include "config.h"

#include "app/pages/kumoji-asset-filter.h"

struct _KumojiAssetFilter
{
  GtkFilter parent_instance;

  char **words;        /* folded; all must be found */
  GHashTable *choices; /* from a field's name to the id that it must hold, "" for none */
};

G_DEFINE_FINAL_TYPE (KumojiAssetFilter, kumoji_asset_filter, GTK_TYPE_FILTER)

/* Where a word is looked for. */
static const char *const searched[] = { "name",   "number", "owner",         "location",
                                        "medium", "note",   "permitted-use", "measures" };

/* Full-width and half-width letters are the same to somebody who searches. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

static GQuark
folded_quark (void)
{
  return g_quark_from_static_string ("kumoji-asset-folded");
}

static void
forget_folded_cb (GObject *asset, GParamSpec *pspec, gpointer data)
{
  g_object_set_qdata (asset, folded_quark (), NULL);
}

/* All that is searched, folded. Folding takes longer than all else, so an asset carries its folded
 * text along until it says something else. */
static const char *
get_folded (KumojiRecord *asset)
{
  const char *known = g_object_get_qdata (G_OBJECT (asset), folded_quark ());
  g_autoptr (GString) text = NULL;
  char *folded;

  if (known != NULL)
    return known;
  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    {
      g_string_append (text, kumoji_record_get_text (asset, searched[i]));
      g_string_append_c (text, '\n');
    }
  folded = fold (text->str);
  g_object_set_qdata_full (G_OBJECT (asset), folded_quark (), folded, g_free);
  if (g_signal_handler_find (asset, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, forget_folded_cb, NULL) == 0)
    g_signal_connect (asset, "notify", G_CALLBACK (forget_folded_cb), NULL);
  return folded;
}

static gboolean
has_words (KumojiAssetFilter *self, KumojiRecord *asset)
{
  const char *folded = get_folded (asset);

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
kumoji_asset_filter_match (GtkFilter *filter, gpointer item)
{
  KumojiAssetFilter *self = KUMOJI_ASSET_FILTER (filter);
  GHashTableIter choices;
  gpointer field, id;

  g_hash_table_iter_init (&choices, self->choices);
  while (g_hash_table_iter_next (&choices, &field, &id))
    if (!g_str_equal (kumoji_record_get_text (item, field), id))
      return FALSE;
  return self->words[0] == NULL || has_words (self, item);
}

static GtkFilterMatch
kumoji_asset_filter_get_strictness (GtkFilter *filter)
{
  return kumoji_asset_filter_is_empty (KUMOJI_ASSET_FILTER (filter)) ? GTK_FILTER_MATCH_ALL
                                                                     : GTK_FILTER_MATCH_SOME;
}

static void
kumoji_asset_filter_finalize (GObject *object)
{
  KumojiAssetFilter *self = KUMOJI_ASSET_FILTER (object);

  g_strfreev (self->words);
  g_hash_table_unref (self->choices);

  G_OBJECT_CLASS (kumoji_asset_filter_parent_class)->finalize (object);
}

static void
kumoji_asset_filter_class_init (KumojiAssetFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  filter_class->match = kumoji_asset_filter_match;
  filter_class->get_strictness = kumoji_asset_filter_get_strictness;
  G_OBJECT_CLASS (klass)->finalize = kumoji_asset_filter_finalize;
}

static void
kumoji_asset_filter_init (KumojiAssetFilter *self)
{
  self->words = g_new0 (char *, 1);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * kumoji_asset_filter_new:
 *
 * Returns: (transfer full): a filter that lets all assets through
 */
KumojiAssetFilter *
kumoji_asset_filter_new (void)
{
  return g_object_new (KUMOJI_TYPE_ASSET_FILTER, NULL);
}

/**
 * kumoji_asset_filter_set_words:
 * @self: a filter
 * @words: what somebody typed: words that must all be found, in any field and any order
 */
void
kumoji_asset_filter_set_words (KumojiAssetFilter *self, const char *words)
{
  g_autofree char *folded = fold (words);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) wanted = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  wanted = g_strv_builder_end (builder);
  if (g_strv_equal ((const char *const *) wanted, (const char *const *) self->words))
    return;
  g_strfreev (self->words);
  self->words = g_steal_pointer (&wanted);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * kumoji_asset_filter_set_choice:
 * @self: a filter
 * @field: the name of a choice
 * @id: (nullable): what it must hold; "" for not chosen yet, %NULL for whatever
 */
void
kumoji_asset_filter_set_choice (KumojiAssetFilter *self, const char *field, const char *id)
{
  if (g_strcmp0 (g_hash_table_lookup (self->choices, field), id) == 0)
    return;
  if (id != NULL)
    g_hash_table_insert (self->choices, g_strdup (field), g_strdup (id));
  else
    g_hash_table_remove (self->choices, field);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * kumoji_asset_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it lets all assets through
 */
gboolean
kumoji_asset_filter_is_empty (KumojiAssetFilter *self)
{
  return self->words[0] == NULL && g_hash_table_size (self->choices) == 0;
}
