/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview: where the company stands, and what to do next. */
#include "config.h"

#include "app/pages/kumoji-overview-page.h"

#include <glib/gi18n.h>

#include "app/pages/kumoji-issued-line.h"
#include "app/pages/kumoji-overview-words.h"
#include "app/widgets/kumoji-chart-view.h"
#include "app/widgets/kumoji-pair-layout.h"
#include "app/widgets/kumoji-score-row.h"
#include "app/widgets/kumoji-stage-line.h"
#include "app/widgets/kumoji-step-row.h"
#include "files/kumoji-today.h"

/* What is more is said in one row that leads to the roadmap. */
#define MAX_STEPS 6

/* What is more is said in one row that leads to the checklists. */
#define MAX_SCORES 12

struct _KumojiOverviewPage
{
  KumojiPane parent_instance;

  GtkStack *faces;
  GtkLabel *heading;
  GtkLabel *reasons;
  KumojiStageLine *stage_line;
  GtkListBox *steps;
  GtkSizeGroup *step_pills;
  GtkLabel *total;
  GtkLabel *difference;
  KumojiChartView *groups;
  GtkListBox *value_rows;
  GtkSizeGroup *value_pills;
  KumojiIssuedLine *issued;
  GtkListBox *scores;
  GtkSizeGroup *score_titles;
  GtkSizeGroup *score_counts;
};

G_DEFINE_FINAL_TYPE (KumojiOverviewPage, kumoji_overview_page, KUMOJI_TYPE_PANE)

/* Rows are used again, so that the focus stays where it is when the project changes. */
static KumojiStepRow *
get_step (GtkListBox *list, guint position, GtkSizeGroup *pills)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) position);

  if (row == NULL)
    {
      row = GTK_LIST_BOX_ROW (kumoji_step_row_new (pills));
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
  return KUMOJI_STEP_ROW (row);
}

static void
drop_rows_from (GtkListBox *list, guint position)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, (int) position)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
set_more_row (KumojiStepRow *row, const KumojiGate *gate, guint more)
{
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u more on the roadmap", "%u more on the roadmap", more), more);

  kumoji_step_row_set (row, KUMOJI_PILL_OPEN, _("More"), title, "", "roadmap", gate->guide->id);
}

static guint
show_gate (KumojiOverviewPage *self, const KumojiGate *gate)
{
  guint n = gate->blockers->len + gate->warnings->len;
  guint shown = n > MAX_STEPS ? MAX_STEPS - 1 : n;
  guint used = 0;

  if (gate->open)
    kumoji_step_row_set (get_step (self->steps, used++, self->step_pills), KUMOJI_PILL_PASSED,
                         _("Open"), _("Enter the stage’s actual end and go on"), "", "roadmap",
                         gate->guide->id);
  for (guint i = 0; i < shown; i++)
    {
      KumojiStepRow *row = get_step (self->steps, used++, self->step_pills);

      if (i < gate->blockers->len)
        kumoji_step_row_set_blocker (row, gate, &g_array_index (gate->blockers, KumojiBlocker, i));
      else
        kumoji_step_row_set_warning (row, gate,
                                     g_array_index (gate->warnings, KumojiWarning,
                                                    i - gate->blockers->len));
    }
  if (shown < n)
    set_more_row (get_step (self->steps, used++, self->step_pills), gate, n - shown);
  return used;
}

static void
show_roadmap (KumojiOverviewPage *self)
{
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));
  g_autofree char *today = kumoji_today_new ();
  g_autoptr (KumojiRoadmap) roadmap =
    kumoji_roadmap_new (kumoji_project_get_library (project), project, today);
  g_autofree char *heading = kumoji_overview_dup_heading (roadmap);
  g_autofree char *reasons = kumoji_overview_dup_reasons (roadmap);
  guint used = roadmap->current != NULL ? show_gate (self, roadmap->current) : 0;

  drop_rows_from (self->steps, used);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->reasons, reasons);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), *reasons != '\0');
  kumoji_stage_line_set_roadmap (self->stage_line, roadmap);
}

/* --- The value of the information ------------------------------------------------------- */

typedef struct
{
  GArray *amounts; /* of KumojiAmount */
  GStringChunk *texts;
} Groups;

static void
groups_free (Groups *groups)
{
  g_array_unref (groups->amounts);
  g_string_chunk_free (groups->texts);
  g_free (groups);
}

static double
groups_height (const KumojiCanvas *canvas, double width, gconstpointer data)
{
  const Groups *groups = data;

  return kumoji_chart_measure_stack (canvas, width, (const KumojiAmount *) groups->amounts->data,
                                     groups->amounts->len);
}

static void
groups_draw (const KumojiCanvas *canvas, const KumojiBox *box, gconstpointer data)
{
  const Groups *groups = data;

  kumoji_chart_draw_stack (canvas, box, (const KumojiAmount *) groups->amounts->data,
                           groups->amounts->len);
}

