/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page roll: the pages of a document one below the other; only those in sight are drawn. */
#include "config.h"

#include "app/widgets/kumoji-page-roll.h"

#include <math.h>

#include "app/widgets/kumoji-page-keys.h"
#include "app/widgets/kumoji-page-label.h"
#include "app/widgets/kumoji-page-places.h"
#include "app/widgets/kumoji-page-view.h"

/* Pixels that an arrow key scrolls. */
#define LINE 48

struct _KumojiPageRoll
{
  GtkWidget parent_instance;

  KumojiPagePlaces places;
  gboolean small; /* pages as small pictures with numbers, to choose one from */
  guint page;     /* the one that is read */
  guint marked;
  GPtrArray *views; /* KumojiPageView, in the order of pages */
  GArray *matches;
  guint current;
  guint idle_id;
  gboolean relaid; /* and nobody was told yet */

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  gulong changed_ids[2];
  guint policies[2];
};

enum
{
  PROP_SMALL = 1,
  PROP_PAGE,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  PAGE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (KumojiPageRoll,
                               kumoji_page_roll,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static guint
get_n (KumojiPageRoll *self)
{
  return kumoji_page_places_get_n (&self->places);
}

static gboolean
is_laid (KumojiPageRoll *self)
{
  return kumoji_page_places_are_known (&self->places);
}

static void
ensure_laid (KumojiPageRoll *self)
{
  if (!is_laid (self))
    kumoji_page_places_lay (&self->places, MAX (1, gtk_widget_get_width (GTK_WIDGET (self))));
}

static double
get_value (KumojiPageRoll *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* In the roll as it is scrolled now. */
static GdkRectangle
get_place (KumojiPageRoll *self, guint position)
{
  GdkRectangle place = kumoji_page_places_get (&self->places, position);

  place.x -= (int) get_value (self, GTK_ORIENTATION_HORIZONTAL);
  place.y -= (int) get_value (self, GTK_ORIENTATION_VERTICAL);
  return place;
}

/* There is a view for each page in sight, and for those that come next. */
static void
update_views (KumojiPageRoll *self)
{
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  guint first, last;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  if (get_n (self) == 0 || height < 1 || !is_laid (self))
    {
      g_ptr_array_set_size (self->views, 0);
      return;
    }
  first = kumoji_page_places_find (&self->places, top - height / 2);
  last = kumoji_page_places_find (&self->places, top + height * 1.5);
  kumoji_page_view_keep_range (self->views, GTK_WIDGET (self), self->places.document, first, last);
  for (guint i = 0; i < self->views->len; i++)
    kumoji_page_view_set_matches (self->views->pdata[i], self->matches, self->current);
}

static void
update_page (KumojiPageRoll *self)
{
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  guint page;

  if (!is_laid (self))
    return;
  page = kumoji_page_places_find (&self->places, top + height / 3);
  /* The last page may be too short to come up that far. */
  if (get_n (self) > 0 && top > 0
      && top + height >= kumoji_page_places_get_top (&self->places, get_n (self)))
    page = get_n (self) - 1;
  if (page == self->page)
    return;
  self->page = page;
  g_object_notify (G_OBJECT (self), "page");
}

static gboolean
idle_cb (gpointer data)
{
  KumojiPageRoll *self = KUMOJI_PAGE_ROLL (data);

  self->idle_id = 0;
  update_page (self);
  update_views (self);
  if (self->relaid)
    g_object_notify (G_OBJECT (self), "page");
  self->relaid = FALSE;
  return G_SOURCE_REMOVE;
}

/* Children cannot come and go while the roll is given its place. */
static void
queue_views (KumojiPageRoll *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, idle_cb, self, NULL);
}

static void
value_changed_cb (KumojiPageRoll *self)
{
  kumoji_page_places_set_anchor (&self->places, get_value (self, GTK_ORIENTATION_VERTICAL));
  update_page (self);
  update_views (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
configure (KumojiPageRoll *self,
           GtkOrientation orientation,
           double value,
           double upper,
           double size)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;
  g_signal_handler_block (adjustment, self->changed_ids[orientation]);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (0, upper - size)), 0,
                            MAX (upper, size), LINE, size * 0.9, size);
  g_signal_handler_unblock (adjustment, self->changed_ids[orientation]);
}

static void
kumoji_page_roll_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KumojiPageRoll *self = KUMOJI_PAGE_ROLL (widget);
  double middle = self->places.width > 0
                    ? (get_value (self, GTK_ORIENTATION_HORIZONTAL) + self->places.view_width / 2.0)
                        / self->places.width
                    : 0.5;

