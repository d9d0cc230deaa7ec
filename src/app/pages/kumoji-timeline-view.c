/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline view: the stages over the years, each of which can be chosen.
 *
 * The chart is that of the reports. A button lies below each of its rows, so that a stage can be
 * reached from the keyboard and by a screen reader; choosing it is the action "stage.choose". */
#include "config.h"

#include "app/pages/kumoji-timeline-view.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "app/widgets/kumoji-chart-view.h"
#include "report/kumoji-timeline.h"

/* Where no font is installed for the chart the stages still stand there, by name. Pixels. */
#define ROW_WITHOUT_CHART 34

typedef struct
{
  GArray *spans; /* of KumojiSpan */
  guint32 today;
} Spans;

struct _KumojiTimelineView
{
  GtkWidget parent_instance;

  double rows_top;
  double row_height; /* 0 while the chart is not measured, or not there */
  GPtrArray *buttons;
  gboolean is_showing;

  KumojiChartView *chart;
};

G_DEFINE_FINAL_TYPE (KumojiTimelineView, kumoji_timeline_view, GTK_TYPE_WIDGET)

static void
spans_free (gpointer data)
{
  Spans *self = data;

  g_array_unref (self->spans);
  g_free (self);
}

static guint32
get_julian (const char *date)
{
  GDate day;

  if (!kumoji_date_is_valid (date))
    return 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) atoi (date + 8), (GDateMonth) atoi (date + 5),
                  (GDateYear) atoi (date));
  return g_date_get_julian (&day);
}

static KumojiStep
step_of (const KumojiGate *gate)
{
  switch (gate->state)
    {
    case KUMOJI_STAGE_FINISHED:
      return KUMOJI_STEP_FINISHED;
    case KUMOJI_STAGE_IN_PROGRESS:
      return KUMOJI_STEP_CURRENT;
    case KUMOJI_STAGE_SKIPPED:
      return KUMOJI_STEP_SKIPPED;
    case KUMOJI_STAGE_NOT_STARTED:
    default:
      return KUMOJI_STEP_AHEAD;
    }
}

/* What is still to come has not begun; it is planned at best. */
static guint32
get_past (const char *date, guint32 today)
{
  guint32 day = get_julian (date);

  return day <= today ? day : 0;
}

static Spans *
spans_new (KumojiRoadmap *roadmap, const char *today)
{
  Spans *self = g_new0 (Spans, 1);

  self->spans = g_array_new (FALSE, TRUE, sizeof (KumojiSpan));
  self->today = get_julian (today);
  for (guint i = 0; i < roadmap->gates->len; i++)
    {
      const KumojiGate *gate = roadmap->gates->pdata[i];
      KumojiRecord *stage = KUMOJI_RECORD (gate->stage);
      KumojiSpan span = {
        .number = gate->guide->number,
        .name = kumoji_text_get (&gate->guide->name, kumoji_language_get_default ()),
        .step = step_of (gate),
        .planned_start = get_julian (kumoji_record_get_text (stage, "planned-start")),
        .planned_end = get_julian (kumoji_record_get_text (stage, "planned-end")),
        .actual_start = get_past (kumoji_record_get_text (stage, "actual-start"), self->today),
        .actual_end = get_past (kumoji_record_get_text (stage, "actual-end"), self->today),
      };
      g_array_append_val (self->spans, span);
    }
  return self;
}

static double
get_height (const KumojiCanvas *canvas, double width, gconstpointer data)
{
  return kumoji_timeline_get_height (canvas, ((const Spans *) data)->spans->len);
}

static void
draw (const KumojiCanvas *canvas, const KumojiBox *box, gconstpointer data)
{
  const Spans *self = data;

  kumoji_timeline_draw (canvas, box, (const KumojiSpan *) self->spans->data, self->spans->len,
                        self->today);
}

static void
kumoji_timeline_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  KumojiTimelineView *self = KUMOJI_TIMELINE_VIEW (widget);

  gtk_widget_measure (GTK_WIDGET (self->chart), orientation, for_size, minimum, natural, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, 300);
      *natural = MAX (*natural, *minimum);
    }
  else if (*natural == 0)
    *minimum = *natural = (int) self->buttons->len * ROW_WITHOUT_CHART;
}

