/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The company: who it is, and who answers for what. */
#include "config.h"

#include "app/pages/kumoji-company-page.h"

#include <glib/gi18n.h>

#include "files/kumoji-today.h"

#include "app/pages/kumoji-person-row.h"
#include "app/pages/kumoji-yes-list.h"
#include "app/widgets/kumoji-field-row.h"
#include "app/widgets/kumoji-pill.h"
#include "rules/kumoji-score.h"

#define PRECONDITION "jssa-precondition"

struct _KumojiCompanyPage
{
  KumojiPane parent_instance;

  char *target; /* the field to show once we are in sight */

  GtkScrolledWindow *scroller;
  KumojiPill *fit_pill;
  GtkLabel *fit_label;
  GtkButton *fit_button;
  GtkListBox *persons;
  GtkWidget *add_person_button;
  KumojiFieldRow *starting_reason;
  KumojiYesList *expectations;
  KumojiYesList *maturity;
};

G_DEFINE_FINAL_TYPE (KumojiCompanyPage, kumoji_company_page, KUMOJI_TYPE_PANE)

static KumojiRecord *
get_profile (KumojiCompanyPage *self)
{
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));

  return project != NULL ? KUMOJI_RECORD (kumoji_project_get_profile (project)) : NULL;
}

static KumojiList *
get_persons (KumojiCompanyPage *self)
{
  return kumoji_record_get_list (get_profile (self), "persons");
}

/* One sentence on whether the guide fits, and what to do about it. */
static char *
dup_fit_sentence (const KumojiScore *score)
{
  guint open = kumoji_score_get_open (score);

  if (score->no > 0)
    return g_strdup_printf (
      ngettext ("%u answer is No: the guide was made for another kind of company. Read its advice "
                "with that in mind.",
                "%u answers are No: the guide was made for another kind of company. Read its "
                "advice with that in mind.",
                score->no),
      score->no);
  if (score->passed)
    return g_strdup (_("Yes, every question that applies is answered Yes. The stages and "
                        "checklists can be used as they are."));
  if (score->answered == 0 && score->waiting == 0)
    return g_strdup (_("The guide was made for companies that go ahead with few people. A few "
                        "questions tell whether that is you."));
  return g_strdup_printf (ngettext ("%u question is still open.", "%u questions are still open.",
                                    open),
                          open);
}

static void
show_fit (KumojiCompanyPage *self)
{
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));
  KumojiCatalog *catalog =
    kumoji_library_get_catalog (kumoji_project_get_library (project), PRECONDITION);
  g_autofree char *today = kumoji_today_new ();
  g_autofree char *sentence = NULL;
  g_autofree char *count = NULL;
  KumojiScore score;

  kumoji_score_work_out (&score, catalog, kumoji_project_get_last_round (project, PRECONDITION, ""),
                         kumoji_project_get_profile (project), today);
  sentence = dup_fit_sentence (&score);
  /* Translators: how many of the questions that apply are answered Yes. */
  count = g_strdup_printf (_("%u of %u"), score.yes, score.applicable);
  kumoji_pill_set (self->fit_pill,
                   score.no > 0   ? KUMOJI_PILL_LATE
                   : score.passed ? KUMOJI_PILL_PASSED
                                  : KUMOJI_PILL_OPEN,
                   count);
  gtk_label_set_label (self->fit_label, sentence);
  gtk_button_set_label (self->fit_button, kumoji_score_get_open (&score) > 0
                                            ? _("Answer the questions")
                                            : _("See the answers"));
}

/* Whoever starts later than at the beginning says why. */
static void
show_starting_reason (KumojiCompanyPage *self)
{
  const char *stage = kumoji_record_get_text (get_profile (self), "starting-stage");
  const char *reason = kumoji_record_get_text (get_profile (self), "starting-reason");
  gboolean is_missing = *stage != '\0' && !g_str_equal (stage, "0") && *reason == '\0';

  kumoji_field_row_set_problem (self->starting_reason,
                                is_missing ? _("Say why the stages before it may be skipped.")
                                           : NULL);
}

static KumojiYesList *
find_list (KumojiCompanyPage *self, const char *catalog)
{
  if (g_str_equal (kumoji_yes_list_get_catalog (self->expectations), catalog))
    return self->expectations;
  return g_str_equal (kumoji_yes_list_get_catalog (self->maturity), catalog) ? self->maturity
                                                                             : NULL;
}

static GtkWidget *
find_target (KumojiCompanyPage *self, const char *target)
{
  KumojiYesList *list = find_list (self, target);

  if (g_str_equal (target, "persons"))
    return kumoji_list_get_length (get_persons (self)) > 0
             ? GTK_WIDGET (gtk_list_box_get_row_at_index (self->persons, 0))
             : self->add_person_button;
  if (list != NULL)
    return GTK_WIDGET (list);
  return GTK_WIDGET (kumoji_field_rows_find (GTK_WIDGET (self), target));
}

