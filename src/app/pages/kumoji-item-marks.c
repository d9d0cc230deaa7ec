/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item marks: which items of a checklist are to be answered together. */
#include "config.h"

#include "app/pages/kumoji-item-marks.h"

struct _KumojiItemMarks
{
  GObject parent_instance;

  KumojiItemLines *lines;
  gboolean active;
  KumojiItemLine *anchor; /* marked last: marking up to another one begins here */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiItemMarks, kumoji_item_marks, G_TYPE_OBJECT)

static KumojiItemLine *
get_line (KumojiItemMarks *self, guint position)
{
  g_autoptr (KumojiItemLine) line =
    g_list_model_get_item (kumoji_item_lines_get_model (self->lines), position);

  return line; /* the model keeps it */
}

static guint
get_length (KumojiItemMarks *self)
{
  return g_list_model_get_n_items (kumoji_item_lines_get_model (self->lines));
}

/* What is out of the count takes no answer, so there is nothing to mark. */
static gboolean
can_mark (KumojiItemMarks *self, KumojiItemLine *line)
{
  return kumoji_item_line_get_item (line) != NULL
         && kumoji_item_line_get_state (line) != KUMOJI_ITEM_EXCLUDED
         && kumoji_item_lines_passes (self->lines, line);
}

static KumojiItemMark
sum_up (guint n_marked, guint n)
{
  return n_marked == 0  ? KUMOJI_ITEM_MARK_NONE
         : n_marked < n ? KUMOJI_ITEM_MARK_SOME
                        : KUMOJI_ITEM_MARK_ALL;
}

/* A heading follows its items. */
static void
show_headings (KumojiItemMarks *self)
{
  KumojiItemLine *heading = NULL;
  guint n_marked = 0, n = 0;

  for (guint i = 0; i <= get_length (self); i++)
    {
      KumojiItemLine *line = i < get_length (self) ? get_line (self, i) : NULL;
      if (line != NULL && kumoji_item_line_get_item (line) != NULL)
        {
          n_marked += kumoji_item_line_get_mark (line) == KUMOJI_ITEM_MARK_ALL;
          n += can_mark (self, line);
          continue;
        }
      if (heading != NULL)
        kumoji_item_line_set_mark (heading,
                                   self->active ? sum_up (n_marked, n) : KUMOJI_ITEM_MARK_OFF);
      heading = line;
      n_marked = n = 0;
    }
}

