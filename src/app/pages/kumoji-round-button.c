/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The round button: which round of a checklist is shown, who assessed it, and a new one. */
#include "config.h"

#include "app/pages/kumoji-round-button.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-field-row.h"

struct _KumojiRoundButton
{
  AdwBin parent_instance;

  KumojiChecklist *checklist;
  gboolean showing; /* we select ourselves */

  GtkMenuButton *button;
  GtkLabel *button_label;
  GtkDropDown *rounds;
  GtkStringList *labels;
  KumojiFieldRow *assessor;
  KumojiFieldRow *reviewer;
  KumojiFieldRow *date;
};

enum
{
  ROUND_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KumojiRoundButton, kumoji_round_button, ADW_TYPE_BIN)

/* "Round 2 · 2026-11-02" */
static char *
dup_title (gint64 number, KumojiRecord *assessment)
{
  const char *date = assessment != NULL ? kumoji_record_get_text (assessment, "date") : "";

  /* Translators: a round of answering a checklist, e.g. "Round 2". */
  g_autofree char *round = g_strdup_printf (_("Round %d"), (int) number);
  return *date != '\0' ? g_strconcat (round, " · ", date, NULL) : g_steal_pointer (&round);
}

/* Only where the labels are others than before: a drop-down that is open stays as it is. */
static void
set_labels (KumojiRoundButton *self, GPtrArray *titles)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->labels));
  gboolean is_same = n == titles->len;

  for (guint i = 0; is_same && i < n; i++)
    is_same = g_str_equal (gtk_string_list_get_string (self->labels, i), titles->pdata[i]);
  if (is_same)
    return;
  g_ptr_array_add (titles, NULL);
  gtk_string_list_splice (self->labels, 0, n, (const char *const *) titles->pdata);
}

static void
show_rounds (KumojiRoundButton *self, KumojiAssessment *shown)
{
  g_autoptr (GPtrArray) rounds = kumoji_checklist_list_rounds (self->checklist);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  guint position = 0;

  for (guint i = 0; i < rounds->len; i++)
    g_ptr_array_add (titles, dup_title (kumoji_record_get_integer (rounds->pdata[i], "round"),
                                        rounds->pdata[i]));
  g_ptr_array_find (rounds, shown, &position);
  self->showing = TRUE;
  set_labels (self, titles);
  gtk_drop_down_set_selected (self->rounds, position);
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->rounds), rounds->len > 1);
}

static void
selected_cb (KumojiRoundButton *self)
{
  g_autoptr (GPtrArray) rounds = NULL;
  guint selected = gtk_drop_down_get_selected (self->rounds);

  if (self->showing || self->checklist == NULL)
    return;
  rounds = kumoji_checklist_list_rounds (self->checklist);
  if (selected >= rounds->len)
    return;
  kumoji_checklist_set_round (self->checklist,
                              kumoji_record_get_integer (rounds->pdata[selected], "round"));
  g_signal_emit (self, signals[ROUND_CHANGED], 0);
}

static void
start_cb (KumojiRoundButton *self)
{
  kumoji_checklist_start_round (self->checklist);
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[ROUND_CHANGED], 0);
}

static gboolean
write_cb (const char *field, const char *text, gpointer data, GError **error)
{
  KumojiRoundButton *self = KUMOJI_ROUND_BUTTON (data);

  return self->checklist != NULL
         && kumoji_checklist_write_round (self->checklist, field, text, error);
}

static void
kumoji_round_button_dispose (GObject *object)
{
  KumojiRoundButton *self = KUMOJI_ROUND_BUTTON (object);

  self->showing = TRUE;
  g_clear_object (&self->checklist);

  G_OBJECT_CLASS (kumoji_round_button_parent_class)->dispose (object);
}

static void
kumoji_round_button_class_init (KumojiRoundButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_round_button_dispose;

  /**
   * KumojiRoundButton::round-changed:
   * @self: the button
   *
   * Another round of the checklist is shown, maybe one that has just begun.
   */
  signals[ROUND_CHANGED] = g_signal_new ("round-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (KUMOJI_TYPE_ASSESSMENT);
  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-round-button.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiRoundButton, button);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoundButton, button_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoundButton, rounds);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoundButton, labels);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoundButton, assessor);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoundButton, reviewer);
  gtk_widget_class_bind_template_child (widget_class, KumojiRoundButton, date);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
kumoji_round_button_init (KumojiRoundButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kumoji_field_row_set_writer (self->assessor, write_cb, self);
  kumoji_field_row_set_writer (self->reviewer, write_cb, self);
  kumoji_field_row_set_writer (self->date, write_cb, self);
}

/**
 * kumoji_round_button_show:
 * @self: a button
 * @checklist: whose rounds it shows
 */
void
kumoji_round_button_show (KumojiRoundButton *self, KumojiChecklist *checklist)
{
  KumojiFieldRow *rows[] = { self->assessor, self->reviewer, self->date };
  gboolean is_other = self->checklist != checklist;

  g_set_object (&self->checklist, checklist);
  KumojiAssessment *assessment = kumoji_checklist_get_assessment (checklist);
  KumojiRecord *record = assessment != NULL ? KUMOJI_RECORD (assessment) : NULL;
  g_autofree char *title = dup_title (kumoji_checklist_get_round (checklist), record);

  gtk_label_set_label (self->button_label, title);
  show_rounds (self, assessment);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      kumoji_field_row_bind (rows[i], record, kumoji_checklist_get_history (checklist));
      if (is_other)
        kumoji_field_row_reset (rows[i]);
    }
}
