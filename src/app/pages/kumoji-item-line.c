/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item line: an item of a checklist as the list of items shows it. */
#include "config.h"

#include "app/pages/kumoji-item-line.h"

struct _KumojiItemLine
{
  GObject parent_instance;

  KumojiItem *item;
  char *heading;
  KumojiItemState state;
};

enum
{
  PROP_STATE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KumojiItemLine, kumoji_item_line, G_TYPE_OBJECT)

static void
kumoji_item_line_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_uint (value, KUMOJI_ITEM_LINE (object)->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_item_line_finalize (GObject *object)
{
  KumojiItemLine *self = KUMOJI_ITEM_LINE (object);

  g_object_unref (self->item);
  g_free (self->heading);

  G_OBJECT_CLASS (kumoji_item_line_parent_class)->finalize (object);
}

static void
kumoji_item_line_class_init (KumojiItemLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kumoji_item_line_get_property;
  object_class->finalize = kumoji_item_line_finalize;

  properties[PROP_STATE] =
    g_param_spec_uint ("state", NULL, NULL, KUMOJI_ITEM_UNANSWERED, KUMOJI_ITEM_EXCLUDED,
                       KUMOJI_ITEM_UNANSWERED,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kumoji_item_line_init (KumojiItemLine *self)
{
}

/**
 * kumoji_item_line_new:
 * @item: an item
 * @heading: (nullable): the section that it opens
 *
 * Returns: (transfer full): a line for it, unanswered
 */
KumojiItemLine *
kumoji_item_line_new (KumojiItem *item, const char *heading)
{
  KumojiItemLine *self = g_object_new (KUMOJI_TYPE_ITEM_LINE, NULL);

  self->item = g_object_ref (item);
  self->heading = g_strdup (heading);
  return self;
}

/**
 * kumoji_item_line_get_item:
 * @self: a line
 *
 * Returns: (transfer none): its item
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
 * Returns: (transfer none) (nullable): the section that it opens
 */
const char *
kumoji_item_line_get_heading (KumojiItemLine *self)
{
  return self->heading;
}

/**
 * kumoji_item_line_set_state:
 * @self: a line
 * @state: where its item stands
 */
void
kumoji_item_line_set_state (KumojiItemLine *self, KumojiItemState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
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

/**
 * kumoji_item_state_get_pill:
 * @state: where an item stands
 *
 * Returns: how a pill says so
 */
KumojiPillKind
kumoji_item_state_get_pill (KumojiItemState state)
{
  static const KumojiPillKind kinds[] = {
    [KUMOJI_ITEM_UNANSWERED] = KUMOJI_PILL_OPEN,
    [KUMOJI_ITEM_YES] = KUMOJI_PILL_PASSED,
    [KUMOJI_ITEM_NO] = KUMOJI_PILL_BLOCKED,
    [KUMOJI_ITEM_NOT_APPLICABLE] = KUMOJI_PILL_NOT_APPLICABLE,
    [KUMOJI_ITEM_WAITING] = KUMOJI_PILL_CURRENT,
    [KUMOJI_ITEM_REASON_MISSING] = KUMOJI_PILL_LATE,
    [KUMOJI_ITEM_EXCLUDED] = KUMOJI_PILL_NOT_APPLICABLE,
  };

  return kinds[state];
}

/**
 * kumoji_score_get_pill:
 * @score: how much of a checklist is answered
 *
 * Returns: how a pill says so: passed, a No is in it, or open
 */
KumojiPillKind
kumoji_score_get_pill (const KumojiScore *score)
{
  if (score->passed)
    return KUMOJI_PILL_PASSED;
  return score->no > 0 ? KUMOJI_PILL_BLOCKED : KUMOJI_PILL_OPEN;
}
