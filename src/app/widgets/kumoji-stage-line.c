/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stage line: the stages on the way, each of which leads to its place in the roadmap. */
#include "config.h"

#include "app/widgets/kumoji-stage-line.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-chart-view.h"
#include "report/kumoji-stage-chart.h"

struct _KumojiStageLine
{
  AdwBin parent_instance;

  KumojiChartView *chart;
  GtkBox *buttons;
};

G_DEFINE_FINAL_TYPE (KumojiStageLine, kumoji_stage_line, ADW_TYPE_BIN)

/* What the chart shows, apart from the roadmap, which does not live as long. */
typedef struct
{
  GArray *marks; /* of KumojiStageMark */
  GStringChunk *texts;
  guint current;      /* the mark that has a gate */
  const char *number; /* what is said of the gate where there is no room for its words */
} Line;

static void
line_free (Line *line)
{
  g_array_unref (line->marks);
  g_string_chunk_free (line->texts);
  g_free (line);
}

static double
line_height (const KumojiCanvas *canvas, double width, gconstpointer data)
{
  return kumoji_stage_chart_get_height (canvas);
}

/* Between two circles, less the mark and a little air; in sizes of type as the chart has them. */
static double
get_gate_room (const KumojiCanvas *canvas, const KumojiBox *box, guint n_stages)
{
  return box->width / MAX (n_stages, 1) - 6.2 * canvas->size;
}

static void
line_draw (const KumojiCanvas *canvas, const KumojiBox *box, gconstpointer data)
{
  const Line *line = data;
  guint n = line->marks->len;
  g_autofree KumojiStageMark *marks = g_memdup2 (line->marks->data, n * sizeof (KumojiStageMark));

  if (line->number != NULL
      && kumoji_typeface_measure (canvas->typeface, marks[line->current].gate, canvas->size, FALSE)
           > get_gate_room (canvas, box, n))
    marks[line->current].gate = line->number;
  kumoji_stage_chart_draw (canvas, box, marks, n);
}

static KumojiStep
step_of (const KumojiGate *gate, gboolean is_current)
{
  switch (gate->state)
    {
    case KUMOJI_STAGE_FINISHED:
      return KUMOJI_STEP_FINISHED;
    case KUMOJI_STAGE_SKIPPED:
      return KUMOJI_STEP_SKIPPED;
    case KUMOJI_STAGE_IN_PROGRESS:
      return KUMOJI_STEP_CURRENT;
    case KUMOJI_STAGE_NOT_STARTED:
    default:
      return is_current ? KUMOJI_STEP_CURRENT : KUMOJI_STEP_AHEAD;
    }
}

static void
add_mark (Line *line, const KumojiGate *gate, gboolean is_current)
{
  KumojiStageMark mark = {
    .number = gate->guide->id,
    .name = kumoji_text_get (&gate->guide->name, kumoji_language_get_default ()),
    .step = step_of (gate, is_current),
  };

  if (is_current)
    {
      guint n = gate->blockers->len;
      g_autofree char *reasons = g_strdup_printf (ngettext ("%u reason", "%u reasons", n), n);
      g_autofree char *number = g_strdup_printf ("(%u)", n);

      line->current = line->marks->len;
      line->number = g_string_chunk_insert (line->texts, gate->open ? "" : number);
      mark.gate = g_string_chunk_insert (line->texts, gate->open ? _("Open") : reasons);
      mark.gate_mark = gate->open         ? KUMOJI_MARK_PASSED
                       : gate->overridden ? KUMOJI_MARK_LATE
                                          : KUMOJI_MARK_BLOCKED;
    }
  g_array_append_val (line->marks, mark);
}

static void
name_button (GtkWidget *button, const KumojiGate *gate)
{
  KumojiLanguage language = kumoji_language_get_default ();
  g_autofree char *name = g_strdup_printf (_("Stage %s, %s: %s"), gate->guide->id,
                                           kumoji_text_get (&gate->guide->name, language),
                                           kumoji_stage_state_get_label (gate->state, language));

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
ensure_button (KumojiStageLine *self, GtkWidget *button, const KumojiGate *gate)
{
  if (button != NULL)
    return button;
  button = gtk_button_new ();
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "stage");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "roadmap", gate->guide->id);
  gtk_box_append (self->buttons, button);
  return button;
}

static void
kumoji_stage_line_class_init (KumojiStageLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-stage-line.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiStageLine, chart);
  gtk_widget_class_bind_template_child (widget_class, KumojiStageLine, buttons);
}

static void
kumoji_stage_line_init (KumojiStageLine *self)
{
  g_type_ensure (KUMOJI_TYPE_CHART_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_stage_line_set_roadmap:
 * @self: a line
 * @roadmap: where the company stands
 *
 * Shows stages 0 to 4; stage x stands beside them and is left to the roadmap.
 */
void
kumoji_stage_line_set_roadmap (KumojiStageLine *self, KumojiRoadmap *roadmap)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons));

  line->marks = g_array_new (FALSE, FALSE, sizeof (KumojiStageMark));
  line->texts = g_string_chunk_new (64);
  for (guint i = 0; i < roadmap->gates->len; i++)
    {
      const KumojiGate *gate = roadmap->gates->pdata[i];

      if (g_str_equal (gate->guide->id, "x"))
        continue;
      add_mark (line, gate, gate == roadmap->current);
      button = ensure_button (self, button, gate);
      name_button (button, gate);
      button = gtk_widget_get_next_sibling (button);
    }
  kumoji_chart_view_set_chart (self->chart, line_height, line_draw, line,
                               (GDestroyNotify) line_free);
}