static int
compare_by_total (gconstpointer a, gconstpointer b)
{
  const KumojiAmount *first = a;
  const KumojiAmount *second = b;

  return first->value < second->value ? 1 : first->value > second->value ? -1 : 0;
}

static void
show_groups (KumojiOverviewPage *self, KumojiValuation *valuation)
{
  Groups *groups = g_new0 (Groups, 1);
  g_autoptr (GString) description = g_string_new (NULL);

  groups->amounts = g_array_new (FALSE, FALSE, sizeof (KumojiAmount));
  groups->texts = g_string_chunk_new (256);
  for (guint i = 0; i < valuation->by_group->len; i++)
    {
      const KumojiShare *share = &g_array_index (valuation->by_group, KumojiShare, i);
      double part = valuation->total > 0 ? (double) share->total / (double) valuation->total : 0;
      g_autofree char *text = g_strdup_printf ("%.0f%%", part * 100);
      KumojiAmount amount = { .label = _(share->label),
                              .text = g_string_chunk_insert (groups->texts, text),
                              .value = (double) share->total };

      if (share->total > 0)
        g_array_append_val (groups->amounts, amount);
    }
  g_array_sort (groups->amounts, compare_by_total);
  for (guint i = 0; i < groups->amounts->len; i++)
    {
      const KumojiAmount *amount = &g_array_index (groups->amounts, KumojiAmount, i);

      g_string_append_printf (description, "%s%s %s", i > 0 ? ", " : "", amount->label,
                              amount->text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->groups), groups->amounts->len > 0);
  kumoji_chart_view_set_description (self->groups, description->str);
  kumoji_chart_view_set_chart (self->groups, groups_height, groups_draw, groups,
                               (GDestroyNotify) groups_free);
}

static KumojiPillKind
kind_of_balance (KumojiValuationState state)
{
  switch (state)
    {
    case KUMOJI_VALUATION_BALANCED:
      return KUMOJI_PILL_PASSED;
    case KUMOJI_VALUATION_OVER:
    case KUMOJI_VALUATION_UNDER:
      return KUMOJI_PILL_LATE;
    case KUMOJI_VALUATION_UNKNOWN:
    default:
      return KUMOJI_PILL_OPEN;
    }
}

static void
show_value_rows (KumojiOverviewPage *self, KumojiValuation *valuation)
{
  KumojiLanguage language = kumoji_language_get_default ();
  g_autofree char *sales = kumoji_yen_format (valuation->sales);
  g_autofree char *number = kumoji_integer_format (valuation->assets);
  g_autofree char *assets =
    g_strdup_printf (ngettext ("%s information asset", "%s information assets", valuation->assets),
                     number);
  g_autofree char *sales_title = g_strdup_printf (_("Annual sales %s"), sales);
  gboolean known = valuation->state != KUMOJI_VALUATION_UNKNOWN;

  kumoji_step_row_set (get_step (self->value_rows, 0, self->value_pills),
                       kind_of_balance (valuation->state),
                       kumoji_valuation_state_get_label (valuation->state, language),
                       valuation->assets > 0 ? assets : _("List the information that counts"), "",
                       "assets", "");
  kumoji_step_row_set (get_step (self->value_rows, 1, self->value_pills), KUMOJI_PILL_OPEN,
                       known ? "" : _("Missing"),
                       known ? sales_title : _("Enter the annual sales"), "", "company",
                       "annual-sales");
}

static void
show_valuation (KumojiOverviewPage *self)
{
  g_autoptr (KumojiValuation) valuation =
    kumoji_valuation_new (kumoji_pane_get_project (KUMOJI_PANE (self)));
  g_autofree char *total = NULL;
  g_autofree char *difference = NULL;

  if (valuation->overflow != NULL)
    {
      difference =
        kumoji_valuation_dup_overflow_message (valuation, kumoji_language_get_default ());
      gtk_label_set_label (self->total, "–");
      gtk_widget_set_visible (GTK_WIDGET (self->groups), FALSE);
      kumoji_step_row_set (get_step (self->value_rows, 0, self->value_pills), KUMOJI_PILL_BLOCKED,
                           _("Too large"), _("Correct the asset"), "", "assets",
                           kumoji_record_get_id (KUMOJI_RECORD (valuation->overflow)));
      drop_rows_from (self->value_rows, 1);
    }
  else
    {
      total = kumoji_yen_format (valuation->total);
      difference = kumoji_overview_dup_difference (valuation);
      gtk_label_set_label (self->total, total);
      show_groups (self, valuation);
      show_value_rows (self, valuation);
    }
  gtk_label_set_label (self->difference, difference);
}

/* --- The checklists ----------------------------------------------------------------------- */

