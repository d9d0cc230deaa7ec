/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item line: an item of a checklist, or the heading of a section, as the list of items shows it.
 */
#include "config.h"

#include "app/pages/kumoji-item-line.h"

struct _KumojiItemLine
{
  GObject parent_instance;

  KumojiItem *item;        /* NULL for a heading */
  KumojiItemLine *heading; /* NULL where the list has none */
  KumojiItemState state;
  KumojiPillKind pill;
  const char *words;
  KumojiItemMark mark;

  char *title; /* of a heading */
  char *progress;
  guint n_shown;
  gboolean folded;
};

enum
{
  PROP_STATE = 1,
  PROP_PROGRESS,
  PROP_FOLDED,
  PROP_MARK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KumojiItemLine, kumoji_item_line, G_TYPE_OBJECT)

static void
kumoji_item_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KumojiItemLine *self = KUMOJI_ITEM_LINE (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_PROGRESS:
      g_value_set_string (value, self->progress);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_MARK:
      g_value_set_uint (value, self->mark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_item_line_finalize (GObject *object)
{
  KumojiItemLine *self = KUMOJI_ITEM_LINE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->heading);
  g_free (self->title);
  g_free (self->progress);

  G_OBJECT_CLASS (kumoji_item_line_parent_class)->finalize (object);
}

static void
kumoji_item_line_class_init (KumojiItemLineClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kumoji_item_line_get_property;
  object_class->finalize = kumoji_item_line_finalize;

  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, KUMOJI_ITEM_UNANSWERED,
                                              KUMOJI_ITEM_REFERENCE, KUMOJI_ITEM_UNANSWERED, flags);
  properties[PROP_PROGRESS] = g_param_spec_string ("progress", NULL, NULL, NULL, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  properties[PROP_MARK] = g_param_spec_uint ("mark", NULL, NULL, KUMOJI_ITEM_MARK_OFF,
                                             KUMOJI_ITEM_MARK_ALL, KUMOJI_ITEM_MARK_OFF, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kumoji_item_line_init (KumojiItemLine *self)
{
}

/**
 * kumoji_item_line_new:
 * @item: an item
 * @heading: (nullable): the line of the section in which it stands
 *
 * Returns: (transfer full): a line for it, unanswered
 */
KumojiItemLine *
kumoji_item_line_new (KumojiItem *item, KumojiItemLine *heading)
{
  KumojiItemLine *self = g_object_new (KUMOJI_TYPE_ITEM_LINE, NULL);

  self->item = g_object_ref (item);
  self->heading = heading != NULL ? g_object_ref (heading) : NULL;
  return self;
}

/**
 * kumoji_item_line_new_heading:
 * @title: a section's number and title
 * @folded: whether the lines of its items are put away
 *
 * Returns: (transfer full): a line above the items of a section
 */
KumojiItemLine *
kumoji_item_line_new_heading (const char *title, gboolean folded)
{
  KumojiItemLine *self = g_object_new (KUMOJI_TYPE_ITEM_LINE, NULL);

  self->title = g_strdup (title);
  self->progress = g_strdup ("");
  self->folded = folded;
  return self;
}

/**
 * kumoji_item_line_get_item:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): its item, %NULL for a heading
 */
KumojiItem *
kumoji_item_line_get_item (KumojiItemLine *self)
{
  return self->item;
}

/**
 * kumoji_item_line_get_heading:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the line of its section
 */
KumojiItemLine *
kumoji_item_line_get_heading (KumojiItemLine *self)
{
  return self->heading;
}

/**
 * kumoji_item_line_get_title:
 * @self: a heading
 *
 * Returns: (transfer none): the section's number and title
 */
const char *
kumoji_item_line_get_title (KumojiItemLine *self)
{
  return self->title;
}

/**
 * kumoji_item_line_set_progress:
 * @self: a heading
 * @progress: how much of its section is answered
 */
void
kumoji_item_line_set_progress (KumojiItemLine *self, const char *progress)
{
  if (g_str_equal (self->progress, progress))
    return;
  g_free (self->progress);
  self->progress = g_strdup (progress);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

/**
 * kumoji_item_line_get_progress:
 * @self: a heading
 *
 * Returns: (transfer none): how much of its section is answered, e.g. "12 / 30"
 */
const char *
kumoji_item_line_get_progress (KumojiItemLine *self)
{
  return self->progress;
}

/**
 * kumoji_item_line_set_n_shown:
 * @self: a heading
 * @n_shown: how many items of its section the filters leave
 */
void
kumoji_item_line_set_n_shown (KumojiItemLine *self, guint n_shown)
{
  self->n_shown = n_shown;
}

/**
 * kumoji_item_line_get_n_shown:
 * @self: a heading
 *
 * Returns: how many items of its section the filters leave
 */
guint
kumoji_item_line_get_n_shown (KumojiItemLine *self)
{
  return self->n_shown;
}

/**
 * kumoji_item_line_set_folded:
 * @self: a heading
 * @folded: whether the lines of its items are put away
 */
void
kumoji_item_line_set_folded (KumojiItemLine *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

/**
 * kumoji_item_line_is_folded:
 * @self: a heading
 *
 * Returns: whether the lines of its items are put away
 */
gboolean
kumoji_item_line_is_folded (KumojiItemLine *self)
{
  return self->folded;
}

/**
 * kumoji_item_line_set_state:
 * @self: a line
 * @state: where its item stands
 * @pill: how a pill says so
 * @words: (transfer none): static words for it, see kumoji_item_state_get_words()
 */
void
kumoji_item_line_set_state (KumojiItemLine *self,
                            KumojiItemState state,
                            KumojiPillKind pill,
                            const char *words)
{
  if (self->state == state && self->pill == pill && self->words == words)
    return;
  self->state = state;
  self->pill = pill;
  self->words = words;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * kumoji_item_line_get_pill:
 * @self: a line
 *
 * Returns: how a pill says where its item stands
 */
KumojiPillKind
kumoji_item_line_get_pill (KumojiItemLine *self)
{
  return self->pill;
}

/**
 * kumoji_item_line_set_mark:
 * @self: a line
 * @mark: whether it is marked, to be answered together with others
 */
void
kumoji_item_line_set_mark (KumojiItemLine *self, KumojiItemMark mark)
{
  if (self->mark == mark)
    return;
  self->mark = mark;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}

/**
 * kumoji_item_line_get_mark:
 * @self: a line
 *
 * Returns: whether it is marked
 */
KumojiItemMark
kumoji_item_line_get_mark (KumojiItemLine *self)
{
  return self->mark;
}

/**
 * kumoji_item_line_get_words:
 * @self: a line
 *
 * Returns: (transfer none): one or two words for where its item stands
 */
const char *
kumoji_item_line_get_words (KumojiItemLine *self)
{
  return self->words;
}

/**
 * kumoji_item_line_get_state:
 * @self: a line
 *
 * Returns: where its item stands
 */
KumojiItemState
kumoji_item_line_get_state (KumojiItemLine *self)
{
  return self->state;
}
