/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding: where words occur in all that is asked, answered and listed. */
#include "rules/kumoji-find-private.h"

#include <string.h>

/* How much of a text is shown, characters, and how much of that before the first word. */
#define EXCERPT_LENGTH 140
#define EXCERPT_BEFORE 30

#define ELLIPSIS "…"

/* How well an entry fits: what begins with the first word, what says all in its title, the rest. */
#define N_RANKS 3

typedef struct
{
  char **words; /* folded */
  guint most;
  GPtrArray *entries[KUMOJI_N_FIND_GROUPS][N_RANKS]; /* of KumojiFindEntry */
  guint n[KUMOJI_N_FIND_GROUPS];
} Search;

static gboolean
has_all (const char *folded, char *const *words)
{
  for (int i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* An answer is found by what is noted: by its question, the question itself is found. */
static void
fold_entry (KumojiFindEntry *entry)
{
  GString *folded = g_string_new (NULL);

  if (entry->group != KUMOJI_FIND_ANSWERS)
    {
      kumoji_fold_onto (folded, entry->title, NULL);
      entry->folded_title = g_strdup (folded->str);
    }
  for (int i = 0; entry->bodies[i] != NULL; i++)
    {
      g_string_append_c (folded, '\n');
      kumoji_fold_onto (folded, entry->bodies[i], NULL);
    }
  entry->folded = g_string_free (folded, FALSE);
}

static guint
rank (const KumojiFindEntry *entry, char *const *words)
{
  if (entry->folded_title == NULL || !has_all (entry->folded_title, words))
    return N_RANKS - 1;
  return g_str_has_prefix (entry->folded_title, words[0]) ? 0 : 1;
}

static void
look_at (Search *self, KumojiFindEntry *entry)
{
  if (entry->folded == NULL)
    fold_entry (entry);
  if (!has_all (entry->folded, self->words))
    return;
  GPtrArray *list = self->entries[entry->group][rank (entry, self->words)];
  self->n[entry->group]++;
  if (list->len < self->most)
    g_ptr_array_add (list, entry);
}

static void
found_free (gpointer data)
{
  KumojiFound *found = data;

  g_free (found->target);
  g_free (found->title);
  g_array_unref (found->title_spans);
  g_free (found->place);
  g_free (found->excerpt);
  g_array_unref (found->excerpt_spans);
  g_free (found);
}

/* The part of @text around the first word, and where the words stand in it. */
static char *
cut (const char *text, GArray *spans)
{
  const gsize first = spans->len > 0 ? g_array_index (spans, KumojiSpan, 0).start : 0;
  const char *start = text + first;
  const char *end;
  guint n = 0;

  for (int i = 0; i < EXCERPT_BEFORE && start > text; i++)
    start = g_utf8_prev_char (start);
  if (start - text <= (gssize) strlen (ELLIPSIS))
    start = text;
  else if (g_ascii_isalnum (start[-1]) && strchr (start, ' ') != NULL
           && strchr (start, ' ') < text + first)
    start = strchr (start, ' ') + 1;
  end = start;
  for (int i = 0; i < EXCERPT_LENGTH && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  const gsize before = start > text ? strlen (ELLIPSIS) : 0;
  for (guint i = 0; i < spans->len; i++)
    {
      KumojiSpan span = g_array_index (spans, KumojiSpan, i);
      if (span.end > (gsize) (end - text))
        break;
      span.start = span.start - (start - text) + before;
      span.end = span.end - (start - text) + before;
      g_array_index (spans, KumojiSpan, n++) = span;
    }
  g_array_set_size (spans, n);
  g_autofree char *part = g_strndup (start, end - start);
  return g_strconcat (before > 0 ? ELLIPSIS : "", g_strdelimit (part, "\n\r\t", ' '),
                      *end != '\0' ? ELLIPSIS : "", NULL);
}

static guint
count_words (const char *text, char *const *words)
{
  g_autofree char *folded = kumoji_fold (text);
  guint n = 0;

  for (int i = 0; words[i] != NULL; i++)
    n += strstr (folded, words[i]) != NULL;
  return n;
}

/* The body in which most of the words stand: what tells why it was found. Of what explains a word
 * the explanation. */
static char *
make_excerpt (const KumojiFindEntry *entry, char *const *words, GArray *spans)
{
  const char *best = entry->bodies[0];
  guint most = best != NULL ? count_words (best, words) : 0;

  if (best == NULL)
    return g_strdup ("");
  for (int i = 1; entry->group != KUMOJI_FIND_TERMS && entry->bodies[i] != NULL; i++)
    {
      const guint n = count_words (entry->bodies[i], words);
      if (n > most)
        {
          most = n;
          best = entry->bodies[i];
        }
    }
  kumoji_fold_find (best, (const char *const *) words, spans);
  return cut (best, spans);
}

static KumojiFound *
found_new (const KumojiFindEntry *entry, char *const *words)
{
  KumojiFound *found = g_new0 (KumojiFound, 1);

  found->target = g_strdup (entry->target);
  found->title = g_strdup (entry->title);
  found->place = g_strdup (entry->place);
  found->title_spans = g_array_new (FALSE, FALSE, sizeof (KumojiSpan));
  found->excerpt_spans = g_array_new (FALSE, FALSE, sizeof (KumojiSpan));
  if (entry->folded_title != NULL)
    kumoji_fold_find (entry->title, (const char *const *) words, found->title_spans);
  found->excerpt = make_excerpt (entry, words, found->excerpt_spans);
  return found;
}

static void
search_init (Search *self, const char *words, guint most)
{
  g_autofree char *folded = kumoji_fold (words);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\r\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  self->words = g_strv_builder_end (builder);
  self->most = most;
  for (int group = 0; group < KUMOJI_N_FIND_GROUPS; group++)
    {
      self->n[group] = 0;
      for (int i = 0; i < N_RANKS; i++)
        self->entries[group][i] = g_ptr_array_new ();
    }
}

static void
search_clear (Search *self)
{
  g_strfreev (self->words);
  for (int group = 0; group < KUMOJI_N_FIND_GROUPS; group++)
    for (int i = 0; i < N_RANKS; i++)
      g_ptr_array_unref (self->entries[group][i]);
}

static KumojiFindings *
findings_new (const Search *search)
{
  KumojiFindings *self = g_new0 (KumojiFindings, 1);

  for (int group = 0; group < KUMOJI_N_FIND_GROUPS; group++)
    {
      self->n[group] = search->n[group];
      self->found[group] = g_ptr_array_new_with_free_func (found_free);
      for (int i = 0; i < N_RANKS; i++)
        {
          GPtrArray *entries = search->entries[group][i];
          for (guint j = 0; j < entries->len && self->found[group]->len < search->most; j++)
            g_ptr_array_add (self->found[group], found_new (entries->pdata[j], search->words));
        }
    }
  return self;
}

/**
 * kumoji_find:
 * @source: what is searched; threads may search it at once, and wait for each other
 * @words: what is looked for, as typed: each word must occur
 * @most: how many of each group are wanted
 * @cancellable: (nullable): stops it
 *
 * Returns: (transfer full) (nullable): what is found, nothing for no words; %NULL where it was
 *   stopped
 */
KumojiFindings *
kumoji_find (KumojiFindSource *source, const char *words, guint most, GCancellable *cancellable)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&source->mutex);
  KumojiFindings *findings = NULL;
  Search search;

  search_init (&search, words, most);
  for (guint i = 0; search.words[0] != NULL && i < source->entries->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      look_at (&search, &g_array_index (source->entries, KumojiFindEntry, i));
    }
  if (!g_cancellable_is_cancelled (cancellable))
    findings = findings_new (&search);
  search_clear (&search);
  return findings;
}

/**
 * kumoji_findings_free:
 * @self: what was found
 */
void
kumoji_findings_free (KumojiFindings *self)
{
  for (int group = 0; group < KUMOJI_N_FIND_GROUPS; group++)
    g_ptr_array_unref (self->found[group]);
  g_free (self);
}