/* A checklist that belongs in the overview. */
typedef struct
{
  KumojiCatalog *catalog;
  KumojiService *service; /* NULL for the company */
} Awaited;

static KumojiScoreRow *
get_score_row (KumojiOverviewPage *self, guint position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->scores, (int) position);

  if (row == NULL)
    {
      row = GTK_LIST_BOX_ROW (kumoji_score_row_new (self->score_titles, self->score_counts));
      gtk_list_box_append (self->scores, GTK_WIDGET (row));
    }
  return KUMOJI_SCORE_ROW (row);
}

static void
show_score (KumojiOverviewPage *self, guint position, const Awaited *awaited, const char *today)
{
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));
  const char *subject =
    awaited->service != NULL ? kumoji_record_get_id (KUMOJI_RECORD (awaited->service)) : "";
  KumojiAssessment *round =
    kumoji_project_get_last_round (project, kumoji_catalog_get_id (awaited->catalog), subject);
  KumojiScore score;

  kumoji_score_work_out (&score, awaited->catalog, round, kumoji_project_get_profile (project),
                         today);
  kumoji_score_row_set (get_score_row (self, position), awaited->catalog, awaited->service, &score);
}

/* Of the company, or of each service. */
static void
add_awaited (GArray *all, KumojiProject *project, KumojiCatalog *catalog)
{
  KumojiList *services = kumoji_project_get_services (project);

  if (kumoji_catalog_get_subject (catalog) == KUMOJI_SUBJECT_COMPANY)
    {
      if (kumoji_score_is_awaited (project, catalog, ""))
        g_array_append_vals (all, &(Awaited){ catalog, NULL }, 1);
      return;
    }
  for (guint i = 0; i < kumoji_list_get_length (services); i++)
    {
      KumojiService *service = kumoji_list_get (services, i);

      if (kumoji_score_is_awaited (project, catalog,
                                   kumoji_record_get_id (KUMOJI_RECORD (service))))
        g_array_append_vals (all, &(Awaited){ catalog, service }, 1);
    }
}

static void
show_scores (KumojiOverviewPage *self)
{
  KumojiProject *project = kumoji_pane_get_project (KUMOJI_PANE (self));
  GPtrArray *catalogs = kumoji_library_get_catalogs (kumoji_project_get_library (project));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Awaited));
  g_autofree char *today = kumoji_today_new ();

  for (guint i = 0; i < catalogs->len; i++)
    add_awaited (all, project, catalogs->pdata[i]);
  guint shown = all->len > MAX_SCORES ? MAX_SCORES - 1 : all->len;
  for (guint i = 0; i < shown; i++)
    show_score (self, i, &g_array_index (all, Awaited, i), today);
  if (shown < all->len)
    kumoji_score_row_set_more (get_score_row (self, shown), all->len - shown);
  drop_rows_from (self->scores, shown < all->len ? shown + 1 : shown);
}

static gboolean
is_empty (KumojiProject *project)
{
  return *kumoji_project_get_company (project) == '\0'
         && kumoji_list_get_length (kumoji_project_get_assets (project)) == 0
         && kumoji_list_get_length (kumoji_project_get_assessments (project)) == 0;
}

static void
kumoji_overview_page_refresh (KumojiPane *pane)
{
  KumojiOverviewPage *self = KUMOJI_OVERVIEW_PAGE (pane);

  if (is_empty (kumoji_pane_get_project (pane)))
    {
      gtk_stack_set_visible_child_name (self->faces, "welcome");
      return;
    }
  show_roadmap (self);
  show_valuation (self);
  kumoji_issued_line_show (self->issued, kumoji_pane_get_project (pane));
  show_scores (self);
  gtk_stack_set_visible_child_name (self->faces, "board");
}

static void
step_activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  kumoji_step_row_go (KUMOJI_STEP_ROW (row));
}

static void
score_activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  kumoji_score_row_go (KUMOJI_SCORE_ROW (row));
}

static void
kumoji_overview_page_class_init (KumojiOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  KUMOJI_PANE_CLASS (klass)->refresh = kumoji_overview_page_refresh;

  g_type_ensure (KUMOJI_TYPE_CHART_VIEW);
  g_type_ensure (KUMOJI_TYPE_ISSUED_LINE);
  g_type_ensure (KUMOJI_TYPE_PAIR_LAYOUT);
  g_type_ensure (KUMOJI_TYPE_STAGE_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, faces);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, heading);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, stage_line);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, steps);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, step_pills);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, total);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, difference);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, groups);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, value_rows);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, value_pills);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, issued);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, scores);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, score_titles);
  gtk_widget_class_bind_template_child (widget_class, KumojiOverviewPage, score_counts);
  gtk_widget_class_bind_template_callback (widget_class, step_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, score_activated_cb);
}

static void
kumoji_overview_page_init (KumojiOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