  if (width != self->places.view_width || !is_laid (self))
    {
      kumoji_page_places_lay (&self->places, width);
      self->relaid = TRUE;
    }
  configure (self, GTK_ORIENTATION_HORIZONTAL, middle * self->places.width - width / 2.0,
             self->places.width, width);
  configure (self, GTK_ORIENTATION_VERTICAL, kumoji_page_places_get_anchor (&self->places),
             kumoji_page_places_get_top (&self->places, get_n (self)), height);
  for (guint i = 0; i < self->views->len; i++)
    {
      guint position = kumoji_page_view_get_position (self->views->pdata[i]);
      GdkRectangle place = { 0 };

      if (position < get_n (self))
        place = get_place (self, position);
      gtk_widget_size_allocate (self->views->pdata[i], &place, -1);
    }
  queue_views (self);
}

/* All over again: the scrolled window above must know, for its bars come and go. */
static void
relay (KumojiPageRoll *self)
{
  g_array_set_size (self->places.tops, 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
kumoji_page_roll_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 2 * KUMOJI_PAGE_MARGIN + 20;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 640;
}

static void
kumoji_page_roll_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KumojiPageRoll *self = KUMOJI_PAGE_ROLL (widget);

  for (guint i = 0; i < self->views->len; i++)
    {
      guint position = kumoji_page_view_get_position (self->views->pdata[i]);
      GdkRectangle at;

      if (position >= get_n (self) || !is_laid (self))
        continue;
      at = get_place (self, position);
      if (self->small)
        kumoji_page_label_snapshot (widget, snapshot, position, &at, position == self->marked);
      gtk_widget_snapshot_child (widget, self->views->pdata[i], snapshot);
    }
}

/* --- Pointer and keys -----------------------------------------------------------------------*/

static void
follow_link (KumojiPageRoll *self, guint position, double x, double y)
{
  double scale = kumoji_page_places_get_scale (&self->places, position);
  KumojiPage *page = kumoji_document_get_page (self->places.document, position);
  const char *link = kumoji_search_find_link (page, x / scale, y / scale);
  guint target;
  double target_y;

  if (link != NULL && kumoji_document_find_anchor (self->places.document, link, &target, &target_y))
    kumoji_page_roll_scroll_to (self, target, target_y);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, KumojiPageRoll *self)
{
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  guint position;

  if (get_n (self) == 0 || !is_laid (self))
    return;
  position = kumoji_page_places_find (&self->places, y + top);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[PAGE_ACTIVATED], 0, position);
  if (!self->small)
    follow_link (self, position, x - get_place (self, position).x,
                 y - get_place (self, position).y);
}

/* --- A scrollable ---------------------------------------------------------------------------*/