static void
changed (KumojiItemMarks *self)
{
  show_headings (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_mark (KumojiItemMarks *self, KumojiItemLine *line, gboolean marked)
{
  if (can_mark (self, line))
    kumoji_item_line_set_mark (line, marked ? KUMOJI_ITEM_MARK_ALL : KUMOJI_ITEM_MARK_NONE);
}

static void
kumoji_item_marks_finalize (GObject *object)
{
  KumojiItemMarks *self = KUMOJI_ITEM_MARKS (object);

  g_object_unref (self->lines);
  g_clear_object (&self->anchor);

  G_OBJECT_CLASS (kumoji_item_marks_parent_class)->finalize (object);
}

static void
kumoji_item_marks_class_init (KumojiItemMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_item_marks_finalize;

  /**
   * KumojiItemMarks::changed:
   * @self: the marks
   *
   * Other items are marked than before, or marking began or ended.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kumoji_item_marks_init (KumojiItemMarks *self)
{
}

/**
 * kumoji_item_marks_new:
 * @lines: among which is marked
 *
 * Returns: (transfer full): nothing is marked, and nothing can be until it is made active
 */
KumojiItemMarks *
kumoji_item_marks_new (KumojiItemLines *lines)
{
  KumojiItemMarks *self = g_object_new (KUMOJI_TYPE_ITEM_MARKS, NULL);

  self->lines = g_object_ref (lines);
  return self;
}

/**
 * kumoji_item_marks_set_active:
 * @self: the marks
 * @active: whether items can be marked; they all lose their marks when it begins or ends
 */
void
kumoji_item_marks_set_active (KumojiItemMarks *self, gboolean active)
{
  if (!active && !self->active)
    return;
  self->active = active;
  g_clear_object (&self->anchor);
  for (guint i = 0; i < get_length (self); i++)
    if (kumoji_item_line_get_item (get_line (self, i)) != NULL)
      kumoji_item_line_set_mark (get_line (self, i), active && can_mark (self, get_line (self, i))
                                                       ? KUMOJI_ITEM_MARK_NONE
                                                       : KUMOJI_ITEM_MARK_OFF);
  changed (self);
}

/**
 * kumoji_item_marks_is_active:
 * @self: the marks
 *
 * Returns: whether items can be marked
 */
gboolean
kumoji_item_marks_is_active (KumojiItemMarks *self)
{
  return self->active;
}

/**
 * kumoji_item_marks_set:
 * @self: the marks
 * @line: of an item, or a heading: all items below it that the filters leave
 * @marked: whether it is to be answered with the others
 *
 * Marking begins with it where it has not begun.
 */
void
kumoji_item_marks_set (KumojiItemMarks *self, KumojiItemLine *line, gboolean marked)
{
  if (!self->active)
    kumoji_item_marks_set_active (self, TRUE);
  set_mark (self, line, marked);
  for (guint i = 0; kumoji_item_line_get_item (line) == NULL && i < get_length (self); i++)
    if (kumoji_item_line_get_heading (get_line (self, i)) == line)
      set_mark (self, get_line (self, i), marked);
  if (kumoji_item_line_get_item (line) != NULL)
    g_set_object (&self->anchor, line);
  changed (self);
}

/**
 * kumoji_item_marks_toggle:
 * @self: the marks
 * @line: of an item, or a heading
 */
void
kumoji_item_marks_toggle (KumojiItemMarks *self, KumojiItemLine *line)
{
  kumoji_item_marks_set (self, line, kumoji_item_line_get_mark (line) != KUMOJI_ITEM_MARK_ALL);
}

/**
 * kumoji_item_marks_set_to:
 * @self: the marks
 * @line: of an item
 *
 * Marks it, with all from the one that was marked last.
 */
void
kumoji_item_marks_set_to (KumojiItemMarks *self, KumojiItemLine *line)
{
  KumojiItemLine *from = self->active && self->anchor != NULL ? self->anchor : line;
  gboolean is_between = FALSE;

  if (!self->active)
    kumoji_item_marks_set_active (self, TRUE);
  for (guint i = 0; i < get_length (self); i++)
    {
      KumojiItemLine *other = get_line (self, i);
      const gboolean is_end = other == from || other == line;
      if (is_between || is_end)
        set_mark (self, other, TRUE);
      if (is_end && from != line)
        is_between = !is_between;
    }
  g_set_object (&self->anchor, line);
  changed (self);
}

/**
 * kumoji_item_marks_set_all:
 * @self: the marks
 * @marked: whether all items that the filters leave are marked, or none
 */
void
kumoji_item_marks_set_all (KumojiItemMarks *self, gboolean marked)
{
  for (guint i = 0; i < get_length (self); i++)
    set_mark (self, get_line (self, i), marked);
  changed (self);
}

/**
 * kumoji_item_marks_prune:
 * @self: the marks
 *
 * What the filters do not leave any more is not marked any more; what they leave now can be.
 */
void
kumoji_item_marks_prune (KumojiItemMarks *self)
{
  if (!self->active)
    return;
  for (guint i = 0; i < get_length (self); i++)
    {
      KumojiItemLine *line = get_line (self, i);
      if (kumoji_item_line_get_item (line) == NULL)
        continue;
      if (!can_mark (self, line))
        kumoji_item_line_set_mark (line, KUMOJI_ITEM_MARK_OFF);
      else if (kumoji_item_line_get_mark (line) == KUMOJI_ITEM_MARK_OFF)
        kumoji_item_line_set_mark (line, KUMOJI_ITEM_MARK_NONE);
    }
  changed (self);
}

/**
 * kumoji_item_marks_get:
 * @self: the marks
 *
 * Returns: whether all items that can be marked are, or some, or none
 */
KumojiItemMark
kumoji_item_marks_get (KumojiItemMarks *self)
{
  guint n_marked = 0, n = 0;

  for (guint i = 0; i < get_length (self); i++)
    {
      n_marked += kumoji_item_line_get_item (get_line (self, i)) != NULL
                  && kumoji_item_line_get_mark (get_line (self, i)) == KUMOJI_ITEM_MARK_ALL;
      n += can_mark (self, get_line (self, i));
    }
  return self->active ? sum_up (n_marked, n) : KUMOJI_ITEM_MARK_OFF;
}

/**
 * kumoji_item_marks_list:
 * @self: the marks
 *
 * Returns: (transfer container) (element-type KumojiItem): what is marked, in the catalog's order
 */
GPtrArray *
kumoji_item_marks_list (KumojiItemMarks *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < get_length (self); i++)
    {
      KumojiItem *item = kumoji_item_line_get_item (get_line (self, i));
      if (item != NULL && kumoji_item_line_get_mark (get_line (self, i)) == KUMOJI_ITEM_MARK_ALL)
        g_ptr_array_add (items, g_object_ref (item));
    }
  return items;
}
