/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart view: shows on screen what the report engine draws on paper. */
#include "config.h"

#include "app/widgets/kumoji-chart-view.h"

#include "report/kumoji-cairo-painter.h"

/* A chart's labels are a little smaller than the text around it. */
#define LABEL_SCALE 0.9

struct _KumojiChartView
{
  GtkWidget parent_instance;

  KumojiChartHeight height;
  KumojiChartDraw draw;
  gpointer data;
  GDestroyNotify free_data;
  KumojiPage *page; /* what was drawn last; NULL if it must be drawn anew */
};

G_DEFINE_FINAL_TYPE (KumojiChartView, kumoji_chart_view, GTK_TYPE_WIDGET)

/* NULL until the fonts are found, and where none is installed that a report could be printed with:
 * then no chart is shown. */
static KumojiTypeface *typeface;

/* All views that there are; they wait for the typeface. */
static GPtrArray *views;

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  KumojiTypeface *found = kumoji_typeface_new (&error);

  if (found != NULL)
    g_task_return_pointer (task, found, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  typeface = g_task_propagate_pointer (G_TASK (result), &error);
  if (typeface == NULL)
    g_message ("%s", error->message);
  for (guint i = 0; i < views->len; i++)
    gtk_widget_queue_resize (views->pdata[i]);
}

/* Looking through the installed fonts takes longer than a frame. */
static void
find_typeface (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, found_cb, NULL);

  g_task_run_in_thread (task, find_thread);
}

static double
get_font_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (context) / 72;
}

static void
init_canvas (KumojiChartView *self, KumojiCanvas *canvas, KumojiPage *page)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  canvas->page = page;
  canvas->typeface = typeface;
  canvas->palette = dark ? &kumoji_palette_dark : &kumoji_palette_paper;
  canvas->language = kumoji_language_get_default ();
  canvas->size = get_font_size (GTK_WIDGET (self)) * LABEL_SCALE;
  canvas->calendar = KUMOJI_CALENDAR_WESTERN;
}

static void
forget_page (KumojiChartView *self)
{
  g_clear_pointer (&self->page, kumoji_page_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
kumoji_chart_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  KumojiChartView *self = KUMOJI_CHART_VIEW (widget);
  KumojiCanvas canvas;

  *minimum = *natural = 0;
  if (orientation != GTK_ORIENTATION_VERTICAL || self->height == NULL || typeface == NULL)
    return;
  init_canvas (self, &canvas, NULL);
  *minimum = *natural =
    (int) ceil (self->height (&canvas, for_size > 0 ? for_size : 400, self->data));
}

static GtkSizeRequestMode
kumoji_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ensure_page (KumojiChartView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  KumojiBox box = { 0, 0, width, height };
  KumojiCanvas canvas;

  if (self->page != NULL && kumoji_page_get_width (self->page) == width
      && kumoji_page_get_height (self->page) == height)
    return;
  forget_page (self);
  self->page = kumoji_page_new (width, height);
  init_canvas (self, &canvas, self->page);
  self->draw (&canvas, &box, self->data);
}

static void
kumoji_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KumojiChartView *self = KUMOJI_CHART_VIEW (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (self->draw == NULL || typeface == NULL || bounds.size.width < 1 || bounds.size.height < 1)
    return;
  ensure_page (self);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  kumoji_cairo_paint (self->page, cr);
  cairo_destroy (cr);
}

/* A change of the font's size comes as a change of style. */
static void
kumoji_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (kumoji_chart_view_parent_class)->css_changed (widget, change);
  forget_page (KUMOJI_CHART_VIEW (widget));
}

static void
kumoji_chart_view_finalize (GObject *object)
{
  KumojiChartView *self = KUMOJI_CHART_VIEW (object);

  g_ptr_array_remove_fast (views, self);

  g_clear_pointer (&self->page, kumoji_page_unref);
  if (self->free_data != NULL)
    self->free_data (self->data);

  G_OBJECT_CLASS (kumoji_chart_view_parent_class)->finalize (object);
}

static void
kumoji_chart_view_class_init (KumojiChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kumoji_chart_view_finalize;
  widget_class->measure = kumoji_chart_view_measure;
  widget_class->get_request_mode = kumoji_chart_view_get_request_mode;
  widget_class->snapshot = kumoji_chart_view_snapshot;
  widget_class->css_changed = kumoji_chart_view_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");

  views = g_ptr_array_new ();
  find_typeface ();
}

static void
kumoji_chart_view_init (KumojiChartView *self)
{
  g_ptr_array_add (views, self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (forget_page), self, G_CONNECT_SWAPPED);
}

/**
 * kumoji_chart_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
kumoji_chart_view_new (void)
{
  return g_object_new (KUMOJI_TYPE_CHART_VIEW, NULL);
}

/**
 * kumoji_chart_view_set_chart:
 * @self: a view
 * @height: says how high the chart is
 * @draw: draws it
 * @data: passed to both
 * @free_data: (nullable): frees @data
 */
void
kumoji_chart_view_set_chart (KumojiChartView *self,
                             KumojiChartHeight height,
                             KumojiChartDraw draw,
                             gpointer data,
                             GDestroyNotify free_data)
{
  if (self->free_data != NULL)
    self->free_data (self->data);
  self->height = height;
  self->draw = draw;
  self->data = data;
  self->free_data = free_data;
  forget_page (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * kumoji_chart_view_set_description:
 * @self: a view
 * @description: what the chart says, in words, for a screen reader
 */
void
kumoji_chart_view_set_description (KumojiChartView *self, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}
