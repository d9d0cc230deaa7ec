/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reports: what is printed, and in which form. */
#include "config.h"

#include "app/pages/kumoji-reports-page.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-chooser.h"
#include "app/kumoji-export.h"
#include "app/kumoji-printing.h"
#include "app/kumoji-window.h"
#include "app/pages/kumoji-issued-list.h"
#include "app/pages/kumoji-report-choices.h"
#include "app/widgets/kumoji-preview.h"
#include "app/widgets/kumoji-side-layout.h"
#include "files/kumoji-attachment.h"
#include "files/kumoji-file-error.h"

/* Milliseconds: what takes less needs no progress bar, and how often the bar moves. */
#define PROGRESS_DELAY 500
#define PROGRESS_STEP 100

/* Milliseconds from an edit until its pages are laid out: what comes in between goes along. */
#define PREVIEW_DELAY 300

struct _KumojiReportsPage
{
  KumojiPane parent_instance;

  KumojiExport *export;
  gint64 started;
  guint progress_id;
  guint preview_id;
  gboolean print_waits;             /* for the pages that are being laid out */
  GtkPrintSettings *print_settings; /* as somebody left the dialog */

  KumojiReportChoices *choices;
  KumojiIssuedList *issued;
  GtkRevealer *progress;
  GtkProgressBar *bar;
  KumojiPreview *preview;
};

G_DEFINE_FINAL_TYPE (KumojiReportsPage, kumoji_reports_page, KUMOJI_TYPE_PANE)

static gboolean
is_laying_out (KumojiReportsPage *self)
{
  return self->preview_id != 0 || kumoji_preview_is_busy (self->preview);
}

static gboolean
preview_timeout_cb (gpointer data)
{
  KumojiReportsPage *self = KUMOJI_REPORTS_PAGE (data);
  g_auto (KumojiReportOptions) options = { 0 };

  self->preview_id = 0;
  kumoji_report_choices_get_options (self->choices, &options);
  if (kumoji_report_options_get_printed (&options) != 0)
    kumoji_preview_show (self->preview, kumoji_pane_get_project (KUMOJI_PANE (self)), &options);
  else
    kumoji_preview_say (self->preview, _("Choose at least one part."));
  return G_SOURCE_REMOVE;
}

/* While somebody types, the pages follow at a pace. */
static void
queue_preview (KumojiReportsPage *self)
{
  if (self->preview_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self))
      && kumoji_pane_get_project (KUMOJI_PANE (self)) != NULL)
    self->preview_id = g_timeout_add (PREVIEW_DELAY, preview_timeout_cb, self);
}

static void
update (KumojiReportsPage *self)
{
  g_auto (KumojiReportOptions) options = { 0 };
  gboolean some;

  if (kumoji_pane_get_project (KUMOJI_PANE (self)) == NULL)
    return;
  kumoji_report_choices_get_options (self->choices, &options);
  some = kumoji_report_options_get_printed (&options) != 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.export", some && self->export == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.print", some && !self->print_waits);
}

static void
choices_cb (KumojiReportsPage *self)
{
  update (self);
  queue_preview (self);
}

/* --- Export --------------------------------------------------------------------------------- */

static gboolean
progress_cb (gpointer data)
{
  KumojiReportsPage *self = KUMOJI_REPORTS_PAGE (data);
  double fraction = kumoji_export_get_fraction (self->export);

  if (g_get_monotonic_time () - self->started < PROGRESS_DELAY * G_TIME_SPAN_MILLISECOND)
    return G_SOURCE_CONTINUE;
  gtk_revealer_set_reveal_child (self->progress, TRUE);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, fraction);
  return G_SOURCE_CONTINUE;
}

static void
end_export (KumojiReportsPage *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->export);
  gtk_revealer_set_reveal_child (self->progress, FALSE);
  update (self);
}

static void
say_done (KumojiReportsPage *self, GFile *file)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = kumoji_file_dup_name (file);
  g_autofree char *address = kumoji_attachment_compose (file, NULL);
  g_autofree char *text = g_strdup_printf (_("“%s” is written"), name);
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  if (address != NULL)
    {
      adw_toast_set_button_label (toast, _("_Open"));
      adw_toast_set_action_name (toast, "win.show-uri");
      adw_toast_set_action_target (toast, "s", address);
    }
  adw_toast_set_timeout (toast, 10);
  if (KUMOJI_IS_WINDOW (root))
    kumoji_window_add_toast (KUMOJI_WINDOW (root), toast);
  else
    g_object_unref (toast);
}

static void
say_warnings (KumojiReportsPage *self, const char *const *warnings)
{
  g_autofree char *text = NULL;

  if (warnings == NULL || warnings[0] == NULL)
    return;
  text = g_strjoinv ("\n", (char **) warnings);
  kumoji_tell (GTK_WIDGET (self), _("Some characters are printed as 〓"), text);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiReportsPage) self = data;
  KumojiExport *export = KUMOJI_EXPORT (source);
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (self->export != export)
    return; /* the window is closed */
  if (kumoji_export_run_finish (export, result, &error))
    {
      say_done (self, file);
      if (!kumoji_export_is_blank (export))
        kumoji_issued_list_offer (self->issued, file);
      say_warnings (self, kumoji_export_get_warnings (export));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    kumoji_tell (GTK_WIDGET (self), _("The report was not written"), error->message);
  end_export (self);
}

static void
place_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = kumoji_chooser_finish (result);

  if (file != NULL)
    kumoji_reports_page_export_to (KUMOJI_REPORTS_PAGE (source), file);
}

