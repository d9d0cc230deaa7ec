/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing: a document on its way to a printer, by the desktop's own dialog. */
#include "config.h"

#include "app/kumoji-printing.h"

#include <math.h>

#include "report/kumoji-cairo-painter.h"

/**
 * kumoji_printing_new_page_setup:
 * @page: a page
 *
 * Returns: (transfer full): its paper, upright or not, without margins: the page has its own
 */
GtkPageSetup *
kumoji_printing_new_page_setup (KumojiPage *page)
{
  static const char *const names[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_LETTER };
  double width = kumoji_page_get_width (page), height = kumoji_page_get_height (page);
  double narrow = MIN (width, height), wide = MAX (width, height);
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && paper == NULL; i++)
    {
      GtkPaperSize *known = gtk_paper_size_new (names[i]);

      if (fabs (gtk_paper_size_get_width (known, GTK_UNIT_POINTS) - narrow) < 1
          && fabs (gtk_paper_size_get_height (known, GTK_UNIT_POINTS) - wide) < 1)
        paper = known;
      else
        gtk_paper_size_free (known);
    }
  if (paper == NULL)
    paper = gtk_paper_size_new_custom ("kumoji", "Kumoji", narrow, wide, GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int position,
                       GtkPageSetup *setup,
                       KumojiDocument *document)
{
  g_autoptr (GtkPageSetup) wanted =
    kumoji_printing_new_page_setup (kumoji_document_get_page (document, (guint) position));

  gtk_page_setup_set_paper_size (setup, gtk_page_setup_get_paper_size (wanted));
  gtk_page_setup_set_orientation (setup, gtk_page_setup_get_orientation (wanted));
}

/* On other paper than its own a page is made smaller, never larger. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int position,
              KumojiDocument *document)
{
  KumojiPage *page = kumoji_document_get_page (document, (guint) position);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double across = gtk_print_context_get_width (context) / kumoji_page_get_width (page);
  double down = gtk_print_context_get_height (context) / kumoji_page_get_height (page);
  double scale = MIN (MIN (across, down), 1);

  cairo_save (cr);
  /* Sizes of paper are rounded to a part of a millimetre. */
  if (scale < 0.995)
    cairo_scale (cr, scale, scale);
  kumoji_cairo_paint (page, cr);
  cairo_restore (cr);
}

/**
 * kumoji_printing_new:
 * @document: what is printed; it never changes meanwhile
 * @usual: (nullable): as somebody left the dialog before
 *
 * Returns: (transfer full): to be run by gtk_print_operation_run(); inside Flatpak that goes
 *   through the portal
 */
GtkPrintOperation *
kumoji_printing_new (KumojiDocument *document, GtkPrintSettings *usual)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPrintSettings) settings =
    usual != NULL ? gtk_print_settings_copy (usual) : gtk_print_settings_new ();

  if (kumoji_document_get_n_pages (document) > 0)
    setup = kumoji_printing_new_page_setup (kumoji_document_get_page (document, 0));
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) kumoji_document_get_n_pages (document));
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
                          kumoji_document_get_title (document));
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, kumoji_document_get_title (document));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_data (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb),
                         g_object_ref (document), (GClosureNotify) (void (*) (void)) g_object_unref,
                         0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (document),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return operation;
}