/* Once the page has its size: puts the place a quarter below the top, and the focus into it. */
static gboolean
show_target_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KumojiCompanyPage *self = KUMOJI_COMPANY_PAGE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *content = gtk_widget_get_first_child (gtk_scrolled_window_get_child (self->scroller));
  double y;

  /* The first frame comes before anything has its place. */
  if (gtk_widget_get_height (content) == 0)
    return G_SOURCE_CONTINUE;

  g_autofree char *name = g_steal_pointer (&self->target);
  GtkWidget *target = name != NULL ? find_target (self, name) : NULL;
  if (target != NULL && gtk_widget_translate_coordinates (target, content, 0, 0, NULL, &y))
    {
      gtk_widget_grab_focus (target);
      gtk_adjustment_set_value (adjustment, y - gtk_adjustment_get_page_size (adjustment) / 4);
    }
  return G_SOURCE_REMOVE;
}

static void
kumoji_company_page_refresh (KumojiPane *pane)
{
  KumojiCompanyPage *self = KUMOJI_COMPANY_PAGE (pane);

  show_fit (self);
  show_starting_reason (self);
  kumoji_yes_list_refresh (self->expectations);
  kumoji_yes_list_refresh (self->maturity);
  if (self->target != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_target_cb, NULL, NULL);
}

static void
kumoji_company_page_go_to (KumojiPane *pane, const char *target)
{
  KumojiCompanyPage *self = KUMOJI_COMPANY_PAGE (pane);
  KumojiYesList *list = find_list (self, target);

  if (list != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (list), TRUE);
  g_free (self->target);
  self->target = g_strdup (target);
  kumoji_pane_queue_refresh (pane);
}

static char *
kumoji_company_page_dup_subtitle (KumojiPane *pane)
{
  const char *company = kumoji_project_get_company (kumoji_pane_get_project (pane));

  return company != NULL && *company != '\0' ? g_strdup (company) : NULL;
}

static GtkWidget *
person_row_new_cb (gpointer item, gpointer data)
{
  return kumoji_person_row_new (item, kumoji_pane_get_history (KUMOJI_PANE (data)));
}

static void
kumoji_company_page_set_project (KumojiPane *pane, KumojiProject *project)
{
  KumojiCompanyPage *self = KUMOJI_COMPANY_PAGE (pane);

  gtk_list_box_bind_model (self->persons, NULL, NULL, NULL, NULL);
  KUMOJI_PANE_CLASS (kumoji_company_page_parent_class)->set_project (pane, project);
  kumoji_field_rows_bind (GTK_WIDGET (self), get_profile (self),
                          project != NULL ? kumoji_project_get_history (project) : NULL);
  kumoji_yes_list_set_project (self->expectations, project);
  kumoji_yes_list_set_project (self->maturity, project);
  if (project != NULL)
    gtk_list_box_bind_model (self->persons, G_LIST_MODEL (get_persons (self)), person_row_new_cb,
                             self, NULL);
}

static void
add_person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiCompanyPage *self = KUMOJI_COMPANY_PAGE (widget);
  KumojiList *persons = get_persons (self);
  guint position = kumoji_list_get_length (persons);
  g_autoptr (KumojiRecord) person = g_object_new (KUMOJI_TYPE_PERSON, NULL);

  kumoji_history_insert (kumoji_pane_get_history (KUMOJI_PANE (self)), persons, position, person);
  gtk_widget_grab_focus (
    GTK_WIDGET (gtk_list_box_get_row_at_index (self->persons, (int) position)));
}

/* The focus goes to the next person, or to where one is added, never to nowhere. */
static void
remove_person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiCompanyPage *self = KUMOJI_COMPANY_PAGE (widget);
  KumojiList *persons = get_persons (self);
  KumojiRecord *person = kumoji_list_find (persons, g_variant_get_string (parameter, NULL));
  guint position;

  if (person == NULL || !kumoji_list_get_position (persons, person, &position))
    return;
  kumoji_history_remove (kumoji_pane_get_history (KUMOJI_PANE (self)), persons, position);
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->persons, (int) position);
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : self->add_person_button);
}

static void
check_fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_pane_ask_for (KUMOJI_PANE (widget), "checklists", PRECONDITION "//");
}

static void
kumoji_company_page_dispose (GObject *object)
{
  KumojiCompanyPage *self = KUMOJI_COMPANY_PAGE (object);

  if (self->persons != NULL)
    gtk_list_box_bind_model (self->persons, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->target, g_free);

  G_OBJECT_CLASS (kumoji_company_page_parent_class)->dispose (object);
}

static void
kumoji_company_page_class_init (KumojiCompanyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KumojiPaneClass *pane_class = KUMOJI_PANE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_company_page_dispose;
  pane_class->set_project = kumoji_company_page_set_project;
  pane_class->refresh = kumoji_company_page_refresh;
  pane_class->go_to = kumoji_company_page_go_to;
  pane_class->dup_subtitle = kumoji_company_page_dup_subtitle;

  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  g_type_ensure (KUMOJI_TYPE_PILL);
  g_type_ensure (KUMOJI_TYPE_YES_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-company-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiCompanyPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompanyPage, fit_pill);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompanyPage, fit_label);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompanyPage, fit_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompanyPage, persons);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompanyPage, add_person_button);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompanyPage, starting_reason);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompanyPage, expectations);
  gtk_widget_class_bind_template_child (widget_class, KumojiCompanyPage, maturity);

  gtk_widget_class_install_action (widget_class, "company.add-person", NULL, add_person_action);
  gtk_widget_class_install_action (widget_class, "company.remove-person", "s",
                                   remove_person_action);
  gtk_widget_class_install_action (widget_class, "company.check-fit", NULL, check_fit_action);
}

static void
kumoji_company_page_init (KumojiCompanyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
