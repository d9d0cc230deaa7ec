/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page view: one page of a document on the screen, as it is printed. */
#include "config.h"

#include "app/widgets/kumoji-page-view.h"

#include <glib/gi18n.h>

#include "report/kumoji-cairo-painter.h"

/* What a screen reader is told of a page: more than a full page of a checklist. */
#define TEXT_LIMIT 4000

/* Pixels of one picture: beyond that it is drawn coarser, 64 MB are enough for one page. */
#define PIXEL_LIMIT 16.0e6

struct _KumojiPageView
{
  GtkWidget parent_instance;

  KumojiDocument *document;
  guint position;
  GdkTexture *texture;           /* maybe of the page as it was: better than a white flash */
  int drawn_width, drawn_height; /* that the picture has or will have, pixels; 0 for none */
  gboolean is_told;              /* a screen reader knows what this page says */
  GCancellable *cancellable;     /* of the picture under way */
  GArray *matches;               /* of the whole document */
  guint current;
};

G_DEFINE_FINAL_TYPE (KumojiPageView, kumoji_page_view, GTK_TYPE_WIDGET)

/* A picture to be drawn in another thread. */
typedef struct
{
  KumojiDocument *document;
  guint position;
  int width, height;
  gboolean is_told;
} Order;

/* What came of it. */
typedef struct
{
  GdkTexture *texture;
  char *text; /* NULL where it was told before */
} Drawn;

static void
drawn_free (Drawn *drawn)
{
  g_object_unref (drawn->texture);
  g_free (drawn->text);
  g_free (drawn);
}

static void
free_order (gpointer data)
{
  Order *order = data;

  g_object_unref (order->document);
  g_free (order);
}

static void
draw_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  KumojiPage *page = kumoji_document_get_page (order->document, order->position);
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;
  Drawn *drawn;
  int stride;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, order->width, order->height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, order->width / kumoji_page_get_width (page),
               order->height / kumoji_page_get_height (page));
  kumoji_cairo_paint (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * order->height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  drawn = g_new0 (Drawn, 1);
  drawn->texture =
    gdk_memory_texture_new (order->width, order->height, GDK_MEMORY_DEFAULT, bytes, stride);
  if (!order->is_told)
    drawn->text = kumoji_search_dup_page_text (page, TEXT_LIMIT);
  g_task_return_pointer (task, drawn, (GDestroyNotify) drawn_free);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KumojiPageView *self = KUMOJI_PAGE_VIEW (source);
  Drawn *drawn = g_task_propagate_pointer (G_TASK (result), NULL);

  if (drawn == NULL)
    return; /* another is under way */
  g_set_object (&self->texture, drawn->texture);
  if (drawn->text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    drawn->text, -1);
  self->is_told = TRUE;
  drawn_free (drawn);
  g_clear_object (&self->cancellable);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_order (KumojiPageView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->drawn_width = self->drawn_height = 0;
}

static void
draw (KumojiPageView *self)
{
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double width = gtk_widget_get_width (GTK_WIDGET (self)) * scale;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) * scale;
  double coarse = MIN (1, sqrt (PIXEL_LIMIT / MAX (1, width * height)));
  g_autoptr (GTask) task = NULL;
  Order *order;

  width = round (width * coarse);
  height = round (height * coarse);
  if (self->document == NULL || width < 1 || height < 1
      || (width == self->drawn_width && height == self->drawn_height))
    return;
  forget_order (self);
  self->drawn_width = (int) width;
  self->drawn_height = (int) height;
  order = g_new0 (Order, 1);
  *order = (Order){ g_object_ref (self->document), self->position, (int) width, (int) height,
                    self->is_told };
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, draw_thread);
}

static void
kumoji_page_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  draw (KUMOJI_PAGE_VIEW (widget));
}

static void
mark (KumojiPageView *self, GtkSnapshot *snapshot, const KumojiMatch *match)
{
  static const GdkRGBA other = { 1, 0.82, 0.1, 0.42 }, found = { 1, 0.45, 0, 0.55 };
  KumojiPage *page = kumoji_document_get_page (self->document, self->position);
  float scale = gtk_widget_get_width (GTK_WIDGET (self)) / (float) kumoji_page_get_width (page);
  graphene_rect_t place =
    GRAPHENE_RECT_INIT ((match->box.x - 1) * scale, (match->box.y - 1) * scale,
                        (match->box.width + 2) * scale, (match->box.height + 2) * scale);

  gtk_snapshot_append_color (snapshot, match->number == self->current ? &found : &other, &place);
}

