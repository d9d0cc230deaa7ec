/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A score row: how far one checklist is answered. */
#include "config.h"

#include "app/widgets/kumoji-score-row.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-chart-view.h"
#include "app/widgets/kumoji-kind-words.h"

/* Pixels. */
#define BAR_HEIGHT 10

struct _KumojiScoreRow
{
  GtkListBoxRow parent_instance;

  char *target;
  KumojiScore score;

  GtkLabel *title;
  KumojiChartView *bar;
  GtkLabel *counts;
};

G_DEFINE_FINAL_TYPE (KumojiScoreRow, kumoji_score_row, GTK_TYPE_LIST_BOX_ROW)

static double
bar_height (const KumojiCanvas *canvas, double width, gconstpointer data)
{
  return BAR_HEIGHT;
}

static void
bar_draw (const KumojiCanvas *canvas, const KumojiBox *box, gconstpointer data)
{
  const KumojiScore *score = data;
  KumojiBox bar = { box->x, box->y + (box->height - BAR_HEIGHT) / 2, box->width, BAR_HEIGHT };

  kumoji_chart_draw_progress (canvas, &bar, score->yes, score->no, score->applicable);
}

static void
kumoji_score_row_finalize (GObject *object)
{
  g_free (KUMOJI_SCORE_ROW (object)->target);

  G_OBJECT_CLASS (kumoji_score_row_parent_class)->finalize (object);
}

static void
kumoji_score_row_class_init (KumojiScoreRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kumoji_score_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-score-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiScoreRow, title);
  gtk_widget_class_bind_template_child (widget_class, KumojiScoreRow, bar);
  gtk_widget_class_bind_template_child (widget_class, KumojiScoreRow, counts);
}

static void
kumoji_score_row_init (KumojiScoreRow *self)
{
  g_type_ensure (KUMOJI_TYPE_CHART_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_score_row_new:
 * @titles: makes the titles of a list equally wide
 * @counts: makes the counts of a list equally wide
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kumoji_score_row_new (GtkSizeGroup *titles, GtkSizeGroup *counts)
{
  KumojiScoreRow *self = g_object_new (KUMOJI_TYPE_SCORE_ROW, NULL);

  gtk_size_group_add_widget (titles, GTK_WIDGET (self->title));
  gtk_size_group_add_widget (counts, GTK_WIDGET (self->counts));
  return GTK_WIDGET (self);
}

/**
 * kumoji_score_row_set:
 * @self: a row
 * @catalog: the checklist
 * @service: (nullable): the service that it is about, %NULL for the company
 * @score: how far it is answered
 */
void
kumoji_score_row_set (KumojiScoreRow *self,
                      KumojiCatalog *catalog,
                      KumojiService *service,
                      const KumojiScore *score)
{
  const char *name = kumoji_catalog_get_short_title (catalog, kumoji_language_get_default ());
  g_autofree char *title = NULL;
  g_autofree char *counts = NULL;

  /* Translators: a checklist, and the cloud service that it is about */
  title = service != NULL
            ? g_strdup_printf (_("%s (%s)"), name,
                               kumoji_record_get_text (KUMOJI_RECORD (service), "name"))
            : g_strdup (name);
  counts = kumoji_score_dup_sentence (score, kumoji_catalog_get_kind (catalog));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->counts, counts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, counts, -1);
  kumoji_chart_view_set_description (self->bar, counts);
  if (memcmp (&self->score, score, sizeof *score) != 0 || self->target == NULL)
    {
      self->score = *score;
      kumoji_chart_view_set_chart (self->bar, bar_height, bar_draw, &self->score, NULL);
    }
  g_free (self->target);
  self->target =
    g_strdup_printf ("%s/%s/", kumoji_catalog_get_id (catalog),
                     service != NULL ? kumoji_record_get_id (KUMOJI_RECORD (service)) : "");
}

/**
 * kumoji_score_row_go:
 * @self: a row
 *
 * Goes to the checklist: what a list does when the row is activated.
 */
void
kumoji_score_row_go (KumojiScoreRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "(ss)", "checklists", self->target);
}
