/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A side layout: a narrow column beside what fills the page; above it where there is no room. */
#include "config.h"

#include "app/widgets/kumoji-side-layout.h"

/* Pixels: how wide the column is at least and at most, and what the rest needs beside it. */
#define LEAST 330
#define MOST 380
#define ROOM 330

struct _KumojiSideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (KumojiSideLayout, kumoji_side_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
kumoji_side_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *minimum = MAX (*minimum, child_minimum);
      else
        *minimum += child_minimum;
      *natural += child_natural;
    }
}

static void
kumoji_side_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  GtkWidget *column = gtk_widget_get_first_child (widget);
  GtkWidget *rest = gtk_widget_get_next_sibling (column);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation first = { 0, 0, width, height }, second = { 0, 0, width, height };
  int least, rest_least;

  gtk_widget_measure (column, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (rest, GTK_ORIENTATION_HORIZONTAL, -1, &rest_least, NULL, NULL, NULL);
  least = MAX (least, LEAST);
  if (width >= least + MAX (rest_least, ROOM))
    {
      first.width = CLAMP (width * 3 / 10, least, MAX (least, MOST));
      second.width = width - first.width;
      *(mirrored ? &first.x : &second.x) = mirrored ? second.width : first.width;
    }
  else
    {
      int low;

      gtk_widget_measure (column, GTK_ORIENTATION_VERTICAL, -1, &low, NULL, NULL, NULL);
      first.height = MAX (low, height * 2 / 5);
      second.y = first.height;
      second.height = MAX (1, height - first.height);
    }
  gtk_widget_size_allocate (column, &first, -1);
  gtk_widget_size_allocate (rest, &second, -1);
}

static void
kumoji_side_layout_class_init (KumojiSideLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->measure = kumoji_side_layout_measure;
  manager_class->allocate = kumoji_side_layout_allocate;
}

static void
kumoji_side_layout_init (KumojiSideLayout *self)
{
}
