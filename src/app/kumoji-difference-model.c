/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A difference model: what differs, area by area, as a list that can be searched. A GListModel.
 *
 * A line is made when somebody looks at it: there may be hundreds of thousands. */
#include "config.h"

#include "app/kumoji-difference-model.h"

#include <gio/gio.h>
#include <string.h>

struct _KumojiDifferenceLine
{
  GObject parent_instance;

  GPtrArray *differences;
  const KumojiDifference *difference;
  guint heads;
};

/* A line before it is made: the difference, or the head of an area with so many of them. */
typedef struct
{
  guint difference;
  guint heads;
} Entry;

struct _KumojiDifferenceModel
{
  GObject parent_instance;

  GPtrArray *differences;
  char **keys; /* of each difference, what the search looks at */
  GArray *entries;
  guint counts[KUMOJI_N_DIFFERENCE_KINDS];
};

static void kumoji_difference_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (KumojiDifferenceLine, kumoji_difference_line, G_TYPE_OBJECT)

G_DEFINE_FINAL_TYPE_WITH_CODE (KumojiDifferenceModel,
                               kumoji_difference_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      kumoji_difference_model_iface_init))

static void
kumoji_difference_line_finalize (GObject *object)
{
  g_ptr_array_unref (KUMOJI_DIFFERENCE_LINE (object)->differences);

  G_OBJECT_CLASS (kumoji_difference_line_parent_class)->finalize (object);
}

static void
kumoji_difference_line_class_init (KumojiDifferenceLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_difference_line_finalize;
}

static void
kumoji_difference_line_init (KumojiDifferenceLine *self)
{
}

/**
 * kumoji_difference_line_get_difference:
 * @self: a line
 *
 * Returns: (transfer none): what differs; of a head, the first thing that differs in its area
 */
const KumojiDifference *
kumoji_difference_line_get_difference (KumojiDifferenceLine *self)
{
  return self->difference;
}

/**
 * kumoji_difference_line_get_heads:
 * @self: a line
 *
 * Returns: how many differences of its area follow, 0 for a line that is no head
 */
guint
kumoji_difference_line_get_heads (KumojiDifferenceLine *self)
{
  return self->heads;
}

static GType
kumoji_difference_model_get_item_type (GListModel *model)
{
  return KUMOJI_TYPE_DIFFERENCE_LINE;
}

static guint
kumoji_difference_model_get_n_items (GListModel *model)
{
  return KUMOJI_DIFFERENCE_MODEL (model)->entries->len;
}

static gpointer
kumoji_difference_model_get_item (GListModel *model, guint position)
{
  KumojiDifferenceModel *self = KUMOJI_DIFFERENCE_MODEL (model);

  if (position >= self->entries->len)
    return NULL;
  const Entry *entry = &g_array_index (self->entries, Entry, position);
  KumojiDifferenceLine *line = g_object_new (KUMOJI_TYPE_DIFFERENCE_LINE, NULL);
  line->differences = g_ptr_array_ref (self->differences);
  line->difference = self->differences->pdata[entry->difference];
  line->heads = entry->heads;
  return line;
}

static void
kumoji_difference_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = kumoji_difference_model_get_item_type;
  iface->get_n_items = kumoji_difference_model_get_n_items;
  iface->get_item = kumoji_difference_model_get_item;
}

static void
kumoji_difference_model_finalize (GObject *object)
{
  KumojiDifferenceModel *self = KUMOJI_DIFFERENCE_MODEL (object);

  g_strfreev (self->keys);
  g_ptr_array_unref (self->differences);
  g_array_unref (self->entries);

  G_OBJECT_CLASS (kumoji_difference_model_parent_class)->finalize (object);
}

static void
kumoji_difference_model_class_init (KumojiDifferenceModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_difference_model_finalize;
}

static void
kumoji_difference_model_init (KumojiDifferenceModel *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
}

/* Capital or small, full width or half: whoever searches does not know how it was typed. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

static gboolean
matches (const char *key, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (key, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
fill (KumojiDifferenceModel *self, int kind, char **words)
{
  guint head = G_MAXUINT;

  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < self->differences->len; i++)
    {
      const KumojiDifference *difference = self->differences->pdata[i];
      if ((kind != KUMOJI_DIFFERENCE_ANY_KIND && (int) difference->kind != kind)
          || !matches (self->keys[i], words))
        continue;
      Entry *last = head != G_MAXUINT ? &g_array_index (self->entries, Entry, head) : NULL;
      const KumojiDifference *first =
        last != NULL ? self->differences->pdata[last->difference] : NULL;
      if (first == NULL || first->area != difference->area)
        {
          Entry entry = { i, 0 };
          head = self->entries->len;
          g_array_append_val (self->entries, entry);
        }
      g_array_index (self->entries, Entry, head).heads++;
      Entry entry = { i, 0 };
      g_array_append_val (self->entries, entry);
    }
}

/**
 * kumoji_difference_model_new:
 * @differences: (element-type KumojiDifference): what kumoji_differences_new() found
 *
 * Any thread may do this.
 *
 * Returns: (transfer full): all of them, each area under a head
 */
KumojiDifferenceModel *
kumoji_difference_model_new (GPtrArray *differences)
{
  KumojiDifferenceModel *self = g_object_new (KUMOJI_TYPE_DIFFERENCE_MODEL, NULL);
  char *no_words[] = { NULL };

  self->differences = g_ptr_array_ref (differences);
  self->keys = g_new0 (char *, differences->len + 1);
  for (guint i = 0; i < differences->len; i++)
    {
      const KumojiDifference *difference = differences->pdata[i];
      g_autofree char *text = g_strjoin ("\n", difference->record, difference->field,
                                         difference->before, difference->after, NULL);
      self->keys[i] = fold (text);
      self->counts[difference->kind]++;
    }
  fill (self, KUMOJI_DIFFERENCE_ANY_KIND, no_words);
  return self;
}

/**
 * kumoji_difference_model_get_count:
 * @self: a model
 * @kind: a #KumojiDifferenceKind, or %KUMOJI_DIFFERENCE_ANY_KIND
 *
 * Returns: how many differences of that kind there are, whatever the filter shows
 */
guint
kumoji_difference_model_get_count (KumojiDifferenceModel *self, int kind)
{
  return kind == KUMOJI_DIFFERENCE_ANY_KIND ? self->differences->len : self->counts[kind];
}

/**
 * kumoji_difference_model_set_filter:
 * @self: a model
 * @kind: a #KumojiDifferenceKind, or %KUMOJI_DIFFERENCE_ANY_KIND
 * @words: what must stand in a difference, in any of its texts and in any order
 *
 * Shows only such differences, and the heads of their areas.
 */
void
kumoji_difference_model_set_filter (KumojiDifferenceModel *self, int kind, const char *words)
{
  g_autofree char *folded = fold (words);
  g_auto (GStrv) wanted = g_strsplit_set (folded, " \t\n", -1);
  guint before = self->entries->len;

  fill (self, kind, wanted);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->entries->len);
}