static void
set_adjustment (KumojiPageRoll *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_clear_signal_handler (&self->changed_ids[orientation], self->adjustments[orientation]);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    self->changed_ids[orientation] =
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
kumoji_page_roll_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KumojiPageRoll *self = KUMOJI_PAGE_ROLL (object);

  switch (prop_id)
    {
    case PROP_SMALL:
      g_value_set_boolean (value, self->small);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[prop_id - PROP_HADJUSTMENT]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[prop_id - PROP_HSCROLL_POLICY]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_page_roll_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  KumojiPageRoll *self = KUMOJI_PAGE_ROLL (object);

  switch (prop_id)
    {
    case PROP_SMALL:
      self->small = g_value_get_boolean (value);
      self->places.below = self->small ? KUMOJI_PAGE_NUMBER : 0;
      gtk_widget_set_focusable (GTK_WIDGET (self), !self->small);
      break;
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      set_adjustment (self, (GtkOrientation) (prop_id - PROP_HADJUSTMENT),
                      g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[prop_id - PROP_HSCROLL_POLICY] = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kumoji_page_roll_dispose (GObject *object)
{
  KumojiPageRoll *self = KUMOJI_PAGE_ROLL (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_ptr_array_set_size (self->views, 0);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->places.document);
  g_clear_pointer (&self->matches, g_array_unref);

  G_OBJECT_CLASS (kumoji_page_roll_parent_class)->dispose (object);
}

static void
kumoji_page_roll_finalize (GObject *object)
{
  KumojiPageRoll *self = KUMOJI_PAGE_ROLL (object);

  g_ptr_array_unref (self->views);
  g_array_unref (self->places.tops);

  G_OBJECT_CLASS (kumoji_page_roll_parent_class)->finalize (object);
}

static void
kumoji_page_roll_class_init (KumojiPageRollClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kumoji_page_roll_dispose;
  object_class->finalize = kumoji_page_roll_finalize;
  object_class->get_property = kumoji_page_roll_get_property;
  object_class->set_property = kumoji_page_roll_set_property;
  widget_class->measure = kumoji_page_roll_measure;
  widget_class->size_allocate = kumoji_page_roll_size_allocate;
  widget_class->snapshot = kumoji_page_roll_snapshot;

  g_object_class_install_property (
    object_class, PROP_SMALL,
    g_param_spec_boolean ("small", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_PAGE,
                                   g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * KumojiPageRoll::page-activated:
   * @self: the roll
   * @page: which was pressed, counted from 0
   */
  signals[PAGE_ACTIVATED] =
    g_signal_new ("page-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  kumoji_page_keys_add (widget_class);
  gtk_widget_class_set_css_name (widget_class, "page-roll");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kumoji_page_roll_init (KumojiPageRoll *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->places.tops = g_array_new (FALSE, FALSE, sizeof (int));
  self->views = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * kumoji_page_roll_set_document:
 * @self: a roll
 * @document: (nullable): its pages
 *
 * What is in sight stays where it is, as far as the new pages allow.
 */
void
kumoji_page_roll_set_document (KumojiPageRoll *self, KumojiDocument *document)
{
  if (!g_set_object (&self->places.document, document))
    return;
  kumoji_page_roll_set_matches (self, NULL, 0);
  for (guint i = self->views->len; i-- > 0;)
    {
      guint position = kumoji_page_view_get_position (self->views->pdata[i]);

      if (position < get_n (self))
        kumoji_page_view_set_page (self->views->pdata[i], document, position);
      else
        g_ptr_array_remove_index (self->views, i);
    }
  relay (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kumoji_page_roll_set_zoom:
 * @self: a roll
 * @zoom: 1 for 100 %; 0 to make each page as wide as the roll
 */
void
kumoji_page_roll_set_zoom (KumojiPageRoll *self, double zoom)
{
  self->places.zoom = zoom;
  relay (self);
}

/**
 * kumoji_page_roll_get_scale:
 * @self: a roll
 *
 * Returns: how large the page that is read is shown; 1 for 100 %
 */
double
kumoji_page_roll_get_scale (KumojiPageRoll *self)
{
  return get_n (self) > 0
           ? kumoji_page_places_get_scale (&self->places, kumoji_page_roll_get_page (self))
               / KUMOJI_PAGE_NATURAL
           : 1;
}

/**
 * kumoji_page_roll_get_n_pages:
 * @self: a roll
 *
 * Returns: how many pages there are
 */
guint
kumoji_page_roll_get_n_pages (KumojiPageRoll *self)
{
  return get_n (self);
}

/**
 * kumoji_page_roll_get_page:
 * @self: a roll
 *
 * Returns: the page that is read, counted from 0
 */
guint
kumoji_page_roll_get_page (KumojiPageRoll *self)
{
  return MIN (self->page, MAX (1, get_n (self)) - 1);
}

/**
 * kumoji_page_roll_scroll_to:
 * @self: a roll
 * @page: counted from 0
 * @y: points from its top
 */
void
kumoji_page_roll_scroll_to (KumojiPageRoll *self, guint page, double y)
{
  if (page >= get_n (self))
    return;
  ensure_laid (self);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                              kumoji_page_places_get_top (&self->places, page) - KUMOJI_PAGE_MARGIN
                                + y * kumoji_page_places_get_scale (&self->places, page));
}

/**
 * kumoji_page_roll_scroll_by:
 * @self: a roll
 * @orientation: in which direction
 * @pixels: how far
 */
void
kumoji_page_roll_scroll_by (KumojiPageRoll *self, GtkOrientation orientation, double pixels)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + pixels);
}

/**
 * kumoji_page_roll_show_box:
 * @self: a roll
 * @page: counted from 0
 * @box: a part of it, points
 *
 * Scrolls only if the box is out of sight.
 */
void
kumoji_page_roll_show_box (KumojiPageRoll *self, guint page, const KumojiBox *box)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  double y;

  if (page >= get_n (self))
    return;
  ensure_laid (self);
  y = kumoji_page_places_get_top (&self->places, page)
      + box->y * kumoji_page_places_get_scale (&self->places, page);
  if (y < top + LINE || y > top + height - 2 * LINE)
    kumoji_page_roll_scroll_by (self, GTK_ORIENTATION_VERTICAL, y - height / 3 - top);
}

/**
 * kumoji_page_roll_set_marked:
 * @self: a roll of small pages
 * @page: which of them is marked and kept in sight
 */
void
kumoji_page_roll_set_marked (KumojiPageRoll *self, guint page)
{
  const KumojiBox all = { 0, 0, 1, 1 };

  self->marked = page;
  kumoji_page_roll_show_box (self, page, &all);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kumoji_page_roll_set_matches:
 * @self: a roll
 * @matches: (nullable) (element-type KumojiMatch): what is marked on the pages
 * @current: number of the one that is marked more strongly
 */
void
kumoji_page_roll_set_matches (KumojiPageRoll *self, GArray *matches, guint current)
{
  if (matches != NULL)
    g_array_ref (matches);
  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = matches;
  self->current = current;
  for (guint i = 0; i < self->views->len; i++)
    kumoji_page_view_set_matches (self->views->pdata[i], matches, current);
}