/* The matches of the document stand in the order of its pages. */
static guint
find_first_match (KumojiPageView *self)
{
  guint low = 0, high = self->matches->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->matches, KumojiMatch, middle).page < self->position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
kumoji_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA paper = { 1, 1, 1, 1 };
  KumojiPageView *self = KUMOJI_PAGE_VIEW (widget);
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  else
    gtk_snapshot_append_color (snapshot, &paper, &bounds);
  for (guint i = self->matches != NULL ? find_first_match (self) : G_MAXUINT;
       self->matches != NULL && i < self->matches->len; i++)
    {
      const KumojiMatch *match = &g_array_index (self->matches, KumojiMatch, i);

      if (match->page != self->position)
        break;
      mark (self, snapshot, match);
    }
}

static void
kumoji_page_view_dispose (GObject *object)
{
  KumojiPageView *self = KUMOJI_PAGE_VIEW (object);

  forget_order (self);
  g_clear_object (&self->document);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->matches, g_array_unref);

  G_OBJECT_CLASS (kumoji_page_view_parent_class)->dispose (object);
}

static void
kumoji_page_view_class_init (KumojiPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_page_view_dispose;
  widget_class->size_allocate = kumoji_page_view_size_allocate;
  widget_class->snapshot = kumoji_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "paper");
}

static void
kumoji_page_view_init (KumojiPageView *self)
{
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (draw), NULL);
}

/**
 * kumoji_page_view_new:
 *
 * Returns: (transfer floating): a view of no page yet
 */
GtkWidget *
kumoji_page_view_new (void)
{
  return g_object_new (KUMOJI_TYPE_PAGE_VIEW, NULL);
}

/**
 * kumoji_page_view_set_page:
 * @self: a view
 * @document: pages
 * @position: which of them, counted from 0
 *
 * The picture is drawn in another thread once the view has a size; until then the last one stays.
 */
void
kumoji_page_view_set_page (KumojiPageView *self, KumojiDocument *document, guint position)
{
  /* Translators: the first number is a page, the second how many there are */
  g_autofree char *label =
    g_strdup_printf (_("Page %u of %u"), position + 1, kumoji_document_get_n_pages (document));

  g_set_object (&self->document, document);
  self->position = position;
  self->is_told = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  forget_order (self);
  draw (self);
}

/**
 * kumoji_page_view_get_position:
 * @self: a view
 *
 * Returns: which page it shows, counted from 0
 */
guint
kumoji_page_view_get_position (KumojiPageView *self)
{
  return self->position;
}

/**
 * kumoji_page_view_set_matches:
 * @self: a view
 * @matches: (nullable) (element-type KumojiMatch): what is marked, in the whole document
 * @current: number of the match that is marked more strongly
 */
void
kumoji_page_view_set_matches (KumojiPageView *self, GArray *matches, guint current)
{
  if (matches == self->matches && current == self->current)
    return;
  if (matches != NULL)
    g_array_ref (matches);
  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = matches;
  self->current = current;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kumoji_page_view_is_drawn:
 * @self: a view
 *
 * Returns: whether it shows the page as it is now, in its size
 */
gboolean
kumoji_page_view_is_drawn (KumojiPageView *self)
{
  return self->texture != NULL && self->cancellable == NULL && self->drawn_width > 0;
}

/**
 * kumoji_page_view_keep_range:
 * @views: (element-type KumojiPageView): what there is, in the order of pages; the array unparents
 *   what is removed
 * @parent: of the views
 * @document: pages
 * @first: the first page that has a view
 * @last: the last one
 *
 * Makes a view for each page from @first to @last, and removes the others.
 */
void
kumoji_page_view_keep_range (GPtrArray *views,
                             GtkWidget *parent,
                             KumojiDocument *document,
                             guint first,
                             guint last)
{
  for (guint i = views->len; i-- > 0;)
    {
      guint position = KUMOJI_PAGE_VIEW (views->pdata[i])->position;

      if (position < first || position > last)
        g_ptr_array_remove_index (views, i);
    }
  for (guint position = first, i = 0; position <= last; position++, i++)
    if (i >= views->len || KUMOJI_PAGE_VIEW (views->pdata[i])->position != position)
      {
        GtkWidget *view = kumoji_page_view_new ();

        kumoji_page_view_set_page (KUMOJI_PAGE_VIEW (view), document, position);
        gtk_widget_insert_after (view, parent, i > 0 ? views->pdata[i - 1] : NULL);
        g_ptr_array_insert (views, (int) i, view);
      }
}
