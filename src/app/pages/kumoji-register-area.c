/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of the register: the table, the balance and the details, as the window has room.
 *
 * Its children are these three, in this order. Where it is wide, balance and details stand at the
 * end of the lines, one above the other; else below the table, side by side. */
#include "config.h"

#include "app/pages/kumoji-register-area.h"

#define SPACING 12
#define SIDE_WIDTH 308
/* Below this width the table would lose too many of its columns to the side. */
#define WIDE 960

struct _KumojiRegisterArea
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (KumojiRegisterArea, kumoji_register_area, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *table, *balance, *details;
} Children;

static Children
get_children (GtkWidget *self)
{
  GtkWidget *table = gtk_widget_get_first_child (self);
  GtkWidget *balance = gtk_widget_get_next_sibling (table);

  return (Children){ table, balance, gtk_widget_get_next_sibling (balance) };
}

static int
get_minimum (GtkWidget *child, GtkOrientation orientation)
{
  int minimum;

  gtk_widget_measure (child, orientation, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* A scrolled window does not ask how high its child is at that width, so the child is asked. */
static int
get_natural_height (GtkWidget *child, int width)
{
  GtkWidget *inner = GTK_IS_SCROLLED_WINDOW (child) ? gtk_widget_get_first_child (child) : child;
  int natural;

  gtk_widget_measure (inner, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
kumoji_register_area_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  Children children = get_children (widget);
  int table = get_minimum (children.table, orientation);
  int balance = get_minimum (children.balance, orientation);
  int details = get_minimum (children.details, orientation);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (table, balance + SPACING + details);
      *natural = MAX (*minimum, WIDE);
    }
  else
    {
      *minimum = MAX (table + SPACING + MAX (balance, details), balance + SPACING + details);
      *natural = *minimum;
    }
}

static void
allocate (GtkWidget *self, GtkWidget *child, int x, int y, int width, int height)
{
  gboolean is_rtl = gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL;
  int left = is_rtl ? gtk_widget_get_width (self) - x - width : x;

  gtk_widget_size_allocate (child, &(GtkAllocation){ left, y, width, height }, -1);
}

static void
allocate_wide (GtkWidget *self, Children children, int width, int height)
{
  int x = width - SIDE_WIDTH;
  int room = height - SPACING - get_minimum (children.details, GTK_ORIENTATION_VERTICAL);
  int top = CLAMP (get_natural_height (children.balance, SIDE_WIDTH),
                   get_minimum (children.balance, GTK_ORIENTATION_VERTICAL), MAX (room, 1));

  allocate (self, children.table, 0, 0, x - SPACING, height);
  allocate (self, children.balance, x, 0, SIDE_WIDTH, top);
  allocate (self, children.details, x, top + SPACING, SIDE_WIDTH, height - top - SPACING);
}

static void
allocate_narrow (GtkWidget *self, Children children, int width, int height)
{
  int side = MAX (MIN (SIDE_WIDTH, width * 2 / 5),
                  get_minimum (children.balance, GTK_ORIENTATION_HORIZONTAL));
  int floor = MAX (get_minimum (children.balance, GTK_ORIENTATION_VERTICAL),
                   get_minimum (children.details, GTK_ORIENTATION_VERTICAL));
  int bottom = MAX (floor, MIN (get_natural_height (children.balance, side), height * 2 / 5));
  int y = height - bottom;

  allocate (self, children.table, 0, 0, width, y - SPACING);
  allocate (self, children.balance, 0, y, side, bottom);
  allocate (self, children.details, side + SPACING, y, width - side - SPACING, bottom);
}

static void
kumoji_register_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  if (width >= WIDE)
    allocate_wide (widget, get_children (widget), width, height);
  else
    allocate_narrow (widget, get_children (widget), width, height);
}

static void
kumoji_register_area_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (kumoji_register_area_parent_class)->dispose (object);
}

static void
kumoji_register_area_class_init (KumojiRegisterAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_register_area_dispose;
  widget_class->measure = kumoji_register_area_measure;
  widget_class->size_allocate = kumoji_register_area_size_allocate;
}

static void
kumoji_register_area_init (KumojiRegisterArea *self)
{
}
