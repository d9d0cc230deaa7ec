/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A yes list: the statements of a short checklist of the company, to say Yes or No to each.
 *
 * They are the same answers as on the page Checklists. The rows are made when the list is opened
 * first: the page that has it is in sight earlier. */
#include "config.h"

#include "app/pages/kumoji-yes-list.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-pill.h"
#include "rules/kumoji-answering.h"

struct _KumojiYesList
{
  AdwExpanderRow parent_instance;

  char *catalog;
  KumojiChecklist *checklist;
  GPtrArray *buttons; /* of each item Yes and No; empty until the rows are made */

  KumojiPill *pill;
};

enum
{
  PROP_CATALOG = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static const char *const answers[] = { "yes", "no" };

G_DEFINE_FINAL_TYPE (KumojiYesList, kumoji_yes_list, ADW_TYPE_EXPANDER_ROW)

static GPtrArray *
get_items (KumojiYesList *self)
{
  return kumoji_catalog_get_items (kumoji_checklist_get_catalog (self->checklist));
}

/* A click on what stands takes it back. */
static void
clicked_cb (KumojiYesList *self, GtkToggleButton *button)
{
  guint position = 0;

  if (self->checklist == NULL || !g_ptr_array_find (self->buttons, button, &position))
    return;

  KumojiHistory *history = kumoji_checklist_get_history (self->checklist);
  kumoji_history_seal (history);
  kumoji_checklist_write_answer (
    self->checklist, get_items (self)->pdata[position / G_N_ELEMENTS (answers)], "answer",
    gtk_toggle_button_get_active (button) ? answers[position % G_N_ELEMENTS (answers)] : "", NULL);
  kumoji_history_seal (history);
  kumoji_yes_list_refresh (self);
}

static GtkWidget *
button_new (KumojiYesList *self, const char *title, guint answer)
{
  const char *label = kumoji_answer_get_label (answers[answer], kumoji_language_get_default ());
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, label);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (button, answer == 0 ? "yes" : "other");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  g_ptr_array_add (self->buttons, button);
  return button;
}

static void
add_row (KumojiYesList *self, KumojiItem *item)
{
  KumojiLanguage language = kumoji_language_get_default ();
  const char *title = kumoji_item_get_title (item, language);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kumoji_item_get_question (item, language));
  gtk_widget_set_tooltip_text (row, kumoji_item_get_hint (item, language));
  gtk_widget_set_valign (pair, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pair, "linked");
  gtk_widget_add_css_class (pair, "kumoji-answers");
  for (guint answer = 0; answer < G_N_ELEMENTS (answers); answer++)
    gtk_box_append (GTK_BOX (pair), button_new (self, title, answer));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pair);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
expanded_cb (KumojiYesList *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || self->buttons->len > 0
      || self->checklist == NULL)
    return;
  for (guint i = 0; i < get_items (self)->len; i++)
    add_row (self, get_items (self)->pdata[i]);
  kumoji_yes_list_refresh (self);
}

static void
kumoji_yes_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, KUMOJI_YES_LIST (object)->catalog);
}

static void
kumoji_yes_list_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  KUMOJI_YES_LIST (object)->catalog = g_value_dup_string (value);
}

static void
kumoji_yes_list_dispose (GObject *object)
{
  g_clear_object (&KUMOJI_YES_LIST (object)->checklist);

  G_OBJECT_CLASS (kumoji_yes_list_parent_class)->dispose (object);
}

static void
kumoji_yes_list_finalize (GObject *object)
{
  KumojiYesList *self = KUMOJI_YES_LIST (object);

  g_ptr_array_unref (self->buttons);
  g_free (self->catalog);

  G_OBJECT_CLASS (kumoji_yes_list_parent_class)->finalize (object);
}

static void
kumoji_yes_list_class_init (KumojiYesListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kumoji_yes_list_get_property;
  object_class->set_property = kumoji_yes_list_set_property;
  object_class->dispose = kumoji_yes_list_dispose;
  object_class->finalize = kumoji_yes_list_finalize;

  properties[PROP_CATALOG] =
    g_param_spec_string ("catalog", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kumoji_yes_list_init (KumojiYesList *self)
{
  self->buttons = g_ptr_array_new ();
  self->pill = KUMOJI_PILL (kumoji_pill_new (KUMOJI_PILL_OPEN, ""));
  gtk_widget_set_valign (GTK_WIDGET (self->pill), GTK_ALIGN_CENTER);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->pill));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * kumoji_yes_list_set_project:
 * @self: a list
 * @project: (nullable): in which it answers
 */
void
kumoji_yes_list_set_project (KumojiYesList *self, KumojiProject *project)
{
  KumojiLanguage language = kumoji_language_get_default ();
  KumojiCatalog *catalog =
    project != NULL
      ? kumoji_library_get_catalog (kumoji_project_get_library (project), self->catalog)
      : NULL;

  g_clear_object (&self->checklist);
  if (catalog == NULL)
    return;
  self->checklist = kumoji_checklist_new (project, catalog, "");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 kumoji_catalog_get_title (catalog, language));
  kumoji_yes_list_refresh (self);
}

/**
 * kumoji_yes_list_refresh:
 * @self: a list
 *
 * Shows what is answered now.
 */
void
kumoji_yes_list_refresh (KumojiYesList *self)
{
  g_autofree char *count = NULL;
  KumojiScore score;

  if (self->checklist == NULL)
    return;
  kumoji_checklist_work_out (self->checklist, &score);
  /* Translators: how many of the statements of a list are answered Yes. */
  count = g_strdup_printf (_("Yes %u of %u"), score.yes, get_items (self)->len);
  kumoji_pill_set (self->pill,
                   kumoji_score_get_open (&score) == 0 ? KUMOJI_PILL_PASSED
                   : score.answered > 0                ? KUMOJI_PILL_CURRENT
                                                       : KUMOJI_PILL_OPEN,
                   count);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      KumojiAnswer *answer =
        kumoji_checklist_get_answer (self->checklist,
                                     get_items (self)->pdata[i / G_N_ELEMENTS (answers)]);
      const char *said =
        answer != NULL ? kumoji_record_get_text (KUMOJI_RECORD (answer), "answer") : "";
      gtk_toggle_button_set_active (self->buttons->pdata[i],
                                    g_str_equal (said, answers[i % G_N_ELEMENTS (answers)]));
    }
}

/**
 * kumoji_yes_list_get_catalog:
 * @self: a list
 *
 * Returns: (transfer none): the id of the checklist whose statements it shows
 */
const char *
kumoji_yes_list_get_catalog (KumojiYesList *self)
{
  return self->catalog;
}

/**
 * kumoji_yes_list_get_button:
 * @self: a list that was opened
 * @item: the id of a statement
 * @answer: "yes" or "no"
 *
 * Returns: (transfer none) (nullable): the button that says so
 */
GtkToggleButton *
kumoji_yes_list_get_button (KumojiYesList *self, const char *item, const char *answer)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (g_str_equal (kumoji_item_get_id (get_items (self)->pdata[i / G_N_ELEMENTS (answers)]), item)
        && g_str_equal (answers[i % G_N_ELEMENTS (answers)], answer))
      return self->buttons->pdata[i];
  return NULL;
}
