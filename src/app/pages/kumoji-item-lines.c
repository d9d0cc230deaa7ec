/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item lines: all items of a checklist below their headings, with their states, and which of
 * them the filters leave. */
#include "config.h"

#include "app/pages/kumoji-item-lines.h"

#include "app/pages/kumoji-item-pill.h"
#include "files/kumoji-today.h"

struct _KumojiItemLines
{
  GObject parent_instance;

  KumojiChecklist *checklist;
  GListStore *store;
  KumojiItemFilter filter;
  KumojiItemConcerns concerns;
  gpointer concerns_data;
};

enum
{
  FOLDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiItemLines, kumoji_item_lines, G_TYPE_OBJECT)

static KumojiItemLine *
get_line (KumojiItemLines *self, guint position)
{
  g_autoptr (KumojiItemLine) line = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return line; /* the store keeps it */
}

static guint
get_length (KumojiItemLines *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

static gboolean
matches (KumojiItemFilter filter, KumojiItemState state)
{
  switch (filter)
    {
    case KUMOJI_ITEM_FILTER_OPEN:
      return kumoji_item_state_is_open (state);
    case KUMOJI_ITEM_FILTER_NO:
      return state == KUMOJI_ITEM_NO || state == KUMOJI_ITEM_OVERDUE;
    default:
      return TRUE;
    }
}

static gboolean
is_of_concern (KumojiItemLines *self, KumojiItemLine *line)
{
  return self->concerns == NULL
         || self->concerns (kumoji_item_line_get_item (line), self->concerns_data);
}

static void
kumoji_item_lines_finalize (GObject *object)
{
  KumojiItemLines *self = KUMOJI_ITEM_LINES (object);

  g_clear_object (&self->checklist);
  g_object_unref (self->store);

  G_OBJECT_CLASS (kumoji_item_lines_parent_class)->finalize (object);
}

static void
kumoji_item_lines_class_init (KumojiItemLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kumoji_item_lines_finalize;

  /**
   * KumojiItemLines::folded:
   * @self: the lines
   *
   * A section was folded or opened.
   */
  signals[FOLDED] = g_signal_new ("folded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
kumoji_item_lines_init (KumojiItemLines *self)
{
  self->store = g_list_store_new (KUMOJI_TYPE_ITEM_LINE);
}

/**
 * kumoji_item_lines_new:
 *
 * Returns: (transfer full): no lines yet
 */
KumojiItemLines *
kumoji_item_lines_new (void)
{
  return g_object_new (KUMOJI_TYPE_ITEM_LINES, NULL);
}

/**
 * kumoji_item_lines_set_concerns:
 * @self: the lines
 * @concerns: (nullable) (scope forever): what else than the filter decides what is shown
 * @data: for @concerns
 */
void
kumoji_item_lines_set_concerns (KumojiItemLines *self, KumojiItemConcerns concerns, gpointer data)
{
  self->concerns = concerns;
  self->concerns_data = data;
}

/* --- What there is -------------------------------------------------------------------------- */

static void
folded_cb (KumojiItemLines *self)
{
  g_signal_emit (self, signals[FOLDED], 0);
}

static KumojiItemLine *
append_heading (KumojiItemLines *self, KumojiSection *section, KumojiItem *open)
{
  const gboolean folded = open != NULL && !g_ptr_array_find (section->items, open, NULL);
  g_autofree char *title =
    g_strdup_printf ("%s  %s", section->id,
                     kumoji_text_get (&section->title, kumoji_language_get_default ()));
  g_autoptr (KumojiItemLine) heading = kumoji_item_line_new_heading (title, folded);

  g_signal_connect_object (heading, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  g_list_store_append (self->store, heading);
  return heading; /* the store keeps it */
}

/**
 * kumoji_item_lines_fill:
 * @self: the lines
 * @checklist: whose items they are from now on
 * @open: (nullable): the item whose section alone stands open; %NULL: all do
 *
 * Takes a new model, with headings where the catalog has several sections.
 */
void
kumoji_item_lines_fill (KumojiItemLines *self, KumojiChecklist *checklist, KumojiItem *open)
{
  GPtrArray *sections = kumoji_catalog_get_sections (kumoji_checklist_get_catalog (checklist));

  g_set_object (&self->checklist, checklist);
  g_object_unref (self->store);
  self->store = g_list_store_new (KUMOJI_TYPE_ITEM_LINE);
  for (guint i = 0; i < sections->len; i++)
    {
      KumojiSection *section = sections->pdata[i];
      KumojiItemLine *heading = sections->len > 1 ? append_heading (self, section, open) : NULL;

      for (guint j = 0; j < section->items->len; j++)
        {
          g_autoptr (KumojiItemLine) line =
            kumoji_item_line_new (section->items->pdata[j], heading);
          g_list_store_append (self->store, line);
        }
    }
  kumoji_item_lines_read (self);
}

/**
 * kumoji_item_lines_get_model:
 * @self: the lines
 *
 * Returns: (transfer none): all lines; another model each time they are filled
 */
GListModel *
kumoji_item_lines_get_model (KumojiItemLines *self)
{
  return G_LIST_MODEL (self->store);
}

/**
 * kumoji_item_lines_read:
 * @self: the lines
 *
 * Takes what is answered now.
 *
 * Returns: whether any item stands elsewhere than before
 */
gboolean
kumoji_item_lines_read (KumojiItemLines *self)
{
  KumojiAssessment *assessment = kumoji_checklist_get_assessment (self->checklist);
  KumojiProfile *profile =
    kumoji_project_get_profile (kumoji_checklist_get_project (self->checklist));
  g_autofree char *today = kumoji_today_new ();
  gboolean is_other = FALSE;

  for (guint i = 0; i < get_length (self); i++)
    {
      KumojiItemLine *line = get_line (self, i);
      KumojiItem *item = kumoji_item_line_get_item (line);
      if (item == NULL)
        continue;

      KumojiItemState state = kumoji_item_state (item, assessment, profile, today);
      KumojiAnswer *answer =
        assessment != NULL ? kumoji_assessment_get_answer (assessment, kumoji_item_get_id (item))
                           : NULL;
      is_other |= state != kumoji_item_line_get_state (line);
      kumoji_item_line_set_state (line, state, kumoji_item_state_get_pill (state, answer),
                                  kumoji_item_state_get_words (state, item, answer,
                                                               kumoji_language_get_default ()));
    }
  return is_other;
}

/* --- What is shown --------------------------------------------------------------------------- */

/**
 * kumoji_item_lines_set_filter:
 * @self: the lines
 * @filter: which items are shown
 */
void
kumoji_item_lines_set_filter (KumojiItemLines *self, KumojiItemFilter filter)
{
  self->filter = filter;
}

/**
 * kumoji_item_lines_get_filter:
 * @self: the lines
 *
 * Returns: which items are shown
 */
KumojiItemFilter
kumoji_item_lines_get_filter (KumojiItemLines *self)
{
  return self->filter;
}

/**
 * kumoji_item_lines_passes:
 * @self: the lines
 * @line: that of an item
 *
 * Returns: whether the filters leave it, be it in a folded section
 */
gboolean
kumoji_item_lines_passes (KumojiItemLines *self, KumojiItemLine *line)
{
  return matches (self->filter, kumoji_item_line_get_state (line)) && is_of_concern (self, line);
}

/**
 * kumoji_item_lines_is_shown:
 * @self: the lines
 * @line: one of them
 *
 * Returns: whether the filters leave it, and no folded section hides it
 */
gboolean
kumoji_item_lines_is_shown (KumojiItemLines *self, KumojiItemLine *line)
{
  KumojiItemLine *heading = kumoji_item_line_get_heading (line);

  if (kumoji_item_line_get_item (line) == NULL)
    return kumoji_item_line_get_n_shown (line) > 0;
  return kumoji_item_lines_passes (self, line)
         && (heading == NULL || !kumoji_item_line_is_folded (heading));
}

/* What is counted of one section. */
typedef struct
{
  guint answered;
  guint counted; /* that apply, or may */
  guint shown;
} Count;

static void
show_section (KumojiItemLine *heading, const Count *count)
{
  g_autofree char *progress = NULL;

  if (heading == NULL)
    return;
  progress = count->counted > 0 ? g_strdup_printf ("%u / %u", count->answered, count->counted)
                                : g_strdup ("");
  kumoji_item_line_set_progress (heading, progress);
  kumoji_item_line_set_n_shown (heading, count->shown);
}

static void
count_item (Count *count, KumojiItemState state, gboolean is_shown)
{
  count->counted += state != KUMOJI_ITEM_EXCLUDED && state != KUMOJI_ITEM_REFERENCE;
  count->answered += kumoji_item_state_is_answered (state);
  count->shown += is_shown;
}

/**
 * kumoji_item_lines_recount:
 * @self: the lines
 * @counts: (out caller-allocates): how many items that concern the reader each filter leaves
 *
 * To be called when the states, the filter or what concerns the reader are others.
 *
 * Returns: how many items are shown, in folded sections, too
 */
guint
kumoji_item_lines_recount (KumojiItemLines *self, guint counts[KUMOJI_N_ITEM_FILTERS])
{
  KumojiItemLine *heading = NULL;
  Count count = { 0 };
  guint n_shown = 0;

  memset (counts, 0, KUMOJI_N_ITEM_FILTERS * sizeof *counts);
  for (guint i = 0; i < get_length (self); i++)
    {
      KumojiItemLine *line = get_line (self, i);
      if (kumoji_item_line_get_item (line) == NULL)
        {
          show_section (heading, &count);
          heading = line;
          count = (Count){ 0 };
          continue;
        }
      if (!is_of_concern (self, line))
        continue;
      count_item (&count, kumoji_item_line_get_state (line), kumoji_item_lines_passes (self, line));
      n_shown += kumoji_item_lines_passes (self, line);
      for (guint filter = 0; filter < KUMOJI_N_ITEM_FILTERS; filter++)
        counts[filter] += matches (filter, kumoji_item_line_get_state (line));
    }
  show_section (heading, &count);
  return n_shown;
}

/* --- Finding one's way ---------------------------------------------------------------------- */

/**
 * kumoji_item_lines_find:
 * @self: the lines
 * @item: (nullable): an item
 *
 * Returns: (transfer none) (nullable): its line
 */
KumojiItemLine *
kumoji_item_lines_find (KumojiItemLines *self, KumojiItem *item)
{
  for (guint i = 0; item != NULL && i < get_length (self); i++)
    if (kumoji_item_line_get_item (get_line (self, i)) == item)
      return get_line (self, i);
  return NULL;
}

/**
 * kumoji_item_lines_find_next:
 * @self: the lines
 * @current: (nullable): an item
 * @step: 1 for the item behind it, -1 for the one before it
 * @skip_excluded: whether items out of the count are passed over
 *
 * Looks only at items that the filters leave; the current one need not be among them any more.
 *
 * Returns: (transfer none) (nullable): the item, %NULL at the end
 */
KumojiItem *
kumoji_item_lines_find_next (KumojiItemLines *self,
                             KumojiItem *current,
                             int step,
                             gboolean skip_excluded)
{
  int n = (int) get_length (self), i = 0;

  while (i < n && kumoji_item_line_get_item (get_line (self, (guint) i)) != current)
    i++;
  for (i += step; i >= 0 && i < n; i += step)
    {
      KumojiItemLine *line = get_line (self, (guint) i);
      gboolean is_excluded = kumoji_item_line_get_state (line) == KUMOJI_ITEM_EXCLUDED;
      if (kumoji_item_line_get_item (line) != NULL && kumoji_item_lines_passes (self, line)
          && !(skip_excluded && is_excluded))
        return kumoji_item_line_get_item (line);
    }
  return NULL;
}

/**
 * kumoji_item_lines_find_first:
 * @self: the lines
 * @heading: the position of a heading
 *
 * Returns: (transfer none) (nullable): the first item below it that the filters leave
 */
KumojiItem *
kumoji_item_lines_find_first (KumojiItemLines *self, guint heading)
{
  for (guint i = heading + 1; i < get_length (self); i++)
    {
      KumojiItemLine *line = get_line (self, i);
      if (kumoji_item_line_get_item (line) == NULL)
        return NULL;
      if (kumoji_item_lines_passes (self, line))
        return kumoji_item_line_get_item (line);
    }
  return NULL;
}

/**
 * kumoji_item_lines_make_menu:
 * @self: the lines
 * @action: what leads to a section; its target is the position of the heading
 *
 * Returns: (transfer full): the sections that have something to show, each with how far it is
 */
GMenuModel *
kumoji_item_lines_make_menu (KumojiItemLines *self, const char *action)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < get_length (self); i++)
    {
      KumojiItemLine *line = get_line (self, i);
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) entry = NULL;

      if (kumoji_item_line_get_item (line) != NULL || kumoji_item_line_get_n_shown (line) == 0)
        continue;
      label = *kumoji_item_line_get_progress (line) != '\0'
                ? g_strdup_printf ("%s  (%s)", kumoji_item_line_get_title (line),
                                   kumoji_item_line_get_progress (line))
                : g_strdup (kumoji_item_line_get_title (line));
      entry = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (entry, action, "u", i);
      g_menu_append_item (menu, entry);
    }
  return G_MENU_MODEL (menu);
}

/**
 * kumoji_item_lines_unfold:
 * @self: the lines
 *
 * Opens every section.
 */
void
kumoji_item_lines_unfold (KumojiItemLines *self)
{
  for (guint i = 0; i < get_length (self); i++)
    if (kumoji_item_line_get_item (get_line (self, i)) == NULL)
      kumoji_item_line_set_folded (get_line (self, i), FALSE);
}
