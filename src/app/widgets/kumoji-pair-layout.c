/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pair layout: two cards side by side where there is room, else one below the other. */
#include "config.h"

#include "app/widgets/kumoji-pair-layout.h"

/* Pixels: between the two, and what each of them needs to stand beside the other. */
#define SPACING 18
#define ROOM 330

struct _KumojiPairLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (KumojiPairLayout, kumoji_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The width that each child gets of @width. */
static int
get_share (GtkWidget *widget, int width)
{
  int need = ROOM;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      need = MAX (need, minimum);
    }
  return width >= 2 * need + SPACING ? (width - SPACING) / 2 : width;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, 2 * MAX (child_natural, ROOM) + SPACING);
    }
}

static void
measure_height (GtkWidget *widget, int width, int *minimum, int *natural)
{
  int share = get_share (widget, width);
  int sum = -SPACING;
  int highest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, share, NULL, &height, NULL, NULL);
      sum += height + SPACING;
      highest = MAX (highest, height);
    }
  *minimum = *natural = share < width ? highest : MAX (sum, 0);
}

static void
kumoji_pair_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  int width = for_size;
  int unused;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  if (width < 0)
    measure_width (widget, &unused, &width);
  measure_height (widget, width, minimum, natural);
}

static GtkSizeRequestMode
kumoji_pair_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
kumoji_pair_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  int share = get_share (widget, width);
  gboolean beside = share < width;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation place = { beside && mirrored ? width - share : 0, 0, share, height };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!beside)
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, share, NULL, &place.height, NULL,
                            NULL);
      gtk_widget_size_allocate (child, &place, -1);
      if (beside)
        place.x += mirrored ? -(share + SPACING) : share + SPACING;
      else
        place.y += place.height + SPACING;
    }
}

static void
kumoji_pair_layout_class_init (KumojiPairLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = kumoji_pair_layout_get_request_mode;
  manager_class->measure = kumoji_pair_layout_measure;
  manager_class->allocate = kumoji_pair_layout_allocate;
}

static void
kumoji_pair_layout_init (KumojiPairLayout *self)
{
}

/**
 * kumoji_pair_layout_new:
 *
 * Returns: (transfer full): a layout for a widget with two children
 */
GtkLayoutManager *
kumoji_pair_layout_new (void)
{
  return g_object_new (KUMOJI_TYPE_PAIR_LAYOUT, NULL);
}
