/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An issue dialog: enters a report that left the office.
 *
 * As a decision, it is written with a history of its own, and enters the project as one step. What
 * was printed is taken from the PDF itself: the project may have changed since. */
#include "config.h"

#include "app/pages/kumoji-issue-dialog.h"

#include <glib/gi18n.h>

#include "app/widgets/kumoji-field-row.h"
#include "project/kumoji-edit.h"
#include "rules/kumoji-fingerprint.h"

struct _KumojiIssueDialog
{
  AdwWindow parent_instance;

  KumojiProject *project;
  KumojiRecord *draft;
  KumojiHistory *draft_history;

  AdwPreferencesGroup *rows;
  KumojiFieldRow *date;
  KumojiFieldRow *signatories;
};

G_DEFINE_FINAL_TYPE (KumojiIssueDialog, kumoji_issue_dialog, ADW_TYPE_WINDOW)

static void
enter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KumojiIssueDialog *self = KUMOJI_ISSUE_DIALOG (widget);
  gboolean dated;

  kumoji_field_commit (GTK_ROOT (self));
  dated = *kumoji_record_get_text (self->draft, "date") != '\0';
  kumoji_field_row_set_problem (self->date, dated ? NULL : _("Enter the day of issue."));
  if (*kumoji_field_row_get_message (self->date) != '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return;
    }
  kumoji_field_rows_bind (GTK_WIDGET (self->rows), NULL, NULL);
  kumoji_edit_enter_issue (self->project, self->draft);
  gtk_window_close (GTK_WINDOW (self));
}

static void
kumoji_issue_dialog_dispose (GObject *object)
{
  KumojiIssueDialog *self = KUMOJI_ISSUE_DIALOG (object);

  g_clear_object (&self->draft_history);
  g_clear_object (&self->draft);
  g_clear_object (&self->project);

  G_OBJECT_CLASS (kumoji_issue_dialog_parent_class)->dispose (object);
}

static void
kumoji_issue_dialog_class_init (KumojiIssueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kumoji_issue_dialog_dispose;

  g_type_ensure (KUMOJI_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kumoji/Kumoji/kumoji-issue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KumojiIssueDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, KumojiIssueDialog, date);
  gtk_widget_class_bind_template_child (widget_class, KumojiIssueDialog, signatories);
  gtk_widget_class_install_action (widget_class, "issue.enter", NULL, enter_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kumoji_issue_dialog_init (KumojiIssueDialog *self)
{
  self->draft = g_object_new (KUMOJI_TYPE_ISSUE, NULL);
  self->draft_history = kumoji_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set (KumojiIssueDialog *self, const char *field, const char *text)
{
  kumoji_history_set_text (self->draft_history, self->draft, field, text);
}

/**
 * kumoji_issue_dialog_new:
 * @parent: (nullable): the window over which it opens
 * @project: the project
 * @file: the report
 * @paper: what it says of itself
 * @today: the day, ISO 8601
 *
 * Returns: (transfer none): a dialog, to be presented
 */
KumojiIssueDialog *
kumoji_issue_dialog_new (GtkWindow *parent,
                         KumojiProject *project,
                         GFile *file,
                         const KumojiSignedPaper *paper,
                         const char *today)
{
  KumojiIssueDialog *self = g_object_new (KUMOJI_TYPE_ISSUE_DIALOG, "transient-for", parent, NULL);
  const char *const *parts = kumoji_fingerprint_get_parts ();
  g_autofree char *place = g_file_get_parse_name (file);
  g_autofree char *description = g_markup_escape_text (paper->title, -1);

  self->project = g_object_ref (project);
  set (self, "date", today);
  set (self, "parts", paper->parts);
  set (self, "language", paper->language);
  if (g_utf8_strlen (place, -1)
      <= kumoji_field_get_max (kumoji_record_get_field (self->draft, "place")))
    set (self, "place", place);
  set (self, "fingerprint", paper->fingerprints->whole);
  for (guint i = 0; parts[i] != NULL; i++)
    set (self, parts[i], paper->fingerprints->parts[i]);
  adw_preferences_group_set_description (self->rows, description);
  kumoji_field_rows_bind (GTK_WIDGET (self->rows), self->draft, self->draft_history);
  kumoji_field_row_set_subtitle (self->signatories, _("One person a line"));
  gtk_widget_grab_focus (GTK_WIDGET (self->signatories));
  return self;
}

/**
 * kumoji_issue_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none): the issued report that is being entered
 */
KumojiRecord *
kumoji_issue_dialog_get_draft (KumojiIssueDialog *self)
{
  return self->draft;
}

/**
 * kumoji_issue_dialog_get_draft_history:
 * @self: a dialog
 *
 * Returns: (transfer none): through which the draft is changed
 */
KumojiHistory *
kumoji_issue_dialog_get_draft_history (KumojiIssueDialog *self)
{
  return self->draft_history;
}
