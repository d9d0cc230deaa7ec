/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The issued line: whether the project still says what was signed last. */
#include "config.h"

#include "app/pages/kumoji-issued-line.h"

#include <glib/gi18n.h>

#include "app/kumoji-fingerprinter.h"
#include "app/widgets/kumoji-step-row.h"
#include "report/kumoji-report-date.h"

struct _KumojiIssuedLine
{
  AdwBin parent_instance;

  KumojiProject *project;
  KumojiFingerprinter *fingerprinter;

  KumojiStepRow *row;
};

G_DEFINE_FINAL_TYPE (KumojiIssuedLine, kumoji_issued_line, ADW_TYPE_BIN)

/* Of two on one day the one that was entered later. */
static KumojiIssue *
find_last (KumojiProject *project)
{
  KumojiList *issued = kumoji_project_get_issued (project);
  KumojiRecord *last = NULL;

  for (guint i = 0; i < kumoji_list_get_length (issued); i++)
    {
      KumojiRecord *issue = kumoji_list_get (issued, i);

      if (last == NULL
          || g_strcmp0 (kumoji_record_get_text (issue, "date"),
                        kumoji_record_get_text (last, "date"))
               >= 0)
        last = issue;
    }
  return (KumojiIssue *) last;
}

static char *
dup_title (KumojiIssue *issue, gboolean equal)
{
  KumojiLanguage language = kumoji_language_get_default ();
  g_autofree char *date =
    kumoji_report_dup_date (kumoji_record_get_text (KUMOJI_RECORD (issue), "date"), language,
                            KUMOJI_CALENDAR_WESTERN);
  g_autofree char *by = kumoji_issue_dup_signatories (issue, language);

  if (*by == '\0')
    return equal ? g_strdup_printf (_("The report of %s shows the project as it stands"), date)
                 : g_strdup_printf (_("Changed since the report of %s"), date);
  return equal
           /* Translators: a day, and the people who signed. */
           ? g_strdup_printf (_("The report of %s signed by %s shows the project as it stands"),
                              date, by)
           /* Translators: a day, and the people who signed. */
           : g_strdup_printf (_("Changed since the report of %s signed by %s"), date, by);
}

static void
update (KumojiIssuedLine *self)
{
  KumojiIssue *last = find_last (self->project);
  const KumojiFingerprints *now =
    last != NULL ? kumoji_fingerprinter_ask (self->fingerprinter) : NULL;
  KumojiComparison comparison;

  if (last == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (now == NULL)
    return; /* what is shown stays until the new answer is there */

  g_autoptr (KumojiFingerprints) paper = kumoji_fingerprints_new_of_issue (last);
  kumoji_comparison_work_out (&comparison, paper, now);
  g_autofree char *pages =
    kumoji_comparison_dup_pages (&comparison, kumoji_language_get_default ());
  g_autofree char *title = dup_title (last, comparison.equal);
  kumoji_step_row_set (self->row, comparison.equal ? KUMOJI_PILL_PASSED : KUMOJI_PILL_LATE,
                       comparison.equal ? _("As it stands") : _("Changed since"), title, pages,
                       "reports", "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
forget (KumojiIssuedLine *self)
{
  if (self->fingerprinter != NULL)
    g_signal_handlers_disconnect_by_data (self->fingerprinter, self);
  g_clear_object (&self->fingerprinter);
  g_clear_object (&self->project);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row)
{
  kumoji_step_row_go (KUMOJI_STEP_ROW (row));
}

static void
kumoji_issued_line_dispose (GObject *object)
{
  forget (KUMOJI_ISSUED_LINE (object));

  G_OBJECT_CLASS (kumoji_issued_line_parent_class)->dispose (object);
}

static void
kumoji_issued_line_class_init (KumojiIssuedLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_issued_line_dispose;
  g_type_ensure (KUMOJI_TYPE_STEP_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-issued-line.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiIssuedLine, row);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
kumoji_issued_line_init (KumojiIssuedLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kumoji_issued_line_show:
 * @self: the line
 * @project: what it speaks of
 *
 * Shows how the project stands to what was signed last, as soon as that is worked out; nothing
 * where nothing was issued.
 */
void
kumoji_issued_line_show (KumojiIssuedLine *self, KumojiProject *project)
{
  if (self->project != project)
    {
      forget (self);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      self->project = g_object_ref (project);
      self->fingerprinter = g_object_ref (kumoji_fingerprinter_get (project));
      g_signal_connect_swapped (self->fingerprinter, "ready", G_CALLBACK (update), self);
    }
  update (self);
}