static char *
dup_stem (KumojiReportsPage *self)
{
  const char *company = kumoji_project_get_company (kumoji_pane_get_project (KUMOJI_PANE (self)));
  g_auto (KumojiReportOptions) options = { 0 };
  const char *what;

  kumoji_report_choices_get_options (self->choices, &options);
  what = options.blank ? _("Blank forms") : _("Report");
  return *company != '\0' ? g_strdup_printf ("%s %s %s", company, what, options.today)
                          : g_strdup_printf ("%s %s", what, options.today);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiReportsPage *self = KUMOJI_REPORTS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GFile *beside = KUMOJI_IS_WINDOW (root)
                    ? kumoji_session_get_file (kumoji_window_get_session (KUMOJI_WINDOW (root)))
                    : NULL;
  g_autofree char *stem = dup_stem (self);

  if (self->export == NULL)
    kumoji_chooser_save (widget, _("Export the report"), &kumoji_file_kind_pdf, stem, beside,
                         place_cb, NULL);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiReportsPage *self = KUMOJI_REPORTS_PAGE (widget);

  if (self->export != NULL)
    kumoji_export_cancel (self->export);
}

/* --- Print ---------------------------------------------------------------------------------- */

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, KumojiReportsPage *self)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  kumoji_tell (GTK_WIDGET (self), _("The report was not printed"),
               error != NULL ? error->message : "");
}

static void
print (KumojiReportsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  KumojiDocument *document = kumoji_preview_get_document (self->preview);
  g_autoptr (GtkPrintOperation) operation = NULL;

  /* Why there are no pages is said in their place. */
  if (document == NULL || root == NULL)
    return;
  operation = kumoji_printing_new (document, self->print_settings);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (root),
                           NULL);
}

static void
preview_cb (KumojiReportsPage *self)
{
  if (!self->print_waits || is_laying_out (self))
    return;
  self->print_waits = FALSE;
  update (self);
  print (self);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiReportsPage *self = KUMOJI_REPORTS_PAGE (widget);

  /* Never the pages as they were before the last edit. */
  queue_preview (self);
  self->print_waits = is_laying_out (self);
  update (self);
}

static char *
kumoji_reports_page_dup_subtitle (KumojiPane *pane)
{
  return g_strdup (_("PDF to sign and to file"));
}

static void
kumoji_reports_page_dispose (GObject *object)
{
  KumojiReportsPage *self = KUMOJI_REPORTS_PAGE (object);

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_clear_object (&self->export);
  g_clear_object (&self->print_settings);

  G_OBJECT_CLASS (kumoji_reports_page_parent_class)->dispose (object);
}

/* A report that nobody can see the end of is given up. */
static void
kumoji_reports_page_unroot (GtkWidget *widget)
{
  KumojiReportsPage *self = KUMOJI_REPORTS_PAGE (widget);

  if (self->export != NULL)
    kumoji_export_cancel (self->export);
  g_clear_handle_id (&self->preview_id, g_source_remove);
  GTK_WIDGET_CLASS (kumoji_reports_page_parent_class)->unroot (widget);
}

static gboolean
kumoji_reports_page_find (KumojiPane *pane)
{
  KumojiReportsPage *self = KUMOJI_REPORTS_PAGE (pane);

  return kumoji_preview_get_document (self->preview) != NULL
         && gtk_widget_activate_action (GTK_WIDGET (self->preview), "preview.find", NULL);
}

static void
kumoji_reports_page_class_init (KumojiReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_reports_page_dispose;
  widget_class->unroot = kumoji_reports_page_unroot;
  KUMOJI_PANE_CLASS (klass)->find = kumoji_reports_page_find;
  KUMOJI_PANE_CLASS (klass)->dup_subtitle = kumoji_reports_page_dup_subtitle;

  g_type_ensure (KUMOJI_TYPE_PREVIEW);
  g_type_ensure (KUMOJI_TYPE_SIDE_LAYOUT);
  g_type_ensure (KUMOJI_TYPE_REPORT_CHOICES);
  g_type_ensure (KUMOJI_TYPE_ISSUED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiReportsPage, choices);
  gtk_widget_class_bind_template_child (widget_class, KumojiReportsPage, issued);
  gtk_widget_class_bind_template_child (widget_class, KumojiReportsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, KumojiReportsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, KumojiReportsPage, preview);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_cb);
  gtk_widget_class_install_action (widget_class, "reports.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "reports.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "reports.cancel", NULL, cancel_action);
}

static void
kumoji_reports_page_init (KumojiReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_reports_page_export_to:
 * @self: the page
 * @file: where the PDF goes
 *
 * Writes what is chosen, in another thread; a toast says when it is done. Does nothing while
 * another report is being written.
 */
void
kumoji_reports_page_export_to (KumojiReportsPage *self, GFile *file)
{
  g_auto (KumojiReportOptions) options = { 0 };

  if (self->export != NULL)
    return;
  kumoji_report_choices_get_options (self->choices, &options);
  self->export = kumoji_export_new (kumoji_pane_get_project (KUMOJI_PANE (self)), &options);
  self->started = g_get_monotonic_time ();
  self->progress_id = g_timeout_add (PROGRESS_STEP, progress_cb, self);
  gtk_progress_bar_set_fraction (self->bar, 0);
  update (self);
  kumoji_export_run_async (self->export, file, exported_cb, g_object_ref (self));
}

/**
 * kumoji_reports_page_is_busy:
 * @self: the page
 *
 * Returns: whether a report is being written
 */
gboolean
kumoji_reports_page_is_busy (KumojiReportsPage *self)
{
  return self->export != NULL;
}
