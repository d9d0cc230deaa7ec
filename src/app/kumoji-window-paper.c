/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window does with a signed report: it says whether the project still agrees. */
#include "config.h"

#include <glib/gi18n.h>

#include "app/kumoji-ask.h"
#include "app/kumoji-chooser.h"
#include "app/kumoji-paper-check.h"
#include "app/kumoji-window-private.h"

static void
say (KumojiWindow *self, const KumojiPaperCheck *check)
{
  g_autofree char *pages =
    kumoji_comparison_dup_pages (&check->comparison, kumoji_language_get_default ());
  g_autofree char *body = NULL;

  if (check->comparison.equal)
    /* Translators: %s is the title of a report. */
    body =
      g_strdup_printf (_("What “%s” says is what the project says now."), check->paper->title);
  else
    /* Translators: the title of a report, and the names of pages. */
    body = g_strdup_printf (_("Changed since “%s” was printed: %s."), check->paper->title, pages);
  kumoji_tell (GTK_WIDGET (self),
               check->comparison.equal ? _("The report shows the project as it stands")
                                       : _("The project says something else now"),
               body);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KumojiWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KumojiPaperCheck) check = kumoji_paper_check_finish (result, &error);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* the window was closed meanwhile */
  if (check != NULL)
    say (self, check);
  else
    kumoji_tell (GTK_WIDGET (self), _("The report cannot be checked"), error->message);
}

/**
 * kumoji_window_check_report:
 * @self: a window
 * @file: the PDF of a report
 *
 * Says in a dialog whether the project still says what the report shows, and where not.
 */
void
kumoji_window_check_report (KumojiWindow *self, GFile *file)
{
  kumoji_window_commit_typing (self);
  kumoji_paper_check_async (file, kumoji_session_get_project (self->session), checked_cb,
                            g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = kumoji_chooser_finish (result);

  if (file != NULL)
    kumoji_window_check_report (KUMOJI_WINDOW (source), file);
}

static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kumoji_chooser_open (widget, _("Check a signed report"), &kumoji_file_kind_pdf, chosen_cb, NULL);
}

/**
 * kumoji_window_paper_class_init:
 * @widget_class: the class of windows
 *
 * Installs the action that checks a signed report.
 */
void
kumoji_window_paper_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.check-report", NULL, check_action);
}
