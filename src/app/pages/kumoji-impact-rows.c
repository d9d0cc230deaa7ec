/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The impact rows: in which ways a threat may hit the company, and how hard in each. */
#include "config.h"

#include "app/pages/kumoji-impact-rows.h"

#include "app/pages/kumoji-answer-buttons.h"

struct _KumojiImpactRows
{
  GtkGrid parent_instance;

  GPtrArray *impacts; /* of KumojiFacetValue, the catalog's; NULL for none yet */
  GPtrArray *buttons; /* of each impact its levels, one after the other */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiImpactRows, kumoji_impact_rows, GTK_TYPE_GRID)

static const KumojiField *
get_field (void)
{
  return kumoji_record_type_get_field (KUMOJI_TYPE_IMPACT, "level");
}

static guint
count_levels (void)
{
  guint n = 0;

  while (get_field ()->choices[n].id != NULL)
    n++;
  return n;
}

/* A click on the level that stands takes it back. */
static void
clicked_cb (KumojiImpactRows *self, GtkToggleButton *button)
{
  const guint n_levels = count_levels ();
  guint position = 0;

  g_ptr_array_find (self->buttons, button, &position);
  const KumojiFacetValue *impact = self->impacts->pdata[position / n_levels];
  const char *level = get_field ()->choices[position % n_levels].id;
  /* It has toggled itself by now: what is active now was not before. */
  g_signal_emit (self, signals[CHOSEN], 0, impact->id,
                 gtk_toggle_button_get_active (button) ? level : "");
}

static GtkWidget *
level_button_new (KumojiImpactRows *self, const char *title, guint level)
{
  KumojiLanguage language = kumoji_language_get_default ();
  const char *label =
    kumoji_field_get_choice_label (get_field (), get_field ()->choices[level].id, language);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, label);
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), kumoji_key_label_new (label, (char) ('0' + level)));
  gtk_widget_add_css_class (button, "other");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  g_ptr_array_add (self->buttons, button);
  return button;
}

static void
add_row (KumojiImpactRows *self, const KumojiFacetValue *impact, int row)
{
  const char *title = kumoji_text_get (&impact->title, kumoji_language_get_default ());
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *levels = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (levels, "linked");
  gtk_widget_add_css_class (levels, "kumoji-answers");
  for (guint level = 0; level < count_levels (); level++)
    gtk_box_append (GTK_BOX (levels), level_button_new (self, title, level));
  gtk_grid_attach (GTK_GRID (self), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self), levels, 1, row, 1, 1);
}

static void
make_rows (KumojiImpactRows *self, GPtrArray *impacts)
{
  GtkWidget *child;

  self->impacts = impacts;
  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_grid_remove (GTK_GRID (self), child);
  for (guint i = 0; i < impacts->len; i++)
    add_row (self, impacts->pdata[i], (int) i);
}

static gboolean
kumoji_impact_rows_grab_focus (GtkWidget *widget)
{
  KumojiImpactRows *self = KUMOJI_IMPACT_ROWS (widget);

  return self->buttons->len > 0 && gtk_widget_grab_focus (self->buttons->pdata[0]);
}

static void
kumoji_impact_rows_finalize (GObject *object)
{
  g_ptr_array_unref (KUMOJI_IMPACT_ROWS (object)->buttons);

  G_OBJECT_CLASS (kumoji_impact_rows_parent_class)->finalize (object);
}

static void
kumoji_impact_rows_class_init (KumojiImpactRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kumoji_impact_rows_finalize;
  widget_class->grab_focus = kumoji_impact_rows_grab_focus;

  /**
   * KumojiImpactRows::chosen:
   * @self: the rows
   * @impact: the id of an impact
   * @level: how hard it would be, "" to take it back; not written yet
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
kumoji_impact_rows_init (KumojiImpactRows *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self), 9);
  gtk_grid_set_column_spacing (GTK_GRID (self), 18);
}

/**
 * kumoji_impact_rows_show:
 * @self: the rows
 * @item: an item of kind impact
 * @answer: (nullable): what is said to it
 */
void
kumoji_impact_rows_show (KumojiImpactRows *self, KumojiItem *item, KumojiAnswer *answer)
{
  GPtrArray *impacts = kumoji_item_get_impacts (item);
  KumojiList *said =
    answer != NULL ? kumoji_record_get_list (KUMOJI_RECORD (answer), "impacts") : NULL;
  const guint n_levels = count_levels ();

  if (self->impacts != impacts)
    make_rows (self, impacts);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      const KumojiFacetValue *impact = impacts->pdata[i / n_levels];
      KumojiRecord *record = said != NULL ? kumoji_list_find (said, impact->id) : NULL;
      const char *level = record != NULL ? kumoji_record_get_text (record, "level") : "";
      gtk_toggle_button_set_active (self->buttons->pdata[i],
                                    g_str_equal (get_field ()->choices[i % n_levels].id, level));
    }
}

/**
 * kumoji_impact_rows_find_next:
 * @self: the rows
 *
 * Returns: (transfer none) (nullable): the id of the first impact without a level, %NULL where each
 *   has one
 */
const char *
kumoji_impact_rows_find_next (KumojiImpactRows *self)
{
  const guint n_levels = count_levels ();

  for (guint i = 0; self->impacts != NULL && i < self->impacts->len; i++)
    {
      gboolean is_set = FALSE;
      for (guint level = 0; level < n_levels; level++)
        is_set |= gtk_toggle_button_get_active (self->buttons->pdata[i * n_levels + level]);
      if (!is_set)
        return ((const KumojiFacetValue *) self->impacts->pdata[i])->id;
    }
  return NULL;
}

/**
 * kumoji_impact_rows_get_button:
 * @self: the rows
 * @impact: the id of an impact
 * @level: the id of a level
 *
 * Returns: (transfer none) (nullable): the button that says so
 */
GtkToggleButton *
kumoji_impact_rows_get_button (KumojiImpactRows *self, const char *impact, const char *level)
{
  const guint n_levels = count_levels ();

  for (guint i = 0; i < self->buttons->len; i++)
    if (g_str_equal (((const KumojiFacetValue *) self->impacts->pdata[i / n_levels])->id, impact)
        && g_str_equal (get_field ()->choices[i % n_levels].id, level))
      return self->buttons->pdata[i];
  return NULL;
}

/**
 * kumoji_impact_find_level:
 * @key: a digit
 *
 * Returns: (transfer none) (nullable): the level that it gives: 0 for none, then the harder ones
 */
const char *
kumoji_impact_find_level (char key)
{
  return key >= '0' && (guint) (key - '0') < count_levels () ? get_field ()->choices[key - '0'].id
                                                             : NULL;
}
