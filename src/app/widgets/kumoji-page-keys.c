/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a page roll: through the pages without a mouse. */
#include "config.h"

#include "app/widgets/kumoji-page-keys.h"

#include "app/widgets/kumoji-page-roll.h"

/* Pixels that an arrow key scrolls. */
#define LINE 48

/* In what (lines, columns, screens, pages), and how many of them. */
static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  KumojiPageRoll *self = KUMOJI_PAGE_ROLL (widget);
  guint n_pages = kumoji_page_roll_get_n_pages (self);
  guchar unit;
  double n, page;

  g_variant_get (arguments, "(yd)", &unit, &n);
  page = CLAMP (kumoji_page_roll_get_page (self) + n, 0, MAX (1, n_pages) - 1.0);
  if (unit == 'l')
    kumoji_page_roll_scroll_by (self, GTK_ORIENTATION_VERTICAL, n * LINE);
  else if (unit == 'c')
    kumoji_page_roll_scroll_by (self, GTK_ORIENTATION_HORIZONTAL, n * LINE);
  else if (unit == 's')
    kumoji_page_roll_scroll_by (self, GTK_ORIENTATION_VERTICAL,
                                n * (gtk_widget_get_height (widget) - LINE));
  else
    kumoji_page_roll_scroll_to (self, (guint) page, 0);
  return TRUE;
}

/**
 * kumoji_page_keys_add:
 * @klass: class of the page roll
 *
 * Arrows, pages and spaces scroll; Ctrl with them, n and p go from page to page.
 */
void
kumoji_page_keys_add (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keys[2];
    GdkModifierType modifiers;
    guchar unit;
    double n;
  } moves[] = {
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, 'l', 1 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, 'l', -1 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 0, 'c', 1 },
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, 0, 'c', -1 },
    { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 0, 's', 1 },
    { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, 0, 's', -1 },
    { { GDK_KEY_space, GDK_KEY_KP_Space }, 0, 's', 1 },
    { { GDK_KEY_space, GDK_KEY_KP_Space }, GDK_SHIFT_MASK, 's', -1 },
    { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, GDK_CONTROL_MASK, 'p', 1 },
    { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, GDK_CONTROL_MASK, 'p', -1 },
    { { GDK_KEY_n, GDK_KEY_j }, 0, 'p', 1 },
    { { GDK_KEY_p, GDK_KEY_k }, 0, 'p', -1 },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, 0, 'p', -1e6 },
    { { GDK_KEY_End, GDK_KEY_KP_End }, 0, 'p', 1e6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    for (guint j = 0; j < 2; j++)
      gtk_widget_class_add_binding (klass, moves[i].keys[j], moves[i].modifiers, move_cb, "(yd)",
                                    moves[i].unit, moves[i].n);
}