static GtkSizeRequestMode
kumoji_timeline_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The rows stand where the chart's own proportions put them. */
static void
kumoji_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KumojiTimelineView *self = KUMOJI_TIMELINE_VIEW (widget);
  KumojiCanvas unit = { .size = 1 };
  double top, row, whole;
  int natural;

  gtk_widget_measure (GTK_WIDGET (self->chart), GTK_ORIENTATION_VERTICAL, width, NULL, &natural,
                      NULL, NULL);
  kumoji_timeline_get_rows (&unit, &top, &row);
  whole = kumoji_timeline_get_height (&unit, self->buttons->len);
  self->rows_top = natural * top / whole;
  self->row_height = natural * row / whole;
  gtk_widget_size_allocate (GTK_WIDGET (self->chart), &(GtkAllocation){ 0, 0, width, height }, -1);
  for (guint i = 0; i < self->buttons->len; i++)
    {
      double step = natural > 0 ? self->row_height : ROW_WITHOUT_CHART;
      int y = (int) (self->rows_top + i * step + 0.5);
      int next = (int) (self->rows_top + (i + 1) * step + 0.5);

      gtk_widget_set_opacity (gtk_button_get_child (self->buttons->pdata[i]), natural == 0);
      gtk_widget_size_allocate (self->buttons->pdata[i],
                                &(GtkAllocation){ -8, y, width + 16, next - y }, -1);
    }
}

static void
kumoji_timeline_view_dispose (GObject *object)
{
  KumojiTimelineView *self = KUMOJI_TIMELINE_VIEW (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kumoji_timeline_view_parent_class)->dispose (object);
}

static void
kumoji_timeline_view_finalize (GObject *object)
{
  g_ptr_array_unref (KUMOJI_TIMELINE_VIEW (object)->buttons);

  G_OBJECT_CLASS (kumoji_timeline_view_parent_class)->finalize (object);
}

static void
kumoji_timeline_view_class_init (KumojiTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_timeline_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kumoji_timeline_view_finalize;
  widget_class->measure = kumoji_timeline_view_measure;
  widget_class->get_request_mode = kumoji_timeline_view_get_request_mode;
  widget_class->size_allocate = kumoji_timeline_view_size_allocate;

  g_type_ensure (KUMOJI_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiTimelineView, chart);
}

static void
kumoji_timeline_view_init (KumojiTimelineView *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
toggled_cb (GtkToggleButton *button, KumojiTimelineView *self)
{
  const char *stage = g_object_get_data (G_OBJECT (button), "stage");

  if (!self->is_showing && gtk_toggle_button_get_active (button))
    gtk_widget_activate_action (GTK_WIDGET (self), "stage.choose", "s", stage);
}

/* One button for each stage; they lie below the chart, which lets clicks through. */
static GtkWidget *
ensure_button (KumojiTimelineView *self, guint position, const char *stage)
{
  GtkWidget *button, *label;

  if (position < self->buttons->len)
    return self->buttons->pdata[position];
  button = gtk_toggle_button_new ();
  label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "timeline-row");
  g_object_set_data_full (G_OBJECT (button), "stage", g_strdup (stage), g_free);
  if (position > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons->pdata[0]);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_widget_insert_before (button, GTK_WIDGET (self), GTK_WIDGET (self->chart));
  g_ptr_array_add (self->buttons, button);
  return button;
}

/* "from 2026-01-05 to 2026-12-28", or what is known of it. */
static char *
dup_time (KumojiRecord *stage, const char *start, const char *end)
{
  const char *from = kumoji_record_get_text (stage, start);
  const char *to = kumoji_record_get_text (stage, end);

  if (*from == '\0' && *to == '\0')
    return g_strdup (_("no dates"));
  /* Translators: a time; either day may be missing and is a dash then. */
  return g_strdup_printf (_("%s to %s"), *from != '\0' ? from : "—", *to != '\0' ? to : "—");
}

static void
name_button (GtkWidget *button, const KumojiGate *gate)
{
  KumojiLanguage language = kumoji_language_get_default ();
  KumojiRecord *stage = KUMOJI_RECORD (gate->stage);
  g_autofree char *planned = dup_time (stage, "planned-start", "planned-end");
  g_autofree char *actual = dup_time (stage, "actual-start", "actual-end");
  g_autofree char *name = g_strdup_printf (
    /* Translators: a stage's number, name, state, planned time and actual time. */
    _("Stage %s, %s: %s. Planned %s. Actual %s."), gate->guide->number,
    kumoji_text_get (&gate->guide->name, language),
    kumoji_stage_state_get_label (gate->state, language), planned, actual);

  gtk_widget_set_tooltip_text (button, name);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * kumoji_timeline_view_set_roadmap:
 * @self: a view
 * @roadmap: what it shows
 * @chosen: the id of the stage that is chosen
 * @today: the day, ISO 8601
 */
void
kumoji_timeline_view_set_roadmap (KumojiTimelineView *self,
                                  KumojiRoadmap *roadmap,
                                  const char *chosen,
                                  const char *today)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < roadmap->gates->len; i++)
    {
      const KumojiGate *gate = roadmap->gates->pdata[i];
      GtkWidget *button = ensure_button (self, i, gate->guide->id);

      name_button (button, gate);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                    g_str_equal (gate->guide->id, chosen));
    }
  self->is_showing = FALSE;
  kumoji_chart_view_set_chart (self->chart, get_height, draw, spans_new (roadmap, today),
                               spans_free);
  kumoji_chart_view_set_description (self->chart,
                                     _("Timeline of the stages: planned above, actual below"));
}
