/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The label of a small page: its number, and a frame around the one that is read. */
#include "config.h"

#include "app/widgets/kumoji-page-label.h"

/* A number below each small page. */
static void
append_number (GtkWidget *widget, GtkSnapshot *snapshot, guint position, const GdkRectangle *at)
{
  g_autofree char *text = g_strdup_printf ("%u", position + 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at->x + (at->width - width) / 2.0f,
                                                          at->y + at->height + 4));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
append_mark (GtkWidget *widget, GtkSnapshot *snapshot, const GdkRectangle *at)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  const float widths[4] = { 3, 3, 3, 3 };
  GskRoundedRect outline;
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (style, "accent_color", &colour))
    gtk_style_context_get_color (style, &colour);
  gsk_rounded_rect_init_from_rect (
    &outline, &GRAPHENE_RECT_INIT (at->x - 4, at->y - 4, at->width + 8, at->height + 8), 4);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (const GdkRGBA[]){ colour, colour, colour, colour });
}

/**
 * kumoji_page_label_snapshot:
 * @widget: that shows small pages
 * @position: of one of them, counted from 0
 * @at: where it is
 * @marked: it is the one that is read
 */
void
kumoji_page_label_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot,
                            guint position,
                            const GdkRectangle *at,
                            gboolean marked)
{
  append_number (widget, snapshot, position, at);
  if (marked)
    append_mark (widget, snapshot, at);
}
